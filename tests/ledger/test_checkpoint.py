from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.keys import LOG, OTHER, SECOND, WITNESS, witness_key

from tawthiq.errors import IntegrityError, UnreadableError
from tawthiq.ledger.checkpoint import Checkpoint, Trust, accept, issue
from tawthiq.ledger.key import SigningKey, VerificationKey
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note, Signature, sign
from tawthiq.ledger.tree import EMPTY_ROOT, Head, leaf_hash

HEAD = Head(12, leaf_hash(b"any"))
CHECKPOINT = Checkpoint(LOG.name, HEAD)
TRUST = Trust(LOG.name, (LOG.public,), (WITNESS.public, SECOND.public))

# A checkpoint of the public database of Go modules and the key under which it was published,
# as in github.com/FiloSottile/torchwood, cmd/litewitness/testdata/sumdb.txt.
GO_KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
GO_CHECKPOINT = (
    "go.sum database tree\n35225469\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n\n"
    "— sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2HgXpD+gu9HHONebHLAyaKbbTM75Q"
    "TtPydhKCExixSfwQ=\n"
)

origins = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=30)
heads = st.one_of(
    st.just(Head(0, EMPTY_ROOT)),
    st.builds(Head, st.integers(1, 2**63 - 1), st.binary(min_size=32, max_size=32)),
)
checkpoints = st.builds(Checkpoint, origins, heads, st.lists(origins, max_size=3).map(tuple))


def with_witnesses(*times: tuple[SigningKey, int]) -> Note:
    note = CHECKPOINT.signed(LOG)
    for witness, time in times:
        note = note.with_signature(sign(note.text, witness, time=time))
    return note


def test_a_checkpoint_of_a_public_log_is_accepted() -> None:
    trust = Trust("go.sum database tree", (VerificationKey.parse(GO_KEY),))
    accepted = accept(Note.parse(GO_CHECKPOINT.encode()), trust)
    assert accepted.head.size == 35_225_469
    assert accepted.head.root.hex().startswith("bede53e8668b097b")


@given(checkpoints)
def test_a_checkpoint_reads_back(checkpoint: Checkpoint) -> None:
    assert Checkpoint.parse(checkpoint.text) == checkpoint
    assert Checkpoint.parse(Note.parse(checkpoint.signed(LOG).to_bytes()).text) == checkpoint


def test_the_lines_of_others_are_kept_and_signed_with_the_rest() -> None:
    note = Checkpoint(LOG.name, HEAD, ("something of theirs",)).signed(LOG)
    assert accept(note, TRUST).checkpoint.extensions == ("something of theirs",)
    without = Note(CHECKPOINT.text, note.signatures)
    with pytest.raises(IntegrityError):
        accept(without, TRUST)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n",
        "a\n1\n",
        "\n1\nAAAA\n",
        CHECKPOINT.text + "\n",
        CHECKPOINT.text.replace("12", "012"),
        CHECKPOINT.text.replace("12", "-12"),
        CHECKPOINT.text.replace("12", "0x12"),
        CHECKPOINT.text.replace("12", "99999999999999999999"),
        CHECKPOINT.text.replace("12", "0"),
        CHECKPOINT.text.replace("=\n", "\n"),
        CHECKPOINT.text.replace("\n12\n", "\n\n12\n"),
        f"{LOG.name}\n12\nAAAA\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="this is not a checkpoint"):
        Checkpoint.parse(text)


@pytest.mark.parametrize("lines", [("",), ("a\nb",), ("a", ""), ("a", "b\n")])
def test_a_checkpoint_with_an_impossible_line_is_not_made(lines: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="is not empty and has no newline"):
        Checkpoint(lines[0], HEAD, lines[1:])


def test_another_log_is_not_taken_for_the_one_that_is_meant() -> None:
    with pytest.raises(IntegrityError, match=r"of the log other\.example/log and not of archive"):
        accept(Checkpoint(OTHER.name, HEAD).signed(OTHER, LOG), TRUST)


