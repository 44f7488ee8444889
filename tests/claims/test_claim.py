"""A claim keeps what was said, and silence in it is not zero."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.telling import claim

from tawthiq.claims.group import CHILDREN, UNSTATED
from tawthiq.claims.toll import Harm, Toll
from tawthiq.values.how_many import HowMany


def test_a_claim_without_a_number_has_no_toll_and_a_claim_of_none_has_one() -> None:
    assert claim("V1.1").tolls == ()
    assert claim("V1.1", killed=0).tolls == (Toll(Harm.KILLED, UNSTATED, HowMany.exactly(0)),)


def test_a_claim_has_a_code() -> None:
    with pytest.raises(ValueError, match="code"):
        claim(" ")


@pytest.mark.parametrize("position", [(35.6, None), (None, 36.6)])
def test_half_a_position_is_refused(position: tuple[float | None, float | None]) -> None:
    with pytest.raises(ValueError, match=r"V1\.1: .* both lat and lon"):
        replace(claim("V1.1"), lat=position[0], lon=position[1])


@pytest.mark.parametrize("position", [(90.1, 0.0), (-90.1, 0.0), (0.0, 180.1), (0.0, -180.1)])
def test_a_position_off_the_earth_is_refused(position: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match=r"V1\.1: no place on earth"):
        replace(claim("V1.1"), lat=position[0], lon=position[1])


@pytest.mark.parametrize("position", [(90.0, 180.0), (-90.0, -180.0), (35.6, 36.6), (0.0, 0.0)])
def test_every_position_on_the_earth_is_kept(position: tuple[float, float]) -> None:
    placed = replace(claim("V1.1"), lat=position[0], lon=position[1])
    assert (placed.lat, placed.lon) == position


def test_two_numbers_for_the_same_people_are_refused() -> None:
    one = Toll(Harm.KILLED, UNSTATED, HowMany.exactly(3))
    with pytest.raises(ValueError, match=r"V1\.1: two numbers"):
        replace(claim("V1.1"), tolls=(one, replace(one, how_many=HowMany.exactly(4))))
    others = (replace(one, group=CHILDREN), replace(one, harm=Harm.INJURED))
    assert replace(claim("V1.1"), tolls=(one, *others)).tolls == (one, *others)
