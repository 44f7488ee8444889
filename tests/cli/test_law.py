"""``tawthiq law``: a norm, the norms that reach a situation, and cases that hold it to account."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


def test_a_norm_is_shown_with_its_reach_and_its_source(run: Run) -> None:
    ran = run("law", "show", "gc4-18")
    assert ran.code == 0
    assert "Art. 18" in ran.out
    assert "IAC yes" in ran.out or "IAC" in ran.out
    assert "http" in ran.out


def test_in_a_conflict_that_is_not_international_article_18_does_not_apply(run: Run) -> None:
    words = ("law", "applies", "--state", "Syria", "--on", "2019-07-22", "--conflict", "NIAC")
    reached = {line.split()[0] for line in run(*words).out.splitlines()}
    assert "GC-CA3" in reached
    assert "GC4-18" not in reached


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("law", "show", "GC9-99"), 2),
        (("law", "applies", "--state", "Syria", "--on", "2019-07-22", "--conflict", "war"), 3),
        (("law", "applies", "--state", "Syria", "--on", "2019-02-31", "--conflict", "NIAC"), 2),
    ],
)
def test_what_cannot_be_asked_is_said_without_a_traceback(
    run: Run, words: tuple[str, ...], code: int
) -> None:
    ran = run(*words)
    assert ran.code == code, ran
    assert "Traceback" not in ran.err


def test_the_worked_cases_are_all_met(run: Run, shared: Path) -> None:
    ran = run("law", "cases", str(shared / "law" / "cases_dev.yaml"))
    assert ran.code == 0, ran.out[-2000:]
    assert "MISSED" not in ran.out
