"""Commitments to very many rows, in parts: numbers and commitments together, salts apart."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tawthiq.ledger.commitment import SALT_BYTES, committed
from tawthiq.store.sealed.tables import Row, contents, read

ROWS = 4096  # in one part
_NUMBER, _COMMITMENT = 8, 32  # bytes
_WIDTH = _NUMBER + _COMMITMENT


@dataclass(frozen=True, slots=True)
class Part:
    """Rows sealed together.

    Attributes:
        rows: For each row, its number and the commitment to it.
        salts: 32 bytes a row.
    """

    rows: bytes
    salts: bytes


def parts(name: str, columns: Sequence[str], first: int, last: int) -> Iterator[Part]:
    """Commit to the rows of a table with these numbers, under new salts."""
    low = first
    while low <= last:
        found = read(name, columns, low, low + ROWS - 1 if low + ROWS - 1 < last else last)
        if found:
            salts = secrets.token_bytes(SALT_BYTES * len(found))
            yield Part(b"".join(_committed(name, found, salts)), salts)
        low += ROWS


def _committed(name: str, rows: Sequence[Row], salts: bytes) -> Iterator[bytes]:
    for at, (row, content) in enumerate(zip(rows, contents(name, rows), strict=True)):
        salt = salts[at * SALT_BYTES : (at + 1) * SALT_BYTES]
        yield row[0].to_bytes(_NUMBER) + committed(content, salt)


def taken_apart(rows: bytes, salts: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, commitment and salt of each row; the salt is empty where it was removed."""
    for at in range(len(rows) // _WIDTH):
        one = rows[at * _WIDTH : (at + 1) * _WIDTH]
        salt = salts[at * SALT_BYTES : (at + 1) * SALT_BYTES]
        yield int.from_bytes(one[:_NUMBER]), one[_NUMBER:], salt if any(salt) else b""


def numbers_to_bytes(numbers: Sequence[int]) -> bytes:
    return b"".join(number.to_bytes(_NUMBER) for number in numbers)


def numbers_from_bytes(data: bytes) -> list[int]:
    return [int.from_bytes(data[at : at + _NUMBER]) for at in range(0, len(data), _NUMBER)]


def digest_of(several: Sequence[bytes]) -> str:
    """Over all parts of a table in one entry."""
    running = sha256()
    for each in several:
        running.update(each)
    return running.hexdigest()
