"""Write down who is in the evidence, what they agreed to, and what they took back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing, in_one_piece
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.evidence.consent import (
    STORING,
    Allowed,
    Consent,
    Denied,
    Purpose,
    Release,
    Use,
    Withdrawal,
    already_out,
    blocked_by,
    uses_agreed_to,
)
from tawthiq.evidence.consent import may as may_be
from tawthiq.store import models
from tawthiq.store.codecs import canonical
from tawthiq.store.queries.consents import history, person_case, persons_in
from tawthiq.store.queries.evidence import item_row


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a withdrawal did.

    Attributes:
        blocked: Uses that were allowed until now and no longer are.
        already_out: Who has received something already and has to be told, one by one.
    """

    withdrawal: Withdrawal
    blocked: tuple[Use, ...]
    already_out: tuple[Release, ...]


def may(item: str, use: Use, now: datetime | None = None) -> Allowed | Denied:
    """Whether an item may leave for this use. Every exit asks this and nothing else.

    The answer is no where nobody looked who is in it, and where what told of it was erased.

    Args:
        now: In UTC; by default this moment.

    Raises:
        UnknownNameError: No item has this code.
    """
    row = item_row(item)
    return may_be(use, persons_in(row), history(row.case.code), now or datetime.now(UTC))


def name_person(case: str, *, by: str, name: str = "", note: str = "") -> str:
    """Write down somebody who can consent; their code, which tells nothing of them.

    Raises:
        UnknownNameError: No case has this code.
    """
    rights.require_consent(by, case)
    with changing(case) as held:
        # Not from the highest number that is there: what was erased never returns as another.
        told = models.JournalEntry.objects.filter(action="name-person").count()
        code = f"P-{told + 1:04}"
        models.ConsentPerson.objects.create(
            case=held, code=code, name=name.strip(), note=note.strip(), at=datetime.now(UTC)
        )
        journal.write(held, by=by, action="name-person", what={"person": code})
    return code


def see_persons(item: str, persons: Iterable[str], *, by: str) -> None:
    """Write down that somebody looked, and who is in an item; nobody is an answer too.

    Raises:
        UnknownNameError: There is no such item, or nobody of its case has one of these codes.
    """
    with in_one_piece():
        row = item_row(item)
        rights.require_consent(by, row.case.code)
        codes = sorted(set(persons))
        for code in codes:
            if person_case(code) != row.case.code:
                raise _of_another_case(code, row.case.code)
        models.PersonsSeen.objects.create(
            item=row, persons=canonical(codes), by=by, at=datetime.now(UTC)
        )
        what = {"item": row.code, "number": len(codes)}
        journal.write(row.case, by=by, action="see-persons", what=what)


def consent(
    person: str,
    use: Use,
    *,
    by: str,
    given: datetime | None = None,
    until: date | None = None,
    record: str = "",
) -> None:
    """Write down that a person agreed to one use.

    Args:
        by: Who explained it and wrote it down.
        given: When they said so, in UTC; by default now.
        until: The last day on which it holds.
        record: The code of the form or recording that shows it.

    Raises:
        UnknownNameError: Nobody has this code.
        InputError: It ends before it begins.
    """
    case = person_case(person)
    rights.require_consent(by, case)
    moment = given or datetime.now(UTC)
    if until is not None and until < moment.date():
        raise InputError(
            f"a consent of {moment.date()} cannot end on {until}; name a later day",
            f"لا يمكن أن تنتهي موافقة {moment.date()} في {until}؛ اذكر يومًا لاحقًا",
        )
    _write_down(case, Consent(person, use, moment, until, by, record), by)


def withdraw(person: str, use: Use | None, *, by: str, given: datetime | None = None) -> Withdrawn:
    """Write down that a person took something back. It holds from this moment.

    Args:
        use: What; None for everything they ever agreed to.
        by: Who was told.

    Raises:
        UnknownNameError: Nobody has this code.
    """
    case = person_case(person)
    rights.require_consent(by, case)
    now = datetime.now(UTC)
    withdrawal = Withdrawal(person, use, given or now, by)
    before = history(case)
    # Storing goes with every use: to take it back stops them all.
    uses = dict.fromkeys([STORING, *uses_agreed_to(person, before)])
    blocked = blocked_by(withdrawal, before, uses, now)
    _write_down(case, withdrawal, by)
    return Withdrawn(withdrawal, tuple(blocked), tuple(already_out(withdrawal, before)))


def release(
    row: models.EvidenceItem, use: Use, *, persons: Iterable[str], where: str, at: datetime
) -> None:
    """Keep that an item left the house; inside the change that let it go."""
    models.Release.objects.create(
        item=row,
        persons=canonical(sorted(set(persons))),
        purpose=use.purpose,
        recipient=use.recipient,
        where=where,
        at=at,
    )


def _write_down(case: str, event: Consent | Withdrawal, by: str) -> None:
    with changing(case) as held:
        is_withdrawal = isinstance(event, Withdrawal)
        models.ConsentEvent.objects.create(
            case=held,
            is_withdrawal=is_withdrawal,
            person=event.person,
            purpose=event.use.purpose if event.use else "",
            recipient=event.use.recipient if event.use else "",
            given=event.given,
            until=event.until if isinstance(event, Consent) else None,
            taken_by=event.taken_by,
            record=event.record if isinstance(event, Consent) else "",
            at=datetime.now(UTC),
        )
        what = {"person": event.person, "purpose": event.use.purpose if event.use else "all"}
        action = "withdraw-consent" if is_withdrawal else "record-consent"
        journal.write(held, by=by, action=action, what=what)


def use_of(purpose: str, recipient: str = "") -> Use:
    """A use from what somebody typed.

    Raises:
        InputError: There is no such purpose, or a body is missing or too many.
    """
    try:
        return Use(Purpose(purpose), recipient.strip())
    except ValueError:
        known = ", ".join(Purpose)
        raise InputError(
            f"{purpose!r} is for one of {known}; only share has a recipient, and it needs one",
            f"{purpose!r}: الأغراض هي {known}؛ وللمشاركة وحدها جهة مستلمة ولا بد من تسميتها",
        ) from None


def _of_another_case(person: str, case: str) -> UnknownNameError:
    return UnknownNameError(
        f"{person} is not a person of the case {case}; name them in this case first",
        f"ليس {person} من أشخاص الملف {case}؛ سجّله في هذا الملف أولًا",
    )
