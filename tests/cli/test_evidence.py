"""``tawthiq evidence`` and ``tawthiq package``, as somebody runs them from beginning to end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

ADD = ("--case", "spring-2031", "--from", "Nour", "--by", "Layla")


@pytest.fixture
def words(run_anew: Run, tmp_path: Path) -> Path:
    titles = ("--title-en", "Spring", "--title-ar", "ربيع")
    assert run_anew("case", "open", "spring-2031", *titles, "--by", "Layla").code == 0
    file = tmp_path / "words.txt"
    file.write_text("heard at noon", encoding="utf-8")
    return file


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_from_a_file_to_a_package_that_a_stranger_believes(
    run_anew: Run, words: Path, tmp_path: Path
) -> None:
    added = run_anew("evidence", "add", str(words), *ADD, "--format", "json")
    assert added.code == 0, added.err
    [receipt] = lines(added.out)
    item = receipt["item"]
    shown = json.loads(run_anew("evidence", "show", item, "--format", "json").out)
    assert (shown["sha256"], shown["entry"]) == (receipt["sha256"], receipt["entry"])
    assert shown["custody"][0]["from"] == "Nour"
    assert shown["stamps"] == []
    assert item in run_anew("evidence", "list", "--case", "spring-2031").out
    package = ("package", item, "--to", str(tmp_path / "p"), "--for", "Northern Court")
    refused = run_anew(*package)
    assert (refused.code, "nobody has looked" in refused.err) == (3, True)
    assert run_anew("evidence", "consent", "seen", item, "--nobody").code == 0
    made = run_anew(*package, "--format", "json")
    assert made.code == 0, made.err
    key = json.loads(made.out)["key"]
    verifier = [sys.executable, "-I", "-S", str(tmp_path / "p/verify.py"), "--key", key]
    done = subprocess.run([*verifier, "--without-timestamps"], env={}, capture_output=True)
    assert done.returncode == 0
    whole = json.loads(run_anew("verify", "--level", "3", "--format", "json").out)
    assert (whole["holds"], whole["vault"]["objects"]) == (True, 1)


def test_the_same_file_again_is_told_at_once_in_both_languages(run_anew: Run, words: Path) -> None:
    add = ("evidence", "add", str(words), *ADD, "--no-look")
    assert run_anew(*add).code == 0
    assert "nothing was added" in run_anew(*add).out
    assert "محفوظ من قبل" in run_anew(*add, "--lang", "ar").out


def test_an_erased_item_is_called_erased_in_both_languages(run_anew: Run, words: Path) -> None:
    assert run_anew("evidence", "add", str(words), *ADD, "--no-look").code == 0
    consent = ("evidence", "consent")
    for step in (
        ("person", "--case", "spring-2031"),
        ("seen", "E-000001", "--person", "P-0001"),
        ("withdraw", "P-0001"),
        ("erase", "P-0001", "--yes"),
    ):
        done = run_anew(*consent, *step)
        assert done.code == 0, done.err
    shown = run_anew("evidence", "show", "E-000001")
    assert (shown.code, shown.out.splitlines()[0]) == (0, "E-000001  erased")
    assert "the ledger still holds" in shown.out and "words.txt" not in shown.out
    arabic = run_anew("evidence", "show", "E-000001", "--lang", "ar").out
    assert arabic.splitlines()[0] == "E-000001  مُحي"
    assert "مُحي محتوى هذا الدليل" in arabic


def test_a_receipt_is_signed_and_goes_with_the_item(
    run_anew: Run, words: Path, tmp_path: Path
) -> None:
    assert run_anew("evidence", "add", str(words), *ADD, "--no-look").code == 0
    assert run_anew("evidence", "consent", "seen", "E-000001", "--nobody").code == 0
    to = ("--to", "Northern Court", "--receipt", str(tmp_path / "receipt"))
    given = run_anew("evidence", "hand-over", "E-000001", *to)
    assert given.code == 0, given.err
    assert given.out.startswith("tawthiq-receipt/1\nitem E-000001\n")
    assert (tmp_path / "receipt").read_text("utf-8") == given.out


def test_bytes_that_changed_end_with_1_and_are_named(
    run_anew: Run, words: Path, tmp_path: Path
) -> None:
    assert run_anew("evidence", "add", str(words), *ADD, "--no-look").code == 0
    [place] = [path for path in (tmp_path / "home/vault/objects").rglob("*") if path.is_file()]
    place.chmod(0o640)
    place.write_text("heard at five", encoding="utf-8")
    assert run_anew("verify").code == 0
    found = run_anew("verify", "--level", "3", "--format", "json")
    assert found.code == 1
    [fault] = json.loads(found.out)["vault"]["faults"]
    assert (fault["items"], fault["state"]) == (["E-000001"], "changed")


def test_without_an_authority_nothing_is_called_stamped(run_anew: Run, words: Path) -> None:
    assert run_anew("evidence", "timestamp").code == 3


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_addition_loses_nothing_that_was_acknowledged(
    run_anew: Run, words: Path, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number:04}.bin").write_bytes(number.to_bytes(2) * 2000)
    home = tmp_path / "home"
    environment = {**os.environ, "TAWTHIQ_HOME": str(home), "TAWTHIQ_LANG": "en"}
    command = "from tawthiq.cli import main; main()"
    told = dict[str, str]()
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", command, "evidence", "add", str(many), *ADD, "--no-look",
             "--format", "json"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True,
        )  # fmt: skip
        assert process.stdout
        for at, line in enumerate(process.stdout):
            said = json.loads(line)
            told[said["item"]] = said["sha256"]
            if not said["is_again"] and at % 130 == 120:
                break
        time.sleep(0.01)
        process.kill()
        process.wait()
    kept = json.loads(run_anew("verify", "--level", "3", "--format", "json").out)
    assert kept["holds"], kept["differences"]
    listed = dict[str, str]()
    before: int | None = None
    while True:
        more = ("--before", str(before)) if before else ()
        page = json.loads(
            run_anew("evidence", "list", "--case", "spring-2031", "--limit", "500",
                     "--format", "json", *more).out
        )["items"]  # fmt: skip
        if not page:
            break
        listed |= {one["item"]: one["sha256"] for one in page}
        before = page[-1]["number"]
    assert told.items() <= listed.items()
    assert run_anew("evidence", "add", str(many), *ADD, "--no-look").code == 0
    assert "400 objects" in run_anew("verify", "--level", "3").out
