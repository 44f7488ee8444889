"""Let other organisations witness the log: ask them, and keep what they cosigned.

The witness itself runs on plain files and knows nothing of a database (``tawthiq witness``).
"""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.checkpoints import checkpoint, public_keys
from tawthiq.errors import InputError
from tawthiq.ledger.checkpoint import Accepted, Checkpoint, Trust, accept
from tawthiq.ledger.key import KeyKind, VerificationKey
from tawthiq.ledger.key_change import key_at
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note
from tawthiq.ledger.witness_request import Request, ask
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.sealed.storage import DatabaseStorage


def know_witness(line: str, *, by: str) -> VerificationKey:
    """Keep the key of a witness, which came by hand or on paper.

    Raises:
        UnreadableError: The line is no key.
        InputError: It is a key of another kind.
    """
    rights.require_change_key(by)
    key = VerificationKey.parse(line.strip())
    if key.kind is not KeyKind.COSIGNATURE:
        raise InputError(
            f"{key.name} does not sign as a witness; ask for what tawthiq witness key prints",
            f"لا يوقّع {key.name} شاهدًا؛ اطلب المفتاح الذي طبعه الأمر tawthiq witness key",
        )
    with in_one_piece():
        if not models.WitnessKey.objects.filter(key=str(key)).exists():
            models.WitnessKey.objects.create(
                name=key.name, key=str(key), by=by, at=datetime.now(UTC)
            )
            journal.write(None, by=by, action="know-witness", what={"witness": key.name})
    return key


def ask_witness(home: Home, seen: int) -> Request:
    """A request to a witness that saw so many entries last; 0 for the first time.

    Raises:
        InputError: The log never had so many.
        NotLookedAtError: Nothing was sealed yet.
    """
    note = checkpoint(home)
    size = Checkpoint.parse(note.text).head.size
    if not 0 <= seen <= size:
        raise InputError(
            f"this log has {size} entries and never had {seen}; ask the witness what it saw last",
            f"في هذا السجل {size} من القيود ولم يكن فيه {seen} قط؛ اسأل الشاهد عما رآه أخيرًا",
        )
    return ask(Log(DatabaseStorage()), seen, note)


def keep_cosigned(home: Home, data: bytes, *, by: str) -> Accepted:
    """Keep a checkpoint of ours that came back with the signature of a witness.

    Raises:
        UnreadableError: It is no checkpoint.
        IntegrityError: It is not of this log as it stands, or no witness that we know signed it.
        HomeError: The key of this log lies in another home folder.
    """
    note = Note.parse(data)
    head = Checkpoint.parse(note.text).head
    rows = models.WitnessKey.objects.order_by("id").values_list("key", flat=True)
    witnesses = tuple(VerificationKey.parse(line) for line in rows)
    if not witnesses:
        raise InputError(
            "no witness is known here; give its key with --witness-key",
            "لا شاهد معروف هنا؛ أعطِ مفتاحه بالخيار ‎--witness-key",
        )
    with in_one_piece():
        own = key_at(public_keys(home) or [], head.size)
        accepted = accept(note, Trust(own.name, (own,), witnesses, 1))
        Log(DatabaseStorage()).check_grew_from(head)
        text = note.to_bytes().decode()
        if not models.WitnessedCheckpoint.objects.filter(note=text).exists():
            models.WitnessedCheckpoint.objects.create(
                size=head.size, note=text, at=datetime.now(UTC)
            )
            what = {"size": head.size, "witnesses": len(accepted.seen_by)}
            journal.write(None, by=by, action="keep-cosigned", what=what)
    return accepted
