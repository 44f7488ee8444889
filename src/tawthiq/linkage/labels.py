"""What people said of pairs of rows: same, different, related, or that it cannot be told.

The same form serves two ends. *Labels* teach the model what sameness looks like.
*Decisions* bind: rows that somebody held to be the same end in one cluster, and rows that
were held to be different or related do not, whatever the model thinks of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np

from tawthiq.errors import UnknownNameError
from tawthiq.linkage.table import Codes, Table
from tawthiq.values.both import Both


class Verdict(IntEnum):
    """What a person holds two rows to be."""

    DIFFERENT = 0
    """Two people."""
    SAME = 1
    """One person."""
    RELATED = 2
    """Two people of one family: what they share does not make them one."""
    CANNOT_TELL = 3
    """What the two rows say is not enough; teaches nothing and binds nothing."""

    @classmethod
    def said(cls, word: str) -> Self:
        """Read "same", "different", "related" or "cannot tell".

        Raises:
            UnknownNameError: It is another word.
        """
        name = word.strip().upper().replace(" ", "_").replace("-", "_")
        if name in cls.__members__:
            return cls[name]
        raise UnknownNameError(
            f"'{word}' is no verdict on a pair; say same, different, related or cannot tell",
            f"«{word}» ليس حكمًا على زوج؛ قل: same أو different أو related أو cannot tell",
        )


WORDS = {
    Verdict.SAME: Both("same person", "الشخص نفسه"),
    Verdict.DIFFERENT: Both("different people", "شخصان مختلفان"),
    Verdict.RELATED: Both("related, not the same person", "قريبان لا شخص واحد"),
    Verdict.CANNOT_TELL: Both("cannot be told", "لا يمكن الجزم"),
}


@dataclass(frozen=True, slots=True)
class Labels:
    """Verdicts on pairs of row ids; at most one on each pair.

    Attributes:
        verdicts: (id, id, verdict), each pair once.
    """

    verdicts: tuple[tuple[str, str, Verdict], ...] = ()

    @classmethod
    def of(cls, said: Iterable[tuple[str, str, Verdict | str]]) -> Labels:
        """Take verdicts in the order in which they were given: a later one supersedes.

        Raises:
            UnknownNameError: A word that is no verdict.
        """
        standing: dict[frozenset[str], tuple[str, str, Verdict]] = {}
        for left, right, word in said:
            verdict = word if isinstance(word, Verdict) else Verdict.said(word)
            standing[frozenset((left, right))] = (left, right, verdict)
        return cls(tuple(standing.values()))

    def __len__(self) -> int:
        return len(self.verdicts)

    def on(self, table: Table) -> Placed:
        """Where the pairs stand in a table.

        Pairs of which a row has left the table are left out: they may come back with it.

        Raises:
            UnknownNameError: An id that several rows bear, so that nobody knows which is meant.
        """
        rows = _rows_of(table, {id_ for pair in self.verdicts for id_ in pair[:2]})
        found = [
            (rows[left], rows[right], int(verdict))
            for left, right, verdict in self.verdicts
            if left in rows and right in rows and left != right
        ]
        columns = np.array(found, np.int32).reshape(-1, 3)
        return Placed(columns[:, 0].copy(), columns[:, 1].copy(), columns[:, 2].copy())


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Verdicts on pairs of row numbers.

    Attributes:
        left: Row numbers.
        right: Row numbers, never that of ``left``.
        verdict: ``Verdict`` as whole numbers.
    """

    left: Codes
    right: Codes
    verdict: Codes

    def __len__(self) -> int:
        return len(self.left)

    def only(self, *verdicts: Verdict) -> Placed:
        """Those with one of these verdicts."""
        kept = np.isin(self.verdict, verdicts)
        return Placed(self.left[kept], self.right[kept], self.verdict[kept])


def _rows_of(table: Table, ids: set[str]) -> dict[str, int]:
    """The row of each id that the table has."""
    column = table.columns["id"]
    codes = {code: text for code, text in enumerate(column.texts) if text in ids}
    if not codes:
        return {}
    of_these = np.flatnonzero(np.isin(column.codes, np.fromiter(codes, np.int32, len(codes))))
    rows: dict[str, int] = {}
    for row in of_these.tolist():
        text = codes[int(column.codes[row])]
        if text in rows:
            raise UnknownNameError(
                f"the id '{text}' stands in several rows, so a verdict on it has no one meaning; "
                "write the source before the id",
                f"المعرّف «{text}» مكرر في عدة صفوف فلا يُعرف أيها المقصود؛ اكتب المصدر قبل المعرّف",
            )
        rows[text] = row
    return rows
