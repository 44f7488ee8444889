"""An incident qualified from what its case holds, and every line of that explained."""

from __future__ import annotations

from datetime import date

from tawthiq.law.explanation import Explanation, WhyNot
from tawthiq.law.what_if import Change, Difference
from tawthiq.store.queries.law.shapes import QualifiedIncident


def qualification_of(
    case: str, incident: str, *, asked_on: date | None = None, known_at: date | None = None
) -> QualifiedIncident:
    """Qualify an incident of a case from held facts, suggestions flagged as such.

    A suggestion engages norms and supports no element. Where no qualification can be made
    (nothing classifies the conflict, a State without rows) ``refused`` says so.

    Args:
        asked_on: Say forums for that day; today where None.
        known_at: Read the law as it was on record on that day.

    Raises:
        UnknownNameError: The case or the incident does not exist.
    """
    raise NotImplementedError


def explanation_of_norm(found: QualifiedIncident, norm: str, reading: int = 0) -> Explanation:
    """Why a norm applies or does not, as a tree down to facts, evidence and rule version.

    Args:
        reading: Which reading of ``found.qualification.readings``.

    Raises:
        UnknownNameError: No such norm or reading.
    """
    raise NotImplementedError


def explanation_of_element(
    found: QualifiedIncident, crime: str, number: int, reading: int = 0
) -> Explanation:
    """Why an element is supported, contradicted or unknown.

    Raises:
        UnknownNameError: The crime was not read, has no such element, or no such reading.
    """
    raise NotImplementedError


def why_not(found: QualifiedIncident, norm: str, reading: int = 0) -> WhyNot:
    """Why a norm is not among those that apply, and which facts would touch it.

    Raises:
        UnknownNameError: No such norm or reading.
    """
    raise NotImplementedError


def what_if(found: QualifiedIncident, change: Change, reading: int = 0) -> Difference:
    """What one supposition would change: the class, the day, a party, one fact.

    Raises:
        UnknownNameError: No such reading.
        InputError: A State without rows was supposed, or a fact key that is not known.
    """
    raise NotImplementedError
