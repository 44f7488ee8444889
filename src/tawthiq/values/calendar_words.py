"""The words of the calendar in English and Arabic: months, their parts, lengths of time.

Arabic months are known by their Levantine and by their Latin names. What "early" or
"the end of" a month means is nobody's rule but ours; the table says so once, here.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.values.levelled import GAP, levelled, one_of

MONTHS: tuple[tuple[str, ...], ...] = (
    ("January", "Jan", "كانون الثاني", "يناير"),
    ("February", "Feb", "شباط", "فبراير"),
    ("March", "Mar", "آذار", "مارس"),
    ("April", "Apr", "نيسان", "أبريل", "إبريل"),
    ("May", "أيار", "مايو"),
    ("June", "Jun", "حزيران", "يونيو", "يونيه"),
    ("July", "Jul", "تموز", "يوليو", "يوليه"),
    ("August", "Aug", "آب", "أغسطس"),
    ("September", "Sept", "Sep", "أيلول", "سبتمبر"),
    ("October", "Oct", "تشرين الأول", "أكتوبر"),
    ("November", "Nov", "تشرين الثاني", "نوفمبر"),
    ("December", "Dec", "كانون الأول", "ديسمبر"),
)
_MONTH_NUMBERS = {
    levelled(name): number for number, names in enumerate(MONTHS, start=1) for name in names
}
_ARABIC_MONTHS = [name for name in _MONTH_NUMBERS if not name.isascii()]
_FULL_NAMES = [levelled(names[0]) for names in MONTHS]
_SHORT_NAMES = [n for n in _MONTH_NUMBERS if n.isascii() and n not in _FULL_NAMES]
# "Aug. 5": the point belongs to the name only if the date goes on.
_ENGLISH_MONTHS = rf"(?:{one_of(_FULL_NAMES)}\b|{one_of(_SHORT_NAMES)}\b(?:\.(?=\s?[0-9]))?)"
ARABIC_MONTH = (
    rf"(?:{one_of(_ARABIC_MONTHS)}\b"
    rf"(?:{GAP}?[/(]{GAP}?{one_of(_ARABIC_MONTHS)}\b\)?)?)"
)
"""An Arabic month, perhaps by both its names: تموز/يوليو."""

MONTH = f"(?:{_ENGLISH_MONTHS}|{ARABIC_MONTH})"
"""A month by name, in a levelled text. Whether "may" is a verb, the capital letter says."""


def month_number(name: str) -> int:
    """1 to 12, of a match of MONTH."""
    first_name = name.replace("(", "/").partition("/")[0].rstrip(" .")
    return _MONTH_NUMBERS[" ".join(first_name.split())]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a month and of a year.

    Attributes:
        words: As they stand before the month or year, in English and in Arabic.
        days: First and last day in a month; negative ones count back from its last day.
            None where no such part of a month is spoken of.
        months: First and last month in a year, or None likewise.
        estimated: Whether the ends are our reading, and not what was said.
    """

    words: tuple[str, ...]
    days: tuple[int, int] | None
    months: tuple[int, int] | None
    estimated: bool = True


# House choice throughout: a month in three parts of about ten days, a year in three of
# four months. Halves and quarters are as everybody counts them.
PARTS: tuple[Part, ...] = (
    Part(("early", "early in", "first days of", "أوائل"), (1, 10), (1, 4)),
    Part(("mid", "middle of", "mid of", "منتصف", "أواسط"), (11, 20), (5, 8)),
    Part(("late", "late in", "last days of", "أواخر"), (21, -1), (9, 12)),
    Part(("start of", "beginning of", "مطلع", "بداية"), (1, 5), (1, 1)),
    Part(("end of", "نهاية", "آخر"), (-5, -1), (12, 12)),
    Part(("first week of", "الأسبوع الأول من"), (1, 7), None),
    Part(("second week of", "الأسبوع الثاني من"), (8, 14), None),
    Part(("third week of", "الأسبوع الثالث من"), (15, 21), None),
    Part(("last week of", "الأسبوع الأخير من"), (-7, -1), None),
    Part(("first half of", "النصف الأول من"), (1, 15), (1, 6), estimated=False),
    Part(("second half of", "النصف الثاني من"), (16, -1), (7, 12), estimated=False),
    Part(("first quarter of", "Q1", "الربع الأول من"), None, (1, 3), estimated=False),
    Part(("second quarter of", "Q2", "الربع الثاني من"), None, (4, 6), estimated=False),
    Part(("third quarter of", "Q3", "الربع الثالث من"), None, (7, 9), estimated=False),
    Part(("fourth quarter of", "Q4", "الربع الأخير من"), None, (10, 12), estimated=False),
)
_PARTS = {levelled(words): part for part in PARTS for words in part.words}
PART = one_of([*_PARTS])
"""A part of a month or year by name, in a levelled text."""


def part_called(words: str) -> Part:
    """The part that a match of PART names."""
    return _PARTS[" ".join(words.split())]


_UNITS: dict[str, tuple[str, ...]] = {
    "hour": ("hours", "hour", "hrs", "ساعة", "ساعات"),
    "day": ("days", "day", "nights", "night", "يوم", "يوما", "أيام", "ليلة", "ليال"),
    "week": ("weeks", "week", "أسبوع", "أسبوعا", "أسابيع"),
    "month": ("months", "month", "شهر", "شهرا", "أشهر", "شهور"),
    "year": ("years", "year", "عام", "عاما", "أعوام", "سنة", "سنوات"),
}
_UNIT_OF = {levelled(word): unit for unit, words in _UNITS.items() for word in words}
UNIT = one_of([*_UNIT_OF]) + r"\b"
"""A unit of time by name, in a levelled text."""


def unit_called(word: str) -> str:
    """ "hour", "day", "week", "month" or "year", of a match of UNIT."""
    return _UNIT_OF[word]
