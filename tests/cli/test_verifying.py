"""``tawthiq verify`` and ``tawthiq checkpoint``, as somebody runs them who trusts nobody."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tawthiq.ledger.checkpoint import Trust, accept
from tawthiq.ledger.key import VerificationKey
from tawthiq.ledger.note import Note

from .conftest import Run


def opened(run_anew: Run, code: str = "spring-2031") -> None:
    titles = ("--title-en", "Spring", "--title-ar", "ربيع")
    assert run_anew("case", "open", code, *titles, "--by", "Layla").code == 0


def behind_our_back(tmp_path: Path, statement: str) -> None:
    with sqlite3.connect(tmp_path / "home" / "tawthiq.sqlite3") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            database.execute(f"DROP TRIGGER {name}")
        database.execute(statement)
    database.close()


def test_the_example_holds(run: Run) -> None:
    ran = run("verify")
    assert (ran.code, ran.out.split(":")[0]) == (0, "holds")
    assert "looking at store_claim" in ran.err
    said = json.loads(run("verify", "--format", "json", "--level", "1").out)
    assert said["holds"]
    assert said["rows"]["store_claim"] > 200
    assert said["differences"] == []


def test_a_changed_case_ends_with_1_and_is_named_in_both_languages(
    run_anew: Run, tmp_path: Path
) -> None:
    opened(run_anew)
    behind_our_back(tmp_path, "UPDATE store_case SET title_en = 'Nothing happened'")
    ran = run_anew("verify")
    assert ran.code == 1
    assert "spring-2031" in ran.out
    assert "بعد ختمه" in run_anew("verify", "--lang", "ar").out
    [only] = json.loads(run_anew("verify", "--format", "json").out)["differences"]
    assert (only["table"], only["code"], only["what"]) == ("store_case", "spring-2031", "changed")


def test_where_nothing_is_sealed_it_could_not_be_found_out(run_anew: Run) -> None:
    assert run_anew("verify").code == 3
    assert run_anew("checkpoint").code == 3


def test_a_damaged_database_could_not_be_looked_at(run_anew: Run, tmp_path: Path) -> None:
    opened(run_anew)
    behind_our_back(tmp_path, "DROP TABLE store_toll")
    assert run_anew("verify").code == 3


def test_a_checkpoint_is_a_note_that_its_key_verifies(run_anew: Run) -> None:
    opened(run_anew)
    said = json.loads(run_anew("checkpoint", "--format", "json").out)
    printed = run_anew("checkpoint")
    assert printed.out == said["note"]
    key = VerificationKey.parse(said["key"])
    assert accept(Note.parse(printed.out.encode()), Trust.in_(key)).head.size == said["size"] == 1


def test_a_checkpoint_held_elsewhere_is_compared(run_anew: Run, tmp_path: Path) -> None:
    opened(run_anew)
    held = tmp_path / "held.txt"
    held.write_text(run_anew("checkpoint").out, encoding="utf-8")
    opened(run_anew, "summer-2031")
    assert run_anew("verify", "--checkpoint", str(held)).code == 0
    held.write_text("not a checkpoint\n", encoding="utf-8")
    assert run_anew("verify", "--checkpoint", str(held)).code == 3


def test_a_new_key_signs_from_now_on(run_anew: Run) -> None:
    opened(run_anew)
    old = json.loads(run_anew("checkpoint", "--format", "json").out)
    new = json.loads(run_anew("checkpoint", "--new-key", "--format", "json").out)
    assert new["key"] != old["key"]
    assert new["origin"] == old["origin"]
    assert run_anew("verify").code == 0
