from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tawthiq.actions.evidence.add import Batch, Given, Receipt, add
from tawthiq.actions.evidence.look import look, unseen
from tawthiq.actions.verify import verify
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.evidence.packages.sealed_texts import OBJECT, object_text
from tawthiq.evidence.vault.group import GroupLimits
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.entry import Entry
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence import items
from tawthiq.store.queries.evidence_item import sheet
from tawthiq.values.digest import Digest

from ...house import LAYLA
from ..tampering import run

GIVEN = Given("square-2031", "Nour", LAYLA, "by hand")


def take_in(home: Home, *paths: Path, given: Given = GIVEN) -> list[Receipt]:
    batches = [one for one in add(home, paths, given) if isinstance(one, Batch)]
    return [receipt for batch in batches for receipt in batch.receipts]


def test_each_file_gets_a_receipt_and_its_entry_promises_its_bytes(
    home: Home, case: str, market: Path
) -> None:
    for receipt in take_in(home, market):
        data = (market.parent / receipt.name.text).read_bytes()
        assert receipt.digest == Digest.of(data)
        row = models.EvidenceItem.objects.get(code=receipt.item)
        entry = Entry.parse(bytes(models.LedgerEntry.objects.get(place=receipt.entry).sealed))
        text = object_text(receipt.item, receipt.digest, len(data))
        assert dict(entry.sealed)[OBJECT].is_to(text, bytes.fromhex(row.content.salt))
        [step] = sheet(receipt.item).custody
        assert (step.holder, step.to, step.note) == ("Nour", LAYLA, "by hand")
    assert verify(home, level=3).holds


def test_a_checkpoint_comes_with_the_receipt_and_holds_its_entry(
    home: Home, case: str, market: Path
) -> None:
    [batch] = add(home, [market], GIVEN)
    assert isinstance(batch, Batch)
    assert batch.checkpoint is not None
    size = Checkpoint.parse(batch.checkpoint.text).head.size
    assert all(receipt.entry < size for receipt in batch.receipts)


def test_the_same_command_again_adds_nothing_and_says_so(
    home: Home, case: str, market: Path
) -> None:
    first = take_in(home, market)
    entries = models.LedgerEntry.objects.count()
    again = take_in(home, market)
    assert [(one.item, one.is_again) for one in again] == [(one.item, True) for one in first]
    assert models.LedgerEntry.objects.count() == entries


def test_the_same_bytes_from_somebody_else_are_another_item_that_names_the_first(
    home: Home, case: str, market: Path
) -> None:
    words = market / "words.txt"
    [first] = take_in(home, words)
    [other] = take_in(home, words, given=Given(case, "Sami", LAYLA))
    assert other.item != first.item
    assert other.held_before == (first.item,)
    assert sheet(first.item).same == (other.item,)


def test_what_is_in_a_zip_names_the_zip(
    home: Home, case: str, market: Path, tmp_path: Path
) -> None:
    chat = tmp_path / "chat.zip"
    with zipfile.ZipFile(chat, "w") as archive:
        archive.write(market / "words.txt", "chat/words.txt")
    whole, inside = take_in(home, chat)
    assert [one.code for one in sheet(whole.item).unpacked] == [inside.item]
    assert items(case)[0].content.inside == whole.item  # type: ignore[union-attr]


def zipped(at: Path, **files: str) -> Path:
    with zipfile.ZipFile(at, "w") as archive:
        for name, words in files.items():
            archive.writestr(zipfile.ZipInfo(name), words)
    return at


def test_a_file_that_lay_in_two_zips_is_listed_under_each_of_them(
    home: Home, case: str, tmp_path: Path
) -> None:
    one = zipped(tmp_path / "one.zip", words="heard at noon")
    two = zipped(tmp_path / "two.zip", words="heard at noon", more="and at one")
    first = take_in(home, one)
    second = take_in(home, two)
    assert [receipt.is_again for receipt in second] == [False, False, False]
    assert second[1].held_before == (first[1].item,)
    for whole, *members in (first, second):
        listed = [each.code for each in sheet(whole.item).unpacked]
        assert listed == [member.item for member in members]
    both = take_in(home, one, two)
    assert {receipt.item for receipt in both} == {r.item for r in (*first, *second)}
    assert all(receipt.is_again for receipt in both)
    assert verify(home, level=3).holds


