"""The provisions that a text cites, as people write them."""

from __future__ import annotations

import pytest

from tawthiq.statements.reading.page import open_page
from tawthiq.statements.reading.provisions import read_provisions


def cited(text: str) -> list[tuple[str, str]]:
    return [(said.instrument, said.article) for said in read_provisions(open_page(text))]


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("Article 18th of the Fourth Geneva Convention says so.", [("GC4", "18")]),
        ("See Art. 8(2)(b)(ii).", [("RS", "8(2)(b)(ii)")]),
        ("Under 8(2)(e)(iv) it is a crime.", [("RS", "8(2)(e)(iv)")]),
        ("Article 8(2)(e)(i) or (iv) of the Rome Statute",
         [("RS", "8(2)(e)(i)"), ("RS", "8(2)(e)(iv)")]),
        ("resolution 2254", [("SC", "2254")]),
        ("Security Council resolution 2139 (2014)", [("SC", "2139")]),
        ("General Assembly resolution 71/248", [("GA", "71/248")]),
        ("resolutions 2139, 2165 and 2254", [("SC", "2139"), ("SC", "2165"), ("SC", "2254")]),
        ("Rule 25 applies", [("CIHL", "25")]),
        ("Rules 25, 28 and 30", [("CIHL", "25"), ("CIHL", "28"), ("CIHL", "30")]),
        ("Rules 11-13", [("CIHL", "11"), ("CIHL", "12"), ("CIHL", "13")]),
        ("common Article 3", [("GC", "common 3")]),
        ("Article 3 common to the four Geneva Conventions", [("GC", "common 3")]),
        ("Common Article 3 and Rules 1 and 11",
         [("GC", "common 3"), ("CIHL", "1"), ("CIHL", "11")]),
        ("Additional Protocol II", [("AP2", "")]),
        ("Additional Protocol I, Article 52", [("AP1", "52")]),
        ("GC IV, Art. 19", [("GC4", "19")]),
        ("The Council should act under Article 41 and Article 42 of the Charter.",
         [("UNC", "41"), ("UNC", "42")]),
        ("The Security Council should act in accordance with Article 41 and Article 42.",
         [("UNC", "41"), ("UNC", "42")]),
        ("Article VI of the Genocide Convention", [("GEN", "6")]),
        ("The ICC could act under Article 12(3).", [("RS", "12(3)")]),
    ],
)  # fmt: skip
def test_a_provision_is_read_with_its_instrument(
    text: str, provisions: list[tuple[str, str]]
) -> None:
    assert cited(text) == provisions


@pytest.mark.parametrize(
    "text",
    [
        "The cat sat near the village of Api.",
        "An article of 18 May 2019 says so.",
        "He ruled for 25 years.",
        "Their resolution held for 30 days.",
    ],
)
def test_other_words_are_no_law(text: str) -> None:
    assert cited(text) == []


def test_an_article_without_an_instrument_stays_without_one() -> None:
    assert cited("Article 7 was broken.") == [("", "7")]
