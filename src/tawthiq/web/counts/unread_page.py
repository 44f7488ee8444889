"""A published total whose words nobody here understands: shown as it stands, never compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.claims.claim import PeriodClaim
from tawthiq.claims.source import Source
from tawthiq.counts.reported import NotRead
from tawthiq.web.claims.following import followable
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """Such a total, with the words that nothing was made of."""

    claim: PeriodClaim
    unread: str
    source: Voice
    url: str


def unread_page(found: NotRead, sources: Mapping[str, Source], reader: Reader) -> UnreadPage:
    """Lay out one of them for a reader."""
    document = found.claim.document
    source = voice(sources[document.source], reader, sources)
    return UnreadPage(found.claim, found.unread, source, followable(document.url))


def unread_rows(
    found: Iterable[NotRead], sources: Mapping[str, Source], reader: Reader
) -> tuple[UnreadPage, ...]:
    """All of them, by source."""
    rows = (unread_page(each, sources, reader) for each in found)
    return tuple(sorted(rows, key=lambda row: (row.source.name, row.claim.code)))
