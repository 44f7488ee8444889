"""The names of bodies and people in a text, right or wrong, and whom they mean.

A table says how each body writes itself and which wrong forms have been seen. A written
name that stands in no table is compared by its telling words: "Syrian Human Rights
Network" has those of the Syrian Network for Human Rights, in another order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from tawthiq.claims.source import Source
from tawthiq.errors import RuleError
from tawthiq.statements.reading.lexicon import Lexicon, each_word
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import Named
from tawthiq.values.both import NOTHING, Both
from tawthiq.values.text import fold


@dataclass(frozen=True, slots=True)
class Body:
    """A body or person of the table, or a source of the case that the table lacks.

    Attributes:
        key: Stable; that of the table, or of the source.
        name: In full.
        short: Initials in use.
        right, wrong: Other ways to write it.
        holds: Keys of bodies that also speak under this name.
        office: What the person is, or nothing.
    """

    key: str
    name: Both
    short: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    office: Both = NOTHING

    @property
    def is_person(self) -> bool:
        return bool(self.office)


@cache
def table() -> Mapping[str, Body]:
    """The table of names, by key.

    Raises:
        RuleError: An entry lacks a name or says something unknown.
    """
    text = (files("tawthiq.statements") / "data" / "names.yaml").read_text(encoding="utf-8")
    bodies = [_body(entry) for entry in yaml.load(text, yaml.CSafeLoader)]
    if len({body.key for body in bodies}) < len(bodies):
        raise RuleError("names.yaml: a key stands twice; keep one of the two")
    return {body.key: body for body in bodies}


_FIELDS = {"key", "kind", "en", "ar", "short", "also", "wrong", "holds", "office"}


def _body(entry: Mapping[str, object]) -> Body:
    unknown = set(entry) - _FIELDS
    if unknown or not {"key", "en", "ar"} <= set(entry):
        raise RuleError(f"names.yaml: {entry!r} lacks key, en or ar, or has unknown {unknown}")
    office = entry.get("office") or {"en": "", "ar": ""}
    assert isinstance(office, dict)
    return Body(
        key=str(entry["key"]),
        name=Both(str(entry["en"]), str(entry["ar"])),
        short=_several(entry, "short"),
        right=_several(entry, "also"),
        wrong=_several(entry, "wrong"),
        holds=_several(entry, "holds"),
        office=Both(str(office["en"]), str(office["ar"])),
    )


def _several(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    values = entry.get(key, [])
    if not isinstance(values, list):
        raise RuleError(f"names.yaml: {key} of {entry['key']} must be a list")
    return tuple(str(value) for value in values)


class Names:
    """Every name that a text may use: the table's, and the sources of the case."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._origins: dict[str, set[str]] = {}
        own = [source for source in sources.values() if source.is_own]
        self.bodies = dict(table())
        for source in own:
            key = self._key_of(source)
            if key not in self.bodies:
                self.bodies[key] = Body(source.key, source.name, (), (_head(source.said),))
            self._origins.setdefault(key, set()).add(source.origin)
        self._lexicon = Lexicon(self._phrases())

    def _key_of(self, source: Source) -> str:
        """The key of the table's body that a source is; else its own."""
        for said in (source.name.en, _head(source.said), source.key.replace("-", " ")):
            if key := _right_names().get(fold(said)):
                return key
        return source.key

    def _phrases(self) -> Iterator[tuple[str, str, str]]:
        for body in self.bodies.values():
            for name in (body.name.en, *body.short, *body.right):
                if name and name.isascii():
                    yield "name", f"{body.key}|right", name
            for name in body.wrong:
                yield "name", f"{body.key}|wrong", name

    def origins(self, key: str) -> frozenset[str]:
        """Keys of the case's sources that speak under a body's name."""
        body = self.bodies.get(key)
        keys = (key, *body.holds) if body else (key,)
        return frozenset(o for each in keys for o in self._origins.get(each, ()))

    def spot(self, page: Page) -> list[Named]:
        """Every name in a text, in order; of two that overlap the longer."""
        found = [
            named
            for hit in self._lexicon.spot(page.words).of("name")
            if (named := self._named(page, hit.key, hit.start, hit.end))
        ]
        found += self._likenesses(page, found)
        return sorted(found, key=lambda named: named.start)

    def _named(self, page: Page, key: str, start: int, end: int) -> Named | None:
        body, _, how = key.partition("|")
        if "(" in page.text[start:end] and page.text[end : end + 1] == ")":
            end += 1
        said = page.text[start:end]
        if _NAME_BEGINS.match(said) is None:
            return None
        if fold(said) == "who" and said != "WHO":
            return None
        if said.isupper() is False and fold(said) in _SHOUTED:
            return None
        return Named(start, end, body, said, how == "right")

    def _likenesses(self, page: Page, found: list[Named]) -> Iterator[Named]:
        """Capitalised phrases that have the telling words of a known name."""
        taken = {position for named in found for position in (named.start, named.end)}
        for match in _CAPITALS.finditer(page.text):
            if match.start() in taken or match.end() in taken:
                continue
            if any(
                named.start < match.end() and match.start() < named.end
                for named in _near(found, match)
            ):
                continue
            if key := like(match.group()):
                yield Named(*match.span(), key, match.group(), False)


# "al-Muharrar Media" and "21st Century Wire" begin with no capital, and are names.
_NAME_BEGINS = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)?[ \u00a0-])?(?:[a-z]{2,3}[-‑’' ])?[A-Z]")
_SHOUTED = frozenset({"who", "un", "icc", "ap", "coi", "sams"})
_CAPITALS = re.compile(
    r"\b[A-Z][\w’']+(?:[ \u00a0]+(?:(?:for|of|the|and|in|&)[ \u00a0]+){0,2}[A-Z][\w’']+){2,8}"
)
_IDLE = each_word(
    "the for of and in a organization organisation organizations group groups on de al"
)
_ALIKE_ENOUGH = 0.75  # shared telling words among all of both; house choice


def _near(found: list[Named], match: re.Match[str]) -> Iterable[Named]:
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].end <= match.start():
            low = middle + 1
        else:
            high = middle
    return found[low : low + 1]


@lru_cache(maxsize=4096)
def like(written: str) -> str:
    """The key of the one body whose telling words a written name has, or ""."""
    telling = _telling(written)
    if len(telling) < 2:
        return ""
    scored = [
        (len(telling & words) / len(telling | words), key)
        for key, words in _telling_of_table().items()
        if len(words) >= 2
    ]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE_ENOUGH else ""


def _telling(written: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+", fold(written))
    return frozenset(
        w[:-1] if w.endswith("s") and len(w) > 4 else w for w in words if w not in _IDLE
    )


@cache
def _telling_of_table() -> Mapping[str, frozenset[str]]:
    return {key: _telling(body.name.en) for key, body in table().items() if not body.is_person}


@cache
def _right_names() -> Mapping[str, str]:
    return {
        fold(name): body.key
        for body in table().values()
        for name in (body.name.en, *body.short, *body.right, body.key.replace("-", " "))
    }


def _head(said: str) -> str:
    """A source's name without what stands in brackets or after a comma."""
    return re.split(r"[(,]", said)[0].strip() or said
