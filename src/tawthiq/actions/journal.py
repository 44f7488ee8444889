"""The one way to write a line of the journal: who did what to which case, when and why.

Every line is sealed in the log, with every row that was written for it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.seal import seal
from tawthiq.store import models
from tawthiq.store.codecs import canonical

_NEVER = frozenset({"lat", "lon", "name", "names", "victim", "victims"})
"""Keys of what a journal must not hold: it is shown to people who may not see those."""


Gone = Mapping[str, Sequence[int]]
"""By table, the numbers of sealed rows that an action has replaced."""


def write(
    case: models.Case | None,
    *,
    by: str,
    action: str,
    what: Mapping[str, object],
    why: str = "",
    gone: Gone | None = None,
) -> None:
    """Write a line, in the transaction of the action that it tells of, and seal it.

    Args:
        case: The case, or None for what concerns the whole installation.
        what: Codes, numbers and digests only.
        gone: Sealed rows that were replaced.

    Raises:
        ValueError: ``what`` names people or coordinates.
    """
    _refuse_people(what)
    with in_one_piece():
        _add(case, by=by, action=action, what=what, why=why)
        seal(action, by=by, gone=gone)


def write_change(
    case: models.Case, *, by: str, action: str, what: Mapping[str, object], why: str = ""
) -> None:
    """Write a line of what changed a case, and count the case one revision further."""
    _refuse_people(what)
    with in_one_piece():
        case.revision += 1
        case.state = secrets.token_hex(16)
        case.save(update_fields=["revision", "state"])
        told = {**what, "revision": case.revision}
        _add(case, by=by, action=action, what=told, why=why)
        seal(action, by=by, case=case)


def _add(
    case: models.Case | None, *, by: str, action: str, what: Mapping[str, object], why: str
) -> None:
    models.JournalEntry.objects.create(
        case=case, at=datetime.now(UTC), by=by, action=action, what=canonical(what), why=why
    )


def _refuse_people(what: Mapping[str, object]) -> None:
    if told := _NEVER & set(what):
        raise ValueError(f"the journal never holds {', '.join(sorted(told))}")
