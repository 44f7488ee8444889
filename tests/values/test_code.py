"""Codes stand in the order in which people read them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.values.code import code_order

codes = st.text(st.sampled_from("I.-0129٣"), max_size=8)


def test_the_tenth_claim_comes_after_the_second() -> None:
    codes = ["I055.10", "I055.2", "I100.1", "I055", "I099.1"]
    assert sorted(codes, key=code_order) == ["I055", "I055.2", "I055.10", "I099.1", "I100.1"]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_claims_of_one_incident_stand_in_the_order_of_their_numbers(one: int, other: int) -> None:
    before = code_order(f"I055.{one}") < code_order(f"I055.{other}")
    assert before is (one < other)


@given(st.lists(codes, unique=True))
def test_every_list_of_codes_has_one_order(several: list[str]) -> None:
    backwards = list(reversed(several))
    assert sorted(several, key=code_order) == sorted(backwards, key=code_order)
