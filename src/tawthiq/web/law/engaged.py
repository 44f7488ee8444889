"""Where a norm is engaged: the incidents that somebody recorded facts of, and what it does there.

Only those are asked: an incident of which nobody recorded a fact has no reading that
anybody stands by, and to read thousands for one page would make the reader wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawthiq.law.answer import Answer
from tawthiq.store import models
from tawthiq.store.queries.law.qualified import qualification_of
from tawthiq.values.both import Both

MOST = 40  # incidents read for one page; house choice


@dataclass(frozen=True, slots=True)
class Engaged:
    """One incident in which a norm is touched and not shut out."""

    case: str
    incident: str
    title: Both
    answer: Answer
    said: Both


@dataclass(frozen=True, slots=True)
class EngagedIn:
    """The incidents, and how many were read for it.

    Attributes:
        is_cut: There are more with facts than were read.
    """

    rows: tuple[Engaged, ...]
    read: int
    is_cut: bool


def engaged_in(norm: str, cases: Iterable[str]) -> EngagedIn:
    """Read the incidents of these cases that somebody recorded facts of."""
    worked = [(case, code) for case in cases for code in worked_on(case)]
    rows = tuple(_rows(norm, worked[:MOST]))
    return EngagedIn(rows, min(len(worked), MOST), len(worked) > MOST)


def worked_on(case: str) -> tuple[str, ...]:
    """Codes of the incidents of a case of which somebody recorded a fact, in their order."""
    facts = models.IncidentFact.objects.filter(case__code=case).exclude(incident="")
    return tuple(sorted(set(facts.values_list("incident", flat=True))))


def _rows(norm: str, worked: Iterable[tuple[str, str]]) -> Iterator[Engaged]:
    for case, code in worked:
        found = qualification_of(case, code)
        made = found.qualification
        if made is None:
            continue
        answer = made.answer(norm)
        if answer is not Answer.NOT_APPLICABLE:
            yield Engaged(case, code, found.listed.title, answer, answer.said)
