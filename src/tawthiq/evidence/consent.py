"""What a person agreed to, for what and for whom, until when, and what they took back.

Consent belongs to a person, not to a file. It is for one purpose; for sharing it is for one
named body. Nothing follows from it but that: who agrees to a court has not agreed to a
newspaper. Where nobody asked, or nobody looked who is in a picture, the answer is no.

Everything here is a pure function of the history, in the order in which it was written down.
Of two things said about the same purpose and recipient the later one holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from tawthiq.values.both import Both


class Purpose(StrEnum):
    """What somebody's evidence or data may be used for."""

    STORE = "store"
    """To keep it."""
    SHARE = "share"
    """To give it to one named body."""
    PUBLISH = "publish"
    """To show it to everybody, without the name and the picture of the person."""
    PUBLISH_NAME = "publish-name"
    """To show the name as well."""
    PUBLISH_PICTURE = "publish-picture"
    """To show the face, the voice, or whatever else a person is known by."""


_SAID = {
    Purpose.STORE: Both("to store it", "الحفظ"),
    Purpose.SHARE: Both("to share it with a named body", "المشاركة مع جهة مسمّاة"),
    Purpose.PUBLISH: Both("to publish it", "النشر"),
    Purpose.PUBLISH_NAME: Both("to publish the name", "نشر الاسم"),
    Purpose.PUBLISH_PICTURE: Both("to publish the picture", "نشر الصورة"),
}

# What must be allowed as well. Nothing else follows from anything.
_NEEDS = {
    Purpose.STORE: (),
    Purpose.SHARE: (Purpose.STORE,),
    Purpose.PUBLISH: (Purpose.STORE,),
    Purpose.PUBLISH_NAME: (Purpose.PUBLISH, Purpose.STORE),
    Purpose.PUBLISH_PICTURE: (Purpose.PUBLISH, Purpose.STORE),
}


@dataclass(frozen=True, slots=True)
class Use:
    """One purpose, and for sharing the body with which.

    Attributes:
        purpose: What for.
        recipient: The id of a body; only for sharing.
    """

    purpose: Purpose
    recipient: str = ""

    def __post_init__(self) -> None:
        if bool(self.recipient) != (self.purpose is Purpose.SHARE):
            raise ValueError(f"{self.purpose} with the recipient {self.recipient!r} says nothing")

    def said(self) -> Both:
        if not self.recipient:
            return _SAID[self.purpose]
        return Both(f"to share it with {self.recipient}", f"المشاركة مع {self.recipient}")

    def and_what_it_needs(self) -> tuple[Use, ...]:
        return (*(Use(purpose) for purpose in _NEEDS[self.purpose]), self)


STORING = Use(Purpose.STORE)


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agreed to one use.

    Attributes:
        person: By the id that never changes.
        given: When, in UTC.
        until: The last day (UTC) on which it holds; None where no end was agreed.
        taken_by: Who explained it and wrote it down.
        record: The id of the form or recording that shows it; empty where there is none.
    """

    person: str
    use: Use
    given: datetime
    until: date | None
    taken_by: str
    record: str = ""

    def __post_init__(self) -> None:
        _refuse_unnamed(self.person, self.taken_by)
        _refuse_other_zone(self.given)
        if self.until is not None and self.until < self.given.date():
            raise ValueError(f"a consent of {self.given.date()} cannot end on {self.until}")


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A person took something back. It holds from the moment in which it is known here.

    Attributes:
        use: What; None for everything they ever agreed to.
        taken_by: Who was told.
    """

    person: str
    use: Use | None
    given: datetime
    taken_by: str

    def __post_init__(self) -> None:
        _refuse_unnamed(self.person, self.taken_by)
        _refuse_other_zone(self.given)


@dataclass(frozen=True, slots=True)
class Release:
    """Something about persons left the house.

    Attributes:
        persons: Who is in it.
        item: What left.
        use: For which purpose, and to whom.
        time: When, in UTC.
        where: The package, page or export in which it left.
    """

    persons: frozenset[str]
    item: str
    use: Use
    time: datetime
    where: str


Event = Consent | Withdrawal | Release


@dataclass(frozen=True, slots=True)
class Allowed:
    """It may be done. Keep this beside what was done.

    Attributes:
        because: The consents that it rests on, of every person; empty where somebody looked
            and there is no person in it.
    """

    because: tuple[Consent, ...]


