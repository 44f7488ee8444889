"""Part of N01 and N02: a number of one attack against the claims on its incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.records.range import UNUSED_IN_WORDS
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.incident_tolls import Judged, Stand
from tawthiq.statements.checks.incident_verdicts import Fault, OfIncident
from tawthiq.statements.checks.incident_words import (
    held_said,
    history_said,
    incident_said,
    names_said,
    numbers_said,
    pages_of,
    proposed,
    question_said,
    range_said,
    sources_counted,
)
from tawthiq.statements.known import KnownToll
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.wording import number_said
from tawthiq.values.both import NOTHING, Both, joined

_NOT_SAID = Both(
    "The number is not what the sources say of this incident",
    "الرقم ليس ما تورده المصادر عن هذه الواقعة",
)
_NOT_USED = Both("A number that our range leaves out", "رقم خارج ما نعتمده")
_SEVERAL = Both("More than one incident can be meant", "قد تكون المقصودة أكثر من واقعة")
_HIGHEST = Both("The highest of disagreeing numbers", "أعلى أرقام تختلف فيها المصادر")
_LOWEST = Both("The lowest of disagreeing numbers", "أدنى أرقام تختلف فيها المصادر")


def numbers_off(bench: Bench) -> Iterator[Finding]:
    """Numbers that no claim on their incident gives, or not the one that is cited."""
    for each in bench.of_incidents.values():
        match each.fault:
            case Fault.WRONG | Fault.NOBODY_SAYS:
                yield _not_said(bench, each)
            case Fault.NOT_THEIRS:
                yield _not_theirs(bench, each)
            case Fault.UNHEARD:
                yield _unheard(bench, each)
            case Fault.LEFT_OUT:
                yield _left_out(bench, each)
            case Fault.UNDECIDED:
                yield _undecided(bench, each)


def one_end(bench: Bench) -> Iterator[Finding]:
    """The highest or lowest of disagreeing numbers, given as if it were everybody's."""
    for each in bench.of_incidents.values():
        if each.fault is Fault.ONE_END:
            yield _one_end(bench, each)


def _span(each: OfIncident) -> Span:
    return Span(each.mention.start, each.mention.end)


def _not_said(bench: Bench, each: OfIncident) -> Finding:
    judged = each.judged[0]
    return bench.finding(
        "N01",
        Severity.ERROR if each.fault is Fault.WRONG else Severity.WARNING,
        _span(each),
        _NOT_SAID,
        joined((_instead_said(bench, judged), _sources_say(bench, judged), held_said(judged))),
        proposed(bench.known.sources, judged),
        pages_of(judged.instead, judged.used),
    )


def _instead_said(bench: Bench, judged: Judged) -> Both:
    """What the number is, or that nobody gives it."""
    number = number_said(judged.mention.how_many)
    if not judged.instead:
        return Both(
            f"No source that the case holds gives {number.en} here.",
            f"لا يورد أي مصدر في الملف الرقم ({number.ar}) هنا.",
        )
    first = judged.instead[0]
    same = [t for t in judged.instead if (t.harm, t.group) == (first.harm, first.group)]
    question, names = question_said(first.harm, first.group), names_said(bench.known.sources, same)
    return Both(
        f"{number.en} is the number of {question.en}, according to {names.en}.",
        f"الرقم {number.ar} هو عدد {question.ar}، وفق {names.ar}.",
    )


def _sources_say(bench: Bench, judged: Judged) -> Both:
    question = question_said(judged.harm, judged.group)
    incident, ends = incident_said(judged.incident), range_said(judged.used)
    numbers = numbers_said(bench.known.sources, judged.used)
    count = len({toll.origin for toll in judged.used})
    give = "gives" if count == 1 else "give"
    sources = sources_counted(count)
    return Both(
        f"For {question.en} in {incident.en}, {sources.en} {give} {ends.en}: {numbers.en}.",
        f"وعدد {question.ar} في {incident.ar}، وفق {sources.ar}: {ends.ar} ({numbers.ar}).",
    )


def _not_theirs(bench: Bench, each: OfIncident) -> Finding:
    judged, cited = each.judged[0], each.cited
    assert cited is not None
    theirs = judged.of(cited.origins)
    number, names = number_said(each.mention.how_many), names_said(bench.known.sources, theirs)
    numbers = history_said(bench.known.sources, theirs)
    incident, question = incident_said(judged.incident), question_said(judged.harm, judged.group)
    return bench.finding(
        "N01",
        Severity.ERROR,
        _span(each),
        _NOT_SAID,
        joined(
            (
                Both(
                    f"The text gives {number.en} as the number of {names.en}. For {question.en} in"
                    f" {incident.en} the case holds: {numbers.en}.",
                    f"ينسب النص الرقم ({number.ar}) إلى {names.ar}. أما عن {question.ar} في"
                    f" {incident.ar} ففي الملف: {numbers.ar}.",
                ),
                _whose_said(bench, judged),
                held_said(judged),
            )
        ),
        joined((_their_last(bench, judged, each), proposed(bench.known.sources, judged)), _OR),
        pages_of(theirs, judged.agreeing, judged.instead),
    )


_OR = Both("; or: ", "؛ أو: ")


