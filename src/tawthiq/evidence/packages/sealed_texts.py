"""The short texts that stand for a file in the ledger: what it is, and what it was made from.

    tawthiq-object/1
    item E-0042
    sha256 1f0e...
    size 48213

The ledger holds a commitment to such a text, under the label ``object``; for what was made from
something else also one under ``derivation``. A digest as it stands would let anybody who has
the ledger find out whether we hold a certain file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawthiq.values.digest import Digest

OBJECT, DERIVATION, CUSTODY = "object", "derivation", "custody"
"""The labels under which an entry promises these texts, and a step of custody."""

_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")


def object_text(item: str, digest: Digest, size: int) -> bytes:
    """The text that stands for a file of so many bytes.

    Args:
        item: What it is in our house, by the id that never changes; steps of custody name it too.

    Raises:
        ValueError: No file has a negative size, or an id of several lines or none.
    """
    if size < 0 or not item or not _is_writable(item):
        raise ValueError(f"no file {item!r} has {size} bytes")
    return f"tawthiq-object/1\nitem {item}\nsha256 {digest}\nsize {size}\n".encode()


@dataclass(frozen=True, slots=True)
class Derivation:
    """How an object was made from another one.

    Attributes:
        parent: The entry of the ledger that has the other one; it need not be opened.
        tool: With its version.
        parameters: As the tool took them; for a redaction the regions.
        by: Who made it, and `reviewed_by`: who looked at the outcome; empty where nobody did.
    """

    parent: int
    tool: str
    parameters: str
    reason: str
    by: str
    reviewed_by: str = ""

    def __post_init__(self) -> None:
        texts = (self.tool, self.parameters, self.reason, self.by, self.reviewed_by)
        if self.parent < 0 or not (self.tool and self.by):
            raise ValueError("a derivation names an entry, a tool and who used it")
        if not all(map(_is_writable, texts)):
            raise ValueError("a derivation is written in single lines without spaces around")

    def to_bytes(self) -> bytes:
        """The text that is sealed."""
        lines = [
            "tawthiq-derivative/1",
            f"parent {self.parent}",
            f"tool {self.tool}",
            f"parameters {self.parameters}",
            f"reason {self.reason}",
            f"by {self.by}",
            f"reviewed-by {self.reviewed_by}",
        ]
        return "".join(f"{line.rstrip()}\n" for line in lines).encode()


def _is_writable(text: str) -> bool:
    return not _UNWRITABLE.search(text) and text == text.strip()
