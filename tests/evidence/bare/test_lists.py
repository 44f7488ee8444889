"""What stands behind the seal of the lists, should a maker have sealed what is wrong in itself."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256, sha512
from pathlib import Path

import pytest

from tawthiq.evidence.bare.folders import files_in
from tawthiq.evidence.bare.lists import (
    SEALED_NAMES,
    check_oxum,
    check_payload,
    check_sealed_files,
    folders_of,
    payload_of,
)
from tawthiq.evidence.bare.manifests import Sealed, read_manifest, read_sealed_text
from tawthiq.evidence.bare.pieces import NO_STEP, check_load_file, custody_text, wrong_steps
from tawthiq.evidence.bare.report import BROKEN, HOLDS, UNCLEAR, Report
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold
from tawthiq.evidence.bare.times import Moment, not_later_than

ONE, TWO = sha256(b"x").hexdigest(), sha512(b"x").hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/x").write_bytes(b"x")
    (tmp_path / "manifest-sha256.txt").write_text(f"{ONE}  data/x\n")
    (tmp_path / "manifest-sha512.txt").write_text(f"{TWO}  data/x\n")
    return tmp_path


def test_both_manifests_list_the_same_files(folder: Path) -> None:
    assert payload_of(files_in(str(folder))) == {"data/x": (ONE, TWO)}
    (folder / "manifest-sha512.txt").write_text(f"{TWO}  data/x\n{TWO}  data/y\n")
    with pytest.raises(DoesNotHold, match="same files"):
        payload_of(files_in(str(folder)))


def test_a_manifest_lists_the_payload_and_nothing_else(folder: Path) -> None:
    for name, digest in (("sha256", ONE), ("sha512", TWO)):
        (folder / f"manifest-{name}.txt").write_text(f"{digest}  bagit.txt\n")
    with pytest.raises(DoesNotHold, match="same files"):
        payload_of(files_in(str(folder)))


@pytest.mark.parametrize("digests", [("0" * 64, TWO), (ONE, "0" * 128)])
def test_both_digests_must_be_right(folder: Path, digests: tuple[str, str]) -> None:
    report = Report()
    files = files_in(str(folder))
    assert check_payload(files, {"data/x": digests}, report) == {"data/x": ONE}
    assert [finding.code for finding in report.findings] == ["changed"]


@pytest.mark.parametrize(
    ("said", "right"), [("1.1", True), ("2.1", False), ("1.2", False), ("", False)]
)
def test_the_numbers_of_the_payload_must_be_right(folder: Path, said: str, right: bool) -> None:
    (folder / "bag-info.txt").write_text(f"Payload-Oxum: {said}\n")
    listed = {"data/x": (ONE, TWO)}
    if right:
        check_oxum(files_in(str(folder)), listed)
        return
    with pytest.raises(DoesNotHold, match="another number"):
        check_oxum(files_in(str(folder)), listed)


def test_the_seal_names_what_every_package_has(folder: Path) -> None:
    for missing in SEALED_NAMES:
        report = Report()
        fewer = dict.fromkeys(SEALED_NAMES - {missing}, "0" * 64)
        check_sealed_files(files_in(str(folder)), Sealed("log", fewer), report)
        assert "sealed-names" in {finding.code for finding in report.findings}


BAD_PATHS = [
    "../x",
    "/etc/passwd",
    "data/../x",
    "~/x",
    "data//x",
    "data/",
    ".x",
    "data/.x",
    "C:\\x",
    "data/x y",
    "data/أ",
    "data/%0A",
    "",
]


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_path_that_no_package_has_is_refused(path: str) -> None:
    with pytest.raises(DoesNotHold):
        read_manifest(f"{ONE}  {path}\n".encode(), "sha256")


@pytest.mark.parametrize(
    "data",
    [
        f"{ONE} data/x\n",
        f"{ONE}  data/x",
        f"{ONE.upper()}  data/x\n",
        f"{ONE[:-1]}  data/x\n",
        f"{TWO}  data/x\n",
        f"{ONE}  data/x\n{ONE}  data/x\n",
        f"{ONE}  data/x\r\n",
    ],
)
def test_a_manifest_is_written_in_one_way(data: str) -> None:
    with pytest.raises(DoesNotHold):
        read_manifest(data.encode(), "sha256")


def test_a_seal_is_written_in_one_way() -> None:
    good = f"tawthiq-package/1\nledger x\nfile a {ONE}\nfile b {ONE}\n"
    assert read_sealed_text(good.encode()).files == {"a": ONE, "b": ONE}
    for wrong in (
        good[:-1],
        good.replace("file b", "file a"),
        good.replace("file a", "file c"),
        good.replace("ledger x\n", ""),
        good.replace("file b", "path b"),
        good + "\n",
    ):
        with pytest.raises(DoesNotHold):
            read_sealed_text(wrong.encode())
    with pytest.raises(CannotTell, match="does not know"):
        read_sealed_text(good.replace("/1", "/9").encode())


def test_folders_are_those_on_the_way_to_files() -> None:
    assert folders_of(["a/b/c", "a/d", "e"]) == {"a", "a/b"}


# --- the load file --------------------------------------------------------------------------


def load_file(folder: Path, *rows: str) -> Path:
    heading = "number,item,first_page,last_page,pages,file,size,sha256"
    (folder / "data/load-file.csv").write_text("\r\n".join([heading, *rows, ""]))
    (folder / "data/evidence").mkdir(exist_ok=True)
    (folder / "data/evidence/x").write_bytes(b"x")
    return folder


GOOD = f"A-0001,E-1,A-0001-0001,A-0001-0002,2,evidence/x,1,{ONE}"


def loaded(folder: Path) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The names that the load file gives, and the rows that are wrong."""
    report = Report()
    payload = {"data/evidence/x": ONE, "data/x": ONE}
    named = check_load_file(files_in(str(folder)), payload, ["data/evidence/x"], report)
    return named, [finding.said.en.split(": ")[0] for finding in report.findings]


