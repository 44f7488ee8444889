"""One thing that was done, as it is sealed: its kind, when, by whom, on what content.

    tawthiq-entry/1
    kind incident.discounted
    time 2026-11-22T10:15:30Z
    actor 5bf4b1a8...
    payload e3b0c442...
    sealed reason 0f1ad3c2...

Content and names stay outside, where they can be erased. The format, line by line, is in
``docs/spec/ledger-entry.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from tawthiq.ledger import words
from tawthiq.ledger.bundle import LONGEST_ENTRY
from tawthiq.ledger.commitment import Commitment
from tawthiq.ledger.lines import base64_of, bytes_of, lines_of
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

NO_PAYLOAD = Digest.of(b"")

_TITLE = "tawthiq-entry/1"
_LABEL = re.compile(r"(?=.{1,64}$)[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is sealed of an action.

    Attributes:
        kind: ``incident.discounted``, ``evidence.received``; ``ledger.`` is ours.
        time: A whole second in UTC, by the clock of the machine that seals.
        actor: Commitment to whoever acted.
        payload: Digest of content that is about no person.
        sealed: Commitments to what is about a person, each under a label, sorted by it;
            ``seal`` makes them.
        body: The payload itself, where the log shall carry it; else empty.
    """

    kind: str
    time: datetime
    actor: Commitment
    payload: Digest = NO_PAYLOAD
    sealed: tuple[tuple[str, Commitment], ...] = ()
    body: bytes = b""

    def __post_init__(self) -> None:
        labels = [label for label, _ in self.sealed]
        for label in (self.kind, *labels):
            if not _LABEL.fullmatch(label):
                raise ValueError(f"not a kind or label of an entry: {label[:80]!r}")
        if labels != sorted(set(labels)):
            raise ValueError("a label of an entry stands twice or out of its order")
        if self.time.tzinfo is not UTC or self.time.microsecond:
            raise ValueError(f"the time of an entry is a whole second in UTC, not {self.time}")
        if self.body and Digest.of(self.body) != self.payload:
            raise ValueError("the body of an entry is its payload")
        if len(self.to_bytes()) > LONGEST_ENTRY:
            raise ValueError(f"an entry is longer than {LONGEST_ENTRY} bytes")

    def to_bytes(self) -> bytes:
        """The one way in which it is written."""
        lines = [
            _TITLE,
            f"kind {self.kind}",
            f"time {_written(self.time)}",
            f"actor {self.actor}",
            f"payload {self.payload}",
            *(f"sealed {label} {commitment}" for label, commitment in self.sealed),
            *([f"body {base64_of(self.body)}"] if self.body else ()),
        ]
        return "".join(f"{line}\n" for line in lines).encode()

    @classmethod
    def parse(cls, data: bytes) -> Entry:
        """Read an entry, in its one way of being written.

        Raises:
            UnreadableError: The bytes are anything else.
        """
        entry = _read(lines_of(data, words.ENTRY))
        if entry is None or entry.to_bytes() != data:
            raise words.unreadable(
                words.ENTRY,
                Both(
                    "its lines are not those of tawthiq-entry/1, in their order and form",
                    "أسطره ليست أسطر tawthiq-entry/1 بترتيبها وشكلها",
                ),
            )
        return entry


def seal(commitments: Mapping[str, Commitment]) -> tuple[tuple[str, Commitment], ...]:
    """The commitments of an entry in the order in which they are written."""
    return tuple(sorted(commitments.items(), key=lambda labelled: labelled[0]))


def _read(lines: list[str]) -> Entry | None:
    """The entry that the lines may mean; whether they are written as they must is checked after."""
    if lines[0] != _TITLE or len(lines) < 5:
        return None
    pairs = [line.partition(" ")[::2] for line in lines[1:]]
    (_, kind), (_, time), (_, actor), (_, payload), *rest = pairs
    sealed = [value.partition(" ")[::2] for word, value in rest if word == "sealed"]
    bodies = [value for word, value in rest if word == "body"]
    try:
        return Entry(
            kind,
            datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
            Commitment(bytes.fromhex(actor)),
            Digest.parse(payload),
            tuple((label, Commitment(bytes.fromhex(digits))) for label, digits in sealed),
            bytes_of(bodies[0], words.ENTRY) if bodies else b"",
        )
    except ValueError:  # no hash, no day that ever was, no label, a body of another payload
        return None


def _written(time: datetime) -> str:
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")
