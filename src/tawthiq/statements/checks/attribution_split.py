"""N02: a total laid at the door of a side, where its source tells the parties apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench, Verdict
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.incident_figures import one_end
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.proposals import party_said, split_of
from tawthiq.statements.known import KnownCount
from tawthiq.statements.reading.parties import is_collective
from tawthiq.statements.reading.reading import Mention, PartySaid
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.wording import (
    addresses,
    begun,
    number_said,
    origin_of,
    source_said,
    value_of,
)
from tawthiq.values.both import Both, joined

_TITLE = Both("The split by party is lost in the total", "ضاع في المجموع توزيعه بحسب الأطراف")


def find(bench: Bench) -> Iterator[Finding]:
    """A total attributed to an alliance or a side, while its source gives each party its own.

    The attribution may stand in the sentence itself or in the lines right after it ("this
    leads the alliance to commit more violations"). It is silent where the text gives the
    numbers of the parties as well, and where it attributes the total to nobody.

    In the same way the highest or the lowest of disagreeing numbers of one incident is one
    source's, and loses it when it is given as if everybody said it (warning).
    """
    yield from _of_totals(bench)
    yield from one_end(bench)


def _of_totals(bench: Bench) -> Iterator[Finding]:
    found: set[int] = set()
    for verdict in bench.verdicts:
        total = _total(verdict)
        if total is None or verdict.mention.whole in found:
            continue
        split = tuple(split_of(bench.siblings(total), total))
        if len(split) < 2 or _gives_split(bench, split):
            continue
        if (party := _collective(bench, verdict.mention)) is not None:
            found.add(verdict.mention.number)
            yield _finding(bench, verdict.mention, party, total, split)


def _total(verdict: Verdict) -> KnownCount | None:
    """The known total that the number prints, rightly or under a wrong name."""
    for fit in (*verdict.right, *verdict.mislabelled):
        if fit.count.count.definition.parties is None:
            return fit.count
    return None


def _gives_split(bench: Bench, split: tuple[KnownCount, ...]) -> bool:
    stated = {
        m.how_many.headline for m in bench.reading.mentions if m.parties or m.whole is not None
    }
    return any(value_of(line).headline in stated for line in split)


_DOES = re.compile(
    r"\W*(?:forces\s+|both\s+|together\s+|have\s+|has\s+|had\s+|are\s+|is\s+|to\s+|that\s+|who\s+|which\s+"
    r"|continue\w*\s+|also\s+)*(?:commit\w*|carr(?:y|ied|ying)\s+out|perpetrat\w+|kill\w*|bomb\w*|target\w*"
    r"|attack\w*|shell\w*|responsible|behind)\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:committed|carried out|perpetrated|launched|killed|by the attacks of|at the hands of"
    r"|violations (?:of|by)|crimes (?:of|by)|campaign (?:of|by))\s+(?:by\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BLOCKS_AFTER = 2  # paragraphs that still speak of a number; house choice


def _collective(bench: Bench, mention: Mention) -> PartySaid | None:
    """The side to which the sentence, or what follows it at once, attributes the deaths."""
    if mention.parties is not None:
        at = mention.party_at or mention
        is_side = is_collective(mention.parties)
        return PartySaid(at.start, at.end, keys=mention.parties) if is_side else None
    layout = bench.reading.page.layout
    block = layout.sentences[mention.sentence].block
    for party in bench.reading.parties:
        sentence = layout.sentence_at(party.start)
        near = 0 <= layout.sentences[sentence].block - block <= _BLOCKS_AFTER
        after = near and sentence >= mention.sentence
        if after and is_collective(party.keys) and _is_agent(bench.reading.text, party):
            return party
    return None


def _is_agent(text: str, party: Span) -> bool:
    before = text[max(0, party.start - 60) : party.start]
    return bool(_DOES.match(text, party.end) or _DONE_BY.search(before))


def _finding(
    bench: Bench,
    mention: Mention,
    party: PartySaid,
    total: KnownCount,
    split: tuple[KnownCount, ...],
) -> Finding:
    name = source_said(bench.known.sources, origin_of(total))
    number = number_said(value_of(total))
    lines = joined(
        (
            Both(
                f"{value_of(line).headline:,} to {party_said(line).en}",
                f"{value_of(line).headline:,} إلى {party_said(line).ar}",
            )
            for line in split
        ),
        Both(" and ", " و"),
    )
    said = bench.reading.text[party.start : party.end]
    return bench.finding(
        "N02",
        Severity.ERROR,
        Span(mention.start, mention.end),
        _TITLE,
        Both(
            f"The text lays {number.en} at the door of “{said}” as a whole. {begun(name.en)}"
            f" attributes"
            f" {lines.en}.",
            f"ينسب النص {number.ar} إلى «{said}» جملةً. أما جهة «{name.ar}» فتنسب {lines.ar}.",
        ),
        Both(
            f"Keep the split: “… {lines.en}, according to {name.en}”.",
            f"احتفظ بالتوزيع: «… {lines.ar}، وفق {name.ar}».",
        ),
        addresses((total, *split)),
    )


CHECK = Check("N02", Severity.ERROR, _TITLE, find)
