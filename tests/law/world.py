"""Incidents that could be, drawn from the vocabulary of the pack; people in them are nobody."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.evidence import Evidence, Family
from tawthiq.law.facts import Fact, FactValue
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.vocabulary import FactKind, Takes

PACK = law_pack()
STATES = sorted(key for key, state in PACK.bonds.states.items() if state.is_complete)
# What the engine itself says of a setting is not for a file to assert.
OURS = {
    "conflict_class",
    "incident_documented",
    "attributed_party",
    "party_type",
    "party_acts_at_home",
    "coordinates_held_by_party",
    "notification_held_by_party",
}
KEYS = sorted(set(PACK.vocabulary) - OURS)
NIAC = Classification(Conflict.NIAC, by="A. Lawyer", sources=("https://example.org/note",))
IAC = Classification(Conflict.IAC, by="A. Lawyer", sources=("https://example.org/note",))

VIDEO = Evidence("E1", Family.TECHNICAL, "video")
WITNESS = Evidence("E2", Family.TESTIMONY, "witness")
REMNANT = Evidence("E3", Family.PHYSICAL, "munition_remnant")
PIECES = {piece.id: piece for piece in (VIDEO, WITNESS, REMNANT)}


def incident(
    facts: dict[str, FactValue],
    *,
    day: date | None = date(2019, 7, 22),
    territory: str = "Syria",
    party: str = "Syria",
    party_type: PartyType = PartyType.STATE,
    opposing: str = "",
    evidence: dict[str, Evidence] | None = None,
    place: str = "",
) -> Incident:
    """An incident all of whose facts rest on all of its evidence."""
    held = PIECES if evidence is None else evidence
    return Incident(
        "an incident",
        day,
        day,
        territory,
        party,
        party_type,
        opposing,
        place,
        {key: Fact(key, _of_kind(key, value), tuple(held)) for key, value in facts.items()},
        held,
    )


def _of_kind(key: str, value: FactValue) -> FactValue:
    takes_choice = PACK.vocabulary[key].takes is Takes.CHOICE
    return frozenset([value]) if takes_choice and isinstance(value, str) else value


HOSPITAL: dict[str, FactValue] = {
    "object_status": "hospital",
    "repeat_strike": True,
    "no_military_objective_observed": True,
    "munition_type": "bomb",
}


def values(kind: FactKind) -> st.SearchStrategy[FactValue]:
    match kind.takes:
        case Takes.FLAG:
            return st.booleans()
        case Takes.NUMBER:
            return st.integers(0, 400)
        case Takes.TEXT:
            return st.sampled_from(["Russia", "Syria", "Jordan", "something"])
        case Takes.CHOICE:
            return st.frozensets(st.sampled_from(sorted(kind.choices)), min_size=1, max_size=3)


@st.composite
def pieces(draw: st.DrawFn) -> dict[str, Evidence]:
    """None to five pieces, some of one origin, some graded."""
    held = {}
    for n in range(draw(st.integers(0, 5))):
        held[f"E{n}"] = Evidence(
            f"E{n}",
            draw(st.sampled_from(list(Family))),
            "",
            "",
            draw(st.sampled_from(["", "A", "B", "F"])),
            draw(st.integers(0, 6)),
            draw(st.sampled_from(["", "one origin"])),
        )
    return held


@st.composite
def incidents(draw: st.DrawFn, keys: tuple[str, ...] = tuple(KEYS)) -> Incident:
    """Any incident that a file could describe."""
    evidence = draw(pieces())
    some = st.lists(st.sampled_from(sorted(evidence)), unique=True) if evidence else st.just([])
    facts = {}
    for key in draw(st.lists(st.sampled_from(keys), max_size=14, unique=True)):
        facts[key] = Fact(
            key,
            draw(values(PACK.vocabulary[key])),
            tuple(draw(some)),
            tuple(draw(some)),
            draw(st.booleans()) and draw(st.booleans()),
        )
    party_type = draw(st.sampled_from(list(PartyType)))
    party = {
        PartyType.STATE: draw(st.sampled_from(STATES)),
        PartyType.ARMED_GROUP: "a group",
        PartyType.UNKNOWN: "",
    }[party_type]
    day = draw(st.dates(date(1995, 1, 1), date(2026, 1, 1)) | st.none())
    return Incident(
        "drawn",
        day,
        day,
        draw(st.sampled_from(STATES)),
        party,
        party_type,
        draw(st.sampled_from(["", *STATES])),
        draw(st.sampled_from(["", "Idlib", "elsewhere"])),
        facts,
        evidence,
    )


def classifications() -> st.SearchStrategy[Classification]:
    return st.sampled_from(list(Conflict)).map(Classification)
