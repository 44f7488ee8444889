"""N01: a number that is not what its source says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.counts.relation import Line
from tawthiq.statements.checks.bench import Bench, Verdict
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.fits import Fit, Frame, asserted
from tawthiq.statements.checks.incident_figures import numbers_off
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.proposals import proposal
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.wording import (
    addresses,
    figure_said,
    figures_said,
    number_said,
    origin_of,
    question_said,
    source_said,
    subject_said,
    value_of,
    window_said,
)
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("The number is not what its source says", "الرقم ليس ما يقوله مصدره")


def find(bench: Bench) -> Iterator[Finding]:
    """Hold every number against what its source, or any source of its incident, says.

    It fires where the source gives another value for the same question, or gives this value
    for another question ("33 massacres killed 781": the 781 are all the dead, of whom 271
    died in massacres). It is silent where the number is right and only its window is
    missing (N03), where the text cites nobody and no total is mistaken for another, and
    where the case knows nothing comparable: that is counted, not passed.

    A number of one attack ("on 22 July a strike on the market killed 54") is held against
    the claims on that incident. It fires where no claim gives it, where it is the number of
    another harm or group (injured for killed, children for all), and where the cited source
    gives another. It is silent where any claim agrees and the range holds it, where the
    case holds no such incident, and for numbers of a period, a region or several places.
    """
    wrong = [verdict for verdict in bench.verdicts if is_wrong(bench, verdict)]
    for group in _grouped(bench, wrong):
        yield _finding(bench, group)
    yield from numbers_off(bench)


def is_wrong(bench: Bench, verdict: Verdict) -> bool:
    """Whether the source's totals contradict the number."""
    if verdict.right or not verdict.fits or verdict.mention.number in bench.of_incidents:
        return False
    if verdict.mislabelled:
        return True
    if not verdict.cited:
        return False
    if verdict.asked_exactly:
        return True
    return bool(verdict.asked) and not verdict.elsewhere and _is_of_that_size(bench, verdict)


_FACTOR = 3
"""A total without a window is held against its source's totals only if it is of their size:
smaller ones may be of a week, a town or one attack. House choice."""


def _is_of_that_size(bench: Bench, verdict: Verdict) -> bool:
    if any(fit.when is Frame.OPEN for fit in verdict.asked) or bench.is_of_one_incident(
        verdict.mention
    ):
        return False
    values = [value_of(fit.count).headline for fit in verdict.asked]
    return min(values) / _FACTOR <= verdict.mention.how_many.headline <= max(values) * _FACTOR


