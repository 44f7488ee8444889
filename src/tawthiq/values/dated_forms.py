"""The ways in which people write a date of the calendar, in English and in Arabic."""

from __future__ import annotations

import re
from re import Match

from tawthiq.values.calendar_words import MONTH, PART, month_number, part_called
from tawthiq.values.forms import Form
from tawthiq.values.levelled import GAP
from tawthiq.values.mentions import Dated
from tawthiq.values.neighbours import FUNCTION_WORDS, word_after, word_before

_YEAR = r"(?:(?:عام|سنه|العام)\s)?(?:19|20)[0-9]{2}(?:م\b|(?![\w%]|[,.][0-9]|\s%|-[0-9]{2}-))"
_AND_YEAR = rf"(?:(?:-|,?{GAP}(?:of{GAP}|من{GAP})?)(?P<year>{_YEAR}))?"
_TH = r"(?:st|nd|rd|th)?"
_TO = rf"(?:{GAP}?[-–/]{GAP}?|{GAP}(?:to|or|and|until|till|الي|او|و|حتي){GAP}?(?:the{GAP})?)"
_DAYS = rf"(?P<day>[0-9]{{1,2}}){_TH}(?:(?P<to>{_TO})(?P<last>[0-9]{{1,2}}){_TH})?"
_OF = rf"(?:-|{GAP}(?:of{GAP}|من{GAP})?(?:شهر{GAP})?)"
_PART = rf"(?:the{GAP})?(?P<part>{PART})(?:-|{GAP}(?:the{GAP}(?:year|month{GAP}of){GAP})?)"
_NOT_INSIDE = r"(?<![0-9][.,:/-])(?<![$€£#/.])"
_NOTHING_MORE = r"(?![\w%]|[:/.,-][0-9])"

_ISO = (
    r"(?P<year>[12][0-9]{3})-"
    r"(?:(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?:t[0-9:.]{2,12}z?)?|(?P<alone>0[1-9]|1[0-2]))"
    r"(?![\w]|-[0-9])"
)
_TWO_DIGITS = r"(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)"

# What stands before a month or year that is a time, and before a number that is none.
_IN = {"in", "during", "throughout", "في", "خلال"}
_SINCE = {"since", "until", "till", "between", "before", "after", "منذ", "حتي", "بين", "قبل", "بعد"}
_BEFORE_A_MONTH = _IN | _SINCE | {"by", "of", "from", "to", "through", "شهر", "من", "الي"}
_BEFORE_A_YEAR = _IN | _SINCE | {"year", "the", "a", "عام", "العام", "سنه"}
_BEFORE_A_NUMBER = {
    *("least", "than", "over", "about", "around", "nearly", "almost", "some", "approximately"),
    *("resolution", "resolutions", "unsc", "unscr", "article", "rule", "no", "number", "law"),
    *("قرار", "القرار", "رقم", "الماده", "نحو", "حوالي"),
}
_SEVERAL = {
    *("people", "men", "women", "children", "dead", "killed", "wounded", "injured", "hurt"),
    *("displaced", "detained", "missing", "civilian", "medical", "more", "other"),
    *("مدنيا", "مدني", "شخصا", "شخص", "طفلا", "طفل", "قتيلا", "قتيل", "امراه", "سيده"),
}
_DASH_OR_TO = re.compile("[-–]|to|until|till|الي|حتي")
_TO_A_MONTH = re.compile(rf"{GAP}?(?:[-–,]|to|and|or|until|الي|او|و|حتي){GAP}?{MONTH}")
_TO_A_YEAR = re.compile(r"\s?[-–]\s?(?:19|20)[0-9]{2}\b")
_FROM_A_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\s?[-–]\s?\Z")
_DASH_BEFORE = re.compile(r"[-–]\s?\Z")
_NUMBER_BEFORE = re.compile(r"[0-9]\s?\(\Z")


def _iso(found: Match[str], written: str) -> Dated:
    month = int(found["month"] or found["alone"])
    return Dated(*found.span(), int(found["year"]), month, _optional(found["day"]))


def _day_first(found: Match[str], written: str) -> Dated:
    day, month, year = map(int, re.findall("[0-9]+", found[0]))
    ambiguous = day <= 12 and month <= 12 and day != month
    return Dated(*found.span(), year, month, day, ambiguous=ambiguous)


def _year_first(found: Match[str], written: str) -> Dated:
    year, month, day = map(int, re.findall("[0-9]+", found[0]))
    return Dated(*found.span(), year, month, day)


