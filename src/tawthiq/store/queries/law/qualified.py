"""An incident qualified from what its case holds, and every line of that explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law import explanation
from tawthiq.law import what_if as suppositions
from tawthiq.law.explanation import Explanation, WhyNot
from tawthiq.law.fact_value import kind_named, value_held
from tawthiq.law.qualification import must_be_known, qualify
from tawthiq.law.reading import Reading
from tawthiq.law.what_if import Change, Difference, suppose
from tawthiq.store.queries.law.classifications import classifications_for
from tawthiq.store.queries.law.law_incidents import gather
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.shapes import QualifiedIncident
from tawthiq.values.both import NOTHING, Both

T = TypeVar("T")


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
        NotLookedAtError: No law was on record on ``known_at``.
    """
    pack = pack_in_force(known_at)
    found = gather(case, incident, pack)
    kept = classifications_for(case, found.incident)
    made, refused = None, NOTHING
    try:
        held = [one.classification for one in kept]
        made = qualify(found.incident, held, pack=pack, known_at=known_at, asked_on=asked_on)
    except InputError as error:
        refused = Both(error.en, error.ar)
    return QualifiedIncident(
        case,
        found.listed,
        found.incident,
        found.ascribed,
        made,
        refused,
        found.facts,
        found.evidence,
        kept,
        bool(made and made.contested),
        found.agreements,
        pack,
    )


def explanation_of_norm(found: QualifiedIncident, norm: str, reading: int = 0) -> Explanation:
    """Why a norm applies or does not, as a tree down to facts, evidence and rule version.

    Args:
        reading: Which reading of ``found.qualification.readings``.

    Raises:
        UnknownNameError: No such norm or reading.
    """
    read = _reading(found, reading)
    return _or_unknown(lambda: explanation.explain_norm(read, norm, found.pack), norm)


def explanation_of_element(
    found: QualifiedIncident, crime: str, number: int, reading: int = 0
) -> Explanation:
    """Why an element is supported, contradicted or unknown.

    Raises:
        UnknownNameError: The crime was not read, has no such element, or no such reading.
    """
    read, name = _reading(found, reading), f"{crime}/{number}"
    return _or_unknown(lambda: explanation.explain_element(read, crime, number, found.pack), name)


def why_not(found: QualifiedIncident, norm: str, reading: int = 0) -> WhyNot:
    """Why a norm is not among those that apply, and which facts would touch it.

    Raises:
        UnknownNameError: No such norm or reading.
    """
    read = _reading(found, reading)
    return _or_unknown(lambda: explanation.why_not(read, norm, found.pack), norm)


def what_if(found: QualifiedIncident, change: Change, reading: int = 0) -> Difference:
    """What one supposition would change: the class, the day, a party, one fact.

    Raises:
        UnknownNameError: No such reading.
        InputError: A State without rows was supposed, or a fact that the vocabulary has not.
    """
    read = _reading(found, reading)
    if change.fact:
        key, value = change.fact
        kind = kind_named(key, found.pack.vocabulary)
        change = Change(fact=(kind.key, value_held(kind, value)))
    must_be_known(suppose(found.incident, change), found.pack)
    return suppositions.what_if(
        found.incident, read.classification, change, found.pack, read.conflict
    )


def _reading(found: QualifiedIncident, number: int) -> Reading:
    made = found.qualification
    if made is None:
        raise UnknownNameError(found.refused.en, found.refused.ar)
    if not 0 <= number < len(made.readings):
        raise UnknownNameError(
            f"{made.incident} has {len(made.readings)} readings; there is none of number {number}",
            f"لـ{made.incident} من القراءات {len(made.readings)}؛ ولا قراءة برقم {number}",
        )
    return made.readings[number].reading


def _or_unknown(ask: Callable[[], T], name: str) -> T:
    try:
        return ask()
    except KeyError as error:
        raise UnknownNameError(
            f"nothing is called {name!r} in this reading; look at its list of norms and crimes",
            f"لا شيء باسم {name!r} في هذه القراءة؛ انظر قائمة قواعدها وجرائمها",
        ) from error
