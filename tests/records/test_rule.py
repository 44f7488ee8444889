"""A counting rule is met, not met, or may be met; it is no legal finding."""

from __future__ import annotations

import pytest
from tests.claims.telling import ARCHIVE, SOURCES, WATCH, claim

from tawthiq.records.incident import Incident, assemble
from tawthiq.records.rule import MASSACRE, MASSACRE_SNHR, RULE_OF, RULES, TORTURE
from tawthiq.records.situated import situate
from tawthiq.values.how_many import HowMany


def incident(*killed: int | HowMany | None, target: str = "market") -> Incident:
    claims = (claim(f"V1.{i}", (WATCH, ARCHIVE)[i], n, target=target) for i, n in enumerate(killed))
    return assemble("V1", (situate(each, lambda _: ("upper",)) for each in claims), SOURCES)


@pytest.mark.parametrize(
    ("killed", "meets"),
    [
        ((5,), True),
        ((4,), False),
        ((5, 9), True),
        ((4, 5), None),  # SN-2: four for sure and one that one source has
        ((3, 4), False),
        ((HowMany.at_least(5),), True),
        ((HowMany.at_most(9),), None),
        ((HowMany.at_most(4),), False),
        ((None,), None),
        ((0,), False),
    ],
)
def test_five_killed_at_once(killed: tuple[int | HowMany | None, ...], meets: bool | None) -> None:
    assert MASSACRE_SNHR.meets(incident(*killed)) is meets


def test_where_only_fighters_were_hit_nothing_is_presumed() -> None:
    """SN-3: the rule is about civilians, and here nobody says that they were."""
    assert MASSACRE_SNHR.meets(incident(40, target="fighters' positions")) is None
    assert MASSACRE_SNHR.meets(incident(40, target="fighters' positions; market")) is True
    assert MASSACRE_SNHR.meets(incident(3, target="fighters' positions")) is False


def test_a_rule_without_a_number_decides_nothing() -> None:
    assert MASSACRE.meets(incident(40)) is None
    assert TORTURE.meets(incident(40)) is None


def test_a_rule_with_a_number_says_where_it_stands() -> None:
    for key, rule in RULES.items():
        assert key == rule.key and rule.name.en and rule.name.ar
        assert (rule.at_least is None) or rule.source.startswith("https://")
    assert RULE_OF["snhr"] is MASSACRE_SNHR
