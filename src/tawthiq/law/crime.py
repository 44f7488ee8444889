"""A crime as the Elements of Crimes divide it: what each element is and what would show it.

An element's rule says what supports it, what contradicts it and what unsettles it. Rules
that several crimes share (the link to the conflict, knowledge of it) stand once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.law.condition import Condition
from tawthiq.law.example import Example
from tawthiq.law.norm import Checked, Signature
from tawthiq.values.both import Both


class ElementKind(StrEnum):
    CONDUCT = "conduct"
    CIRCUMSTANCE = "circumstance"
    CONSEQUENCE = "consequence"
    MENTAL = "mental"
    AWARENESS = "awareness"
    NEXUS = "nexus"


@dataclass(frozen=True, slots=True)
class ElementRule:
    """What facts say of an element.

    Attributes:
        supports: Any information by which it is supported; None where nothing of the kind is.
        inference: Id of a rule of inference that may support it instead; "" without one.
        contradicts: Information against it.
        unsettles: Any sign of this leaves it unknown.
        asks_a_lawyer: Facts under which the law itself is unsettled.
        defeaters: Ids of defeaters that contradict it when they hold, unsettle it when open.
        needs_party: It is about the party, and says nothing while none is named.
        needs_case_file: One incident never shows it.
    """

    id: str
    supports: Condition | None
    inference: str
    contradicts: Condition | None
    unsettles: Condition | None
    asks_a_lawyer: Condition | None
    defeaters: tuple[str, ...]
    needs_party: bool
    needs_case_file: bool
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that must be shown.

    Attributes:
        number: As in the Elements of Crimes.
        rests_on: Numbers of elements that must be supported before this one can be.
        evidence: Keys of the kinds of evidence that typically show it.
        signature: Of a lawyer, on its words as they stand.
        is_corrected: Its words were changed here, and are no more what was held against the text.
    """

    number: int
    kind: ElementKind
    words: Both
    rule: ElementRule
    rests_on: tuple[int, ...]
    evidence: tuple[str, ...]
    signature: Signature | None = None
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Crime:
    """A crime and its elements.

    Attributes:
        norm: Id of the norm that makes it a crime and says where it applies.
        title: What it is called.
        engages: Subjects that touch this crime, where its norm is about several crimes.
        is_operational: False where no elements exist, so that nothing can be said.
    """

    id: str
    norm: str
    title: Both
    elements: tuple[Element, ...]
    is_operational: bool
    citation: str
    checked: Checked
    basis: str
    engages: tuple[str, ...] = ()

    @property
    def may_be_published(self) -> bool:
        """Whether somebody vouches for each of its elements: checked in full, or signed."""
        checked = self.checked is Checked.VERIFIED
        return all(one.signature or (checked and not one.is_corrected) for one in self.elements)

    def element(self, number: int) -> Element:
        """The element of that number.

        Raises:
            KeyError: The crime has none.
        """
        for one in self.elements:
            if one.number == number:
                return one
        raise KeyError(number)
