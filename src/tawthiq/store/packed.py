"""Long columns of whole numbers as text that a database keeps and a seal commits to.

Little-endian 64-bit numbers, each as the difference to the one before, deflated (zlib) and
written in base64: the same on every machine and in every database.
"""

from __future__ import annotations

import base64
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
_MOST = 1 << 31  # bytes that a column may unpack to; more is no column of ours


def pack(numbers: npt.NDArray[np.integer[Any]]) -> str:
    """A column as text; "" for an empty one."""
    if not numbers.size:
        return ""
    whole = numbers.astype("<i8").ravel()
    steps = np.diff(whole, prepend=np.int64(0)).astype("<i8")
    return base64.b64encode(zlib.compress(steps.tobytes(), 6)).decode()


def unpack(text: str) -> Numbers:
    """Read what ``pack`` wrote, as one row of numbers.

    Raises:
        ValueError: The text is nothing that it writes.
    """
    if not text:
        return np.zeros(0, np.int64)
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(base64.b64decode(text, validate=True), _MOST)
    except zlib.error as error:
        raise ValueError("no packed column") from error
    if not unpacker.eof or len(data) % 8:
        raise ValueError("no packed column")
    return np.cumsum(np.frombuffer(data, "<i8"), dtype=np.int64)


def first_rows(groups: npt.NDArray[np.integer[Any]]) -> Numbers:
    """For each row the first row of its group: the same for the same groups, however numbered."""
    _, first, which = np.unique(groups, return_index=True, return_inverse=True)
    rows: Numbers = first[which].astype(np.int64)
    return rows
