from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.packages.archive import Archive, some_items

from tawthiq.evidence.packages.load_file import COLUMNS, load_rows
from tawthiq.evidence.packages.numbering import file_of, number_of, numbered, page_of

ids = st.lists(st.text("abc", min_size=1, max_size=3), max_size=12)


@given(ids, ids)
def test_a_number_is_given_once_and_kept(first: list[str], second: list[str]) -> None:
    one = numbered({}, first)
    two = numbered(one, second)
    assert {key: two[key] for key in one} == one
    assert sorted(two.values()) == list(range(1, len(two) + 1))
    assert numbered(two, first) == two


def test_the_number_of_what_is_gone_is_not_given_again() -> None:
    assert numbered({"gone": 7}, ["new"]) == {"gone": 7, "new": 8}


def test_numbers_are_written_as_courts_cite_them() -> None:
    paper = some_items(Archive())[2]
    [redacted] = paper.derivatives
    assert number_of("IDLIB", paper) == "IDLIB-0007"
    assert page_of("IDLIB", paper, 3) == "IDLIB-0007-0003"
    assert number_of("IDLIB", paper, redacted) == "IDLIB-0007-R01"
    assert page_of("IDLIB", paper, 2, redacted) == "IDLIB-0007-0002-R01"


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("film.MP4", ".mp4"),
        ("صورة.jpg", ".jpg"),
        ("no extension", ".bin"),
        ("../../etc/passwd", ".bin"),
        ("a.exe\u202egpj", ".bin"),
        ("x.tar.gz", ".gz"),
        ("x.صورة", ".bin"),
        (".hidden", ".bin"),
    ],
)
def test_a_file_bears_its_number_and_nothing_of_its_name_but_a_plain_ending(
    name: str, ends: str
) -> None:
    item = replace(some_items(Archive())[0], name=name)
    assert file_of("IDLIB", item) == f"evidence/IDLIB-0002{ends}"


def test_the_load_file_has_a_row_for_each_piece_in_the_order_of_numbers() -> None:
    archive = Archive()
    rows = load_rows(archive.contents(some_items(archive)))
    names = rows[0]
    table = [dict(zip(names, row, strict=True)) for row in rows[1:]]
    assert [row["number"] for row in table] == [
        "IDLIB-0001",
        "IDLIB-0002",
        "IDLIB-0007",
        "IDLIB-0007-R01",
    ]
    paper, redacted = table[2:]
    assert (paper["first_page"], paper["last_page"]) == ("IDLIB-0007-0001", "IDLIB-0007-0003")
    assert (paper["file"], paper["sha256"], paper["size"]) == ("", "", "")
    assert (paper["withheld"], paper["withheld_ar"]) == ("it names a witness", "يسمّي شاهدًا")
    assert (redacted["redacted"], redacted["made_from"]) == ("yes", "IDLIB-0007")
    assert redacted["last_page"] == "IDLIB-0007-0002-R01"
    assert table[0]["date_estimated"] == "yes" and table[0]["holder"] == "archive"


def test_a_court_may_ask_for_other_columns_but_not_for_fewer_than_a_check_needs() -> None:
    archive = Archive()
    contents = archive.contents(some_items(archive))
    assert len(load_rows(contents, COLUMNS[:8])[0]) == 8
    with pytest.raises(ValueError, match="a load file has the columns"):
        load_rows(contents, COLUMNS[1:])
    with pytest.raises(ValueError, match="each column once"):
        load_rows(contents, [*COLUMNS, COLUMNS[0]])
