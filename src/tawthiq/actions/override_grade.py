"""Put a person's grade of an incident in place of the computed one, with a reason that stays."""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.reassemble import compute
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.records.grade import Grade
from tawthiq.store import models


def override_grade(case: str, incident: str, grade: Grade | None, *, by: str, because: str) -> None:
    """Grade an incident by decision; None takes an earlier decision back.

    Raises:
        UnknownNameError: The case or the incident does not exist.
        InputError: No reason is given.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_decide(by, case)
    if not because.strip():
        raise InputError(
            "a grade is decided for a reason; say which", "لا تُقرَّر درجة إلا لسبب؛ اذكره"
        )
    with changing(case) as held:
        if not models.Incident.objects.filter(case=held, code=incident).exists():
            raise UnknownNameError(
                f"the case {case} has no incident {incident!r}",
                f"ليس في الملف {case} واقعة رمزها {incident!r}",
            )
        decided = grade.value if grade else ""
        models.GradeDecision.objects.create(
            case=held,
            incident=incident,
            grade=decided,
            by=by,
            because=because,
            at=datetime.now(UTC),
        )
        compute(held, [incident])
        what = {"incident": incident, "grade": decided}
        journal.write_change(held, by=by, action="override-grade", what=what, why=because)
