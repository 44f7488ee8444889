"""Somebody's table of totals: what a source says of a whole period and area.

A total is one number and stays one. A share ("91%") is no count: it is kept aside with
its reason, so that a person sees it, and is neither taken nor an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from tawthiq.claims.claim import Document, PeriodClaim
from tawthiq.claims.source import Source
from tawthiq.intake.cells import read_address, read_count
from tawthiq.intake.columns import Placed, columns_of, too_long
from tawthiq.intake.day_cells import read_days, refuse_future
from tawthiq.intake.refusal import CellError, Refusal, Refusals, refuse
from tawthiq.intake.rows import Row, Table, refuse_no_rows
from tawthiq.intake.source_name import origin_of, read_source, with_origins
from tawthiq.intake.table import open_table
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

_SHARE = re.compile(r".*(?:[%٪]|\bper ?cent|بالمئة|بالمائة|في المئة|في المائة)\s*", re.DOTALL)
_CODE_DIGITS = 12  # hex digits of a digest: one clash among a million totals in 500 tables


@dataclass(frozen=True, slots=True)
class ReadPeriod:
    """A row that can be taken: its number, what it says, and the source as written."""

    row: int
    claim: PeriodClaim
    source_said: str


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """Everything that a table of totals says, and what of it is not taken.

    Attributes:
        rows: The rows that can be taken, in the order of the file.
        aside: Rows that say a share and not a count, with the reason; no errors.
        refused: The first refusals; ``refused_total`` counts also those not listed.
        sources: The sources that the totals name, and the origins that these carry.
        notes: What a person should know before taking it.
    """

    rows: list[ReadPeriod]
    aside: list[Refusal]
    refused: list[Refusal]
    refused_total: int
    sources: tuple[Source, ...]
    notes: list[Both]


class _Taken(NamedTuple):
    """What the cells of a row say; the names are the columns' keys."""

    id: str
    figure: str
    value: HowMany
    period: When
    area: str
    source_org: Source
    url: str
    checked: str


_KEYS = _Taken._fields


def open_periods(file: Path | bytes, name: str = "") -> Table:
    """Look at a table with the columns of totals.

    Raises:
        UnreadableError: The file cannot be read as a table.
    """
    return open_table(file, name, columns_of("periods").is_header)


def read_periods(
    table: Table,
    *,
    today: date,
    sources: Mapping[str, Source] | None = None,
    most_refusals: int = 200,
) -> PeriodTable:
    """Read a whole table of totals.

    A table without the column ``id`` gets codes made of what each total is of (source,
    figure, period, area, page) and not of its number, so that a corrected number has the
    same code as the one before. Where the words change, the code changes.

    Args:
        today: No period can begin after it.
        sources: Sources by their names as written, where they are known already.
        most_refusals: How many refusals are listed; all are counted.

    Raises:
        UnreadableError: A column is missing, or the file shows itself unreadable.
    """
    reader = _PeriodReader(table, today, sources or {})
    rows: list[ReadPeriod] = []
    aside: list[Refusal] = []
    refusals = Refusals(most_refusals)
    for row in table.rows():
        if share := reader.share(row):
            aside.append(share)
        elif isinstance(read := reader.read(row), ReadPeriod):
            rows.append(read)
        else:
            refusals.add(read)
    refuse_no_rows(table, len(rows) + len(aside) + refusals.total)
    met = reader.sources.values()
    all_sources = with_origins(met, map(origin_of, met))
    notes = [*table.notes, reader.note] if reader.note else list(table.notes)
    return PeriodTable(rows, aside, refusals.kept, refusals.total, all_sources, notes)


