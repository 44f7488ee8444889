"""The evidence that facts of an incident may cite: pieces that were listed, and its claims.

A claim is a report and never physical, documentary or technical evidence: however many there
are, they carry no further than a reasonable basis. Relays count with the source that they
relay; a compilation counts only where nothing else is cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tawthiq.claims.claim import Claim
from tawthiq.claims.source import Source, SourceKind
from tawthiq.law.book import LawPack
from tawthiq.law.evidence import Evidence, Family
from tawthiq.law.verdicts import verdict_in
from tawthiq.store import models
from tawthiq.store.queries.law.shapes import EvidenceLine


def evidence_lines(
    pieces: Iterable[models.EvidencePiece],
    claims: Iterable[Claim],
    sources: Mapping[str, Source],
    cited: Mapping[str, tuple[str, ...]],
    pack: LawPack,
) -> tuple[EvidenceLine, ...]:
    """Listed pieces first, then claims, each with the facts that cite it."""
    return (
        *(_of_piece(row, cited, pack) for row in pieces),
        *(_of_claim(claim, sources, cited) for claim in claims),
    )


def weighed(cited: Iterable[str], lines: Mapping[str, EvidenceLine]) -> tuple[str, ...]:
    """The codes of what is weighed of the evidence cited; what is gone weighs nothing."""
    there = [code for code in dict.fromkeys(cited) if code in lines]
    own = tuple(code for code in there if not lines[code].counts_again)
    return own or tuple(there)


def _of_piece(
    row: models.EvidencePiece, cited: Mapping[str, tuple[str, ...]], pack: LawPack
) -> EvidenceLine:
    kind = pack.evidence_kinds.get(row.kind)
    piece = Evidence(
        row.code,
        kind.shows_in if kind else Family.OTHER,
        row.kind,
        row.words,
        row.reliability,
        row.credibility,
        row.group,
    )
    return EvidenceLine(piece, kind, row.source, False, False, cited.get(row.code, ()))


def _of_claim(
    claim: Claim, sources: Mapping[str, Source], cited: Mapping[str, tuple[str, ...]]
) -> EvidenceLine:
    source = sources[claim.document.source]
    origin = sources.get(source.origin, source)
    piece = Evidence(
        claim.code,
        Family.OTHER,
        "",
        _said(claim, source),
        source.reliability.value,
        0,
        source.origin,
    )
    counts_again = origin.kind is SourceKind.COMPILATION
    citing = cited.get(claim.code, ())
    return EvidenceLine(piece, None, claim.document.url, True, counts_again, citing)


def _said(claim: Claim, source: Source) -> str:
    """What the source says, unless it speaks a verdict: the law never reads one out."""
    said = (claim.words, claim.document.title, source.name.en)
    return next((text for text in said if text and not verdict_in(text)), "")


def citations(facts: Iterable[models.IncidentFact]) -> dict[str, tuple[str, ...]]:
    """Which facts cite each piece, for or against."""
    found: dict[str, dict[str, None]] = {}
    for row in facts:
        for code in _codes(row):
            found.setdefault(code, {})[row.key] = None
    return {code: tuple(keys) for code, keys in found.items()}


def _codes(row: models.IncidentFact) -> Iterator[str]:
    yield from row.evidence
    yield from row.against
