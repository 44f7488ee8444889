"""Which norms an incident touches and which of them reach it: one line a norm.

That a norm is touched is a question of its subject; that it reaches is a question of class,
date, area and bond. A norm that a subject does not touch is not applicable, with that reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.law import reasons
from tawthiq.law.answer import Answer, Reason, together
from tawthiq.law.applicability import Reach, reach
from tawthiq.law.book import LawPack
from tawthiq.law.condition import Standings
from tawthiq.law.norm import Norm
from tawthiq.law.setting import Setting
from tawthiq.law.subject import Touch

_UNTOUCHED = (Reason(Answer.NOT_APPLICABLE, reasons.not_engaged()),)


@dataclass(frozen=True, slots=True)
class NormLine:
    """One norm for one incident.

    Attributes:
        is_touched: The facts touch its subject, be it only arguably.
        touched_by: Ids of the subjects that do.
        reasons: Why it applies or does not, gate by gate; of a norm that nothing touches
            only that, and ``explanation.why_not`` asks the gates as well.
        may_be_published: The row is checked or signed, and so are the bonds it turns on.
    """

    norm: str
    answer: Answer
    is_touched: bool
    touched_by: tuple[str, ...]
    reasons: tuple[Reason, ...]
    may_be_published: bool


def norm_lines(setting: Setting, standings: Standings, pack: LawPack) -> Mapping[str, NormLine]:
    """A line for every norm of the pack, by its id."""
    asked = ((id_, subject.touched(standings)) for id_, subject in pack.subjects.items())
    touched = {id_: touch for id_, touch in asked if touch is not Touch.NO}
    return {id_: _line(norm, setting, touched, pack) for id_, norm in pack.norms.items()}


def _line(norm: Norm, setting: Setting, touched: Mapping[str, Touch], pack: LawPack) -> NormLine:
    """The line of a norm; where nothing touches it, the gates need not be asked."""
    if norm.subjects.isdisjoint(touched):
        return _untouched(norm.id, norm.may_be_published)
    reached = reach(norm, setting, pack.bonds)
    found = (*reached.reasons, *_of_subjects(norm, touched, pack))
    return NormLine(
        norm.id,
        together(found),
        True,
        tuple(dict.fromkeys(_touching(norm, touched))),
        found,
        may_be_published(norm, reached),
    )


@lru_cache(maxsize=1 << 12)
def _untouched(norm: str, publishable: bool) -> NormLine:
    """The line of a norm that nothing touches, the same in every incident."""
    return NormLine(norm, Answer.NOT_APPLICABLE, False, (), _UNTOUCHED, publishable)


def _of_subjects(norm: Norm, touched: Mapping[str, Touch], pack: LawPack) -> Iterator[Reason]:
    """The strongest way in which facts touch a norm: surely, then disputed or arguable."""
    for id_ in norm.engages:
        if touched.get(id_) is Touch.YES:
            yield Reason(Answer.APPLICABLE, reasons.engaged_by(pack.subjects[id_].name))
            return
    for id_ in norm.engages:
        if touched.get(id_) is Touch.DISPUTED:
            yield Reason(Answer.ARGUABLE, reasons.contested_subject(pack.subjects[id_].name))
            return
    for doubt in norm.doubts:
        if doubt.subject in touched:
            yield Reason(Answer.ARGUABLE, doubt.why)
            return


def _touching(norm: Norm, touched: Mapping[str, Touch]) -> Iterator[str]:
    for id_ in (*norm.engages, *(doubt.subject for doubt in norm.doubts)):
        if id_ in touched:
            yield id_


def may_be_published(norm: Norm, reached: Reach) -> bool:
    """Whether the row may be published, and so may the bonds that it turned on."""
    return norm.may_be_published and not reached.rests_on_memory
