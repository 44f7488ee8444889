"""Rows of a table that somebody else made: CSV or XLSX, read as hostile input.

A file can be too large, in another encoding, a bomb, or not what its name says. Every
refusal names the file and what to do.
"""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tawthiq.errors import InputError, UnreadableError

MAX_BYTES = 64 << 20  # the whole of OCHA's tables for one country has 2 MB: house choice
MAX_UNPACKED = 512 << 20  # of an XLSX, which is a ZIP: house choice
MAX_ROWS = 200_000  # all localities of one country many times over: house choice
MAX_CELL = 10_000  # characters

Row = tuple[int, dict[str, str]]
"""The number of a row as the file's own program shows it, and its cells by column."""


def rows_of(path: Path) -> Iterator[Row]:
    """Give the rows of a table with a head, cells as text without spaces around them.

    Raises:
        InputError: The file is too large, or its kind is none that we read.
        UnreadableError: Its bytes are not what its name says.
    """
    refuse_large(path)
    match path.suffix.lower():
        case ".csv" | ".tsv" | ".txt":
            lines = _csv_lines(path)
        case ".xlsx":
            lines = _xlsx_lines(path)
        case other:
            raise InputError(
                f"{path.name}: {other or 'no ending'} is no table we read; "
                "save it as .xlsx or .csv",
                f"{path.name}: لا نقرأ جدولًا لاحقته {other or 'غير موجودة'}؛ احفظه بصيغة "
                "‎.xlsx أو ‎.csv",
            )
    return _with_head(path, lines)


def refuse_large(path: Path) -> None:
    """Raise InputError for what is no file, or larger than a table of places can be."""
    if not path.is_file():
        raise InputError(
            f"{path.name}: there is no such file; check the path",
            f"{path.name}: لا يوجد ملف كهذا؛ تحقق من المسار",
        )
    size = path.stat().st_size
    if size == 0:
        raise InputError(
            f"{path.name}: the file is empty; export it again",
            f"{path.name}: الملف فارغ؛ صدّره من جديد",
        )
    if size > MAX_BYTES:
        raise InputError(
            f"{path.name}: {size >> 20} MB is more than the {MAX_BYTES >> 20} MB we read of a file "
            "of places; leave out the columns, countries or levels you do not need",
            f"{path.name}: حجمه {size >> 20} م.ب، ولا نقرأ من ملف أماكن أكثر من "
            f"{MAX_BYTES >> 20} م.ب؛ احذف ما لا تحتاج إليه من أعمدة أو بلدان أو مستويات",
        )


def text_of(path: Path) -> str:
    """The text of a UTF-8 file (or UTF-16 with its mark).

    Raises:
        UnreadableError: It is in another encoding. We do not guess: a wrong guess would
            turn Arabic names into others.
    """
    raw = path.read_bytes()
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{path.name}: not {encoding.removesuffix('-sig').upper()} at byte {error.start}; "
            'save it as "CSV UTF-8" or as .xlsx',
            f"{path.name}: ليس بترميز {encoding.removesuffix('-sig').upper()} عند البايت "
            f"{error.start}؛ احفظه بصيغة CSV UTF-8 أو ‎.xlsx",
        ) from error


def _with_head(path: Path, lines: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    head: list[str] = []
    for number, cells in lines:
        if number > MAX_ROWS:
            raise InputError(
                f"{path.name}: more than {MAX_ROWS:,} rows; divide the file",
                f"{path.name}: أكثر من {MAX_ROWS:,} صف؛ قسّم الملف",
            )
        cells = [cell.strip() for cell in cells]
        if not any(cells):
            continue
        if not head:
            head = _head(path, number, cells)
        else:
            yield number, dict(zip(head, cells, strict=False))


def _head(path: Path, number: int, cells: list[str]) -> list[str]:
    named = [cell for cell in cells if cell]
    twice = {cell for cell in named if named.count(cell) > 1}
    if twice:
        raise InputError(
            f"{path.name}, row {number}: the column {min(twice)!r} stands there twice; rename one",
            f"{path.name}، الصف {number}: العمود {min(twice)!r} وارد مرتين؛ غيّر اسم أحدهما",
        )
    return cells


def _csv_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = text_of(path)
    if "\0" in text:
        raise UnreadableError(
            f"{path.name}: holds zero bytes, so it is no CSV; export it again",
            f"{path.name}: فيه بايتات صفرية، فليس CSV؛ صدّره من جديد",
        )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in reader:
            _refuse_long(path, reader.line_num, cells)
            yield reader.line_num, cells
    except csv.Error as error:
        raise UnreadableError(
            f"{path.name}, line {reader.line_num}: no CSV here ({error}); "
            "check its quotation marks",
            f"{path.name}، السطر {reader.line_num}: ليس CSV ({error})؛ تحقق من علامات الاقتباس",
        ) from error


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


# What openpyxl and the modules below it raise for a damaged file, found by damaging some.
_DAMAGE = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,  # of XML: both parsers derive theirs from it
    TypeError,
    ValueError,
)


def _xlsx_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        _refuse_bomb(path)
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
                texts = ["" if cell is None else str(cell) for cell in cells]
                _refuse_long(path, number, texts)
                yield number, texts
    except _DAMAGE as error:
        raise UnreadableError(
            f"{path.name}: no XLSX we can read; save it again as .xlsx",
            f"{path.name}: لا نستطيع قراءته ملفَّ XLSX؛ احفظه من جديد بصيغة ‎.xlsx",
        ) from error


def _refuse_bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > MAX_UNPACKED:
        raise InputError(
            f"{path.name}: would unpack to {unpacked >> 20} MB; save the one sheet alone",
            f"{path.name}: يبلغ حجمه بعد الفك {unpacked >> 20} م.ب؛ احفظ الورقة وحدها",
        )


def _refuse_long(path: Path, number: int, cells: list[str]) -> None:
    for at, cell in enumerate(cells, 1):
        if len(cell) > MAX_CELL:
            raise InputError(
                f"{path.name}, row {number}, column {at}: {len(cell):,} characters in one cell; "
                "a quotation mark may be missing",
                f"{path.name}، الصف {number}، العمود {at}: في خلية واحدة {len(cell):,} حرفًا؛ "
                "لعل علامة اقتباس ناقصة",
            )
