"""Two organisations: one keeps a log, the other watches it on plain files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Ran, Run, run_in


@pytest.fixture
def watched(run_anew: Run, tmp_path: Path) -> dict[str, str]:
    """A log with one entry, and a witness that follows it."""
    titles = ("--title-en", "Spring", "--title-ar", "ربيع")
    assert run_anew("case", "open", "spring-2031", *titles, "--by", "Layla").code == 0
    key = json.loads(run_anew("checkpoint", "--format", "json").out)["key"]
    own = watch(tmp_path, "key", "--name", "sister.example/witness")
    assert own.code == 0, own.err
    assert watch(tmp_path, "follow", key).code == 0
    return {"log": key, "witness": own.out.strip()}


def watch(tmp_path: Path, word: str, *more: str) -> Ran:
    return run_in(tmp_path / "none", "witness", word, "--folder", str(tmp_path / "sister"), *more)


def asked(run_anew: Run, tmp_path: Path, seen: int, name: str = "request") -> str:
    file = tmp_path / name
    ran = run_anew("checkpoint", "--for-witness", str(seen))
    assert ran.code == 0, ran.err
    file.write_text(ran.out, encoding="utf-8")
    return str(file)


def test_a_witness_cosigns_and_the_log_keeps_what_it_signed(
    run_anew: Run, tmp_path: Path, watched: dict[str, str]
) -> None:
    answer = tmp_path / "answer"
    signed = watch(tmp_path, "sign", asked(run_anew, tmp_path, 0), "--to", str(answer))
    assert signed.code == 0, signed.err
    keep = ("checkpoint", "--cosigned", str(answer))
    assert run_anew(*keep).code == 3
    kept = run_anew(*keep, "--witness-key", watched["witness"])
    assert kept.code == 0, kept.err
    assert "sister.example/witness" in kept.out
    assert run_anew("verify", "--level", "1").code == 0
    origin = watched["log"].split("+")[0]
    assert watch(tmp_path, "seen", origin).out == "1\n"
    assert watch(tmp_path, "sign", asked(run_anew, tmp_path, 1)).code == 0
    assert not (tmp_path / "none").exists()


def test_a_log_that_was_put_back_and_grew_otherwise_is_refused(
    run_anew: Run, tmp_path: Path, watched: dict[str, str]
) -> None:
    titles = ("--title-en", "S", "--title-ar", "ص", "--by", "Layla")
    shutil.copytree(tmp_path / "home", tmp_path / "earlier")
    assert run_anew("case", "open", "one", *titles).code == 0
    assert watch(tmp_path, "sign", asked(run_anew, tmp_path, 0)).code == 0
    shutil.rmtree(tmp_path / "home")
    shutil.move(tmp_path / "earlier", tmp_path / "home")
    shrunk = watch(tmp_path, "sign", asked(run_anew, tmp_path, 0))
    assert shrunk.code == 1
    assert "shrunk" in shrunk.err
    assert run_anew("case", "open", "two", *titles).code == 0
    forked = watch(tmp_path, "sign", asked(run_anew, tmp_path, 0), "--lang", "ar")
    assert forked.code == 1
    assert "forked" in forked.err


def test_a_checkpoint_is_drawn_for_a_telephone(
    run_anew: Run, tmp_path: Path, watched: dict[str, str]
) -> None:
    for name, begins in (("c.svg", b"<?xml"), ("c.png", b"\x89PNG")):
        assert run_anew("checkpoint", "--qr-file", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "█" in run_anew("checkpoint", "--qr").out
    assert run_anew("checkpoint", "--qr-file", str(tmp_path / "c.txt")).code == 3
