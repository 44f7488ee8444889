"""Who is in the evidence, what each agreed to, took back, and who received what already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tawthiq.actions.evidence.consents import (
    Withdrawn,
    consent,
    name_person,
    see_persons,
    use_of,
    withdraw,
)
from tawthiq.errors import TawthiqError
from tawthiq.evidence.consent import Allowed, Consent, Release, Use, Withdrawal, may, uses_agreed_to
from tawthiq.store.queries import consents as queries
from tawthiq.values.both import Both
from tawthiq.web import access
from tawthiq.web.access import Case
from tawthiq.web.evidence.forms import ConsentForm, PersonForm, SeenForm, WithdrawForm
from tawthiq.web.evidence.views import found, item_context
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words
from tawthiq.web.wording.evidence import use_said

_EVERYTHING = Both("everything they ever agreed to", "كل ما وافق عليه في أي وقت")


@dataclass(frozen=True, slots=True)
class Standing:
    """One use that a person ever spoke of, and whether it may be made now."""

    use: Both
    is_allowed: bool
    because: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was written down, newest first."""

    at: datetime
    what: Both
    is_withdrawal: bool
    until: Any
    taken_by: str
    record: str


@require_http_methods(["GET", "HEAD", "POST"])
def persons(request: HttpRequest, case: str) -> HttpResponse:
    """The people of a case; a POST writes down one more."""
    seen = access.case(request, case)
    form = PersonForm(request.POST) if request.method == "POST" else PersonForm()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        code = name_person(seen.code, by=said["by"], name=said["name"], note=said["note"])
        return redirect("consenting", seen.code, code)
    context = {
        "case": seen,
        "here": "evidence",
        "people": queries.persons(seen.code),
        "form": form,
    }
    return render(request, "evidence/persons.html", context, status=400 if form.errors else 200)


@require_safe
def person(request: HttpRequest, case: str, person: str) -> HttpResponse:
    """One person: what holds now, all that was said, and what left the house."""
    seen = access.case(request, case)
    return render(request, "evidence/person.html", _context(seen, person))


@require_POST
def agree(request: HttpRequest, case: str, person: str) -> HttpResponse:
    """Write down that a person agreed to one use."""
    seen = access.case(request, case)
    _known(seen, person)
    form = ConsentForm(request.POST, auto_id="agree-%s")
    if form.is_valid():
        said = form.cleaned_data
        try:
            use = use_of(said["purpose"], said["recipient"])
            consent(person, use, by=said["by"], until=said["until"], record=said["record"])
        except TawthiqError as error:
            form.add_error(None, in_words(error, current()))
        else:
            return redirect("consenting", seen.code, person)
    context = _context(seen, person, agree=form)
    return render(request, "evidence/person.html", context, status=400)


@require_POST
def take_back(request: HttpRequest, case: str, person: str) -> HttpResponse:
    """Write down that a person took something back; who has to be told of it is shown."""
    seen = access.case(request, case)
    _known(seen, person)
    form = WithdrawForm(request.POST, auto_id="back-%s")
    if form.is_valid():
        said = form.cleaned_data
        try:
            use = use_of(said["purpose"], said["recipient"]) if said["purpose"] else None
            done = withdraw(person, use, by=said["by"])
        except TawthiqError as error:
            form.add_error(None, in_words(error, current()))
        else:
            return render(request, "evidence/withdrawn.html", _withdrawn(seen, person, done))
    context = _context(seen, person, back=form)
    return render(request, "evidence/person.html", context, status=400)


@require_POST
def seen_in(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """Write down that somebody looked, and who is in an item."""
    seen = access.case(request, case)
    shown = found(seen, code)
    known = [(one.code, one.code) for one in queries.persons(seen.code)]
    form = SeenForm(known, request.POST, auto_id="seen-%s")
    if form.is_valid():
        see_persons(code, form.cleaned_data["persons"], by=form.cleaned_data["by"])
        return redirect("item", seen.code, code)
    context = item_context(seen, shown, seen_form=form)
    return render(request, "evidence/item.html", context, status=400)


# --- laying out -------------------------------------------------------------------------------


def _known(seen: Case, code: str) -> queries.Person:
    for one in queries.persons(seen.code):
        if one.code == code:
            return one
    raise Http404


def _context(seen: Case, code: str, **forms: Any) -> dict[str, Any]:
    history = queries.history(seen.code)
    said = queries.said(seen.code, code)
    return {
        "case": seen,
        "here": "evidence",
        "person": _known(seen, code),
        "standing": tuple(_standing(code, history)),
        "said": tuple(map(_said, reversed(said))),
        "out": _out(code, history),
        "agree": ConsentForm(auto_id="agree-%s"),
        "back": WithdrawForm(auto_id="back-%s"),
        **forms,
    }


def _standing(code: str, history: tuple[Any, ...]) -> Iterator[Standing]:
    for use in uses_agreed_to(code, history):
        answer = may(use, [code], history, datetime.now(UTC))
        is_allowed = isinstance(answer, Allowed)
        yield Standing(
            use_said(use), is_allowed, () if isinstance(answer, Allowed) else answer.reasons
        )


def _said(event: Consent | Withdrawal) -> Said:
    return Said(
        event.given,
        use_said(event.use) if event.use else _EVERYTHING,
        isinstance(event, Withdrawal),
        event.until if isinstance(event, Consent) else None,
        event.taken_by,
        event.record if isinstance(event, Consent) else "",
    )


def _out(code: str, history: tuple[Any, ...]) -> tuple[tuple[Release, Both], ...]:
    left = [one for one in history if isinstance(one, Release) and code in one.persons]
    return tuple((one, use_said(one.use)) for one in reversed(left))


def _withdrawn(seen: Case, code: str, done: Withdrawn) -> dict[str, Any]:
    use: Use | None = done.withdrawal.use
    return {
        "case": seen,
        "here": "evidence",
        "person": _known(seen, code),
        "what": use_said(use) if use else _EVERYTHING,
        "blocked": [use_said(one) for one in done.blocked],
        "out": [(one, use_said(one.use)) for one in done.already_out],
    }
