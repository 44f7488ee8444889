"""Every line can be followed down to facts, evidence and the version of the rule."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.law.world import HOSPITAL, NIAC, PACK, PIECES, incident

from tawthiq.law.explanation import Explanation, explain_element, explain_norm, why_not
from tawthiq.law.reading import Reading, read


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(incident(HOSPITAL), NIAC, NIAC.conflict, PACK)


def nodes(tree: Explanation) -> Iterator[Explanation]:
    yield tree
    for part in tree.parts:
        yield from nodes(part)


def test_every_node_names_its_rule_and_the_version_of_the_law(reading: Reading) -> None:
    for line in reading.crimes:
        for element in line.elements:
            for node in nodes(explain_element(reading, line.crime, element.number, PACK)):
                assert node.rule and node.pack_hash == PACK.hash
                assert node.said.en and node.said.ar


def test_an_element_leads_down_to_its_evidence(reading: Reading) -> None:
    tree = explain_element(reading, "RS-8-2-e-iv", 3, PACK)
    assert tree.said.en.startswith("information supports element 3 at the level of reasonable")
    assert "INF-1; inference recognised in ICTY case law" in tree.said.en
    assert {id_ for node in nodes(tree) for id_ in node.evidence} == set(PIECES)


def test_the_inference_shows_each_of_its_families(reading: Reading) -> None:
    said = [node.said.en for node in nodes(explain_element(reading, "RS-8-2-e-iv", 3, PACK))]
    assert "D: no military objective was seen: supported" in said
    assert "B: repetition: supported" in said
    assert any(text.startswith("C: knowledge of the party named: unknown") for text in said)


def test_a_derived_fact_shows_what_it_was_derived_from(reading: Reading) -> None:
    tree = explain_element(reading, "RS-8-2-e-iv", 1, PACK)
    derived = next(node for node in nodes(tree) if node.rule == "DER-attack-by-means")
    assert any("a weapon, an aircraft" in part.said.en for part in derived.parts)
    assert any(part.rule == "munition_type" for part in derived.parts)


def test_the_defeaters_that_were_tried_are_shown_with_their_own_parts(reading: Reading) -> None:
    tree = explain_element(reading, "RS-8-2-e-iv", 2, PACK)
    tried = [node for node in nodes(tree) if node.rule == "DEF-medical-harmful-acts"]
    assert any("nothing recorded points to it" in node.said.en for node in tried)
    assert any(part.said.en.startswith("a warning with a reasonable") for part in tried[0].parts)


def test_a_norm_shows_every_gate_and_its_subject(reading: Reading) -> None:
    tree = explain_norm(reading, "AP2-11", PACK)
    said = " | ".join(node.said.en for node in nodes(tree))
    assert "Syria is not a party to the Second Additional Protocol of 1977" in said
    assert "a medical unit attacked: supported" in said


def test_why_not_names_the_gate_and_what_would_touch_it(reading: Reading) -> None:
    answer = why_not(reading, "CCM-1", PACK)
    assert [one.en for one in answer.reasons] == [
        "Syria is not a party to the Convention on Cluster Munitions",
        "nothing that is recorded of the incident touches it",
    ]
    [(subject, facts)] = answer.would_touch
    assert subject.en == "a cluster munition used"
    assert [fact.en for fact in facts] == ["weapon"]


def test_an_element_that_is_not_there_is_a_mistake_of_ours(reading: Reading) -> None:
    with pytest.raises(KeyError):
        explain_element(reading, "RS-8-2-e-iv", 9, PACK)
    with pytest.raises(KeyError):
        explain_norm(reading, "CIHL-999", PACK)
