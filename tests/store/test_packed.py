from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.store.packed import pack, unpack


@given(st.lists(st.integers(-(2**62), 2**62)))
def test_what_is_packed_comes_back_as_it_was(numbers: list[int]) -> None:
    assert unpack(pack(np.array(numbers, np.int64))).tolist() == numbers


def test_a_column_that_hardly_changes_is_small() -> None:
    assert len(pack(np.zeros(1_000_000, np.int64))) < 20_000


@pytest.mark.parametrize("text", ["!", "AAAA", "x", pack(np.arange(9))[:-8]])
def test_what_nobody_packed_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        unpack(text)
