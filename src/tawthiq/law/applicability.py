"""Whether a norm reaches a situation, and why: its class, its dates, its area, its bonds.

Four answers: applicable, not applicable, arguable, and *depends* where something that
decides it is not recorded. Every answer carries its reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law import reasons
from tawthiq.law.answer import Answer, Reason, together
from tawthiq.law.bonds import Bonds
from tawthiq.law.classification import Conflict
from tawthiq.law.membership import bond_answers
from tawthiq.law.norm import Norm, Scope
from tawthiq.law.setting import Setting


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a norm reaches a setting.

    Attributes:
        reasons: Every gate that was looked at and had something to say.
        rests_on_memory: A bond that decided it was written from memory.
    """

    answer: Answer
    reasons: tuple[Reason, ...]
    rests_on_memory: bool


def reach(norm: Norm, setting: Setting, bonds: Bonds) -> Reach:
    """Take a norm through every gate; the first that shuts it out is the answer.

    The order is that of a lawyer's questions: is it law at all, was it law then, is it
    about this kind of conflict, about this territory, and is the State bound by it.
    """
    found: list[Reason] = []
    for reason in _gates(norm, setting, bonds):
        found.append(reason)
        if reason.answer is Answer.NOT_APPLICABLE:
            return Reach(Answer.NOT_APPLICABLE, tuple(found), False)
    bound = bond_answers(norm, setting, bonds)
    found.extend(bound.answers)
    return Reach(together(found), tuple(found), bound.rests_on_memory)


def _gates(norm: Norm, setting: Setting, bonds: Bonds) -> Iterator[Reason]:
    if not norm.is_in_force:
        yield Reason(Answer.NOT_APPLICABLE, reasons.never_law(norm))
    yield from _in_time(norm, setting)
    yield from _in_scope(norm, setting)
    yield from _in_area(norm, setting, bonds)


def _in_time(norm: Norm, setting: Setting) -> Iterator[Reason]:
    begins, ends = norm.valid_from, norm.valid_to
    if setting.last is None and (begins or ends):
        if norm.kind.value in ("resolution", "statute") and begins:
            yield Reason(Answer.DEPENDS, reasons.no_date(begins))
        return
    if setting.last and begins and setting.last < begins:
        yield Reason(Answer.NOT_APPLICABLE, reasons.later_law(begins))
    elif setting.first and begins and setting.first < begins:
        yield Reason(Answer.APPLICABLE, reasons.partly_later(begins))
    if setting.first and ends and setting.first > ends:
        yield Reason(Answer.NOT_APPLICABLE, reasons.lapsed(ends))


_SCOPES = {
    Conflict.IAC: "iac",
    Conflict.OCCUPATION: "iac",
    Conflict.NIAC: "niac",
    Conflict.NONE: "peace",
}


def _in_scope(norm: Norm, setting: Setting) -> Iterator[Reason]:
    scope: Scope = getattr(norm, _SCOPES[setting.conflict])
    if scope is Scope.NO:
        yield Reason(Answer.NOT_APPLICABLE, reasons.other_class(norm, setting.conflict))
    elif scope is Scope.ARGUABLE:
        yield Reason(Answer.ARGUABLE, reasons.arguable_class(setting.conflict))


def _in_area(norm: Norm, setting: Setting, bonds: Bonds) -> Iterator[Reason]:
    if not norm.areas:
        return
    if not setting.territory:
        yield Reason(Answer.DEPENDS, reasons.no_territory())
    elif setting.territory not in norm.areas:
        yield Reason(Answer.NOT_APPLICABLE, reasons.other_area(map(bonds.name_of, norm.areas)))
