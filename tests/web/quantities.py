"""Quantities of every kind, for laws that hold of all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from tawthiq.values.how_many import HowMany


@st.composite
def quantities(draw: st.DrawFn, most: int = 3000) -> HowMany:
    """Any quantity: exact, a range, a bound, or about."""
    numbers = sorted(draw(st.lists(st.integers(0, most), min_size=3, max_size=3)))
    kept = draw(st.lists(st.booleans(), min_size=3, max_size=3).filter(any))
    low, best, high = (n if k else None for n, k in zip(numbers, kept, strict=True))
    return HowMany(low, best, high)
