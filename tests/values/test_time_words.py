"""A time is read as it was said, placed where it can be placed, and never guessed."""

from __future__ import annotations

import contextlib
import csv
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import days, jumbled_texts, whens

from tawthiq.errors import InputError
from tawthiq.values.dated_forms import DATED_FORMS
from tawthiq.values.forms import Form, Forms
from tawthiq.values.levelled import levelled
from tawthiq.values.relative_forms import LENGTH_FORMS, RELATIVE_FORMS
from tawthiq.values.time_words import SpottedTime, read_time, read_time_as_written, spot_times
from tawthiq.values.when import Precision, When

SAID_ON = date(2019, 8, 5)  # a Monday


def only(text: str, said_on: date | None = None) -> SpottedTime:
    """The one time of a text."""
    (spotted,) = spot_times(text, said_on=said_on)
    return spotted


# What is written, what is meant, and how it was given. "~" marks estimated ends.
PLACED = [
    ("26 April 2019", "2019-04-26"),
    ("26th of April, 2019", "2019-04-26"),
    ("April 26, 2019", "2019-04-26"),
    ("26-Apr-2019", "2019-04-26"),
    ("Sept. 5, 2019", "2019-09-05"),
    ("31/05/2019", "2019-05-31"),
    ("31.05.2019", "2019-05-31"),
    ("2019/05/31", "2019-05-31"),
    ("2019-04-26T07:30:00Z", "2019-04-26"),
    ("April 2019", "2019-04"),
    ("2019-04", "2019-04"),
    ("2019", "2019"),
    ("26 April to 27 July 2019", "2019-04-26/2019-07-27"),
    ("26 April – 27 July 2019", "2019-04-26/2019-07-27"),
    ("between 26 April and 27 July 2019", "2019-04-26/2019-07-27"),
    ("from 26 April 2019 until 27 July", "2019-04-26/2019-07-27"),
    ("20 December to 5 January 2019", "2018-12-20/2019-01-05"),
    ("between 20 December and 5 January 2019", "2018-12-20/2019-01-05"),
    ("20 December 2018 to 5 January", "2018-12-20/2019-01-05"),
    ("from 1 to 23 June 2019", "2019-06-01/2019-06-23"),
    ("1-23 June 2019", "2019-06-01/2019-06-23"),
    ("June 1–23, 2019", "2019-06-01/2019-06-23"),
    ("5 or 6 July 2019", "2019-07-05/2019-07-06"),
    ("6 or 5 July 2019", "2019-07-05/2019-07-06"),
    ("16/17 August 2019", "2019-08-16/2019-08-17"),
    ("4 June or 2 June 2019", "2019-06-02/2019-06-04"),
    ("between April and July 2019", "2019-04-01/2019-07-31"),
    ("2018-2019", "2018-01-01/2019-12-31"),
    ("2019-04-26/2019-07-27", "2019-04-26/2019-07-27"),
    ("2011-03/2019-05", "2011-03-01/2019-05-31"),
    ("early May 2019", "~2019-05-01/2019-05-10"),
    ("mid-May 2019", "~2019-05-11/2019-05-20"),
    ("late April 2019", "~2019-04-21/2019-04-30"),
    ("the end of April 2019", "~2019-04-26/2019-04-30"),
    ("the first week of May 2019", "~2019-05-01/2019-05-07"),
    ("the first half of 2019", "2019-01-01/2019-06-30"),
    ("Q3 2019", "2019-07-01/2019-09-30"),
    ("late 2018", "~2018-09-01/2018-12-31"),
    ("late April 2019 to 23 June 2019", "~2019-04-21/2019-06-23"),
    ("since 26 April 2019", "2019-04-26/.."),
    ("since 2011", "2011-01-01/.."),
    ("from 26 April 2019 onwards", "2019-04-26/.."),
    ("from 26 April 2019 to the present", "2019-04-26/.."),
    ("until 17 July 2019", "../2019-07-17"),
    ("by July 2019", "../2019-07-31"),
    ("as of 24 May 2019", "../2019-05-24"),
    ("before July 2019", "../2019-06-30"),
    ("after 26 April 2019", "2019-04-27/.."),
    ("three months to 26 July 2019", "~2019-04-27/2019-07-26"),
    ("ten days to early May 2019", "~2019-04-22/2019-05-10"),
    ("about 5 May 2019", "~2019-05-05/2019-05-05"),
    ("تموز/يوليو 2019", "2019-07"),
    ("تموز (يوليو) 2019", "2019-07"),
    ("٢٦ نيسان ٢٠١٩", "2019-04-26"),
    ("26 أبريل من عام 2019", "2019-04-26"),
    ("بين 26 نيسان و27 تموز 2019", "2019-04-26/2019-07-27"),
    ("من 1 إلى 23 حزيران 2019", "2019-06-01/2019-06-23"),
    ("5 أو 6 تموز 2019", "2019-07-05/2019-07-06"),
    ("أواخر نيسان 2019", "~2019-04-21/2019-04-30"),
    ("منذ كانون الثاني/يناير 2019", "2019-01-01/.."),
    ("حتى 17 تموز 2019", "../2019-07-17"),
    ("النصف الأول من عام 2019", "2019-01-01/2019-06-30"),
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_a_time_is_read_as_it_was_said(text: str, expected: str) -> None:
    spotted = only(text)
    assert str(spotted.when) == expected.removeprefix("~")
    assert (spotted.when.precision is Precision.ESTIMATE) is expected.startswith("~")
    assert (spotted.start, spotted.end) == (0, len(text))
    assert spotted.resolved
    assert not spotted.relative


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_a_cell_says_the_same_as_running_text(text: str, expected: str) -> None:
    assert read_time(text) == only(text).when
    assert read_time(f"  {text.upper()} ") == only(text).when


# Said on Monday 5 August 2019. "?" where even that day does not help.
RELATIVE = [
    ("in March", "2019-03"),
    ("in November", "2018-11"),
    ("on 5 August", "2019-08-05"),
    ("on 6 August", "2018-08-06"),
    ("on 29 February", "2016-02-29"),
    ("26 April to 27 July", "2019-04-26/2019-07-27"),
    ("between 20 December and 5 January", "2018-12-20/2019-01-05"),
    ("since 26 April", "2019-04-26/.."),
    ("since last April", "2019-04-01/.."),
    ("last August", "2018-08"),
    ("April this year", "2019-04"),
    ("April of last year", "2018-04"),
    ("by 17 July", "../2019-07-17"),
    ("yesterday", "2019-08-04"),
    ("today", "2019-08-05"),
    ("last week", "2019-07-29/2019-08-04"),
    ("this month", "2019-08"),
    ("last month", "2019-07"),
    ("this year", "2019"),
    ("last year", "2018"),
    ("on Friday", "2019-08-02"),
    ("on Monday", "2019-08-05"),
    ("last Monday", "2019-07-29"),
    ("three days ago", "2019-08-02"),
    ("the past three months", "2019-05-06/2019-08-05"),
    ("over the last 10 days", "2019-07-27/2019-08-05"),
    ("the last 24 hours", "2019-08-04/2019-08-05"),
    ("within three months", "?"),
    ("in less than four months", "?"),
    ("in recent weeks", "?"),
    ("منذ نيسان الماضي", "2019-04-01/.."),
    ("خلال الأشهر الثلاثة الماضية", "2019-05-06/2019-08-05"),
    ("العام الماضي", "2018"),
    ("خلال ثلاثة أشهر", "?"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_a_relative_time_is_placed_by_the_day_of_speaking(text: str, expected: str) -> None:
    spotted = only(text, SAID_ON)
    assert spotted.relative
    assert str(spotted.when) == expected.removeprefix("?")
    assert spotted.resolved is (expected != "?")


@pytest.mark.parametrize(("text", "_"), RELATIVE)
def test_without_the_day_of_speaking_it_is_unknown(text: str, _: str) -> None:
    spotted = only(text)
    assert spotted.when == When.unknown()
    assert spotted.relative
    assert not spotted.resolved
    assert read_time(text) == When.unknown()


def test_last_april_said_in_april_is_of_the_year_before() -> None:
    assert str(only("since last April", date(2019, 4, 20)).when) == "2018-04-01/.."
    assert str(only("since last April", date(2019, 5, 1)).when) == "2019-04-01/.."


@given(days(), days())
def test_a_day_without_its_year_is_never_after_the_day_of_speaking(day: date, said: date) -> None:
    when = only(f"on {day.day} {day:%B}", said).when
    assert when.first and when.first <= said
    assert (when.first.month, when.first.day) == (day.month, day.day)


WORDS_OF_A_TEXT = [
    ("Since last April, the area was shelled.", ["Since last April"]),
    ("In May 30 people were killed and in June 12.", ["May", "June"]),
    ("On May 5 three rockets fell.", ["May 5"]),
    ("in April and May 2019, and in July", ["April", "May 2019", "July"]),
    ("It was hit on Friday, 26 July 2019.", ["26 July 2019"]),
    ("hit on 17 August. Five died", ["17 August"]),
    ("from the start of the escalation to 17 August 2019", ["to 17 August 2019"]),
    ("a film from 5 May 2019", ["5 May 2019"]),
    ("the 2019 offensive", ["2019"]),
    ("All within three months and before the world", ["within three months"]),
    ("They may march; it may be so in 2019", ["2019"]),
    ("at least 5 may have died", []),
    ("Security Council resolution 2254 (2015) and resolution 2012", []),
    ("at least 2016 civilians and 2019 children", []),
    ("https://example.org/2019/07/31/54091/ and a@b.org", []),
    ("Article 5, Rule 12 and 3/4", []),
    ("Theresa May 5,000", []),
]


@pytest.mark.parametrize(("text", "words"), WORDS_OF_A_TEXT)
def test_in_running_text_only_times_are_times(text: str, words: list[str]) -> None:
    assert [text[spotted.start : spotted.end] for spotted in spot_times(text)] == words


def test_dates_joined_by_and_share_their_year() -> None:
    times = spot_times("in April, May and June 2019")
    assert [str(spotted.when) for spotted in times] == ["2019-04", "2019-05", "2019-06"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31 February 2019", "February 2019 has no day 31"),
        ("31/02/2019", "February 2019 has no day 31"),
        ("2019-02-31", "February 2019 has no day 31"),
        ("31 February", "has no day 31"),
        ("05/31/2019", "write 2019-05-31"),
        ("99 May 2019", "May 2019 has no day 99"),
        ("2019-13-01", "there is no month 13"),
        ("27 July 2019 to 26 April 2019", "before it begins"),
        ("9999 years to 26 July 2019", "no calendar reaches"),
        ("5 March to 30 February", "has no day 30"),
        ("26-5 July 2019", "before it begins"),
        ("0 days to 26 July 2019", "0 days have no first day"),
    ],
)
def test_a_day_that_never_was_is_spotted_with_its_fault(text: str, says: str) -> None:
    spotted = only(f"Killed {text}.")
    assert spotted.fault and says in spotted.fault.en and spotted.fault.ar != spotted.fault.en
    assert (spotted.when, spotted.resolved) == (When.unknown(), False)
    with pytest.raises(InputError, match=says) as refused:
        read_time(text)
    assert text in refused.value.en and text in refused.value.ar


def test_a_day_and_month_that_could_be_turned_round_are_marked() -> None:
    assert only("05/06/2019").ambiguous
    assert str(only("05/06/2019").when) == "2019-06-05"
    assert not only("05/05/2019").ambiguous
    assert not only("31/05/2019").ambiguous
    assert read_time_as_written("05/06/2019").ambiguous


CELLS = [
    ("", ""),
    ("undated", ""),
    ("غير معروف", ""),
    ("as printed by the outlet", ""),
    ("to 2019-05-17", "../2019-05-17"),
    ("to 2019-08", "../2019-08-31"),
    ("to 2019-07-15 (start not stated)", "../2019-07-15"),
    ("from 2019-05-01", "2019-05-01/.."),
    ("from 1 May 2019 to the end of the offensive", "2019-05-01/.."),
    ("start of the offensive to 2019-08-17 (start day not stated)", "../2019-08-17"),
    ("2019-04-28, nine days", "2019-04-28/2019-05-06"),
    ("2019-04-26 to mid-May 2019 (end day not stated)", "2019-04-26/2019-05-20"),
    ("2019-04-29/2019-07-18 (80 days)", "2019-04-29/2019-07-18"),
    ("may 2019", "2019-05"),
    ("in the night of 16 to 17 august 2019", "2019-08-16/2019-08-17"),
    ("يوم 5 أيار 2019", "2019-05-05"),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_a_cell_is_a_time_and_nothing_else(text: str, expected: str) -> None:
    assert str(read_time(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("banana", "781", "31/02", "5 May 2019 and 6 June 2019", "killed 5 May 2019"),
        *("nine days", "45", "a" * 300, "2019-04-26" * 30),
    ],
)
def test_what_is_no_time_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(InputError, match="is not a time we can read; write a day") as refused:
        read_time(text)
    assert "ليس تاريخاً" in refused.value.ar
    assert len(refused.value.en) < 300


@given(whens())
def test_what_is_written_in_iso_is_read_back(when: When) -> None:
    if when.first is None or when.last is None:
        return
    again = read_time(str(when))
    assert (again.first, again.last) == (when.first, when.last)


@given(days(), st.integers(0, 900))
def test_two_days_in_words_are_read_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    spelled = (f"{day.day} {day:%B} {day.year}" for day in (first, last))
    assert only("between {} and {}".format(*spelled)).when == When.between(first, last)


def test_the_day_of_a_text_and_how_it_begins_are_no_range() -> None:
    text = "23 July 2019 – Yesterday an air strike hit the town."
    found = [(s.start, str(s.when)) for s in spot_times(text, said_on=date(2019, 7, 23))]
    assert found == [(0, "2019-07-23"), (15, "2019-07-22")]
    (whole,) = spot_times("from 23 July 2019 – today", said_on=date(2019, 7, 25))
    assert str(whole.when) == "2019-07-23/2019-07-25"


@pytest.mark.parametrize(
    "form", [*DATED_FORMS, *RELATIVE_FORMS, *LENGTH_FORMS], ids=lambda form: form.examples
)
def test_every_form_reads_its_own_examples(form: Form[object]) -> None:
    for example in form.examples.split("; "):
        assert list(Forms([form]).find(levelled(example), example)), example


def test_every_period_of_the_gathered_claims_is_read(shared: Path) -> None:
    with (shared / "data/idlib-2019/aggregates.csv").open(encoding="utf-8") as table:
        periods = {row["period"] for row in csv.DictReader(table)}
    read = {period: read_time(period) for period in periods}
    unknown = {period for period, when in read.items() if not when.is_known}
    assert unknown == {"as printed by the outlet"}
    war = When.parse("2011-03/2020-05")
    assert all(when.may_overlap(war) for when in read.values())
    iso = {period for period in periods if set(period) <= set("0123456789-/")}
    assert len(iso) > 40
    assert all(read[period] == When.parse(period) for period in iso)


@given(jumbled_texts(), st.none() | st.dates())
def test_no_jumble_of_words_breaks_the_reading(text: str, said_on: date | None) -> None:
    end = 0
    for spotted in spot_times(text, said_on=said_on):
        assert end <= spotted.start < spotted.end <= len(text)
        assert spotted.resolved or not spotted.when.is_known
        end = spotted.end
    with contextlib.suppress(InputError):
        read_time(text, said_on=said_on)


HARD = ["a", " ", "\n", "1 ", "1-", "May ", "between ", "5 to ", "from the ", "(", "a.", "a@", "و "]
HARD += ["2019-", "26 April 2019 ", "one hundred ", "five and ", "http://a ", "ثلاثة و", "\u200f"]


@pytest.mark.parametrize("piece", HARD)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        begins = time.process_time()
        spot_times(text)
        return time.process_time() - begins

    seconds(1_000)  # compiles the forms
    short = max(seconds(8_000), seconds(8_000), 0.002)
    # Eight times as long takes eight times as long; sixty-four would be the square.
    assert seconds(64_000) < 30 * short
