"""An agreement as its page shows it: the incidents inside, and what an alleged breach weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.law.agreement import INSIDE, Inside
from tawthiq.law.book import LawPack
from tawthiq.store.queries.law.shapes import KeptAgreement, UnderAgreement
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.both import Both
from tawthiq.web.law.norm_page import Cited, cited

MOST = 300  # incidents that are listed; house choice
_ORDER = (Inside.ALLEGED_BREACH, Inside.OTHER_PARTY, Inside.UNATTRIBUTED, Inside.UNKNOWN)


@dataclass(frozen=True, slots=True)
class InsideBlock:
    """The incidents that stand alike under an agreement.

    Attributes:
        number: How many there are; ``incidents`` lists the first of them.
    """

    key: str
    said: Both
    number: int
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """One agreement with the incidents inside it."""

    kept: KeptAgreement
    parties: tuple[Both, ...]
    areas: tuple[Both, ...]
    partly: tuple[Both, ...]
    blocks: tuple[InsideBlock, ...]
    bears_on: tuple[Cited, ...]


def agreement_page(
    kept: KeptAgreement, under: Iterable[UnderAgreement], pack: LawPack
) -> AgreementPage:
    """Lay out one agreement."""
    held = list(under)
    counted = Counter(one.line.inside for one in held)
    blocks = tuple(
        InsideBlock(
            inside.value,
            INSIDE[inside],
            counted[inside],
            tuple(one.line.incident for one in held if one.line.inside is inside)[:MOST],
        )
        for inside in _ORDER
        if counted[inside]
    )
    bears_on = tuple(cited(id_, pack) for id_ in kept.kind.bears_on if id_ in pack.norms)
    parties = tuple(pack.bonds.name_of(party) for party in kept.agreement.parties)
    areas, partly = _named(kept.agreement.areas), _named(kept.agreement.partly)
    return AgreementPage(kept, parties, areas, partly, blocks, bears_on)


def _named(areas: Iterable[str]) -> tuple[Both, ...]:
    """Areas by name where the gazetteer drew them, otherwise as they were written."""
    drawn = {area.code: area.name for area in gazetteer().areas()}
    return tuple(drawn.get(area, Both.same(area)) for area in areas)
