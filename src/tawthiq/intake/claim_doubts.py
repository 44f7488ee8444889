"""What is odd in a row of claims and is taken all the same, with a remark."""

from __future__ import annotations

import re
from datetime import timedelta

from tawthiq.intake.columns import Placed
from tawthiq.intake.day_cells import has_hour
from tawthiq.intake.refusal import Remarks
from tawthiq.intake.rows import Row
from tawthiq.values.both import Both
from tawthiq.values.when import When

TEXT_COLUMNS = (
    *("place", "governorate", "admin3", "weapon", "target_type", "facility_name"),
    *("alleged_party", "source_org", "source_title", "quote_paraphrase", "checked"),
)
_FORMULA_MARKS = "=+-@"
_TURNS_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A report from another time zone may bear the day before.
_A_DAY = timedelta(days=1)

# In each: how many cells, and the first rows in which they stand.
FORMULA_LIKE = Both(
    "column {column}: what begins with =, +, - or @ is kept as text and never computed "
    "(cells: {count}; rows {rows})",
    "العمود {column}: ما يبدأ بإحدى العلامات = + - @ حُفظ نصًا ولم يُحسب "
    "(عدد الخلايا: {count}؛ الصفوف {rows})",
)
DIRECTION = Both(
    "column {column}: hidden marks turn the direction of writing; look whether it reads as meant "
    "(cells: {count}; rows {rows})",
    "العمود {column}: محارف خفية تقلب اتجاه الكتابة؛ تأكّد من أن النص يُقرأ كما قُصد "
    "(عدد الخلايا: {count}؛ الصفوف {rows})",
)
HOUR = Both(
    "column {column}: only the day is kept and the hour is left out (cells: {count}; rows {rows})",
    "العمود {column}: يُحفظ اليوم وحده وتُسقط الساعة (عدد الخلايا: {count}؛ الصفوف {rows})",
)
NOT_PLACED = Both(
    "column {column}: a time that has no place in the calendar is kept as unknown "
    "(cells: {count}; rows {rows})",
    "العمود {column}: الزمن الذي لا موضع له في التقويم حُفظ مجهولًا "
    "(عدد الخلايا: {count}؛ الصفوف {rows})",
)
BEFORE_IT_HAPPENED = Both(
    "column {column}: dated before the day that the claim speaks of; look which of the two is "
    "right (cells: {count}; rows {rows})",
    "العمود {column}: تاريخ النشر يسبق اليوم الذي يتحدث عنه الادعاء؛ تحقّق من الصحيح منهما "
    "(عدد الخلايا: {count}؛ الصفوف {rows})",
)


class Doubts:
    """Looks at the rows that are taken, and gathers what is odd in them."""

    def __init__(self, placed: Placed) -> None:
        self._placed = placed
        self._remarks = Remarks()
        self._texts = [placed.where[key] for key in TEXT_COLUMNS if key in placed.where]
        self._date, self._published = placed.where["date"], placed.where["published"]

    def look(self, row: Row, when: When, published: When) -> None:
        """Remark on a row that says ``when`` something happened and was ``published``."""
        cells = row.cells
        for at in self._texts:
            if cells[at] and cells[at][0] in _FORMULA_MARKS:
                self._remark(FORMULA_LIKE, at, row)
        for at in (self._date, self._published):
            if len(cells[at]) > 10 and has_hour(cells[at]):
                self._remark(HOUR, at, row)
        if not when.is_known and cells[self._date]:
            self._remark(NOT_PLACED, self._date, row)
        if published.last and when.first and when.first - published.last > _A_DAY:
            self._remark(BEFORE_IT_HAPPENED, self._published, row)
        if not (whole := "".join(cells)).isascii() and _TURNS_DIRECTION.search(whole):
            at = next(at for at, cell in enumerate(cells) if _TURNS_DIRECTION.search(cell))
            self._remark(DIRECTION, at, row)

    def said(self) -> list[Both]:
        """One sentence for each kind of oddity and column."""
        return self._remarks.said()

    def _remark(self, kind: Both, at: int, row: Row) -> None:
        self._remarks.add(kind, self._placed.header[at], row.number)
