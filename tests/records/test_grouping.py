"""Which claims tell of one incident is somebody's decision, and the last one stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.records.grouping import Grouping, standing

codes = st.sampled_from(["V1", "V2", "V10", ""])


def put(claim: str, incident: str) -> Grouping:
    return Grouping(claim, incident, "Layla", "same street, same hour")


def test_the_latest_decision_on_a_claim_stands() -> None:
    history = [put("V1.1", "V1"), put("V1.2", "V1"), put("V1.1", "V2")]
    assert standing(history) == {"V1": ("V1.2",), "V2": ("V1.1",)}


def test_codes_stand_as_people_read_them() -> None:
    history = [put(f"V10.{n}", "V10") for n in (10, 2, 1)] + [put("V2.1", "V2")]
    found = standing(history)
    assert list(found) == ["V2", "V10"]
    assert found["V10"] == ("V10.1", "V10.2", "V10.10")


def test_a_claim_can_be_taken_out_of_every_incident() -> None:
    assert standing([put("V1.1", "V1"), put("V1.1", "")]) == {}


def test_somebody_decides_and_says_why() -> None:
    with pytest.raises(ValueError, match=r"V1\.1: a grouping is decided by somebody"):
        Grouping("V1.1", "V1", " ", "same hour")
    with pytest.raises(ValueError, match=r"V1\.1: whoever groups claims gives a reason"):
        Grouping("V1.1", "V1", "Layla", " ")
    assert Grouping("V1.1", "V1", "table:incidents.csv", "").incident == "V1"


@given(st.lists(st.tuples(st.sampled_from("abcd"), codes)))
def test_every_claim_stands_in_at_most_one_incident(decisions: list[tuple[str, str]]) -> None:
    found = standing(put(claim, incident) for claim, incident in decisions)
    held = [claim for claims in found.values() for claim in claims]
    last = dict(decisions)
    assert sorted(held) == sorted(claim for claim, incident in last.items() if incident)
    assert all(last[claim] == incident for incident, claims in found.items() for claim in claims)
