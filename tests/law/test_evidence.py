"""What counts is how many pieces are independent, and one of them must be no testimony."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.law.evidence import Evidence, Family, carries, is_two_or_technical
from tawthiq.law.facts import Fact, merged, stand
from tawthiq.law.kleene import Why
from tawthiq.law.level import Level

VIDEO = Evidence("V", Family.TECHNICAL)
WITNESS = Evidence("W", Family.TESTIMONY)
OTHER_WITNESS = Evidence("O", Family.TESTIMONY)
GOOD = Evidence("G", Family.TESTIMONY, reliability="B", credibility=2)


@pytest.mark.parametrize(
    ("pieces", "level"),
    [
        ([], None),
        ([WITNESS], Level.LEAD),
        ([VIDEO], Level.LEAD),
        ([GOOD], Level.REASONABLE_BASIS),
        ([Evidence("G", Family.OTHER, reliability="A", credibility=1)], Level.REASONABLE_BASIS),
        ([Evidence("G", Family.OTHER, reliability="B", credibility=3)], Level.LEAD),
        ([Evidence("G", Family.OTHER, reliability="C", credibility=1)], Level.LEAD),
        ([Evidence("G", Family.OTHER, reliability="A")], Level.LEAD),
        ([WITNESS, OTHER_WITNESS], Level.REASONABLE_BASIS),
        ([WITNESS, VIDEO], Level.REASONABLE_GROUNDS),
        ([Evidence("A", Family.OTHER), Evidence("B", Family.OTHER)], Level.REASONABLE_BASIS),
        ([Evidence(str(n), Family.TECHNICAL, group="one film") for n in range(10)], Level.LEAD),
    ],
)
def test_a_set_of_pieces_carries_as_far_as_the_rule_says(
    pieces: list[Evidence], level: Level | None
) -> None:
    assert carries(pieces) is level


PIECES = st.builds(
    Evidence,
    st.integers(0, 9).map(str),
    st.sampled_from(list(Family)),
    reliability=st.sampled_from(["", *"ABCDEF"]),
    credibility=st.integers(0, 6),
    group=st.sampled_from(["", "one", "two"]),
)


@given(st.lists(PIECES, min_size=1), PIECES)
def test_a_further_piece_never_takes_anything_away(held: list[Evidence], more: Evidence) -> None:
    before, after = carries(held), carries([*held, more])
    assert before is not None and after is not None and after >= before
    assert is_two_or_technical([*held, more]) or not is_two_or_technical(held)


@given(st.lists(PIECES))
def test_the_order_of_pieces_does_not_matter(held: list[Evidence]) -> None:
    assert carries(held) is carries(held[::-1])


@pytest.mark.parametrize(("reliability", "credibility"), [("G", 0), ("AB", 0), ("", 7), ("", -1)])
def test_a_grade_that_is_none_is_refused(reliability: str, credibility: int) -> None:
    with pytest.raises(ValueError, match="graded"):
        Evidence("E", Family.OTHER, reliability=reliability, credibility=credibility)


HELD = {piece.id: piece for piece in (VIDEO, WITNESS, OTHER_WITNESS, GOOD)}


@pytest.mark.parametrize(
    ("fact", "level", "why"),
    [
        (Fact("siege", True), None, Why.NO_EVIDENCE),
        (Fact("siege", True, ("W",)), None, Why.INSUFFICIENT),
        (Fact("siege", True, ("W", "V")), Level.REASONABLE_GROUNDS, None),
        (Fact("siege", True, ("W", "V"), ("O",)), Level.REASONABLE_GROUNDS, None),
        (Fact("siege", True, ("W", "V"), ("O", "V")), None, Why.CONFLICTING),
        (Fact("siege", True, ("W", "O"), ("G",)), None, Why.CONFLICTING),
        (Fact("siege", True, ("W", "V"), (), True), None, Why.CONFLICTING),
    ],
)
def test_a_fact_stands_where_its_evidence_puts_it(
    fact: Fact, level: Level | None, why: Why | None
) -> None:
    standing = stand(fact, HELD)
    assert (standing.level, standing.why) == (level, why)


def test_two_people_who_say_different_things_speak_against_each_other() -> None:
    [fact] = merged([Fact("siege", True, ("W",)), Fact("siege", False, ("V",))]).values()
    assert (fact.value, fact.is_contested, fact.against) == (True, True, ("V",))
    assert stand(fact, HELD).why is Why.CONFLICTING


def test_two_people_who_say_the_same_are_joined() -> None:
    [fact] = merged([Fact("siege", True, ("W",)), Fact("siege", True, ("V",), ("O",))]).values()
    assert (fact.evidence, fact.against, fact.is_contested) == (("W", "V"), ("O",), False)


def test_choices_are_gathered() -> None:
    both = [
        Fact("object_status", frozenset({"market"}), ("W",)),
        Fact("object_status", frozenset({"residential"}), ("V",)),
    ]
    assert merged(both)["object_status"].value == frozenset({"market", "residential"})
