"""A claim whose words have been read: where, what kind of site, which weapon, which party."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tawthiq.claims.claim import Claim
from tawthiq.records.party import Allegation, read_allegation
from tawthiq.records.vocabulary import parties, read_kinds, read_name, read_words, sites, weapons

FindPlaces = Callable[[Claim], tuple[str, ...]]
"""From a claim to the codes of the places it names; empty where none is found."""


@dataclass(frozen=True, slots=True)
class Situated:
    """A claim and our reading of its words. The words stay in the claim.

    Attributes:
        places: Codes of the places named; several where one figure covers several.
        sites, weapons: Keys of the kinds named.
    """

    claim: Claim
    places: tuple[str, ...]
    sites: frozenset[str]
    weapons: frozenset[str]
    allegation: Allegation

    @property
    def covers_several(self) -> bool:
        return len(self.places) > 1


def situate(claim: Claim, find_places: FindPlaces) -> Situated:
    """Read the words of one claim."""
    return Situated(
        claim,
        find_places(claim),
        read_kinds(sites(), claim.target_said) | read_name(sites(), claim.facility_said),
        read_kinds(weapons(), claim.weapon_said),
        read_allegation(claim.party_said),
    )


def unread(claim: Claim) -> dict[str, tuple[str, ...]]:
    """The words of a claim that no vocabulary knows, by the name of the claim's attribute.

    They are kept and shown, and mean nothing to a count; whoever imports a table is told.
    The name of a facility is a name and is not expected to be known.
    """
    party = read_allegation(claim.party_said)
    read = {
        "weapon_said": read_words(weapons(), claim.weapon_said).unread,
        "target_said": read_words(sites(), claim.target_said).unread,
        "party_said": read_words(parties(), claim.party_said).unread,
    }
    if party.denies or party.accepts:
        del read["party_said"]
    return {name: words for name, words in read.items() if words}
