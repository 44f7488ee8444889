"""``tawthiq import``: a preview first, all or nothing, and again without a change."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

HEAD = (
    "id,date,place,admin3,governorate,lat,lon,weapon,target_type,facility_name,killed,"
    "killed_children,killed_women,injured,alleged_party,source_org,source_title,source_url,"
    "published,quote_paraphrase\n"
)
ROW = (
    "{id},2019-06-01,Saraqib,,Idlib,,,airstrike,market,,{killed},,,,,Valley Monitor,,{url},,said\n"
)


def table(path: Path, *rows: str) -> str:
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return str(path)


def row(code: str, killed: str) -> str:
    return ROW.format(id=code, killed=killed, url="https://example.org/1")


def opened(run_anew: Run) -> None:
    title = ("--title-en", "Valley", "--title-ar", "الوادي")
    assert run_anew("case", "open", "valley", *title).code == 0


def test_without_apply_nothing_changes(run_anew: Run, tmp_path: Path) -> None:
    opened(run_anew)
    file = table(tmp_path / "t.csv", row("A1.1", "3"))
    for _ in range(2):
        assert (
            "1 new, 0 changed, 0 unchanged, 0 refused"
            in run_anew("import", file, "--case", "valley").out
        )


def test_the_same_file_again_changes_nothing_and_a_corrected_one_supersedes(
    run_anew: Run, tmp_path: Path
) -> None:
    opened(run_anew)
    words = ("--case", "valley", "--apply", "--because", "test")
    file = table(tmp_path / "t.csv", row("A1.1", "3"), row("A2.1", "1"))
    assert run_anew("import", file, *words).code == 0
    assert "0 new, 0 changed, 2 unchanged" in run_anew("import", file, *words).out
    table(tmp_path / "t.csv", row("A1.1", "4"), row("A2.1", "1"))
    corrected = run_anew("import", file, *words).out
    assert "0 new, 1 changed, 1 unchanged" in corrected
    assert "A1.1 killed: 3 -> 4" in corrected


def test_one_bad_row_and_nothing_is_taken(run_anew: Run, tmp_path: Path) -> None:
    opened(run_anew)
    rows = [row(f"A{n}.1", "1") for n in range(500)]
    rows[250] = row("A250.1", "many")
    file = table(tmp_path / "t.csv", *rows)
    ran = run_anew("import", file, "--case", "valley", "--apply", "--because", "test")
    assert ran.code == 1
    assert "row 252, column killed" in ran.out
    rows[250] = row("A250.1", "2")
    table(tmp_path / "t.csv", *rows)
    assert "500 new" in run_anew("import", file, "--case", "valley").out
