"""Digits of an address are part of it."""

from __future__ import annotations

import pytest

from tawthiq.values.addresses import Stretches, addresses
from tawthiq.values.levelled import levelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/2019/07/31 today", ["https://example.org/2019/07/31"]),
        ("write to nour.77@example.org, please", ["nour.77@example.org"]),
        ("at www.example.org/5 and example.com/12", ["www.example.org/5", "example.com/12"]),
        ("5 p.m. on 3.5 at 5", []),
    ],
)
def test_addresses_are_found_whole(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(levelled(text))] == expected


def test_what_lies_beside_a_stretch_does_not_touch_it() -> None:
    stretches = Stretches([(10, 15), (2, 5)])
    touched = [stretches.touch(*place) for place in [(0, 2), (1, 3), (4, 6), (5, 10), (9, 20)]]
    assert touched == [False, True, True, False, True]
    assert not stretches.touch(15, 16)
