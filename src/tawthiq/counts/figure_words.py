"""Reading what a label or a phrase counts: "children killed by Russian forces".

The parts are found one after the other, each by a table that can be read, and taken
out; what remains unread is handed back, so that nobody takes half a label for a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from tawthiq.claims.group import (
    AID_WORKERS,
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    EVERYBODY,
    HEALTH_WORKERS,
    MEDIA_WORKERS,
    MEN,
    RESCUERS,
    WOMEN,
    Group,
)
from tawthiq.counts.definition import Unit
from tawthiq.records.rule import MASSACRE, MASSACRE_SNHR, TORTURE
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


_GROUPS: tuple[tuple[str, Group], ...] = (
    (r"civil(?:ians?|ian deaths)", CIVILIANS),
    (r"child(?:ren)?|minors?|infants?|girls? and boys?", CHILDREN),
    (r"women|woman", WOMEN),
    (r"men|man", MEN),
    (r"(?:health|medical) (?:workers?|staff|personnel)|doctors?|paramedics?", HEALTH_WORKERS),
    (r"(?:aid|humanitarian) (?:workers?|staff|personnel)", AID_WORKERS),
    (r"(?:white helmets |civil defen[cs]e )?(?:volunteers?|rescuers?|rescue workers?)", RESCUERS),
    (r"(?:media (?:workers?|activists?)|journalists?)", MEDIA_WORKERS),
    (r"combatants?|fighters?|militants?|soldiers?", COMBATANTS),
    (r"people|persons?|individuals?|victims?|deaths?|residents?", EVERYBODY),
)
_HARMS: tuple[tuple[str, Unit], ...] = (
    (r"killed|deaths?|dead|died|lost their lives|lives lost|victims?|fatalities", Unit.KILLED),
    (r"injured|wounded|hurt|injuries", Unit.INJURED),
    (r"(?:forcibly )?displaced", Unit.DISPLACED),
)
_SITE_HARMS: tuple[tuple[str, Unit], ...] = (
    (
        r"(?:put |become |became |forced )?out of (?:service|action|operation)"
        r"|forced to (?:suspend work|close)|suspended|no longer (?:working|functioning)",
        Unit.SITES_OUT_OF_SERVICE,
    ),
    (
        r"(?:destroyed|damaged) (?:completely|partially|fully|partly)[ ,]*(?:and|or|and/or|/)* *"
        r"(?:completely|partially|fully|partly)?"
        r"|(?:completely|partially|fully|partly)[ ,/]*(?:and|or|and ?/ ?or)*[ /]*"
        r"(?:completely|partially|fully|partly)? *(?:destroyed|damaged)|damaged",
        Unit.SITES_DAMAGED,
    ),
    (r"destroyed", Unit.SITES_DESTROYED),
    (r"attacked|bombed|targeted|hit|struck|bombarded|shelled", Unit.SITES_ATTACKED),
)
_NOTE = re.compile(r"\((?!snhr)([^)]*)\)")
_ATTACKS = re.compile(r"\b(?:attacks?|incidents?)\b(?: on| of violence against)?")
_MASSACRES = re.compile(r"\bmassacres?\b(?: ?\((snhr)[^)]*\))?")
_IN_MASSACRES = re.compile(r"\b(?:in|during)(?: the)?(?: \d+)? massacres?\b(?: ?\((snhr)[^)]*\))?")
_TORTURE = re.compile(r"\b(?:under|due to|by) torture\b")
_BY = re.compile(r"\b(?:by|attributed to|at the hands of)\b(?: the)? ")
_IDLE = re.compile(
    r"\b(?:the|a|an|of|and|were|was|been|have|has|had|in|all|parties|categories|number|other)\b"
    r"|[,.;:()\-]"
)


def read_figure(words: str) -> Figure | None:
    """Read what is counted; None where not even the unit can be read."""
    text = fold(words)
    note = "; ".join(_NOTE.findall(text))
    rest, inside = _read_rules(_NOTE.sub(" ", text))
    rest, who_did_it = _read_parties(rest)
    rest, means = _read_weapons(rest)
    readings = [read(rest) for read in (_read_persons, _read_sites, _read_attacks, _read_means)]
    subject = min((each for each in readings if each), key=_words_left, default=None)
    if subject is None:
        return None
    return Figure(
        subject.unit,
        subject.who,
        subject.sites,
        subject.weapons or means,
        who_did_it,
        inside,
        " ".join(_left(subject)),
        note,
    )


def spread(vocabulary: Kinds, keys: frozenset[str]) -> frozenset[str] | None:
    """Everything the keys name, narrower words included; None for no restriction."""
    return vocabulary.spread(keys) if keys else None


def _read_rules(text: str) -> tuple[str, frozenset[str]]:
    found = _IN_MASSACRES.search(text)
    if found:
        rule = MASSACRE_SNHR if found.group(1) else MASSACRE
        return _without(text, found), frozenset({rule.key})
    if found := _TORTURE.search(text):
        return _without(text, found), frozenset({TORTURE.key})
    if found := _MASSACRES.search(text):
        rule = MASSACRE_SNHR if found.group(1) else MASSACRE
        return _replaced(text, found, "attacks"), frozenset({rule.key})
    return text, frozenset()


def _read_parties(text: str) -> tuple[str, frozenset[str] | None]:
    """Who did it, where "by …" says so; "held by" and the like are left unread."""
    found = _BY.search(text)
    if found is None or re.search(r"\b(?:held|controlled|verified|run)\s+$", text[: found.start()]):
        return text, None
    unread, keys = _taken_out(parties(), _completed(text[found.end() :]))
    if not keys:
        return text, None
    return f"{text[: found.start()]} {unread}", spread(parties(), keys)


def _completed(words: str) -> str:
    """Write out "government and Russian forces", which names two forces with one noun."""
    return re.sub(r"\bgovernment and (?=\w+ forces)", "government forces and ", words)


def _read_weapons(text: str) -> tuple[str, frozenset[str] | None]:
    found = re.search(r"\bby (?=air|barrel|cluster|artillery|shelling|rocket|mine|landmine)", text)
    if found is None:
        return text, None
    named = spot_kinds(weapons(), text[found.end() :])
    keys = frozenset(key for _, _, key in named)
    return text[: found.start()] if keys else text, spread(weapons(), keys)


@dataclass(frozen=True, slots=True)
class _Subject:
    unit: Unit
    rest: str
    who: Group = EVERYBODY
    sites: frozenset[str] | None = None
    weapons: frozenset[str] | None = None


def _left(subject: _Subject) -> list[str]:
    """The words that nothing was made of, without those that say nothing."""
    return _IDLE.sub(" ", subject.rest).split()


def _words_left(subject: _Subject) -> int:
    """Of several readings, the one that leaves fewest words unread is meant."""
    return len(_left(subject))


def _read_persons(text: str) -> _Subject | None:
    who, harm = _first(_GROUPS, text), _first(_HARMS, text)
    if who is None or harm is None:
        return None
    _, rest = who
    return _Subject(harm[0], (_first(_HARMS, rest) or (None, rest))[1], who=who[0])


def _read_sites(text: str) -> _Subject | None:
    rest, keys = _taken_out(sites(), text)
    harm = _first(_SITE_HARMS, rest)
    if not keys or harm is None or _ATTACKS.search(text):
        return None
    return _Subject(harm[0], harm[1], sites=spread(sites(), keys))


def _read_attacks(text: str) -> _Subject | None:
    found = _ATTACKS.search(text)
    if found is None:
        return None
    rest, keys = _taken_out(sites(), _without(text, found))
    return _Subject(Unit.ATTACKS, rest, sites=spread(sites(), keys))


def _read_means(text: str) -> _Subject | None:
    rest, keys = _taken_out(weapons(), text)
    if not keys:
        return None
    unit = Unit.STRIKES if keys == {"airstrike"} else Unit.MUNITIONS
    return _Subject(unit, rest, weapons=spread(weapons(), keys))


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
