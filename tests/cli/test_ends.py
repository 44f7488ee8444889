"""How commands end: 0 holds, 1 does not hold, 2 called wrongly, 3 could not be found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

FUSED = (
    b"According to the Syrian Network for Human Rights, 33 massacres killed 781 civilians "
    b"between 26 April and 27 July 2019 in the fourth de-escalation zone.\n"
)
RIGHT = (
    b"Statement of 1 August 2019.\n\nAccording to the Syrian Network for Human Rights "
    b"(https://sn4hr.org/blog/2019/07/31/54091/), at least 781 civilians, including 208 children "
    b"and 140 women, were killed in the fourth de-escalation zone between 26 April and 27 July "
    b"2019: 625 in attacks that it attributes to Syrian government forces and 156 to Russian "
    b"forces.\n"
)


def test_a_text_with_an_error_ends_with_1(run: Run) -> None:
    ran = run("check", "-", "--case", "idlib-2019", given=FUSED)
    assert ran.code == 1
    assert "N01" in ran.out
    assert "271" in ran.out


def test_a_text_without_an_error_ends_with_0(run: Run) -> None:
    ran = run("check", "-", "--case", "idlib-2019", given=RIGHT)
    assert (ran.code, "ERROR" in ran.out) == (0, False), ran.out


@pytest.mark.parametrize(
    "words",
    [
        ("check", "-", "--case", "no-such-case"),
        ("count", "no-such-count", "--case", "idlib-2019"),
        ("check", "-"),
        ("count", "civilians-killed", "--case", "idlib-2019", "--format", "xml"),
        ("no-such-command",),
        ("example", "load", "no-such-example"),
    ],
)
def test_what_is_called_wrongly_ends_with_2(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words, given=RIGHT)
    assert ran.code == 2, ran
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("spaces.txt", b" \n \n"),
        ("pictures.pdf", b"%PDF-1.4\n%\xe2\xe3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"),
        ("not-a-word-file.docx", b"PK\x03\x04 not a package"),
        ("binary.txt", bytes(range(256)) * 20),
        ("statement.xyz", RIGHT),
        ("arabic.txt", "قُتل عشرة مدنيين في قصف على السوق.".encode() * 3),
    ],
)
def test_what_could_not_be_looked_at_ends_with_3_and_is_never_a_pass(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    ran = run("check", str(file), "--case", "idlib-2019")
    assert ran.code == 3, ran
    assert ran.err.startswith("tawthiq: ")
    assert "Traceback" not in ran.err


def test_a_text_of_200_mb_is_refused_at_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as large:
        large.truncate(200_000_000)
    ran = run("check", str(file), "--case", "idlib-2019")
    assert ran.code == 3
    assert "large.txt" in ran.err


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    ran = run("check", "nowhere.txt", "--case", "idlib-2019")
    assert ran.code in (2, 3)
    assert "nowhere.txt" in ran.err
    assert "Traceback" not in ran.err


def test_a_home_that_is_a_file_is_named_with_the_mend(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "taken"
    home.write_text("not a folder")
    ran = run("count", "--list", "--case", "idlib-2019", "--home", str(home))
    assert ran.code == 3
    assert "--home" in ran.err


def test_an_error_is_said_in_the_language_of_whoever_asked(run: Run) -> None:
    asked = ("check", "-", "--case", "no-such-case")
    assert "no case is called" in run(*asked, given=RIGHT).err
    assert "لا يوجد ملف اسمه" in run(*asked, given=RIGHT, TAWTHIQ_LANG="ar").err
