"""The list of people as a page shows it, with what of the work is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tawthiq.records.person import STANDINGS, Standing
from tawthiq.store import models
from tawthiq.store.queries.lists import ListInBrief
from tawthiq.store.queries.people import Listed, Page, numbers_by_standing
from tawthiq.store.queries.review import queue
from tawthiq.values.both import Both
from tawthiq.values.when import When
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.people.wording import DISAGREEMENTS, SEXES, age_said, sure
from tawthiq.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Row:
    """One person in the list; words are "" where nothing is said."""

    number: int
    name: str
    standing: str
    sex: str
    age: str
    died: When
    place: str
    records: int
    sources: int
    sure: str
    differ: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The list, and how much there is of each standing.

    Attributes:
        to_review: How many pairs wait to be looked at.
    """

    rows: tuple[Row, ...]
    next: int
    total: int
    standings: tuple[tuple[Both, int], ...]
    people: int
    to_review: int


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list that the people come from."""

    code: str
    voice: Voice
    title: str
    records: int
    last: date


def people_page(case: models.Case, found: Page, reader: Reader) -> PeoplePage:
    numbers = numbers_by_standing(case)
    waiting = queue(case, "")
    return PeoplePage(
        rows=tuple(_row(each, reader) for each in found.rows),
        next=found.next,
        total=found.total,
        standings=tuple((STANDINGS[each], numbers[each]) for each in Standing),
        people=sum(numbers.values()),
        to_review=waiting.open + waiting.disputed,
    )


def list_rows(lists: Iterable[ListInBrief], reader: Reader) -> tuple[ListRow, ...]:
    return tuple(
        ListRow(each.code, voice(each.source, reader), each.title, each.records, each.last_taken)
        for each in lists
    )


def _row(person: Listed, reader: Reader) -> Row:
    language = reader.language
    return Row(
        number=person.number,
        name=person.name,
        standing=STANDINGS[person.standing].in_(language),
        sex=SEXES[person.sex].in_(language) if person.sex else "",
        age=age_said(person.age, person.age_group, reader),
        died=person.died,
        place=person.place.in_(language),
        records=person.records,
        sources=person.sources,
        sure="" if person.weakest is None else sure(person.weakest, reader),
        differ=(", " if language == "en" else "، ").join(
            DISAGREEMENTS[each].in_(language) for each in person.disagreements
        ),
    )
