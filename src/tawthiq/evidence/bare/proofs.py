"""The two files that show something of a log offline: of an entry, and of growth.

A `.tlog-proof` (C2SP) shows that an entry stands in the log. A `.growth` file has the form of the
request to a witness (C2SP tlog-witness): it shows that the log of a checkpoint begins with that
of an older one.
"""

from __future__ import annotations

from typing import NamedTuple

from tawthiq.evidence.bare.merkle import is_included, leaf_hash, only_grew
from tawthiq.evidence.bare.notes import (
    Checkpoint,
    base64_bytes,
    no_note,
    plain_text,
    whole_number,
)
from tawthiq.evidence.bare.said import DoesNotHold

PROOF_TITLE = "c2sp.org/tlog-proof@v1"
LONGEST_PATH = 63


class Proof(NamedTuple):
    """A place in the log, the hashes that lead from there, and the note below.

    Attributes:
        at: The index of an entry; for growth the size of the older log.
    """

    at: int
    path: tuple[bytes, ...]
    note: bytes


def read_proof(data: bytes) -> Proof:
    """Read a `.tlog-proof`; nothing is believed by that.

    Raises:
        DoesNotHold: It is none.
    """
    above, blank, below = plain_text(data).partition("\n\n")
    title, *lines = above.split("\n")
    if lines and lines[0].startswith("extra "):
        lines.pop(0)  # nobody signs it
    if title != PROOF_TITLE or not blank or not lines or not lines[0].startswith("index "):
        raise no_note()
    index = whole_number(lines[0][len("index ") :])
    if index is None:
        raise no_note()
    return Proof(index, read_path(lines[1:]), below.encode())


def read_growth(data: bytes) -> Proof:
    """Read a `.growth` file.

    Raises:
        DoesNotHold: It is none.
    """
    above, blank, below = plain_text(data).partition("\n\n")
    first, *lines = above.split("\n")
    old = whole_number(first[len("old ") :]) if first.startswith("old ") else None
    if old is None or not blank:
        raise no_note()
    return Proof(old, read_path(lines), below.encode())


def read_path(lines: list[str]) -> tuple[bytes, ...]:
    path = tuple(base64_bytes(line) for line in lines)
    if len(path) > LONGEST_PATH or any(len(beside) != 32 for beside in path):
        raise no_note()
    return path


def check_included(entry: bytes, proof: Proof, checkpoint: Checkpoint) -> None:
    """Return if the entry stands in the log of the checkpoint where the proof says.

    Raises:
        DoesNotHold: It does not.
    """
    leaf = leaf_hash(entry)
    if not is_included(leaf, proof.at, checkpoint.size, proof.path, checkpoint.root):
        raise DoesNotHold(
            "not-in-ledger",
            f"it is not entry {proof.at} of the ledger with this checkpoint",
            f"ليس القيد {proof.at} في السجل الذي له نقطة التحقق هذه",
        )


def check_growth(old: Checkpoint, new: Checkpoint, path: tuple[bytes, ...]) -> None:
    """Return if the newer log begins with the whole older one.

    Raises:
        DoesNotHold: It does not: something that was sealed was changed.
    """
    grew = only_grew(old.size, old.root, new.size, new.root, path)
    if old.origin != new.origin or not grew:
        raise DoesNotHold(
            "did-not-only-grow",
            f"the ledger of {new.size} entries does not begin with that of {old.size}: something"
            " sealed was changed, or the proof is wrong; keep both checkpoints, they are evidence",
            f"السجل المؤلف من {new.size} قيود لا يبدأ بالسجل المؤلف من {old.size}: تغيّر شيء مختوم"
            " أو الإثبات خاطئ؛ احتفظ بنقطتي التحقق كلتيهما فهما دليل",
        )
