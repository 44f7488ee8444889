"""``tawthiq victims`` and ``count --people``: a list is looked at, taken in, and counted."""

from __future__ import annotations

import json
from pathlib import Path

from tests.people import CLINIC_LIST, CLOUD, STORM, WATCH_LIST, table

from .conftest import Run


def opened(run: Run, folder: Path) -> str:
    title = ("--title-en", "Valley", "--title-ar", "الوادي")
    assert run("case", "open", "valley", *title).code == 0
    file = folder / "list.csv"
    file.write_bytes(table(WATCH_LIST))
    return str(file)


def test_a_list_is_shown_and_then_taken_in(run_anew: Run, tmp_path: Path) -> None:
    file = opened(run_anew, tmp_path)
    whose = ("--case", "valley", "--from", "Valley Watch")
    shown = run_anew("victims", "import", file, *whose)
    assert (shown.code, shown.err) == (0, "")
    assert "3 new, 0 changed, 0 unchanged, 0 refused, 1 unnamed" in shown.out
    taken = run_anew("victims", "import", file, *whose, "--apply", "--because", "x")
    assert taken.out.endswith("taken; 3 people computed\n")
    assert "3 unchanged" in run_anew("victims", "import", file, *whose).out
    for said in (shown, taken):
        assert "Hajar" not in said.out + said.err
    counted = run_anew("count", "--case", "valley", "--people", "--by", "age", "--format", "json")
    said_ = json.loads(counted.out)
    assert said_["total"]["identified"] == {"low": 2, "best": 2, "high": 2}
    assert said_["total"]["unnamed"] == {"low": 1, "best": 1, "high": 1}
    assert [row["key"] for row in said_["rows"]] == ["adult", "child", "not-stated"]


def test_a_column_can_be_said_and_a_fault_ends_with_one(run_anew: Run, tmp_path: Path) -> None:
    opened(run_anew, tmp_path)
    file = tmp_path / "odd.csv"
    file.write_text("Who,When\nGhayma Hajar,2021-03-04\nRa'd Hajar,3 March 1821\n", "utf-8")
    whose = ("--case", "valley", "--from", "Valley Watch")
    unknown = run_anew("victims", "import", str(file), *whose)
    assert unknown.code == 3
    assert "--map COLUMN=name" in unknown.err
    mapped = ("--map", "Who=name", "--map", "When=died")
    shown = run_anew("victims", "import", str(file), *whose, *mapped, "--apply")
    assert shown.code == 1
    assert "row 3, column When" in shown.out
    assert "Hajar" not in shown.out + shown.err
    wrong = run_anew("victims", "import", str(file), *whose, "--map", "name")
    assert wrong.code == 3 and "--map" in wrong.err


def test_two_lists_are_linked_on_the_command_line(run_anew: Run, tmp_path: Path) -> None:
    file = opened(run_anew, tmp_path)
    other = tmp_path / "other.csv"
    other.write_bytes(table([*CLINIC_LIST, STORM | {"id": "c9"}, CLOUD | {"id": "c8"}]))
    for each, whose in ((file, "Valley Watch"), (str(other), "Valley Clinics")):
        done = run_anew("victims", "import", each, "--case", "valley", "--from", whose, "--apply")
        assert done.code == 0, done.err
    linked = run_anew("link", "--case", "valley", "--format", "json")
    assert linked.code == 0, linked.err
    said = json.loads(linked.out)
    assert said["records"] == 7
    assert "Hajar" not in linked.out + linked.err
    both = run_anew("link", "--case", "valley", "--files", file)
    assert both.code == 2
    missing = run_anew("link", "--case", "nowhere")
    assert missing.code == 2
