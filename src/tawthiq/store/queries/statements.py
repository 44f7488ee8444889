"""Statements as they are to be read, in the version that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.errors import UnknownNameError
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.values.both import Language


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """A text in one language.

    Attributes:
        said_on: The day that it speaks from, or None; "last April" is read from there.
        version: 1 for the first; every earlier one is kept.
        saved_on: The day on which this version was saved (UTC).
    """

    code: str
    language: Language
    text: str
    said_on: date | None
    version: int
    saved_on: date


def statements(case: str) -> tuple[KeptStatement, ...]:
    """The standing version of every statement of a case, in each of its languages."""
    rows = models.Statement.objects.filter(case=row_of(case)).order_by(
        "code", "language", "version"
    )
    standing = {(row.code, row.language): row for row in rows}
    return tuple(_kept(row) for row in standing.values())


def statement(case: str, code: str, language: Language) -> KeptStatement:
    """One statement in the language asked for, or in the other where it has no such text.

    Raises:
        UnknownNameError: The case has no statement of this code; the message lists its own.
    """
    kept = [each for each in statements(case) if each.code == code]
    found = next((each for each in kept if each.language == language), kept[0] if kept else None)
    if found is None:
        codes = ", ".join(sorted({each.code for each in statements(case)})) or "–"
        raise UnknownNameError(
            f"the case {case} has no statement {code!r}; it has {codes}",
            f"ليس في الملف {case} بيان رمزه {code!r}؛ فيه: {codes}",
        )
    return found


def _kept(row: models.Statement) -> KeptStatement:
    return KeptStatement(
        code=row.code,
        language="ar" if row.language == "ar" else "en",
        text=row.text,
        said_on=row.said_on,
        version=row.version,
        saved_on=row.at.date(),
    )
