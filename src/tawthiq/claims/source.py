"""Who says it: a person, an organisation or an outlet, and from whom they have it.

Two newspapers that print one agency's telegram are one source. Whether sources are
independent is computed from who derives from whom; see ``independence``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.values.both import Both


class SourceKind(StrEnum):
    """What kind of body speaks."""

    UN = "un"
    MONITOR = "monitor"
    """A casualty recorder or human-rights monitor with its own documenters."""
    COMPILATION = "compilation"
    """A data set that counts other people's reports again (UCDP GED, Airwars)."""
    MEDICAL = "medical"
    RESCUE = "rescue"
    MEDIA = "media"
    LOCAL = "local"
    PARTY = "party"
    """A party to the conflict, or the media of one."""
    NGO = "ngo"
    OTHER = "other"


class Reliability(StrEnum):
    """How far a source has been right before: the Admiralty scale, A to F.

    NATO AJP-2.1; F is "cannot be judged" and is the honest default.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who claims.

    Attributes:
        key: Stable and readable, as in ``snhr`` or ``white-helmets-via-watan-fm``.
        said: The name as the table or page wrote it ("White Helmets (via Watan FM, Arabic)").
        name: The name for readers.
        kind: What kind of body speaks; of a relay, the kind of the origin.
        reliability: Admiralty grade.
        origin: The key of the source whose claim this is; its own key if nobody else's.
        relay: Through whom we have it, in words, or "".
        version: Which version of one telling this is, where that is known: 1 for the
            first, 2 for the second; 0 for the last or only one. A newspaper of the next
            day can still print the first version.
    """

    key: str
    said: str
    name: Both
    kind: SourceKind
    origin: str
    relay: str = ""
    reliability: Reliability = Reliability.F
    version: int = 0

    def __post_init__(self) -> None:
        if self.version < 0:
            raise ValueError(f"{self.key}: versions are counted from 1, this is {self.version}")

    @property
    def is_own(self) -> bool:
        """Whether the source speaks for itself and not for somebody else."""
        return self.origin == self.key
