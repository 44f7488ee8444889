"""A workbook is read as it shows itself, and nothing in it is computed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, from_excel, to_excel
from tests.intake.making import COLUMNS, a_row, claims_of, saved, xlsx_bytes

from tawthiq.errors import UnreadableError
from tawthiq.intake.rows import Table, column_letters
from tawthiq.intake.sheet_cells import serial_as_text
from tawthiq.intake.table import open_table

HEADER = ["id", "place", "killed"]


def table_of(data: bytes) -> Table:
    return open_table(data, "a.xlsx", lambda cells: "id" in cells)


def cells_of(data: bytes) -> list[list[str]]:
    return [row.cells for row in table_of(data).rows()]


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with one part written otherwise, as no honest program would write it."""
    parts = parts_of(data)
    assert re.search(old, parts[part])
    parts[part] = re.sub(old, lambda _: new, parts[part], count=1)
    return packed(parts)


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def with_shared_texts(data: bytes) -> bytes:
    """The same workbook as Excel saves it: each text once, in a part of its own."""
    parts = parts_of(data)
    texts: list[str] = []

    def share(found: re.Match[str]) -> str:
        texts.append(found.group(3))
        return f'<c r="{found.group(1)}"{found.group(2)} t="s"><v>{len(texts) - 1}</v></c>'

    inline = r'<c r="([A-Z]+\d+)"([^>]*?) t="inlineStr"><is>(.*?)</is></c>'
    parts[SHEET] = re.sub(inline, share, parts[SHEET], flags=re.DOTALL)
    assert texts and "inlineStr" not in parts[SHEET]
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = "".join(f"<si>{text}</si>" for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{items}</sst>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="texts" Type="{kind}" Target="sharedStrings.xml"/>'
    declared = (
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    )
    for part, end, more in (
        ("xl/_rels/workbook.xml.rels", "</Relationships>", relation),
        ("[Content_Types].xml", "</Types>", declared),
    ):
        assert end in parts[part]
        parts[part] = parts[part].replace(end, more + end)
    return packed(parts)


SHEET = "xl/worksheets/sheet1.xml"
ONE = xlsx_bytes({"claims": [HEADER, ["V1", "x", 3]]})


def test_numbers_are_written_as_a_spreadsheet_shows_them() -> None:
    row = [12.0, 12.5, 35.374250000000004, 1e20, -3, 0.1, 1234567, 0]
    assert cells_of(xlsx_bytes({"a": [["id", *"bcdefgh"], row]})) == [
        ["12", "12.5", "35.37425", "1e+20", "-3", "0.1", "1234567", "0"]
    ]


def test_days_are_written_as_days() -> None:
    row = [
        date(2031, 7, 22),
        datetime(2031, 7, 22, 14, 30),  # noqa: DTZ001, a spreadsheet knows no zones
        time(14, 30),
        True,
    ]
    assert cells_of(xlsx_bytes({"a": [["id", "b", "c", "d"], row]})) == [
        ["2031-07-22", "2031-07-22 14:30:00", "14:30:00", "TRUE"]
    ]


def test_days_of_the_calendar_of_1904_are_the_same_days() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["id", "date"])
    book.active.append(["V1", date(2031, 7, 22)])
    assert cells_of(saved(book)) == [["V1", "2031-07-22"]]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@example(date(1900, 1, 1))
@example(date(1900, 2, 28))
@example(date(1900, 3, 1))
def test_serials_are_the_days_that_openpyxl_says(day: date) -> None:
    serial = to_excel(day)
    assert serial_as_text(serial, date(1899, 12, 30)) == str(from_excel(serial).date()) == str(day)


def test_the_day_that_only_excel_counts_is_no_day() -> None:
    with pytest.raises(ValueError, match="60"):
        serial_as_text(60, date(1899, 12, 30))


def test_a_number_that_lost_its_format_is_the_day_of_its_workbook() -> None:
    row = a_row(date="")
    values: list[object] = [row.get(name) for name in COLUMNS]
    values[1] = to_excel(date(2031, 7, 22))
    table = claims_of(xlsx_bytes({"claims": [COLUMNS, values]}), "a.xlsx")
    assert str(table.rows[0].claim.when) == "2031-07-22"


def test_a_formula_is_refused_with_its_cell_and_its_result_is_not_believed() -> None:
    rows = [COLUMNS, [a_row(killed="=1+2").get(name) for name in COLUMNS]]
    table = claims_of(xlsx_bytes({"claims": rows}), "a.xlsx")
    assert (table.rows, table.refused_total) == ([], 1)
    refusal = table.refused[0]
    assert (refusal.row, refusal.column, refusal.cell) == (2, "killed", "=1+2")
    assert "cell K2 holds a formula" in refusal.why.en


def test_a_text_that_begins_like_a_formula_is_no_formula() -> None:
    data = changed(
        ONE, SHEET, r'<c r="B2"[^>]*>.*?</c>', '<c r="B2" t="inlineStr"><is><t>=1+1</t></is></c>'
    )
    row = next(table_of(data).rows())
    assert (row.cells[1], row.problems) == ("=1+1", ())


