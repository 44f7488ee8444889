"""Where a case can go today: courts, mechanisms and bodies, each with what opens it.

Norms use the day of the incident; forums are asked for today. An answer carries its day
and its source, and says what has not been assessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.law.norm import Checked, Signature
from tawthiq.values.both import Both


class Door(StrEnum):
    """Whether a way is open."""

    OPEN = "open"
    ARGUABLE = "arguable"
    CLOSED = "closed"
    DEPENDS = "depends"
    """It turns on something that is not recorded."""


class ForumTest(StrEnum):
    """What a forum asks; what is not among these is for its own law."""

    ALWAYS = "always"
    AREA_AND_DATE = "area_and_date"
    """Territory and day of the incident."""
    BOND = "bond"
    """A treaty in force for the State that is said to have acted."""
    FACT = "fact"
    """A subject of the pack that the facts touch."""


@dataclass(frozen=True, slots=True)
class Forum:
    """A body that can hear, record or act.

    Attributes:
        what: What it can do, and what it cannot.
        tests: What has to be so; all of them.
        areas, since: For its area and date.
        treaty: For its bond.
        subject: For its fact.
        exists_from, exists_to: When it exists at all.
        excluded: States that keep it from hearing them, with the reason.
        condition: What else its own law asks; not assessed here.
    """

    id: str
    name: Both
    what: Both
    tests: tuple[ForumTest, ...]
    areas: tuple[str, ...]
    since: date | None
    treaty: str
    subject: str
    exists_from: date | None
    exists_to: date | None
    excluded: tuple[tuple[str, Both], ...]
    condition: Both
    source: str
    checked: Checked
    signature: Signature | None = None

    @property
    def may_be_published(self) -> bool:
        """Whether a published text may rest on it: checked in full, or signed by a lawyer."""
        return self.checked is Checked.VERIFIED or self.signature is not None


class ActKind(StrEnum):
    REFERRAL = "referral"
    """By the Security Council, Article 13(b)."""
    DECLARATION = "declaration"
    """By a State that is not a party, Article 12(3)."""


@dataclass(frozen=True, slots=True)
class JurisdictionAct:
    """A referral or a declaration that opens the Court to a situation.

    Attributes:
        covers_from, covers_to: The days whose acts it covers.
        made: The day it was made.
        part: A part of the territory, where it is not about all of it.
    """

    kind: ActKind
    state: str
    part: Both
    covers_from: date
    covers_to: date | None
    made: date
    source: Both
    checked: Checked


@dataclass(frozen=True, slots=True)
class ForumLine:
    """What is said of one forum.

    Attributes:
        ways: Each way that was tried, and whether it is open.
        asked_on: The day for which it is said.
    """

    forum: str
    name: Both
    door: Door
    what: Both
    ways: tuple[tuple[Door, Both], ...]
    asked_on: date
    source: str
    may_be_published: bool
