"""What a log witness signs: that it saw this checkpoint at this time (C2SP tlog-cosignature).

The statement is: as of this time, the largest log of this origin that I have seen, and that
only grew from all that I saw before, has this size and this root.
"""

from __future__ import annotations

TIME_BYTES = 8
LATEST = 2**63 - 1  # seconds; C2SP allows no later time


def cosigned_message(text: str, time: int) -> bytes:
    """The bytes that are signed: a version, the time, and the text of the checkpoint.

    Args:
        text: The text of the checkpoint, its last newline included.
        time: Seconds since 1970.

    Raises:
        ValueError: The time is before 1970 or beyond what the format holds.
    """
    if not 0 <= time <= LATEST:
        raise ValueError(f"a cosignature cannot bear the time {time}")
    return f"cosignature/v1\ntime {time}\n{text}".encode()
