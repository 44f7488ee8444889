"""A witness of another organisation, on plain files, and a log whose keeper lies."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.house import entry
from tests.ledger.keys import LOG, OTHER, SECOND, WITNESS, key
from tests.ledger.power import Disk

from tawthiq.errors import IntegrityError, TawthiqError, UnreadableError
from tawthiq.ledger.checkpoint import Checkpoint, Trust, accept
from tawthiq.ledger.key import SigningKey
from tawthiq.ledger.key_change import KeyChange
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note, Signature, signed
from tawthiq.ledger.refusal import Refusal, Refused
from tawthiq.ledger.tree import EMPTY_ROOT, Head
from tawthiq.ledger.witness import Cosigned, Witness
from tawthiq.ledger.witness_record import WitnessRecord
from tawthiq.ledger.witness_request import Request, ask

NOW = 1_700_000_000


@cache
def log_of(size: int, changed: int | None = None) -> Log:
    """A log of that many entries, one of which may say something else; nobody adds to it."""
    log = Log(MemoryStorage())
    log.append([b"rewritten" if number == changed else entry(number) for number in range(size)])
    return log


def request(log: Log, old: int, signer: SigningKey = LOG) -> Request:
    return ask(log, old, Checkpoint(LOG.name, log.head).signed(signer))


def without_proof(log: Log, old: int) -> Request:
    return Request(old, (), Checkpoint(LOG.name, log.head).signed(LOG))


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    witness = Witness(tmp_path, WITNESS)
    witness.follow(LOG.name, LOG.public)
    return witness


def seen(witness: Witness, *sizes: int) -> None:
    """The witness has cosigned the honest log at these sizes."""
    old = 0
    for size in sizes:
        assert isinstance(witness.consider(request(log_of(size), old), NOW), Cosigned)
        old = size


def refusal(answer: Cosigned | Refused) -> Refusal:
    assert isinstance(answer, Refused)
    assert answer.said.en and answer.said.ar
    return answer.kind


# --- a log that only grows ------------------------------------------------------------------


def test_a_log_that_grows_is_cosigned_with_the_time(witness: Witness) -> None:
    trust = Trust(LOG.name, (LOG.public,), (WITNESS.public,), quorum=1)
    old = 0
    for hour, size in enumerate((0, 1, 2, 300, 301, 1000)):
        answer = witness.consider(request(log_of(size), old), NOW + 3600 * hour)
        assert isinstance(answer, Cosigned)
        accepted = accept(answer.note, trust)
        assert accepted.head == log_of(size).head == witness.seen(LOG.name)
        assert accepted.seen_by[0].time == NOW + 3600 * hour
        old = size


def test_a_log_that_stood_still_is_cosigned_again(witness: Witness) -> None:
    """The witness says that nothing larger was seen until then."""
    seen(witness, 5)
    answer = witness.consider(request(log_of(5), 5), NOW + 60)
    assert isinstance(answer, Cosigned)
    [again] = answer.note.verified([WITNESS.public])
    assert again.time == NOW + 60


def test_it_remembers_across_processes(witness: Witness, tmp_path: Path) -> None:
    seen(witness, 5)
    again = Witness(tmp_path, WITNESS)
    assert again.seen(LOG.name) == log_of(5).head
    assert refusal(again.consider(request(log_of(7), 0), NOW)) is Refusal.WRONG_START


def test_signatures_of_other_witnesses_are_kept(witness: Witness) -> None:
    asked = request(log_of(5), 0)
    other = Signature("unknown.example", b"\1\2\3\4", b"anything")
    answer = witness.consider(Request(0, asked.path, asked.note.with_signature(other)), NOW)
    assert isinstance(answer, Cosigned)
    assert answer.note.signatures[1:] == (other, answer.signature)


# --- what is refused ------------------------------------------------------------------------


def test_a_log_that_it_does_not_follow(witness: Witness) -> None:
    asked = Request(0, (), Checkpoint("elsewhere.example", Head(0, EMPTY_ROOT)).signed(LOG))
    assert refusal(witness.consider(asked, NOW)) is Refusal.UNKNOWN_LOG
    assert witness.seen("elsewhere.example") is None


def test_a_checkpoint_that_the_log_did_not_sign(witness: Witness) -> None:
    assert refusal(witness.consider(request(log_of(5), 0, OTHER), NOW)) is Refusal.BAD_SIGNATURE
    forged = Note(request(log_of(5), 0).note.text, request(log_of(6), 0).note.signatures)
    assert refusal(witness.consider(Request(0, (), forged), NOW)) is Refusal.BAD_SIGNATURE
    assert witness.seen(LOG.name) == Head(0, EMPTY_ROOT)
    assert WitnessRecord(witness.folder, LOG.name).evidence() == []


def test_a_log_that_shrank(witness: Witness) -> None:
    seen(witness, 3, 9)
    answer = witness.consider(without_proof(log_of(7), 7), NOW)
    assert refusal(answer) is Refusal.SHRUNK
    assert isinstance(answer, Refused)
    assert "this witness saw 9 entries and was now asked to sign 7" in answer.said.en
    assert answer.held == log_of(9).head


def test_two_histories_at_the_size_it_saw_last(witness: Witness) -> None:
    seen(witness, 9)
    answer = witness.consider(without_proof(log_of(9, changed=4), 9), NOW)
    assert refusal(answer) is Refusal.FORKED
    assert isinstance(answer, Refused)
    assert "at 9 entries it has signed two different histories" in answer.said.en


def test_two_histories_at_a_size_it_saw_earlier(witness: Witness) -> None:
    seen(witness, 3, 9)
    answer = witness.consider(without_proof(log_of(3, changed=1), 3), NOW)
    assert refusal(answer) is Refusal.FORKED


def test_a_longer_log_in_which_something_was_changed(witness: Witness) -> None:
    """Its keeper has recomputed every hash, and proves as well as a liar can."""
    seen(witness, 9)
    rewritten = log_of(20, changed=4)
    assert refusal(witness.consider(request(rewritten, 9), NOW)) is Refusal.NOT_SHOWN_TO_GROW
    no_proof = without_proof(rewritten, 9)
    assert refusal(witness.consider(no_proof, NOW)) is Refusal.NOT_SHOWN_TO_GROW
    honest_path = Request(9, log_of(20).consistency(9), no_proof.note)
    assert refusal(witness.consider(honest_path, NOW)) is Refusal.NOT_SHOWN_TO_GROW
    assert witness.seen(LOG.name) == log_of(9).head


def test_a_fork_that_claims_to_begin_anew(witness: Witness) -> None:
    seen(witness, 9)
    rewritten = log_of(20, changed=4)
    assert refusal(witness.consider(request(rewritten, 0), NOW)) is Refusal.WRONG_START
    assert refusal(witness.consider(request(rewritten, 3), NOW)) is Refusal.WRONG_START


def test_a_checkpoint_sent_again_as_if_it_were_new(witness: Witness) -> None:
    first, second = request(log_of(3), 0), request(log_of(9), 3)
    for asked in (first, second):
        assert isinstance(witness.consider(asked, NOW), Cosigned)
    for asked in (first, second):
        assert refusal(witness.consider(asked, NOW)) is Refusal.REPLAYED
    assert WitnessRecord(witness.folder, LOG.name).evidence() == []


def test_a_proof_where_none_is_needed(witness: Witness) -> None:
    asked = request(log_of(5), 0)
    stuffed = Request(0, (bytes(32),), asked.note)
    assert refusal(witness.consider(stuffed, NOW)) is Refusal.NOT_SHOWN_TO_GROW


def test_evidence_is_kept_with_the_signature_of_the_log(witness: Witness) -> None:
    seen(witness, 3, 9)
    forks = [log_of(9, changed=4), log_of(9, changed=5), log_of(7)]
    for fork in [*forks, forks[0]]:
        assert refusal(witness.consider(without_proof(fork, 9 if fork.size == 9 else 7), NOW))
    kept = WitnessRecord(witness.folder, LOG.name).evidence()
    heads = {Checkpoint.parse(note.text).head for note in kept}
    assert heads == {fork.head for fork in forks}
    assert all(note.verified([LOG.public]) for note in kept)


# --- two answers at one moment --------------------------------------------------------------


def test_of_two_answers_at_one_moment_only_one_is_given(
    witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both processes have checked; the other one is the first to write its answer down."""
    seen(witness, 3)
    other, plain = Witness(tmp_path, WITNESS), WitnessRecord.add_note

    def late(record: WitnessRecord, after: int, note: Note) -> None:
        monkeypatch.setattr(WitnessRecord, "add_note", plain)
        assert isinstance(other.consider(request(log_of(9, changed=7), 3), NOW), Cosigned)
        plain(record, after, note)

    monkeypatch.setattr(WitnessRecord, "add_note", late)
    assert refusal(witness.consider(request(log_of(8), 3), NOW)) is Refusal.WRONG_START
    assert witness.seen(LOG.name) == log_of(9, changed=7).head


