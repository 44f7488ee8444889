"""``tawthiq link``: bare lists, good and bad, end with figures or with a sentence that helps."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tawthiq.cli.linking import Done, answered, without_truth
from tawthiq.cli.linking_columns import guessed
from tawthiq.cli.linking_tables import Lists, read_lists
from tawthiq.errors import RefusedRowsError, UnknownNameError, UnreadableError
from tawthiq.linkage.labels import Verdict
from tawthiq.linkage.linking import link

from .conftest import Run

KEYS = [
    "precision", "recall", "f1", "b_cubed_f1", "cluster_f1", "blocking_recall", "seconds",
    "peak_mb", "records", "candidates", "clusters", "warnings",
]  # fmt: skip
GIVEN = ["سامر", "نادر", "وائل", "هاني", "بشير", "رغد", "ميس", "لبنى", "تيم", "أوس"]
KIN = ["جابر", "فارس", "منصور", "شريف", "راغب", "عزام", "كنان"]
FAMILIES = [
    "الزيتوني",
    "المرجاني",
    "السنديان",
    "الياقوتي",
    "البرقاوي",
    "النيلي",
    "الوردي",
    "الكرزي",
]


def _people(number: int) -> list[list[str]]:
    """Invented people: id, name, day of death, age, place and who it truly is."""
    return [
        [
            str(at),
            f"{GIVEN[at % 10]} {KIN[at % 7]} {FAMILIES[at * 5 % 8]}",
            f"2013-{at % 12 + 1:02}-{at * 7 % 28 + 1:02}",
            str(at * 13 % 70 + 1),
            f"بلدة {at % 9}",
            f"P{at}",
        ]
        for at in range(number)
    ]


HEADER = ["الرقم", "الاسم", "تاريخ الوفاة", "العمر", "المكان", "truth"]


def _write(file: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> Path:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([header, *rows])
    return file


def _linked(lists: Lists) -> Done:
    return Done(link(lists.table), 0.0)


def test_with_a_truth_it_prints_exactly_these_figures(run_anew: Run, tmp_path: Path) -> None:
    first = _write(tmp_path / "a.csv", _people(60))
    second = _write(tmp_path / "b.csv", _people(80)[20:])
    out = tmp_path / "clusters.csv"
    ran = run_anew("link", "--files", str(first), str(second), "--truth", "truth",
                   "--labels", "40", "--out", str(out), "--format", "json")  # fmt: skip
    assert ran.code == 0, ran.err
    figures = json.loads(ran.out)
    assert list(figures) == KEYS
    assert figures["records"] == 120
    assert figures["f1"] > 0.95
    assert figures["clusters"] == pytest.approx(80, abs=3)
    with out.open(encoding="utf-8-sig") as written:
        rows = list(csv.DictReader(written))
    assert len(rows) == 120
    assert {row["file"] for row in rows} == {"a.csv", "b.csv"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "--files"),
        (("--files", "A", "--truth", "no-such"), 2, "no-such"),
        (("--files", "A", "--labels", "5"), 2, "--truth"),
        (("--files", "A", "--map", "الاسم=nomen"), 2, "governorate"),
        (("--files", "nowhere.csv"), 3, "nowhere.csv"),
    ],
)
def test_what_cannot_be_asked_is_said(
    run_anew: Run, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    file = _write(tmp_path / "a.csv", _people(5))
    ran = run_anew("link", *(str(file) if word == "A" else word for word in words))
    assert ran.code == code, ran
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_columns_are_known_by_arabic_and_english_names() -> None:
    placed = guessed(["Full_Name", "الجنس", "DOB", "City", "المحافظة", "Shoe size", "row"], {})
    assert placed == {
        "Full_Name": "name",
        "الجنس": "sex",
        "DOB": "born",
        "City": "place",
        "المحافظة": "governorate",
        "Shoe size": "Shoe size",
        "row": "-",
    }


def test_what_somebody_said_of_a_column_wins_over_the_guess() -> None:
    placed = guessed(["name_latin", "name"], {"name_latin": "name"})
    assert placed == {"name_latin": "name", "name": "-"}


def test_the_truth_is_never_compared() -> None:
    assert guessed(["name", "id", "person"], {}, truth="id") == {
        "name": "name",
        "id": "-",
        "person": "person",
    }


def test_lists_without_dates_or_family_names_are_linked_with_a_warning(tmp_path: Path) -> None:
    rows = [[row[0], row[1].split()[0], row[4]] for row in _people(60)]
    file = _write(tmp_path / "bare.csv", rows, ["id", "الاسم الأول", "المكان"])
    done = _linked(read_lists([file], {}))
    said = " ".join(warning.en for warning in done.linkage.warnings)
    assert "no dates of death" in said
    assert "no family names" in said
    assert without_truth(done)["records"] == 60


def test_merged_cells_are_refused_with_the_mend(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [HEADER, *_people(4)]:
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    book.save(tmp_path / "merged.xlsx")
    with pytest.raises(UnreadableError, match="unmerge"):
        read_lists([tmp_path / "merged.xlsx"], {})


def test_of_a_name_in_two_scripts_the_arabic_one_is_compared(tmp_path: Path) -> None:
    rows = [["1", "سامر جابر الزيتوني / Samer Jaber al-Zaytuni"], ["2", "تيم (Abu Laith)"]]
    lists = read_lists([_write(tmp_path / "two.csv", rows, ["id", "name"])], {})
    assert lists.table.columns["name"].texts == ("سامر جابر الزيتوني", "تيم (Abu Laith)")
    assert any("two scripts" in note.en for note in lists.notes)


def test_a_list_with_a_third_of_its_cells_empty_is_linked(tmp_path: Path) -> None:
    rows = [
        [cell if (at * 7 + column * 3) % 10 > 2 else "" for column, cell in enumerate(row)]
        for at, row in enumerate(_people(300))
    ]
    done = _linked(read_lists([_write(tmp_path / "holes.csv", rows)], {}, "truth"))
    assert any("no given name" in warning.en for warning in done.linkage.warnings)


def test_one_name_ten_thousand_times_stays_bounded(tmp_path: Path) -> None:
    rows = [
        [str(at), "سامر جابر الزيتوني", f"2013-{at % 12 + 1:02}-{at % 28 + 1:02}", "", "بلدة", ""]
        for at in range(10_000)
    ]
    told: list[str] = []
    lists = read_lists([_write(tmp_path / "one.csv", rows)], {})
    linkage = link(lists.table, told=lambda what, _: told.append(what.en))
    assert any("comparisons of 10,000 rows" in what for what in told)
    assert linkage.candidates < 2_000_000
    assert any("one whole name stands in 10,000 rows" in each.en for each in linkage.warnings)


def test_rows_that_stand_twice_are_one_person(tmp_path: Path) -> None:
    rows = _people(60)
    done = _linked(read_lists([_write(tmp_path / "twice.csv", [*rows, *rows])], {}, "truth"))
    clusters = done.linkage.clusters
    assert (clusters[:60] == clusters[60:]).mean() > 0.95


def test_an_id_that_is_used_again_for_somebody_else_decides_nothing(tmp_path: Path) -> None:
    rows = [["7", *row[1:]] for row in _people(40)]
    lists = read_lists([_write(tmp_path / "ids.csv", rows)], {}, "truth")
    done = _linked(lists)
    assert any("39 rows bear an id" in note.en for note in lists.notes)
    assert len(set(done.linkage.clusters.tolist())) > 35


def test_a_row_with_cells_too_many_is_named_and_nothing_is_linked(tmp_path: Path) -> None:
    file = _write(tmp_path / "torn.csv", [*_people(3), [*_people(1)[0], "more"]])
    with pytest.raises(RefusedRowsError, match=r"torn.csv, row 5.*nothing was linked"):
        read_lists([file], {})


def test_a_mapped_column_that_no_file_has_is_named(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.csv", _people(3))
    with pytest.raises(UnknownNameError, match="Gender2"):
        read_lists([file], {"Gender2": "sex"})


def test_labels_are_answered_as_the_truth_says_and_never_where_it_is_silent(
    tmp_path: Path,
) -> None:
    rows = [[*row[:5], row[5] if at % 3 else ""] for at, row in enumerate(_people(60) * 2)]
    lists = read_lists([_write(tmp_path / "a.csv", rows)], {}, "truth")
    said = answered(lists, _linked(lists).linkage, 50)
    rows_of = {id_: at for at, id_ in enumerate(lists.table.columns["id"].texts)}
    assert 0 < len(said) <= 50
    for left, right, verdict in said.verdicts:
        one, other = lists.truth[rows_of[left]], lists.truth[rows_of[right]]
        assert one
        assert other
        assert verdict is (Verdict.SAME if one == other else Verdict.DIFFERENT)


def test_each_file_is_a_list_unless_a_column_says_so(tmp_path: Path) -> None:
    first = _write(tmp_path / "a.csv", [["1", "سامر جابر"]], ["id", "name"])
    second = _write(
        tmp_path / "b.csv", [["1", "تيم فارس", "لجنة"], ["2", "ميس فارس", ""]],
        ["id", "name", "المصدر"],
    )  # fmt: skip
    sources = read_lists([first, second], {}).table.columns["source"]
    assert [sources[row] for row in range(3)] == ["a.csv", "لجنة", "b.csv"]
