from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.evidence.timestamps.authorities import ROOT, ROOTS, certified, needs_openssl, reply_to

from tawthiq.actions.evidence.add import Batch, Given, add
from tawthiq.actions.evidence.consents import see_persons
from tawthiq.actions.evidence.package import make_package
from tawthiq.actions.evidence.timestamps import choose_authority, want_stamps, work_off
from tawthiq.actions.verify import verify
from tawthiq.errors import InputError
from tawthiq.evidence.timestamps.request import Request
from tawthiq.evidence.timestamps.stamp import NotStamped, Stamped
from tawthiq.evidence.timestamps.verification import Refused
from tawthiq.evidence.timestamps.verification import verify as check
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence_item import sheet
from tawthiq.store.queries.stamps import all_stamps
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

from ...house import LAYLA, OMAR

pytestmark = needs_openssl
ADDRESS = "http://stamps.example/"


class Stamping:
    """An authority of our own making, asked without a network."""

    name = "Invented Time Stamps"

    def __init__(self, *, honest: bool = True) -> None:
        self._honest = honest

    def stamp(self, digest: Digest) -> Stamped | NotStamped:
        request = Request.of(digest)
        root = ROOT if self._honest else certified("Another Root", is_authority=True)
        signer = certified("Invented Time Stamps", root)
        reply = reply_to(request.to_bytes(), signer)
        verdict = check(reply, digest, ROOTS, nonce=request.nonce)
        if isinstance(verdict, Refused):
            return NotStamped(digest, self.name, verdict.said, reply, may_be_asked_again=False)
        return Stamped(digest, reply, request.nonce, self.name, verdict.time)


class Silent:
    """Nobody answers: there is no network."""

    name = "Invented Time Stamps"

    def stamp(self, digest: Digest) -> NotStamped:
        return NotStamped(digest, self.name, Both("no reply", "لا جواب"))


@pytest.fixture
def item(home: Home, case: str, market: Path) -> str:
    [batch] = add(home, [market / "words.txt"], Given(case, "Nour", LAYLA))
    assert isinstance(batch, Batch)
    choose_authority(ADDRESS, ROOT.pem, by=OMAR)
    return batch.receipts[0].item


def test_without_a_network_it_stays_pending_and_is_never_called_verified(
    home: Home, item: str
) -> None:
    assert want_stamps(home, by=OMAR) == 1
    for _ in range(2):
        [answered] = work_off(by=OMAR, asker=lambda _: Silent())
        assert (answered.stamp.pending, answered.stamp.verified) == (True, None)
    [stamp] = sheet(item).stamps
    assert stamp.verified is None
    assert "proves nothing" in stamp.said.en
    assert not models.StampReply.objects.exists()


def test_a_pending_one_is_stamped_later_and_dates_the_entry(home: Home, item: str) -> None:
    want_stamps(home, by=OMAR)
    list(work_off(by=OMAR, asker=lambda _: Silent()))
    [answered] = work_off(by=OMAR, asker=lambda _: Stamping())
    assert answered.stamp.verified is not None
    [stamp] = sheet(item).stamps
    assert stamp.verified is not None
    assert stamp.verified.authority
    assert list(work_off(by=OMAR, asker=lambda _: Stamping())) == []
    assert verify(home, level=3).holds


def test_a_stamp_under_another_root_is_kept_and_proves_nothing(home: Home, item: str) -> None:
    want_stamps(home, by=OMAR)
    [answered] = work_off(by=OMAR, asker=lambda _: Stamping(honest=False))
    assert (answered.stamp.verified, answered.stamp.pending) == (None, False)
    [stamp] = all_stamps()
    assert stamp.reply


def test_a_package_carries_the_stamp_of_its_own_checkpoint(
    home: Home, item: str, tmp_path: Path
) -> None:
    see_persons(item, [], by=OMAR)
    made = make_package(home, item, tmp_path / "p", by=OMAR, asker=lambda _: Stamping())
    assert made.pending == 0
    (tmp_path / "root.pem").write_bytes(ROOT.pem)
    verifier = [sys.executable, "-I", "-S", str(made.place / "verify.py"), "--key", made.key]
    roots = ["--tsa-root", str(tmp_path / "root.pem"), "--language", "en"]
    done = subprocess.run([*verifier, *roots], env={}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "not later than" in done.stdout


def test_a_package_made_without_a_network_says_that_its_stamp_is_pending(
    home: Home, item: str, tmp_path: Path
) -> None:
    see_persons(item, [], by=OMAR)
    made = make_package(home, item, tmp_path / "p", by=OMAR, asker=lambda _: Silent())
    assert made.pending == 1
    assert not (made.place / "timestamps").exists()


def test_nobody_is_asked_who_was_not_chosen(home: Home, case: str) -> None:
    with pytest.raises(InputError, match="no time stamping authority"):
        want_stamps(home, by=OMAR)
    with pytest.raises(InputError, match="http"):
        choose_authority("ftp://stamps.example/", ROOT.pem, by=OMAR)
