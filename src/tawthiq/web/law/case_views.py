"""What a case says for the law as a whole: classifications, agreements, patterns."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tawthiq.actions.classify_conflict import classify_conflict, withdraw_classification
from tawthiq.actions.record_agreement import record_agreement, withdraw_agreement
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law.agreement import Agreement
from tawthiq.law.classification import Classification, Conflict
from tawthiq.store.queries.incidents import listed
from tawthiq.store.queries.law.agreements import agreement_of, agreements, incidents_under
from tawthiq.store.queries.law.classifications import classifications
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.patterns import patterns
from tawthiq.store.queries.law.shapes import KeptAgreement, KeptClassification
from tawthiq.values.both import Both
from tawthiq.web import access
from tawthiq.web.law.agreement_page import agreement_page
from tawthiq.web.law.case_forms import AgreementForm, ClassificationForm
from tawthiq.web.law.engaged import worked_on
from tawthiq.web.law.fact_views import done
from tawthiq.web.law.forms import DecisionForm
from tawthiq.web.law.names import CONFLICTS
from tawthiq.web.reader import current


@require_safe
def law_of_case(request: HttpRequest, case: str) -> HttpResponse:
    """Where the law of a case begins."""
    seen = access.case(request, case)
    pack = pack_in_force()
    worked = [listed(case, code) for code in worked_on(case)]
    held = [(one, CONFLICTS[one.classification.conflict]) for one in classifications(case)]
    context = {"case": seen, "here": "law", "worked": worked, "classifications": held}
    context |= {"agreements": agreements(case), "patterns": patterns(case), "pack": pack}
    return render(request, "law/case.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def classification(request: HttpRequest, case: str) -> HttpResponse:
    """Classify a conflict, correct a classification, or take one back."""
    seen = access.case(request, case)
    code = request.GET.get("code", "")
    standing = next((one for one in classifications(case) if one.code == code), None)
    if code and standing is None:
        raise Http404
    form = ClassificationForm(current().language, request.POST or None, initial=_said(standing))
    context: dict[str, object] = {"case": seen, "here": "law", "standing": standing, "form": form}
    if request.method == "POST":
        words = _classify(case, code, request, form)
        if words is None:
            return redirect("law-case", case)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/classification.html", context, status=status)


@require_safe
def agreement(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """One agreement, the incidents inside it, and what an alleged breach weighs in law."""
    seen = access.case(request, case)
    try:
        kept = agreement_of(case, code)
        page = agreement_page(kept, incidents_under(case, code), pack_in_force())
    except UnknownNameError as error:
        raise Http404 from error
    context = {"case": seen, "here": "law", "page": page, "form": DecisionForm()}
    return render(request, "law/agreement.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, case: str) -> HttpResponse:
    """Record an agreement, correct one, or take one back."""
    seen = access.case(request, case)
    code, pack = request.GET.get("code", ""), pack_in_force()
    standing = next((one for one in agreements(case) if one.agreement.id == code), None)
    if code and standing is None:
        raise Http404
    initial = _agreed(standing)
    form = AgreementForm(pack, current().language, request.POST or None, initial=initial)
    context: dict[str, object] = {"case": seen, "here": "law", "standing": standing, "form": form}
    if request.method == "POST":
        words = _record(case, code, request, form)
        if words is None:
            return redirect("law-case", case)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/agreement_form.html", context, status=status)


def _classify(case: str, code: str, request: HttpRequest, form: ClassificationForm) -> str | None:
    if request.POST.get("do") == "withdraw":
        who = DecisionForm(request.POST)
        return done(who, lambda by: withdraw_classification(case, code, **by))
    return done(form, lambda by: _keep_class(case, form, by))


def _keep_class(case: str, form: ClassificationForm, by: dict[str, str]) -> None:
    said = form.cleaned_data
    _must_follow(said["first"], said["last"])
    pair = tuple(side for side in (said["one"], said["other"]) if side)
    made = Classification(
        Conflict(said["conflict"]),
        pair,
        said["area"],
        said["first"],
        said["last"],
        said["signed_by"],
        tuple(said["sources"]),
    )
    classify_conflict(case, said["code"], made, **by)


def _record(case: str, code: str, request: HttpRequest, form: AgreementForm) -> str | None:
    if request.POST.get("do") == "withdraw":
        who = DecisionForm(request.POST)
        return done(who, lambda by: withdraw_agreement(case, code, **by))
    return done(form, lambda by: _keep_agreement(case, form, by))


def _keep_agreement(case: str, form: AgreementForm, by: dict[str, str]) -> None:
    said = form.cleaned_data
    _must_follow(said["first"], said["last"])
    made = Agreement(
        said["code"],
        said["kind"],
        Both(said["name_en"], said["name_ar"]),
        tuple(said["parties"]),
        tuple(said["areas"]),
        said["first"],
        said["last"],
        said["source"],
        Both(said["note_en"], said["note_ar"]),
        tuple(said["partly"]),
    )
    record_agreement(case, made, **by)


def _must_follow(first: date | None, last: date | None) -> None:
    """Refuse an end before the beginning.

    Raises:
        InputError: It ends before it begins.
    """
    if first and last and last < first:
        raise InputError(
            f"it ends ({last}) before it begins ({first}); correct one of the days",
            f"ينتهي ({last}) قبل أن يبدأ ({first})؛ صحّح أحد اليومين",
        )


def _said(one: KeptClassification | None) -> dict[str, object]:
    if one is None:
        return {}
    said = one.classification
    pair = (*said.pair, "", "")
    return {
        "code": one.code,
        "conflict": said.conflict.value,
        "one": pair[0],
        "other": pair[1],
        "area": said.area,
        "first": said.first,
        "last": said.last,
        "sources": "\n".join(said.sources),
        "signed_by": said.by,
    }


def _agreed(one: KeptAgreement | None) -> dict[str, object]:
    if one is None:
        return {}
    said = one.agreement
    return {
        "code": said.id,
        "kind": said.kind,
        "name_en": said.name.en,
        "name_ar": said.name.ar,
        "parties": "\n".join(said.parties),
        "areas": "\n".join(said.areas),
        "partly": "\n".join(said.partly),
        "first": said.first,
        "last": said.last,
        "source": said.source,
        "note_en": said.note.en,
        "note_ar": said.note.ar,
    }
