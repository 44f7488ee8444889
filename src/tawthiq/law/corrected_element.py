"""An element of a crime after a lawyer corrected its words or signed them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from tawthiq.law.crime import Crime, Element
from tawthiq.law.norm import Signature
from tawthiq.law.row_text import RowDecision, RowText
from tawthiq.values.both import Both


def decided_element(crime: Crime, number: int, decision: RowDecision) -> Crime:
    """The crime after one decision on one of its elements."""
    before = crime.element(number)
    after = element_with(before, decision.changed)
    signature, holds = None, decision.digest == element_digest(crime.id, after)
    if decision.signed_by and decision.signed_on and holds:
        signature = Signature(decision.signed_by, decision.signed_on, decision.digest)
    after = replace(after, signature=signature)
    elements = tuple(after if one.number == number else one for one in crime.elements)
    return replace(crime, elements=elements)


def element_with(element: Element, changed: Mapping[RowText, str]) -> Element:
    """An element in other words."""
    words = Both(
        changed.get(RowText.SUMMARY_EN, element.words.en),
        changed.get(RowText.SUMMARY_AR, element.words.ar),
    )
    return replace(element, words=words, is_corrected=element.is_corrected or bool(changed))


def texts_of_element(element: Element) -> dict[RowText, str]:
    """Every field of an element that can be corrected, as it stands."""
    return {RowText.SUMMARY_EN: element.words.en, RowText.SUMMARY_AR: element.words.ar}


def element_digest(crime: str, element: Element) -> str:
    """What a lawyer signs of an element."""
    said = [crime, element.number, element.words.en, element.words.ar]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
