"""A table keeps what was written, and refuses what cannot be linked with a mend."""

from __future__ import annotations

import pytest

from tawthiq.errors import InputError
from tawthiq.linkage.table import MOST_EXTRA, Column, Table


def test_what_was_written_comes_back_as_it_was() -> None:
    table = Table.of(
        {"id": ["1", "2"], "name": [" سامر  البركوش ", None], "weapon": ["", "barrel"]}
    )
    assert table.row(0) == {"id": "1", "name": " سامر  البركوش "}
    assert table.row(1) == {"id": "2", "weapon": "barrel"}
    assert table.extra == ("weapon",)


def test_a_column_keeps_each_text_once() -> None:
    column = Column.of(["a", "b", "a", "  ", None])
    assert column.texts == ("a", "b")
    assert column.codes.tolist() == [0, 1, 0, -1, -1]
    assert column.filled == 0.6


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"name": ["a"]}, "no column 'id'"),
        ({"id": ["1"], "name": ["a", "b"]}, "id 1, name 2"),
        ({"id": ["1", ""], "name": ["a", "b"]}, "1 rows have no id"),
        ({"id": ["1"], "source": ["x"]}, "nothing to compare"),
        ({"id": ["1"], **{f"c{at}": ["x"] for at in range(MOST_EXTRA + 1)}}, "unknown meaning"),
    ],
)
def test_what_cannot_be_linked_is_refused_in_both_languages(
    columns: dict[str, list[str]], said: str
) -> None:
    with pytest.raises(InputError) as refused:
        Table.of(columns)
    assert said in refused.value.en
    assert refused.value.ar != refused.value.en
