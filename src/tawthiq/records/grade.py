"""How well an incident is supported: the scale of Airwars, computed and overridable.

Airwars methodology (airwars.org/about/methodology): confirmed, fair, weak, contested,
discounted. The headline counts fair and confirmed, at the minimum. Where our reading
is narrower or wider than theirs, ``docs/decisions`` says so.
"""

from __future__ import annotations

from enum import StrEnum

from tawthiq.values.both import Both


class Grade(StrEnum):
    CONFIRMED = "confirmed"
    """A party to the conflict accepted responsibility, in its own words."""
    FAIR = "fair"
    """Two or more independent sources, and an alleged party that they do not dispute."""
    WEAK = "weak"
    """One independent source, or several of which none names a party."""
    CONTESTED = "contested"
    """Sources name parties of different sides."""
    DISCOUNTED = "discounted"
    """Reviewed and set aside: by a person, with a reason, never by a program."""


GRADE_NAMES: dict[Grade, Both] = {
    Grade.CONFIRMED: Both("confirmed", "مؤكدة"),
    Grade.FAIR: Both("fair", "مقبولة"),
    Grade.WEAK: Both("weak", "ضعيفة"),
    Grade.CONTESTED: Both("contested", "متنازع عليها"),
    Grade.DISCOUNTED: Both("discounted", "غير محتسبة"),
}
HEADLINE = frozenset({Grade.CONFIRMED, Grade.FAIR})