@dataclass(frozen=True, slots=True)
class Denied:
    """It must not be done.

    Attributes:
        reasons: One for every person and use that stands in the way.
    """

    reasons: tuple[Both, ...]


NOBODY_LOOKED = None
"""Instead of persons: it is not known who is in it."""


def may(
    use: Use, persons: Iterable[str] | None, history: Sequence[Event], now: datetime
) -> Allowed | Denied:
    """Whether something about these persons may be used so. Every exit asks this.

    Args:
        persons: Everybody who is in it; empty if somebody looked and there is nobody;
            ``NOBODY_LOOKED`` if it is not known.
        history: All that was written down, oldest first; of other persons too.
        now: In UTC; ends are counted by it.
    """
    _refuse_other_zone(now)
    if persons is None:
        return Denied((_NOT_LOOKED,))
    rests_on, reasons = list[Consent](), list[Both]()
    for person in sorted(set(persons)):
        for needed in use.and_what_it_needs():
            match _standing(person, needed, history):
                case Consent() as consent if not _is_over(consent, now):
                    rests_on.append(consent)
                case said:
                    reasons.append(_why_not(person, needed, said))
    return Denied(tuple(reasons)) if reasons else Allowed(tuple(rests_on))


def blocked_by(
    withdrawal: Withdrawal, history: Sequence[Event], uses: Iterable[Use], now: datetime
) -> list[Use]:
    """Which of these uses a withdrawal stops: they were allowed and no longer are."""
    who = [withdrawal.person]
    return [
        use
        for use in uses
        if isinstance(may(use, who, history, now), Allowed)
        and isinstance(may(use, who, [*history, withdrawal], now), Denied)
    ]


def uses_agreed_to(person: str, history: Iterable[Event]) -> list[Use]:
    """Every use that a person ever agreed to, whether or not it still holds, in order."""
    mine = (one for one in history if isinstance(one, Consent) and one.person == person)
    return list(dict.fromkeys(one.use for one in mine))


def already_out(withdrawal: Withdrawal, history: Iterable[Event]) -> list[Release]:
    """Who has already received what a withdrawal takes back: nobody can call it back for them.

    They have to be told one by one; taking back the storing takes back everything.
    """
    return [
        one
        for one in history
        if isinstance(one, Release)
        and withdrawal.person in one.persons
        and (withdrawal.use is None or withdrawal.use in one.use.and_what_it_needs())
    ]


def _standing(person: str, use: Use, history: Sequence[Event]) -> Consent | Withdrawal | None:
    """What was said last of this use by this person; None where nothing ever was."""
    for event in reversed(history):
        match event:
            case Consent() if (event.person, event.use) == (person, use):
                return event
            case Withdrawal() if event.person == person and event.use in (None, use):
                return event
            case _:
                continue
    return None


def _is_over(consent: Consent, now: datetime) -> bool:
    return consent.until is not None and now.date() > consent.until


_NOT_LOOKED = Both(
    "nobody has looked yet who is in this; name the persons, or say that there are none",
    "لم ينظر أحد بعد مَن يظهر في هذا؛ سمِّ الأشخاص أو صرّح بأنه لا أحد فيه",
)


def _why_not(person: str, use: Use, said: Consent | Withdrawal | None) -> Both:
    match said:
        case Consent(until=until):
            return Both(
                f"the consent of {person} {use.said().en} ended on {until}; ask again",
                f"انتهت موافقة {person} على {use.said().ar} في {until}؛ اسأل من جديد",
            )
        case Withdrawal(given=given):
            return Both(
                f"{person} withdrew the consent {use.said().en} on {given:%Y-%m-%d}",
                f"سحب {person} موافقته على {use.said().ar} في {given:%Y-%m-%d}",
            )
        case None:
            return Both(
                f"{person} was never asked, or did not agree, {use.said().en}",
                f"لم يُسأل {person} أو لم يوافق على {use.said().ar}",
            )


def _refuse_unnamed(*names: str) -> None:
    if not all(names):
        raise ValueError("a consent or withdrawal names the person, and who wrote it down")


def _refuse_other_zone(moment: datetime) -> None:
    if moment.tzinfo is not UTC:
        raise ValueError(f"a moment is given in UTC, not as {moment}")
