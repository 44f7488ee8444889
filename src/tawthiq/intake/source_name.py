"""A source as a table names it: "White Helmets (via Watan FM, Arabic)".

What stands before the parenthesis claims; who stands after "via" or "quoted by" only
carries it. Which language or which version it was is a remark. A person in office
("UN deputy humanitarian chief") stays as described and is not made into the office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.claims.source import Source, SourceKind
from tawthiq.intake.organisations import (
    Organisation,
    organisation,
    organisations,
    slug,
    version_named,
    words_of_a_text,
    words_of_locals,
)
from tawthiq.values.both import Both
from tawthiq.values.text import tokens

_PARENTHESIS = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_CARRIED = re.compile(
    r"(?:^|.*?[\s,،])(?:via|(?:as )?quoted by|reported by|عبر|بواسطة|كما نقلت?|نقلته?|نقله)\s+(.+)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED_AFTER_COMMA = re.compile(r"(.+?)[,،]\s*(?:quoted by|as quoted by)\s+(.+)", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"[,،]\s*(?:Arabic|English|French|German|Italian|Spanish|Dutch|Turkish|Russian|Persian"
    r"|Kurdish|Marathi|بالعربية|بالإنجليزية)(?:\s+page)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Who claims, through whom we have it, and the organisation that it is, if we know it."""

    who: str
    relay: str
    known: Organisation | None


@lru_cache(1 << 14)
def read_source(said: str) -> Source:
    """The source that a table's words name, with its origin and who relays it.

    Reliability is F (cannot be judged): a name says nothing of it. The kind of a name
    that we do not know is "other", or "local" where it says so.
    """
    parts = _parts(said)
    whole = organisation(said)
    origin = parts.known.key if parts.known else slug(parts.who)
    key = whole.key if whole else slug(said)
    kind = parts.known.kind if parts.known else _kind_of(parts.who)
    version = version_named(" ".join(tokens(said)))
    return Source(key, said, _name(said, parts), kind, origin, parts.relay, version=version)


def origin_of(source: Source) -> Source:
    """The source for whom a source speaks: itself, where it speaks for itself."""
    if source.is_own:
        return source
    if one := organisations().get(source.origin):
        return Source(one.key, one.name.en, one.name, one.kind, one.key)
    who = _parts(source.said).who
    return Source(source.origin, who, Both.same(who), source.kind, source.origin)


def origin_source(who: str, kind: SourceKind) -> Source:
    """A source that speaks for itself, under the name by which others quote it."""
    known = known_in(who)
    if known is None:
        key = slug(who)
        return Source(key, who, Both.same(who), kind, key)
    return Source(known.key, who, known.name, kind, known.key)


def with_origins(sources: Iterable[Source], origins: Iterable[Source]) -> tuple[Source, ...]:
    """The sources, and after them each origin that is not among them, one of each key."""
    by_key: dict[str, Source] = {}
    for source in (*sources, *origins):
        by_key.setdefault(source.key, source)
    return tuple(by_key.values())


def known_in(who: str) -> Organisation | None:
    """The organisation that words name, alone or with a word on which of its texts is meant.

    "OCHA situation report 9" is OCHA; "UN deputy humanitarian chief" is not the UN.
    """
    if one := organisation(who):
        return one
    first = re.split(r"\s*[,،/]\s*", who)[0]
    if first != who and (one := organisation(first)):
        return one if _is_remark(who[len(first) :]) or "/" in who else None
    words = first.split()
    for end in range(len(words) - 1, 0, -1):
        if (one := organisation(" ".join(words[:end]))) and _is_remark(" ".join(words[end:])):
            return one
    return None


def _is_remark(rest: str) -> bool:
    return all(word in words_of_a_text() or word.isdecimal() for word in tokens(rest))


def _parts(said: str) -> _Parts:
    who = _PARENTHESIS.sub("", said).strip(" ,،") or said
    if found := _QUOTED_AFTER_COMMA.fullmatch(who):
        who, relays = found.group(1), [found.group(2)]
    else:
        relays = []
    remarks = [found.group(1).strip() for found in _PARENTHESIS.finditer(said)]
    relays += [relay for remark in remarks if (relay := _relay(remark, who))]
    return _Parts(_without_version(who), ", via ".join(relays), known_in(who))


def _relay(remark: str, who: str) -> str:
    """Through whom we have it, by what stands in a parenthesis; "" where that is a remark."""
    remark = _LANGUAGE.sub("", remark)
    carried = _CARRIED.fullmatch(remark)
    if carried:
        before = re.split(r"\s*[,،]\s*", remark)[0]
        # "AP, via Haaretz": an agency stands between.
        return remark if organisation(before) else carried.group(1).strip()
    agency = organisation(re.split(r"\s*[,،/]\s*", remark)[0])
    return remark if agency and agency != known_in(who) else ""


def _without_version(who: str) -> str:
    """A name without "first version" or "headline" after a comma."""
    name, comma, rest = who.partition(",")
    return name if comma and _is_remark(rest) else who


def _kind_of(who: str) -> SourceKind:
    return SourceKind.LOCAL if words_of_locals() & set(tokens(who)) else SourceKind.OTHER


def _name(said: str, parts: _Parts) -> Both:
    """The name for readers: of a relay, the origin's name and through whom we have it."""
    if whole := organisation(said):
        return whole.name
    who = _in_both(parts.who, parts.known)
    if not parts.relay:
        remarks = "".join(f" ({found.group(1)})" for found in _PARENTHESIS.finditer(said))
        return Both(said if said.isascii() else who.en + remarks, who.ar + remarks)
    relay = _in_both(parts.relay, organisation(parts.relay))
    return Both(f"{who.en} (via {relay.en})", f"{who.ar} (عبر {relay.ar})")


def _in_both(words: str, known: Organisation | None) -> Both:
    """A name as written for readers of its own script, and as we know it for the others."""
    if known is None:
        return Both.same(words)
    return Both(words if words.isascii() else known.name.en, known.name.ar)
