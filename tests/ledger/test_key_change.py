from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.ledger.keys import LOG, WITNESS, key

from tawthiq.errors import IntegrityError, UnreadableError
from tawthiq.ledger.commitment import Commitment
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.key import SigningKey
from tawthiq.ledger.key_change import KIND, KeyChange, key_at, keys_in_turn
from tawthiq.ledger.note import Note, signed
from tawthiq.values.digest import Digest

ORIGIN = LOG.name
SECOND, THIRD, THIEF = (key(LOG.name, seed=seed) for seed in ("second", "third", "thief"))


def change(old: SigningKey, new: SigningKey, origin: str = ORIGIN) -> Note:
    return KeyChange(origin, old.public, new.public).signed(old, new)


def sealed(note: Note, kind: str = KIND) -> Entry:
    body = note.to_bytes()
    actor = Commitment.to(b"nour", bytes(32))
    return Entry(kind, datetime(2026, 1, 1, tzinfo=UTC), actor, Digest.of(body), body=body)


def test_a_change_reads_back_from_its_entry() -> None:
    entry = Entry.parse(sealed(change(LOG, SECOND)).to_bytes())
    read = KeyChange.read(Note.parse(entry.body))
    assert read == KeyChange(ORIGIN, LOG.public, SECOND.public)


def test_keys_sign_in_their_turn() -> None:
    entries = [(5, sealed(change(LOG, SECOND))), (9, sealed(change(SECOND, THIRD)))]
    turns = keys_in_turn(ORIGIN, LOG.public, entries)
    assert turns == [(0, LOG.public), (6, SECOND.public), (10, THIRD.public)]
    expected = {0: LOG, 5: LOG, 6: SECOND, 9: SECOND, 10: THIRD, 10**9: THIRD}
    assert {size: key_at(turns, size) for size in expected} == {
        size: one.public for size, one in expected.items()
    }


def test_other_entries_change_no_key() -> None:
    other = sealed(change(LOG, SECOND), kind="decision.taken")
    assert keys_in_turn(ORIGIN, LOG.public, [(0, other)]) == [(0, LOG.public)]


@pytest.mark.parametrize("signers", [(LOG,), (SECOND,), (THIEF,), (LOG, THIEF), (THIEF, SECOND)])
def test_both_keys_must_have_signed(signers: tuple[SigningKey, ...]) -> None:
    text = KeyChange(ORIGIN, LOG.public, SECOND.public).text
    with pytest.raises(IntegrityError, match="no valid signature by"):
        KeyChange.read(signed(text, *signers))


def test_a_thief_of_a_past_key_cannot_bring_it_back() -> None:
    entries = [(5, sealed(change(LOG, SECOND))), (9, sealed(change(LOG, THIEF)))]
    with pytest.raises(IntegrityError, match="entry 9 changes the key of archive"):
        keys_in_turn(ORIGIN, LOG.public, entries)


def test_a_change_of_another_log_is_refused() -> None:
    with pytest.raises(IntegrityError, match="from one that did not hold then"):
        keys_in_turn(ORIGIN, LOG.public, [(0, sealed(change(LOG, SECOND, "other.example")))])


TEXT = KeyChange(ORIGIN, LOG.public, SECOND.public).text


@pytest.mark.parametrize(
    "text",
    [
        "text\n",
        TEXT + "more\n",
        TEXT.replace("change/1", "change/2"),
        TEXT.replace("old ", "older "),
        TEXT.replace("old ", ""),
        TEXT.replace("new ", "old "),
        TEXT.replace("new ", "new  "),
        TEXT.replace(ORIGIN, "", 1),
        TEXT.replace(str(SECOND.public), str(LOG.public)),
        TEXT.replace(str(SECOND.public), str(WITNESS.public)),
    ],
)
def test_what_is_no_change_of_keys_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"this is not a (change of keys|verification key)"):
        KeyChange.read(signed(text, LOG, SECOND))


def test_only_the_keys_of_a_change_sign_it() -> None:
    with pytest.raises(ValueError, match="signed by the old key and by the new one"):
        KeyChange(ORIGIN, LOG.public, SECOND.public).signed(LOG, THIRD)
    with pytest.raises(ValueError, match="changes from one key for notes to another one"):
        KeyChange(ORIGIN, LOG.public, LOG.public)
