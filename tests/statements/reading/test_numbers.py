"""What each number counts: its noun, what was done to it, the whole it belongs to."""

from __future__ import annotations

import pytest

from tawthiq.counts.definition import Unit
from tawthiq.statements.reading.numbers import Joined
from tawthiq.statements.reading.reading import Mention

from ..house import read


def of(text: str) -> list[Mention]:
    return list(read(text).mentions)


def counted(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(m.how_many.headline, m.unit.value if m.unit else "", m.groups) for m in of(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("781 civilians were killed.", Unit.KILLED),
        ("The attack killed at least 781 civilians.", Unit.KILLED),
        ("781 civilians lost their lives.", Unit.KILLED),
        ("The death toll reached 781 civilians.", Unit.KILLED),
        ("781 civilian deaths were recorded.", Unit.KILLED),
        ("They counted the deaths of 781 civilians.", Unit.KILLED),
        ("781 people were injured.", Unit.INJURED),
        ("The raid wounded 781 people.", Unit.INJURED),
        ("781 people were displaced.", Unit.DISPLACED),
        ("Some 781 people fled.", Unit.DISPLACED),
        ("3 schools were put out of service.", Unit.SITES_OUT_OF_SERVICE),
        ("16 mosques were completely and / or partially damaged.", Unit.SITES_DAMAGED),
        ("3 schools were destroyed completely or partially.", Unit.SITES_DAMAGED),
        ("3 schools were destroyed.", Unit.SITES_DESTROYED),
        ("Aircraft bombed 3 schools.", Unit.SITES_ATTACKED),
        ("There were attacks on 3 schools.", Unit.SITES_ATTACKED),
        ("33 massacres were counted.", Unit.ATTACKS),
        ("1,068 air strikes were counted.", Unit.STRIKES),
        ("188 barrel bombs fell.", Unit.MUNITIONS),
    ],
)
def test_what_happened_is_read_from_the_nearest_words(text: str, unit: Unit) -> None:
    assert [mention.unit for mention in of(text)] == [unit]


def test_one_verb_serves_a_whole_list() -> None:
    text = "Three health centers, two hospitals and eight schools become out of service."
    assert {m.unit for m in of(text)} == {Unit.SITES_OUT_OF_SERVICE}
    assert [m.how_many.headline for m in of(text)] == [3, 2, 8]
    assert [m.sites for m in of(text)] == [
        frozenset({"health-centre"}),
        frozenset({"hospital"}),
        frozenset({"school"}),
    ]


def test_each_number_keeps_its_own_verb() -> None:
    text = "The attack killed 5 civilians, including 2 children, and 10 people were injured."
    assert [unit for _, unit, _ in counted(text)] == [
        "persons-killed",
        "persons-killed",
        "persons-injured",
    ]


def test_a_bare_number_counts_what_its_neighbour_counts() -> None:
    assert counted("12 schools were hit and 20 damaged.")[1][1] == "sites-damaged"
    assert counted("Some 235 civilians were killed in May and 119 in June.")[1] == (
        119,
        "persons-killed",
        ("civilians",),
    )


def test_people_who_live_somewhere_were_not_killed() -> None:
    text = "The offensive, which killed hundreds of people, threatens 3 million civilians in Idlib."
    assert of(text)[-1].unit is None


@pytest.mark.parametrize(
    "text",
    [
        "Article 41 and Article 42 apply, and Rules 25, 28 and 35.",
        "Resolution 2254 of 18 December 2015 and Article 8(2)(e)(i).",
        "A 12-year-old and a woman aged 30 walked 15 km in 3 hours.",
        "See page 12, paragraph 3 and note 4.",
        "It cost $300 and weighed 40 kg.",
        "In one attack they means five or more civilians died in one attack.",
    ],
)
def test_codes_ages_and_measures_count_nothing(text: str) -> None:
    assert not [m for m in of(text) if m.unit is not None]


