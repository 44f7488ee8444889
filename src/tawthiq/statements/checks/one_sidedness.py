"""W03: a text that names the acts of one side only, while the case holds others'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawthiq.records.grade import Grade
from tawthiq.records.vocabulary import parties
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.known import KnownIncident
from tawthiq.statements.reading.reading import PartySaid
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both, joined
from tawthiq.values.when import When

_TITLE = Both("Only one side’s acts are named", "لا تُذكر إلا أفعال طرف واحد")
_BLAMES = re.compile(
    r"\W*(?:forces\s+|aircraft\s+|warplanes\s+|alliance\s+)?(?:(?:has|have|had|is|are|to|both|all|also)\s+)*"
    r"(?:commit\w*|kill\w*|bomb\w*|attack\w*|shell\w*|target\w*|carr\w+ out|launch\w*|struck"
    r"|hit|missiles?"
    r"|air\s?strikes?|involved|responsible)\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(
    r"\b(?:by|to|from|launched by|committed by|carried out by|attributed to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:all (?:sides|parties)|every party|each party|other parties|all parties to the conflict"
    r"|more than one side|both sides|(?:this|the) (?:statement|report|text) (?:concerns|covers"
    r"|is limited"
    r" to|deals with|speaks of)|does not (?:cover|concern|deal with|address))\b",
    re.IGNORECASE,
)
_SHOWN = 3  # incidents named as examples; house choice


def find(bench: Bench) -> Iterator[Finding]:
    """One side is blamed, and the case holds incidents alleged of others in the same time.

    One note in all, with their number and addresses. It is silent where the text speaks of
    acts of all parties or states its scope, and where it blames nobody.
    """
    blamed = [party for party in bench.reading.parties if _is_blamed(bench, party)]
    if not blamed or _SCOPE.search(bench.reading.text):
        return
    sides = frozenset(_side(key) for party in blamed for key in party.keys)
    named = frozenset(_side(key) for party in bench.reading.parties for key in party.keys)
    others = [i for i in _in_time(bench) if _is_of_another(i, named | sides)]
    if len(sides) == 1 and others:
        yield _finding(bench, blamed[0], others)


def _is_blamed(bench: Bench, party: PartySaid) -> bool:
    text = bench.reading.text
    before = text[max(0, party.start - 40) : party.start]
    return bool(_BLAMES.match(text, party.end) or _BLAMED.search(before))


def _side(key: str) -> str:
    """The top of the tree above a party."""
    tree = parties()
    return (key, *tree.ancestors(key))[-1] if key in tree else key


def _is_of_another(incident: KnownIncident, sides: frozenset[str]) -> bool:
    if incident.grade is Grade.DISCOUNTED or not incident.parties:
        return False
    return all(_side(key) not in sides for key in incident.parties)


def _in_time(bench: Bench) -> Sequence[KnownIncident]:
    """Incidents in the time that the text's windows span; all, where it gives none."""
    windows = [t.when for t in bench.reading.times if t.when.is_closed and not t.published]
    if not windows:
        return bench.known.incidents
    firsts = [w.first for w in windows if w.first]
    lasts = [w.last for w in windows if w.last]
    span = When.between(min(firsts), max(lasts))
    return [i for i in bench.known.incidents if i.when.is_known and i.when.surely_within(span)]


def _finding(bench: Bench, party: PartySaid, others: Sequence[KnownIncident]) -> Finding:
    number = len(others)
    examples = joined((i.title for i in others[:_SHOWN]), Both("; ", "؛ "))
    windows = any(t.when.is_closed and not t.published for t in bench.reading.times)
    when = Both(" in the text’s time", " في المدة التي يتناولها النص") if windows else NOTHING
    incidents = "incident" if number == 1 else "incidents"
    return bench.finding(
        "W03",
        Severity.NOTE,
        Span(party.start, party.end),
        _TITLE,
        Both(
            f"The case holds {number} {incidents} alleged of other parties{when.en}:"
            f" {examples.en}.",
            f"في الملف وقائع تُنسب إلى أطراف أخرى{when.ar} (عددها {number}): {examples.ar}.",
        ),
        Both(
            "Name them too, or say openly that the text concerns one side’s acts.",
            "اذكرها أيضًا، أو صرّح بأنّ النص يقتصر على أفعال طرف واحد.",
        ),
        [url for i in others[:_SHOWN] for url in i.urls[:1]],
    )


CHECK = Check("W03", Severity.NOTE, _TITLE, find)
