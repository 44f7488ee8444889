"""A value is what its kind takes, as a person writes it in either language, or it is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.world import KEYS, PACK, values

from tawthiq.errors import InputError
from tawthiq.law.fact_value import kind_named, value_held, value_written
from tawthiq.law.facts import FactValue


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("warning_given", "yes", True),
        ("warning_given", " FALSE ", False),
        ("warning_given", "نعم", True),
        ("victim_killed_count", "١٢", 12),
        ("victim_killed_count", "0", 0),
        ("object_status", "hospital, clinic", frozenset({"hospital", "clinic"})),
        ("object_status", "maternity hospital، market", frozenset({"hospital", "market"})),
        ("territory_control", " a group ", "a group"),
    ],
)
def test_a_value_is_read_as_it_is_written(key: str, written: str, value: FactValue) -> None:
    assert value_written(PACK.vocabulary[key], written) == value


@pytest.mark.parametrize(
    ("key", "written", "said"),
    [
        ("warning_given", "perhaps", "yes or no, not 'perhaps'"),
        ("victim_killed_count", "-3", "whole number"),
        ("victim_killed_count", "many", "whole number"),
        ("object_status", "spaceship", "is not known here"),
        ("object_status", " , ", "one or more of its words"),
        ("territory_control", " ", "a text"),
        ("territory_control", "x" * 2_001, "a text"),
    ],
)
def test_a_value_that_its_kind_does_not_take_is_refused(key: str, written: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        value_written(PACK.vocabulary[key], written)
    assert refused.value.ar != refused.value.en


def test_a_key_that_is_not_there_is_refused_with_the_nearest() -> None:
    assert kind_named("target", PACK.vocabulary).key == "object_status"
    with pytest.raises(InputError, match="did you mean repeat_strike"):
        kind_named("repeat_strik", PACK.vocabulary)


@given(st.data())
def test_every_value_of_a_kind_is_held_as_it_is(data: st.DataObject) -> None:
    kind = PACK.vocabulary[data.draw(st.sampled_from(KEYS))]
    value = data.draw(values(kind))
    assert value_held(kind, value) == value
