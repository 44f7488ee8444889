"""A quantity is read with the ends that were said, and a number that counts nothing is not one."""

from __future__ import annotations

import contextlib
import csv
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import how_manys, jumbled_texts

from tawthiq.errors import InputError
from tawthiq.values.amounts import AMOUNT_FORMS
from tawthiq.values.forms import Form, Forms
from tawthiq.values.how_many import HowMany
from tawthiq.values.levelled import levelled
from tawthiq.values.not_counted import NOT_COUNTED
from tawthiq.values.quantity_rules import Hedge
from tawthiq.values.quantity_words import (
    SpottedQuantity,
    read_quantity,
    read_share,
    spot_numbers,
    spot_quantities,
    spot_shares,
)

# The ends and the rule; the words are the text itself where it holds any.
CELLS: list[tuple[str, int | None, int | None, int | None, str]] = [
    ("781", 781, 781, 781, ""),
    ("1,089", 1089, 1089, 1089, ""),
    ("12.0", 12, 12, 12, ""),
    ("٧٨١", 781, 781, 781, ""),
    ("at least 781", 781, None, None, ""),
    ("At  least\u00a0781", 781, None, None, ""),
    ("over 891", 892, None, None, "more than"),
    ("more than 530", 531, None, None, "more than"),
    ("fewer than 20", None, None, 19, "fewer than"),
    ("about 487", None, 487, None, ""),
    ("estimated 1400000", None, 1400000, None, ""),
    ("nearly 300", None, 300, None, ""),
    ("as many as 18", None, None, 18, ""),
    ("up to 20", None, None, 20, ""),
    ("at least some 20", 20, None, None, ""),
    ("at least another 20", 20, None, None, ""),
    (">= 5", 5, None, None, ""),
    ("~300", None, 300, None, ""),
    ("300+", 300, None, None, ""),
    ("300 or more", 300, None, None, ""),
    ("3-4", 3, None, 4, ""),
    ("3–4", 3, None, 4, ""),
    ("7-7", 7, 7, 7, ""),
    ("between 37 and 43", 37, None, 43, ""),
    ("19 to 54", 19, None, 54, ""),
    ("five or six", 5, None, 6, ""),
    ("five to six hundred", 500, None, 600, ""),
    ("3 to 4 million", 3_000_000, None, 4_000_000, ""),
    ("up to 18-20", None, None, 20, ""),
    ("at least 18 to 20", 18, None, None, ""),
    ("3 million", 3_000_000, 3_000_000, 3_000_000, ""),
    ("seven hundred and eighty-one", 781, 781, 781, ""),
    ("one", 1, 1, 1, ""),
    ("none", 0, 0, 0, ""),
    ("no one", 0, 0, 0, ""),
    ("dozens", 12, None, None, "dozens"),
    ("tens", 10, None, None, "tens"),
    ("hundreds", 100, None, None, "hundreds"),
    ("several", 3, None, None, "several"),
    ("a dozen", None, 12, None, "dozen"),
    ("two dozen", None, 24, None, "dozen"),
    ("half a dozen", None, 6, None, "dozen"),
    ("more than a dozen", 13, None, None, "dozen; more than"),
    ("19 (14–20)", 14, 19, 20, ""),
    ("19 (at least 14)", 14, 19, None, ""),
    ("ما لا يقل عن 781", 781, None, None, ""),
    ("ما بين ٣٧ و٤٣", 37, None, 43, ""),
    ("أكثر من ٥٣٠", 531, None, None, "more than"),
    ("٣٠٠ تقريباً", None, 300, None, ""),
    ("عشرات", 10, None, None, "tens"),
    ("مئات", 100, None, None, "hundreds"),
    ("سبعمئة وواحد وثمانون", 781, 781, 781, ""),
]


