"""Facts are confirmed, rejected, recorded and taken back by somebody, with a reason that stays."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.house import CASE
from tests.house_law import film
from tests.web.markup import Page

from tawthiq.store.queries.law.law_incidents import gather
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.shapes import FactLine, FactState

ROOT = f"/en/cases/{CASE}/law"
WHO = {"by": "Omar", "because": "looked at the film"}


def line(key: str, incident: str = "N001") -> FactLine | None:
    facts = gather(CASE, incident, pack_in_force()).facts
    return next((one for one in facts if one.kind.key == key), None)


def decide(client: Client, key: str, **sent: object) -> int:
    address = f"{ROOT}/fact/N001/?key={key}"
    return client.post(address, {**WHO, "method": "direct", **sent}).status_code


def test_a_suggestion_is_confirmed_with_its_evidence(client: Client, case: str) -> None:
    film(case)
    assert decide(client, "object_status", do="confirm", evidence=["E1", "N001.1"]) == 302
    held = line("object_status")
    assert held is not None
    assert (held.state, held.evidence, held.by) == (FactState.HELD, ("E1", "N001.1"), "Omar")


def test_a_suggestion_is_rejected_and_can_be_looked_at_again(client: Client, case: str) -> None:
    assert decide(client, "object_status", do="reject") == 302
    rejected = line("object_status")
    assert rejected is not None
    assert rejected.state is FactState.REJECTED
    seen = Page(client.get(f"{ROOT}/facts/N001/").content.decode())
    assert "looked at the film" in seen.one("main").words
    assert decide(client, "object_status", do="withdraw") == 302
    again = line("object_status")
    assert again is not None
    assert again.state is FactState.SUGGESTED


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("repeat_strike", "yes", True),
        ("repeat_strike", "no", False),
        ("distance_to_front_line_km", "12", 12),
        ("object_status", ["market", "residential"], frozenset({"market", "residential"})),
    ],
)
def test_a_fact_of_each_kind_is_recorded(
    client: Client, case: str, key: str, written: object, value: object
) -> None:
    sent = {"value": written, "evidence": ["N001.1"], "against": ["N001.2"]}
    assert decide(client, key, do="record", is_contested="on", **sent) == 302
    held = line(key)
    assert held is not None
    assert held.value == value
    assert (held.evidence, held.against) == (("N001.1",), ("N001.2",))
    assert held.is_contested


def test_what_is_missing_is_said_and_nothing_is_kept(client: Client, case: str) -> None:
    address = f"{ROOT}/fact/N001/?key=repeat_strike"
    for sent, told in (
        ({"do": "record", **WHO, "method": "direct"}, "Give the value"),
        ({"do": "record", "value": "yes", "by": "Omar", "method": "direct"}, "say why"),
        ({"do": "confirm", **WHO}, "suggest nothing"),
        ({"do": "withdraw", **WHO}, "nothing is decided"),
        ({"do": "record", "value": "yes", "evidence": ["X9"], **WHO, "method": "direct"}, "X9"),
    ):
        answer = client.post(address, sent)
        assert answer.status_code == 400, sent
        assert told in Page(answer.content.decode()).one("div", class_="stop").words, sent
    assert line("repeat_strike") is None


def test_a_piece_of_evidence_is_listed_and_cited(client: Client, case: str) -> None:
    address = f"{ROOT}/facts/N001/"
    sent = {**WHO, "do": "evidence", "code": "F7", "kind": "video", "words": "the square",
            "source": "the vault", "reliability": "B", "credibility": "2"}  # fmt: skip
    assert client.post(address, sent).status_code == 302
    seen = Page(client.get(address).content.decode())
    assert "the square" in seen.one("tr", id="e-F7").words
    again = client.post(address, {**sent, "code": "N001.1"})
    assert again.status_code == 400
    assert "cannot name a piece" in again.content.decode()


def test_who_is_said_to_have_acted_is_recorded_and_a_state_must_be_known(
    client: Client, case: str
) -> None:
    address = f"{ROOT}/facts/N001/"
    sent = {**WHO, "do": "ascribe", "party": "Northern Front", "party_type": "armed_group"}
    assert client.post(address, sent).status_code == 302
    assert gather(case, "N001", pack_in_force()).ascribed.party == "Northern Front"
    wrong = client.post(address, {**sent, "party": "Atlantis", "party_type": "state"})
    assert wrong.status_code == 400
    assert "Atlantis" in wrong.content.decode()
