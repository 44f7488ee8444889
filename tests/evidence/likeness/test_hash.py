from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.likeness.hash import PdqHash

hashes = st.builds(PdqHash, st.binary(min_size=32, max_size=32), st.integers(0, 100))


@given(one=hashes)
def test_a_hash_is_read_as_it_is_written(one: PdqHash) -> None:
    assert PdqHash.parse(str(one), one.quality) == one


def test_leading_zeros_are_written() -> None:
    assert str(PdqHash(bytes(31) + b"\x01", 100)) == "0" * 63 + "1"


@given(one=hashes, other=hashes, third=hashes)
def test_distances_are_distances(one: PdqHash, other: PdqHash, third: PdqHash) -> None:
    assert one.distance(other) == other.distance(one)
    assert (one.distance(other) == 0) == (one.raw == other.raw)
    assert one.distance(third) <= one.distance(other) + other.distance(third)


@pytest.mark.parametrize("text", ["", "0" * 63, "0" * 65, "g" * 64, " " + "0" * 64])
def test_another_text_is_no_hash(text: str) -> None:
    with pytest.raises(ValueError, match="64 hex digits"):
        PdqHash.parse(text, 50)


def test_a_quality_is_a_percentage() -> None:
    for quality in (-1, 101):
        with pytest.raises(ValueError, match="between 0 and 100"):
            PdqHash(bytes(32), quality)
