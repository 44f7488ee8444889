"""A wording to use instead: the source's own numbers, with time, place and parts as parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawthiq.claims.group import CHILDREN, CIVILIANS, WOMEN
from tawthiq.counts.definition import Unit
from tawthiq.records.rule import RULES
from tawthiq.records.vocabulary import parties
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.known import KnownCount
from tawthiq.statements.reading.reading import Mention
from tawthiq.statements.wording import (
    according_to,
    frame_said,
    number_said,
    subject_said,
    value_of,
    window_said,
)
from tawthiq.values.both import NOTHING, Both, joined


def proposal(bench: Bench, counts: Sequence[KnownCount], mentions: Sequence[Mention]) -> Both:
    """A sentence with the right numbers, or nothing where none is known."""
    if not counts:
        return NOTHING
    killed = [c for c in counts if c.count.definition.unit is Unit.KILLED]
    if killed:
        for count in killed:
            if _is_plain_total(count):
                return total_proposal(bench, count)
        whole = next((t for c in killed for t in bench.siblings(c) if _is_plain_total(t)), None)
        if whole is not None:
            return total_proposal(bench, whole)
    return list_proposal(
        bench, [c for c in counts if not c.count.definition.inside][:4] or counts[:2]
    )


def _is_plain_total(count: KnownCount) -> bool:
    definition = count.count.definition
    return (
        definition.unit is Unit.KILLED
        and definition.who == CIVILIANS
        and not definition.inside
        and definition.parties is None
    )


def list_proposal(bench: Bench, counts: Sequence[KnownCount]) -> Both:
    """ "According to STJ, from 1 to 23 June 2019, Idlib: 2 hospitals out of service, …"."""
    source, frame = according_to(bench.known, counts[0]), frame_said(counts[0])
    same = [c for c in counts if frame_said(c) == frame]
    items_en = ", ".join(f"{number_said(value_of(c)).en} {subject_said(c).en}" for c in same)
    items_ar = "، ".join(f"{subject_said(c).ar}: {number_said(value_of(c)).ar}" for c in same)
    return Both(f"{source.en}, {frame.en}: {items_en}.", f"{source.ar}، {frame.ar}: {items_ar}.")


def total_proposal(bench: Bench, total: KnownCount) -> Both:
    """The total with its window and area, children and women as parts, the split by party."""
    siblings = bench.siblings(total)
    english = [_total_in_english(bench, total, siblings), *_split_in_english(siblings)]
    arabic = [_total_in_arabic(bench, total, siblings), *_split_in_arabic(siblings)]
    return Both(" ".join(english), " ".join(arabic))


def _part(siblings: Iterable[KnownCount], who: object, inside: bool = False) -> KnownCount | None:
    for sibling in siblings:
        definition = sibling.count.definition
        if (
            definition.unit is Unit.KILLED
            and definition.who == who
            and definition.parties is None
            and bool(definition.inside) is inside
        ):
            return sibling
    return None


def _parts_of(siblings: Sequence[KnownCount], inside: bool = False) -> list[tuple[Both, str]]:
    names = ((CHILDREN, Both("children", "أطفال")), (WOMEN, Both("women", "نساء")))
    found = [(name, _part(siblings, who, inside)) for who, name in names]
    return [(name, f"{value_of(part).headline:,}") for name, part in found if part]


_AREAS = ("zone", "area", "surroundings", "region", "plain")


def _total_in_english(bench: Bench, total: KnownCount, siblings: Sequence[KnownCount]) -> str:
    parts = [f"{number} {name.en}" for name, number in _parts_of(siblings)]
    including = f", including {' and '.join(parts)}," if parts else ""
    where = total.count.definition.where.name.en
    article = "the " if where.split()[-1:] and where.split()[-1] in _AREAS else ""
    area = f" in {article}{where}" if where else ""
    return (
        f"{according_to(bench.known, total).en}, {number_said(value_of(total)).en} civilians"
        f"{including} were killed {window_said(total).en}{area}."
    )


def _total_in_arabic(bench: Bench, total: KnownCount, siblings: Sequence[KnownCount]) -> str:
    parts = [f"{name.ar}: {number}" for name, number in _parts_of(siblings)]
    including = f"، من بينهم {'، و'.join(parts)}" if parts else ""
    where = total.count.definition.where.name.ar
    area = f"، في {where}" if where else ""
    return (
        f"{according_to(bench.known, total).ar}، {window_said(total).ar}{area}،"
        f" مدنيون قُتلوا: {number_said(value_of(total)).ar}{including}."
    )


def split_of(siblings: Iterable[KnownCount], total: KnownCount) -> list[KnownCount]:
    """The same question, party by party; of two names for one party the narrower."""
    mine = total.count.definition
    lines = [
        s
        for s in siblings
        if s.count.definition.parties is not None
        and s.count.definition.unit is mine.unit
        and s.count.definition.who == mine.who
        and s.count.definition.inside == mine.inside
        and s.count.definition.sites == mine.sites
    ]
    apart: list[KnownCount] = []
    for line in lines:
        keys = line.count.definition.parties or frozenset()
        if all(not keys & (other.count.definition.parties or frozenset()) for other in apart):
            apart.append(line)
    return sorted(apart, key=lambda line: -value_of(line).headline)


def party_said(count: KnownCount) -> Both:
    """The parties of one line, by the widest words that name them."""
    keys = count.count.definition.parties or frozenset()
    tree = parties()
    top = [key for key in tree if key in keys and tree[key].parent not in keys]
    return joined((tree[key].name for key in top), Both(" and ", " و"))


def _split_in_english(siblings: Sequence[KnownCount]) -> list[str]:
    total = _part(siblings, CIVILIANS)
    split = split_of(siblings, total) if total else []
    said = []
    if len(split) > 1:
        lines = [f"{value_of(line).headline:,} to {party_said(line).en}" for line in split]
        said.append(f"It attributes {' and '.join(lines)}.")
    inside = _part(siblings, CIVILIANS, inside=True)
    if total and inside:
        said.append(_massacres_in_english(siblings, inside))
    return said


def _split_in_arabic(siblings: Sequence[KnownCount]) -> list[str]:
    total = _part(siblings, CIVILIANS)
    split = split_of(siblings, total) if total else []
    said = []
    if len(split) > 1:
        lines = [f"{value_of(line).headline:,} إلى {party_said(line).ar}" for line in split]
        said.append(f"وتنسب {'، و'.join(lines)}.")
    inside = _part(siblings, CIVILIANS, inside=True)
    if total and inside:
        said.append(_massacres_in_arabic(siblings, inside))
    return said


def _massacres(siblings: Sequence[KnownCount]) -> KnownCount | None:
    return next(
        (
            s
            for s in siblings
            if s.count.definition.unit is Unit.ATTACKS
            and s.count.definition.inside
            and s.count.definition.parties is None
        ),
        None,
    )


def rule_said(count: KnownCount) -> Both:
    """The counting rule in words, or nothing."""
    keys = sorted(count.count.definition.inside)
    return joined((RULES[key].words for key in keys if key in RULES), Both("; ", "؛ "))


def _massacres_in_english(siblings: Sequence[KnownCount], inside: KnownCount) -> str:
    parts = [f"{number} {name.en}" for name, number in _parts_of(siblings, inside=True)]
    among = f" ({', '.join(parts)})" if parts else ""
    attacks = _massacres(siblings)
    number = f"{value_of(attacks).headline:,} " if attacks else ""
    rule = rule_said(inside).en
    return (
        f"Of them, {value_of(inside).headline:,}{among} died in {number}attacks that it counts as"
        f" massacres ({rule})."
    )


def _massacres_in_arabic(siblings: Sequence[KnownCount], inside: KnownCount) -> str:
    parts = [f"{name.ar}: {number}" for name, number in _parts_of(siblings, inside=True)]
    among = f" ({'، '.join(parts)})" if parts else ""
    attacks = _massacres(siblings)
    number = f"، وعددها {value_of(attacks).headline:,}" if attacks else ""
    rule = rule_said(inside).ar
    return (
        f"ومنهم {value_of(inside).headline:,}{among} قُتلوا في هجمات تعدّها مجازر{number} ({rule})."
    )
