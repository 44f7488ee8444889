"""The parts that read the ledger, held against the ledger room, which shares no code with them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import (
    REFERENCE_LEAVES,
    REFERENCE_ROOTS,
    entry,
    rfc_path,
    rfc_proof,
    rfc_root,
)
from tests.ledger.keys import LOG, OTHER, WITNESS, key

from tawthiq.errors import TawthiqError
from tawthiq.evidence.bare import entries, merkle, notes, proofs
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold
from tawthiq.evidence.packages.sealed_texts import Derivation, object_text
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.commitment import Commitment
from tawthiq.ledger.entry import Entry, seal
from tawthiq.ledger.key import VerificationKey
from tawthiq.ledger.lines import base64_of
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note, sign
from tawthiq.ledger.tlog_proof import prove
from tawthiq.ledger.witness_request import ask
from tawthiq.values.digest import Digest

NINE = [entry(number) for number in range(9)]


def a_log(size: int) -> Log:
    log = Log(MemoryStorage())
    log.append([entry(number) for number in range(size)])
    return log


def test_the_reference_tree_of_certificate_transparency_is_proved() -> None:
    for size in range(1, 9):
        root = bytes.fromhex(REFERENCE_ROOTS[size])
        for index in range(size):
            path = rfc_path(index, REFERENCE_LEAVES[:size])
            leaf = merkle.leaf_hash(REFERENCE_LEAVES[index])
            assert merkle.is_included(leaf, index, size, path, root)


@given(st.integers(1, 70), st.data())
def test_inclusion_is_what_the_rfc_says(size: int, data: st.DataObject) -> None:
    leaves = [entry(number) for number in range(size)]
    index = data.draw(st.integers(0, size - 1))
    path, root = rfc_path(index, leaves), rfc_root(leaves)
    leaf = merkle.leaf_hash(leaves[index])
    assert merkle.is_included(leaf, index, size, path, root)
    assert not merkle.is_included(merkle.leaf_hash(b"x"), index, size, path, root)
    assert not merkle.is_included(leaf, index, size, [*path, root], root)
    assert not merkle.is_included(leaf, index, size, path[:-1], root) or not path
    other = data.draw(st.integers(-1, size))
    if other != index:
        assert not merkle.is_included(leaf, other, size, path, root)
    assert not merkle.is_included(leaf, index, size, path, bytes(32))


@given(st.integers(0, 70), st.data())
def test_growth_is_what_the_rfc_says(new: int, data: st.DataObject) -> None:
    leaves = [entry(number) for number in range(new)]
    old = data.draw(st.integers(0, new))
    path = rfc_proof(old, leaves) if 0 < old < new else []
    first, second = rfc_root(leaves[:old]), rfc_root(leaves)
    assert merkle.only_grew(old, first, new, second, path)
    assert not merkle.only_grew(old, bytes(32), new, second, path)
    if old:  # from nothing anything grows: only the signature stands for the new root
        assert not merkle.only_grew(old, first, new, bytes(32), path)
    assert not merkle.only_grew(old, first, new, second, [*path, bytes(32)])
    if path:
        assert not merkle.only_grew(old, first, new, second, path[:-1])
        changed = [bytes(32), *path[1:]]
        assert not merkle.only_grew(old, first, new, second, changed)
    if old < new:
        assert not merkle.only_grew(new, second, old, first, path)


def test_a_path_is_as_long_as_its_place_calls_for() -> None:
    """Otherwise the last of four would also be the last of two, by the same path."""
    leaves = [entry(number) for number in range(4)]
    path, root = rfc_path(3, leaves), rfc_root(leaves)
    leaf = merkle.leaf_hash(leaves[3])
    assert merkle.is_included(leaf, 3, 4, path, root)
    assert not merkle.is_included(leaf, 1, 2, path, root)


def test_there_is_no_entry_at_the_end_of_a_log() -> None:
    beside = bytes(32)
    leaf = merkle.leaf_hash(b"x")
    assert not merkle.is_included(leaf, 1, 1, [beside], merkle.node_hash(beside, leaf))


# --- notes and keys -------------------------------------------------------------------------


@pytest.mark.parametrize("which", [LOG.public, WITNESS.public], ids=["log", "witness"])
def test_a_key_is_read_as_the_ledger_writes_it(which: VerificationKey) -> None:
    read = notes.read_key(str(which))
    assert (read.name, read.kind, read.public) == (which.name, which.kind, which.public)
    assert read.line() == str(which)
    for wrong in (str(which)[:-2], str(which).replace("+", "-"), "", "age1xyz"):
        with pytest.raises(CannotTell, match="no key"):
            notes.read_key(wrong)


def checkpoint(size: int = 9) -> Note:
    return Checkpoint(LOG.name, a_log(size).head).signed(LOG)


def test_a_checkpoint_is_read_and_believed_as_the_ledger_signed_it() -> None:
    note = checkpoint().with_signature(sign(checkpoint().text, WITNESS, time=1_700_000_000))
    read = notes.read_note(note.to_bytes())
    assert read.text == note.text
    head = notes.read_checkpoint(read.text)
    assert (head.origin, head.size, head.root) == (LOG.name, 9, a_log(9).head.root)
    log, witness = notes.read_key(str(LOG.public)), notes.read_key(str(WITNESS.public))
    assert notes.signers(read, [log, witness]) == [(log, None), (witness, 1_700_000_000)]
    assert notes.signers(read, [notes.read_key(str(OTHER.public))]) == []


def test_an_empty_log_has_one_root() -> None:
    empty = Checkpoint(LOG.name, Log(MemoryStorage()).head).text
    assert notes.read_checkpoint(empty).size == 0
    with pytest.raises(DoesNotHold):
        notes.read_checkpoint(f"{LOG.name}\n0\n{base64_of(bytes(32))}\n")


def test_a_false_signature_by_a_known_key_lets_the_whole_note_fall() -> None:
    read = notes.read_note(checkpoint().to_bytes())
    changed = read._replace(text=read.text.replace("\n9\n", "\n8\n"))
    with pytest.raises(DoesNotHold, match="false"):
        notes.signers(changed, [notes.read_key(str(LOG.public))])


@given(st.data())
def test_a_damaged_note_is_read_by_both_or_by_neither(data: st.DataObject) -> None:
    note = bytearray(checkpoint().to_bytes())
    at, byte = data.draw(st.integers(0, len(note) - 1)), data.draw(st.integers(0, 255))
    note[at] = byte
    try:
        theirs: str | None = Checkpoint.parse(Note.parse(bytes(note)).text).text
    except TawthiqError:
        theirs = None
    try:
        read = notes.read_note(bytes(note))
        notes.read_checkpoint(read.text)
        ours: str | None = read.text
    except DoesNotHold:
        ours = None
    assert ours == theirs


# --- proofs ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 2, 7, 9])
def test_the_ledgers_offline_proofs_are_read_and_hold(size: int) -> None:
    note = checkpoint(size)
    head = notes.read_checkpoint(note.text)
    for index in range(size):
        proof = proofs.read_proof(prove(a_log(size), index, note, extra=b"x").to_bytes())
        assert proof.note == note.to_bytes()
        proofs.check_included(entry(index), proof, head)
        with pytest.raises(DoesNotHold, match="not entry"):
            proofs.check_included(b"other", proof, head)


def test_the_ledgers_proofs_of_growth_are_read_and_hold() -> None:
    note, older = checkpoint(9), checkpoint(5)
    growth = proofs.read_growth(ask(a_log(9), 5, note).to_bytes())
    assert growth.at == 5
    old, new = notes.read_checkpoint(older.text), notes.read_checkpoint(note.text)
    proofs.check_growth(old, new, growth.path)
    with pytest.raises(DoesNotHold, match="does not begin"):
        proofs.check_growth(old._replace(origin="other.example/log"), new, growth.path)
    with pytest.raises(DoesNotHold, match="does not begin"):
        proofs.check_growth(old._replace(root=bytes(32)), new, growth.path)


@pytest.mark.parametrize(
    "data", [b"", b"c2sp.org/tlog-proof@v1\nindex 01\n\nx", b"old x\n\n", b"\xff"]
)
def test_anything_else_is_no_proof(data: bytes) -> None:
    for read in (proofs.read_proof, proofs.read_growth):
        with pytest.raises(DoesNotHold):
            read(data)


# --- entries --------------------------------------------------------------------------------

SALT = bytes(range(32))
TIME = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OBJECT = object_text("E-0042", Digest.of(b"film"), 4)


def an_entry(body: bytes = b"") -> Entry:
    promised = {"object": Commitment.to(OBJECT, SALT), "reason": Commitment.to(b"why", SALT)}
    actor = Commitment.to(b"Omar", SALT)
    payload = Digest.of(body)
    return Entry("evidence.received", TIME, actor, payload, seal(promised), body)


@pytest.mark.parametrize("body", [b"", b"content"])
def test_an_entry_is_read_as_the_ledger_writes_it(body: bytes) -> None:
    read = entries.read_entry(an_entry(body).to_bytes())
    assert (read.kind, read.time) == ("evidence.received", "2026-11-23T10:00:00Z")
    assert read.payload == str(Digest.of(body)) and read.body == body
    assert set(read.promised) == {"actor", "object", "reason"}


@given(st.data())
def test_a_damaged_entry_is_read_by_both_or_by_neither(data: st.DataObject) -> None:
    written = bytearray(an_entry(b"body").to_bytes())
    at, byte = data.draw(st.integers(0, len(written) - 1)), data.draw(st.integers(0, 255))
    written[at] = byte
    try:
        Entry.parse(bytes(written))
        theirs = True
    except TawthiqError:
        theirs = False
    try:
        entries.read_entry(bytes(written))
        ours = True
    except DoesNotHold:
        ours = False
    assert ours == theirs


def test_a_label_stands_once_in_an_entry() -> None:
    written = an_entry().to_bytes()
    [line] = [one for one in written.splitlines(keepends=True) if one.startswith(b"sealed obj")]
    with pytest.raises(DoesNotHold):
        entries.read_entry(written.replace(line, line + line))


def openings(*lines: tuple[str, bytes, bytes]) -> bytes:
    written = [f"{label} {base64_of(salt)} {base64_of(text)}" for label, salt, text in lines]
    return "".join(f"{line}\n" for line in ["tawthiq-openings/1", *written]).encode()


def test_an_opening_shows_what_was_promised_and_nothing_else() -> None:
    read = entries.read_entry(an_entry().to_bytes())
    good = ("object", SALT, OBJECT)
    assert entries.opened(read, openings(good)) == {"object": OBJECT}
    assert entries.opened(read, openings(good, ("actor", SALT, b"Omar")))["actor"] == b"Omar"
    for bad in (
        ("object", SALT, OBJECT + b"\n"),
        ("object", bytes(32), OBJECT),
        ("reason", SALT, OBJECT),
        ("unknown", SALT, OBJECT),
    ):
        with pytest.raises(DoesNotHold, match="not what the entry promised"):
            entries.opened(read, openings(bad))
    with pytest.raises(DoesNotHold):
        entries.opened(read, openings(good, good))


def test_the_text_of_an_object_is_read_as_it_is_written() -> None:
    read = entries.read_object(OBJECT)
    assert read == ("E-0042", str(Digest.of(b"film")), 4)
    for wrong in (
        OBJECT.replace(b"size 4", b"size 04"),
        OBJECT + b"\n",
        OBJECT.replace(b"/1", b"/2"),
        OBJECT.replace(b"item E-0042", b"item "),
        OBJECT.upper(),
        b"",
    ):
        with pytest.raises(DoesNotHold):
            entries.read_object(wrong)


def test_a_derivative_names_the_entry_of_its_parent() -> None:
    how = Derivation(17, "redact 1.0", "", "a name", "Omar")
    assert entries.read_parent(how.to_bytes()) == 17
    for wrong in (how.to_bytes().replace(b"parent 17", b"parent -1"), b"", how.to_bytes()[:-1]):
        with pytest.raises(DoesNotHold):
            entries.read_parent(wrong)


def test_keys_of_one_name_are_told_apart() -> None:
    twin = key(LOG.name, seed="another")
    read = notes.read_note(checkpoint().to_bytes())
    assert notes.signers(read, [notes.read_key(str(twin.public))]) == []
