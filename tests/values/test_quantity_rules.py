"""What words make of numbers is written down once, with whose rule it is."""

from __future__ import annotations

import pytest

from tawthiq.values.how_many import HowMany
from tawthiq.values.quantity_rules import (
    CONVERSIONS,
    HEDGES,
    Conversion,
    Hedge,
    HedgeRule,
    explained,
    hedged,
)
from tawthiq.values.quantity_words import read_quantity


def test_tens_dozens_and_hundreds_are_counted_as_acled_counts_them() -> None:
    acled = {rule.name: rule.low for rule in CONVERSIONS if "ACLED" in rule.source.en}
    assert acled == {"tens": 10, "dozens": 12, "hundreds": 100}


@pytest.mark.parametrize("rule", CONVERSIONS, ids=lambda rule: rule.name)
def test_every_word_of_a_rule_is_read_by_that_rule(rule: Conversion) -> None:
    for words in rule.words:
        assert read_quantity(words) == HowMany(rule.low, None, None, words, rule.name)


@pytest.mark.parametrize("rule", HEDGES, ids=lambda rule: rule.hedge.value)
def test_every_hedge_before_a_number_does_what_its_rule_says(rule: HedgeRule) -> None:
    expected = hedged(300, rule.hedge, "")
    assert expected is not None
    for words in [f"{before} 300" for before in rule.before]:
        read = read_quantity(words)
        assert (read.low, read.best, read.high, read.rule) == (
            expected.low,
            expected.best,
            expected.high,
            expected.rule,
        ), words
    for words in [f"300 {after}" for after in rule.after]:
        assert read_quantity(words) == hedged(300, rule.hedge, words)


def test_a_hedge_commits_to_one_end_only() -> None:
    assert hedged(530, Hedge.MORE_THAN, "") == HowMany(531, None, None, "", "more than")
    assert hedged(530, Hedge.AT_LEAST, "") == HowMany(530, None, None)
    assert hedged(20, Hedge.FEWER_THAN, "") == HowMany(None, None, 19, "", "fewer than")
    assert hedged(20, Hedge.AT_MOST, "") == HowMany(None, None, 20)
    assert hedged(20, Hedge.ABOUT, "") == HowMany(None, 20, None)
    assert hedged(0, Hedge.FEWER_THAN, "") is None


def test_a_reader_is_told_the_rule_and_whose_it_is() -> None:
    assert explained("dozens").en == "“dozens” is read as at least 12 (ACLED codebook)"
    assert "ACLED" in explained("tens").ar
    assert explained("dozen; more than").en.count("is read as") == 2
    assert not explained("")
    with pytest.raises(ValueError, match="no rule 'guess'"):
        explained("guess")


def test_every_rule_that_makes_ends_can_be_explained_in_both_languages() -> None:
    for name in [*(rule.name for rule in CONVERSIONS), "more than", "fewer than", "dozen"]:
        both = explained(name)
        assert both.en and both.ar and both.en != both.ar
