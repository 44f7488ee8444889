"""A line of numbers begins at zero for people, ends on a round number, and mirrors in Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.web.charts.scale import Scale, nice_step
from tawthiq.web.reader import Reader

EN, AR = Reader("en"), Reader("ar")


def test_people_are_counted_from_zero_to_a_round_number() -> None:
    scale = Scale.of_people(54, EN)
    assert (scale.low, scale.high) == (0, 60)
    assert list(scale.ticks()) == [0, 10, 20, 30, 40, 50, 60]
    assert scale.at(39) == "65.00%"


def test_in_arabic_the_line_runs_from_right_to_left() -> None:
    assert Scale.of_people(54, AR).at(39) == "35.00%"


@given(st.integers(1, 10**7), st.floats(0, 1))
def test_every_value_lies_on_the_line_and_its_mirror(most: int, share: float) -> None:
    value = share * most
    english, arabic = (Scale.of_people(most, reader).percent(value) for reader in (EN, AR))
    assert 0 <= english <= 100
    assert english + arabic == pytest.approx(100)


@given(st.floats(0.5, 1e8))
def test_steps_are_round_and_few(span: float) -> None:
    step = nice_step(span)
    assert step in {1} or str(step).rstrip("0") in {"1", "2", "5"}
    assert span / step <= 6


def test_a_line_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match="no length"):
        Scale(3, 3)