def test_a_checkpoint_that_its_log_did_not_sign_is_not_believed() -> None:
    with pytest.raises(IntegrityError, match=r"no valid signature by archive\.example/log"):
        accept(CHECKPOINT.signed(OTHER), TRUST)


def test_another_size_under_the_same_signature_is_not_believed() -> None:
    note = CHECKPOINT.signed(LOG)
    with pytest.raises(IntegrityError):
        accept(Note(Checkpoint(LOG.name, Head(13, HEAD.root)).text, note.signatures), TRUST)


def test_it_says_who_saw_it_and_when() -> None:
    accepted = accept(with_witnesses((WITNESS, 1_700_000_000), (SECOND, 1_700_000_100)), TRUST)
    assert [(one.key.name, one.time) for one in accepted.seen_by] == [
        ("sister.example/witness", 1_700_000_000),
        ("lawyer.example/witness", 1_700_000_100),
    ]
    assert accepted.signed_by == (LOG.public,)


def test_as_many_witnesses_as_are_asked_for_must_have_seen_it() -> None:
    both = Trust(LOG.name, (LOG.public,), (WITNESS.public, SECOND.public), quorum=2)
    accept(with_witnesses((WITNESS, 1), (SECOND, 2)), both)
    for seen in ((), ((WITNESS, 1),), ((WITNESS, 1), (WITNESS, 2))):
        note = with_witnesses(*seen)
        with pytest.raises(IntegrityError, match="and you ask for 2; wait until more"):
            accept(note, both)


def test_an_unknown_witness_does_not_count() -> None:
    one = Trust(LOG.name, (LOG.public,), (WITNESS.public,), quorum=1)
    with pytest.raises(IntegrityError, match="0 of the log witnesses you trust"):
        accept(with_witnesses((witness_key("nobody.example"), 1)), one)


def test_a_false_cosignature_of_a_known_witness_refuses_the_checkpoint() -> None:
    note = CHECKPOINT.signed(LOG)
    false = Signature(WITNESS.name, WITNESS.public.id, bytes(72))
    with pytest.raises(IntegrityError, match=r"no valid signature by sister\.example/witness"):
        accept(note.with_signature(false), TRUST)


def test_trust_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one key of the kind that signs notes"):
        Trust(LOG.name, ())
    with pytest.raises(ValueError, match="at least one key of the kind that signs notes"):
        Trust(LOG.name, (WITNESS.public,))
    with pytest.raises(ValueError, match="of the kind that signs with a time"):
        Trust(LOG.name, (LOG.public,), (OTHER.public,))
    with pytest.raises(ValueError, match="2 of these witnesses cannot be asked for"):
        Trust(LOG.name, (LOG.public,), (WITNESS.public,), quorum=2)


def test_a_log_with_the_name_of_its_only_key_is_trusted_by_that_key() -> None:
    assert Trust.in_(LOG.public) == Trust("archive.example/log", (LOG.public,))


def test_a_log_signs_its_head_and_never_a_second_history() -> None:
    log, other = Log(MemoryStorage()), Log(MemoryStorage())
    log.append([b"one"])
    other.append([b"another", b"two"])
    first = issue(log, None, LOG)
    log.append([b"two"])
    second = issue(log, first, LOG, OTHER)
    assert accept(second, TRUST).head == log.head
    assert len(second.signatures) == 2
    with pytest.raises(IntegrityError, match="does not begin with the log of 1 entries"):
        issue(other, first, LOG)
    with pytest.raises(IntegrityError, match="entries were removed"):
        issue(Log(MemoryStorage()), first, LOG)


def test_a_log_does_not_build_on_the_checkpoint_of_another() -> None:
    log = Log(MemoryStorage())
    with pytest.raises(ValueError, match=r"is of archive\.example/log and not of other"):
        issue(log, issue(log, None, LOG), OTHER)
    named = issue(log, None, LOG, origin="a name of its own")
    assert named.text.startswith("a name of its own\n0\n")
