"""How one number stands to all the others of its case, and what they may do together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from tawthiq.counts.count import Count
from tawthiq.counts.relation import Kinship, Line, Relation, relate
from tawthiq.values.both import Both, joined
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When
from tawthiq.web.charts.share import share
from tawthiq.web.reader import Reader
from tawthiq.web.wording.names import KINSHIP_NAMES, LINE_NAMES, MAY_DO, basis_key, parties_of

_ORDER = (Kinship.SAME, Kinship.PART, Kinship.WHOLE, Kinship.DISJOINT, Kinship.OVERLAPPING)


@dataclass(frozen=True, slots=True)
class Related:
    """Another number beside this one.

    Attributes:
        kinship: In words.
        lines, why: The lines along which the two differ, as keys and in words.
        may: What may be done with the two.
        share: A part drawn inside its whole, where one is a part of the other.
    """

    name: str
    title: Both
    how_many: HowMany
    basis: str
    when: When
    where: Both
    parties: Both
    kinship: Both
    key: Kinship
    lines: tuple[Line, ...]
    why: Both
    may: Both
    share: SafeString


@dataclass(frozen=True, slots=True)
class Relations:
    """All other numbers of the case.

    Attributes:
        near: The same number, its parts, and the wholes that it is a part of.
        disjoint, overlapping: Those that may and may not be added to it.
        elsewhere: The same question on another basis, and parts or the whole of it.
        incomparable: How many cannot be compared at all, by reason.
    """

    near: tuple[Related, ...]
    disjoint: tuple[Related, ...]
    overlapping: tuple[Related, ...]
    elsewhere: tuple[Related, ...]
    incomparable: tuple[tuple[Both, int], ...]


def relations(count: Count, others: Iterable[Count], reader: Reader) -> Relations:
    """Relate a count to the others of its case, from their definitions alone."""
    related: list[Related] = []
    elsewhere: list[Related] = []
    incomparable: dict[tuple[Line, ...], int] = {}
    for other in others:
        if other.name == count.name or other.value is None:
            continue
        found = relate(other.definition, count.definition)
        if found.kinship is not Kinship.NOT_COMPARABLE:
            related.append(_related(other, count, found, reader))
        elif found.lines == (Line.BASIS,) and (asked := _elsewhere(other, count, reader)):
            elsewhere.append(asked)
        else:
            incomparable[found.lines] = incomparable.get(found.lines, 0) + 1
    return Relations(
        near=_of(related, Kinship.SAME, Kinship.PART, Kinship.WHOLE),
        disjoint=_of(related, Kinship.DISJOINT),
        overlapping=_of(related, Kinship.OVERLAPPING),
        elsewhere=tuple(sorted(elsewhere, key=_rank)),
        incomparable=tuple(_by_reason(incomparable)),
    )


def _of(related: Iterable[Related], *kinships: Kinship) -> tuple[Related, ...]:
    return tuple(sorted((each for each in related if each.key in kinships), key=_rank))


def _elsewhere(other: Count, count: Count, reader: Reader) -> Related | None:
    """The same question, or a part or the whole of it, answered on another basis."""
    asked = relate(other.definition, count.definition, mind_basis=False)
    if asked.kinship not in (Kinship.SAME, Kinship.PART, Kinship.WHOLE):
        return None
    return _related(other, count, asked, reader)


def _related(other: Count, count: Count, found: Relation, reader: Reader) -> Related:
    assert other.value is not None  # numbers without a value were passed over
    return Related(
        name=other.name,
        title=other.title,
        how_many=other.value,
        basis=basis_key(other.definition.basis),
        when=other.definition.when,
        where=other.definition.where.name,
        parties=parties_of(other.definition),
        kinship=KINSHIP_NAMES[found.kinship],
        key=found.kinship,
        lines=found.lines,
        why=joined((LINE_NAMES[line] for line in found.lines), Both(", ", "، ")),
        may=MAY_DO[found.kinship],
        share=_share(other.value, count.value, found.kinship, reader),
    )


def _share(other: HowMany, own: HowMany | None, kinship: Kinship, reader: Reader) -> SafeString:
    if own is None or kinship not in (Kinship.PART, Kinship.WHOLE):
        return SafeString("")
    part, whole = (other, own) if kinship is Kinship.PART else (own, other)
    if not 0 < whole.headline >= part.headline:
        return SafeString("")  # numbers of different days can contradict their definitions
    return share(part.headline, whole.headline, reader)


def _rank(related: Related) -> tuple[int, int, int]:
    """The nearest kin first, then what differs along the fewest lines, then the largest."""
    return _ORDER.index(related.key), len(related.lines), -related.how_many.headline


def _by_reason(incomparable: dict[tuple[Line, ...], int]) -> Iterator[tuple[Both, int]]:
    for lines, number in sorted(incomparable.items(), key=lambda pair: -pair[1]):
        yield joined((LINE_NAMES[line] for line in lines), Both(", ", "، ")), number
