"""An administrator who rewrites rows of the log and then recomputes every hash above them.

Afterwards nothing in the storage contradicts anything else in it. Only somebody who holds an
older head can tell.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.ledger.house import entry

from tawthiq.errors import IntegrityError
from tawthiq.ledger.audit import audit
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.proof import check_consistency
from tawthiq.ledger.tree import Head

SIZE, HELD_AT = 300, 200
HONEST = [entry(number) for number in range(SIZE)]


def log_over(rows: list[bytes]) -> Log:
    log = Log(MemoryStorage())
    log.append(rows)
    return log


HELD: Head = log_over(HONEST[:HELD_AT]).head


def rewritten(draw: Random) -> Log:
    """A log with one or several rows before the held head changed, and every hash anew."""
    rows = list(HONEST)
    while rows[:HELD_AT] == HONEST[:HELD_AT]:  # swapping a row with itself changes nothing
        for _ in range(draw.choice([1, 1, 1, 2, 10])):
            if len(rows) > 1:
                draw.choice(_ATTACKS)(rows, draw)
    return log_over(rows)


def is_caught(log: Log) -> bool:
    """Whether the holder of the older head sees it, by looking and by asking for a proof."""
    try:
        log.check_grew_from(HELD)
    except IntegrityError:
        return not _proves_growth(log)
    return False


def contradicts_itself(log: Log) -> bool:
    """Whether anything within the storage shows it: it must not, or the attack was a weak one."""
    return list(audit(log.storage)) != []


def _proves_growth(log: Log) -> bool:
    if log.size < HELD_AT:
        return False
    try:
        check_consistency(
            HELD_AT,
            log.size,
            path=log.consistency(HELD_AT),
            old_root=HELD.root,
            new_root=log.head.root,
        )
    except IntegrityError:
        return False
    return True


def _edit_a_bit(rows: list[bytes], draw: Random) -> None:
    at = draw.randrange(min(HELD_AT, len(rows)))
    row = bytearray(rows[at])
    row[draw.randrange(len(row))] ^= 1 << draw.randrange(8)
    rows[at] = bytes(row)


def _replace(rows: list[bytes], draw: Random) -> None:
    rows[draw.randrange(min(HELD_AT, len(rows)))] = draw.randbytes(30)


def _delete_and_renumber(rows: list[bytes], draw: Random) -> None:
    del rows[draw.randrange(min(HELD_AT, len(rows)))]


def _insert(rows: list[bytes], draw: Random) -> None:
    rows.insert(draw.randrange(min(HELD_AT, len(rows))), b"forged")


def _swap(rows: list[bytes], draw: Random) -> None:
    one, two = (draw.randrange(min(HELD_AT, len(rows))) for _ in range(2))
    rows[one], rows[two] = rows[two], rows[one]


def _repeat(rows: list[bytes], draw: Random) -> None:
    at = draw.randrange(min(HELD_AT, len(rows)))
    rows.insert(at, rows[at])


def _cut_off(rows: list[bytes], draw: Random) -> None:
    del rows[draw.randint(1, min(HELD_AT, len(rows)) - 1) :]
    if draw.random() < 0.5:  # and fill up with something else
        rows.extend(draw.randbytes(10) for _ in range(SIZE - len(rows)))


def _move(rows: list[bytes], draw: Random) -> None:
    row = rows.pop(draw.randrange(min(HELD_AT, len(rows))))
    rows.insert(draw.randrange(len(rows) + 1), row)


_ATTACKS: tuple[Callable[[list[bytes], Random], None], ...] = (
    _edit_a_bit,
    _replace,
    _delete_and_renumber,
    _insert,
    _swap,
    _repeat,
    _cut_off,
    _move,
)
