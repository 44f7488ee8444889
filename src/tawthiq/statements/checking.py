"""Checking a text: read it once, lay it on the bench, let every check look.

What could not be looked at is part of the answer. A text of which nothing could be read is
no text without faults: it is refused.
"""

from __future__ import annotations

from datetime import date

from tawthiq.errors import InputError, NotLookedAtError
from tawthiq.law.book import LawPack
from tawthiq.law.pack.loading import law_pack
from tawthiq.statements.checks.bench import Bench, Verdict
from tawthiq.statements.checks.finding import Finding, LookedAt, Report
from tawthiq.statements.checks.law.left_out import left_out_of_law
from tawthiq.statements.checks.registry import CHECKS, NOT_IN_THIS_VERSION
from tawthiq.statements.known import Known
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found
from tawthiq.statements.reading.read import read_statement
from tawthiq.statements.reading.reading import Cited, Reading
from tawthiq.statements.reading.sources import Says
from tawthiq.statements.reading.words import HARMS, SITE_HARMS
from tawthiq.statements.wording import origin_of
from tawthiq.values.both import Both

LONGEST = 2_000_000
"""Signs that are checked at once, some thousand pages: house choice."""


def check(
    text: str, known: Known, *, said_on: date | None = None, law: LawPack | None = None
) -> Report:
    """Find what is wrong with the numbers, the law, the demands and the words of a text.

    Args:
        known: What the case knows; with nothing known, the text is held against itself.
        said_on: The day it was said or published, where known; else its own date line.
        law: The law pack to read it against; by default the one that ships.

    Returns:
        The findings in the order of the text, the gravest first where they begin together,
        and what was and was not looked at.

    Raises:
        InputError: The text is longer than LONGEST.
        NotLookedAtError: Nothing of it could be read.
    """
    if len(text) > LONGEST:
        raise InputError(
            f"the text has {len(text):,} signs and {LONGEST:,} are checked at once;"
            " check it in parts",
            f"في النص {len(text):,} علامة، ولا يُفحص دفعة واحدة أكثر من {LONGEST:,}؛ افحصه أجزاءً",
        )
    reading = read_statement(
        text, known.sources, said_on=said_on, says=_says(known), places=known.places
    )
    _refuse_unread(reading)
    bench = Bench(reading, known, law or law_pack())
    findings = sorted((f for each in CHECKS for f in each.find(bench)), key=_in_order)
    return Report(tuple(findings), _looked_at(bench))


def _in_order(finding: Finding) -> tuple[int, int, int, str]:
    return finding.start, finding.severity.rank, -finding.end, finding.check


def _says(known: Known) -> Says:
    """Whether a source is known to have published a value of a kind."""
    said = {
        (origin_of(count), count.count.definition.unit, number)
        for count in known.counts
        if (value := count.count.value) is not None
        for number in (value.low, value.best, value.high)
    }

    def says(cited: Cited, number: Found) -> bool:
        unit = SITE_HARMS.get(number.harm) or HARMS.get(number.harm)
        return any((origin, unit, number.how_many.headline) in said for origin in cited.origins)

    return says


def _refuse_unread(reading: Reading) -> None:
    sentences = reading.page.layout.sentences
    words = sum(1 for word in reading.page.words if word.said.isascii() and word.said.isalpha())
    if not sentences or not words:
        raise NotLookedAtError(
            "there is no English word in this text, so nothing was checked; checks read English"
            " only, give the English text"
            if sentences
            else "the text is empty, so nothing was checked; give a text",
            "ليس في هذا النص كلمة إنكليزية، فلم يُفحص شيء؛ لا تقرأ الفحوص إلا الإنكليزية،"
            " فأعطِ النص الإنكليزي"
            if sentences
            else "النص فارغ، فلم يُفحص شيء؛ أعطِ نصًّا",
        )
    if 2 * reading.arabic > len(sentences):
        raise NotLookedAtError(
            f"{reading.arabic} of the {len(sentences)} sentences are in Arabic, which the checks"
            " do not read yet, so nothing was checked; give the English text",
            f"{reading.arabic} من {len(sentences)} جملة بالعربية، والفحوص لا تقرؤها بعد،"
            " فلم يُفحص شيء؛ أعطِ النص الإنكليزي",
        )


def _looked_at(bench: Bench) -> LookedAt:
    reading = bench.reading
    counted = [v for v in bench.verdicts if v.mention.kind is not Kind.OTHER]
    compared = sum(1 for v in counted if _is_compared(bench, v))
    return LookedAt(
        sentences=len(reading.page.layout.sentences) - reading.arabic,
        numbers=len(counted),
        percentages=len(reading.percentages),
        times=len(reading.times),
        citations=len(reading.citations),
        attributions=len(reading.parties),
        compared=compared,
        not_compared=len(counted) - compared,
        checks=tuple(check.id for check in CHECKS),
        not_looked_at=(*_left_out(reading), *left_out_of_law(bench), *NOT_IN_THIS_VERSION),
        provisions=len(bench.legal.provisions),
        provisions_held=sum(1 for p in bench.legal.provisions if bench.legal.norms_of(p)),
    )


def _is_compared(bench: Bench, verdict: Verdict) -> bool:
    """A number of one attack is compared with its incident, or with nothing."""
    of_incident = bench.of_incidents.get(verdict.mention.number)
    return verdict.is_compared if of_incident is None else of_incident.is_compared


def _left_out(reading: Reading) -> tuple[Both, ...]:
    if not reading.arabic:
        return ()
    number = reading.arabic
    return (
        Both(
            f"sentences in Arabic: {number}; the checks read English only",
            f"جمل بالعربية: {number}؛ فالفحص لا يقرأ إلا الإنكليزية",
        ),
    )
