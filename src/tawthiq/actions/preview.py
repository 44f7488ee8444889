"""What a preview of a file is bound to: its bytes, the state of the case, and rows without fault.

Nobody takes in what nobody has seen: where the file or the case is no longer what it was
at the preview, the file has to be looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tawthiq.errors import InputError, RefusedRowsError
from tawthiq.intake.refusal import Refusal
from tawthiq.store import models
from tawthiq.values.digest import Digest

_SHOWN = 5  # refusals named in a message; the preview has them all


class Shown(Protocol):
    """A preview of any kind of table."""

    @property
    def file_name(self) -> str: ...
    @property
    def digest(self) -> Digest: ...
    @property
    def state(self) -> str: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def refused(self) -> Sequence[Refusal]: ...
    @property
    def refused_in_all(self) -> int: ...


def refuse_rows(shown: Shown) -> None:
    """Refuse a table of which a cell cannot be taken.

    Raises:
        RefusedRowsError: It has such cells.
    """
    if not shown.refused_in_all:
        return
    first = "\n".join(refusal.said.en for refusal in shown.refused[:_SHOWN])
    first_ar = "\n".join(refusal.said.ar for refusal in shown.refused[:_SHOWN])
    rest = shown.refused_in_all - _SHOWN
    more, more_ar = (f"\nand {rest} more", f"\nو{rest} غيرها") if rest > 0 else ("", "")
    raise RefusedRowsError(
        f"{shown.file_name}: {shown.refused_in_all} cells cannot be taken, so nothing was; "
        f"mend them and give the file again\n{first}{more}",
        f"{shown.file_name}: {shown.refused_in_all} من الخلايا لا يمكن أخذها، فلم يؤخذ شيء؛ "
        f"أصلحها ثم أعطِ الملف من جديد\n{first_ar}{more_ar}",
    )


def refuse_other_file(shown: Shown) -> None:
    """Refuse a file that was changed since it was looked at.

    Raises:
        InputError: It was, or it cannot be read any more.
    """
    if shown.path is None:
        return
    try:
        now = Digest.of_file(shown.path)
    except OSError as error:
        raise InputError(
            f"{shown.file_name} cannot be read any more ({error.strerror}); give it again",
            f"لم تعد قراءة {shown.file_name} ممكنة ({error.strerror})؛ أعطه من جديد",
        ) from error
    if now != shown.digest:
        raise InputError(
            f"{shown.file_name} was changed after this preview was made; look at a new preview "
            "before you take it in",
            f"تغيّر {shown.file_name} بعد إعداد هذه المعاينة؛ انظر في معاينة جديدة قبل أخذه",
        )


def refuse_other_state(case: models.Case, shown: Shown) -> None:
    """Refuse what was held against an earlier state of the case.

    Raises:
        InputError: The case was changed since.
    """
    if case.state != shown.state:
        raise InputError(
            f"the case {case.code} was changed after this preview was made; look at a new "
            "preview before you take the file in",
            f"تغيّر الملف {case.code} بعد إعداد هذه المعاينة؛ انظر في معاينة جديدة قبل أخذ الجدول",
        )
