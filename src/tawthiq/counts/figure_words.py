"""Reading what a label or a phrase counts: "children killed by Russian forces".

The parts are found one after the other, each by a table that can be read, and taken
out; what remains unread is handed back, so that nobody takes half a label for a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from tawthiq.claims.group import EVERYBODY, Group
from tawthiq.counts.definition import Unit
from tawthiq.counts.figure_tables import (
    ATTACKS,
    BY,
    GOVERNMENT,
    GROUPS,
    HARMS,
    HELD,
    IDLE,
    IN_MASSACRES,
    MASSACRES,
    NOTE,
    SITE_HARMS,
    TORTURE,
    WITH,
)
from tawthiq.records.rule import MASSACRE, MASSACRE_SNHR
from tawthiq.records.rule import TORTURE as RULE_TORTURE
from tawthiq.records.vocabulary import parties, sites, spot_kinds, weapons
from tawthiq.values.kinds import Kinds
from tawthiq.values.text import fold

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a phrase counts: a definition without place, time and basis.

    Attributes:
        remainder: The words that nothing was made of; "" where all were read.
        note: What stood in brackets beside it ("unconfirmed reports"), or "".
    """

    unit: Unit
    who: Group
    sites: frozenset[str] | None
    weapons: frozenset[str] | None
    parties: frozenset[str] | None
    inside: frozenset[str]
    remainder: str
    note: str = ""


def read_figure(words: str) -> Figure | None:
    """Read what is counted; None where not even the unit can be read.

    A figure with a ``remainder`` is half read and is never to be counted with.
    """
    text = fold(words)
    note = "; ".join(NOTE.findall(text))
    rest, inside = _read_rules(NOTE.sub(" ", text))
    rest, who_did_it, means = _read_author(rest)
    rest, weapons_used = _read_weapons(rest)
    readings = [read(rest) for read in (_read_persons, _read_sites, _read_attacks, _read_means)]
    subject = min((each for each in readings if each), key=_words_left, default=None)
    if subject is None:
        return None
    return Figure(
        subject.unit,
        subject.who,
        subject.sites,
        subject.weapons or spread(weapons(), means | weapons_used),
        spread(parties(), who_did_it),
        inside,
        " ".join(_left(subject)),
        note,
    )


def spread(vocabulary: Kinds, keys: frozenset[str]) -> frozenset[str] | None:
    """Everything the keys name, narrower words included; None for no restriction."""
    return vocabulary.spread(keys) if keys else None


def _read_rules(text: str) -> tuple[str, frozenset[str]]:
    found = IN_MASSACRES.search(text)
    if found:
        rule = MASSACRE_SNHR if found.group(1) else MASSACRE
        return _without(text, found), frozenset({rule.key})
    if found := TORTURE.search(text):
        return _without(text, found), frozenset({RULE_TORTURE.key})
    if found := MASSACRES.search(text):
        rule = MASSACRE_SNHR if found.group(1) else MASSACRE
        return _replaced(text, found, "attacks"), frozenset({rule.key})
    return text, frozenset()


def _read_author(text: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """Who did it and with what, where "by …" says so; "held by" and the like are left unread."""
    for found in BY.finditer(text):
        head, said = text[: found.start()], text[found.end() :]
        if HELD.search(head):
            continue
        unread, who = _taken_out(parties(), GOVERNMENT.sub("government forces", said))
        if who:
            unread, means = _taken_out(weapons(), unread)
            return f"{head} {unread}", who, means
    return text, frozenset(), frozenset()


def _read_weapons(text: str) -> tuple[str, frozenset[str]]:
    """With what, where the weapon follows at once: "in air strikes", "by barrel bombs"."""
    for found in WITH.finditer(text):
        said = text[found.end() :]
        if any(start == 0 for start, _, _ in spot_kinds(weapons(), said)):
            unread, means = _taken_out(weapons(), said)
            return f"{text[: found.start()]} {unread}", means
    return text, frozenset()


@dataclass(frozen=True, slots=True)
class _Subject:
    unit: Unit
    rest: str
    who: Group = EVERYBODY
    sites: frozenset[str] | None = None
    weapons: frozenset[str] | None = None


def _left(subject: _Subject) -> list[str]:
    """The words that nothing was made of, without those that say nothing."""
    return IDLE.sub(" ", subject.rest).split()


def _words_left(subject: _Subject) -> int:
    """Of several readings, the one that leaves fewest words unread is meant."""
    return len(_left(subject))


def _read_persons(text: str) -> _Subject | None:
    who, harm = _first(GROUPS, text), _first(HARMS, text)
    if who is None or harm is None:
        return None
    _, rest = who
    return _Subject(harm[0], (_first(HARMS, rest) or (None, rest))[1], who=who[0])


def _read_sites(text: str) -> _Subject | None:
    rest, keys = _taken_out(sites(), text)
    harm = _first(SITE_HARMS, rest)
    if not keys or harm is None or ATTACKS.search(text):
        return None
    return _Subject(harm[0], harm[1], sites=spread(sites(), keys))


def _read_attacks(text: str) -> _Subject | None:
    found = ATTACKS.search(text)
    if found is None:
        return None
    rest, keys = _taken_out(sites(), _without(text, found))
    return _Subject(Unit.ATTACKS, rest, sites=spread(sites(), keys))


def _read_means(text: str) -> _Subject | None:
    rest, keys = _taken_out(weapons(), text)
    if not keys:
        return None
    rest, hit = _taken_out(sites(), re.sub(r"\bon\b", " ", rest))
    unit = Unit.STRIKES if keys == {"airstrike"} else Unit.MUNITIONS
    return _Subject(unit, rest, sites=spread(sites(), hit), weapons=spread(weapons(), keys))


def _first(table: tuple[tuple[str, T], ...], text: str) -> tuple[T, str] | None:
    for pattern, value in table:
        if found := re.search(rf"\b(?:{pattern})(?!\w)", text):
            return value, _without(text, found)
    return None


def _taken_out(vocabulary: Kinds, text: str) -> tuple[str, frozenset[str]]:
    named = spot_kinds(vocabulary, text)
    for start, end, _ in reversed(named):
        text = f"{text[:start]} {text[end:]}"
    return text, frozenset(key for _, _, key in named)


def _without(text: str, found: re.Match[str]) -> str:
    return _replaced(text, found, " ")


def _replaced(text: str, found: re.Match[str], by: str) -> str:
    return f"{text[: found.start()]}{by}{text[found.end() :]}"
