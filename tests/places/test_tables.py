"""Tables of strangers: read, or refused with the file, the row and what to do."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tawthiq.errors import InputError, UnreadableError
from tawthiq.places import tables
from tawthiq.places.tables import rows_of

ROWS = [(2, {"PCODE": "SY07", "NAME_AR": "إدلب"}), (3, {"PCODE": "SY05", "NAME_AR": "حماة"})]
TEXT = "PCODE,NAME_AR\nSY07,إدلب\nSY05, حماة \n"


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_a_csv_is_read_as_programs_write_it(tmp_path: Path, data: bytes) -> None:
    assert list(rows_of(write(tmp_path, "places.csv", data))) == ROWS


def test_an_xlsx_gives_the_same_rows(tmp_path: Path) -> None:
    assert list(rows_of(write(tmp_path, "places.xlsx", workbook()))) == ROWS


def test_a_row_is_named_as_the_reader_sees_it_where_a_cell_has_lines(tmp_path: Path) -> None:
    text = 'PCODE,NAME\n"SY07","two\nlines"\n\nSY05,Hama\n'
    assert [number for number, _ in rows_of(write(tmp_path, "a.csv", text))] == [3, 5]


def test_a_latin_or_arabic_legacy_encoding_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"a\.csv: not UTF-8 at byte 19; save it as"):
        list(rows_of(write(tmp_path, "a.csv", TEXT.encode("cp1256"))))


@pytest.mark.parametrize(
    ("name", "data", "because"),
    [
        ("a.csv", "", "is empty"),
        ("a.csv", 'PCODE,NAME\nSY07,"Idlib\n', "no CSV here"),
        ("a.csv", "PCODE,NAME\nSY07,\0\n", "zero bytes"),
        ("a.csv", "PCODE,NAME,NAME\nSY07,a,b\n", "'NAME' stands there twice"),
        ("a.csv", "PCODE,NAME\nSY07," + "x" * 20_000, "row 2, column 2: 20,000 characters"),
        ("a.xls", "PCODE", r"\.xls is no table we read"),
        ("a", "PCODE", "no ending is no table"),
        ("a.xlsx", "PCODE,NAME\n", "no XLSX we can read"),
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 60, "no XLSX we can read"),
    ],
)
def test_what_is_no_table_is_refused_by_name(
    tmp_path: Path, name: str, data: str | bytes, because: str
) -> None:
    with pytest.raises(InputError, match=because) as error:
        list(rows_of(write(tmp_path, name, data)))
    assert str(error.value).startswith(name)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.csv: there is no such file"):
        list(rows_of(tmp_path / "gone.csv"))


@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused_in_our_words(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "a.xlsx"
    data = bytearray(workbook())
    for at, byte in damage:
        data[at % len(data)] = byte
    path.write_bytes(data)
    with suppress(InputError):
        list(rows_of(path))


@cache
def workbook() -> bytes:
    book, packed = Workbook(), io.BytesIO()
    for row in (["PCODE", "NAME_AR"], ["SY07", "إدلب"], ["SY05", " حماة "], [None, None]):
        book.active.append(row)
    book.save(packed)
    return packed.getvalue()


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as packed:
        packed.writestr("hello.txt", "hello")
    with pytest.raises(UnreadableError, match="no XLSX we can read"):
        list(rows_of(tmp_path / "a.xlsx"))


def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MAX_UNPACKED", 1 << 20)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"\0" * (3 << 20))
    with pytest.raises(InputError, match="would unpack to 3 MB"):
        list(rows_of(tmp_path / "a.xlsx"))


def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MAX_BYTES", 1 << 20)
    with pytest.raises(InputError, match="2 MB is more than the 1 MB"):
        list(rows_of(write(tmp_path, "a.csv", b"x" * (2 << 20))))


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    with pytest.raises(InputError, match="more than 2 rows"):
        list(rows_of(write(tmp_path, "a.csv", TEXT)))