def test_what_was_in_a_zip_and_came_after_it_names_it_all_the_same(
    home: Home, case: str, tmp_path: Path
) -> None:
    """As after a program that was killed when the zip was sealed and its files were not."""
    whole = zipped(tmp_path / "one.zip", words="heard at noon")
    [alone] = [
        receipt
        for batch in add(home, [whole], GIVEN, opens_zips=False)
        if isinstance(batch, Batch)
        for receipt in batch.receipts
    ]
    again, inside = take_in(home, whole)
    assert (again.item, again.is_again, inside.is_again) == (alone.item, True, False)
    assert [one.code for one in sheet(alone.item).unpacked] == [inside.item]


def test_groups_are_sealed_one_after_the_other(home: Home, case: str, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(7):
        (folder / f"{number}.txt").write_text(str(number))
    limits = GroupLimits(files=3, seconds=60)
    batches = list(add(home, [folder], GIVEN, limits=limits))
    assert [len(one.receipts) for one in batches if isinstance(one, Batch)] == [3, 3, 1]
    codes = [one.code for one in items(case)]
    assert codes == [f"E-{number:06}" for number in range(7, 0, -1)]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (Given("nowhere", "Nour", LAYLA), UnknownNameError),
        (Given("square-2031", " ", LAYLA), InputError),
        (Given("square-2031", "Nour\nSami", LAYLA), InputError),
        (Given("square-2031", "Nour", LAYLA, "x" * 2001), InputError),
    ],
)
def test_what_could_not_be_sealed_is_refused_before_anything_is_copied(
    home: Home, case: str, market: Path, given: Given, error: type[Exception]
) -> None:
    with pytest.raises(error):
        list(add(home, [market], given))
    assert not home.vault.exists()


def test_a_copy_of_a_picture_is_found_by_its_look(home: Home, case: str, market: Path) -> None:
    codes = {one.name.leaf: one.item for one in take_in(home, market)}
    assert unseen(case) == sorted(codes.values())
    seen = {one.item: one for one in look(home, codes.values(), by=LAYLA)}
    assert unseen(case) == []
    small, large = codes["copy.jpg"], codes["صورة السوق.jpg"]
    assert [one.code for one in sheet(large).alike] == [small]
    assert [one.code for one in (*seen[small].alike, *seen[large].alike)] in ([small], [large])
    sight = sheet(large).sight
    assert sight is not None
    assert (sight.width, sight.height) == (640, 480)


def test_a_file_that_kills_its_reader_is_kept_all_the_same(
    home: Home, case: str, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    [receipt] = take_in(home, broken)
    [seen] = look(home, [receipt.item], by=LAYLA)
    assert seen.not_read
    assert sheet(receipt.item).brief.content is not None
    assert verify(home, level=3).holds


def test_bytes_changed_behind_our_back_are_named_by_their_item(
    home: Home, case: str, market: Path
) -> None:
    receipt = take_in(home, market)[0]
    digits = str(receipt.digest)
    place = home.vault / "objects/sha256" / digits[:2] / digits
    place.chmod(0o640)
    data = bytearray(place.read_bytes())
    data[0] ^= 1
    place.write_bytes(data)
    assert verify(home, level=2).holds
    [only] = verify(home, level=3).differences
    assert (only.table, only.code) == ("vault", receipt.item)
    place.unlink()
    [only] = verify(home, level=1).differences
    assert (only.code, only.what.value) == (receipt.item, "deleted")


def test_a_digest_changed_in_the_table_is_named(home: Home, case: str, market: Path) -> None:
    receipt = take_in(home, market)[0]
    run(f"UPDATE store_evidencecontent SET size = size + 1 WHERE sha256 = '{receipt.digest}'")
    assert receipt.item in {one.code for one in verify(home, level=1).differences}