def test_what_cannot_be_written_down_is_not_signed(
    witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(record: WitnessRecord, after: int, note: Note) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="no space left"):
        patched.setattr(WitnessRecord, "add_note", full)
        witness.consider(request(log_of(5), 0), NOW)
    assert witness.seen(LOG.name) == Head(0, EMPTY_ROOT)


def remembers_after_a_power_cut(tmp_path: Path, leave_out: int | None) -> tuple[bool, int]:
    """Whether everything that was answered is still known, if one flush is left out."""
    disk, answered = Disk(tmp_path / "disk", leave_out), Head(0, EMPTY_ROOT)
    disk.root.mkdir(parents=True)
    remembered = True
    with disk.watched():
        witness = Witness(disk.root / "witness", WITNESS)
        witness.follow(LOG.name, LOG.public)
        for old, size in ((0, 3), (3, 9), (9, 12)):
            remembered &= still_knows(disk, tmp_path / f"after {old}", answered)
            assert isinstance(witness.consider(request(log_of(size), old), NOW), Cosigned)
            answered = log_of(size).head
    return remembered and still_knows(disk, tmp_path / "after", answered), disk.flushes


def still_knows(disk: Disk, folder: Path, answered: Head) -> bool:
    disk.survivors(folder)
    try:
        is_known = Witness(folder / "witness", WITNESS).seen(LOG.name) == answered
        return is_known and WitnessRecord(folder / "witness", LOG.name).keys() == [LOG.public]
    except TawthiqError:
        return False


