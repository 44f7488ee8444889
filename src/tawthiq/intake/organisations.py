"""Organisations that publish on Syria, by every name they go by in a table."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tawthiq.claims.source import SourceKind
from tawthiq.errors import RuleError
from tawthiq.values.both import Both
from tawthiq.values.text import fold

_LONGEST_KEY = 100  # characters; a longer one is cut and told apart by a digest


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that publishes: its key, its name, and what kind of body it is."""

    key: str
    name: Both
    kind: SourceKind


def organisation(name: str) -> Organisation | None:
    """The organisation that goes by a name, or None."""
    return _by_name().get(plain(name))


@cache
def organisations() -> dict[str, Organisation]:
    """Every organisation that we know, by its key.

    Raises:
        RuleError: A key stands twice.
    """
    found: dict[str, Organisation] = {}
    for entry in _data()["organisations"]:
        if entry["key"] in found:
            raise RuleError(f"organisations.yaml: {entry['key']!r} stands twice; keep one")
        name = Both(entry["en"], entry["ar"])
        found[entry["key"]] = Organisation(entry["key"], name, SourceKind(entry["kind"]))
    return found


def kind_named(words: str) -> SourceKind | None:
    """The kind that the column origin_kind of a table names, or None."""
    return _kinds().get(plain(words))


@cache
def kind_words() -> tuple[str, ...]:
    """What origin_kind may say, in English, for a message."""
    return tuple(w for words in _data()["kinds"].values() for w in words if w.isascii())


def version_named(words: str) -> int:
    """Which version of one telling the words name, counted from 1; 0 where they name none."""
    said = f" {plain(words)} "
    return next((number for name, number in _versions().items() if name in said), 0)


@cache
def _versions() -> dict[str, int]:
    return {f" {plain(name)} ": number for name, number in _data()["versions"].items()}


@cache
def words_of_a_text() -> frozenset[str]:
    """Words that after an organisation's name only say which of its texts is meant, folded."""
    return frozenset(map(fold, _data()["of_a_text"]))


@cache
def words_of_locals() -> frozenset[str]:
    """Words that describe people on the spot, folded."""
    return frozenset(map(fold, _data()["locals"]))


def slug(name: str) -> str:
    """A stable, readable key of a name: folded words between hyphens.

    Arabic names keep their letters. Two names that fold alike have one key.
    """
    key = re.sub(r"[^\w]+|_", "-", fold(name)).strip("-")
    key = re.sub("-{2,}", "-", key)
    if key and len(key) <= _LONGEST_KEY:
        return key
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{key[: _LONGEST_KEY - 9]}-{mark}".strip("-")


def plain(name: str) -> str:
    """A name as it is looked up: folded, single spaces, no full stop at the end."""
    return " ".join(fold(name).split()).rstrip(".")


@cache
def _by_name() -> dict[str, Organisation]:
    names: dict[str, Organisation] = {}
    for entry in _data()["organisations"]:
        one = organisations()[entry["key"]]
        for word in {plain(name) for name in (entry["en"], entry["ar"], *entry["words"])}:
            if word in names:
                raise RuleError(f"organisations.yaml: {word!r} names two; keep one of them")
            names[word] = one
    return names


@cache
def _kinds() -> dict[str, SourceKind]:
    return {plain(w): SourceKind(kind) for kind, ws in _data()["kinds"].items() for w in ws}


@cache
def _data() -> dict[str, Any]:
    source = files("tawthiq.intake").joinpath("data", "organisations.yaml")
    data: dict[str, Any] = yaml.safe_load(source.read_text("utf-8"))
    return data
