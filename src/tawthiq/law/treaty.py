"""Which State is bound by which treaty, and from which day.

A bond counts from the day it is in force for the State, not from the day of deposit. A
signature alone binds nobody. What is not recorded stays unknown and is never "not bound".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.law.norm import Checked, Signature
from tawthiq.values.both import Both


class Status(StrEnum):
    PARTY = "party"
    SIGNATORY = "signatory"
    NONE = "none"
    WITHDRAWN = "withdrawn"
    """Signed once and told the depositary that it will not join."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Bond:
    """What is recorded of one State and one treaty.

    Attributes:
        done: The day of signature, ratification or accession; None where there is none.
        in_force: The day from which the State is bound; None where it is not.
        arguable_from: A day before that from which it is arguably bound.
        note: Reservations, traps, what to check again.
        signature: Of a lawyer, on the bond as it stands.
    """

    state: str
    treaty: str
    status: Status
    done: date | None
    in_force: date | None
    arguable_from: date | None
    recorded_from: date
    note: Both
    url: str
    checked: Checked
    basis: str
    signature: Signature | None = None

    @property
    def is_vouched_for(self) -> bool:
        """Whether a published text may rest on it: checked in full, or signed by a lawyer."""
        return self.checked is Checked.VERIFIED or self.signature is not None

    def binds_on(self, day: date) -> bool:
        return self.in_force is not None and self.in_force <= day

    def may_bind_on(self, day: date) -> bool:
        """Whether it is arguable that the State was bound, though it was not in force."""
        return self.arguable_from is not None and self.arguable_from <= day


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty and the bonds that are recorded for it, by State."""

    key: str
    name: Both
    bonds: Mapping[str, Bond]


@dataclass(frozen=True, slots=True)
class State:
    """A State of which something is recorded.

    Attributes:
        key: As in files ("Syria").
        also: Other ways to write it.
        is_complete: Every treaty has a row for it.
    """

    key: str
    name: Both
    also: tuple[str, ...]
    is_complete: bool
