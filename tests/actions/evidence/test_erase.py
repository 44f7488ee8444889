from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from tawthiq.actions.checkpoints import checkpoint
from tawthiq.actions.evidence.add import Batch, Given, add
from tawthiq.actions.evidence.consents import consent, name_person, see_persons, use_of, withdraw
from tawthiq.actions.evidence.erase import erase_person, what_goes
from tawthiq.actions.evidence.look import look
from tawthiq.actions.evidence.redact import RedactedItem, redact
from tawthiq.actions.verify import verify
from tawthiq.errors import InputError
from tawthiq.evidence.redaction.boxes import Box
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence_item import sheet
from tawthiq.store.unchanging import ERASABLE

from ...house import LAYLA, OMAR
from ..tampering import run

NAME = "Invented Witness Of The Bakery"


@pytest.fixture
def codes(home: Home, case: str, market: Path) -> dict[str, str]:
    given = Given(case, NAME, LAYLA, f"given by {NAME}")
    receipts = [r for b in add(home, [market], given) if isinstance(b, Batch) for r in b.receipts]
    list(look(home, [one.item for one in receipts], by=LAYLA))
    return {one.name.leaf: one.item for one in receipts}


@pytest.fixture
def person(home: Home, case: str, codes: dict[str, str]) -> str:
    """Somebody who is in two pictures of three files, and agreed that they be kept."""
    code = name_person(case, by=LAYLA, name=NAME, note="the baker")
    for name in ("copy.jpg", "صورة السوق.jpg"):
        see_persons(codes[name], [code], by=LAYLA)
    consent(code, use_of("store"), by=LAYLA)
    return code


def test_what_is_erased_is_gone_and_the_log_stays_valid(
    home: Home, case: str, codes: dict[str, str], person: str
) -> None:
    picture = codes["صورة السوق.jpg"]
    copy = redact(home, picture, [Box(0, 0, 0, 0.5, 0.5)], by=OMAR, reason="x", reviewer=LAYLA)
    assert isinstance(copy, RedactedItem)
    held = checkpoint(home).to_bytes()
    digests = {sheet(code).brief.content.digest for code in what_goes(person).items}  # type: ignore[union-attr]
    withdraw(person, None, by=LAYLA)
    goes = erase_person(home, person, by=OMAR, because="asked")
    assert set(goes.items) == {picture, codes["copy.jpg"], copy.item}
    assert verify(home, level=3, held=[held]).holds
    for code in goes.items:
        erased = sheet(code)
        assert erased.is_erased
        assert (erased.custody, erased.sight, erased.made) == ((), None, None)
    for digest in digests:
        assert not list(home.vault.glob(f"objects/sha256/*/{digest}"))
    assert sheet(codes["words.txt"]).brief.content is not None


@pytest.mark.sqlite
def test_no_name_of_theirs_is_left_in_the_file_of_the_database(
    home: Home, case: str, codes: dict[str, str], person: str
) -> None:
    see_persons(codes["words.txt"], [person], by=LAYLA)
    withdraw(person, None, by=LAYLA)
    erase_person(home, person, by=OMAR)
    for name in ERASABLE:
        model = getattr(models, name)
        assert not any(NAME in repr(row) for row in model.objects.values_list())
    assert not any(NAME.encode() in bytes(e.sealed) for e in models.LedgerEntry.objects.all())


def test_salts_of_what_was_erased_are_gone_and_those_of_others_stay(
    home: Home, case: str, codes: dict[str, str], person: str
) -> None:
    withdraw(person, None, by=LAYLA)
    erase_person(home, person, by=OMAR)
    run("UPDATE store_evidencecontent SET note = 'another'")
    named = {one.code: one.what.value for one in verify(home, level=1).differences}
    assert named == {codes["words.txt"]: "changed"}


def test_who_did_not_withdraw_is_not_erased(home: Home, codes: dict[str, str], person: str) -> None:
    with pytest.raises(InputError, match="did not withdraw"):
        erase_person(home, person, by=OMAR)
    withdraw(person, use_of("store"), by=LAYLA)
    consent(person, use_of("store"), by=LAYLA)
    with pytest.raises(InputError, match="did not withdraw"):
        erase_person(home, person, by=OMAR)


def test_a_zip_that_holds_the_same_bytes_is_named(
    home: Home, case: str, market: Path, tmp_path: Path
) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "chat.zip", "w") as archive:
        archive.write(market / "words.txt", "words.txt")
    batches = add(home, [tmp_path / "chat.zip"], Given(case, "Nour", LAYLA))
    whole, inside = [r for b in batches if isinstance(b, Batch) for r in b.receipts]
    person = name_person(case, by=LAYLA)
    see_persons(inside.item, [person], by=LAYLA)
    withdraw(person, None, by=LAYLA)
    goes = erase_person(home, person, by=OMAR)
    assert (goes.items, goes.also_in) == ((inside.item,), (whole.item,))
    assert verify(home, level=3).holds


@pytest.mark.parametrize("name", ["EvidenceContent", "CustodyStep", "ConsentPerson"])
def test_the_database_lets_nothing_go_that_no_erasure_names(
    home: Home, codes: dict[str, str], person: str, name: str
) -> None:
    never = pytest.raises(DatabaseError, match="never edited or removed")
    with never, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM store_{name.lower()}")


def test_a_row_removed_with_an_erasure_that_nobody_sealed_is_named(
    home: Home, codes: dict[str, str], person: str
) -> None:
    run("DELETE FROM store_consentperson")
    assert [one.what.value for one in verify(home, level=1).differences] == ["deleted"]
