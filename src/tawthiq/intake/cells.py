"""One cell, read as a number of people, a day, a degree or an address.

Each reader takes a text that has no spaces at its ends and either returns what it says,
or raises ``CellError`` with what is wrong and what to write instead. An empty cell is
silence: nothing is said, which is not zero.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tawthiq.errors import InputError
from tawthiq.intake.refusal import CellError, of_words
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.quantity_words import read_quantity

_CACHED = 1 << 14
MOST = 1_000_000_000  # people or things in one cell; more is a slip of the hand
_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫−–—‒", "01234567890123456789.----")
_RANGE = re.compile(r"(\d+)\s*(?:-|\bto\b|\bإلى\b)\s*(\d+)")
_WHOLE_AS_REAL = re.compile(r"(\d+)\.0+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_REAL = re.compile(r"-?\d+[.,]\d+")
_NEGATIVE = re.compile(r"-\s*\d+")
# What a spreadsheet makes of "3-4" when it takes it for a day.
_DAY_OF_A_RANGE = re.compile(
    r"\d{4}-\d\d-\d\d(?: .*)?|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{1,2}|\d{1,2}/\d{1,2}(?:/\d+)?"
)
_HOST = re.compile(r"https?://([^\s/?#\"'<>\\@]+)(?:[/?#][^\s\"<>\\]*)?", re.IGNORECASE)

WRITE_A_NUMBER = Both(
    "write a whole number, a range such as 3-4, “at least 12”, or nothing where the source is "
    "silent",
    "اكتب عددًا صحيحًا، أو مجالًا مثل 3-4، أو «12 على الأقل»، أو اترك الخلية فارغة حيث يسكت المصدر",
)


@lru_cache(_CACHED)
def read_count(text: str) -> HowMany | None:
    """How many people or things a cell says; None where it says nothing.

    Raises:
        CellError: It is no number of whole things, is negative, or falls.
    """
    if not text:
        return None
    plain = text.translate(_LATIN)
    if plain.isdecimal():
        return _bounded(HowMany.exactly(int(plain)))
    if found := _RANGE.fullmatch(plain):
        return _bounded(_rising(int(found.group(1)), int(found.group(2))))
    if found := _WHOLE_AS_REAL.fullmatch(plain):
        return _bounded(HowMany.exactly(int(found.group(1))))
    if _GROUPED.fullmatch(plain):
        return _bounded(HowMany.exactly(int(plain.replace(",", ""))))
    _refuse_shapes(plain)
    try:
        return _bounded(read_quantity(text))
    except InputError as error:
        raise of_words(error, WRITE_A_NUMBER) from error


def _rising(low: int, high: int) -> HowMany:
    if low > high:
        raise CellError(
            Both(f"the range falls from {low} to {high}", f"المجال معكوس: من {low} إلى {high}"),
            Both(f"write {high}-{low} if that is meant", f"اكتب {high}-{low} إن كان هو المقصود"),
        )
    return HowMany.between(low, high)


def _bounded(how_many: HowMany) -> HowMany:
    if max(n for n in (how_many.low, how_many.best, how_many.high) if n is not None) > MOST:
        raise CellError(
            Both(f"a number above {MOST:,}", f"عدد يتجاوز {MOST:,}"),
            Both("look for a slip of the hand", "تحقّق من خطأ في الكتابة"),
        )
    return how_many


def _refuse_shapes(plain: str) -> None:
    """Refuse what a reader of words would read as something else, or not explain."""
    refuse_formula(plain, WRITE_A_NUMBER)
    if _NEGATIVE.fullmatch(plain):
        raise CellError(Both("a negative number", "عدد سالب"), WRITE_A_NUMBER)
    if plain.endswith("%"):
        raise CellError(Both("a share, not a count", "نسبة مئوية وليست عددًا"), WRITE_A_NUMBER)
    if _DAY_OF_A_RANGE.fullmatch(plain):
        raise CellError(
            Both(
                "a day where a number belongs; a spreadsheet makes one of a range such as 3-4",
                "تاريخ في موضع عدد؛ برامج الجداول تحوّل المجال مثل 3-4 إلى تاريخ",
            ),
            Both(
                "format the column as text and write the range again",
                "اجعل تنسيق العمود نصًا واكتب المجال من جديد",
            ),
        )
    if _REAL.fullmatch(plain):
        raise CellError(
            Both("not a whole number", "ليس عددًا صحيحًا"),
            Both(
                "write a whole number, without a separator of thousands",
                "اكتب عددًا صحيحًا دون فاصلة آلاف",
            ),
        )


def refuse_formula(text: str, mend: Both) -> None:
    """Refuse what a spreadsheet would compute, where a number or a day belongs.

    Raises:
        CellError: It begins with =, + or @.
    """
    if text[0] in "=+@":
        raise CellError(Both("a formula, or the rest of one", "صيغة حسابية أو بقية منها"), mend)


@lru_cache(_CACHED)
def read_degrees(text: str, limit: int) -> float | None:
    """A latitude (limit 90) or longitude (limit 180) in decimal degrees, None if empty.

    Raises:
        CellError: It is no decimal number, or beyond the limit.
    """
    if not text:
        return None
    plain = text.translate(_LATIN)
    if not re.fullmatch(r"[+-]?\d{1,3}(?:[.,]\d+)?", plain):
        raise CellError(
            Both("not decimal degrees", "ليست درجات عشرية"),
            Both("write it like 35.6398", "اكتبها على نحو 35.6398"),
        )
    degrees = float(plain.replace(",", "."))
    if not -limit <= degrees <= limit:
        raise CellError(
            Both(f"beyond {limit} degrees", f"تتجاوز {limit} درجة"),
            Both(
                "look whether lat and lon are exchanged or a point was lost",
                "تحقّق من تبديل خط العرض بخط الطول أو من سقوط الفاصلة العشرية",
            ),
        )
    return degrees


def read_position(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    """Both degrees or neither.

    Raises:
        CellError: One is there without the other, or both are 0: a point in the Atlantic
            that programs write for "unknown".
    """
    if lat is None and lon is None:
        return None
    if lat is None or lon is None:
        raise CellError(
            Both("one of lat and lon is missing", "أحد الإحداثيين lat وlon ناقص"),
            Both("write both, or neither", "اكتب الاثنين أو لا تكتب أيًّا منهما"),
        )
    if lat == 0 and lon == 0:
        raise CellError(
            Both("lat and lon are both 0, a point in the sea", "الإحداثيان صفر، أي نقطة في البحر"),
            Both("leave both empty where unknown", "اتركهما فارغين إن كانا مجهولين"),
        )
    return lat, lon


def read_address(text: str) -> str:
    """A web address as it stands, or "".

    Raises:
        CellError: It is not http or https, names no host, or holds a name and password.
    """
    if not text or _HOST.fullmatch(text):
        return text
    return _refuse_address(text)


def _refuse_address(text: str) -> str:
    scheme = text.partition(":")[0].lower()
    if ":" in text and scheme not in ("http", "https"):
        why = Both(
            f"an address that begins with {scheme}: is not opened from here",
            f"عنوان يبدأ بـ{scheme}: لا يُفتح من هنا",
        )
    else:
        why = Both("not a web address", "ليس عنوان صفحة")
    raise CellError(
        why,
        Both(
            "write one address that begins with http:// or https://, or nothing",
            "اكتب عنوانًا واحدًا يبدأ بـ‎https://‎ أو ‎http://‎، أو اترك الخلية فارغة",
        ),
    )
