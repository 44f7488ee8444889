"""Who is in the evidence, and the history of what they agreed to, as consent is decided from it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from tawthiq.errors import UnknownNameError
from tawthiq.evidence.consent import Consent, Event, Purpose, Release, Use, Withdrawal
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can consent; name and note are empty where they were erased or never said."""

    code: str
    case: str
    name: str
    note: str
    at: datetime


def persons(case: str) -> tuple[Person, ...]:
    """The people of a case who were written down, by code; erased ones are not among them."""
    rows = models.ConsentPerson.objects.filter(case=row_of(case)).order_by("id")
    return tuple(Person(row.code, case, row.name, row.note, row.at.astimezone(UTC)) for row in rows)


def persons_in(row: models.EvidenceItem) -> tuple[str, ...] | None:
    """Who was seen in an item; None where nobody looked.

    What was made from another item has those of its parent, until somebody looks at it itself.
    """
    last = row.persons_seen.order_by("-id").first()
    if last is not None:
        return tuple(json.loads(last.persons))
    return persons_in(row.parent) if row.parent else None


def history(case: str) -> tuple[Event, ...]:
    """All consents, withdrawals and releases of a case, oldest first."""
    return (*said(case), *releases(case))


def said(case: str, person: str = "") -> tuple[Consent | Withdrawal, ...]:
    """Consents and withdrawals in the order in which they were written down."""
    rows = models.ConsentEvent.objects.filter(case=row_of(case)).order_by("id")
    if person:
        rows = rows.filter(person=person)
    return tuple(map(_event, rows))


def releases(case: str) -> tuple[Release, ...]:
    """What left the house, oldest first."""
    rows = models.Release.objects.filter(item__case=row_of(case)).order_by("id")
    return tuple(
        Release(
            frozenset(json.loads(row.persons)),
            row.item.code,
            Use(Purpose(row.purpose), row.recipient),
            row.at.astimezone(UTC),
            row.where,
        )
        for row in rows.select_related("item")
    )


def person_case(code: str) -> str:
    """The code of the case in which a person was written down.

    Raises:
        UnknownNameError: Nobody has this code, or what told of them was erased.
    """
    found = models.ConsentPerson.objects.filter(code=code).values_list("case__code", flat=True)
    if not found:
        raise UnknownNameError(
            f"nobody is written down as {code!r}; tawthiq evidence consent list names them",
            f"لا شخص مسجَّل بالرمز {code!r}؛ الأمر tawthiq evidence consent list يسردهم",
        )
    return str(found[0])


def _event(row: models.ConsentEvent) -> Consent | Withdrawal:
    use = Use(Purpose(row.purpose), row.recipient) if row.purpose else None
    given = row.given.astimezone(UTC)
    if row.is_withdrawal:
        return Withdrawal(row.person, use, given, row.taken_by)
    assert use is not None
    return Consent(row.person, use, given, row.until, row.taken_by, row.record)
