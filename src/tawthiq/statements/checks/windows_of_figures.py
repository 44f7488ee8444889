"""N03: a number without its window, or in another window or area than its source's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.counts.definition import Unit
from tawthiq.statements.checks.bench import Bench, Verdict
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.fits import Fit, Frame
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.proposals import list_proposal, total_proposal
from tawthiq.statements.checks.source_figures import is_wrong
from tawthiq.statements.known import KnownCount
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.wording import (
    addresses,
    begun,
    figures_said,
    frame_said,
    number_said,
    origin_of,
    source_said,
    subject_said,
    value_of,
)
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("The number has lost its window", "فقد الرقم مدته")
_OTHER = Both("The number belongs to another window or area", "يعود الرقم إلى مدة أو منطقة أخرى")
_NEIGHBOURS = 6  # neighbouring figures that a finding gives at most; house choice


def find(bench: Bench) -> Iterator[Finding]:
    """A number that its source gives for a stated time and area, printed without or in another.

    The number itself is right, and the finding says so. It is silent where the text's
    window is its source's, also when only its end is said ("by 17 July") or it is said in
    months; a window that is only relative ("within three months") is N08's.
    """
    fused = {v.mention.sentence for v in bench.verdicts if is_wrong(bench, v)}
    missing = [
        v for v in bench.verdicts if _lacks_window(bench, v) and v.mention.sentence not in fused
    ]
    for group in _grouped(bench, missing):
        yield _finding(bench, group, [_first(v.right) for v in group], _TITLE, missing=True)
    moved = [v for v in bench.verdicts if _is_moved(bench, v)]
    for group in _grouped(bench, moved):
        yield _finding(bench, group, [_first(v.elsewhere) for v in group], _OTHER, missing=False)


def _first(fits: Sequence[Fit]) -> Fit:
    return fits[0]


def _lacks_window(bench: Bench, verdict: Verdict) -> bool:
    """Right, of a period, and no time is said; a number of another kind is not ours."""
    mention = verdict.mention
    if mention.window is not None or not verdict.right or bench.is_of_one_incident(mention):
        return False
    return verdict.cited or verdict.mention.how_many.headline >= _TELLING


_TELLING = 100
"""An uncited number this large that equals a known total is taken for it: house choice."""


def _is_moved(bench: Bench, verdict: Verdict) -> bool:
    if verdict.right or not verdict.elsewhere or is_wrong(bench, verdict) or not verdict.cited:
        return False
    return not bench.is_of_one_incident(verdict.mention)


def _grouped(bench: Bench, verdicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """The numbers of one paragraph that come from one source are one fault."""
    group: list[Verdict] = []
    for verdict in verdicts:
        if group and _where(bench, group[-1]) != _where(bench, verdict):
            yield group
            group = []
        group.append(verdict)
    if group:
        yield group


def _where(bench: Bench, verdict: Verdict) -> tuple[object, ...]:
    sentence = bench.reading.page.layout.sentences[verdict.mention.sentence]
    fit = (verdict.right or verdict.elsewhere)[0]
    return (sentence.block, verdict.mention.source, origin_of(fit.count))


def _finding(
    bench: Bench, group: Sequence[Verdict], fits: Sequence[Fit], title: Both, *, missing: bool
) -> Finding:
    counts = [fit.count for fit in fits]
    neighbours = _neighbours(bench, counts)
    name = source_said(bench.known.sources, origin_of(counts[0]))
    explanation = joined(
        (
            _missing_said(name, counts) if missing else _moved_said(name, group, fits),
            _neighbours_said(neighbours),
            _other_units_said(bench, counts),
        )
    )
    span = Span(group[0].mention.start, max(v.mention.end for v in group))
    return bench.finding(
        "N03",
        Severity.ERROR,
        span,
        title,
        explanation,
        _suggestion(bench, counts),
        addresses((*counts, *neighbours)),
    )


def _numbers_said(counts: Sequence[KnownCount]) -> Both:
    return joined(
        (
            Both(
                f"{number_said(value_of(c)).en} {subject_said(c).en}",
                f"{subject_said(c).ar}: {number_said(value_of(c)).ar}",
            )
            for c in counts
        ),
        Both(", ", "، "),
    )


def _missing_said(name: Both, counts: Sequence[KnownCount]) -> Both:
    figures = _numbers_said(counts)
    frames = joined(dict.fromkeys(frame_said(count) for count in counts), Both("; ", "؛ "))
    one = len(counts) == 1
    right = "The number is right" if one else "The numbers are right"
    window = "its window" if one else "their window"
    right_ar, window_ar = ("الرقم صحيح", "مدته") if one else ("الأرقام صحيحة", "مدتها")
    return Both(
        f"{right}, only {window} is missing. {begun(name.en)} reports {figures.en} for this"
        f" time and area"
        f" alone: {frames.en}.",
        f"{right_ar}، ولا ينقص إلا {window_ar}. فجهة «{name.ar}» تورد ({figures.ar}) عن هذه المدة"
        f" والمنطقة فقط: {frames.ar}.",
    )


def _moved_said(name: Both, group: Sequence[Verdict], fits: Sequence[Fit]) -> Both:
    figures = figures_said(fit.count for fit in fits)
    area = all(fit.when is not Frame.OTHER for fit in fits)
    line = Both("area", "المنطقة") if area else Both("window", "المدة")
    return Both(
        f"The number is {name.en}’s, but of another {line.en} than the text says: {figures.en}.",
        f"الرقم لجهة «{name.ar}»، لكنّ {line.ar} غير ما يقوله النص: {figures.ar}.",
    )


def _neighbours(bench: Bench, counts: Sequence[KnownCount]) -> list[KnownCount]:
    """What the same source says on the same questions for other times."""
    found: dict[tuple[object, ...], KnownCount] = {}
    for count in counts:
        mine = count.count.definition
        for other in bench.totals_of({origin_of(count)}):
            theirs = other.count.definition
            question = (theirs.unit, theirs.who, theirs.sites, theirs.parties, theirs.inside)
            if question != (mine.unit, mine.who, mine.sites, mine.parties, mine.inside):
                continue
            if theirs.when != mine.when:
                found.setdefault((question, theirs.when), other)
    areas = {count.count.definition.where.code for count in counts}
    near = [c for c in found.values() if c.count.definition.where.code in areas]
    return sorted(near or found.values(), key=lambda c: str(c.count.definition.when))[:_NEIGHBOURS]


def _neighbours_said(neighbours: Sequence[KnownCount]) -> Both:
    if not neighbours:
        return NOTHING
    figures = figures_said(neighbours)
    return Both(f"For other times it reports: {figures.en}.", f"وتورد لمدد أخرى: {figures.ar}.")


_UNITS_SHOWN = 3  # figures of another unit that a finding gives at most; house choice


def _other_units_said(bench: Bench, counts: Sequence[KnownCount]) -> Both:
    """That attacked, damaged and out of service are three units, where another source counts so."""
    first = counts[0].count.definition
    if not first.unit.counts_sites or first.unit is Unit.SITES_ATTACKED:
        return NOTHING
    others: dict[frozenset[str], KnownCount] = {}
    for count in sorted(_attacked(bench, counts), key=lambda c: _length(c)):
        others.setdefault(count.count.definition.sites or frozenset(), count)
    shown = list(others.values())[:_UNITS_SHOWN]
    if not shown:
        return NOTHING
    figures = figures_said(shown)
    name = source_said(bench.known.sources, origin_of(shown[0]))
    return Both(
        f"In another unit, not to be mixed with it, {name.en} reports {figures.en}.",
        f"وبوحدة عدّ أخرى لا تُخلط بها تورد جهة «{name.ar}»: {figures.ar}.",
    )


def _attacked(bench: Bench, counts: Sequence[KnownCount]) -> list[KnownCount]:
    """Sites attacked, of kinds that hold these, in a time that holds theirs; of one source."""
    window = counts[0].count.definition.when
    found = [
        c
        for c in bench.reported
        if c.count.definition.unit is Unit.SITES_ATTACKED
        and window.surely_within(c.count.definition.when)
        and any((c.count.definition.sites or frozenset()) >= (k.count.definition.sites or {""})
                for k in counts)
    ]  # fmt: skip
    return [c for c in found if origin_of(c) == origin_of(found[0])]


def _length(count: KnownCount) -> int:
    when = count.count.definition.when
    return (when.last - when.first).days if when.first and when.last else 10**6


def _suggestion(bench: Bench, counts: Sequence[KnownCount]) -> Both:
    first = counts[0].count.definition
    if (
        first.unit is Unit.KILLED
        and first.parties is None
        and not first.inside
        and len(counts) == 1
    ):
        return list_proposal(bench, counts)
    whole = next((c for c in counts if c.count.definition.unit is Unit.KILLED), None)
    if whole is not None and whole is counts[0] and first.parties is None and not first.inside:
        return total_proposal(bench, whole)
    return list_proposal(bench, counts)


CHECK = Check("N03", Severity.ERROR, _TITLE, find)
