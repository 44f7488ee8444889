"""Which norms an incident touches and which of them reach it: one line a norm.

That a norm is touched is a question of its subject; that it reaches is a question of class,
date, area and bond. A norm that a subject does not touch is not applicable, with that reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawthiq.law import reasons
from tawthiq.law.answer import Answer, Reason, together
from tawthiq.law.applicability import Reach, reach
from tawthiq.law.book import LawPack
from tawthiq.law.condition import Standings
from tawthiq.law.norm import Norm
from tawthiq.law.setting import Setting
from tawthiq.law.subject import Touch


@dataclass(frozen=True, slots=True)
class NormLine:
    """One norm for one incident.

    Attributes:
        is_touched: The facts touch its subject, be it only arguably.
        touched_by: Ids of the subjects that do.
        reasons: Why it applies or does not, gate by gate.
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
    touched = {id_: subject.touched(standings) for id_, subject in pack.subjects.items()}
    return {id_: _line(norm, setting, touched, pack) for id_, norm in pack.norms.items()}


def _line(norm: Norm, setting: Setting, touched: Mapping[str, Touch], pack: LawPack) -> NormLine:
    reached = reach(norm, setting, pack.bonds)
    subject_reasons = list(_of_subjects(norm, touched, pack))
    is_touched = bool(subject_reasons)
    if not is_touched:
        subject_reasons = [Reason(Answer.NOT_APPLICABLE, reasons.not_engaged())]
    found = (*reached.reasons, *subject_reasons)
    return NormLine(
        norm.id,
        together(found),
        is_touched,
        tuple(dict.fromkeys(_touching(norm, touched))),
        found,
        _may_be_published(norm, reached),
    )


def _of_subjects(norm: Norm, touched: Mapping[str, Touch], pack: LawPack) -> Iterator[Reason]:
    """The strongest way in which facts touch a norm: surely, then disputed or arguable."""
    for id_ in norm.engages:
        if touched[id_] is Touch.YES:
            yield Reason(Answer.APPLICABLE, reasons.engaged_by(pack.subjects[id_].name))
            return
    for id_ in norm.engages:
        if touched[id_] is Touch.DISPUTED:
            yield Reason(Answer.ARGUABLE, reasons.contested_subject(pack.subjects[id_].name))
            return
    for doubt in norm.doubts:
        if touched[doubt.subject] is not Touch.NO:
            yield Reason(Answer.ARGUABLE, doubt.why)
            return


def _touching(norm: Norm, touched: Mapping[str, Touch]) -> Iterator[str]:
    for id_ in (*norm.engages, *(doubt.subject for doubt in norm.doubts)):
        if touched[id_] is not Touch.NO:
            yield id_


def _may_be_published(norm: Norm, reached: Reach) -> bool:
    return norm.is_signed or (norm.may_be_published and not reached.rests_on_memory)