def test_the_reading_aid_of_a_text_is_not_part_of_it() -> None:
    rich = '<si><r><t>Wadi </t></r><r><t>al-Zahr_x000D_</t></r><rPh sb="0" eb="1"><t>aid</t></rPh>'
    data = changed(with_shared_texts(ONE), "xl/sharedStrings.xml", "<si><t>x</t>", rich)
    assert cells_of(data) == [["V1", "Wadi al-Zahr", "3"]]
    inline = '<c r="B2" t="inlineStr"><is><t>Wadi</t><rPh sb="0" eb="1"><t>aid</t></rPh></is></c>'
    assert cells_of(changed(ONE, SHEET, r'<c r="B2"[^>]*>.*?</c>', inline))[0][1] == "Wadi"


def test_an_error_of_a_spreadsheet_is_refused() -> None:
    data = changed(ONE, SHEET, r'<c r="C2"[^>]*>.*?</c>', '<c r="C2" t="e"><v>#REF!</v></c>')
    row = next(table_of(data).rows())
    assert "cell C2 holds Excel's error #REF!" in row.problems[0].why.en


def test_merged_cells_are_refused_and_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(ONE))
    book["claims"].append(["V2", "y", 4])
    book["claims"].merge_cells("B2:B3")
    with pytest.raises(UnreadableError, match=r"sheet claims: cells are merged \(B2:B3\)"):
        cells_of(saved(book))


def test_a_merged_header_is_refused() -> None:
    book = openpyxl.load_workbook(io.BytesIO(ONE))
    book["claims"].merge_cells("B1:D1")
    with pytest.raises(UnreadableError, match="merged"):
        cells_of(saved(book))


def test_a_merged_title_above_the_header_does_no_harm() -> None:
    book = openpyxl.Workbook()
    for row in (["All claims of the valley"], HEADER, ["V1", "x", 3]):
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    table = table_of(saved(book))
    assert (table.header_row, [row.cells for row in table.rows()]) == (2, [["V1", "x", "3"]])


def test_the_first_visible_sheet_with_the_header_is_read_and_the_others_are_named() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(
            xlsx_bytes(
                {
                    "read me": [["a text"]],
                    "secret": [HEADER, ["V9", "z", 9]],
                    "claims": [HEADER, ["V1", "x", 3]],
                }
            )
        )
    )
    book["secret"].sheet_state = "hidden"
    table = table_of(saved(book))
    assert table.sheet == "claims"
    assert [row.cells[0] for row in table.rows()] == ["V1"]
    assert "not read: read me, secret (hidden" in table.notes[0].en


def test_hidden_rows_are_read_and_remarked() -> None:
    book = openpyxl.load_workbook(io.BytesIO(ONE))
    book["claims"].row_dimensions[2].hidden = True
    table = table_of(saved(book))
    assert len(list(table.rows())) == 1
    assert "hidden rows (1)" in table.notes[0].en


def test_cells_that_nobody_wrote_are_empty_and_rows_keep_their_numbers() -> None:
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active["C4"] = 7
    assert [(row.number, row.cells) for row in table_of(saved(book)).rows()] == [(4, ["", "", "7"])]


def test_a_workbook_of_empty_sheets_is_refused() -> None:
    with pytest.raises(UnreadableError, match="is empty"):
        table_of(saved(openpyxl.Workbook()))


def test_a_bomb_is_refused_by_its_directory() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(700):
            part.write(b" " * 1_000_000)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(UnreadableError, match="would unpack to 700 MB"):
        table_of(out.getvalue())


def test_entities_are_refused_and_not_expanded() -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'
    with pytest.raises(UnreadableError, match="declares a document type"):
        cells_of(changed(ONE, SHEET, "<worksheet", doctype))


def test_rows_that_go_back_are_damage() -> None:
    with pytest.raises(UnreadableError, match="row 1 stands after row 1"):
        cells_of(changed(ONE, SHEET, '<row r="2"', '<row r="1"'))


def test_a_column_beyond_the_last_one_is_damage() -> None:
    with pytest.raises(UnreadableError, match="no column of a sheet"):
        cells_of(changed(ONE, SHEET, 'r="C2"', 'r="ZZZZ2"'))


def test_half_a_workbook_is_damaged() -> None:
    with pytest.raises(UnreadableError, match=r"a\.xlsx is damaged"):
        table_of(ONE[: len(ONE) // 2])


def test_a_zip_that_is_no_workbook_is_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("readme.txt", "x")
    with pytest.raises(UnreadableError, match="is no workbook"):
        table_of(out.getvalue())


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [column_letters(n) for n in (0, 25, 26, 701, 702, 16_383)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD")
    ]


_value = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
    ).filter(lambda text: text[0] not in "=#"),
)


@settings(max_examples=40)
@given(st.lists(st.lists(_value, min_size=3, max_size=3), min_size=1, max_size=5))
def test_our_reading_and_that_of_openpyxl_agree(rows: list[list[object]]) -> None:
    inline = xlsx_bytes({"a": [HEADER, *rows]})
    for data in (inline, with_shared_texts(inline)):
        book = openpyxl.load_workbook(io.BytesIO(data))
        theirs = book.active.iter_rows(min_row=2, values_only=True)
        shown = [["" if v is None else str(v) for v in row] for row in theirs]
        assert cells_of(data) == [row for row in shown if any(row)]


def test_a_shared_text_that_is_not_there_is_damage() -> None:
    data = changed(with_shared_texts(ONE), SHEET, "<v>1</v>", "<v>99</v>")
    with pytest.raises(UnreadableError, match="there is no shared text 99"):
        cells_of(data)
