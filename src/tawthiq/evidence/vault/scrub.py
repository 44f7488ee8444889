"""Looking whether everything that was kept is still there and still the same.

Level 1 asks whether each object is there and as large as it was; level 2 reads and hashes it;
level 3 reads it from the disk itself, past what the system remembers of it, compares both hashes
and looks for what has no business in the vault. "Could not be read" is neither "holds" nor "does
not hold", and is never counted as either.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from hashlib import sha256, sha512
from io import RawIOBase
from itertools import islice

from tawthiq.errors import IntegrityError, StorageError
from tawthiq.evidence.vault.objects import ObjectRef
from tawthiq.evidence.vault.store import Store
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

_WORKERS = 2
_AHEAD = 8  # objects that may be read before their turn has come
_PIECE = 1 << 20  # bytes


class Level(IntEnum):
    """How closely to look."""

    THERE = 1
    HASHED = 2
    DEEP = 3


class State(StrEnum):
    """What was found of one object."""

    HOLDS = "holds"
    MISSING = "missing"
    OTHER_SIZE = "other-size"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    """It could not be found out."""

    @property
    def said(self) -> Both:
        return _SAID[self]


_SAID = {
    State.HOLDS: Both("as it was kept", "كما حُفظ"),
    State.MISSING: Both(
        "missing; put it back from a copy",
        "مفقود؛ أعده من نسخة أخرى",
    ),
    State.OTHER_SIZE: Both(
        "not as long as it was kept; put it back from a copy and keep the damaged one",
        "طوله غير ما حُفظ؛ أعده من نسخة أخرى واحتفظ بالتالف",
    ),
    State.CHANGED: Both(
        "its bytes have changed; put it back from a copy and keep the damaged one",
        "تغيرت بايتاته؛ أعده من نسخة أخرى واحتفظ بالتالف",
    ),
    State.UNREADABLE: Both(
        "could not be read, so nothing is known; look at the disk and scrub again",
        "تعذرت قراءته فلا يُعرف حاله؛ افحص القرص ثم أعد التدقيق",
    ),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What the ledger says is there; its SHA-512 where it is known."""

    ref: ObjectRef
    sha512: bytes | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """One object that was looked at."""

    expected: Expected
    state: State


@dataclass(slots=True)
class Scrubbed:
    """What a scrub has found so far; ``last`` is where another one may go on."""

    level: Level
    objects: int = 0
    size: int = 0
    last: Digest | None = None
    states: Counter[State] = field(default_factory=Counter)
    faults: list[Looked] = field(default_factory=list)

    def note(self, looked: Looked) -> None:
        self.objects += 1
        self.size += looked.expected.ref.size
        self.last = looked.expected.ref.digest
        self.states[looked.state] += 1
        if looked.state is not State.HOLDS:
            self.faults.append(looked)

    @property
    def exit_code(self) -> int:
        """0 holds; 1 does not; 3 could not be found out, or nothing was looked at."""
        faults = {one.state for one in self.faults}
        if faults - {State.UNREADABLE}:
            return 1
        return 3 if faults or not self.objects else 0


def scrub(
    store: Store, expected: Iterable[Expected], level: Level, after: Digest | None = None
) -> Iterator[Looked]:
    """Look at each object, in the order in which they are given.

    Args:
        after: Go on behind this object, where an earlier scrub of the same list ended. The list
            must then be in the order of the digests.
    """
    rest = (one for one in expected if after is None or one.ref.digest > after)
    waiting = deque[tuple[Expected, Future[State]]]()
    with ThreadPoolExecutor(_WORKERS) as pool:
        try:
            for one in islice(rest, _AHEAD):
                waiting.append((one, pool.submit(_look, store, one, level)))
            while waiting:
                one, state = waiting.popleft()
                for following in islice(rest, 1):
                    waiting.append((following, pool.submit(_look, store, following, level)))
                yield Looked(one, state.result())
        finally:
            for _, state in waiting:
                state.cancel()


def _look(store: Store, expected: Expected, level: Level) -> State:
    try:
        found = store.find(expected.ref.digest)
        if found is None:
            return State.MISSING
        if found.size != expected.ref.size:
            return State.OTHER_SIZE
        if level is Level.THERE:
            return State.HOLDS
        with store.open(expected.ref.digest, past_memory=level is Level.DEEP) as file:
            return _compare(file, expected, level)
    except IntegrityError:
        return State.MISSING  # it went away between two looks
    except (StorageError, OSError):
        return State.UNREADABLE


def _compare(file: RawIOBase, expected: Expected, level: Level) -> State:
    hashes = [sha256()]
    wanted = [expected.ref.digest.raw]
    if level is Level.DEEP and expected.sha512 is not None:
        hashes.append(sha512())
        wanted.append(expected.sha512)
    buffer = memoryview(bytearray(_PIECE))
    while count := file.readinto(buffer):
        for one in hashes:
            one.update(buffer[:count])
    return State.HOLDS if [one.digest() for one in hashes] == wanted else State.CHANGED
