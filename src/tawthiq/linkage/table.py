"""Lists of people as they were read, row under row: what linkage starts from.

Nothing is corrected here. Every text stays as its source wrote it; what is compared is
derived from it elsewhere, so that a reviewer always sees the original. A text that many
rows share is kept once, so that a million rows fit into memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.errors import InputError

Codes = npt.NDArray[np.int32]

NAMES: Final = ("name", "given", "father", "grandfather", "family", "mother", "kunya")
"""Columns that hold names of people; ``name`` is a whole name as it was written."""
KNOWN: Final = ("id", "source", *NAMES, "date", "born", "age", "sex", "place", "governorate")
"""Columns whose meaning linkage knows; any other column is compared as text."""
MOST_EXTRA: Final = 6
"""Columns of unknown meaning that are compared: a pattern has room for no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: each distinct text once, and which of them stands in which row.

    Attributes:
        texts: The distinct texts, in the order in which they were first met.
        codes: For each row the position of its text, or -1 where nothing stands.
    """

    texts: tuple[str, ...]
    codes: Codes

    @classmethod
    def of(cls, texts: Sequence[str | None]) -> Column:
        """Read a column; None and white space alone are nothing."""
        distinct = dict.fromkeys(texts)
        kept = [text for text in distinct if text and not text.isspace()]
        places: dict[str | None, int] = dict.fromkeys(distinct, -1)
        places.update((text, at) for at, text in enumerate(kept))
        codes = np.fromiter(map(places.__getitem__, texts), np.int32, len(texts))
        return cls(tuple(kept), codes)

    def __getitem__(self, row: int) -> str:
        """What stands in a row, as it was written; "" where nothing stands."""
        code = int(self.codes[row])
        return "" if code < 0 else self.texts[code]

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def filled(self) -> float:
        """The share of rows in which something stands."""
        return float((self.codes >= 0).mean()) if len(self.codes) else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows of one or several lists.

    Attributes:
        columns: The columns by name (``KNOWN``, and others that are compared as text). There
            is always an ``id``; without a ``source`` all rows are of one list.
    """

    columns: Mapping[str, Column]

    def __post_init__(self) -> None:
        _refuse_what_cannot_be_linked(self.columns)

    @classmethod
    def of(cls, columns: Mapping[str, Sequence[str | None]]) -> Table:
        """Take columns of texts, each as long as the others.

        Args:
            columns: By name. ``date`` and ``born`` are an ISO day, month, year, or two of
                them with a slash between ("2013-04/2013-06"); ``age`` is in years; ``sex``
                is said in any usual word or letter of Arabic or English.

        Raises:
            InputError: No ``id``, nothing to compare, or columns of different lengths.
        """
        _refuse_different_lengths(columns)
        read = {name: Column.of(texts) for name, texts in columns.items()}
        return cls(MappingProxyType(read))

    def __len__(self) -> int:
        return len(self.columns["id"])

    @property
    def extra(self) -> tuple[str, ...]:
        """The columns of unknown meaning, in the order given."""
        return tuple(name for name in self.columns if name not in KNOWN)

    def row(self, number: int) -> dict[str, str]:
        """What a row says, as it was written; columns in which nothing stands are left out."""
        said = {name: column[number] for name, column in self.columns.items()}
        return {name: text for name, text in said.items() if text}


def _refuse_different_lengths(columns: Mapping[str, Sequence[str | None]]) -> None:
    lengths = {name: len(texts) for name, texts in columns.items()}
    if len(set(lengths.values())) > 1:
        said = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise InputError(
            f"the columns differ in length ({said}); every row needs a cell in each column",
            f"أطوال الأعمدة مختلفة ({said})؛ يجب أن يكون لكل صف خلية في كل عمود",
        )


def _refuse_what_cannot_be_linked(columns: Mapping[str, Column]) -> None:
    if "id" not in columns:
        raise InputError(
            "the table has no column 'id'; give each row an id, so that a result can name it",
            "لا يوجد في الجدول عمود 'id'؛ أعطِ كل صف معرّفًا حتى تشير إليه النتيجة",
        )
    empty = int((columns["id"].codes < 0).sum())
    if empty:
        raise InputError(
            f"{empty} rows have no id; give each row an id, so that a result can name it",
            f"عدد الصفوف بلا معرّف: {empty}؛ أعطِ كل صف معرّفًا حتى تشير إليه النتيجة",
        )
    if set(columns) <= {"id", "source"}:
        raise InputError(
            f"there is nothing to compare; give at least one of {', '.join(NAMES)}",
            f"لا شيء للمقارنة؛ أعطِ عمودًا واحدًا على الأقل من: {'، '.join(NAMES)}",
        )
    _refuse_too_many_extra(columns)


def _refuse_too_many_extra(columns: Mapping[str, Column]) -> None:
    extra = [name for name in columns if name not in KNOWN]
    if len(extra) > MOST_EXTRA:
        raise InputError(
            f"{len(extra)} columns are of unknown meaning ({', '.join(extra)}); map them to "
            f"{', '.join(KNOWN)}, or leave out all but {MOST_EXTRA}",
            f"معنى {len(extra)} من الأعمدة غير معروف ({'، '.join(extra)})؛ اربطها بأحد هذه "
            f"الأسماء: {'، '.join(KNOWN)}، أو اترك منها {MOST_EXTRA} على الأكثر",
        )
