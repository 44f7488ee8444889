"""Everything that is known of an incident when its elements are read, as standings by key.

To what people assert comes what follows from the setting (the class of the conflict, who
is named, whether anything was given to look at) and from the rules of derivation.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.condition import Standings
from tawthiq.law.derivation import derive
from tawthiq.law.evidence import carries, is_two_or_technical
from tawthiq.law.facts import FactValue, Standing, stand
from tawthiq.law.incident import Incident
from tawthiq.law.kleene import Why
from tawthiq.law.level import Level

# A fact that names a recipient, what it was sent, and what follows when it is the party
# that is said to have acted: knowing is not shown by what *another* party was told.
_RECEIVED = (
    ("deconfliction_recipient", "deconflicted", "coordinates_held_by_party"),
    ("notification_recipient", "convoy_notified", "notification_held_by_party"),
)


def standings_of(
    incident: Incident, classification: Classification, conflict: Conflict, pack: LawPack
) -> Standings:
    """All standings of an incident under one reading of the class."""
    known = {key: stand(fact, incident.evidence) for key, fact in incident.facts.items()}
    for standing in _of_the_setting(incident, classification, conflict):
        known.setdefault(standing.key, standing)
    for standing in _of_what_was_sent(incident, known, pack):
        known.setdefault(standing.key, standing)
    return derive(known, pack.derivations)


def _of_the_setting(
    incident: Incident, classification: Classification, conflict: Conflict
) -> Iterator[Standing]:
    said = "IAC" if conflict.is_international else str(conflict)
    yield _given("conflict_class", frozenset([said]), classification.level)
    if conflict is Conflict.OCCUPATION:
        yield _given("occupation", True, classification.level)
    yield _of_all_evidence(incident, "incident_documented", True)
    if incident.is_attributed:
        yield _of_all_evidence(incident, "attributed_party", incident.party)
        yield _of_all_evidence(incident, "party_type", frozenset([str(incident.party_type)]))
    if incident.territory:
        at_home = incident.party == incident.territory
        yield _of_all_evidence(incident, "party_acts_at_home", at_home)


def _given(key: str, value: FactValue, level: Level) -> Standing:
    return Standing(key, value, level, None, derived_by="classification")


def _of_all_evidence(incident: Incident, key: str, value: FactValue) -> Standing:
    """What the whole file says, carried by all of its evidence together."""
    pieces = list(incident.evidence.values())
    level = carries(pieces)
    why = None
    if level is None:
        why = Why.NO_EVIDENCE
    elif level is Level.LEAD:
        why = Why.INSUFFICIENT
    return Standing(
        key,
        value,
        None if why else level,
        why,
        tuple(incident.evidence),
        (),
        is_two_or_technical(pieces),
        derived_by="incident",
    )


def _of_what_was_sent(
    incident: Incident, known: dict[str, Standing], pack: LawPack
) -> Iterator[Standing]:
    for recipient_key, sent_key, held_key in _RECEIVED:
        recipient, sent = known.get(recipient_key), known.get(sent_key)
        if recipient is None or sent is None or sent.value is not True or not incident.party:
            continue
        named = str(recipient.value)
        is_party = (pack.bonds.state_named(named) or named) == incident.party
        why = recipient.why or sent.why
        yield Standing(
            held_key,
            is_party,
            None if why else min(_level(recipient), _level(sent)),
            why,
            tuple(dict.fromkeys(recipient.evidence + sent.evidence)),
            tuple(dict.fromkeys(recipient.against + sent.against)),
            recipient.is_well_seen and sent.is_well_seen,
            "PARTY-1",
            (recipient_key, sent_key),
        )


def _level(standing: Standing) -> Level:
    return Level.LEAD if standing.level is None else standing.level
