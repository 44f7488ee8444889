from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.actions.checkpoints import change_key, checkpoint
from tawthiq.actions.save_statement import save_statement
from tawthiq.actions.verify import verify
from tawthiq.errors import HomeError
from tawthiq.ledger.key import VerificationKey
from tawthiq.store import models
from tawthiq.store.home import Home

from ..house import LAYLA, OMAR
from .tampering import forge_the_log, run


def test_who_recomputes_everything_is_found_by_a_checkpoint_held_elsewhere(
    full: str, home: Home, tmp_path: Path
) -> None:
    held = checkpoint(home).to_bytes()
    run("UPDATE store_toll SET low = 0, best = 0, high = 0")
    forge_the_log(LAYLA)
    assert verify(home, level=1).holds, "the forger has done all that can be done in here"
    done = verify(home, level=1, held=[held])
    assert [each.code for each in done.differences] == ["checkpoint"]
    assert "entries were removed" in done.differences[0].said.en


def test_a_forked_log_of_the_same_length_is_found_too(full: str, home: Home) -> None:
    held = checkpoint(home).to_bytes()
    size = models.LedgerHead.objects.count()
    run("UPDATE store_toll SET low = 0, best = 0, high = 0")
    forge_the_log(LAYLA)
    while models.LedgerHead.objects.count() < size:
        save_statement(full, "s", "en", f"{size} {models.LedgerHead.objects.count()}",
                       said_on=None, by=LAYLA, because="x")  # fmt: skip
    [only] = verify(home, level=1, held=[held]).differences
    assert "something sealed was changed" in only.said.en


def test_our_own_old_checkpoint_finds_a_shrunken_log(full: str, home: Home) -> None:
    checkpoint(home)
    run("DELETE FROM store_ledgerhead WHERE size = (SELECT max(size) FROM store_ledgerhead)")
    assert "ledger" in {each.table for each in verify(home, level=1).differences}


def test_a_checkpoint_of_another_log_is_not_ours(full: str, home: Home, tmp_path: Path) -> None:
    checkpoint(home)
    run("DELETE FROM store_keptcheckpoint")
    other = checkpoint(Home(tmp_path / "other")).to_bytes()
    run("DELETE FROM store_keptcheckpoint")
    [only] = verify(home, held=[other]).differences
    assert "is of the log" in only.said.en


def test_the_key_is_made_once_and_read_by_its_owner_only(full: str, home: Home) -> None:
    first, again = checkpoint(home), checkpoint(home)
    assert first == again
    assert home.log_key.stat().st_mode & 0o777 == 0o600
    kept = models.KeptCheckpoint.objects.order_by("-id").values_list("note", flat=True)
    assert list(kept).count(first.to_bytes().decode()) == 1


def test_a_home_without_the_key_of_its_log_signs_nothing(
    full: str, home: Home, tmp_path: Path
) -> None:
    checkpoint(home)
    with pytest.raises(HomeError, match="is not in this home folder"):
        checkpoint(Home(tmp_path / "other"))


def test_a_new_key_is_sealed_and_old_checkpoints_stay_good(full: str, home: Home) -> None:
    old = checkpoint(home)
    new = change_key(home, by=OMAR, because="a laptop was lost")
    assert isinstance(new, VerificationKey)
    assert checkpoint(home).verified([new])
    assert home.log_key.stat().st_mode & 0o777 == 0o600
    assert verify(home, held=[old.to_bytes()]).holds


def test_a_checkpoint_by_the_old_key_is_refused_after_the_change(full: str, home: Home) -> None:
    checkpoint(home)
    thief = home.log_key.read_text(encoding="utf-8")
    change_key(home, by=OMAR, because="a laptop was stolen")
    good = home.log_key.read_text(encoding="utf-8")
    home.replace_log_key(thief)
    forged = checkpoint(home).to_bytes()
    run("DELETE FROM store_keptcheckpoint WHERE id = (SELECT max(id) FROM store_keptcheckpoint)")
    home.replace_log_key(good)
    [only] = verify(home, held=[forged]).differences
    assert "no valid signature" in only.said.en
