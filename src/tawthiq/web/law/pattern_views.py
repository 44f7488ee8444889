"""Sets of incidents: choose them, look at them together, keep them as a pattern."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tawthiq.actions.make_pattern import MOST, make_pattern, withdraw_pattern
from tawthiq.errors import TawthiqError, UnknownNameError
from tawthiq.law.fact_value import kind_named
from tawthiq.store.queries import incidents as record_queries
from tawthiq.store.queries.law.facts import fact_history
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.patterns import pattern_of, set_of
from tawthiq.values.both import Both
from tawthiq.web import access
from tawthiq.web.law.case_forms import PatternForm
from tawthiq.web.law.fact_form import FactForm, initial_of
from tawthiq.web.law.fact_views import About, decide_fact, done
from tawthiq.web.law.forms import DecisionForm
from tawthiq.web.law.pattern_page import pattern_page
from tawthiq.web.reader import current
from tawthiq.web.records.asking import asked

OF_A_SET = ("policy_statement", "orders_reference_policy", "operation_context", "role_in_policy")
"""Facts that one looks for in a set rather than in an incident; house choice."""
_SET = Both("the incidents chosen", "الوقائع المختارة")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pattern(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """One pattern with its context and what is missing; a POST takes it back."""
    seen = access.case(request, case)
    try:
        page = pattern_page(pattern_of(case, code), pack_in_force())
    except UnknownNameError as error:
        raise Http404 from error
    form = DecisionForm(request.POST or None)
    context: dict[str, object] = {"case": seen, "here": "law", "page": page, "form": form}
    context["of_the_set"] = [pack_in_force().vocabulary[key] for key in OF_A_SET]
    if request.method == "POST":
        words = done(form, lambda by: withdraw_pattern(case, code, **by))
        if words is None:
            return redirect("law-case", case)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/pattern.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pattern_fact(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """One fact of a set as a whole: a stated policy, orders, a unit."""
    seen = access.case(request, case)
    pack, language = pack_in_force(), current().language
    try:
        found = pattern_of(case, code)
        kind = kind_named(request.GET.get("key", ""), pack.vocabulary)
    except TawthiqError as error:
        raise Http404 from error
    line = next((one for one in found.facts if one.kind.key == kind.key), None)
    form = FactForm(kind, found.evidence, language, request.POST or None, initial=initial_of(line))
    context: dict[str, object] = {"case": seen, "here": "law", "pattern": found.kept}
    context |= {"kind": kind, "line": line, "form": form}
    past = fact_history(case, "", pattern=code)
    context["history"] = [one for one in past if one.key == kind.key][::-1]
    if request.method == "POST":
        about = About(case, "", code, kind.key)
        words = decide_fact(about, request.POST.get("do", ""), form)
        if words is None:
            return redirect("law-pattern", case, code)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/fact.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, case: str) -> HttpResponse:
    """Choose incidents under a filter, look at them as a set, and keep it."""
    seen = access.case(request, case)
    asking = asked(request.GET, seen, current())
    chosen = list(dict.fromkeys(request.GET.getlist("incident")))[:MOST]
    context: dict[str, object] = {"case": seen, "here": "law", "view": "pattern"}
    context |= {"asking": asking, "chosen": chosen, "form": PatternForm(request.POST or None)}
    context["offered"] = record_queries.page(case, asking.wanted, limit=record_queries.MAX_PAGE)
    if chosen:
        try:
            context["page"] = pattern_page(set_of(case, chosen, _SET), pack_in_force())
        except UnknownNameError as error:
            raise Http404 from error
    status = 200
    if request.method == "POST":
        words = _keep(case, chosen, PatternForm(request.POST))
        if words is None:
            return redirect("law-case", case)
        context["words"], status = words, 400
    return render(request, "law/pattern_form.html", context, status=status)


def _keep(case: str, chosen: list[str], form: PatternForm) -> str | None:
    def make(by: dict[str, str]) -> None:
        said = form.cleaned_data
        title = Both(said["title_en"], said["title_ar"])
        make_pattern(case, said["code"], title, chosen, **by)

    return done(form, make)
