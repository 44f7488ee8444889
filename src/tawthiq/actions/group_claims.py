"""Decide which incident some claims tell of, with a reason that stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.reassemble import compute
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.store import models
from tawthiq.store.queries.claims import claims_with_codes, incidents_of

MAX_CODE = 80


def group_claims(case: str, claims: Iterable[str], incident: str, *, by: str, because: str) -> None:
    """Put claims into an incident, an existing or a new one; the earlier decisions stay readable.

    Raises:
        UnknownNameError: No case, or no claim of the case, has this code.
        InputError: No claim, no reason, or an unusable code is given.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_decide(by, case)
    codes = sorted(set(claims))
    _refuse(codes, incident, because)
    with changing(case) as held:
        known = claims_with_codes(held, codes)
        if absent := [code for code in codes if code not in known]:
            raise UnknownNameError(
                f"the case {case} has no claim {', '.join(absent)}",
                f"ليس في الملف {case} الادعاء {'، '.join(absent)}",
            )
        before = incidents_of(held, codes)
        moved = [code for code in codes if before.get(code) != incident]
        if not moved:
            return
        models.Grouping.objects.bulk_create(
            models.Grouping(
                case=held, claim=code, incident=incident, by=by, because=because, at=_now()
            )
            for code in moved
        )
        compute(held, sorted({incident, *(before[code] for code in moved if code in before)}))
        what = {"incident": incident, "claims": moved, "before": {c: before.get(c) for c in moved}}
        journal.write_change(held, by=by, action="group-claims", what=what, why=because)


def _refuse(codes: list[str], incident: str, because: str) -> None:
    if not codes:
        raise InputError(
            "no claim is named; name at least one", "لم يُسمَّ أي ادعاء؛ سمِّ ادعاءً واحدًا على الأقل"
        )
    if not because.strip():
        raise InputError(
            "claims are grouped for a reason; say which", "لا تُجمع الادعاءات إلا لسبب؛ اذكره"
        )
    if not incident.strip() or len(incident) > MAX_CODE or "~" in incident:
        raise InputError(
            f"{incident[:MAX_CODE]!r} cannot be the code of an incident; "
            f"use 1 to {MAX_CODE} signs, without ~",
            f"لا يصلح {incident[:MAX_CODE]!r} رمزًا لواقعة؛ استعمل من 1 إلى {MAX_CODE} علامة "
            "من دون ~",
        )


def _now() -> datetime:
    return datetime.now(UTC)
