from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from tawthiq.actions.evidence.add import Batch, Given, add
from tawthiq.actions.evidence.consents import consent, name_person, see_persons, use_of, withdraw
from tawthiq.actions.evidence.denied import NotAllowedError
from tawthiq.actions.evidence.package import Made, make_package
from tawthiq.actions.evidence.redact import RedactedItem, redact
from tawthiq.actions.verify import verify
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.evidence.packages.encryption import opened
from tawthiq.evidence.redaction.boxes import Box
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence_item import sheet

from ...house import LAYLA, OMAR

COURT = "Northern Court"


@pytest.fixture
def codes(home: Home, case: str, market: Path) -> dict[str, str]:
    """The items of the market by name; somebody looked, and nobody is in them."""
    given = Given(case, "Nour", LAYLA)
    receipts = [r for b in add(home, [market], given) if isinstance(b, Batch) for r in b.receipts]
    for one in receipts:
        see_persons(one.item, [], by=OMAR)
    return {one.name.leaf: one.item for one in receipts}


def verdict(made: Made, key: str = "") -> subprocess.CompletedProcess[str]:
    """What the verifier says that came with it, on a bare Python with nothing around it."""
    command = [sys.executable, "-I", "-S", str(made.place / "verify.py"), str(made.place)]
    command += ["--key", key or made.key, "--without-timestamps", "--json"]
    return subprocess.run(command, env={}, capture_output=True, text=True, check=False)


def packed(home: Home, case: str, tmp_path: Path, name: str = "package") -> Made:
    return make_package(home, case, tmp_path / name, by=OMAR, for_whom=COURT)


def test_a_stranger_verifies_a_package_with_a_bare_python(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path
) -> None:
    made = packed(home, case, tmp_path)
    assert sorted(made.items) == sorted(codes.values())
    said = verdict(made)
    assert said.returncode == 0, said.stdout
    assert verify(home, level=3).holds


def flipped(place: Path) -> None:
    piece = next((place / "data/evidence").iterdir())
    data = bytearray(piece.read_bytes())
    data[-1] ^= 1
    piece.write_bytes(data)


MUTATIONS: dict[str, Callable[[Path], object]] = {
    "a bit is flipped": flipped,
    "a file is added": lambda place: (place / "evil.html").write_text("x"),
    "a piece is added": lambda place: (place / "data/evidence/MORE-0001.txt").write_text("x"),
    "a piece is removed": lambda place: next((place / "data/evidence").iterdir()).unlink(),
    "something is to be fetched": lambda place: (place / "fetch.txt").write_text(
        "file:///etc/hosts 1 data/x\n"
    ),
    "a list is removed": lambda place: (place / "tagmanifest-sha256.txt").unlink(),
    "custody is rewritten": lambda place: (place / "data/custody.csv").write_text("nothing\n"),
}


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_package_that_was_changed_does_not_hold(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path, mutation: str
) -> None:
    made = packed(home, case, tmp_path)
    MUTATIONS[mutation](made.place)
    assert verdict(made).returncode == 1


def test_under_another_key_it_does_not_hold(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path
) -> None:
    from tests.ledger.keys import LOG

    assert verdict(packed(home, case, tmp_path), str(LOG.public)).returncode == 1


def test_only_the_redacted_copy_of_what_somebody_is_in_goes_along(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path
) -> None:
    picture = codes["صورة السوق.jpg"]
    see_persons(picture, [name_person(case, by=LAYLA, name="the baker")], by=LAYLA)
    copy = redact(home, picture, [Box(0, 0, 0, 1, 0.5)], by=OMAR, reason="x", reviewer=LAYLA)
    assert isinstance(copy, RedactedItem)
    see_persons(copy.item, [], by=LAYLA)
    made = packed(home, case, tmp_path)
    assert copy.item in made.items
    assert picture not in made.items
    assert [one.count for one in made.selection.left_out] == [1]
    assert verdict(made).returncode == 0
    original = sheet(picture).brief.content
    assert original is not None
    said = b"".join(p.read_bytes() for p in made.place.rglob("*") if p.is_file())
    assert str(original.digest).encode() not in said


def test_what_nobody_looked_at_does_not_leave(
    home: Home, case: str, market: Path, tmp_path: Path
) -> None:
    list(add(home, [market], Given(case, "Nour", LAYLA)))
    with pytest.raises(NotAllowedError, match="nobody has looked"):
        packed(home, case, tmp_path)
    assert not (tmp_path / "package").exists()
    assert not models.PackageMade.objects.exists()


def test_a_withdrawal_stops_the_next_package_and_names_the_last(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path
) -> None:
    words, person = codes["words.txt"], name_person(case, by=LAYLA)
    see_persons(words, [person], by=LAYLA)
    for use in (use_of("store"), use_of("share", COURT)):
        consent(person, use, by=LAYLA)
    make_package(home, words, tmp_path / "one", by=OMAR, for_whom=COURT)
    done = withdraw(person, use_of("share", COURT), by=LAYLA)
    assert [one.item for one in done.already_out] == [words]
    with pytest.raises(NotAllowedError, match="withdrew"):
        make_package(home, words, tmp_path / "two", by=OMAR, for_whom=COURT)


def test_numbers_are_the_same_in_every_package(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path
) -> None:
    later = codes["صورة السوق.jpg"]
    one = make_package(home, later, tmp_path / "one", by=OMAR, for_whom=COURT)
    both = packed(home, case, tmp_path, "both")
    name = next((one.place / "data/evidence").iterdir()).name
    assert name.startswith("SQUARE2031-0001")
    assert name in {path.name for path in (both.place / "data/evidence").iterdir()}


def test_a_closed_package_is_opened_by_its_recipient_alone(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path
) -> None:
    key = pyrage.x25519.Identity.generate()
    made = make_package(
        home, case, tmp_path / "p", by=OMAR, for_whom=COURT, recipients=[str(key.to_public())]
    )
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(("p", "."))) == [
        "p.tar.age"
    ]
    opened(made.place, tmp_path / "open", str(key))
    shutil.move(tmp_path / "open/p", tmp_path / "q")
    command = [sys.executable, "-I", "-S", str(tmp_path / "q/verify.py"), "--key", made.key]
    done = subprocess.run([*command, "--without-timestamps"], env={}, capture_output=True)
    assert done.returncode == 0


def test_what_is_there_is_never_written_over(
    home: Home, case: str, codes: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "package").mkdir()
    with pytest.raises(InputError, match="there already"):
        packed(home, case, tmp_path)
    with pytest.raises(UnknownNameError):
        make_package(home, "E-999999", tmp_path / "other", by=OMAR)
