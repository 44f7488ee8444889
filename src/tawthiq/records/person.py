"""Somebody who was killed, as the records of several sources tell of them.

Each source's version stays as it is. What is put together here is for counting and for
lists: where sources disagree nothing is chosen in silence, the disagreement is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import TypeVar

from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.claims.person_record import AgeSaid, PersonRecord
from tawthiq.claims.source import Source, SourceKind
from tawthiq.records.party import read_allegation
from tawthiq.values.both import Both
from tawthiq.values.when import When

FindPlace = Callable[[PersonRecord], tuple[str, ...]]
"""From a record to the codes of the places that its words name."""
Said = TypeVar("Said")


class Standing(StrEnum):
    """What is known of who somebody was: what a count of people may rest on.

    As OHCHR counts for Syria (2021, 2022): a death is identified where the full name, the
    date and the place are known; what lacks one of them is set aside and counted apart.
    """

    IDENTIFIED = "identified"
    INCOMPLETE = "incomplete"
    """Named, and without a full name, a date or a place."""
    UNNAMED = "unnamed"
    """Nobody says the name."""


STANDINGS: Mapping[Standing, Both] = {
    Standing.IDENTIFIED: Both("identified", "محدَّد الهوية"),
    Standing.INCOMPLETE: Both("named, not fully identified", "مسمّى، هويته غير مكتملة"),
    Standing.UNNAMED: Both("unnamed", "غير مسمّى"),
}


@dataclass(frozen=True, slots=True)
class Filed:
    """A record with the number under which it is kept and the places that it names."""

    number: int
    record: PersonRecord
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """What the records of one person come to.

    Attributes:
        number: That of the first record; it names the person while that record is theirs.
        records: By number.
        name: As most independent sources write it; "" for somebody unnamed.
        sex, age_group: None where sources are silent or disagree.
        age: From the lowest to the highest that is said.
        status: UNSTATED where sources are silent or disagree.
        roles: Every role that a source names.
        died: From the first to the last day that the most precise records name.
        places: Codes; several where sources differ.
        parties: Keys of every party that a record alleges.
        standing: What is known of who it was.
        disagreements: What sources say differently: "sex", "age", "status", "died", "place".
        origins: Keys of the independent sources.
    """

    number: int
    records: tuple[Filed, ...]
    name: str
    sex: Sex | None
    age: AgeSaid
    age_group: Age | None
    status: Status
    roles: frozenset[Role]
    died: When
    places: tuple[str, ...]
    parties: frozenset[str]
    standing: Standing
    disagreements: frozenset[str]
    origins: tuple[str, ...]


def assemble(filed: Iterable[Filed], sources: Mapping[str, Source]) -> Person:
    """Put together what the records of one person say.

    Raises:
        ValueError: There is no record, or one names an unknown source.
    """
    records = tuple(sorted(filed, key=lambda each: each.number))
    if not records:
        raise ValueError("a person needs a record")
    said = [each.record for each in records]
    origins = origins_of(said, sources)
    sex, status = _agreed(r.sex for r in said), _status(said)
    died, places = _died(said), _places(records)
    differ = {
        "sex": len({r.sex for r in said if r.sex}) > 1,
        "age": _ages_differ(said),
        "status": len({r.status for r in said} - {Status.UNSTATED}) > 1,
        "died": _days_differ(said),
        "place": len({each.places for each in records if each.places}) > 1 and len(places) > 1,
    }
    return Person(
        number=records[0].number,
        records=records,
        name=_name(said, sources),
        sex=sex,
        age=_age(said),
        age_group=_agreed(r.age_group for r in said),
        status=status,
        roles=frozenset().union(*(r.roles for r in said)),
        died=died,
        places=places,
        parties=frozenset().union(*(read_allegation(r.party_said).parties for r in said)),
        standing=_standing(said, died, places),
        disagreements=frozenset(line for line, is_so in differ.items() if is_so),
        origins=origins,
    )


def origins_of(records: Iterable[PersonRecord], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Keys of the independent sources: who has it from another is no source of its own.

    A compilation counts only where nobody else speaks, and several as one.

    Raises:
        ValueError: A record names a source that is not among ``sources``.
    """
    keys = {record.document.source for record in records}
    if unknown := keys - set(sources):
        raise ValueError(f"a record names the source {sorted(unknown)[0]!r}; unknown")
    origins = sorted({sources[key].origin for key in keys})
    kinds = {sources[key].origin: sources[key].kind for key in keys}
    own = [key for key in origins if kinds[key] is not SourceKind.COMPILATION]
    return tuple(own or origins[:1])


