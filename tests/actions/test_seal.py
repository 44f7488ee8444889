from __future__ import annotations

import pytest

from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.save_statement import save_statement
from tawthiq.actions.seal import TAKEN_OVER
from tawthiq.actions.verify import verify
from tawthiq.errors import IntegrityError
from tawthiq.ledger.entry import Entry
from tawthiq.store import models
from tawthiq.store.home import Home

from ..house import CASE, LAYLA, OMAR
from .tampering import forge_the_log, run


def test_a_damaged_log_takes_no_further_entry(full: str) -> None:
    run("DELETE FROM store_ledgerhash WHERE place = (SELECT max(place) FROM store_ledgerhash)")
    with pytest.raises(IntegrityError):
        save_statement(full, "s", "en", "Thirteen.", said_on=None, by=LAYLA, because="x")
    assert not models.Statement.objects.filter(text="Thirteen.").exists()


def test_what_was_undone_inside_was_never_sealed(full: str, home: Home) -> None:
    with in_one_piece():
        with pytest.raises(ValueError, match="no"), in_one_piece():
            save_statement(full, "s", "en", "Undone.", said_on=None, by=LAYLA, because="x")
            raise ValueError("no")
        save_statement(full, "s", "en", "Done.", said_on=None, by=LAYLA, because="x")
    assert verify(home).holds


def test_rows_that_no_line_tells_of_are_our_own_mistake(full: str) -> None:
    with pytest.raises(RuntimeError, match="no line tells of: Statement"), in_one_piece():
        models.Statement.objects.create(
            case=models.Case.objects.get(code=CASE), code="t", language="en", version=1, text="x",
            at="2031-01-01T00:00:00Z",
        )  # fmt: skip


def test_what_was_there_before_the_log_is_taken_over_as_it_is(full: str, home: Home) -> None:
    forge_the_log(LAYLA)  # evidence has a log from its first day on
    assert verify(home).holds
    first = models.LedgerEntry.objects.get(place=0)
    assert Entry.parse(bytes(first.sealed)).kind == TAKEN_OVER


def test_no_entry_holds_a_name_or_a_word_of_a_claim(full: str) -> None:
    sealed = b"".join(map(bytes, models.LedgerEntry.objects.values_list("sealed", flat=True)))
    entries = [Entry.parse(bytes(e.sealed)) for e in models.LedgerEntry.objects.all()]
    for word in (LAYLA, OMAR, "Saraqib", "market", "looked again"):
        assert word.encode() not in sealed
        assert all(word.encode() not in entry.body for entry in entries)


def test_one_persons_entries_are_seen_to_be_by_one_hand_and_no_more(full: str) -> None:
    entries = [Entry.parse(bytes(e.sealed)) for e in models.LedgerEntry.objects.all()]
    held = {row.name: bytes(row.salt) for row in models.ActorSalt.objects.all()}
    assert set(held) == {LAYLA, OMAR}
    hands = {name for e in entries for name, salt in held.items()
             if e.actor.is_to(name.encode(), salt)}  # fmt: skip
    assert hands == {LAYLA, OMAR}
