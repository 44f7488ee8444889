"""A source as it stands beside a number: its name, its mark of independence, its relay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.claims.source import Source, SourceKind
from tawthiq.values.both import Both
from tawthiq.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Mark:
    """How independent a voice is, as a mark and in words.

    Attributes:
        key: As the style sheet knows it: own, via, comp or party.
    """

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One source, for a reader.

    Attributes:
        key: Of the source, for its page.
        relay: Through whom we have it, or "".
    """

    key: str
    name: str
    mark: Mark
    relay: str = ""


MARKS: Mapping[str, Both] = {
    "own": Both("own count, read at the source", "عدٌّ خاص، قُرئ عند مصدره"),
    "via": Both("own count, reached us through a relay", "عدٌّ خاص، وصلنا عبر ناقل"),
    "comp": Both("compilation of other sources", "تجميع لمصادر أخرى"),
    "party": Both("a party to the events", "طرف في الأحداث"),
}


def mark_of(source: Source, reader: Reader) -> Mark:
    """The mark of a source: whether it is a party, a compilation, a relay, or itself."""
    key = _mark_key(source)
    return Mark(key, MARKS[key].in_(reader.language))


def voice(source: Source, reader: Reader, sources: Mapping[str, Source] | None = None) -> Voice:
    """A source under the name of whoever speaks, with its relay beside it.

    Args:
        sources: Where the speaker is found; without it a relay keeps the name it came with.
    """
    speaker = (sources or {}).get(source.origin, source)
    name = speaker.name.in_(reader.language)
    # A name that came with its relay in it does not get it twice.
    relay = "" if speaker is source and not source.is_own else source.relay
    return Voice(source.key, name, mark_of(source, reader), relay)


def legend(reader: Reader) -> list[Mark]:
    """All four marks, for the key of a chart."""
    return [Mark(key, name.in_(reader.language)) for key, name in MARKS.items()]


def _mark_key(source: Source) -> str:
    match source.kind:
        case SourceKind.PARTY:
            return "party"
        case SourceKind.COMPILATION:
            return "comp"
        case _:
            return "own" if source.is_own and not source.relay else "via"
