"""Sign where the log stands, for others to keep; and pass from one signing key to the next."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.seal import append
from tawthiq.errors import HomeError, NotLookedAtError
from tawthiq.ledger.checkpoint import Checkpoint, issue
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.key import KeyKind, SigningKey, VerificationKey
from tawthiq.ledger.key_change import KIND, KeyChange, keys_in_turn
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.sealed import words
from tawthiq.store.sealed.storage import DatabaseStorage


def checkpoint(home: Home) -> Note:
    """Sign the log as it stands now; kept here, and to be kept by somebody else.

    Raises:
        NotLookedAtError: Nothing was sealed yet.
        IntegrityError: The log did not only grow since the last checkpoint.
        HomeError: The key of this log lies in another home folder.
    """
    with in_one_piece():
        log = Log(DatabaseStorage())
        if not log.size:
            nothing = words.nothing_sealed()
            raise NotLookedAtError(nothing.en, nothing.ar)
        last = models.KeptCheckpoint.objects.order_by("-id").first()
        before = Note.parse(last.note.encode()) if last else None
        key = own_key(home)
        note = issue(log, before, key)
        if before is None or before.text != note.text or not before.verified([key.public]):
            models.KeptCheckpoint.objects.create(
                origin=key.name,
                size=log.size,
                note=note.to_bytes().decode(),
                at=datetime.now(UTC),
            )
    return note


def change_key(home: Home, *, by: str, because: str) -> VerificationKey:
    """Let another key sign from now on, and say so in the log under both keys.

    Returns:
        The new key, to be given to everybody who has the old one.

    Raises:
        HomeError: The key of this log lies in another home folder.
    """
    rights.require_change_key(by)
    with in_one_piece():
        old = own_key(home)
        new = SigningKey.generate(old.name, KeyKind.NOTE)
        change = KeyChange(old.name, old.public, new.public)
        what = {"old": str(old.public), "new": str(new.public)}
        journal.write(None, by=by, action="change-key", what=what, why=because)
        append(KIND, by=by, body=change.signed(old, new).to_bytes())
        # Replaced before the change is final: a key that signs nothing is mended from the
        # journal's copy of the folder, a log whose new key was never kept is at its end.
        home.replace_log_key(new.secret_line())
    return new.public


def public_keys(home: Home) -> list[tuple[int, VerificationKey]] | None:
    """Which key signs from which size on; None where this home folder has no key.

    Raises:
        IntegrityError, UnreadableError: A change of keys in the log is not a true one.
    """
    if not home.log_key.exists():
        return None
    own = SigningKey.parse(home.keep_log_key("")).public
    changes = list(key_changes())
    first = KeyChange.read(Note.parse(changes[0][1].body)).old if changes else own
    return keys_in_turn(own.name, first, changes)


def own_key(home: Home) -> SigningKey:
    """The key of this home, made when first asked for.

    Raises:
        HomeError: The log has a key, and it is another.
    """
    last = models.KeptCheckpoint.objects.order_by("-id").first()
    if last is not None and not home.log_key.exists():
        raise _elsewhere(last.origin)
    made = SigningKey.generate(f"tawthiq-{secrets.token_hex(8)}", KeyKind.NOTE)
    key = SigningKey.parse(home.keep_log_key(made.secret_line()))
    if (
        last is not None
        and Checkpoint.parse(Note.parse(last.note.encode()).text).origin != key.name
    ):
        raise _elsewhere(last.origin)
    return key


def _elsewhere(origin: str) -> HomeError:
    return HomeError(
        f"the key that signs for this log ({origin}) is not in this home folder; put the file "
        "ledger-key back from a copy, or ask for the checkpoint where it lies",
        f"المفتاح الذي يوقّع عن هذا السجل ({origin}) ليس في مجلد العمل هذا؛ أعد الملف ledger-key"
        " من نسخة محفوظة أو اطلب نقطة التحقق حيث يوجد",
    )


def key_changes() -> Iterator[tuple[int, Entry]]:
    """The changes of keys, with their places in the log."""
    sealed = models.LedgerEntry.objects.order_by("place").values_list("place", "sealed")
    for place, data in sealed.iterator(chunk_size=1000):
        if f"\nkind {KIND}\n".encode() in bytes(data)[:200]:
            yield place, Entry.parse(bytes(data))
