"""A worked case: an incident, its variants, and what is expected of each norm and element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.law.answer import Answer
from tawthiq.law.classification import Conflict
from tawthiq.law.incident import Incident
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a case.

    Attributes:
        incidents: One; or one for each State, where a case names several as the party.
        conflict: The class it is read under.
    """

    incidents: tuple[Incident, ...]
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Wanted:
    """One expectation.

    Attributes:
        what: Id of a norm or crime.
        variant: Letter of the variant it is about; "" for the case as told.
        element: Number of an element; None where it is about whether the norm applies.
        value: ``applicable``, ``not_applicable``, ``arguable``, or a value of an element.
        because: The reason that the case gives.
        line: Where it stands.
    """

    what: str
    variant: str
    element: int | None
    value: str
    because: str
    line: int

    @property
    def name(self) -> str:
        """As tables show it: ``RS-8-2-e-iv(A) 2``."""
        letter = f"({self.variant})" if self.variant else ""
        number = "" if self.element is None else f" {self.element}"
        return f"{self.what}{letter}{number}"


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case.

    Attributes:
        told: The case as told, under "", and its variants by letter; ``twin`` is one.
        wanted: Everything it expects.
        forum: What it expects of forums, in words; for a person to compare.
        problems: What could not be read, each with file, line and mend.
        unread: Words of notes of which nothing was made.
    """

    id: str
    title: str
    told: Mapping[str, Told]
    wanted: tuple[Wanted, ...]
    forum: str
    problems: tuple[Both, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One expectation, met or missed.

    Attributes:
        found: What the engine says.
        why: Its reasons.
    """

    case: str
    wanted: Wanted
    found: str
    is_met: bool
    why: Both


@dataclass(frozen=True, slots=True)
class CasesReport:
    """All cases of a file.

    Attributes:
        checked: Every expectation, in the order of the file.
        problems: What could not be read; the rest of a case is run all the same.
        forums: What the engine says of the International Criminal Court, by case.
    """

    checked: tuple[Checked, ...]
    problems: tuple[Both, ...]
    unread: Mapping[str, tuple[str, ...]]
    forums: Mapping[str, tuple[str, Both]]
    cases: tuple[str, ...]
    pack_hash: str

    @property
    def met(self) -> int:
        return sum(one.is_met for one in self.checked)

    @property
    def missed(self) -> tuple[Checked, ...]:
        return tuple(one for one in self.checked if not one.is_met)

    @property
    def holds(self) -> bool:
        """Everything was read and every expectation met; a file without any holds nothing."""
        return bool(self.checked) and not self.missed and not self.problems


# An answer of the engine, in the three words of the format: what turns on something that is
# not recorded is neither yes nor no, and so is what is argued about.
IN_THREE_WORDS = {
    Answer.APPLICABLE: "applicable",
    Answer.NOT_APPLICABLE: "not_applicable",
    Answer.ARGUABLE: "arguable",
    Answer.DEPENDS: "arguable",
}
