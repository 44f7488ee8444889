"""N06: a number of which nobody says whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.incident_tolls import Judged
from tawthiq.statements.checks.incident_verdicts import Fault
from tawthiq.statements.checks.incident_words import names_said, pages_of
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.known import KnownCount
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.reading import Mention
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.wording import addresses, figures_said, number_said, source_said
from tawthiq.statements.wording import origin_of as _origin
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("A number without a source", "رقم بلا مصدر")


def find(bench: Bench) -> Iterator[Finding]:
    """Numbers of people, sites or attacks for which no source is cited, one finding a sentence.

    It is silent for numbers that repeat a sourced one, for what the authors say they
    documented themselves, for quoted speech, and for numbers that count nothing here.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for mention in bench.reading.mentions:
        if _is_unsourced(bench, mention):
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for mentions in by_sentence.values():
        yield _finding(bench, mentions)


def _is_unsourced(bench: Bench, mention: Mention) -> bool:
    if mention.source is not None or mention.again or mention.kind in (Kind.OTHER,):
        return False
    if mention.kind is Kind.BARE and mention.unit is None:
        return False
    if bench.reading.page.layout.is_quoted(mention.start, mention.end):
        return False
    return not (_is_sourced_elsewhere(bench, mention) or _is_told(bench, mention))


def _is_told(bench: Bench, mention: Mention) -> bool:
    """Whether another finding already says what the sources of its incident give."""
    of_incident = bench.of_incidents.get(mention.number)
    return of_incident is not None and of_incident.fault not in (Fault.NONE, Fault.NOT_HELD)


def _is_sourced_elsewhere(bench: Bench, mention: Mention) -> bool:
    """A summary at the top may repeat what the body gives with its source."""
    return (mention.how_many.headline, mention.unit, mention.groups) in bench.sourced


def _finding(bench: Bench, mentions: list[Mention]) -> Finding:
    passages = [" ".join(bench.reading.text[m.start : m.end].split()) for m in mentions]
    words = joined((Both.same(f"“{p}”") for p in passages), Both(", ", "، "))
    counts = [
        verdict.right[0].count
        for verdict in (bench.verdicts[m.number] for m in mentions)
        if verdict.right and verdict.mention.how_many.is_exact and is_large(verdict.mention)
    ][:3]
    agreeing = _of_incidents(bench, mentions)
    dated = all(m.window is not None for m in mentions)
    when = NOTHING if dated else Both(", nor of when", " ولا متى")
    return bench.finding(
        "N06",
        Severity.WARNING,
        Span(mentions[0].start, mentions[-1].end),
        _TITLE,
        Both(
            f"{words.en}: the text does not say whose number this is{when.en}.",
            f"{words.ar}: لا يقول النص لمن هذا الرقم{when.ar}.",
        ),
        _suggestion(bench, counts) or _of_claims(bench, agreeing) or _ASK,
        addresses(counts) or pages_of(*(judged.agreeing for judged in agreeing)),
    )


def _of_incidents(bench: Bench, mentions: list[Mention]) -> list[Judged]:
    """The numbers that are right for an incident, beside the claims that give them."""
    found = (bench.of_incidents.get(mention.number) for mention in mentions)
    return [judged for each in found if each for judged in each.judged if judged.agreeing]


def _of_claims(bench: Bench, agreeing: list[Judged]) -> Both:
    return joined(
        (
            Both(
                f"{names.en}: {number.en} ({judged.incident.code})",
                f"{names.ar}: {number.ar} ({judged.incident.code})",
            )
            for judged in agreeing
            for names in [names_said(bench.known.sources, judged.agreeing)]
            for number in [number_said(judged.mention.how_many)]
        ),
        Both("; ", "؛ "),
    )


_ASK = Both(
    "Name who counted, in which document, and of which day.", "سمِّ من عدّ، وفي أي وثيقة، ولأي يوم."
)


def is_large(mention: Mention) -> bool:
    """Whether that a known total has the same value can hardly be chance; house choice."""
    return mention.how_many.headline >= 20


def _suggestion(bench: Bench, counts: list[KnownCount]) -> Both:
    if not counts:
        return NOTHING
    name = source_said(bench.known.sources, _origin(counts[0]))
    figures = figures_said(counts)
    return Both(
        f"If it is the number of {name.en}, say so: {figures.en}.",
        f"إن كان الرقم لجهة «{name.ar}» فاذكر ذلك: {figures.ar}.",
    )


CHECK = Check("N06", Severity.WARNING, _TITLE, find)
