"""Make a pattern: a named set of incidents that is looked at as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.saying import require_code, require_reason, require_text
from tawthiq.errors import InputError
from tawthiq.store import models
from tawthiq.store.queries.incidents import listed
from tawthiq.store.queries.law.patterns import kept_pattern
from tawthiq.values.both import Both

MOST = 1_000  # incidents of one pattern; house choice


def make_pattern(
    case: str, code: str, title: Both, incidents: Sequence[str], *, by: str, because: str
) -> None:
    """Make a pattern; the same code again supersedes it.

    Raises:
        UnknownNameError: No such case or incident.
        InputError: A code that cannot stand in an address, a title in one language, or
            fewer than two incidents.
    """
    rights.require_qualify(by, case)
    require_code(code)
    require_reason(because)
    require_text(title.en, Both("the title in English", "العنوان بالإنكليزية"))
    require_text(title.ar, Both("the title in Arabic", "العنوان بالعربية"))
    chosen = list(dict.fromkeys(incidents))
    if not 2 <= len(chosen) <= MOST:
        raise InputError(
            f"a pattern is a set of 2 to {MOST:,} incidents, this has {len(chosen)}",
            f"النمط مجموعة من ٢ إلى {MOST:,} واقعة، وهذا فيه {len(chosen)}",
        )
    with changing(case) as held:
        for incident in chosen:
            listed(case, incident)
        _keep(held, code, title, chosen, by, because)
        what = {"pattern": code, "incidents": len(chosen)}
        journal.write_change(held, by=by, action="make-pattern", what=what, why=because)


def withdraw_pattern(case: str, code: str, *, by: str, because: str) -> None:
    """Take a pattern back; its incidents stay as they are.

    Raises:
        UnknownNameError: No such case, or it has none of this code.
        InputError: No reason is given.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    with changing(case) as held:
        kept = kept_pattern(case, code)
        _keep(held, code, kept.title, kept.incidents, by, because, is_withdrawn=True)
        what = {"pattern": code}
        journal.write_change(held, by=by, action="withdraw-pattern", what=what, why=because)


def _keep(
    case: models.Case,
    code: str,
    title: Both,
    incidents: Sequence[str],
    by: str,
    because: str,
    is_withdrawn: bool = False,
) -> None:
    models.IncidentPattern.objects.create(
        case=case,
        code=code,
        title_en=title.en,
        title_ar=title.ar,
        incidents=list(incidents),
        is_withdrawn=is_withdrawn,
        by=by,
        because=because,
        at=datetime.now(UTC),
    )
