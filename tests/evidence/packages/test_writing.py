"""A package is written whole or not at all, and only of what the ledger can show."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.evidence.packages.archive import MONDAY, Archive, content_of, some_items
from tests.evidence.packages.conftest import Verify, codes, words
from tests.evidence.packages.test_verify_py import rewritten_manifests
from tests.evidence.timestamps.authorities import (
    ROOT,
    SIGNER,
    certified,
    needs_openssl,
    reply_to,
)
from tests.ledger.keys import LOG, OTHER, key

from tawthiq.errors import InputError, IntegrityError
from tawthiq.evidence.custody import StepKind, after
from tawthiq.evidence.packages.contents import (
    Content,
    Contents,
    CustodyEntry,
    Item,
    Opening,
    SealedEntry,
)
from tawthiq.evidence.packages.sealed_texts import Derivation, object_text
from tawthiq.evidence.packages.writing import StampedCheckpoint, begin, finish
from tawthiq.evidence.timestamps.request import Request
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.commitment import Commitment
from tawthiq.ledger.entry import NO_PAYLOAD, Entry
from tawthiq.ledger.key_change import KIND as KEY_CHANGED
from tawthiq.ledger.key_change import KeyChange
from tawthiq.ledger.note import Note
from tawthiq.ledger.tlog_proof import prove
from tawthiq.ledger.witness_request import ask
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def items(archive: Archive) -> list[Item]:
    return some_items(archive)


def test_until_it_is_sealed_it_does_not_bear_its_name(
    archive: Archive, items: list[Item], tmp_path: Path
) -> None:
    place = tmp_path / "package"
    draft = begin(place, archive.contents(items), archive.log)
    assert not place.exists() and draft.part.exists()
    index = archive.seal_package(draft)
    package = finish(draft, archive.log, index, archive.checkpoint())
    assert package.place == place and not draft.part.exists()
    files = [path for path in place.rglob("*") if path.is_file()]
    assert package.files == len(files)
    assert package.size == sum(path.stat().st_size for path in files)


def test_nothing_is_written_over(archive: Archive, items: list[Item], tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    with pytest.raises(InputError, match="there already"):
        begin(tmp_path / "package", archive.contents(items), archive.log)
    begin(tmp_path / "other", archive.contents(items), archive.log)
    with pytest.raises(InputError, match="there already"):
        begin(tmp_path / "other", archive.contents(items), archive.log)


@pytest.mark.parametrize("data", [b"fiLm" * 1000, b"film" * 999, b"film" * 1000 + b"\0", b""])
def test_bytes_that_are_not_what_came_in_are_not_packed(
    archive: Archive, items: list[Item], tmp_path: Path, data: bytes
) -> None:
    film = next(item for item in items if item.number == 1)
    assert isinstance(film.content, Content)
    rotten = replace(film.content, open=lambda: io.BytesIO(data))
    contents = archive.contents([replace(film, content=rotten)])
    with pytest.raises(IntegrityError, match="bytes of IDLIB-0001 are not what they were"):
        begin(tmp_path / "package", contents, archive.log)
    assert list(tmp_path.iterdir()) == []


def test_a_chain_with_a_gap_is_not_packed(
    archive: Archive, items: list[Item], tmp_path: Path
) -> None:
    gap = replace(items[0], custody=(items[0].custody[0], items[0].custody[2]))
    with pytest.raises(IntegrityError, match="custody of E-0002 is not whole"):
        begin(tmp_path / "package", archive.contents([gap]), archive.log)
    nothing = replace(items[0], custody=())
    with pytest.raises(IntegrityError, match="no step at all"):
        begin(tmp_path / "package", archive.contents([nothing]), archive.log)
    assert list(tmp_path.iterdir()) == []


def test_an_opening_that_the_ledger_did_not_promise_is_not_packed(
    archive: Archive, items: list[Item], tmp_path: Path
) -> None:
    contents = archive.contents(items)
    at = items[0].entry
    for false in (
        Opening("object", bytes(32), object_text("E-0002", Digest.of(b"x"), 1)),
        Opening("name", bytes(32), b"somebody"),
    ):
        entries = [e if e.index != at else SealedEntry(at, (false,)) for e in contents.entries]
        with pytest.raises(IntegrityError, match="did not promise"):
            begin(tmp_path / "p", replace(contents, entries=tuple(entries)), archive.log)


def test_what_is_not_opened_stays_closed(
    archive: Archive, items: list[Item], tmp_path: Path
) -> None:
    """The digest of the paper that stays behind is nowhere in the package."""
    archive.pack(tmp_path / "package", items)
    digest = str(Digest.of(b"%PDF names"))
    for path in (tmp_path / "package").rglob("*"):
        assert path.is_dir() or digest.encode() not in path.read_bytes()
        assert path.is_dir() or b"%PDF names" not in path.read_bytes()


def test_a_seal_of_something_else_does_not_finish_it(
    archive: Archive, items: list[Item], tmp_path: Path
) -> None:
    draft = begin(tmp_path / "package", archive.contents(items), archive.log)
    index = archive.seal_package(draft)
    note = archive.checkpoint()
    with pytest.raises(ValueError, match="does not seal"):
        finish(draft, archive.log, items[0].entry, note)
    early = Checkpoint(LOG.name, replace(archive.log.head, size=index, root=bytes(32)))
    with pytest.raises(ValueError, match="does not seal"):
        finish(draft, archive.log, index, early.signed(LOG))
    with pytest.raises(IntegrityError):
        finish(draft, archive.log, index, Checkpoint(OTHER.name, archive.log.head).signed(OTHER))
    forked = Checkpoint(LOG.name, replace(archive.log.head, root=bytes(32))).signed(LOG)
    with pytest.raises(IntegrityError):
        finish(draft, archive.log, index, forked)
    assert not (tmp_path / "package").exists()
    finish(draft, archive.log, index, note)


def test_an_item_rests_on_entries_that_are_shown(archive: Archive, items: list[Item]) -> None:
    contents = archive.contents(items)
    for missing in contents.entries:
        fewer = tuple(one for one in contents.entries if one is not missing)
        with pytest.raises(ValueError, match="not shown"):
            replace(contents, entries=fewer)


def test_two_items_of_one_number_are_refused(archive: Archive, items: list[Item]) -> None:
    with pytest.raises(ValueError, match="number of its own"):
        archive.contents([items[0], replace(items[1], number=items[0].number)])
    with pytest.raises(ValueError, match="has items"):
        archive.contents([])
    with pytest.raises(ValueError, match="one number"):
        archive.contents([replace(items[2], derivatives=items[2].derivatives * 2)])


@pytest.mark.parametrize("prefix", ["", "A", "idlib", "IDLIB-1", "../X", "X" * 13])
def test_a_prefix_is_plain(archive: Archive, items: list[Item], prefix: str) -> None:
    with pytest.raises(ValueError, match="prefix"):
        replace(archive.contents(items), prefix=prefix)


def test_a_step_of_another_item_is_refused(items: list[Item]) -> None:
    with pytest.raises(ValueError, match="of another item"):
        replace(items[0], custody=items[1].custody)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_have_four_digits(items: list[Item], number: int) -> None:
    with pytest.raises(ValueError, match="1 to 9999"):
        replace(items[0], number=number)
    with pytest.raises(ValueError, match="1 to 9999"):
        replace(items[0], pages=number)


def test_a_moment_of_another_zone_is_refused(archive: Archive, items: list[Item]) -> None:
    with pytest.raises(ValueError, match="UTC"):
        replace(archive.contents(items), made=MONDAY.replace(tzinfo=None))
    assert datetime(2026, 11, 23, 10, tzinfo=UTC) == MONDAY


def test_a_derivation_is_written_in_lines() -> None:
    with pytest.raises(ValueError, match="single lines"):
        Derivation(1, "tool", "a\nb", "", "Omar")
    with pytest.raises(ValueError, match="names an entry"):
        Derivation(1, "", "", "", "Omar")
    with pytest.raises(ValueError, match="no file"):
        object_text("E-1", Digest.of(b""), -1)
    with pytest.raises(ValueError, match="no file"):
        object_text("E\n1", Digest.of(b""), 0)


# --- what the verifier finds that the maker got wrong ---------------------------------------


def pack(archive: Archive, items: list[Item], place: Path, contents: Contents) -> Path:
    draft = begin(place, contents, archive.log)
    finish(draft, archive.log, archive.seal_package(draft), archive.checkpoint())
    return place


def test_evidence_whose_entry_is_not_opened_is_only_said(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    contents = archive.contents(items)
    closed = [e if e.index != items[0].entry else SealedEntry(e.index) for e in contents.entries]
    place = pack(archive, items, tmp_path / "p", replace(contents, entries=tuple(closed)))
    ended, said = verify(place)
    assert ended == 1 and codes(said) == {"unsealed"}
    assert "IDLIB-0002.jpg" in words(said, "unsealed")


def test_evidence_sealed_as_another_item_is_named(
    archive: Archive, tmp_path: Path, verify: Verify
) -> None:
    """Otherwise one item could be given the custody of another."""
    one = archive.take_in(1, b"first", "a.jpg")
    two = archive.take_in(2, b"second", "b.jpg")
    swapped = [
        replace(one, content=content_of(b"second")),
        replace(two, content=content_of(b"first")),
    ]
    place = pack(archive, swapped, tmp_path / "p", archive.contents(swapped))
    ended, said = verify(place)
    assert ended == 1 and codes(said) == {"unsealed"}


def test_a_sealed_step_that_the_table_leaves_out_is_named(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    last = items[0].custody[-1].step
    unwelcome = after(last, StepKind.HANDED_OVER, archive.now(), by="Omar", to="a stranger")
    archive.seal_step(unwelcome)  # sealed and shown, and not in the table
    place = pack(archive, items, tmp_path / "p", archive.contents(items))
    ended, said = verify(place)
    assert ended == 1 and codes(said) == {"custody-left-out"}


def test_what_was_made_from_something_later_is_named(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    paper = items[2]
    later = archive.log.size + 1
    odd = archive.redact(later, b"odd", "odd.png", number=2)
    archive.take_in(9, b"later", "later.jpg")
    edited = [*items[:2], replace(paper, derivatives=(*paper.derivatives, odd))]
    place = pack(archive, edited, tmp_path / "p", archive.contents(edited))
    ended, said = verify(place)
    assert ended == 1 and "parent" in codes(said)


def test_an_entry_is_shown_at_its_own_place(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    """The same bytes sealed twice: the proof of one place does not do for the other."""
    twice = archive.log.size
    archive.log.append([archive.log.entry(items[0].entry)])
    place = pack(archive, items, tmp_path / "p", archive.contents(items))
    note = Note.parse((place / "checkpoint").read_bytes())
    proof = place / f"proofs/{items[0].entry}.tlog-proof"
    proof.write_bytes(prove(archive.log, twice, note).to_bytes())
    rewritten_manifests(place, tags_only=True)
    ended, said = verify(place)
    assert ended == 1 and "other-place" in codes(said)


def test_only_an_entry_that_says_so_seals_a_package(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    draft = begin(tmp_path / "p", archive.contents(items), archive.log)
    actor = Commitment.to(b"Omar", bytes(32))
    other = Entry("package.planned", archive.now(), actor, draft.payload)
    archive.log.append([other.to_bytes()])
    index, note = archive.seal_package(draft), archive.checkpoint()
    finish(draft, archive.log, index, note)
    (tmp_path / "p/proofs/package.entry").write_bytes(other.to_bytes())
    proof = prove(archive.log, index - 1, note).to_bytes()
    (tmp_path / "p/proofs/package.tlog-proof").write_bytes(proof)
    rewritten_manifests(tmp_path / "p", tags_only=True)
    ended, said = verify(tmp_path / "p")
    assert ended == 1 and codes(said) == {"other-seal"}


def test_a_step_that_says_something_else_than_was_sealed_is_named(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    first, checked, *_ = items[0].custody
    other = replace(checked.step, note="never")
    edited = replace(items[0], custody=(first, CustodyEntry(other, checked.entry)))
    place = pack(archive, [edited], tmp_path / "p", archive.contents([edited]))
    ended, said = verify(place)
    assert ended == 1 and "custody" in codes(said)
    assert "E-0002 · 2" in words(said, "custody")


# --- time stamps ----------------------------------------------------------------------------


def stamped(note: Note) -> StampedCheckpoint:
    request = Request.of(Digest.of(note.text.encode())).to_bytes()
    return StampedCheckpoint(note, (reply_to(request), reply_to(request, SIGNER)))


def root_file(folder: Path, pem: bytes = ROOT.pem) -> str:
    (folder / "root.pem").write_bytes(pem)
    return str(folder / "root.pem")


@needs_openssl
def test_a_stamp_of_an_older_checkpoint_covers_what_was_sealed_before(
    archive: Archive, tmp_path: Path, verify: Verify
) -> None:
    before = archive.take_in(1, b"before", "a.jpg")
    note = archive.checkpoint()
    later = archive.take_in(2, b"later", "b.jpg")
    place = tmp_path / "p"
    archive.pack(place, [before, later], [stamped(note)])
    ended, said = verify(place, "--tsa-root", root_file(tmp_path))
    assert ended == 0 and "stamp" in codes(said, "holds")
    by = {one["number"]: one["not_later"] for one in said["evidence"]}
    assert by["IDLIB-0001"] > "2026" and by["IDLIB-0002"] == ""


@needs_openssl
def test_a_stamp_of_the_packages_own_checkpoint_covers_everything(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    draft = begin(tmp_path / "p", archive.contents(items), archive.log)
    index, note = archive.seal_package(draft), archive.checkpoint()
    finish(draft, archive.log, index, note, [stamped(note)])
    ended, said = verify(tmp_path / "p", "--tsa-root", root_file(tmp_path))
    assert ended == 0 and all(one["not_later"] for one in said["evidence"])


@needs_openssl
def test_a_stamp_without_a_root_is_never_called_verified(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    note = archive.checkpoint()
    archive.pack(tmp_path / "p", items, [stamped(note)])
    ended, said = verify(tmp_path / "p")
    assert ended == 3 and "no-root" in codes(said, "could-not-tell")
    assert not any(one["not_later"] for one in said["evidence"])
    ended, said = verify(tmp_path / "p", "--without-timestamps")
    assert ended == 0 and not any(one["not_later"] for one in said["evidence"])


@needs_openssl
def test_a_forged_stamp_in_a_package_is_named(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    note = archive.checkpoint()
    own = certified("Evil Root", is_authority=True)
    request = Request.of(Digest.of(note.text.encode())).to_bytes()
    forged = StampedCheckpoint(note, (reply_to(request, certified("Evil", own), [own]),))
    archive.pack(tmp_path / "p", items, [forged])
    ended, said = verify(tmp_path / "p", "--tsa-root", root_file(tmp_path))
    assert ended == 1 and codes(said) == {"no-chain"}


@needs_openssl
def test_a_stamp_of_something_else_is_named_even_without_a_root(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    request = Request.of(Digest.of(b"something else")).to_bytes()
    other = StampedCheckpoint(archive.checkpoint(), (reply_to(request),))
    archive.pack(tmp_path / "p", items, [other])
    ended, said = verify(tmp_path / "p")
    assert ended == 1 and "imprint" in codes(said)


def test_a_proof_of_growth_in_the_package_reaches_the_checkpoint_that_somebody_holds(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    note = archive.checkpoint()
    archive.pack(tmp_path / "p", items, [StampedCheckpoint(note, ())])
    (tmp_path / "held").write_bytes(note.to_bytes())
    ended, said = verify(tmp_path / "p", "--held", str(tmp_path / "held"))
    assert ended == 0 and "held" in codes(said, "holds")


def test_among_several_proofs_the_one_that_fits_is_taken(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    notes = []
    for count in (1, 3, 2):
        archive.other_things(count)
        notes.append(archive.checkpoint())
    archive.pack(tmp_path / "p", items, [StampedCheckpoint(note, ()) for note in notes])
    for at, note in enumerate(notes):
        (tmp_path / f"{at}").write_bytes(note.to_bytes())
        assert verify(tmp_path / "p", "--held", str(tmp_path / f"{at}"))[0] == 0


def test_a_proof_of_growth_under_another_size_is_named(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    archive.pack(tmp_path / "p", items, [StampedCheckpoint(archive.checkpoint(), ())])
    for path in sorted((tmp_path / "p/timestamps").iterdir()):
        path.rename(path.with_name("3" + path.suffix))
    rewritten_manifests(tmp_path / "p", tags_only=True)
    ended, said = verify(tmp_path / "p")
    assert ended == 1 and codes(said) == {"other-checkpoint"}


def test_a_newer_checkpoint_is_reached_with_the_proof_that_came_with_it(
    archive: Archive, items: list[Item], tmp_path: Path, verify: Verify
) -> None:
    archive.pack(tmp_path / "p", items)
    size = archive.log.size
    archive.other_things(7)
    newer = archive.checkpoint()
    (tmp_path / "held").write_bytes(newer.to_bytes())
    (tmp_path / "growth").write_bytes(ask(archive.log, size, newer).to_bytes())
    held = ["--held", str(tmp_path / "held")]
    assert verify(tmp_path / "p", *held)[0] == 3
    ended, said = verify(tmp_path / "p", *held, "--growth", str(tmp_path / "growth"))
    assert ended == 0 and "held" in codes(said, "holds")


def test_a_ledger_that_changed_its_key_is_followed_from_the_old_key(
    tmp_path: Path, verify: Verify
) -> None:
    new = key(LOG.name, seed="new")
    archive = Archive()
    items = some_items(archive)
    change = KeyChange(LOG.name, LOG.public, new.public).signed(LOG, new).to_bytes()
    actor = Commitment.to(b"Omar", bytes(32))
    entry = Entry(KEY_CHANGED, archive.now(), actor, Digest.of(change), (), change)
    archive.entries.append(SealedEntry(archive.log.size))
    archive.log.append([entry.to_bytes()])
    archive.key = new
    archive.pack(tmp_path / "p", items)
    assert verify(tmp_path / "p", keys=[str(new.public)])[0] == 0
    assert verify(tmp_path / "p", keys=[str(LOG.public)])[0] == 0
    assert verify(tmp_path / "p", keys=[str(OTHER.public)])[0] == 1
    assert entry.payload != NO_PAYLOAD


def test_after_the_change_the_old_key_signs_nothing_more(tmp_path: Path, verify: Verify) -> None:
    new = key(LOG.name, seed="new")
    archive = Archive()
    items = some_items(archive)
    change = KeyChange(LOG.name, LOG.public, new.public).signed(LOG, new).to_bytes()
    actor = Commitment.to(b"Omar", bytes(32))
    entry = Entry(KEY_CHANGED, archive.now(), actor, Digest.of(change), (), change)
    archive.entries.append(SealedEntry(archive.log.size))
    archive.log.append([entry.to_bytes()])
    archive.pack(tmp_path / "p", items)  # still with the old key
    ended, said = verify(tmp_path / "p", keys=[str(LOG.public)])
    assert ended == 1 and codes(said) == {"not-signed"}


def test_a_change_of_keys_that_the_old_key_did_not_sign_is_a_theft(
    tmp_path: Path, verify: Verify
) -> None:
    thief = key(LOG.name, seed="thief")
    archive = Archive(key=thief)
    items = some_items(archive)
    whole = KeyChange(LOG.name, LOG.public, thief.public).signed(LOG, thief)
    for one, signatures in enumerate((whole.signatures[1:], whole.signatures[:1])):
        change = Note(whole.text, signatures).to_bytes()
        actor = Commitment.to(b"Omar", bytes(32))
        entry = Entry(KEY_CHANGED, archive.now(), actor, Digest.of(change), (), change)
        archive.entries.append(SealedEntry(archive.log.size))
        archive.log.append([entry.to_bytes()])
        place = tmp_path / f"{one}"
        archive.pack(place, items)
        archive.entries.pop()
        ended, said = verify(place, keys=[str(LOG.public)])
        assert ended == 1 and "key-change" in codes(said)


def test_what_was_left_out_stands_in_the_words_of_the_package(
    archive: Archive, items: list[Item], tmp_path: Path
) -> None:
    archive.pack(tmp_path / "p", items)
    readme = (tmp_path / "p/README.txt").read_text("utf-8")
    assert "no consent: 2" in readme and "لا موافقة: 2" in readme
    assert readme.count(f"python3 verify.py --key '{LOG.public}'") == 2
    whole = replace(archive.contents(items), left_out=(), title=Both("T", "ت"))
    begin(tmp_path / "q", whole, archive.log)
    assert "- nothing" in (tmp_path / "q.part/README.txt").read_text("utf-8")