def _whose_said(bench: Bench, judged: Judged) -> Both:
    """Whose number it is, where it is somebody else's."""
    if judged.agreeing:
        number, names = (
            number_said(judged.mention.how_many),
            names_said(bench.known.sources, judged.agreeing),
        )
        return Both(
            f"{number.en} is the number of {names.en}.", f"والرقم {number.ar} تورده {names.ar}."
        )
    return _instead_said(bench, judged) if judged.instead else NOTHING


def _their_last(bench: Bench, judged: Judged, each: OfIncident) -> Both:
    assert each.cited is not None
    last = [t for t in judged.of(each.cited.origins) if t.unused is None][:1]
    return numbers_said(bench.known.sources, last)


def _unheard(bench: Bench, each: OfIncident) -> Finding:
    judged, cited = each.judged[0], each.cited
    assert cited is not None
    name = "the authors" if cited.own else f"“{cited.name}”"
    name_ar = "معدّو النص" if cited.own else f"«{cited.name}»"
    return bench.finding(
        "N01",
        Severity.NOTE,
        _span(each),
        _NOT_SAID,
        joined(
            (
                Both(
                    f"The case holds no claim of {name} on this incident.",
                    f"ليس في الملف ادعاء لهذا المصدر ({name_ar}) عن هذه الواقعة.",
                ),
                _sources_say(bench, judged),
                held_said(judged),
            )
        ),
        Both("Add the claim to the case, with its address.", "أضف الادعاء إلى الملف مع عنوانه."),
        pages_of(judged.used),
    )


def _left_out(bench: Bench, each: OfIncident) -> Finding:
    judged = each.judged[0]
    unused = judged.agreeing[0].unused
    why = UNUSED_IN_WORDS[unused] if unused else NOTHING
    number, names = (
        number_said(each.mention.how_many),
        names_said(bench.known.sources, judged.agreeing),
    )
    return bench.finding(
        "N01",
        Severity.WARNING,
        _span(each),
        _NOT_USED,
        joined(
            (
                Both(
                    f"{number.en} is given by {names.en} alone, and our range leaves it out:"
                    f" {why.en}.",
                    f"الرقم {number.ar} تورده {names.ar} فقط، ولا نعتمده: {why.ar}.",
                ),
                _sources_say(bench, judged),
                held_said(judged),
            )
        ),
        proposed(bench.known.sources, judged),
        pages_of(judged.agreeing, judged.used),
    )


def _undecided(bench: Bench, each: OfIncident) -> Finding:
    ranges = joined(
        (
            Both(f"{incident.en}: {ends.en}", f"{incident.ar}: {ends.ar}")
            for judged in each.judged
            for incident, ends in [(incident_said(judged.incident), number_said(judged.held))]
        ),
        Both("; ", "؛ "),
    )
    return bench.finding(
        "N01",
        Severity.NOTE,
        _span(each),
        _SEVERAL,
        Both(
            "The case holds several incidents at this place on this day, and the number is that"
            f" of none of them: {ranges.en}.",
            f"في الملف أكثر من واقعة في هذا المكان في هذا اليوم، والرقم ليس لأي منها: {ranges.ar}.",
        ),
        Both("Say which is meant, and what it hit.", "حدّد الواقعة المقصودة وما أصابته."),
        pages_of(*(judged.used for judged in each.judged)),
    )


def _one_end(bench: Bench, each: OfIncident) -> Finding:
    judged = each.judged[0]
    highest = judged.stand is Stand.HIGHEST
    sources = bench.known.sources
    agreeing = [t for t in judged.used if t in judged.agreeing]
    others = [t for t in judged.used if t not in judged.agreeing]
    number, names = number_said(each.mention.how_many), names_said(sources, agreeing)
    incident, question = incident_said(judged.incident), question_said(judged.harm, judged.group)
    more, rest = numbers_said(sources, others), range_said(others)
    return bench.finding(
        "N02",
        Severity.WARNING,
        _span(each),
        _HIGHEST if highest else _LOWEST,
        joined(
            (
                Both(
                    f"Of {len(judged.used)} independent sources on {question.en} in {incident.en},"
                    f" only {names.en} {'give' if len(agreeing) > 1 else 'gives'} {number.en}. The"
                    f" others give {rest.en}: {more.en}.",
                    f"من المصادر المستقلة (عددها {len(judged.used)}) عن {question.ar} في"
                    f" {incident.ar} لا يورد {number.ar} إلا {names.ar}. أما غيرها فيورد {rest.ar}:"
                    f" {more.ar}.",
                ),
                held_said(judged),
            )
        ),
        joined((proposed(sources, judged), *_attributed(bench, agreeing)), _OR),
        pages_of(agreeing, others),
    )


def _attributed(bench: Bench, tolls: Sequence[KnownToll]) -> Iterator[Both]:
    """Each number with those who give it: "54, according to the White Helmets"."""
    for number in dict.fromkeys(number_said(toll.how_many) for toll in tolls):
        theirs = [toll for toll in tolls if number_said(toll.how_many) == number]
        names = names_said(bench.known.sources, theirs)
        yield Both(f"{number.en}, according to {names.en}", f"{number.ar}، وفق {names.ar}")