def test_what_was_answered_is_remembered_after_the_power_went(tmp_path: Path) -> None:
    remembered, flushes = remembers_after_a_power_cut(tmp_path / "whole", None)
    assert remembered
    harmless = [
        number
        for number in range(flushes)
        if remembers_after_a_power_cut(tmp_path / f"{number}", number)[0]
    ]
    # The folder after the key is flushed again after the log's name, which is for people only.
    assert harmless == [3, 4]


# --- what it remembers ----------------------------------------------------------------------


def files(witness: Witness) -> dict[str, Path]:
    folder = WitnessRecord(witness.folder, LOG.name).folder
    return {path.name: path for path in folder.iterdir()}


def test_a_person_can_read_what_it_remembers(witness: Witness) -> None:
    seen(witness, 3, 9)
    found = files(witness)
    assert sorted(found) == ["000001.checkpoint", "000001.key", "000002.checkpoint", "log"]
    assert found["log"].read_text("utf-8") == "archive.example/log\n"
    assert found["000002.checkpoint"].read_text("utf-8").startswith("archive.example/log\n9\n")


def test_a_record_that_was_changed_is_not_built_on(witness: Witness) -> None:
    seen(witness, 9)
    files(witness)["000001.checkpoint"].write_bytes(request(log_of(2), 0).note.to_bytes())
    with pytest.raises(IntegrityError, match="does not bear its own signature"):
        witness.consider(request(log_of(20), 2), NOW)


def test_a_record_that_was_cut_is_not_built_on(witness: Witness) -> None:
    """As where the power went while it was written to a stick without links."""
    seen(witness, 9)
    path = files(witness)["000001.checkpoint"]
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(IntegrityError, match="does not bear its own signature"):
        witness.consider(request(log_of(20), 9), NOW)


