"""All that shows one entry to be in a log, in one text that is verified offline (C2SP tlog-proof).

    c2sp.org/tlog-proof@v1
    index 7
    W5LvpYz3QjQu9Z7l1hQ2z4E9pQ2hJv8yGm1Hq0m7h1Q=

    example.org/log
    8
    ...

It needs the entry itself beside it, and keys known from elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.errors import UnreadableError
from tawthiq.ledger import words
from tawthiq.ledger.checkpoint import Accepted, Checkpoint, Trust, accept
from tawthiq.ledger.lines import base64_of, bytes_of, decimal, hash_of, text_of
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note
from tawthiq.ledger.proof import check_inclusion
from tawthiq.ledger.tree import HASH_BYTES, Hash, leaf_hash
from tawthiq.values.both import Both

SUFFIX = ".tlog-proof"
_TITLE = "c2sp.org/tlog-proof@v1"
_MOST_HASHES = 63  # a log of 2**63 entries is as deep


@dataclass(frozen=True, slots=True)
class TlogProof:
    """Where an entry stands in a log, and what shows it.

    Attributes:
        index: The place of the entry, from 0.
        path: The hashes from the entry's neighbour up.
        note: The checkpoint under which it is shown, with all its signatures.
        extra: Bytes for the reader's convenience. Nobody signs them: never rely on them.
    """

    index: int
    path: tuple[Hash, ...]
    note: Note
    extra: bytes = b""

    def __post_init__(self) -> None:
        if self.index < 0 or any(len(beside) != HASH_BYTES for beside in self.path):
            raise ValueError(f"no entry {self.index} is proved by hashes of other than 32 bytes")

    def to_bytes(self) -> bytes:
        extra = [f"extra {base64_of(self.extra)}"] if self.extra else []
        lines = [_TITLE, *extra, f"index {self.index}", *map(base64_of, self.path)]
        return "\n".join([*lines, "", ""]).encode() + self.note.to_bytes()

    @classmethod
    def parse(cls, data: bytes) -> TlogProof:
        """Read such a text, in its one way of being written. Nothing is verified by that.

        Raises:
            UnreadableError: It is no such text.
        """
        above, blank, below = text_of(data, words.PROOF).partition("\n\n")
        title, *lines = above.split("\n")
        if title != _TITLE or not blank:
            raise _misshapen()
        extra = b""
        if lines and lines[0].startswith("extra "):
            extra = bytes_of(lines.pop(0).removeprefix("extra "), words.PROOF)
        if not lines or not lines[0].startswith("index ") or len(lines) > _MOST_HASHES + 1:
            raise _misshapen()
        index = decimal(lines[0].removeprefix("index "), words.PROOF)
        path = tuple(hash_of(line, words.PROOF) for line in lines[1:])
        note = Note.parse(below.encode())
        Checkpoint.parse(note.text)
        return cls(index, path, note, extra)

    def check(self, entry: bytes, trust: Trust) -> Accepted:
        """Return under which checkpoint this entry is shown to be in the log.

        Raises:
            IntegrityError: The checkpoint may not be believed, or the entry is not in it.
        """
        accepted = accept(self.note, trust)
        head = accepted.head
        check_inclusion(
            leaf_hash(entry), index=self.index, size=head.size, path=self.path, root=head.root
        )
        return accepted


def prove(log: Log, index: int, note: Note, extra: bytes = b"") -> TlogProof:
    """Show one entry of a log under a checkpoint that it signed, now or earlier.

    Raises:
        ValueError: The log has no such entry at that size.
        IntegrityError: The checkpoint is not of this log as it stands.
    """
    head = Checkpoint.parse(note.text).head
    log.check_grew_from(head)
    return TlogProof(index, log.inclusion(index, head.size), note, extra)


def _misshapen() -> UnreadableError:
    return words.unreadable(words.PROOF, Both("it has another form", "شكله مختلف"))
