"""The law pack in force here: as it ships, with what lawyers corrected and signed."""

from __future__ import annotations

from tawthiq.law.book import LawPack
from tawthiq.store.queries.law.shapes import RowInFull


def pack_in_force() -> LawPack:
    """The law pack with every correction and signature applied; its hash covers them."""
    raise NotImplementedError


def row_in_full(norm: str) -> RowInFull:
    """A norm with its history.

    Raises:
        UnknownNameError: No norm bears this id; the message gives the nearest.
    """
    raise NotImplementedError
