from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.evidence.arrivals import zips
from tests.evidence.arrivals.test_given_name import TRAVERSAL
from tests.evidence.vault.house import keep, put

from tawthiq.evidence.arrivals.arriving import Arrival, NotOpened, bring_in
from tawthiq.evidence.arrivals.unzipping import ZipLimits
from tawthiq.evidence.sandbox.not_read import Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.group import GroupLimits, NotKept
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Held, Kept
from tawthiq.evidence.vault.store import read_checked
from tawthiq.values.digest import Digest


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    with LocalStore(tmp_path / "vault") as store:
        yield store


class House:
    """Brings things in and sorts what came of it."""

    def __init__(self, store: LocalStore, sandbox: Sandbox, folder: Path) -> None:
        self.store, self.sandbox, self.folder = store, sandbox, folder
        self.not_opened: list[NotOpened] = []

    def bring(self, *paths: Path, zip_limits: ZipLimits | None = None) -> list[Arrival]:
        found = list[Arrival]()
        slow = GroupLimits(seconds=60)
        for one in bring_in(self.store, self.sandbox, paths, limits=slow, zip_limits=zip_limits):
            if isinstance(one, NotOpened):
                self.not_opened.append(one)
            else:
                found += one
        return found

    def bring_zip(self, data: bytes, **limits: int) -> list[Arrival]:
        """What came out of a zip, besides itself."""
        path = put(self.folder, "export.zip", data)
        zipped, *members = self.bring(path, zip_limits=ZipLimits(**limits))
        assert content(self.store, zipped) == data
        assert all(member.inside == kept(zipped).ref for member in members)
        return members


@pytest.fixture
def house(store: LocalStore, sandbox: Sandbox, tmp_path: Path) -> House:
    return House(store, sandbox, tmp_path / "given")


def kept(arrival: Arrival) -> Kept:
    assert isinstance(arrival.outcome, Kept), arrival
    return arrival.outcome


def content(store: LocalStore, arrival: Arrival) -> bytes:
    return b"".join(read_checked(store, kept(arrival).ref))


# --- files and folders ------------------------------------------------------------------------


def test_a_folder_comes_with_the_names_that_it_had(house: House) -> None:
    put(house.folder / "صور", "1.jpg", b"one")
    put(house.folder, "chat.txt", b"two")
    found = house.bring(house.folder)
    assert [one.name.shown for one in found] == ["given/chat.txt", "given/صور/1.jpg"]
    assert [content(house.store, one) for one in found] == [b"two", b"one"]


def test_what_was_there_already_is_told_at_once(house: House) -> None:
    keep(house.store, b"a film")
    put(house.folder, "1", b"a film")
    put(house.folder, "2", b"another")
    put(house.folder, "3", b"a film")
    put(house.folder, "4", b"another")
    found = house.bring(house.folder)
    assert [kept(one).held for one in found] == [Held.ALREADY, Held.NEW, Held.ALREADY, Held.ALREADY]
    assert [one.same_as and one.same_as.leaf for one in found] == [None, None, "1", "2"]


def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(house: House) -> None:
    put(house.folder, "1", b"one")
    (house.folder / "link").symlink_to("/etc/passwd")
    found = house.bring(house.folder, house.folder / "gone")
    assert [type(one.outcome) for one in found] == [Kept, NotKept, NotKept]
    assert [one.name.leaf for one in found] == ["1", "gone", "link"]


# --- zips -------------------------------------------------------------------------------------


def test_a_zip_is_kept_and_so_is_each_file_in_it(house: House) -> None:
    data = zips.zip_of(("_chat.txt", b"hello"), ("Media/", b""), ("Media/صورة.jpg", b"photo" * 999))
    members = house.bring_zip(data)
    assert [one.name.shown for one in members] == ["_chat.txt", "Media/صورة.jpg"]
    assert [content(house.store, one) for one in members] == [b"hello", b"photo" * 999]
    assert members[0].when == "2019-05-14T10:00:00"
    assert house.not_opened == []


def test_an_empty_member_is_a_file_too(house: House) -> None:
    [member] = house.bring_zip(zips.zip_of(("empty", b"")))
    assert content(house.store, member) == b""


def test_names_in_a_zip_are_only_names(house: House, tmp_path: Path) -> None:
    before = {path for path in tmp_path.parent.rglob("*") if "vault" not in path.parts}
    raw = [(name.encode(), b"content %d" % number) for number, name in enumerate(TRAVERSAL)]
    members = house.bring_zip(zips.raw_zip(raw, flags=0x800))
    assert [one.name.raw for one in members] == [name for name, _ in raw]
    assert [content(house.store, one) for one in members] == [data for _, data in raw]
    assert all(one.name.dangers for one in members)
    after = {path for path in tmp_path.parent.rglob("*") if "vault" not in path.parts}
    assert after - before == {house.folder, house.folder / "export.zip"}


def test_old_encodings_of_names_are_kept_byte_by_byte(house: House) -> None:
    names = ["صورة المشفى.jpg".encode("cp1256"), b"\xff\xfe\x80", "Müller".encode("cp437")]
    members = house.bring_zip(zips.raw_zip([(name, name) for name in names]))
    assert [one.name.raw for one in members] == names
    assert members[0].name.shown == "صورة المشفى.jpg"