def test_a_record_of_another_log_is_not_built_on(witness: Witness) -> None:
    witness.follow(OTHER.name, OTHER.public)
    seen(witness, 9)
    moved = WitnessRecord(witness.folder, OTHER.name).folder / "000001.checkpoint"
    moved.write_bytes(files(witness)["000001.checkpoint"].read_bytes())
    with pytest.raises(IntegrityError, match="remembers of other"):
        witness.seen(OTHER.name)


def test_a_record_with_a_gap_is_not_built_on(witness: Witness) -> None:
    seen(witness, 3, 9)
    files(witness)["000001.checkpoint"].unlink()
    with pytest.raises(IntegrityError, match=r"000001\.checkpoint is missing"):
        witness.consider(request(log_of(20), 9), NOW)


def test_a_witness_with_a_new_key_builds_on_what_it_signed_with_the_old_one(
    witness: Witness, tmp_path: Path
) -> None:
    seen(witness, 9)
    with pytest.raises(IntegrityError):
        Witness(tmp_path, SECOND).consider(request(log_of(20), 9), NOW)
    renewed = Witness(tmp_path, SECOND, earlier=(WITNESS.public,))
    assert isinstance(renewed.consider(request(log_of(20), 9), NOW), Cosigned)


def test_a_log_is_followed_once(witness: Witness) -> None:
    with pytest.raises(FileExistsError):
        witness.follow(LOG.name, OTHER.public)
    with pytest.raises(ValueError, match="of the kind that signs notes"):
        witness.follow("new.example", WITNESS.public)
    with pytest.raises(ValueError, match="of the kind that signs with a time"):
        Witness(witness.folder, LOG)


# --- when the log gets another key ----------------------------------------------------------

NEW = key(LOG.name, seed="new")


def test_after_a_change_of_keys_only_the_new_one_counts(witness: Witness) -> None:
    seen(witness, 3)
    assert refusal(witness.consider(request(log_of(5), 3, NEW), NOW)) is Refusal.BAD_SIGNATURE
    change = KeyChange(LOG.name, LOG.public, NEW.public).signed(LOG, NEW)
    assert witness.follow_key(change) == NEW.public
    assert refusal(witness.consider(request(log_of(5), 3, LOG), NOW)) is Refusal.BAD_SIGNATURE
    assert isinstance(witness.consider(request(log_of(5), 3, NEW), NOW), Cosigned)


def test_a_change_from_a_key_that_does_not_hold_is_refused(witness: Witness) -> None:
    thief = key(LOG.name, seed="thief")
    witness.follow_key(KeyChange(LOG.name, LOG.public, NEW.public).signed(LOG, NEW))
    for old, new in ((LOG, thief), (thief, NEW)):
        with pytest.raises(IntegrityError, match="is not from the key of archive"):
            witness.follow_key(KeyChange(LOG.name, old.public, new.public).signed(old, new))
    unsigned = signed(KeyChange(LOG.name, NEW.public, thief.public).text, thief)
    with pytest.raises(IntegrityError, match="no valid signature"):
        witness.follow_key(unsigned)
    with pytest.raises(UnreadableError):
        witness.follow_key(signed("anything\n", LOG))


# --- whatever a keeper tries ----------------------------------------------------------------


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 12), st.none() | st.integers(0, 11), st.booleans())))
def test_everything_that_it_ever_signed_is_one_history(
    tmp_path_factory: pytest.TempPathFactory, tries: list[tuple[int, int | None, bool]]
) -> None:
    """A keeper sends honest and rewritten logs, with proofs made to fit, in any order."""
    witness = Witness(tmp_path_factory.mktemp("witness"), WITNESS)
    witness.follow(LOG.name, LOG.public)
    for size, changed, from_held in tries:
        log = log_of(size, changed)
        held = witness.seen(LOG.name)
        assert held is not None
        old = held.size if from_held and held.size <= size else 0
        witness.consider(request(log, old), NOW)
    notes = WitnessRecord(witness.folder, LOG.name).notes()
    heads = [Checkpoint.parse(note.text).head for note in notes]
    assert heads == sorted(heads, key=lambda head: head.size)
    last = next((log for log in _every_log() if heads and log.head == heads[-1]), log_of(0))
    for head in heads:
        last.check_grew_from(head)


def _every_log() -> list[Log]:
    return [log_of(size, changed) for size in range(13) for changed in (None, *range(12))]
