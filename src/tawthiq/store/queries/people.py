"""People as lists show them, and one of them with every source's version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from tawthiq.claims.group import Age, Sex
from tawthiq.claims.person_record import AgeSaid
from tawthiq.claims.source import Source
from tawthiq.errors import UnknownNameError
from tawthiq.records.opinions import OnPair, Opinion
from tawthiq.records.person import Filed, Person, Standing, assemble
from tawthiq.records.same_person import Pair, within
from tawthiq.store import models
from tawthiq.store.queries.linkage import last_run, opinions
from tawthiq.store.queries.places import find_places_of_people
from tawthiq.store.queries.records_of_people import list_of_records, standing_records
from tawthiq.store.queries.sources import sources_of
from tawthiq.values.both import Both
from tawthiq.values.text import query_terms
from tawthiq.values.when import When

PAGE = 50


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people a reader asks for.

    Attributes:
        standing: identified, incomplete or unnamed; "" for all.
        words: That stand in a name or a place, in either script.
        several: Only those whom more than one record tells of.
    """

    standing: str = ""
    words: str = ""
    several: bool = False

    @property
    def restricts(self) -> bool:
        return bool(self.standing or self.words or self.several)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as a list shows them.

    Attributes:
        weakest: The probability of the least sure link between the records; None for one.
        disagreements: What sources say differently.
    """

    number: int
    name: str
    sex: Sex | None
    age: AgeSaid
    age_group: Age | None
    died: When
    place: Both
    standing: Standing
    records: int
    sources: int
    weakest: float | None
    disagreements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the list, by number.

    Attributes:
        next: What to ask for as ``after`` to go on, or 0 at the end.
    """

    rows: tuple[Listed, ...]
    next: int
    total: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the history of a person: who held which two records to be what."""

    pair: Pair
    opinion: Opinion | None
    by: str
    because: str
    on: date


@dataclass(frozen=True, slots=True)
class PersonInFull:
    """One person with everything that is held of them.

    Attributes:
        lists: The code of the list of each record.
        links: What the last linkage held of each pair of the records that it kept.
        held: What people hold of pairs of them.
        decisions: On any of the records, oldest first.
        weakest: As in ``Listed``.
    """

    person: Person
    sources: Mapping[str, Source]
    lists: Mapping[int, str]
    versions: Mapping[int, int]
    links: Mapping[Pair, float]
    held: Mapping[Pair, OnPair]
    decisions: tuple[Decision, ...]
    weakest: float | None


def page(
    case: models.Case, wanted: PeopleFilter | None = None, *, after: int = 0, limit: int = PAGE
) -> Page:
    """A page of the people whom a filter lets through, in the order in which they came."""
    found = _filtered(case, wanted or PeopleFilter())
    rows = list(found.filter(number__gt=after).order_by("number")[: limit + 1])
    more = rows[limit - 1].number if len(rows) > limit else 0
    return Page(tuple(_listed(row) for row in rows[:limit]), more, found.count())


def numbers_by_standing(case: models.Case) -> dict[Standing, int]:
    """How many people there are of each standing; every standing is there."""
    rows = models.Person.objects.filter(case=case).values_list("standing").annotate(n=Count("id"))
    found = {Standing(standing): int(number) for standing, number in rows.order_by()}
    return {standing: found.get(standing, 0) for standing in Standing}


def person_of_record(case: models.Case, record: int) -> int:
    """The number of the person to whom a record belongs.

    Raises:
        UnknownNameError: The case has no such record.
    """
    found = models.PersonMember.objects.filter(case=case, record=record)
    number = found.values_list("person", flat=True).first()
    if number is None:
        raise UnknownNameError(
            f"the case {case.code} has no record R{record}; look at its list of people",
            f"ليس في الملف {case.code} سجل R{record}؛ انظر في قائمة الأشخاص",
        )
    return number


def person(case: models.Case, number: int) -> PersonInFull:
    """One person.

    Raises:
        UnknownNameError: The case has no such person.
    """
    row = models.Person.objects.filter(case=case, number=number).first()
    if row is None:
        raise UnknownNameError(
            f"the case {case.code} has no person P{number}; look at its list of people",
            f"ليس في الملف {case.code} شخص P{number}؛ انظر في قائمة الأشخاص",
        )
    members = models.PersonMember.objects.filter(case=case, person=number)
    records = sorted(members.values_list("record", flat=True))
    find, sources = find_places_of_people(), sources_of(case)
    filed = (Filed(n, r, find(r)) for n, r in standing_records(case, records))
    assembled, pairs = assemble(filed, sources), set(within(records))
    everything = opinions(case)
    return PersonInFull(
        person=assembled,
        sources=sources,
        lists=list_of_records(case, records),
        versions=_versions(case, records),
        links=_links(case, records),
        held={pair: held for pair, held in everything.items() if pair in pairs},
        decisions=_decisions(case, records),
        weakest=row.weakest,
    )


def _filtered(case: models.Case, wanted: PeopleFilter) -> QuerySet[models.Person]:
    found = models.Person.objects.filter(case=case)
    if wanted.standing:
        found = found.filter(standing=wanted.standing)
    if wanted.several:
        found = found.filter(records__gt=1)
    if wanted.words.strip():
        groups = query_terms(wanted.words)
        if not groups:
            return found.none()
        for group in groups:
            either = Q()
            for word in group:
                either |= Q(words__contains=f" {word} ")
            found = found.filter(either)
    return found


def _listed(row: models.Person) -> Listed:
    return Listed(
        number=row.number,
        name=row.name,
        sex=Sex(row.sex) if row.sex else None,
        age=AgeSaid(row.age_low, row.age_high),
        age_group=Age(row.age_group) if row.age_group else None,
        died=row.when,
        place=Both(row.place_en, row.place_ar),
        standing=Standing(row.standing),
        records=row.records,
        sources=row.sources,
        weakest=row.weakest,
        disagreements=tuple(each for each in row.disagreements.split("+") if each),
    )


def _versions(case: models.Case, records: list[int]) -> dict[int, int]:
    rows = models.PersonRecord.objects.filter(case=case, number__in=records, superseded_by=None)
    return dict(rows.values_list("number", "version"))


def _links(case: models.Case, records: list[int]) -> dict[Pair, float]:
    run = last_run(case)
    rows = models.LinkedPair.objects.filter(run=run, left__in=records, right__in=records)
    return (
        {} if run is None else {(a, b): p for a, b, p in rows.values_list("left", "right", "same")}
    )


def _decisions(case: models.Case, records: list[int]) -> tuple[Decision, ...]:
    rows = models.PairDecision.objects.filter(
        Q(left__in=records) | Q(right__in=records), case=case
    ).order_by("id")
    return tuple(
        Decision(
            (row.left, row.right), Opinion(row.verdict) if row.verdict else None, row.by,
            row.because, row.at.date(),
        )
        for row in rows
    )  # fmt: skip