def _day_of_month(found: Match[str], written: str) -> Dated | None:
    if not _is_a_name(found, written):
        return None
    first, last = int(found["day"]), _optional(found["last"])
    if last is not None and last < first and not _DASH_OR_TO.search(found["to"]):
        first, last = last, first  # "6 or 5 July" is one of two days in any order
    return Dated(*found.span(), _year(found), month_number(found["month"]), first, last)


def _month_and_day(found: Match[str], written: str) -> Dated | None:
    """As "April 26"; but in "in May 30 people" the thirty are people."""
    in_it = found["year"] is None and word_before(found.string, found.start()) in _IN
    if in_it or int(found["day"]) > 31:
        return _bare_month(found, written)
    return _day_of_month(found, written)


def _month(found: Match[str], written: str) -> Dated | None:
    part = part_called(found["part"]) if found["part"] else None
    if not _is_a_name(found, written) or (part and part.days is None):
        return None
    if part is None and found["year"] is None:
        return _bare_month(found, written)
    return Dated(*found.span(), _year(found), month_number(found["month"]), part=part)


def _bare_month(found: Match[str], written: str) -> Dated | None:
    """A month without day and year is one only where it is spelled out and used as one."""
    name, end = found["month"], found.end("month")
    if not _is_a_name(found, written) or (name.isascii() and not written[:1].isupper()):
        return None
    if len(name) == 3 and name.isascii() and name != "may":
        return None
    used = word_before(found.string, found.start()) in _BEFORE_A_MONTH
    if used or _TO_A_MONTH.match(found.string, end):
        return Dated(found.start(), end, None, month_number(name))
    return None


def _is_a_name(found: Match[str], written: str) -> bool:
    """Whether "may" and "march" are written as names, and not as verbs."""
    begins = found.start("month") - found.start()
    return found["month"] not in ("may", "march", "mar") or written[begins].isupper()


def _part_of_year(found: Match[str], written: str) -> Dated | None:
    part = part_called(found["part"])
    return None if part.months is None else Dated(*found.span(), _year(found), part=part)


def _bare_year(found: Match[str], written: str) -> Dated | None:
    """Four digits such as 2019 are a year unless they seem to count something."""
    text, start, end = found.string, *found.span()
    dated = Dated(start, end, _year(found))
    if _NUMBER_BEFORE.search(text, max(0, start - 3), start):
        return None  # "resolution 2254 (2015)" says which resolution
    before = word_before(text, start)
    if before in _BEFORE_A_YEAR or not found[0].isdigit() or _TO_A_YEAR.match(text, end):
        return dated
    if _DASH_BEFORE.search(text, max(0, start - 2), start):
        return dated if _FROM_A_YEAR.search(text, max(0, start - 8), start) else None
    counted = before in _BEFORE_A_NUMBER or _is_plural(word_after(text, end))
    return None if counted else dated


def _is_plural(word: str) -> bool:
    """Whether a word seems to name several people or things: what 2019 can be the number of."""
    return word in _SEVERAL or (word.endswith("s") and word not in FUNCTION_WORDS)


def _optional(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _year(found: Match[str]) -> int | None:
    return int(re.sub(r"\D", "", found["year"])) if found["year"] else None


DATED_FORMS: tuple[Form[Dated], ...] = (
    Form("2019-04-26; 2019-04", rf"(?<![0-9][.,:-]){_ISO}", _iso),
    Form(
        "26/04/2019",
        rf"{_NOT_INSIDE}[0-9]{{1,2}}{_TWO_DIGITS}[12][0-9]{{3}}{_NOTHING_MORE}",
        _day_first,
    ),
    Form(
        "2019/04/26",
        rf"{_NOT_INSIDE}[12][0-9]{{3}}{_TWO_DIGITS}[0-9]{{1,2}}{_NOTHING_MORE}",
        _year_first,
    ),
    Form(
        "5 or 6 July 2019",
        rf"{_NOT_INSIDE}{_DAYS}{_OF}(?P<month>{MONTH}){_AND_YEAR}",
        _day_of_month,
    ),
    Form(
        "April 26, 2019",
        rf"(?P<month>{MONTH}){GAP}(?:the{GAP})?{_DAYS}{_NOTHING_MORE}{_AND_YEAR}",
        _month_and_day,
    ),
    Form("mid-May 2019; in March", rf"(?:{_PART})?(?P<month>{MONTH}){_AND_YEAR}", _month),
    Form("the first half of 2019", rf"{_PART}(?P<year>{_YEAR})", _part_of_year),
    Form("in 2019", rf"(?<![0-9][.,:/])(?<![$€£#/.])(?P<year>{_YEAR})", _bare_year),
)
"""From the most telling form to the least: where two begin at one place, the first is taken."""
