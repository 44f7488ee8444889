"""What the records suggest to the law: the kind of site, the weapon, the dead, repetition.

A suggestion is no fact. It says from which incidents it comes and waits for a person, who
adds the evidence for it and against it or throws it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Protocol

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.toll import Harm
from tawthiq.errors import RuleError
from tawthiq.law.agreement import Agreement
from tawthiq.law.facts import FactValue
from tawthiq.law.pack.fields import Field, parse
from tawthiq.records.incident import Incident
from tawthiq.values.both import Both, joined
from tawthiq.values.when import When

# House choices: how near in time another incident has to be.
AGAIN_WITHIN = timedelta(days=1)
PATTERN_WITHIN = timedelta(days=90)
_COUNTS: tuple[tuple[str, Harm, Group], ...] = (
    ("victim_killed_count", Harm.KILLED, UNSTATED),
    ("victim_injured_count", Harm.INJURED, UNSTATED),
    ("victim_child_count", Harm.KILLED, CHILDREN),
    ("victim_women_count", Harm.KILLED, WOMEN),
)


class Near(Protocol):
    """What is asked of an incident that may lie near another; one of the records has it."""

    @property
    def code(self) -> str: ...
    @property
    def when(self) -> When: ...
    @property
    def places(self) -> tuple[str, ...]: ...
    @property
    def sites(self) -> frozenset[str]: ...
    @property
    def parties(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An incident that may lie near another, read from a list without its claims."""

    code: str
    when: When
    places: tuple[str, ...]
    sites: frozenset[str]
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fact that the records suggest.

    Attributes:
        because: Where it comes from, in words.
        incidents: Codes of the incidents that it was read from.
    """

    key: str
    value: FactValue
    because: Both
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The words of the records in the words of the law; "" where they say too little.

    Attributes:
        territories: By the first two letters of the code of a place.
    """

    sites: Mapping[str, str]
    weapons: Mapping[str, str]
    states: Mapping[str, str]
    territories: Mapping[str, str]


@cache
def record_words() -> RecordWords:
    """Read once."""
    name = "from_records.yaml"
    text = (files("tawthiq.law") / "data" / name).read_text("utf-8")
    kinds = ("sites", "weapons", "states", "territories")
    held = parse(text, name, RuleError).keyed(kinds)
    return RecordWords(*(_words(held[kind]) for kind in kinds))


def _words(field: Field) -> dict[str, str]:
    return {
        key.word(): "" if said.word() == "nothing" else said.word() for key, said in field.entries()
    }


def suggest(incident: Incident, others: Iterable[Near] = ()) -> tuple[Suggestion, ...]:
    """What an incident of the records suggests, and what its neighbours add.

    Args:
        others: Incidents near it in time or place; those too far are left out here.
    """
    near = [other for other in others if other.code != incident.code]
    return (
        *_kinds(incident),
        *_counts(incident),
        *_again(incident, near),
        *_pattern(incident, near),
    )


# What it means for an incident to lie in an agreement of each kind; a list of places for
# which coordinates were shared says nothing of all that lies around them.
_INSIDE = {
    "de_escalation_zone": "in_de_escalation_zone",
    "ceasefire": "ceasefire_in_force",
    "hospital_zone": "hospital_zone_established",
    "evacuation_agreement": "evacuation_agreement",
}


def suggest_by_agreements(incident: str, inside: Iterable[Agreement]) -> tuple[Suggestion, ...]:
    """What follows for the facts from the agreements that an incident lies in."""
    by_key: dict[str, list[Agreement]] = {}
    for agreement in inside:
        if key := _INSIDE.get(agreement.kind):
            by_key.setdefault(key, []).append(agreement)
    return tuple(_by_agreements(incident, key, held) for key, held in by_key.items())


def _by_agreements(incident: str, key: str, held: list[Agreement]) -> Suggestion:
    named = joined((one.name for one in held), Both(", ", "، "))
    because = Both("it lies in the area and days of: ", "تقع في منطقة وأيام: ") + named
    return Suggestion(key, True, because, (incident,))


def suggested_party(incident: Near) -> str:
    """The State that the record alleges, where it alleges one party alone and that is one."""
    named = {record_words().states.get(key, "") for key in incident.parties}
    return named.pop() if len(incident.parties) == 1 else ""


def suggested_territory(places: Iterable[str]) -> str:
    """The State in which places lie, by the first letters of their codes; "" if not one."""
    words = record_words().territories
    named = {words.get(code[:2], "") for code in places}
    return named.pop() if len(named) == 1 else ""


def _kinds(incident: Incident) -> Iterator[Suggestion]:
    words = record_words()
    for key, kinds, names in (
        ("object_status", incident.sites, words.sites),
        ("munition_type", incident.weapons, words.weapons),
    ):
        value = frozenset(said for kind in kinds if (said := names.get(kind, "")))
        if value:
            because = Both("as the record reads its claims", "كما يقرأ السجل ادعاءاته")
            yield Suggestion(key, value, because, (incident.code,))


def _counts(incident: Incident) -> Iterator[Suggestion]:
    """The least that is held, as the record settled it."""
    for key, harm, group in _COUNTS:
        held = incident.range_of(harm, group)
        if held and held.how_many and held.how_many.low is not None:
            because = Both("the least that the record holds", "أقل عدد يحمله السجل")
            yield Suggestion(key, held.how_many.low, because, (incident.code,))


def _again(incident: Incident, near: list[Near]) -> Iterator[Suggestion]:
    """Another incident at the same one place, on the same kind of site, within a day."""
    codes = [
        other.code
        for other in near
        if len(incident.places) == 1
        and other.places == incident.places
        and other.sites & incident.sites
        and _within(incident, other, AGAIN_WITHIN)
    ]
    if codes:
        because = Both(
            "another incident at the place and on the kind of site, within a day",
            "واقعة أخرى في المكان نفسه وعلى النوع نفسه من المواقع خلال يوم",
        )
        yield Suggestion("repeat_strike", True, because, (incident.code, *sorted(codes)))


def _pattern(incident: Incident, near: list[Near]) -> Iterator[Suggestion]:
    """How many incidents hit a site of the kind, alleged to the same parties."""
    codes = [
        other.code
        for other in near
        if incident.parties
        and other.parties == incident.parties
        and other.sites & incident.sites
        and _within(incident, other, PATTERN_WITHIN)
    ]
    if codes:
        because = Both(
            "incidents on the kind of site within 90 days, alleged to the same parties",
            "وقائع على النوع نفسه من المواقع خلال ٩٠ يومًا منسوبة إلى الأطراف نفسها",
        )
        count = len(codes) + 1
        yield Suggestion(
            "pattern_same_object_type_count", count, because, (incident.code, *sorted(codes))
        )


def _within(one: Near, other: Near, span: timedelta) -> bool:
    """Whether both are surely no further apart; what has no days is near to nothing."""
    if not (one.when.first and one.when.last and other.when.first and other.when.last):
        return False
    earliest = min(one.when.first, other.when.first)
    latest = max(one.when.last, other.when.last)
    return latest - earliest <= span
