"""``tawthiq check`` in its two forms and two languages."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run
from .test_ends import FUSED


def test_json_has_what_a_program_needs_in_a_fixed_order(run: Run) -> None:
    ran = run("check", "-", "--case", "idlib-2019", "--format", "json", given=FUSED)
    report = json.loads(ran.out)
    assert list(report) == ["findings", "looked_at"]
    fused = next(each for each in report["findings"] if each["check"] == "N01")
    assert fused["severity"] == "error"
    assert FUSED.decode()[fused["start"] : fused["end"]] == fused["passage"]
    assert fused["sources"] == ["https://sn4hr.org/blog/2019/07/31/54091/"]
    assert report["looked_at"]["numbers"] == 2
    again = run("check", "-", "--case", "idlib-2019", "--format", "json", given=FUSED)
    assert again.out == ran.out


def test_findings_stand_in_the_order_of_the_text(run: Run) -> None:
    text = FUSED + b"The criminals must be punished.\n" + FUSED
    ran = run("check", "-", "--case", "idlib-2019", "--format", "json", given=text)
    starts = [each["start"] for each in json.loads(ran.out)["findings"]]
    assert starts == sorted(starts)


def test_the_same_findings_are_told_in_arabic(run: Run) -> None:
    ran = run("check", "-", "--case", "idlib-2019", "--lang", "ar", given=FUSED)
    assert "خطأ" in ran.out
    assert "ERROR" not in ran.out


def test_the_seed_statement(run: Run, shared: Path) -> None:
    """The expected score of the checks of families C and D on the founding example."""
    seed = shared / "statement" / "seed-statement.txt"
    ran = run("check", str(seed), "--case", "idlib-2019", "--format", "json")
    assert ran.code == 1
    findings = json.loads(ran.out)["findings"]
    by_check = {each["check"]: each for each in findings}
    errors = {each["check"] for each in findings if each["severity"] == "error"}
    others = {each["check"] for each in findings if each["severity"] != "error"}
    assert {"N01", "N02", "N03", "N04", "N08", "N10", "W01"} <= errors
    assert {"N05", "N06", "N07", "N09", "W02", "W03", "W04", "W08"} <= others
    assert not {"W05", "N11"} & set(by_check)
    fused = by_check["N01"]
    assert "271" in fused["explanation"]
    assert "781" in fused["explanation"]
    assert any("sn4hr.org" in url for url in fused["sources"])
