"""The one way to write a line of the journal: who did what to which case, when and why."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime

from tawthiq.store import models
from tawthiq.store.codecs import canonical

_NEVER = frozenset({"lat", "lon", "name", "names", "victim", "victims"})
"""Keys of what a journal must not hold: it is shown to people who may not see those."""


def write(
    case: models.Case | None, *, by: str, action: str, what: Mapping[str, object], why: str = ""
) -> None:
    """Write a line, in the transaction of the action that it tells of.

    Args:
        case: The case, or None for what concerns the whole installation.
        what: Codes, numbers and digests only.

    Raises:
        ValueError: ``what`` names people or coordinates.
    """
    if told := _NEVER & set(what):
        raise ValueError(f"the journal never holds {', '.join(sorted(told))}")
    models.JournalEntry.objects.create(
        case=case, at=datetime.now(UTC), by=by, action=action, what=canonical(what), why=why
    )


def write_change(
    case: models.Case, *, by: str, action: str, what: Mapping[str, object], why: str = ""
) -> None:
    """Write a line of what changed a case, and count the case one revision further."""
    case.revision += 1
    case.state = secrets.token_hex(16)
    case.save(update_fields=["revision", "state"])
    write(case, by=by, action=action, what={**what, "revision": case.revision}, why=why)
