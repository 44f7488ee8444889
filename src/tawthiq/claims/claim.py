"""What one document says, of one incident or of a whole period, kept as it was said.

A claim is never edited. A corrected claim supersedes the one before, and both stay.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.claims.toll import Toll
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When


@dataclass(frozen=True, slots=True)
class Document:
    """What a source published or gave.

    Attributes:
        source: The key of the source.
        title: As printed, or "" where it was not seen.
        url: Its address; several claims may rest on one document.
        published: When, as far as known.
    """

    source: str
    title: str
    url: str
    published: When


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says of one incident.

    Everything that is not a number or a day stays in the source's words; reading
    the words (which place, which party) is the work of ``places`` and ``records``.

    Attributes:
        code: Stable, as in ``I055.7``; unique in its case.
        document: Where it is said.
        when: When it happened, according to the claim.
        place_said, governorate_said, subdistrict_said: Where, in words; "" where silent.
        lat, lon: A settlement's position in degrees (WGS 84) that came with the claim,
            or None. Never the point of impact.
        weapon_said, target_said, facility_said, party_said: In words; "" where silent.
        tolls: The numbers. An empty tuple is silence, not zero.
        words: What is said, paraphrased by whoever entered it.
        checked: Who held it against the page again and when, in words; "" if nobody.
    """

    code: str
    document: Document
    when: When
    place_said: str
    governorate_said: str
    subdistrict_said: str
    lat: float | None
    lon: float | None
    weapon_said: str
    target_said: str
    facility_said: str
    party_said: str
    tolls: tuple[Toll, ...]
    words: str
    checked: str = ""

    def __post_init__(self) -> None:
        if not self.code.strip():
            raise ValueError("a claim needs a code")
        if (self.lat is None) is not (self.lon is None):
            raise ValueError(f"{self.code}: a position needs both lat and lon")
        if self.lat is not None and not (-90 <= self.lat <= 90 and -180 <= (self.lon or 0) <= 180):
            raise ValueError(f"{self.code}: no place on earth at {self.lat}, {self.lon}")
        if len({(toll.harm, toll.group) for toll in self.tolls}) < len(self.tolls):
            raise ValueError(f"{self.code}: two numbers for one harm to one group; keep one")


@dataclass(frozen=True, slots=True)
class PeriodClaim:
    """What a document says of a whole period and area: a total, never a sum of ours.

    It is one number. It is not split among places, months or parties, and it is not
    added to incidents that it may already hold.

    Attributes:
        code: Stable; unique in its case.
        figure_said: What is counted, in words ("children killed by Russian forces").
        how_many: The number.
        when, when_said: The period, read and as written.
        area_said: The area, as written.
    """

    code: str
    document: Document
    figure_said: str
    how_many: HowMany
    when: When
    when_said: str
    area_said: str
    checked: str = ""
