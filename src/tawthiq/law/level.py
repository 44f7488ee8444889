"""How far information carries: from a single lead up to what only a court decides.

The engine stops at reasonable grounds. The two levels above exist so that a judgment can
be stored; nothing here computes them.
"""

from __future__ import annotations

from enum import IntEnum

from tawthiq.values.both import Both


class Level(IntEnum):
    """Anchors: Rome Statute Articles 15(3), 53(1)(a), 58(1)(a), 61(7), 66(3)."""

    LEAD = 0
    """One source that nobody assessed; for internal work only."""
    REASONABLE_BASIS = 1
    """A sensible reading of the information, not the only one."""
    REASONABLE_GROUNDS = 2
    """Corroborated, contrary information considered."""
    SUBSTANTIAL_GROUNDS = 3
    """For the confirmation of charges: a court only."""
    BEYOND_REASONABLE_DOUBT = 4
    """For a judgment: a court only."""

    @property
    def word(self) -> str:
        return self.name.lower()

    @property
    def name_said(self) -> Both:
        return _SAID[self]


CEILING = Level.REASONABLE_GROUNDS

_SAID = {
    Level.LEAD: Both("a lead only", "معلومة أولية فقط"),
    Level.REASONABLE_BASIS: Both("reasonable basis", "أساس معقول"),
    Level.REASONABLE_GROUNDS: Both("reasonable grounds", "أسباب معقولة"),
    Level.SUBSTANTIAL_GROUNDS: Both("substantial grounds (a court's)", "أسباب جوهرية (من محكمة)"),
    Level.BEYOND_REASONABLE_DOUBT: Both(
        "beyond reasonable doubt (a court's)", "دون أي شك معقول (من محكمة)"
    ),
}
