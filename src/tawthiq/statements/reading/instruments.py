"""The treaties, statutes and studies that a text may cite, by the names that texts give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.errors import RuleError
from tawthiq.statements.reading.lexicon import Lexicon
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument.

    Attributes:
        key: How the ids of its norms begin in the law pack.
        treaty: The key under which the pack holds who is bound, or "".
        last: The number of its last article or rule; 0 where that decides nothing.
        reads_as: The key of an instrument with the same scope, whose rows the pack has.
    """

    key: str
    name: Both
    names: tuple[str, ...]
    treaty: str = ""
    last: int = 0
    reads_as: str = ""


_FIELDS = {"key", "en", "ar", "names", "treaty", "last", "reads_as"}


@cache
def instruments() -> Mapping[str, Instrument]:
    """The table, by key.

    Raises:
        RuleError: An entry lacks a name or says something unknown.
    """
    text = (files("tawthiq.statements") / "data" / "instruments.yaml").read_text(encoding="utf-8")
    found = [_instrument(entry) for entry in yaml.load(text, yaml.CSafeLoader)]
    return {each.key: each for each in found}


def _instrument(entry: Mapping[str, object]) -> Instrument:
    unknown = set(entry) - _FIELDS
    names, last = entry.get("names"), entry.get("last", 0)
    if unknown or not isinstance(names, list) or not isinstance(last, int):
        raise RuleError(f"instruments.yaml: {entry!r} lacks its names, or has unknown {unknown}")
    return Instrument(
        str(entry["key"]),
        Both(str(entry["en"]), str(entry["ar"])),
        tuple(str(name) for name in names),
        str(entry.get("treaty", "")),
        last,
        str(entry.get("reads_as", "")),
    )


@cache
def instrument_names() -> Lexicon:
    """All their names as one lexicon, made once."""
    return Lexicon(
        ("instrument", each.key, name) for each in instruments().values() for name in each.names
    )
