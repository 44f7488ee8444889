"""Open a case: the first thing anybody does."""

from __future__ import annotations

import re

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.errors import InputError
from tawthiq.store import models
from tawthiq.values.both import Both
from tawthiq.values.when import When

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def open_case(
    code: str, title: Both, *, by: str, period: When | None = None, area: str = "", why: str = ""
) -> None:
    """Open an empty case.

    Args:
        code: Stands in addresses: lower-case letters, digits and hyphens.
        period: The days that the case is about.
        area: The code of the place or area that it is about.

    Raises:
        InputError: The code cannot stand in an address, is taken, or a title is missing.
    """
    rights.require_open_case(by)
    if not _CODE.fullmatch(code) or len(code) > 60:
        raise InputError(
            f"{code!r} cannot be a code; use a-z, 0-9 and hyphens, at most 60",
            f"لا يصلح {code!r} رمزًا؛ استعمل a-z و0-9 والشرطة، 60 علامة على الأكثر",
        )
    if not (title.en.strip() and title.ar.strip()):
        raise InputError(
            f"the case {code} needs a title in English and in Arabic",
            f"يحتاج الملف {code} إلى عنوان بالإنكليزية وعنوان بالعربية",
        )
    about = period or When.unknown()
    with in_one_piece():
        if models.Case.objects.filter(code=code).exists():
            raise InputError(
                f"there is a case {code} already; choose another code",
                f"يوجد ملف رمزه {code} من قبل؛ اختر رمزًا آخر",
            )
        case = models.Case.objects.create(
            code=code,
            title_en=title.en,
            title_ar=title.ar,
            first=about.first,
            last=about.last,
            precision=about.precision,
            area=area,
        )
        journal.write_change(case, by=by, action="open-case", what={"case": code}, why=why)
