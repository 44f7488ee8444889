"""The incidents of a case as columns, so that a million tolls are counted at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from tawthiq.counts.frame import Coded, Days, Frame, day_number
from tawthiq.records.grade import Grade
from tawthiq.records.incident import SETTLED
from tawthiq.store import models
from tawthiq.store.sql import rows

T = TypeVar("T")
_NAMES = ("killed", "children", "women", "injured")  # as SETTLED, in that order
_NUMBERS = ", ".join(f"{name}_{end}" for name in _NAMES for end in ("low", "best", "high"))
_QUERY = (
    "SELECT code, first, last, places, parties, sites, weapons, grade, "
    f"{_NUMBERS} FROM store_incident WHERE case_id = %s ORDER BY day, code"
)
Column = Sequence[Any]


def frame(case: models.Case) -> Frame:
    """The incidents of a case, oldest first; made once for each state of the case."""
    return _frame(case.pk, case.state)


@lru_cache(maxsize=2)
def _frame(case_id: int, state: str) -> Frame:
    columns = list(zip(*rows(_QUERY, (case_id,)), strict=True)) or [()] * (8 + 3 * len(_NAMES))
    codes, first, last, places, parties, sites, weapons, grades, *numbers = columns
    incident, kind, low, best, high = _tolls(numbers)
    return Frame(
        codes=codes,
        first=_days(first),
        last=_days(last),
        places=_coded(places, lambda text: tuple(_keys(text))),
        parties=_coded(parties, lambda text: frozenset(_keys(text))),
        sites=_coded(sites, lambda text: frozenset(_keys(text))),
        weapons=_coded(weapons, lambda text: frozenset(_keys(text))),
        grades=_coded(grades, Grade),
        incident=incident,
        harms=Coded(tuple(harm for harm, _ in SETTLED), kind),
        groups=Coded(tuple(group for _, group in SETTLED), kind),
        low=low,
        best=best,
        high=high,
    )


def _tolls(numbers: Sequence[Column]) -> tuple[NDArray[Any], ...]:
    """Row, kind, low, best and high of every number that an incident has."""
    parts = [_toll(at, *numbers[3 * at : 3 * at + 3]) for at in range(len(_NAMES))]
    incident, kind, low, best, high = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    return incident, kind, low, best, high


def _toll(kind: int, lows: Column, bests: Column, highs: Column) -> tuple[NDArray[Any], ...]:
    low, best, high = (np.array(column, dtype=np.float64) for column in (lows, bests, highs))
    # The headline is the best, else the least, else the most (``HowMany.headline``).
    headline = np.where(np.isnan(best), np.where(np.isnan(low), high, low), best)
    at = np.flatnonzero(~np.isnan(headline))
    return (
        at.astype(np.int32),
        np.full(len(at), kind, dtype=np.int32),
        np.nan_to_num(low[at]).astype(np.int64),
        headline[at].astype(np.int64),
        np.where(np.isnan(high), headline, high)[at].astype(np.int64),
    )


def _coded(column: Iterable[Any], read: Callable[[Any], T]) -> Coded[T]:
    """A column whose cells repeat; each distinct cell is read once."""
    written = Coded.of(column)
    return Coded(tuple(map(read, written.values)), written.codes)


def _keys(cell: str | list[str]) -> list[str]:
    """A list as the database gives it: SQLite as text, PostgreSQL as a list."""
    return json.loads(cell) if isinstance(cell, str) else cell


def _days(column: Iterable[date | str | None]) -> Days:
    written = Coded.of(column)
    read = [day_number(_date(cell)) for cell in written.values]
    return np.array(read, dtype=np.int32)[written.codes] if read else np.array([], np.int32)


def _date(cell: date | str | None) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else cell
