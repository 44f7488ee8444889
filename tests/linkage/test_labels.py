"""A later verdict supersedes; a pair of a row that left stays out; an id names one row."""

from __future__ import annotations

import pytest

from tawthiq.errors import UnknownNameError
from tawthiq.linkage.labels import Labels, Verdict
from tawthiq.linkage.table import Table

TABLE = Table.of({"id": ["a", "b", "c", "d", "d"], "name": ["x"] * 5})


def test_a_later_verdict_supersedes_whichever_row_is_named_first() -> None:
    labels = Labels.of([("a", "b", "same"), ("c", "a", "related"), ("b", "a", "cannot tell")])
    placed = labels.on(TABLE)
    assert len(labels) == len(placed) == 2
    assert placed.only(Verdict.CANNOT_TELL).left.tolist() == [1]
    assert len(placed.only(Verdict.SAME)) == 0


def test_a_pair_of_which_a_row_is_not_there_is_left_out() -> None:
    assert len(Labels.of([("a", "gone", "same")]).on(TABLE)) == 0


def test_an_id_that_two_rows_bear_is_refused_only_where_it_is_named() -> None:
    assert len(Labels.of([("a", "b", "same")]).on(TABLE)) == 1
    with pytest.raises(UnknownNameError, match="'d' stands in several rows"):
        Labels.of([("a", "d", "same")]).on(TABLE)


def test_a_word_that_is_no_verdict_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="say same, different, related or cannot tell"):
        Labels.of([("a", "b", "maybe")])
