"""The words for sites, weapons and parties, and how a source's words find theirs.

What nothing matches stays unread and is handed back: a kind is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any, TypeVar

import yaml

from tawthiq.errors import RuleError
from tawthiq.records.phrases import Phrases, Spot, unspotted
from tawthiq.values.both import Both
from tawthiq.values.kinds import Kind, Kinds
from tawthiq.values.text import fold, is_arabic

T = TypeVar("T")


@cache
def sites() -> Kinds:
    return _load("sites")


def military_alone(keys: frozenset[str]) -> bool:
    """Whether every kind of site named is military: then nobody is presumed a civilian."""
    return bool(keys) and keys <= sites().below("military")


@cache
def weapons() -> Kinds:
    return _load("weapons")


@cache
def parties() -> Kinds:
    return _load("parties")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a cell.

    Attributes:
        kinds: Keys of every kind named.
        unread: The words, folded, that nothing was made of; a person should look.
    """

    kinds: frozenset[str]
    unread: tuple[str, ...]


def read_kinds(vocabulary: Kinds, words: str) -> frozenset[str]:
    """The keys of every kind that the words name; of two overlapping phrases the longer.

    "health centres and a market" names two kinds; "market street" names a market. See
    ``read_words`` for what is understood and not read.
    """
    return read_words(vocabulary, words).kinds


@lru_cache(maxsize=1 << 14)  # tables repeat the same few wordings
def read_words(vocabulary: Kinds, words: str) -> Reading:
    """Read a cell of a table: "near a monastery; street" names a street.

    What is only near was not hit; a chlorine claim "not supported" names no chlorine. A
    kind of site in brackets after another ("town square (Great Mosque)") only says which,
    unless it is a narrower word for it ("health facility (primary care)").
    """
    kinds: set[str] = set()
    unread: list[str] = []
    for part in re.split(r"[;؛]", fold(words)):
        spots = _reader(vocabulary).spot(part)
        if all(spot.value is not _Beside.DENIED for spot in spots):
            kinds |= _hit(vocabulary, part, spots)
            unread += unspotted(part, spots)
    return Reading(frozenset(kinds), tuple(unread))


@lru_cache(maxsize=1 << 14)
def read_name(vocabulary: Kinds, name: str) -> frozenset[str]:
    """The kind of what bears a name: "Market Town Hospital" is a hospital.

    The kind stands last in an English name and first in an Arabic one; several names are
    separated by a slash or a semicolon.
    """
    kinds = set()
    for one in re.split(r"[;؛/]", fold(name)):
        spots = _names(vocabulary).spot(re.sub(r"\([^)]*\)", " ", one))
        if spots:
            kinds.add(spots[0 if is_arabic(one.strip()) else -1].value)
    return frozenset(kinds)


def spot_kinds(vocabulary: Kinds, words: str) -> list[tuple[int, int, str]]:
    """Where each kind is named: start and end in the *folded* text, and the key."""
    return [(spot.start, spot.end, spot.value) for spot in _names(vocabulary).spot(fold(words))]


class _Beside(StrEnum):
    """What a phrase is that names no kind."""

    NEAR = "near"
    IDLE = "idle"
    DENIED = "denied"


_Meaning = str | _Beside  # a kind's key, or what the phrase does to its neighbours


def _hit(vocabulary: Kinds, part: str, spots: list[Spot[_Meaning]]) -> set[str]:
    """The kinds that a part of a cell says were hit, or used, or did it."""
    near_until, hit = 0, []
    for spot in spots:
        if spot.value is _Beside.NEAR:
            near_until = _end_of_clause(part, spot.end)
        elif not isinstance(spot.value, _Beside) and spot.start >= near_until:
            hit.append((_in_brackets(part, spot.start), spot.value))
    plain = {key for bracketed, key in hit if not bracketed}
    if not plain or vocabulary is not sites():
        return {key for _, key in hit}
    return plain | {key for _, key in hit if plain & set(vocabulary.ancestors(key))}


def _end_of_clause(part: str, start: int) -> int:
    end = re.compile(r"[,،/()]|$").search(part, start)
    return end.start() if end else len(part)


def _in_brackets(part: str, at: int) -> bool:
    return part.count("(", 0, at) > part.count(")", 0, at)


@cache
def _reader(vocabulary: Kinds) -> Phrases[_Meaning]:
    """Every phrase that is understood in a cell of this vocabulary."""
    beside: Iterator[tuple[str, _Meaning]] = (
        (phrase, _Beside(role))
        for role, phrases in _load_beside().get(vocabulary.name, {}).items()
        for phrase in phrases
    )
    return _checked(vocabulary, chain(_phrases(vocabulary), beside))


@cache
def _names(vocabulary: Kinds) -> Phrases[str]:
    return _checked(vocabulary, _phrases(vocabulary))


def _phrases(vocabulary: Kinds) -> Iterator[tuple[str, str]]:
    for key, kind in vocabulary.items():
        for said in (kind.name, kind.plural):
            yield from ((phrase, key) for phrase in (said.en, said.ar) if phrase)
        yield from ((phrase, key) for phrase in kind.variants)


def _checked(vocabulary: Kinds, phrases: Iterable[tuple[str, T]]) -> Phrases[T]:
    try:
        return Phrases(phrases)
    except ValueError as error:
        raise RuleError(f"{vocabulary.name}.yaml: {error}; keep one of the two") from error


def _load(name: str) -> Kinds:
    return Kinds(name, (_kind(name, entry) for entry in _yaml(name)))


def _load_beside() -> Mapping[str, Mapping[str, list[str]]]:
    beside: Mapping[str, Mapping[str, list[str]]] = _yaml("beside")
    return beside


def _yaml(name: str) -> Any:
    text = (files("tawthiq.records") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, yaml.CSafeLoader)


def _kind(name: str, entry: Mapping[str, object]) -> Kind:
    unknown = set(entry) - {"key", "parent", "en", "ar", "en_plural", "ar_plural", "words"}
    if unknown or not {"key", "en", "ar"} <= set(entry):
        raise RuleError(f"{name}.yaml: {entry!r} lacks key, en or ar, or has unknown {unknown}")
    words = entry.get("words", [])
    if not isinstance(words, list):
        raise RuleError(f"{name}.yaml: the words of {entry['key']} must be a list")
    return Kind(
        key=str(entry["key"]),
        name=Both(str(entry["en"]), str(entry["ar"])),
        parent=str(entry.get("parent", "")),
        variants=tuple(str(word) for word in words),
        plural=Both(str(entry.get("en_plural", "")), str(entry.get("ar_plural", ""))),
    )
