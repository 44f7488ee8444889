"""Verify the record: the log recomputed, and every table held against what was sealed.

What this finds is a change behind our back by somebody who did not redo the whole log.
Whoever did is found by a checkpoint that somebody else holds, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.db import DatabaseError, transaction

from tawthiq.actions import people
from tawthiq.actions.changing import told_plainly
from tawthiq.actions.checkpoints import public_keys
from tawthiq.actions.evidence.scrub import NOT_SCRUBBED, Progress, VaultLooked, scrub_vault
from tawthiq.actions.reassemble import differing
from tawthiq.errors import IntegrityError, NotLookedAtError, TawthiqError, UnreadableError
from tawthiq.evidence.vault.scrub import Level, State
from tawthiq.ledger.audit import audit
from tawthiq.ledger.checkpoint import Checkpoint, Trust, accept
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.key_change import KIND, key_at
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note
from tawthiq.ledger.tree import Head
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.sealed import promises, words
from tawthiq.store.sealed.comparing import (
    Difference,
    Register,
    What,
    cases_differ,
    compare,
    out_of_line,
)
from tawthiq.store.sealed.storage import DatabaseStorage, lock
from tawthiq.store.sealed.tables import KEPT, table_of
from tawthiq.values.both import Both

LEVELS = (1, 2, 3)
LEDGER, VAULT = "ledger", "vault"
_TABLES_ONLY = 2  # the highest level that reads no object
_WIDTH = 256  # entries read together
Told = Callable[[str], None]
"""Is told what is looked at next: the name of a table, or ``ledger``."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what is not as it was sealed.

    Attributes:
        head: Where the log stands.
        rows: How many rows each table has that were sealed.
        checkpoints: How many checkpoints of ours and from elsewhere it was held against.
        differences: Everything that does not hold.
        not_looked_at: What this verification does not prove.
        vault: What was found of the objects of the vault.
    """

    head: Head
    rows: dict[str, int]
    checkpoints: int
    differences: tuple[Difference, ...]
    not_looked_at: tuple[Both, ...]
    vault: VaultLooked

    @property
    def holds(self) -> bool:
        return not self.differences

    @property
    def is_unclear(self) -> bool:
        """Nothing was found to differ, and some object could not be read."""
        unread = any(one.state is State.UNREADABLE for one in self.vault.faults)
        return self.holds and unread


def verify(
    home: Home,
    *,
    level: int = 2,
    held: Sequence[bytes] = (),
    told: Told = lambda _: None,
    resumes: bool = False,
    progress: Progress = lambda *_: None,
) -> Verified:
    """Verify everything; nobody writes meanwhile, except while objects are read.

    Args:
        level: 1 holds the log and the record tables against each other; 2 also computes every
            incident again from its claims and decisions. Both ask whether every object of the
            vault is there, with its size; 3 also reads every byte of every object.
        held: Checkpoints that somebody else kept, as they were given.
        resumes: Go on reading objects where the last verification of this level was broken off.

    Raises:
        NotLookedAtError: Nothing was sealed yet, or a table cannot be read as what it was.
        UnreadableError: What was held is no checkpoint.
        HomeError: The database could not be read.
        ValueError: There is no such level.
    """
    if level not in LEVELS:
        raise ValueError(f"no level {level}")
    notes = [Note.parse(each) for each in held]
    for note in notes:
        Checkpoint.parse(note.text)
    try:
        with told_plainly(), transaction.atomic():
            lock()
            tables = _verified_in_one_piece(home, level, notes, told)
        told(VAULT)
        with told_plainly():
            deep = Level.DEEP if level > _TABLES_ONLY else Level.THERE
            vault = scrub_vault(home, deep, resumes=resumes, told=progress)
    except (DatabaseError, TypeError, ValueError, OverflowError) as error:
        # A table that is gone, text where bytes were: whoever does that can make it unreadable,
        # and what cannot be read is neither said to hold nor not to.
        raise _unreadable(error) from error
    unsaid = [*tables.not_looked_at, *vault.remarks]
    if level <= _TABLES_ONLY and vault.objects:
        unsaid.append(words.objects_not_read())
    differences = (*tables.differences, *_objects_differ(vault))
    return replace(tables, differences=differences, not_looked_at=tuple(unsaid), vault=vault)


def _verified_in_one_piece(home: Home, level: int, notes: list[Note], told: Told) -> Verified:
    storage = DatabaseStorage()
    head = storage.head()
    if not head.size and not models.LedgerEntry.objects.exists():
        nothing = words.nothing_sealed()
        raise NotLookedAtError(nothing.en, nothing.ar)
    return _verified(home, storage, head, level, notes, told)


def _verified(
    home: Home, storage: DatabaseStorage, head: Head, level: int, held: list[Note], told: Told
) -> Verified:
    told(LEDGER)
    found = [_of_log(fault.where, fault.said) for fault in audit(storage)]
    found += _beyond(head)
    own = models.KeptCheckpoint.objects.order_by("id").values_list("note", flat=True)
    unsaid = list[Both]() if held else [words.only_ourselves()]
    notes = [*(_note(each) for each in own), *held]
    found += _checkpoints_differ(home, storage, notes, unsaid)
    register, unread = _register(storage, head)
    found += unread
    for name in KEPT:
        told(table_of(name))
        found += compare(name, register.tables[name])
    found += promises.broken() if not found else ()
    for name in ("Claim", "PeriodClaim", "PersonRecord"):
        found += out_of_line(name)
    found += cases_differ(register.cases)
    if level > 1:
        told(table_of("Incident"))
        found += _computed_differ(found)
    else:
        unsaid.append(words.incidents_not_computed())
    rows = {table_of(n): sum(r.count for _, r in s.entries) for n, s in register.tables.items()}
    return Verified(head, rows, len(notes), tuple(found), tuple(unsaid), NOT_SCRUBBED)


def _objects_differ(vault: VaultLooked) -> Iterator[Difference]:
    """Objects that are not as they were kept; what could not be read is not among them."""
    for fault in vault.faults:
        if fault.state is not State.UNREADABLE:
            code = ", ".join(fault.codes) or str(fault.digest)
            what = What.DELETED if fault.state is State.MISSING else What.CHANGED
            yield Difference(VAULT, code, what, Both(f"{code}: ", f"{code}: ") + fault.state.said)


def _register(storage: DatabaseStorage, head: Head) -> tuple[Register, list[Difference]]:
    """What all entries say together, and those that say nothing that can be read."""
    register, unread = Register(), list[Difference]()
    for start in range(0, head.size, _WIDTH):
        stop = min(start + _WIDTH, head.size)
        for place, data in enumerate(storage.entries(start, stop), start):
            try:
                entry = Entry.parse(data)
                if entry.kind != KIND and not (entry.kind in promises.KINDS and not entry.body):
                    register.add_body(place, entry.body)
            except (UnreadableError, ValueError):
                unread.append(_of_log(f"entry {place}", words.no_manifest(place)))
    return register, unread


def _beyond(head: Head) -> Iterator[Difference]:
    """Entries that stand after the head: put there by nobody of ours."""
    beyond = models.LedgerEntry.objects.filter(place__gte=head.size)
    for place in beyond.order_by("place").values_list("place", flat=True)[:100]:
        said = words.inserted("store_ledgerentry", f"entry {place}", place)
        yield Difference(LEDGER, f"entry {place}", What.INSERTED, said)


def _checkpoints_differ(
    home: Home, storage: DatabaseStorage, notes: list[Note | None], unsaid: list[Both]
) -> Iterator[Difference]:
    try:
        log, turns = Log(storage), public_keys(home)
    except (IntegrityError, UnreadableError) as broken:
        yield _of_log("head", Both(broken.en, broken.ar))
        return
    for note in notes:
        try:
            if note is None:
                raise IntegrityError(words.note_broken().en, words.note_broken().ar)
            stands = Checkpoint.parse(note.text)
            if turns is None:
                unsaid.append(words.no_key(stands.origin))
            else:
                accept(note, Trust.in_(key_at(turns, stands.head.size)))
            log.check_grew_from(stands.head)
        except TawthiqError as broken:
            yield _of_log("checkpoint", Both(broken.en, broken.ar))


def _computed_differ(found: list[Difference]) -> Iterator[Difference]:
    """Of no use where claims are not what they were; then those are what is to be mended."""
    if found:
        return
    for case in models.Case.objects.order_by("id"):
        for code in differing(case):
            yield _not_recomputed("Incident", code)
        for number in people.differing(case):
            yield _not_recomputed("Person", f"P{number}")


def _not_recomputed(name: str, code: str) -> Difference:
    table = table_of(name)
    return Difference(table, code, What.RECOMPUTED, words.not_recomputed(table, code))


def _note(text: str) -> Note | None:
    try:
        return Note.parse(text.encode())
    except UnreadableError:
        return None


def _unreadable(error: Exception) -> NotLookedAtError:
    said = words.unreadable(str(error))
    return NotLookedAtError(said.en, said.ar)


def _of_log(where: str, said: Both) -> Difference:
    return Difference(LEDGER, where, What.CHANGED, said)
