"""A log passes from one key to the next, and says so in itself, where every witness sees it.

Without the entry a new key would be what a thief also shows. ``docs/spec/ledger-entry.md``,
lines 17 to 21.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.ledger import words
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.key import KeyKind, SigningKey, VerificationKey
from tawthiq.ledger.note import Note, signed
from tawthiq.values.both import Both

KIND = "ledger.key-changed"
_TITLE = "tawthiq-key-change/1"


@dataclass(frozen=True, slots=True)
class KeyChange:
    """From now on another key signs for a log.

    Attributes:
        origin: The log.
        old: The key that signed until now.
        new: The key that signs from now on.
    """

    origin: str
    old: VerificationKey
    new: VerificationKey

    def __post_init__(self) -> None:
        if {self.old.kind, self.new.kind} != {KeyKind.NOTE} or self.old == self.new:
            raise ValueError("a log changes from one key for notes to another one")

    @property
    def text(self) -> str:
        return f"{_TITLE}\n{self.origin}\nold {self.old}\nnew {self.new}\n"

    def signed(self, old: SigningKey, new: SigningKey) -> Note:
        """The change as both keys sign it; its bytes are the body of the entry.

        Raises:
            ValueError: These are not the two keys of the change.
        """
        if (old.public, new.public) != (self.old, self.new):
            raise ValueError("a change of keys is signed by the old key and by the new one")
        return signed(self.text, old, new)

    @classmethod
    def read(cls, note: Note) -> KeyChange:
        """Read a change of keys and verify that both keys signed it.

        Raises:
            UnreadableError: It is written in any other way.
            IntegrityError: One of the two did not sign it.
        """
        match note.text.split("\n"):
            case [title, origin, old, new, ""] if title == _TITLE and origin:
                keys = _key_after("old ", old), _key_after("new ", new)
            case _:
                raise words.unreadable(words.KEY_CHANGE, _SHAPE)
        try:
            change = cls(origin, *keys)
        except ValueError:
            raise words.unreadable(words.KEY_CHANGE, _SHAPE) from None
        for key in keys:
            if not note.verified([key]):
                raise words.not_signed_by(str(key))
        return change


def keys_in_turn(
    origin: str, first: VerificationKey, entries: Iterable[tuple[int, Entry]]
) -> list[tuple[int, VerificationKey]]:
    """Which key signs for a log, and from which size on.

    Args:
        origin: The log.
        first: The key of its beginning, known from elsewhere.
        entries: Entries with their indices, in the order of the log; other kinds are passed by.

    Returns:
        Pairs of a size and the key that signs checkpoints of that size and larger ones, until
        the size of the next pair.

    Raises:
        UnreadableError: An entry of this kind holds no change of keys.
        IntegrityError: A change is not of this log, not signed by both keys, or not from the
            key that held.
    """
    turns = [(0, first)]
    for index, entry in entries:
        if entry.kind != KIND:
            continue
        change = KeyChange.read(Note.parse(entry.body))
        if (change.origin, change.old) != (origin, turns[-1][1]):
            raise words.key_out_of_turn(index, origin)
        turns.append((index + 1, change.new))
    return turns


def key_at(turns: list[tuple[int, VerificationKey]], size: int) -> VerificationKey:
    """The key that must have signed a checkpoint of this size."""
    return [key for since, key in turns if since <= size][-1]


def _key_after(word: str, line: str) -> VerificationKey:
    if not line.startswith(word):
        raise words.unreadable(words.KEY_CHANGE, _SHAPE)
    return VerificationKey.parse(line.removeprefix(word))


_SHAPE = Both(
    "its lines are not those of tawthiq-key-change/1",
    "أسطره ليست أسطر tawthiq-key-change/1",
)
