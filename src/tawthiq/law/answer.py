"""Whether a norm applies: four answers, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.values.both import Both


class Answer(StrEnum):
    APPLICABLE = "applicable"
    NOT_APPLICABLE = "not_applicable"
    ARGUABLE = "arguable"
    DEPENDS = "depends"
    """Something that decides it is not recorded: the party, a bond, a day."""

    @property
    def said(self) -> Both:
        return _SAID[self]


_SAID = {
    Answer.APPLICABLE: Both("applicable", "منطبقة"),
    Answer.NOT_APPLICABLE: Both("not applicable", "غير منطبقة"),
    Answer.ARGUABLE: Both("arguable", "محل جدل قانوني"),
    Answer.DEPENDS: Both("depends on what is not recorded", "تتوقف على ما ليس مسجلًا"),
}
# What shuts a norm out decides; what is missing comes before what is argued about.
_WEIGHT = {
    Answer.NOT_APPLICABLE: 0,
    Answer.DEPENDS: 1,
    Answer.ARGUABLE: 2,
    Answer.APPLICABLE: 3,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer and why."""

    answer: Answer
    why: Both


def together(reasons: Iterable[Reason]) -> Answer:
    """What several reasons come to; nothing against it is applicable."""
    return min((one.answer for one in reasons), key=_WEIGHT.__getitem__, default=Answer.APPLICABLE)
