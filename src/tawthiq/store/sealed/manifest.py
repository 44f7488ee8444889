"""What one entry commits to: a line of the journal, and every row that was written with it.

It is the payload of the entry and travels in it as its body. It names no person: rows stand
in it as one digest over salted commitments.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tawthiq.store.codecs import canonical

VERSION = 1


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table that an entry seals, or says are gone.

    Attributes:
        columns: Those that are sealed, in the order in which a row is written; none for rows
            that are gone.
        count: How many rows.
        digest: Over all of their parts.
    """

    count: int
    digest: str
    columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        texts = (self.digest, *self.columns)
        if type(self.count) is not int or not all(isinstance(text, str) for text in texts):
            raise ValueError("no rows are sealed so")


@dataclass(frozen=True, slots=True)
class CaseAfter:
    """How a changed case stood afterwards."""

    number: int
    revision: int
    state: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an entry commits to.

    Attributes:
        rows: By model, what it seals.
        gone: By model, sealed rows that this action has replaced.
        case: The case that it changed.
    """

    rows: Mapping[str, Rows] = field(default_factory=dict)
    gone: Mapping[str, Rows] = field(default_factory=dict)
    case: CaseAfter | None = None

    def to_bytes(self) -> bytes:
        case = self.case
        return canonical(
            {
                "v": VERSION,
                "rows": {n: [list(r.columns), r.count, r.digest] for n, r in self.rows.items()},
                "gone": {n: [r.count, r.digest] for n, r in self.gone.items()},
                "case": [case.number, case.revision, case.state] if case else None,
            }
        ).encode()

    @classmethod
    def parse(cls, data: bytes) -> Manifest:
        """Read it back.

        Raises:
            ValueError: It is none, or of a later version.
        """
        try:
            said = json.loads(data)
            if said["v"] != VERSION:
                raise ValueError(f"a manifest of version {said['v']}")
            rows = {n: Rows(count, digest, tuple(c)) for n, (c, count, digest) in _in(said, "rows")}
            gone = {n: Rows(count, digest) for n, (count, digest) in _in(said, "gone")}
            return cls(rows, gone, CaseAfter(*said["case"]) if said["case"] else None)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"no manifest: {error}") from error


def _in(said: dict[str, Any], key: str) -> list[tuple[str, Any]]:
    return list(said[key].items())
