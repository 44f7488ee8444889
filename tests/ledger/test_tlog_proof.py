from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import entry
from tests.ledger.keys import LOG, OTHER, WITNESS

from tawthiq.errors import IntegrityError, UnreadableError
from tawthiq.ledger.checkpoint import Checkpoint, Trust
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note, sign
from tawthiq.ledger.tlog_proof import TlogProof, prove
from tawthiq.ledger.tree import Head

SIZE = 300
THE_LOG = Log(MemoryStorage())
THE_LOG.append([entry(number) for number in range(SIZE)])
NOTE = Checkpoint(LOG.name, THE_LOG.head).signed(LOG)
TRUST = Trust(LOG.name, (LOG.public,), (WITNESS.public,))


@given(st.integers(0, SIZE - 1), st.binary(max_size=30))
def test_an_entry_is_shown_by_one_text_offline(index: int, extra: bytes) -> None:
    proof = TlogProof.parse(prove(THE_LOG, index, NOTE, extra).to_bytes())
    accepted = proof.check(entry(index), TRUST)
    assert (accepted.head, proof.index, proof.extra) == (THE_LOG.head, index, extra)


@given(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))
def test_another_entry_is_not_shown_by_it(index: int, other: int) -> None:
    if index == other:
        return
    with pytest.raises(IntegrityError):
        prove(THE_LOG, index, NOTE).check(entry(other), TRUST)


@given(st.integers(0, SIZE - 1), st.data())
def test_a_proof_with_one_byte_changed_never_shows_another_place_or_head(
    index: int, data: st.DataObject
) -> None:
    whole = prove(THE_LOG, index, NOTE, b"extra").to_bytes()
    changed = bytearray(whole)
    at = data.draw(st.integers(0, len(whole) - 1))
    changed[at] ^= data.draw(st.integers(1, 255))
    try:
        proof = TlogProof.parse(bytes(changed))
        accepted = proof.check(entry(index), TRUST)
    except (UnreadableError, IntegrityError):
        return
    # Only the convenience that nobody signs may differ.
    assert (proof.index, proof.path) == (index, THE_LOG.inclusion(index))
    assert accepted.head == THE_LOG.head


def test_it_carries_the_cosignatures_of_its_checkpoint() -> None:
    seen = NOTE.with_signature(sign(NOTE.text, WITNESS, time=1_700_000_000))
    quorum = Trust(LOG.name, (LOG.public,), (WITNESS.public,), quorum=1)
    [witness] = TlogProof.parse(prove(THE_LOG, 5, seen).to_bytes()).check(entry(5), quorum).seen_by
    assert witness.time == 1_700_000_000
    with pytest.raises(IntegrityError, match="wait until more of them have cosigned it"):
        prove(THE_LOG, 5, NOTE).check(entry(5), quorum)


def test_it_is_written_as_the_specification_says() -> None:
    lines = prove(THE_LOG, 299, NOTE, b"e").to_bytes().decode().split("\n")
    assert lines[:3] == ["c2sp.org/tlog-proof@v1", "extra ZQ==", "index 299"]
    hashes = len(THE_LOG.inclusion(299))
    assert lines[3 + hashes : 6 + hashes] == ["", "archive.example/log", "300"]


def test_an_entry_alone_in_its_log_needs_no_hash() -> None:
    log = Log(MemoryStorage())
    log.append([b"only"])
    note = Checkpoint(LOG.name, log.head).signed(LOG)
    data = prove(log, 0, note).to_bytes()
    assert data.startswith(b"c2sp.org/tlog-proof@v1\nindex 0\n\narchive")
    TlogProof.parse(data).check(b"only", TRUST)


def test_a_log_proves_under_the_checkpoints_that_it_signed_earlier() -> None:
    log = Log(MemoryStorage())
    log.append([entry(number) for number in range(10)])
    note = Checkpoint(LOG.name, log.head).signed(LOG)
    log.append([entry(number) for number in range(10, 500)])
    assert prove(log, 3, note).check(entry(3), TRUST).head.size == 10
    with pytest.raises(ValueError, match="no leaf 10 in a tree of 10"):
        prove(log, 10, note)


def test_a_log_does_not_prove_under_a_checkpoint_of_another_log() -> None:
    with pytest.raises(IntegrityError, match="does not begin with"):
        prove(THE_LOG, 3, Checkpoint(LOG.name, Head(10, b"\1" * 32)).signed(LOG))


def test_keys_inside_a_proof_count_for_nothing() -> None:
    """The forger signs with a key of their own; trust comes from elsewhere."""
    forged = Checkpoint(LOG.name, THE_LOG.head).signed(OTHER)
    with pytest.raises(IntegrityError, match=r"no valid signature by archive\.example/log"):
        prove(THE_LOG, 3, forged).check(entry(3), TRUST)


GOOD = prove(THE_LOG, 7, NOTE, b"extra").to_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        GOOD.replace(b"@v1", b"@v2"),
        GOOD.replace(b"index 7\n", b""),
        GOOD.replace(b"index 7\n", b"index 07\n"),
        GOOD.replace(b"index 7\n", b"index -7\n"),
        GOOD.replace(b"index 7\n", b"index 7\nindex 7\n"),
        GOOD.replace(b"extra ", b"extra  "),
        GOOD.replace(b"extra ZXh0cmE=\nindex 7\n", b"index 7\nextra ZXh0cmE=\n"),
        GOOD.replace(b"extra ZXh0cmE=", b"extra "),
        GOOD.replace(b"\n\narchive", b"\narchive"),
        GOOD.replace(b"\n\narchive", b"\n\n\narchive"),
        GOOD.replace(b"\n\narchive", b"\nAAAA\n\narchive"),
        GOOD.replace(b"index 7\n", b"index 7\n" + (b"A" * 43 + b"=\n") * 64),
        b"\n" + GOOD,
        GOOD.replace(b"\n", b"\r\n"),
    ],
)
def test_what_is_no_proof_is_refused(data: bytes) -> None:
    TlogProof.parse(GOOD).check(entry(7), TRUST)
    with pytest.raises(UnreadableError):
        TlogProof.parse(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for given_bytes in (data, b"c2sp.org/tlog-proof@v1\nindex 0\n" + data):
        with suppress(UnreadableError):
            assert TlogProof.parse(given_bytes).to_bytes() == given_bytes


def test_sixty_three_hashes_are_read_and_no_more() -> None:
    """A log of 2**63 entries is as deep; whether they prove anything is another question."""
    deep = TlogProof(7, (bytes(32),) * 63, NOTE)
    assert TlogProof.parse(deep.to_bytes()) == deep
    with pytest.raises(UnreadableError, match="this is not a proof"):
        TlogProof.parse(TlogProof(7, (bytes(32),) * 64, NOTE).to_bytes())


def test_a_proof_that_cannot_be_is_not_made() -> None:
    with pytest.raises(ValueError, match="no entry -1"):
        TlogProof(-1, (), NOTE)
    with pytest.raises(ValueError, match="other than 32 bytes"):
        TlogProof(1, (b"short",), NOTE)


def test_a_note_inside_keeps_unknown_signatures() -> None:
    with_unknown = Note.parse(NOTE.to_bytes() + "— unknown.example AAAAAAAA\n".encode())
    again = TlogProof.parse(prove(THE_LOG, 1, with_unknown).to_bytes())
    assert again.note == with_unknown
