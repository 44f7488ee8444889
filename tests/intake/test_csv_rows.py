"""A text table is read by its own separators, and a torn row is named, not patched."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import UnreadableError
from tawthiq.intake import rows as rows_module
from tawthiq.intake.rows import UNSEEN, Table
from tawthiq.intake.table import open_table


def table_of(text: str | bytes, name: str = "a.csv") -> Table:
    return open_table(text.encode() if isinstance(text, str) else text, name)


def cells_of(table: Table) -> list[list[str]]:
    return [row.cells for row in table.rows()]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_separator_is_found(mark: str) -> None:
    text = 'id,place,killed\nV1,"a,b; c\td",3\n'.replace(",", mark)
    table = table_of(text)
    assert table.header == ("id", "place", "killed")
    assert len(cells_of(table)[0]) == 3


def test_a_semicolon_within_cells_does_not_separate_them() -> None:
    table = table_of("id,weapon\nV1,air; barrel; rockets; mortar\n")
    assert cells_of(table) == [["V1", "air; barrel; rockets; mortar"]]


def test_the_line_by_which_a_spreadsheet_tells_its_separator_is_no_header() -> None:
    table = table_of("sep=|\nid|place\nV1|a,b,c\n")
    assert (table.header, table.header_row, cells_of(table)) == (
        ("id", "place"),
        2,
        [["V1", "a,b,c"]],
    )


def test_a_quoted_line_end_stays_in_its_cell() -> None:
    table = table_of('id,words\r\nV1,"one\r\ntwo, ""three"""\r\nV2,x\r\n')
    assert [(row.number, row.cells) for row in table.rows()] == [
        (2, ["V1", 'one\r\ntwo, "three"']),
        (3, ["V2", "x"]),
    ]


def test_blank_rows_are_passed_over_and_still_counted() -> None:
    table = table_of("\n,\nid,place\n\n , \nV1,x\n")
    assert table.header_row == 3
    assert [row.number for row in table.rows()] == [6]


def test_a_title_above_the_header_is_passed_over_where_the_header_is_known() -> None:
    data = b"Incidents of the valley,\nas of 2031,\nid,place\nV1,x\n"
    table = open_table(data, "a.csv", lambda cells: "id" in cells)
    assert (table.header_row, cells_of(table)) == (3, [["V1", "x"]])


def test_a_row_with_cells_too_few_is_a_problem_of_that_row() -> None:
    row = next(table_of("id,place,killed\nV1,x\n").rows())
    assert row.cells == ["V1", "x", ""]
    assert "2 cells where the header has 3" in row.problems[0].said.en


def test_a_row_with_cells_too_many_is_a_problem_unless_they_are_empty() -> None:
    good, bad = table_of("id,place\nV1,x,,\nV2,x,,y\n").rows()
    assert (good.cells, good.problems) == (["V1", "x"], ())
    assert (bad.problems[0].column, bad.problems[0].cell) == ("D", "y")


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(UnreadableError, match="row 1: the column KILLED, killed stands twice"):
        table_of("id,killed,KILLED\nV1,1,2\n")


def test_a_column_without_a_name_is_refused_unless_it_is_the_last() -> None:
    with pytest.raises(UnreadableError, match="row 1: column B has no name"):
        table_of("id,,killed\nV1,x,1\n")
    assert table_of("id,killed,,\nV1,1,,\n").header == ("id", "killed")


def test_an_open_quotation_mark_is_named_with_its_row() -> None:
    with pytest.raises(UnreadableError, match=r"a\.csv, row 3: the quotation marks do not fit"):
        cells_of(table_of('id,place\nV1,x\nV2,"y\nV3,z\n'))
    with pytest.raises(UnreadableError, match="row 3: a cell is longer than 131,072"):
        cells_of(table_of('id,place\nV1,x\nV2,"y\n' + "V3,z\n" * 40_000))


def test_an_empty_file_is_refused() -> None:
    for data in (b"", b"\n\n", b"\xef\xbb\xbf", b" ,\n,,\n"):
        with pytest.raises(UnreadableError, match=r"a\.csv is empty"):
            table_of(data)


def test_more_rows_than_we_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawthiq.intake.csv_rows.MOST_ROWS", 50)
    assert rows_module.MOST_ROWS == 1_000_000
    with pytest.raises(UnreadableError, match="more than 1,000,000 rows"):
        cells_of(table_of("id,place\n" + "V1,x\n" * 100))


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"PK\x03\x04", "a.csv", "an Office file or a ZIP archive"),
        (b"%PDF-1.4", "a.csv", "a PDF"),
        (b"<html><table>", "a.csv", "a web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xlsx", "before 2007, or one with a password"),
        (b"id,place\n", "a.xlsx", "something else"),
        (b"x", "a.xls", r"cannot be read from \.xls"),
        (b"x", "a.ods", r"cannot be read from \.ods"),
    ],
)
def test_what_is_not_what_its_name_says_is_named(data: bytes, name: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=what):
        table_of(data, name)


_cell = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc",),
        include_characters="\n",
        exclude_characters="طظØÙ",
    ),
    max_size=20,
).map(lambda text: text.strip(UNSEEN))


@given(st.lists(st.lists(_cell, min_size=3, max_size=3).filter(any), min_size=1, max_size=6))
def test_what_a_csv_writer_wrote_is_read_the_same(written: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["id", "place", "killed"], *written])
    table = table_of(out.getvalue())
    assert cells_of(table) == written
