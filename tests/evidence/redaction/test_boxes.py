from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.redaction.boxes import Box, by_page

sides = st.lists(st.floats(0, 1), min_size=2, max_size=2, unique=True).map(sorted)
boxes = st.builds(lambda x, y: Box(0, x[0], y[0], x[1], y[1]), sides, sides)


@given(
    box=boxes, width=st.integers(1, 5000), height=st.integers(1, 5000), margin=st.integers(0, 20)
)
def test_every_pixel_that_is_touched_is_painted(
    box: Box, width: int, height: int, margin: int
) -> None:
    left, top, right, bottom = box.pixels(width, height, margin)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert left <= box.left * width
    assert right >= box.right * width
    assert top <= box.top * height
    assert bottom >= box.bottom * height
    bare = box.pixels(width, height)
    assert left == max(bare[0] - margin, 0)
    assert bottom == min(bare[3] + margin, height)


@pytest.mark.parametrize(
    "given",
    [
        (0, 0.5, 0, 0.5, 1),
        (0, 0, 0.6, 1, 0.5),
        (0, -0.1, 0, 1, 1),
        (0, 0, 0, 1.1, 1),
        (-1, 0, 0, 1, 1),
        (0, math.nan, 0, 1, 1),
        (0, 0, 0, math.inf, 1),
    ],
)
def test_a_box_that_cannot_be_is_refused(given: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="a box"):
        Box.of(given)


@given(box=boxes)
def test_a_box_is_read_as_it_is_written(box: Box) -> None:
    assert Box.of(box.as_list()) == box


def test_boxes_are_sorted_by_their_pages() -> None:
    one, two, three = Box(1, 0, 0, 1, 1), Box(0, 0.5, 0, 1, 1), Box(0, 0, 0, 1, 1)
    assert by_page([one, two, three]) == {0: (three, two), 1: (one,)}
