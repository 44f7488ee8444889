"""A log at one moment: whose it is, how long, and its root; signed, and held by others.

Whoever holds a checkpoint can show later that something before it was changed, whatever else
was changed with it. The format is that of C2SP tlog-checkpoint (``docs/spec/checkpoint.md``).
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.ledger import words
from tawthiq.ledger.key import KeyKind, SigningKey, VerificationKey
from tawthiq.ledger.lines import base64_of, decimal, hash_of
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note, Signed, sign
from tawthiq.ledger.tree import EMPTY_ROOT, Head
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The text of a checkpoint.

    Attributes:
        origin: Which log: a name that no other log has, by custom that of its key.
        head: Its size and root.
        extensions: Further lines that a log may have added. We add none: nobody can check
            them. Those of others are kept, because they are signed with the rest.
    """

    origin: str
    head: Head
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(not line or "\n" in line for line in (self.origin, *self.extensions)):
            raise ValueError("a line of a checkpoint is not empty and has no newline in it")

    @property
    def text(self) -> str:
        root = base64_of(self.head.root)
        lines = (self.origin, f"{self.head.size}", root, *self.extensions)
        return "".join(f"{line}\n" for line in lines)

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the text of a note as a checkpoint, in its one way of being written.

        Raises:
            UnreadableError: It is no checkpoint.
        """
        lines = text.removesuffix("\n").split("\n")
        if len(lines) < 3 or "" in lines:
            raise words.unreadable(
                words.CHECKPOINT,
                Both("it has an empty line, or fewer than three", "فيه سطر فارغ أو أقل من ثلاثة"),
            )
        origin, size, root, *extensions = lines
        head = decimal(size, words.CHECKPOINT), hash_of(root, words.CHECKPOINT)
        if head[0] == 0 and head[1] != EMPTY_ROOT:
            raise words.unreadable(
                words.CHECKPOINT, Both("an empty log has another root", "للسجل الفارغ جذر آخر")
            )
        return cls(origin, Head(*head), tuple(extensions))

    def signed(self, *keys: SigningKey) -> Note:
        """The checkpoint with these signatures; ``issue`` also sees to it that it may be signed."""
        return Note(self.text, tuple(sign(self.text, key) for key in keys))


def issue(log: Log, before: Note | None, *keys: SigningKey, origin: str = "") -> Note:
    """Sign the head of a log, if it only grew since what it signed last.

    Args:
        log: The log as it stands.
        before: The checkpoint that it signed last; None only for its first.
        keys: Those that sign for it.
        origin: Its name; by default that of the first key.

    Raises:
        ValueError: The last checkpoint is of another log.
        IntegrityError: The log did not only grow: signing would make two histories of it.
    """
    origin = origin or keys[0].name
    if before is not None:
        last = Checkpoint.parse(before.text)
        if last.origin != origin:
            raise ValueError(f"the last checkpoint is of {last.origin} and not of {origin}")
        log.check_grew_from(last.head)
    return Checkpoint(origin, log.head).signed(*keys)


@dataclass(frozen=True, slots=True)
class Trust:
    """What somebody knows of a log from elsewhere, before reading anything of it.

    Attributes:
        origin: Which log is meant.
        keys: The keys that sign for it; one of them is enough.
        witnesses: The keys of those who are trusted to see whether it only grows.
        quorum: How many of the witnesses, by name, must have seen a checkpoint.
    """

    origin: str
    keys: tuple[VerificationKey, ...]
    witnesses: tuple[VerificationKey, ...] = ()
    quorum: int = 0

    def __post_init__(self) -> None:
        if not self.keys or any(key.kind is not KeyKind.NOTE for key in self.keys):
            raise ValueError("a log is trusted by at least one key of the kind that signs notes")
        if any(key.kind is not KeyKind.COSIGNATURE for key in self.witnesses):
            raise ValueError("a witness is trusted by a key of the kind that signs with a time")
        if not 0 <= self.quorum <= len({key.name for key in self.witnesses}):
            raise ValueError(f"{self.quorum} of these witnesses cannot be asked for")

    @classmethod
    def in_(cls, key: VerificationKey) -> Trust:
        """Trust in a log that has the name of its only key."""
        return cls(key.name, (key,))


@dataclass(frozen=True, slots=True)
class Accepted:
    """A checkpoint that may be believed.

    Attributes:
        checkpoint: What it says.
        signed_by: The keys of the log that signed it.
        seen_by: The witnesses that saw it, and when by their clocks.
    """

    checkpoint: Checkpoint
    signed_by: tuple[VerificationKey, ...]
    seen_by: tuple[Signed, ...]

    @property
    def head(self) -> Head:
        return self.checkpoint.head


def accept(note: Note, trust: Trust) -> Accepted:
    """Believe a checkpoint, if what is known from elsewhere allows it.

    Raises:
        UnreadableError: The note is no checkpoint.
        IntegrityError: It is of another log, not signed by it, a known signature is false, or
            too few witnesses have seen it.
    """
    checkpoint = Checkpoint.parse(note.text)
    if checkpoint.origin != trust.origin:
        raise words.other_log(checkpoint.origin, trust.origin)
    by_log = note.verified(trust.keys)
    if not by_log:
        raise words.not_signed_by(trust.origin)
    seen = note.verified(trust.witnesses)
    names = {one.key.name for one in seen}
    if len(names) < trust.quorum:
        raise words.too_few_witnesses(len(names), trust.quorum)
    return Accepted(checkpoint, tuple(one.key for one in by_log), seen)