def test_a_piece_has_one_row_that_says_what_it_is(folder: Path) -> None:
    named = {"data/evidence/x": ("A-0001", "E-1")}
    assert loaded(load_file(folder, GOOD)) == (named, [])
    behind = "A-0002,E-2,A-0002-0001,A-0002-0001,1,,,"
    assert loaded(load_file(folder, GOOD, behind)) == (named, [])


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([], "data/evidence/x"),
        ([GOOD, GOOD], "A-0001"),
        ([GOOD, GOOD.replace("A-0001", "A-0002")], "A-0002"),
        ([GOOD, f"A-0002,E-2,A-0001-0001,A-0002-0001,1,x,1,{ONE}"], "A-0002"),
        ([GOOD, f"A-0001,E-2,A-0002-0001,A-0002-0001,1,x,1,{ONE}"], "A-0001"),
        ([GOOD.replace(",1,", ",2,")], "A-0001"),
        ([GOOD.replace(ONE, "0" * 64)], "A-0001"),
        ([GOOD.replace(",2,", ",two,")], "A-0001"),
        ([GOOD.replace("E-1", "")], "A-0001"),
        ([GOOD, f",E-2,A-0002-0001,A-0002-0001,1,x,1,{ONE}"], "data/x"),
        ([GOOD, f"A-0002,E-2,A-0002-0001,A-0002-0001,1,evidence/y,1,{ONE}"], "A-0002"),
    ],
)
def test_any_other_row_is_named_and_no_other(folder: Path, rows: list[str], wrong: str) -> None:
    assert loaded(load_file(folder, *rows))[1] == [wrong]


def test_the_moment_of_a_stamp_is_never_shown_as_earlier_than_it_is() -> None:
    half = datetime(2026, 11, 23, 10, 0, 0, 500_000, tzinfo=UTC)
    assert not_later_than([Moment(5, half)], 4) == "2026-11-23T10:00:01Z"
    assert not_later_than([Moment(5, half.replace(microsecond=0))], 4) == "2026-11-23T10:00:00Z"
    assert not_later_than([Moment(5, half)], 5) == ""


# --- custody --------------------------------------------------------------------------------


def step(number: int, previous: str, entry: str = "", **other: str) -> dict[str, str]:
    row = {
        "item": "E-1",
        "step": f"{number}",
        "kind": "checked",
        "time_utc": "2026-11-23T10:00:00Z",
        "from": "archive",
        "to": "",
        "by": "Omar",
        "note": "",
        "previous": previous,
        "entry": entry,
    } | other
    return row | {"sha256": sha256(custody_text(row)).hexdigest()}


def test_steps_that_follow_each_other_are_whole() -> None:
    first = step(1, NO_STEP)
    second = step(2, first["sha256"], "7")
    assert wrong_steps([first, second], {7: custody_text(second)}) == []


def test_a_step_that_does_not_follow_is_wrong() -> None:
    first = step(1, NO_STEP)
    for second in (
        step(3, first["sha256"]),
        step(2, NO_STEP),
        step(1, NO_STEP),
        step(2, first["sha256"]) | {"by": "Nour"},
        step(2, first["sha256"]) | {"sha256": NO_STEP},
    ):
        assert wrong_steps([first, second], {}) == [second]
    assert wrong_steps([step(2, first["sha256"])], {})
    assert wrong_steps([first | {"step": "x"}, step(2, first["sha256"])], {})


def test_a_step_that_was_sealed_otherwise_is_wrong() -> None:
    first = step(1, NO_STEP, "7")
    assert wrong_steps([first], {7: b"something else"}) == [first]
    assert wrong_steps([first], {}) == [first]
    assert wrong_steps([step(1, NO_STEP, "x")], {})


# --- what it comes to -----------------------------------------------------------------------


def test_where_nothing_was_looked_at_nothing_holds() -> None:
    assert Report().state() == UNCLEAR


def test_a_fault_outweighs_a_doubt_and_a_doubt_everything_that_holds() -> None:
    report = Report()
    report.holds("a", "a", "أ")
    assert report.state() == HOLDS
    report.unclear("b", "b", "ب")
    assert report.state() == UNCLEAR
    report.broken("c", "c", "ت")
    assert report.state() == BROKEN


def test_many_faults_of_one_kind_are_counted() -> None:
    report = Report()
    report.named("missing", [f"f{number}" for number in range(25)], "gone", "مفقود")
    assert len(report.findings) == 21
    assert report.findings[-1].said.en == "and 5 more: gone"
