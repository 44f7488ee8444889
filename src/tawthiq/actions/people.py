"""Compute people again from records, the last linkage and what was decided about pairs.

Called inside every action that changes one of the three. A person's row holds nothing
that cannot be computed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.records.person import Filed, Person, assemble
from tawthiq.records.same_person import Link, Pair, regroup, touched
from tawthiq.store import models
from tawthiq.store.bulk import chunks, insert
from tawthiq.store.person_cells import COLUMNS, PersonCells, comparable, rows_as_written
from tawthiq.store.queries.linkage import (
    Clusters,
    Decided,
    clusters_of,
    decided,
    last_run,
    links_within,
    opinions,
)
from tawthiq.store.queries.places import find_places_of_people, gazetteer
from tawthiq.store.queries.records_of_people import standing_records
from tawthiq.store.queries.sources import sources_of
from tawthiq.store.sql import Values

_AT_ONCE = 2000  # people held in memory
_MEMBER = ("case_id", "record", "person")


def compute_all(case: models.Case) -> int:
    """Compute every person of a case, inside another action; how many there are."""
    models.Person.objects.filter(case=case).delete()
    models.PersonMember.objects.filter(case=case).delete()
    numbers = models.PersonRecord.objects.filter(case=case, superseded_by=None)
    records = list(numbers.order_by("number").values_list("number", flat=True))
    return _write(case, Grouping.of(case).groups(records))


def compute_of(case: models.Case, records: Iterable[int]) -> int:
    """Compute the people to whom these records belong, before and now; how many there are."""
    grouping = Grouping.of(case)
    concerned = _concerned(grouping, records)
    if not concerned:
        return 0
    for some in chunks(sorted(concerned)):
        held = models.PersonMember.objects.filter(case=case, record__in=some)
        people = list(held.values_list("person", flat=True))
        models.Person.objects.filter(case=case, number__in=people).delete()
        held.delete()
    return _write(case, grouping.groups(sorted(concerned)))


def differing(case: models.Case) -> Iterator[int]:
    """Numbers of people who are not what records, linkage and decisions give now; read only."""
    numbers = models.PersonRecord.objects.filter(case=case, superseded_by=None)
    records = list(numbers.order_by("number").values_list("number", flat=True))
    groups = Grouping.of(case).groups(records)
    ought = {record: group[0] for group in groups for record in group}
    rows = models.PersonMember.objects.filter(case=case).values_list("record", "person")
    held = dict(rows.iterator(chunk_size=5000))
    wrong = {ought[r] if r in ought else held[r] for r in {*ought, *held}
             if ought.get(r) != held.get(r)}  # fmt: skip
    cells, weakest = PersonCells(case.pk, gazetteer()), _weakest(case, groups)
    for some in chunks(groups, _AT_ONCE):
        kept = rows_as_written(case, [group[0] for group in some])
        fresh = (cells.cells(p, weakest.get(p.number)) for p in _assembled(case, some))
        wrong |= {int(str(row[1])) for row in fresh if comparable(row) != kept.get(row[1])}
    people = models.Person.objects.filter(case=case).values_list("number", flat=True)
    yield from sorted(wrong | {*people} - {*ought.values()})


@dataclass(frozen=True, slots=True)
class Grouping:
    """What says which records are one person.

    Attributes:
        touched: Clusters of the run that a decision contradicts.
    """

    case: models.Case
    run: models.LinkageRun | None
    clusters: Clusters
    decided: Decided
    touched: frozenset[int]

    @classmethod
    def of(cls, case: models.Case) -> Grouping:
        run = last_run(case)
        clusters, held = clusters_of(run), decided(opinions(case))
        known = {record for each in (*held.same, *held.apart) for record in each}
        cluster_of = {record: _cluster(clusters, record) for record in known}
        return cls(case, run, clusters, held, touched(cluster_of, held.same, held.apart))

    def cluster_of(self, record: int) -> int:
        """The cluster of a record; one that no run knew is a cluster of its own."""
        return _cluster(self.clusters, record)

    def members(self, cluster: int) -> list[int]:
        return self.clusters.members(cluster) if cluster >= 0 else [-1 - cluster]

    def groups(self, records: Sequence[int]) -> list[list[int]]:
        """The records of each person, given all the records of the clusters that are asked for."""
        untouched: dict[int, list[int]] = {}
        open_: list[int] = []
        for record in records:
            cluster = self.cluster_of(record)
            if cluster in self.touched:
                open_.append(record)
            else:
                untouched.setdefault(cluster, []).append(record)
        groups = [sorted(group) for group in untouched.values()]
        return sorted([*groups, *self._regrouped(open_)])

    def _regrouped(self, records: list[int]) -> list[list[int]]:
        if not records:
            return []
        there = set(records)

        def inside(pairs: Iterable[Pair]) -> list[Pair]:
            return [pair for pair in pairs if there.issuperset(pair)]

        same, apart = inside(self.decided.same), inside(self.decided.apart)
        return regroup(records, self._links(records, apart), same, apart)

    def _links(self, records: list[int], apart: list[Pair]) -> list[Link]:
        """The links inside the clusters; one that nobody held apart stays whole."""
        torn = {self.cluster_of(r) for each in apart for r in each}
        links = links_within(self.run, [r for r in records if self.cluster_of(r) in torn])
        cut = self.run.low if self.run else 1.0
        kept = [link for link in links if link.same >= cut]
        by_cluster: dict[int, list[int]] = {}
        for record in records:
            by_cluster.setdefault(self.cluster_of(record), []).append(record)
        for cluster, members in by_cluster.items():
            if cluster not in torn:
                kept += [Link(members[0], other, 1.0) for other in members[1:]]
        return kept


def _cluster(clusters: Clusters, record: int) -> int:
    known = clusters.cluster_of(record)
    return -1 - record if known is None else known


def _concerned(grouping: Grouping, records: Iterable[int]) -> set[int]:
    """Every record that may change hands with these: of their clusters, and decided to be the same.

    Only decisions join clusters, so nobody else is put together otherwise by them.
    """
    partners: dict[int, list[int]] = {}
    for one, other in grouping.decided.same:
        partners.setdefault(one, []).append(other)
        partners.setdefault(other, []).append(one)
    found, fresh = set[int](), set(records)
    while fresh:
        found |= fresh
        near = {p for r in fresh for p in partners.get(r, ())}
        near |= {m for r in fresh for m in grouping.members(grouping.cluster_of(r))}
        fresh = near - found
    return found


def _write(case: models.Case, groups: list[list[int]]) -> int:
    cells, weakest = PersonCells(case.pk, gazetteer()), _weakest(case, groups)
    for some in chunks(groups, _AT_ONCE):
        people = list(_assembled(case, some))
        rows = [cells.cells(person, weakest.get(person.number)) for person in people]
        insert(models.Person, COLUMNS, rows)
        insert(models.PersonMember, _MEMBER, _members(case, people))
    return len(groups)


def _assembled(case: models.Case, groups: Sequence[Sequence[int]]) -> Iterator[Person]:
    find, sources = find_places_of_people(), sources_of(case)
    wanted = {number for group in groups for number in group}
    filed = {
        number: Filed(number, record, find(record))
        for number, record in standing_records(case, wanted)
    }
    for group in groups:
        yield assemble((filed[number] for number in group), sources)


def _members(case: models.Case, people: Iterable[Person]) -> Iterator[Values]:
    for person in people:
        yield from ((case.pk, each.number, person.number) for each in person.records)


def _weakest(case: models.Case, groups: Sequence[Sequence[int]]) -> Mapping[int, float]:
    """For each person of several records the link by which the least sure of them hangs on."""
    several = [group for group in groups if len(group) > 1]
    run, held = last_run(case), decided(opinions(case))
    same = set(held.same)
    person_of = {record: group[0] for group in several for record in group}
    best: dict[int, float] = {}
    for left, right, probability in _pairs_of(run, person_of):
        sure = 1.0 if (left, right) in same else probability
        for record in (left, right):
            best[record] = max(best.get(record, 0.0), sure)
    for one, other in same:
        if person_of.get(one) is not None and person_of.get(one) == person_of.get(other):
            best[one] = best[other] = 1.0
    found: dict[int, float] = {}
    for record, person in person_of.items():
        if record in best:
            found[person] = min(found.get(person, 1.0), best[record])
    return found


def _pairs_of(
    run: models.LinkageRun | None, person_of: Mapping[int, int]
) -> Iterator[tuple[int, int, float]]:
    """The pairs of a run whose records are of one person."""
    if run is None:
        return
    for some in chunks(sorted(person_of)):
        rows = models.LinkedPair.objects.filter(left__in=some, run=run)
        for left, right, same in rows.values_list("left", "right", "same"):
            if person_of[left] == person_of.get(right):
                yield left, right, same
