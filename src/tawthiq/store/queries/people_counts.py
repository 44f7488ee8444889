"""People as a count takes them, and the draws of the last linkage laid over them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from tawthiq.claims.group import Age, Sex, Status
from tawthiq.counts.people import Draw, Line, PeopleTable, Somebody, tally_people
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level
from tawthiq.records.person import Filed, Person, Standing, assemble
from tawthiq.store import models
from tawthiq.store.packed import Numbers, first_rows, unpack
from tawthiq.store.person_rows import roles_from_text
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.linkage import last_run
from tawthiq.store.queries.places import find_places_of_people, gazetteer
from tawthiq.store.queries.records_of_people import list_of_records, standing_records
from tawthiq.store.queries.sources import sources_of
from tawthiq.values.when import Precision, When

People = tuple[tuple[Somebody, ...], tuple[Draw, ...]]
_ROW = (
    "number", "standing", "sex", "age_group", "status", "roles", "places", "first", "last",
    "precision", "parties",
)  # fmt: skip


def people_by(case: str, line: Line) -> PeopleTable:
    """The people of a case along a line.

    Raises:
        UnknownNameError: No case has this code.
    """
    people, draws = people_and_draws(row_of(case))
    return tally_people(people, draws, line)


def people_and_draws(case: models.Case) -> People:
    """Everybody in a case, and how they may also be; read once for each state of the case."""
    return _read(case.pk, case.state)


@lru_cache(maxsize=2)
def _read(case: int, state: str) -> People:
    held = models.Case.objects.get(pk=case)
    numbers, people = _people(held)
    return people, tuple(_Drawing(held, numbers, people).draws())


def _people(case: models.Case) -> tuple[dict[int, int], tuple[Somebody, ...]]:
    """Everybody by number: the position of each, and what a count sees of them."""
    lists, known = _lists(case), gazetteer()
    rows = models.Person.objects.filter(case=case).order_by("number").values_list(*_ROW)
    people = [(row[0], _somebody(row, lists.get(row[0], ()), known)) for row in rows.iterator(2000)]
    return {number: at for at, (number, _) in enumerate(people)}, tuple(s for _, s in people)


def _somebody(row: tuple[Any, ...], lists: tuple[str, ...], known: Gazetteer) -> Somebody:
    _, standing, sex, age, status, roles, places, first, last, precision, parties = row
    codes = json.loads(places) if isinstance(places, str) else places
    return Somebody(
        standing=Standing(standing),
        sex=Sex(sex) if sex else None,
        age=Age(age) if age else None,
        status=Status(status),
        roles=roles_from_text(roles),
        governorates=_governorates(codes, known),
        died=When(first, last, Precision(precision)),
        parties=frozenset(json.loads(parties) if isinstance(parties, str) else parties),
        lists=lists,
    )


def _governorates(places: Sequence[str], known: Gazetteer) -> tuple[str, ...]:
    found = (known.holder(code, Level.GOVERNORATE) for code in places)
    return tuple(sorted({place.code for place in found if place}))


def _lists(case: models.Case) -> dict[int, tuple[str, ...]]:
    """The codes of the lists that have each person."""
    of_record = list_of_records(case)
    found: dict[int, set[str]] = {}
    members = models.PersonMember.objects.filter(case=case).values_list("record", "person")
    for record, person in members.iterator(2000):
        found.setdefault(person, set()).add(of_record[record])
    return {person: tuple(sorted(codes)) for person, codes in found.items()}


class _Drawing:
    """Turns draws of a run into who is gone and who comes.

    Where somebody has decided about a person since, the decision stands in every draw.
    """

    def __init__(
        self, case: models.Case, position: dict[int, int], people: tuple[Somebody, ...]
    ) -> None:
        self._case, self._position, self._people = case, position, people
        members = models.PersonMember.objects.filter(case=case)
        self._person_of = dict(members.values_list("record", "person").iterator(2000))
        self._made: dict[tuple[int, ...], Somebody] = {}

    def draws(self) -> Iterator[Draw]:
        run = last_run(self._case)
        if run is None:
            return
        packed = models.LinkageRun.objects.only("records", "clusters", "draws").get(pk=run.pk)
        records, base = unpack(packed.records), first_rows(unpack(packed.clusters))
        if not len(records):
            return
        apart = unpack(packed.draws).reshape(-1, len(records))
        decided = self._decided(records, base)
        regrouped = [list(_regrouped(base, base + each, decided)) for each in apart]
        self._make({g for each in regrouped for _, come in each for g in come}, records)
        for each in regrouped:
            yield self._draw(each, records)

    def _decided(self, records: Numbers, base: Numbers) -> frozenset[int]:
        """Groups of the run that are not the people of today: somebody decided about them."""
        numbers = records.tolist()
        now = [self._person_of.get(number, -1) for number in numbers]
        first = [numbers[at] for at in base.tolist()]
        size = np.bincount(base, minlength=len(records))
        held: dict[int, int] = {}
        for person in self._person_of.values():
            held[person] = held.get(person, 0) + 1
        return frozenset(
            at
            for at, person, number in zip(base.tolist(), now, first, strict=True)
            if person != number or held.get(person) != int(size[at])
        )

    def _draw(self, changes: list[tuple[list[int], list[tuple[int, ...]]]],
              records: Numbers) -> Draw:  # fmt: skip
        gone = {
            self._position[self._person_of[int(records[at])]] for rows, _ in changes for at in rows
        }
        come = tuple(self._made[group] for _, groups in changes for group in groups)
        return Draw(tuple(sorted(gone)), come)

    def _make(self, groups: set[tuple[int, ...]], records: Numbers) -> None:
        """Put together every group that a draw makes and that is no person of today."""
        find, sources, known = find_places_of_people(), sources_of(self._case), gazetteer()
        wanted = {int(records[at]) for group in groups for at in group}
        filed = {n: Filed(n, r, find(r)) for n, r in standing_records(self._case, wanted)}
        lists = list_of_records(self._case, wanted)
        for group in groups:
            numbers = [int(records[at]) for at in group]
            person = assemble((filed[number] for number in numbers), sources)
            codes = tuple(sorted({lists[number] for number in numbers}))
            self._made[group] = _counted_as(person, codes, known)


def _counted_as(person: Person, lists: tuple[str, ...], known: Gazetteer) -> Somebody:
    return Somebody(
        person.standing, person.sex, person.age_group, person.status, person.roles,
        _governorates(person.places, known), person.died, person.parties, lists,
    )  # fmt: skip


def _regrouped(
    base: Numbers, drawn: Numbers, decided: frozenset[int]
) -> Iterator[tuple[list[int], list[tuple[int, ...]]]]:
    """Rows whose groups are others in a draw, with those groups; each change by itself.

    Args:
        base, drawn: For each row the first row of its group.
        decided: Groups of the base that stay as they are today, and whatever would touch them.
    """
    changed = np.flatnonzero(base != drawn)
    if not len(changed):
        return
    labels = np.union1d(base[changed], drawn[changed])
    rows = np.flatnonzero(np.isin(base, labels) | np.isin(drawn, labels))
    for part in _connected(rows.tolist(), base, drawn):
        if decided.isdisjoint(int(base[at]) for at in part):
            groups: dict[int, list[int]] = {}
            for at in part:
                groups.setdefault(int(drawn[at]), []).append(at)
            yield part, [tuple(group) for group in groups.values()]


def _connected(rows: list[int], base: Numbers, drawn: Numbers) -> list[list[int]]:
    """Rows that share a group in the base or in the draw, by way of others or not."""
    top: dict[int, int] = {}

    def find(label: int) -> int:
        while top.setdefault(label, label) != label:
            label = top[label]
        return label

    for at in rows:
        top[find(int(drawn[at]))] = find(int(base[at]))
    parts: dict[int, list[int]] = {}
    for at in rows:
        parts.setdefault(find(int(base[at])), []).append(at)
    return list(parts.values())
