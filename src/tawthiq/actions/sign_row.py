"""Sign a row of the law pack as a lawyer, correct it, or take a signature back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tawthiq.law.row_text import RowText


def sign_row(
    norm: str,
    *,
    lawyer: str,
    on: date,
    source: str,
    by: str,
    because: str,
    corrected: Mapping[RowText, str] | None = None,
) -> None:
    """Vouch for a row as it stands, or as it is corrected in the same breath.

    Args:
        lawyer: Name and standing, as they are shown ("A. Person, Bar of X").
        on: The day of the signature, not later than today.
        source: What the lawyer held the row against.
        corrected: New text by field; nothing where the row is right.

    Raises:
        UnknownNameError: No such norm.
        InputError: Nobody signs, no source is given, a day to come, an empty text, or one
            that says a verdict.
    """
    raise NotImplementedError


def correct_row(
    norm: str, corrected: Mapping[RowText, str], *, source: str, by: str, because: str
) -> None:
    """Correct a row without signing it: it then waits for a lawyer and is not published.

    Raises:
        As ``sign_row``.
    """
    raise NotImplementedError


def withdraw_signature(norm: str, *, by: str, because: str) -> None:
    """Take back the signature under a row.

    Raises:
        InputError: It bears none.
    """
    raise NotImplementedError
