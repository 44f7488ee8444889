"""What a log hands to a witness: a new checkpoint, and the proof that it only grew.

    old 12
    PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=

    example.org/log
    20
    ...

The text is the one that C2SP tlog-witness sends over HTTP, so it can also go by mail or on a
stick.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.errors import UnreadableError
from tawthiq.ledger import words
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.lines import base64_of, decimal, hash_of, text_of
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note
from tawthiq.ledger.tree import Hash
from tawthiq.values.both import Both

MOST_HASHES = 63  # C2SP tlog-witness


@dataclass(frozen=True, slots=True)
class Request:
    """Please cosign this checkpoint; here is how it grew from the one you saw last.

    Attributes:
        old: The size that the witness is thought to have seen last; 0 for the first time.
        path: The consistency path from there; empty where there is nothing to show.
        note: The checkpoint as the log signed it.
    """

    old: int
    path: tuple[Hash, ...]
    note: Note

    @property
    def checkpoint(self) -> Checkpoint:
        return Checkpoint.parse(self.note.text)

    def to_bytes(self) -> bytes:
        lines = [f"old {self.old}", *map(base64_of, self.path)]
        return "\n".join([*lines, "", ""]).encode() + self.note.to_bytes()

    @classmethod
    def parse(cls, data: bytes) -> Request:
        """Read a request, in its one way of being written. Nothing is verified by that.

        Raises:
            UnreadableError: It is none.
        """
        above, blank, below = text_of(data, words.REQUEST).partition("\n\n")
        first, *hashes = above.split("\n")
        if not blank or not first.startswith("old ") or len(hashes) > MOST_HASHES:
            raise _misshapen()
        old = decimal(first.removeprefix("old "), words.REQUEST)
        path = tuple(hash_of(line, words.REQUEST) for line in hashes)
        request = cls(old, path, Note.parse(below.encode()))
        if old > request.checkpoint.head.size:
            raise _misshapen()
        return request


def ask(log: Log, old: int, note: Note) -> Request:
    """A request to a witness that saw `old` entries of this log last.

    Raises:
        ValueError: The log never had these sizes, in this order.
        IntegrityError: The checkpoint is not of this log as it stands.
    """
    head = Checkpoint.parse(note.text).head
    log.check_grew_from(head)
    return Request(old, log.consistency(old, head.size), note)


def _misshapen() -> UnreadableError:
    return words.unreadable(words.REQUEST, Both("it has another form", "شكله مختلف"))
