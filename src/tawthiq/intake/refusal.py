"""What a reader would not take of somebody's file, and why, and what to do about it.

A whole file that cannot be read raises ``UnreadableError``. A cell that says what cannot
be true becomes a ``Refusal``, and reading goes on, so that a person mends all of them at
once. What was taken with a doubt is a remark.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawthiq.errors import InputError, UnreadableError
from tawthiq.values.both import Both, joined

SHOWN_OF_A_CELL = 120  # characters; house choice, one line of a terminal
SHOWN_ROWS = 5


def unreadable(said: Both) -> UnreadableError:
    """The error of a whole file that cannot be taken as it is, in both languages."""
    return UnreadableError(said.en, said.ar)


class CellError(InputError):
    """One cell says what cannot be taken.

    Attributes:
        why: What is wrong with it.
        mend: What to write instead.
    """

    def __init__(self, why: Both, mend: Both) -> None:
        super().__init__(f"{why.en}; {mend.en}", f"{why.ar}؛ {mend.ar}")
        self.why = why
        self.mend = mend


def of_words(error: InputError, mend: Both) -> CellError:
    """What a reader of words says, cut into what is wrong and what to write.

    Its messages are one sentence each, the mend after a semicolon; ``mend`` is taken
    where there is none.
    """
    why_en, _, mend_en = error.en.partition("; ")
    why_ar, _, mend_ar = error.ar.partition("؛ ")
    return CellError(Both(why_en, why_ar), Both(mend_en or mend.en, mend_ar or mend.ar))


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing of a table that is not taken.

    Attributes:
        row: As a spreadsheet numbers it, the first row of the file being 1.
        column: The header as the file writes it, or "" where it is the whole row.
        cell: What stands there, shortened.
        why: What is wrong.
        mend: What to do now.
    """

    row: int
    column: str
    cell: str
    why: Both
    mend: Both

    @property
    def said(self) -> Both:
        """The whole refusal as one sentence."""
        cell = f" ({self.cell!r})" if self.cell else ""
        where_en = f"row {self.row}" + (f", column {self.column}" if self.column else "")
        where_ar = f"الصف {self.row}" + (f"، العمود {self.column}" if self.column else "")
        quoted_ar = f" («{self.cell}»)" if self.cell else ""
        return Both(
            f"{where_en}{cell}: {self.why.en}; {self.mend.en}",
            f"{where_ar}{quoted_ar}: {self.why.ar}؛ {self.mend.ar}",
        )


def refuse(row: int, column: str, cell: str, error: CellError) -> Refusal:
    """The refusal of a cell, with what stands there shortened to a line."""
    return Refusal(row, column, shown(cell), error.why, error.mend)


def shown(cell: str) -> str:
    """A cell short enough to be read in a message."""
    line = " ".join(cell.split())
    return line if len(line) <= SHOWN_OF_A_CELL else line[: SHOWN_OF_A_CELL - 1] + "…"


def first_few(items: Iterable[object], most: int = SHOWN_ROWS) -> Both:
    """The first of many, as a list with "and N more" where there are more."""
    texts = [str(item) for item in items]
    rest = len(texts) - most
    if rest <= 0:
        return joined(map(Both.same, texts), Both(", ", "، "))
    few = joined(map(Both.same, texts[:most]), Both(", ", "، "))
    return few + Both(f" and {rest} more", f" و{rest} غيرها")


@dataclass(slots=True)
class Refusals:
    """The first refusals of a table, and how many there were in all."""

    most: int = 200
    kept: list[Refusal] = field(default_factory=list)
    total: int = 0

    def add(self, refusals: Iterable[Refusal]) -> None:
        for refusal in refusals:
            self.total += 1
            if len(self.kept) < self.most:
                self.kept.append(refusal)


@dataclass(slots=True)
class Remarks:
    """What was taken with a doubt, gathered by kind and column so that a person reads it.

    A kind is a pair of sentences with ``{column}``, ``{count}`` and ``{rows}`` in them.
    """

    _rows: dict[tuple[Both, str], list[int]] = field(default_factory=dict)
    _counts: dict[tuple[Both, str], int] = field(default_factory=dict)

    def add(self, kind: Both, column: str, row: int) -> None:
        key = (kind, column)
        rows = self._rows.setdefault(key, [])
        self._counts[key] = self._counts.get(key, 0) + 1
        if len(rows) < SHOWN_ROWS:
            rows.append(row)

    def said(self) -> list[Both]:
        """One sentence for each kind and column, in the order in which they were met."""
        return [self._sentence(kind, column) for kind, column in self._rows]

    def _sentence(self, kind: Both, column: str) -> Both:
        rows, count = self._rows[kind, column], self._counts[kind, column]
        few = joined((Both.same(str(row)) for row in rows), Both(", ", "، "))
        if count > len(rows):
            few += Both(f" and {count - len(rows)} more", f" و{count - len(rows)} غيرها")
        return Both(
            kind.en.format(column=column, count=count, rows=few.en),
            kind.ar.format(column=column, count=count, rows=few.ar),
        )