class _PeriodReader:
    """Reads the rows of one table of totals.

    Attributes:
        sources: Every source met so far, by its name as written.
        note: Which columns of the table are none of ours, or nothing.
    """

    def __init__(self, table: Table, today: date, sources: Mapping[str, Source]) -> None:
        self._placed: Placed = columns_of("periods").placed(table)
        self.sources: dict[str, Source] = {}
        self.note = self._placed.note
        self._known = sources
        self._today = today
        width = len(table.header)
        self._pick = itemgetter(*(self._placed.where.get(key, width) for key in _KEYS))
        self._limits = self._placed.limits()
        self._readers: tuple[Callable[[str], object], ...] = (
            _read_code,
            _read_figure,
            _read_value,
            partial(read_days, epoch=table.epoch),
            str,
            self._source,
            read_address,
            str,
        )
        self._row_of_code: dict[str, int] = {}

    def share(self, row: Row) -> Refusal | None:
        """The row as one to keep aside, where its number is a share."""
        value = row.cells[self._placed.where["value"]]
        if row.problems or not _SHARE.fullmatch(value):
            return None
        return self._refusal(row, "value", _NO_COUNT)

    def read(self, row: Row) -> ReadPeriod | list[Refusal]:
        """The total of a row, or everything in it that cannot be taken."""
        bad = [*row.problems, *too_long(row, self._limits, self._placed.header)]
        cells = self._pick([*row.cells, ""])
        readable: list[object] = []
        for key, read, cell in zip(_KEYS, self._readers, cells, strict=True) if not bad else ():
            try:
                readable.append(read(cell))
            except CellError as error:
                bad.append(self._refusal(row, key, error))
        return bad or self._whole(row, cells, _Taken._make(readable))

    def _whole(self, row: Row, cells: tuple[str, ...], taken: _Taken) -> ReadPeriod | list[Refusal]:
        said = dict(zip(_KEYS, cells, strict=True))
        code = taken.id or _code_of(taken.source_org.key, said)
        bad = list(self._contradictions(row, code, taken))
        claim = PeriodClaim(
            code=code,
            document=Document(taken.source_org.key, "", taken.url, When.unknown()),
            figure_said=taken.figure,
            how_many=taken.value,
            when=taken.period,
            when_said=said["period"],
            area_said=taken.area,
            checked=taken.checked,
        )
        return bad or ReadPeriod(row.number, claim, said["source_org"])

    def _contradictions(self, row: Row, code: str, taken: _Taken) -> Iterator[Refusal]:
        try:
            refuse_future(taken.period, self._today)
        except CellError as error:
            yield self._refusal(row, "period", error)
        first = self._row_of_code.setdefault(code, row.number)
        if first != row.number:
            yield self._refusal(row, "id" if taken.id else "figure", _twice(first))

    def _source(self, said: str) -> Source:
        if not said:
            raise CellError(
                Both("nobody is named as the source", "لم يُذكر المصدر"),
                Both("write who says it", "اكتب من الذي يقوله"),
            )
        source = self._known.get(said) or read_source(said)
        return self.sources.setdefault(said, source)

    def _refusal(self, row: Row, key: str, error: CellError) -> Refusal:
        at = self._placed.where[key]
        return refuse(row.number, self._placed.header[at], row.cells[at], error)


def _code_of(source: str, said: Mapping[str, str]) -> str:
    """A code that stays when the number is corrected; JSON keeps ("a.b", "c") from ("a", "b.c")."""
    parts = [source, said["figure"], said["period"], said["area"], said["url"]]
    digest = Digest.of(json.dumps(parts, ensure_ascii=False).encode())
    return f"P-{str(digest)[:_CODE_DIGITS]}"


def _read_code(text: str) -> str:
    if not text or re.fullmatch(r"[\w.-]{1,80}", text):
        return text
    raise CellError(
        Both("not a code", "ليس رمزًا"),
        Both("write letters, digits, points and hyphens", "اكتب حروفًا وأرقامًا ونقاطًا وشرطات"),
    )


def _read_figure(text: str) -> str:
    if text:
        return text
    raise CellError(
        Both("what is counted is missing", "لم يُذكر ما الذي يُحصى"),
        Both("write it in words, like “children killed”", "اكتبه بالكلمات، مثل «أطفال قُتلوا»"),
    )


def _read_value(text: str) -> HowMany:
    how_many = read_count(text)
    if how_many is None:
        raise CellError(
            Both("the number is missing", "العدد ناقص"),
            Both("write the total, or delete the row", "اكتب المجموع أو احذف الصف"),
        )
    return how_many


_NO_COUNT = CellError(
    Both("a share and not a count", "نسبة وليست عددًا"),
    Both("it is kept aside; shares are not taken as totals", "تُرك جانبًا؛ لا تُؤخذ النسب مجاميع"),
)


def _twice(first: int) -> CellError:
    return CellError(
        Both(
            f"row {first} gives this total already: the same code, or the same source, figure, "
            "period, area and page",
            f"الصف {first} يعطي هذا المجموع من قبل: الرمز نفسه، أو المصدر والبند والمدة والمنطقة "
            "والصفحة نفسها",
        ),
        Both("keep one of the two rows", "أبقِ أحد الصفين"),
    )
