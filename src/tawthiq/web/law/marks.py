"""Who vouches for a row of the law pack: a mark that stands beside the row wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.law.crime import Crime, Element
from tawthiq.law.forum import Forum
from tawthiq.law.norm import Checked, Norm
from tawthiq.law.treaty import Bond
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Vouch:
    """What a reader is told of a row.

    Attributes:
        key: As the style sheet knows it: signed, verified, partly, memory.
        by, on: The lawyer and the day, where one signed.
    """

    key: str
    name: Both
    by: str = ""
    on: date | None = None

    @property
    def may_be_published(self) -> bool:
        return self.key in ("signed", "verified")


_CHECKED = {
    Checked.VERIFIED: Vouch(
        "verified", Both("read against its source, unsigned", "قورنت بمصدرها، بلا توقيع")
    ),
    Checked.PARTLY: Vouch(
        "partly", Both("partly from memory, unsigned", "بعضها من الذاكرة، بلا توقيع")
    ),
    Checked.MEMORY: Vouch("memory", Both("from memory, unsigned", "من الذاكرة، بلا توقيع")),
}
_ORDER = ("memory", "partly", "verified", "signed")
_SIGNED = Both("signed by a lawyer", "وقّعها قانوني")


def vouch_of(norm: Norm) -> Vouch:
    """The mark of a norm."""
    if norm.is_signed and norm.signature:
        return Vouch("signed", _SIGNED, norm.signature.by, norm.signature.on)
    return _CHECKED[norm.source.checked]


def vouch_of_bond(bond: Bond) -> Vouch:
    """The mark of what is recorded of a State and a treaty."""
    if bond.signature:
        return Vouch("signed", _SIGNED, bond.signature.by, bond.signature.on)
    return _CHECKED[bond.checked]


def vouch_of_element(crime: Crime, element: Element) -> Vouch:
    """The mark of an element; one whose words were changed here is no more as it was read."""
    if element.signature:
        return Vouch("signed", _SIGNED, element.signature.by, element.signature.on)
    return _CHECKED[Checked.PARTLY if element.is_corrected else crime.checked]


def vouch_of_crime(crime: Crime) -> Vouch:
    """The mark of a crime: that of its element for which the least is vouched."""
    marks = [vouch_of_element(crime, one) for one in crime.elements]
    return min(marks, key=lambda one: _ORDER.index(one.key), default=_CHECKED[crime.checked])


def vouch_of_forum(forum: Forum) -> Vouch:
    """The mark of what is said of a forum."""
    if forum.signature:
        return Vouch("signed", _SIGNED, forum.signature.by, forum.signature.on)
    return _CHECKED[forum.checked]
