"""Sets of incidents: choose them, look at them together, keep them as a pattern."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tawthiq.actions.make_pattern import MOST, make_pattern, withdraw_pattern
from tawthiq.errors import UnknownNameError
from tawthiq.store.queries import incidents as record_queries
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.patterns import pattern_of, set_of
from tawthiq.values.both import Both
from tawthiq.web import access
from tawthiq.web.law.fact_views import done
from tawthiq.web.law.forms import DecisionForm, PatternForm
from tawthiq.web.law.pattern_page import pattern_page
from tawthiq.web.reader import current
from tawthiq.web.records.asking import asked

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
    if request.method == "POST":
        words = done(form, lambda by: withdraw_pattern(case, code, **by))
        if words is None:
            return redirect("law-case", case)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/pattern.html", context, status=status)


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
