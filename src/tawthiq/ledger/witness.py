"""Somebody outside who remembers how long a log was, and signs only if it did nothing but grow.

A witness sees no entries: it needs the log's key, the checkpoint it cosigned last, and a proof.
It runs on plain files, on a stick or a laptop of another organisation. What it remembers is
written down before it answers (C2SP tlog-witness).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tawthiq.errors import IntegrityError, UnreadableError
from tawthiq.ledger import words
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.key import KeyKind, SigningKey, VerificationKey
from tawthiq.ledger.key_change import KeyChange
from tawthiq.ledger.note import Note, Signature, sign
from tawthiq.ledger.proof import check_consistency
from tawthiq.ledger.refusal import Refusal, Refused, refused
from tawthiq.ledger.tree import EMPTY_ROOT, Head
from tawthiq.ledger.witness_record import WitnessRecord
from tawthiq.ledger.witness_request import Request

_NOTHING = Head(0, EMPTY_ROOT)


@dataclass(frozen=True, slots=True)
class Cosigned:
    """The witness signed, and remembers it.

    Attributes:
        signature: To be put below the checkpoint.
        note: The checkpoint with the signatures of the log and of this witness.
    """

    signature: Signature
    note: Note


class Witness:
    """A witness with its key and the folder in which it remembers."""

    def __init__(
        self, folder: Path, key: SigningKey, earlier: tuple[VerificationKey, ...] = ()
    ) -> None:
        """`earlier` are keys that this witness signed with before it had this one.

        Raises:
            ValueError: The key is not of the kind that signs with a time.
        """
        if key.kind is not KeyKind.COSIGNATURE:
            raise ValueError("a witness signs with a key of the kind that signs with a time")
        self.folder = folder
        self._key = key
        self._own = (key.public, *earlier)

    def follow(self, origin: str, key: VerificationKey) -> None:
        """Follow a log, whose key came by hand or on paper.

        Raises:
            ValueError: The key is not of the kind that signs checkpoints.
            FileExistsError: The log is followed already.
        """
        if key.kind is not KeyKind.NOTE:
            raise ValueError("a log signs with a key of the kind that signs notes")
        WitnessRecord(self.folder, origin).begin(key)

    def follow_key(self, change: Note) -> VerificationKey:
        """Take the new key of a log from a change that its old key and the new one signed.

        Raises:
            UnreadableError: The note is no change of keys.
            IntegrityError: It is not signed by both, or not from the key that holds.
        """
        said = KeyChange.read(change)
        record = WitnessRecord(self.folder, said.origin)
        keys = record.keys()
        if not keys or keys[-1] != said.old:
            raise words.not_the_present_key(said.origin)
        record.add_key(len(keys), said.new)
        return said.new

    def seen(self, origin: str) -> Head | None:
        """What this witness saw last of a log; None where it does not follow it.

        Raises:
            IntegrityError: What it remembers does not bear its own signature.
        """
        record = WitnessRecord(self.folder, origin)
        return self._held(record)[1] if record.exists() else None

    def consider(self, request: Request, now: int) -> Cosigned | Refused:
        """Sign a checkpoint, or say why not. Forks and shrunken logs are kept as evidence.

        Args:
            now: Seconds since 1970, by the clock of the witness.

        Raises:
            IntegrityError: What the witness remembers does not bear its own signature.
            OSError: It could not be written down, and nothing was signed.
        """
        checkpoint = request.checkpoint
        record = WitnessRecord(self.folder, checkpoint.origin)
        if not record.exists():
            return refused(Refusal.UNKNOWN_LOG, checkpoint.origin)
        if not _is_signed(request.note, record.keys()[-1]):
            return refused(Refusal.BAD_SIGNATURE, checkpoint.origin)
        count, held = self._held(record)
        fault = _fault(request, checkpoint.head, held, record)
        if fault is None:
            return self._cosign(request.note, record, count, now)
        if fault.is_evidence:
            record.keep_evidence(request.note)
        return refused(fault, checkpoint.origin, held, checkpoint.head)

    def _cosign(
        self, note: Note, record: WitnessRecord, count: int, now: int
    ) -> Cosigned | Refused:
        """Remember first, answer then; where another answer came first, refuse."""
        signature = sign(note.text, self._key, time=now)
        cosigned = Note(note.text, (*note.signatures, signature))
        try:
            record.add_note(count, cosigned)
        except FileExistsError:
            _, held = self._held(record)
            return refused(Refusal.WRONG_START, record.origin, held, _head(note))
        return Cosigned(signature, cosigned)

    def _held(self, record: WitnessRecord) -> tuple[int, Head]:
        """How many checkpoints were cosigned, and the last head; verified as our own."""
        try:
            count, note = record.latest()
        except UnreadableError:
            raise words.not_our_own_record(record.origin) from None
        if note is None:
            return count, _NOTHING
        checkpoint = Checkpoint.parse(note.text)
        if checkpoint.origin != record.origin or not self._is_ours(note):
            raise words.not_our_own_record(record.origin)
        return count, checkpoint.head

    def _is_ours(self, note: Note) -> bool:
        return any(_is_signed(note, key) for key in self._own)


def _fault(request: Request, sent: Head, held: Head, record: WitnessRecord) -> Refusal | None:
    """What is wrong with a checkpoint that the log did sign; None where nothing is."""
    if sent.size < held.size:
        earlier = {head.size: head.root for head in map(_head, record.notes())}
        if sent.size not in earlier:
            return Refusal.SHRUNK
        return Refusal.REPLAYED if earlier[sent.size] == sent.root else Refusal.FORKED
    if sent.size == held.size and sent.root != held.root:
        return Refusal.FORKED
    if request.old != held.size:
        return Refusal.REPLAYED if sent == held else Refusal.WRONG_START
    try:
        check_consistency(
            held.size, sent.size, path=request.path, old_root=held.root, new_root=sent.root
        )
    except IntegrityError:
        return Refusal.NOT_SHOWN_TO_GROW
    return None


def _is_signed(note: Note, key: VerificationKey) -> bool:
    try:
        return bool(note.verified([key]))
    except IntegrityError:
        return False


def _head(note: Note) -> Head:
    return Checkpoint.parse(note.text).head