def test_the_threshold_of_a_definition_is_no_count() -> None:
    text = "33 massacres, by which it means that at least five civilians died in one attack."
    assert [m.how_many.headline for m in of(text)] == [33]


def test_brackets_narrow_a_kind_of_site() -> None:
    (mention,) = of("16 houses of worship (mosque) were damaged.")
    assert mention.sites == frozenset({"mosque"})


def test_a_noun_may_stand_before_its_number_in_brackets() -> None:
    text = "Of 781 civilians killed, many were women (140) and children (208)."
    assert [m.groups for m in of(text)][1:] == [("women",), ("children",)]


def joins(text: str) -> list[tuple[int | None, Joined]]:
    return [(m.whole, m.joined) for m in of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "781 civilians, including 208 children and 140 women, were killed.",
        "781 civilians (208 children, 140 women) were killed.",
        "781 civilians were killed, among them 208 children and 140 women.",
        "781 civilians were killed, 208 of them children and 140 of them women.",
        "781 civilians were killed. Of these, 208 were children and 140 were women.",
        "781 civilians, 208 children and 140 women among them, were killed.",
        "781 civilians were killed. The dead included 208 children and 140 women.",
    ],
)
def test_a_part_is_told_by_many_words(text: str) -> None:
    assert joins(text) == [(None, Joined.ALONE), (0, Joined.PART), (0, Joined.PART)]


@pytest.mark.parametrize(
    "text",
    [
        "33 attacks killed 781 civilians. 208 children and 140 women. All in vain.",
        "They killed 33 guards. It is said that 781 civilians, 208 children and 140 women died.",
    ],
)
def test_a_part_that_only_stands_beside_its_whole(text: str) -> None:
    assert [joined for _, joined in joins(text)][-2:] == [Joined.BESIDE, Joined.BESIDE]


def test_a_colon_divides_a_whole() -> None:
    text = "781 civilians were killed: 625 by Syrian government forces and 156 by Russian forces."
    assert joins(text)[1:] == [(0, Joined.BREAKDOWN), (0, Joined.BREAKDOWN)]


def inside(text: str) -> list[bool]:
    return [bool(m.inside) for m in of(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("33 massacres had killed 781 civilians.", [True, True]),
        ("781 civilians were killed in 33 massacres.", [True, True]),
        ("33 massacres that claimed the lives of 271 civilians.", [True, True]),
        ("33 massacres and 781 killed civilians were recorded.", [True, False]),
        ("SNHR recorded 33 massacres and the killing of 781 civilians.", [True, False]),
        ("At least 781 civilians were killed, 271 of them in 33 massacres.", [False, True, True]),
        ("781 civilians were killed, including in 33 massacres.", [False, True]),
        ("271 of the civilians died in 33 attacks that it counts as massacres.", [True, True]),
        ("33 attacks killed 271 people.", [False, False]),
        ("33 massacres were counted; 271 people died in them.", [True, True]),
    ],
)
def test_the_dead_of_massacres(text: str, marks: list[bool]) -> None:
    assert inside(text) == marks


def parties(text: str) -> list[frozenset[str] | None]:
    return [m.parties for m in of(text)]


SYRIA, RUSSIA = frozenset({"syrian-government"}), frozenset({"russia"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("625 civilians were killed by Syrian forces and 156 by Russian forces.", [SYRIA, RUSSIA]),
        ("Syrian government forces killed 625 civilians and Russian forces 156.", [SYRIA, RUSSIA]),
        ("It attributes 625 of the deaths to Syrian forces and 156 to Russian forces.",
         [SYRIA, RUSSIA]),
        ("26 of the 33 massacres were committed by Syrian forces.", [SYRIA, None]),
        ("- Russian forces: 7 massacres, 83 civilians killed.", [RUSSIA, RUSSIA]),
        ("781 civilians were killed in areas that Syrian forces shell.", [None]),
    ],
)  # fmt: skip
def test_attribution_is_only_what_the_text_attributes(
    text: str, expected: list[frozenset[str] | None]
) -> None:
    assert parties(text) == expected
