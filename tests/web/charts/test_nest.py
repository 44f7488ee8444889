"""In the picture of a part inside its whole every person is one stroke, no more and no less."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.web.charts.nest import MOST_STROKES, Nest, nest_chart
from tawthiq.web.reader import Reader

EN, AR = Reader("en"), Reader("ar")


def strokes(markup: str, kind: str) -> int:
    """How many dashes of four units the lines of one kind hold."""
    lines = re.findall(rf'<line class="{kind}" x1="(\d+)" x2="(\d+)"', markup)
    return sum(int(end) - int(begin) for begin, end in lines) // 4


def test_271_of_781_are_271_strokes_and_510_more() -> None:
    markup = nest_chart(Nest(781, 271), EN, "")
    assert strokes(markup, "part") == 271
    assert strokes(markup, "rest") == 510


@given(st.integers(1, MOST_STROKES), st.data())
def test_everybody_is_drawn_once(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    markup = nest_chart(Nest(whole, part), EN, "")
    assert strokes(markup, "part") == part
    assert strokes(markup, "part") + strokes(markup, "rest") == whole


def test_too_many_for_single_strokes_are_drawn_in_tens_and_it_is_known() -> None:
    nest = Nest(23_000, 7)
    assert nest.per_stroke == 10
    assert nest.strokes == (2300, 1), "a few people are never drawn as nobody"


def test_the_arabic_picture_is_filled_from_the_right() -> None:
    assert 'transform="matrix(-1 0 0 1' in nest_chart(Nest(781, 271), AR, "")


@pytest.mark.parametrize(("whole", "part"), [(271, 781), (0, 0), (5, -1)])
def test_a_part_larger_than_its_whole_is_refused(whole: int, part: int) -> None:
    with pytest.raises(ValueError, match="cannot be drawn inside"):
        Nest(whole, part)
