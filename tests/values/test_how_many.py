"""A quantity keeps the ends that were said, and invents none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import how_manys

from tawthiq.values.how_many import HowMany


def added(*quantities: HowMany) -> HowMany | None:
    """The sum from left to right, or None where no end of it can be said."""
    first, *others = quantities
    for other in others:
        try:
            first = first.plus(other)
        except ValueError:
            return None
    return first


@given(how_manys(), how_manys(), how_manys())
def test_it_does_not_matter_which_two_are_added_first(a: HowMany, b: HowMany, c: HowMany) -> None:
    later = added(b, c)
    assert added(a, b, c) == (added(a, later) if later else None)


@given(how_manys(), how_manys())
def test_it_does_not_matter_in_which_order_the_ends_are_added(a: HowMany, b: HowMany) -> None:
    one, other = added(a, b), added(b, a)
    assert (one is None) == (other is None)
    if one and other:
        assert (one.low, one.best, one.high) == (other.low, other.best, other.high)


@given(how_manys(), how_manys(), st.integers(0, 2_000), st.integers(0, 2_000))
def test_a_sum_admits_the_sums_of_what_its_parts_admit(
    a: HowMany, b: HowMany, of_a: int, of_b: int
) -> None:
    total = added(a, b)
    if total and a.admits(of_a) and b.admits(of_b):
        assert total.admits(of_a + of_b)


def test_at_least_and_about_have_no_sum() -> None:
    with pytest.raises(ValueError, match="says nothing"):
        HowMany.at_least(781).plus(HowMany.about(487))


def test_a_sum_remembers_the_rules_that_made_its_parts() -> None:
    dozens = HowMany(12, None, None, "dozens", "dozens")
    over = HowMany(531, None, None, "more than 530", "more than")
    assert dozens.plus(HowMany.exactly(3)) == HowMany(15, None, None, rule="dozens")
    assert dozens.plus(over).plus(dozens).rule == "dozens; more than"


@given(how_manys(), how_manys())
def test_agreeing_does_not_depend_on_order(a: HowMany, b: HowMany) -> None:
    assert a.agrees(b) is b.agrees(a)


@given(how_manys(most=30), how_manys(most=30))
def test_two_agree_when_some_number_satisfies_both(a: HowMany, b: HowMany) -> None:
    shared = [n for n in range(100) if a.admits(n) and b.admits(n)]
    assert a.agrees(b) is bool(shared)


@given(how_manys())
def test_every_quantity_admits_its_own_headline(quantity: HowMany) -> None:
    assert quantity.admits(quantity.headline)
    assert quantity.agrees(quantity)


@pytest.mark.parametrize(
    ("quantity", "admitted", "refused"),
    [
        (HowMany.exactly(781), [781], [780, 782]),
        (HowMany.between(37, 43), [37, 40, 43], [36, 44]),
        (HowMany.at_least(781), [781, 10_000], [780]),
        (HowMany.at_most(18), [0, 18], [19]),
        (HowMany.about(487), [0, 487, 10_000], []),
    ],
)
def test_a_number_contradicts_only_an_end_that_was_said(
    quantity: HowMany, admitted: list[int], refused: list[int]
) -> None:
    assert [n for n in admitted + refused if quantity.admits(n)] == admitted


@pytest.mark.parametrize(
    ("quantity", "headline"),
    [(HowMany(14, 19, 20), 19), (HowMany.between(3, 4), 3), (HowMany.at_most(25), 25)],
)
def test_the_headline_is_the_best_else_the_least_else_the_most(
    quantity: HowMany, headline: int
) -> None:
    assert quantity.headline == headline


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ((None, None, None), "says nothing"),
        ((5, None, 3), "must rise"),
        ((5, 4, None), "must rise"),
        ((None, 4, 3), "must rise"),
        ((-1, None, 3), "negative"),
    ],
)
def test_a_quantity_that_cannot_be_is_refused(
    ends: tuple[int | None, int | None, int | None], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        HowMany(*ends)


@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        (HowMany.exactly(781), "781"),
        (HowMany.between(3, 4), "3–4"),
        (HowMany.at_least(781), "at least 781"),
        (HowMany.at_most(25), "up to 25"),
        (HowMany.about(487), "about 487"),
        (HowMany(14, 19, 20), "19 (14–20)"),
        (HowMany(14, 19, None), "19 (at least 14)"),
        (HowMany(None, 19, 20), "19 (up to 20)"),
        (HowMany(5, None, 5), "5"),
    ],
)
def test_a_quantity_is_written_as_one_would_say_it(quantity: HowMany, written: str) -> None:
    assert str(quantity) == written


def test_one_number_at_both_ends_is_exact() -> None:
    assert HowMany.between(7, 7) == HowMany.exactly(7)
    assert HowMany.exactly(7).is_exact
    assert not HowMany.about(7).is_exact
