"""A backup is worth what its drill shows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyrage

from .conftest import Run, run_in


def test_a_backup_is_restored_and_every_byte_of_it_verified(run_anew: Run, tmp_path: Path) -> None:
    titles = ("--title-en", "Spring", "--title-ar", "ربيع")
    assert run_anew("case", "open", "spring-2031", *titles, "--by", "Layla").code == 0
    words = tmp_path / "words.txt"
    words.write_text("heard at noon", encoding="utf-8")
    add = ("--case", "spring-2031", "--from", "Nour", "--no-look")
    assert run_anew("evidence", "add", str(words), *add).code == 0
    key, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    for name, one in (("key", key), ("other", other)):
        (tmp_path / name).write_text(f"# a comment\n{one}\n", encoding="ascii")
    file = tmp_path / "all.tar.age"
    made = run_anew("backup", "make", str(file), "--recipient", str(key.to_public()))
    assert made.code == 0, made.err
    assert b"heard at noon" not in file.read_bytes()
    drilled = run_anew("backup", "drill", str(file), "--identity", str(tmp_path / "key"))
    assert (drilled.code, drilled.out.split(":")[0]) == (0, "holds"), drilled.err
    assert run_anew("backup", "drill", str(file), "--identity", str(tmp_path / "other")).code == 3
    before = run_anew("checkpoint").out
    shutil.rmtree(tmp_path / "home")
    to = ("--to", str(tmp_path / "new"), "--identity", str(tmp_path / "key"))
    assert run_anew("backup", "restore", str(file), *to).code == 0
    assert run_in(tmp_path / "new", "checkpoint").out == before
    whole = json.loads(run_in(tmp_path / "new", "verify", "--level", "3", "--format", "json").out)
    assert (whole["holds"], whole["vault"]["objects"]) == (True, 1)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert run_anew("backup", "drill", str(file), "--identity", str(tmp_path / "key")).code == 3