def _grouped(bench: Bench, wrong: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """Numbers of one whole that are wrong in one way are one fault."""
    group: list[Verdict] = []
    for verdict in wrong:
        if group and not _belong_together(bench, group, verdict):
            yield group
            group = []
        group.append(verdict)
    if group:
        yield group


def _belong_together(bench: Bench, group: Sequence[Verdict], verdict: Verdict) -> bool:
    first, mention = group[0].mention, verdict.mention
    related = mention.whole in [v.mention.number for v in group] or (
        mention.whole is not None and mention.whole == first.whole
    )
    listed = mention.sentence == group[-1].mention.sentence and mention.whole == first.whole
    return (related or listed) and _fault_of(verdict) == _fault_of(group[0])


def _fault_of(verdict: Verdict) -> frozenset[Line] | None:
    belongs = _belongs(verdict)
    return belongs.lines if belongs else None


def _belongs(verdict: Verdict) -> Fit | None:
    """What the number is at its source, unless it is the same thing at another time."""
    return None if verdict.elsewhere else _best(verdict.mislabelled)


def _best(fits: Sequence[Fit]) -> Fit | None:
    """The fit that explains most: of the stated window, with fewest lines, of the latest day."""

    def order(fit: Fit) -> tuple[bool, int, bool]:
        return (fit.when is not Frame.SAME, len(fit.lines), Line.UNIT in fit.lines)

    return min(fits, key=order, default=None)


def _finding(bench: Bench, group: Sequence[Verdict]) -> Finding:
    used: list[Fit] = []
    if len(group) > 1 and all(_belongs(verdict) for verdict in group):
        explanation = _group_explained(bench, group, used)
    else:
        explanation = joined(_explained(bench, verdict, used) for verdict in group)
    counts = [fit.count for fit in used]
    return bench.finding(
        "N01",
        Severity.ERROR,
        _span(bench, group),
        _TITLE,
        joined((explanation, _massacres_say(bench, group))),
        proposal(bench, counts, [verdict.mention for verdict in group]),
        addresses(counts),
    )


def _group_explained(bench: Bench, group: Sequence[Verdict], used: list[Fit]) -> Both:
    """Several numbers wrong in one way: what they are, then what the source says instead."""
    belongs = [fit for verdict in group if (fit := _belongs(verdict))]
    answers = [_answer(bench, v, b) for v, b in zip(group, belongs, strict=True)]
    used.extend((*belongs, *(fit for answer in answers for fit in answer)))
    others = joined(
        (
            Both(f"{number} ({subject.en})", f"{number} ({subject.ar})")
            for v, b in zip(group[1:], belongs[1:], strict=True)
            for number, subject in [(f"{v.mention.how_many.headline:,}", subject_said(b.count))]
        ),
        Both(" and ", " و"),
    )
    return joined(
        (
            _belongs_said(bench, group[0], belongs[0]),
            Both(f"So are {others.en}.", f"وكذلك {others.ar}."),
            *(_answer_said(v, b, a) for v, b, a in zip(group, belongs, answers, strict=True)),
        )
    )


def _span(bench: Bench, group: Sequence[Verdict]) -> Span:
    """From the first number to the last; with the massacres that seem to have killed them."""
    mentions = [verdict.mention for verdict in group]
    start, end = min(m.start for m in mentions), max(m.end for m in mentions)
    sentence = mentions[0].sentence
    if _fault_of(group[0]) and Line.INSIDE in (_fault_of(group[0]) or ()):
        for other in bench.reading.mentions:
            if other.sentence == sentence and other.inside and other.kind is Kind.EVENTS:
                start, end = min(start, other.start), max(end, other.end)
    return Span(start, end)


def _explained(bench: Bench, verdict: Verdict, used: list[Fit]) -> Both:
    """What the number is at its source, and what the source says on the text's question."""
    belongs = _belongs(verdict)
    answer = _answer(bench, verdict, belongs)
    used.extend(fit for fit in (belongs, *answer) if fit)
    if belongs:
        return joined(
            (_belongs_said(bench, verdict, belongs), _answer_said(verdict, belongs, answer))
        )
    elsewhere = list(verdict.elsewhere[:2])
    used.extend(elsewhere)
    return joined((_other_value_said(bench, verdict, answer), _elsewhere_said(verdict, elsewhere)))


def _answer(bench: Bench, verdict: Verdict, belongs: Fit | None) -> list[Fit]:
    """What the source says on the very question: of the stated window, else of the same report."""
    asked = verdict.asked_exactly or verdict.asked
    if belongs and not verdict.asked_exactly:
        same_report = [
            fit
            for fit in asked
            if fit.count.count.definition.when == belongs.count.count.definition.when
        ]
        return _one_each(same_report or asked)[:1]
    return _one_each(asked)[:4]


def _one_each(fits: Sequence[Fit]) -> list[Fit]:
    """A relay prints the same total again: one of each value and window is enough."""
    seen: dict[object, Fit] = {}
    for fit in fits:
        key = (fit.count.count.definition.when, value_of(fit.count).headline)
        seen.setdefault(key, fit)
    return list(seen.values())


def _belongs_said(bench: Bench, verdict: Verdict, fit: Fit) -> Both:
    number = f"{verdict.mention.how_many.headline:,}"
    name = source_said(bench.known.sources, origin_of(fit.count))
    figure = figure_said(fit.count)
    whole = _is_total(fit)
    if whole:
        return Both(
            f"{number} is the total that {name.en} reports: {figure.en}.",
            f"الرقم {number} هو المجموع الذي تورده جهة «{name.ar}»: {figure.ar}.",
        )
    return Both(
        f"{number} is what {name.en} reports for something else: {figure.en}.",
        f"الرقم {number} هو ما تورده جهة «{name.ar}» عن أمر آخر: {figure.ar}.",
    )


def _is_total(fit: Fit) -> bool:
    """Whether the text takes a total for one of its parts."""
    return fit.lines == {Line.INSIDE} and not fit.count.count.definition.inside


def _answer_said(verdict: Verdict, belongs: Fit, answer: Sequence[Fit]) -> Both:
    question = question_said(asserted(verdict.mention, belongs.count.count.definition))
    if not answer:
        return Both(
            f"For {question.en} the case knows no number of this source.",
            f"أما «{question.ar}» فلا يعرف الملف رقمًا لهذا المصدر عنه.",
        )
    value = number_said(value_of(answer[0].count))
    other = answer[0].count.count.definition.when != belongs.count.count.definition.when
    window = window_said(answer[0].count) if other else NOTHING
    when = Both(f" ({window.en})", f" ({window.ar})") if window else NOTHING
    return Both(
        f"For {question.en} it reports {value.en}{when.en}.",
        f"أما «{question.ar}» فتورد عنه {value.ar}{when.ar}.",
    )


def _other_value_said(bench: Bench, verdict: Verdict, answer: Sequence[Fit]) -> Both:
    number = f"{verdict.mention.how_many.headline:,}"
    count = answer[0].count
    name = source_said(bench.known.sources, origin_of(count))
    if verdict.asked_exactly:
        figures = figures_said(fit.count for fit in answer)
        return Both(
            f"The text says {number}; {name.en} reports {figures.en}.",
            f"يقول النص {number}؛ أما جهة «{name.ar}» فتورد: {figures.ar}.",
        )
    subject = subject_said(count)
    figures = figures_said(fit.count for fit in answer)
    return Both(
        f"No number of {name.en} that the case knows for {subject.en} is {number}. It reports:"
        f" {figures.en}.",
        f"لا يوجد بين ما يعرفه الملف من أرقام «{name.ar}» عن «{subject.ar}» الرقم {number}."
        f" وهي تورد: {figures.ar}.",
    )


def _elsewhere_said(verdict: Verdict, elsewhere: Sequence[Fit]) -> Both:
    if not elsewhere:
        return NOTHING
    number = f"{verdict.mention.how_many.headline:,}"
    windows = joined((window_said(fit.count) for fit in elsewhere), Both("; ", "؛ "))
    return Both(
        f"{number} belongs to another window: {windows.en}.",
        f"أما الرقم {number} فيعود إلى مدة أخرى: {windows.ar}.",
    )


def _massacres_say(bench: Bench, group: Sequence[Verdict]) -> Both:
    """How many massacres the part belongs to, where the text fuses a total with them."""
    best = _belongs(group[0])
    if best is None or not _is_total(best):
        return NOTHING
    for sibling in bench.siblings(best.count):
        definition = sibling.count.definition
        if definition.inside and definition.parties is None and not definition.unit.counts_persons:
            number = number_said(value_of(sibling))
            return Both(
                f"The {number.en} massacres are a part of the total, not its cause.",
                f"والمجازر ({number.ar}) جزء من هذا المجموع وليست سببه كله.",
            )
    return NOTHING


CHECK = Check("N01", Severity.ERROR, _TITLE, find)