def test_two_members_of_one_name_are_two_files(house: House) -> None:
    members = house.bring_zip(zips.raw_zip([(b"a", b"1"), (b"a", b"2"), (b"A", b"2")]))
    assert [content(house.store, one) for one in members] == [b"1", b"2", b"2"]
    assert [one.same_as is not None for one in members] == [False, False, True]


def test_a_zip_in_a_zip_is_kept_and_stays_shut(house: House) -> None:
    inner = zips.zip_of(("photo.jpg", b"photo"))
    [member] = house.bring_zip(zips.zip_of(("inner.zip", inner)))
    assert content(house.store, member) == inner
    assert house.store.find(Digest.of(b"photo")) is None


def test_an_office_file_stays_shut(house: House) -> None:
    data = zips.zip_of(("[Content_Types].xml", b"x"), ("word/document.xml", b"y"))
    assert len(house.bring(put(house.folder, "letter.docx", data))) == 1


def test_a_locked_member_is_told_and_the_others_come(house: House) -> None:
    [locked] = house.bring_zip(zips.locked("secret.jpg"))
    assert isinstance(locked.outcome, NotKept)
    assert "password" in locked.outcome.said.en
    assert "the zip that holds it is kept" in locked.outcome.said.en


def test_a_link_in_a_zip_is_told_and_not_followed(house: House) -> None:
    link, photo = house.bring_zip(zips.linking("x", "/etc/passwd"))
    assert isinstance(link.outcome, NotKept)
    assert "a link" in link.outcome.said.en
    assert content(house.store, photo) == b"a photo"


def test_a_member_whose_bytes_are_damaged_is_told(house: House) -> None:
    data = bytearray(zips.raw_zip([(b"a", b"one film"), (b"b", b"another")]))
    data[data.index(b"one film")] ^= 1
    damaged, whole = house.bring_zip(bytes(data))
    assert isinstance(damaged.outcome, NotKept)
    assert "broken" in damaged.outcome.said.en
    assert content(house.store, whole) == b"another"


@pytest.mark.parametrize("cut", [4, 40, 200])
def test_half_a_zip_is_kept_and_told(house: House, cut: int) -> None:
    data = zips.zip_of(("photo.jpg", Random(1).randbytes(500)))[:-cut]
    assert house.bring_zip(data) == []
    [told] = house.not_opened
    assert told.not_read.why is Why.BROKEN


# --- bombs ------------------------------------------------------------------------------------


def no_more_than(house: House, size: int) -> None:
    assert sum(ref.size for ref in house.store.refs()) < size
    assert not list(house.store.layout.incoming.glob("*/*"))


def test_a_bomb_does_not_go_off(house: House) -> None:
    bomb = zips.zip_of(("zeros", bytes(100 << 20)), ("photo.jpg", b"photo"), level=9)
    zeros, photo = house.bring_zip(bomb)
    assert isinstance(zeros.outcome, NotKept)
    assert "larger than is allowed" in zeros.outcome.said.en
    assert isinstance(photo.outcome, Kept)
    no_more_than(house, 1 << 20)


def test_members_that_lie_over_each_other_do_not_fill_the_disk(house: House) -> None:
    members = house.bring_zip(zips.overlapping(members=400, size=8 << 20))
    assert len(members) < 20
    assert house.not_opened[0].not_read.why is Why.TOO_LARGE
    no_more_than(house, 10 << 20)


def test_a_member_that_lies_about_its_size_is_not_believed(house: House) -> None:
    [member] = house.bring_zip(zips.lying(b"photo" * 100, says=7))
    assert isinstance(member.outcome, NotKept)


def test_a_zip_of_too_many_members_is_told(house: House) -> None:
    data = zips.raw_zip([(b"%d" % number, b"") for number in range(300)])
    assert house.bring_zip(data, members=200) == []
    assert house.not_opened[0].not_read.why is Why.TOO_LARGE


def test_what_a_zip_may_unfold_to_in_all_is_limited(house: House) -> None:
    data = zips.raw_zip([(b"%d" % number, bytes(1000)) for number in range(20)])
    assert len(house.bring_zip(data, size=5000)) <= 6
    assert house.not_opened[0].not_read.why is Why.TOO_LARGE


def test_mutated_zips_do_no_harm(house: House) -> None:
    draw = Random(8)
    whole = zips.zip_of(("a.txt", b"hello" * 50), ("b.jpg", draw.randbytes(300)))
    for number in range(60):
        changed = bytearray(whole)
        for _ in range(draw.choice([1, 2, 8])):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        path = put(house.folder, f"{number}.zip", bytes(changed))
        arrival, *members = house.bring(path)
        assert content(house.store, arrival) == bytes(changed)
        assert all(isinstance(one.outcome, Kept | NotKept) for one in members)


def test_zips_of_other_packings_are_opened_or_told(house: House, tmp_path: Path) -> None:
    for number, packing in enumerate((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED)):
        path = tmp_path / f"{number}.zip"
        with zipfile.ZipFile(path, "w", packing) as archive:
            archive.writestr("photo.jpg", b"photo %d" % number)
        _, member = house.bring(path)
        assert content(house.store, member) == b"photo %d" % number