@pytest.mark.parametrize(("text", "low", "best", "high", "rule"), CELLS)
def test_a_cell_is_read_with_the_ends_that_were_said(
    text: str, low: int | None, best: int | None, high: int | None, rule: str
) -> None:
    read = read_quantity(text)
    assert (read.low, read.best, read.high, read.rule) == (low, best, high, rule)


def test_the_words_are_kept_where_there_are_any() -> None:
    assert read_quantity("At least\u00a0781").words == "At least 781"
    assert read_quantity("seven hundred").words == "seven hundred"
    assert [read_quantity(digits).words for digits in ("781", "1,089", "٧٨١", "3–4")] == [""] * 4


@given(how_manys())
def test_what_is_written_of_a_quantity_is_read_back(quantity: HowMany) -> None:
    again = read_quantity(str(quantity))
    ends = (quantity.low, quantity.best, quantity.high)
    if quantity.low is not None and quantity.low == quantity.high:  # then it is exact
        ends = (quantity.low, quantity.low, quantity.high)
    assert (again.low, again.best, again.high) == ends


@given(st.integers(0, 10**12))
def test_any_number_in_digits_is_read(number: int) -> None:
    assert read_quantity(f"{number}") == read_quantity(f"{number:,}") == HowMany.exactly(number)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *((text, "is not a quantity; write a number") for text in ("many", "", "781 civilians")),
        *((text, "is not a quantity; write a number") for text in ("=1+2", "1e3", "3/4", "1,08")),
        *((text, "is not a quantity; write a number") for text in ("1 2", "(3)", "19 (3-4)", "٪")),
        *((text, "is not a quantity; write a number") for text in ("9" * 30, "a" * 300, "Rule 25")),
        ("5-3", "write the smaller number first"),
        ("between 43 and 37", "write the smaller number first"),
        ("-3", "below zero"),
        ("3.5", "not a whole number"),
        ("1.089", "thousands or as a decimal"),
        ("91%", "a share, not a number of things"),
        ("half of the", "is not a quantity"),
    ],
)
def test_what_is_no_quantity_is_refused_with_what_to_write(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        read_quantity(text)
    assert refused.value.ar != refused.value.en
    assert len(refused.value.en) < 300


def test_a_cell_with_a_percentage_is_a_share() -> None:
    share = read_share(" 91% ")
    assert (share.value, share.percent) == (Fraction(91, 100), Decimal(91))
    assert share.hedge is Hedge.NONE
    with pytest.raises(InputError, match="is not a share"):
        read_share("91")


# Running text, and each quantity in it with its words.
TEXTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "three health centers, two hospitals and eight schools",
        [("three", "3"), ("two", "2"), ("eight", "8")],
    ),
    (
        "33 massacres killed 781 civilians. 208 children and 140 women.",
        [("33", "33"), ("781", "781"), ("208", "208"), ("140", "140")],
    ),
    (
        "Between 26 April and 27 July 2019 at least 781 civilians died",
        [("at least 781", "at least 781")],
    ),
    (
        "between 37 and 43 killed, 19 to 54 wounded",
        [("between 37 and 43", "37–43"), ("19 to 54", "19–54")],
    ),
    ("the toll rose from 19 to 54", [("19", "19"), ("54", "54")]),
    (
        "more than 300 000 people, 1.4 million others",
        [("more than 300 000", "at least 300001"), ("1.4 million", "1400000")],
    ),
    (
        "tens of thousands fled, several died",
        [("tens of thousands", "at least 10000"), ("several", "at least 3")],
    ),
    ("killed 12, 13 and 14", [("12", "12"), ("13", "13"), ("14", "14")]),
    ("twenty-one dead after the twenty-first raid", [("twenty-one", "21")]),
    ("women (140) and children (208)", [("140", "140"), ("208", "208")]),
    ("at least 20 and up to 30", [("at least 20", "at least 20"), ("up to 30", "up to 30")]),
    ("at least 2016 civilians", [("at least 2016", "at least 2016")]),
    ("2016 people were displaced in 2016", [("2016", "2016")]),
    ("one hospital, one of them, no one, this one, one by one", [("one", "1")]),
    ("one more hospital and one or two schools", [("one", "1"), ("one or two", "1–2")]),
    ("in one incident 12 civilians died", [("one", "1"), ("12", "12")]),
    ("in each case 5,000 people over 300 homes", [("5,000", "5000"), ("over 300", "at least 301")]),
    ("At least\n  twenty people", [("At least\n  twenty", "at least 20")]),
    (
        "ما لا يقل عن ٧٨١ مدنياً بينهم 208 أطفال و140 سيدة",
        [("ما لا يقل عن ٧٨١", "at least 781"), ("208", "208"), ("140", "140")],
    ),
    ("ثلاثة مراكز صحية وثماني مدارس", [("ثلاثة", "3"), ("ثماني", "8")]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_running_text_is_read_with_its_words(text: str, expected: list[tuple[str, str]]) -> None:
    spotted = spot_quantities(text)
    assert [(text[q.start : q.end], str(q.how_many)) for q in spotted] == expected
    for quantity in spotted:
        words = quantity.how_many.words
        assert words in ("", text[quantity.start : quantity.end])


NOTHING_COUNTED = [
    "Article 41 and Article 42 of the Charter",
    "Articles 12(1), 13 and 14; Rules 25-28",
    "Article 18th, Rule 25, resolution 2254 (2015), Art. 3, paragraph 4",
    "8(2)(b)(ii) and 8(2)(e)(iv)",
    "common Article 3 and AP II 13",
    "  1. According to one\n2- According to another\n(3) And",
    "no. 5, nos. 6 and 7, situation report 11, event 299375, in case 4 of the list",
    "RS3934, F-16, Su-24, OFAB-100-120, S/RES/2286, 71/248",
    "https://example.org/2019/07/31/54091/",
    "on 26 April 2019, in 2019, since 5 May, 2019-04-26",
    "at 10:30, 5 pm, 7:02 a.m.",
    "within three months, for nine days, a 12-hour raid, five-year-old",
    "children under five, aged 12, aged 6 to 17, 22 years old",
    "5 km, 122 mm, $3 million, 20 dollars, 16 tons",
    "+90 555 123 4567 and 555-123-4567, tel. 0555 123",
    "see [12] and [3, 4]",
    "the second hospital, the third and the fourth",
    "24/7, 3.2.1, version 1.0, the key 0531",
    "المادة 41 والقرار 2254 والقاعدة 25، بالمادة 18",
]


@pytest.mark.parametrize("text", NOTHING_COUNTED)
def test_a_number_that_counts_nothing_is_passed_over(text: str) -> None:
    assert [text[q.start : q.end] for q in spot_quantities(text)] == []


@pytest.mark.parametrize("example", [example for example, _ in NOT_COUNTED])
def test_every_kind_of_number_passed_over_has_an_example_that_is(example: str) -> None:
    assert spot_numbers(example) == []


@pytest.mark.parametrize("form", AMOUNT_FORMS, ids=lambda form: form.examples)
def test_every_form_reads_its_own_examples(form: Form[object]) -> None:
    for example in form.examples.split("; "):
        assert list(Forms([form]).find(levelled(example), example)), example


SHARES: list[tuple[str, str, Fraction, str | None, Hedge]] = [
    ("54.2 % were women", "54.2 %", Fraction(271, 500), "54.2", Hedge.NONE),
    ("37% of them", "37%", Fraction(37, 100), "37", Hedge.NONE),
    ("some 41 per cent", "some 41 per cent", Fraction(41, 100), "41", Hedge.ABOUT),
    ("40.60 percent", "40.60 percent", Fraction(203, 500), "40.60", Hedge.NONE),
    ("more than half of them", "more than half", Fraction(1, 2), None, Hedge.MORE_THAN),
    ("nearly two-thirds were", "nearly two-thirds", Fraction(2, 3), None, Hedge.ABOUT),
    ("a quarter of all", "a quarter", Fraction(1, 4), None, Hedge.NONE),
    ("three out of four schools", "three out of four", Fraction(3, 4), None, Hedge.NONE),
    ("one in three", "one in three", Fraction(1, 3), None, Hedge.NONE),
    ("٥٤٫٢٪ من الضحايا", "٥٤٫٢٪", Fraction(271, 500), "54.2", Hedge.NONE),
]


@pytest.mark.parametrize(("text", "words", "value", "percent", "hedge"), SHARES)
def test_a_share_is_no_quantity(
    text: str, words: str, value: Fraction, percent: str | None, hedge: Hedge
) -> None:
    (share,) = spot_shares(text)
    assert text[share.start : share.end] == words
    assert (share.value, share.hedge) == (value, hedge)
    assert (share.percent is None) is (percent is None)
    assert percent is None or str(share.percent) == percent
    assert spot_quantities(text) == []


def test_a_range_of_percentages_is_two_shares() -> None:
    assert [share.percent for share in spot_shares("37–40% of homes")] == [Decimal(37), Decimal(40)]


@pytest.mark.parametrize(
    "text",
    [
        *("the first half of 2019", "half an hour", "a third attack", "the old quarter"),
        *("the second half", "half a million people", "12 percentage points"),
    ],
)
def test_what_only_sounds_like_a_share_is_none(text: str) -> None:
    assert spot_shares(text) == []


def test_every_value_of_the_gathered_claims_is_read(shared: Path) -> None:
    values: set[str] = set()
    for name, columns in (
        ("aggregates", ["value"]),
        ("incidents", ["killed", "killed_children", "killed_women", "injured"]),
    ):
        with (shared / f"data/idlib-2019/{name}.csv").open(encoding="utf-8") as table:
            values |= {row[column] for row in csv.DictReader(table) for column in columns}
    percentages = {value for value in values if value.endswith("%")}
    assert [read_share(value).percent for value in percentages] == [91]
    for value in values - percentages - {""}:
        digits = [int(number) for number in value.replace("-", " ").split() if number.isdigit()]
        more = value.startswith(("over", "more than"))
        assert read_quantity(value).headline == digits[0] + more


def test_the_figures_of_the_seed_statement_are_seen(shared: Path) -> None:
    text = (shared / "statement/seed-statement.txt").read_text(encoding="utf-8")
    seen = [text[q.start : q.end] for q in spot_quantities(text)]
    assert seen == ["3 million", "three", "two", "eight", "16", "33", "781", "208", "140"]
    assert spot_shares(text) == []


@given(jumbled_texts())
def test_no_jumble_of_words_breaks_the_reading(text: str) -> None:
    end = 0
    for spotted in spot_numbers(text):
        assert end <= spotted.start < spotted.end <= len(text)
        end = spotted.end
    for read in (read_quantity, read_share):
        with contextlib.suppress(InputError):
            read(text)


HARD = ["a", " ", "\n", "1 ", "1,", "1-", "000 ", "5 to ", "at least ", "five and ", "hundred "]
HARD += ["Articles 1, ", "2, ", "+1 ", "8(2)", "555-", "twenty-", "children under ", "[1,", "و "]


@pytest.mark.parametrize("piece", HARD)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        begins = time.process_time()
        spot_numbers(text)
        return time.process_time() - begins

    seconds(1_000)  # compiles the forms
    short = max(seconds(8_000), seconds(8_000), 0.002)
    # Eight times as long takes eight times as long; sixty-four would be the square.
    assert seconds(64_000) < 30 * short


def test_offsets_are_codepoints_of_the_text_as_written() -> None:
    text = "İdlib: 𝟙 and at least 20\u200f killed"
    (quantity,) = (q for q in spot_numbers(text) if isinstance(q, SpottedQuantity))
    assert text[quantity.start : quantity.end] == "at least 20"
