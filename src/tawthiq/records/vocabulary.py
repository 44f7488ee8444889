"""The words for sites, weapons and parties, and how a source's words find theirs.

Reading is by the longest phrase that stands in the text as whole words, in Arabic or
English, after folding. What nothing matches stays unread: a kind is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.errors import RuleError
from tawthiq.values.both import Both
from tawthiq.values.kinds import Kind, Kinds
from tawthiq.values.text import fold


@cache
def sites() -> Kinds:
    return _load("sites")


@cache
def weapons() -> Kinds:
    return _load("weapons")


@cache
def parties() -> Kinds:
    return _load("parties")


def read_kinds(vocabulary: Kinds, words: str) -> frozenset[str]:
    """The keys of every kind that the words name; the wider of two overlapping is not read.

    "health centres and a market" names two kinds; "market street" names a market.
    """
    return frozenset(key for _, _, key in spot_kinds(vocabulary, words))


def spot_kinds(vocabulary: Kinds, words: str) -> list[tuple[int, int, str]]:
    """Where each kind is named: start and end in the *folded* text, and the key."""
    pattern, keys = _reader(vocabulary.name)
    folded = fold(words)
    return [
        (found.start(), found.end(), keys[_spaced(found.group(1))])
        for found in pattern.finditer(folded)
    ]


@cache
def _reader(name: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    keys: dict[str, str] = {}
    for key, kind in {"sites": sites, "weapons": weapons, "parties": parties}[name]().items():
        for word in (kind.name.en, kind.name.ar, kind.plural.en, kind.plural.ar, *kind.variants):
            if word:
                keys.setdefault(_spaced(fold(word)), key)
    phrases = sorted(keys, key=len, reverse=True)  # so that the longest is tried first
    either = "|".join(re.escape(phrase).replace(r"\ ", r"[\s\-]+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:ال)?({either})(?!\w)"), keys


def _spaced(folded: str) -> str:
    return re.sub(r"[\s\-]+", " ", folded).strip()


def _load(name: str) -> Kinds:
    text = (files("tawthiq.records") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return Kinds(name, (_kind(name, entry) for entry in yaml.load(text, yaml.CSafeLoader)))


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
