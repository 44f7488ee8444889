"""The sources of a case, each under the voice that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.claims.source import Source
from tawthiq.store.queries.sources import SourceInBrief
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader
from tawthiq.web.wording.names import RELIABILITY, SOURCE_KINDS


@dataclass(frozen=True, slots=True)
class Row:
    """One source in the list."""

    voice: Voice
    kind: str
    reliability: str
    claims: int
    totals: int
    relays: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One voice and everybody through whom we have it.

    Attributes:
        claims, totals: Of all of them together.
    """

    rows: tuple[Row, ...]
    claims: int
    totals: int


def source_list(sources: Iterable[SourceInBrief], reader: Reader) -> tuple[Group, ...]:
    """Gather sources by the voice that speaks, the one with most claims first."""
    voices: dict[str, list[SourceInBrief]] = {}
    by_key: dict[str, Source] = {}
    for brief in sources:
        voices.setdefault(brief.source.origin, []).append(brief)
        by_key[brief.source.key] = brief.source
    groups = (_group(members, by_key, reader) for members in voices.values())
    return tuple(sorted(groups, key=lambda group: (-group.claims - group.totals, _name(group))))


def _group(members: list[SourceInBrief], by_key: Mapping[str, Source], reader: Reader) -> Group:
    ordered = sorted(members, key=lambda brief: (not brief.source.is_own, -brief.claims))
    return Group(
        tuple(_row(brief, by_key, reader) for brief in ordered),
        sum(brief.claims for brief in members),
        sum(brief.totals for brief in members),
    )


def _row(brief: SourceInBrief, by_key: Mapping[str, Source], reader: Reader) -> Row:
    return Row(
        voice(brief.source, reader, by_key),
        SOURCE_KINDS[brief.source.kind].in_(reader.language),
        RELIABILITY[brief.source.reliability].in_(reader.language),
        brief.claims,
        brief.totals,
        not brief.source.is_own,
    )


def _name(group: Group) -> str:
    return group.rows[0].voice.name.casefold()