def _standing(said: Sequence[PersonRecord], died: When, places: tuple[str, ...]) -> Standing:
    if not any(record.name.is_said for record in said):
        return Standing.UNNAMED
    is_full = any(record.name.is_full for record in said)
    has_place = bool(places) or any(record.has_place for record in said)
    return Standing.IDENTIFIED if is_full and died.is_closed and has_place else Standing.INCOMPLETE


def _name(said: Sequence[PersonRecord], sources: Mapping[str, Source]) -> str:
    """As most independent sources write it; of those alike the one with most words, then first."""
    by_words: dict[tuple[str, ...], list[PersonRecord]] = {}
    for record in said:
        if record.name.is_said:
            by_words.setdefault(tuple(sorted(record.name.words)), []).append(record)
    if not by_words:
        return ""

    def weight(words: tuple[str, ...]) -> tuple[int, int]:
        return len({sources[r.document.source].origin for r in by_words[words]}), len(words)

    return by_words[max(by_words, key=weight)][0].name.written


def _agreed(said: Iterable[Said | None]) -> Said | None:
    """What all who say something say; None where nobody does, or not all the same."""
    found = Counter(each for each in said if each is not None)
    return next(iter(found)) if len(found) == 1 else None


def _status(said: Sequence[PersonRecord]) -> Status:
    stated = (r.status for r in said if r.status is not Status.UNSTATED)
    return _agreed(stated) or Status.UNSTATED


def _age(said: Sequence[PersonRecord]) -> AgeSaid:
    lows = [r.age.low for r in said if r.age.low is not None]
    highs = [r.age.high for r in said if r.age.high is not None]
    if not lows or not highs:
        return AgeSaid(group=_agreed(r.age_group for r in said))
    return AgeSaid(min(lows), max(highs))


def _ages_differ(said: Sequence[PersonRecord]) -> bool:
    """More than a year apart: lists count birthdays differently."""
    ends = [(r.age.low, r.age.high) for r in said if r.age.low is not None]
    lows = [low for low, _ in ends if low is not None]
    highs = [high for _, high in ends if high is not None]
    apart = bool(lows and highs) and max(lows) - min(highs) > 1
    return apart or len({r.age_group for r in said if r.age_group}) > 1


def _died(said: Sequence[PersonRecord]) -> When:
    precise = _precise(said)
    return reduce(When.hull, precise) if precise else _any_time(said)


def _any_time(said: Sequence[PersonRecord]) -> When:
    return next((r.died for r in said if r.died.is_known), When.unknown())


def _days_differ(said: Sequence[PersonRecord]) -> bool:
    precise = _precise(said)
    return any(not one.may_overlap(other) for one in precise for other in precise)


def _precise(said: Sequence[PersonRecord]) -> list[When]:
    """The times with both ends that hold no other: "in July" says nothing against 22 July."""
    closed = [r.died for r in said if r.died.is_closed]
    return [when for when in closed if not any(_holds(when, other) for other in closed)]


def _holds(wider: When, other: When) -> bool:
    return other.surely_within(wider) and not wider.surely_within(other)


def _places(records: Sequence[Filed]) -> tuple[str, ...]:
    """The places of the records that name the fewest: of one place alone, where any does."""
    fewest = min((len(each.places) for each in records if each.places), default=0)
    return tuple(sorted({p for each in records if len(each.places) == fewest for p in each.places}))
