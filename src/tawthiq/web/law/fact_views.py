"""The facts of an incident: what the records suggest, what people hold, the evidence for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tawthiq.actions.ascribe import ascribe
from tawthiq.actions.confirm_suggestion import confirm_suggestion
from tawthiq.actions.list_evidence import list_evidence, withdraw_evidence
from tawthiq.actions.record_fact import record_fact
from tawthiq.actions.reject_suggestion import reject_suggestion
from tawthiq.actions.withdraw_fact import withdraw_fact
from tawthiq.errors import InputError, TawthiqError
from tawthiq.law.fact_value import kind_named
from tawthiq.law.facts import Method
from tawthiq.law.incident import PartyType
from tawthiq.store.queries.law.facts import fact_history
from tawthiq.web import access
from tawthiq.web.law.fact_form import FactForm, initial_of
from tawthiq.web.law.facts_page import facts_page
from tawthiq.web.law.forms import DecisionForm
from tawthiq.web.law.incident_forms import AscriptionForm, EvidenceForm
from tawthiq.web.law.qualification_page import acted_of
from tawthiq.web.law.qualification_views import found_for
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """All facts of an incident, its evidence and who is said to have acted."""
    seen = access.case(request, case)
    found, language = found_for(case, code), current().language
    what, given = request.POST.get("do", ""), request.POST
    said = found.ascribed
    forms = {
        "acted_form": AscriptionForm(
            language,
            given if what == "ascribe" else None,
            initial={
                "party": said.party,
                "party_type": said.party_type.value,
                "opposing": said.opposing,
                "territory": said.territory,
            },
        ),
        "piece_form": EvidenceForm(
            found.pack, language, given if what == "evidence" else None, auto_id="piece-%s"
        ),
    }
    context: dict[str, object] = {"case": seen, "here": "law", "incident": found.listed, **forms}
    context |= {"acted": acted_of(found), "what": what}
    context["page"] = facts_page(found.facts, found.evidence, found.pack, language)
    if request.method == "POST":
        words = _on_incident(case, code, what, request, forms)
        if words is None:
            return redirect("law-facts", case, code)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/facts.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fact(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """One fact: what stands, what the records suggest, its history, and the form."""
    seen = access.case(request, case)
    found, language = found_for(case, code), current().language
    try:
        kind = kind_named(request.GET.get("key", ""), found.pack.vocabulary)
    except InputError as error:
        raise Http404 from error
    line = next((one for one in found.facts if one.kind.key == kind.key), None)
    form = FactForm(kind, found.evidence, language, request.POST or None, initial=initial_of(line))
    context: dict[str, object] = {"case": seen, "here": "law", "incident": found.listed}
    context |= {"kind": kind, "line": line, "form": form}
    context["history"] = [one for one in fact_history(case, code) if one.key == kind.key][::-1]
    if request.method == "POST":
        about = About(case, found.listed.code, "", kind.key)
        words = decide_fact(about, request.POST.get("do", ""), form)
        if words is None:
            return redirect("law-facts", case, code)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/fact.html", context, status=status)


def _on_incident(
    case: str, code: str, what: str, request: HttpRequest, forms: dict[str, DecisionForm]
) -> str | None:
    """List a piece, take one back, or ascribe; None where it is done."""
    if what == "withdraw-evidence":
        form = DecisionForm(request.POST)
        piece = request.POST.get("piece", "")
        return done(form, lambda who: withdraw_evidence(case, code, piece, **who))
    form = forms["piece_form"] if what == "evidence" else forms["acted_form"]
    if what == "evidence":
        return done(form, lambda who: _list(case, code, form, who))
    return done(form, lambda who: _ascribe(case, code, form, who))


def _list(case: str, code: str, form: DecisionForm, who: dict[str, str]) -> None:
    said = form.cleaned_data
    list_evidence(
        case,
        code,
        said["code"],
        said["kind"],
        words=said["words"],
        source=said["source"],
        reliability=said["reliability"],
        credibility=int(said["credibility"] or 0),
        group=said["group"],
        **who,
    )


def _ascribe(case: str, code: str, form: DecisionForm, who: dict[str, str]) -> None:
    said = form.cleaned_data
    ascribe(
        case,
        code,
        party=said["party"],
        party_type=PartyType(said["party_type"]),
        opposing=said["opposing"],
        territory=said["territory"],
        **who,
    )


@dataclass(frozen=True, slots=True)
class About:
    """Which fact a decision is about: of an incident, or of a pattern as a whole."""

    case: str
    incident: str
    pattern: str
    key: str


def decide_fact(about: About, what: str, form: FactForm) -> str | None:
    """Record, confirm, reject or take back; None where it is done, otherwise why not."""
    case, incident, key = about.case, about.incident, about.key
    if what in ("reject", "withdraw", "confirm"):
        form.fields["value"].required = form.fields["method"].required = False
    if what == "reject":
        return done(form, lambda who: reject_suggestion(case, incident, key, **who))
    if what == "withdraw":
        of = about.pattern
        return done(form, lambda who: withdraw_fact(case, incident, key, pattern=of, **who))
    return done(form, lambda who: _hold(about, what, form, who))


def _hold(about: About, what: str, form: FactForm, who: dict[str, str]) -> None:
    said = form.cleaned_data
    evidence, against = said["evidence"], said["against"]
    if what == "confirm":
        confirm_suggestion(
            about.case, about.incident, about.key, evidence=evidence, against=against, **who
        )
        return
    record_fact(
        about.case,
        about.incident,
        about.key,
        form.value(),
        evidence=evidence,
        against=against,
        is_contested=said["is_contested"],
        method=Method(said["method"]),
        pattern=about.pattern,
        by=who["by"],
        because=who["because"],
    )


def done(form: DecisionForm, act: Callable[[dict[str, str]], None]) -> str | None:
    """Do what a form says; None where it is done, otherwise why not ("": the form says it)."""
    if not form.is_valid():
        return ""
    try:
        act({"by": form.cleaned_data["by"], "because": form.cleaned_data["because"]})
    except TawthiqError as error:
        return in_words(error, current())
    return None
