"""The ways in which people say a time relative to the day on which they speak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from re import Match

from tawthiq.values.calendar_days import shifted, stretch_to
from tawthiq.values.calendar_words import ARABIC_MONTH, MONTH, UNIT, month_number, unit_called
from tawthiq.values.forms import Form
from tawthiq.values.levelled import GAP
from tawthiq.values.mentions import Length, Relative
from tawthiq.values.number_words import SPELLED_BELOW_100, number_in
from tawthiq.values.when import Precision, When

_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBER = rf"(?P<number>[0-9]{{1,4}}|{SPELLED_BELOW_100}|an?)"
_LENGTH = rf"{_NUMBER}[- \n](?P<unit>{UNIT})"
_PAST = r"(?:past|last|previous|preceding)"
_AR_PAST = r"(?:الماضي|الماضيه|الماضين|الماضيين|الفائت|الفائته|المنصرم|المنصرمه|الاخير|الاخيره)\b"
_AR_PRESENT = r"(?:الحالي|الحاليه|الجاري|الجاريه)\b"
_ROUGHLY = rf"(?:(?:only|just|less{GAP}than|more{GAP}than|about|nearly|almost|under|over){GAP})?"
_WITHIN = (
    rf"(?:within|inside|over|in|during|throughout|خلال|في{GAP}غضون|في){GAP}"
    rf"(?:(?:a|the){GAP}(?:period|space|span|course){GAP}of{GAP})?"
)
_THE_UNIT = {"month": "الشهر", "year": "(?:العام|السنه)", "week": "الاسبوع"}
"""The units that "this" and "last" go with, as Arabic writes them with the article."""


def _relative(place: Callable[[Match[str], date], When]) -> Callable[[Match[str], str], Relative]:
    """Read a match as a time that ``place`` finds once the day of speaking is known."""
    return lambda found, _: Relative(*found.span(), lambda said: place(found, said))


def _nobody_knows(found: Match[str], written: str) -> Relative:
    return Relative(*found.span(), None)


def _calendar_unit(unit: str, ago: int) -> Callable[[Match[str], date], When]:
    """This week, month or year (0 ago) or the one before (1 ago)."""

    def place(found: Match[str], said: date) -> When:
        day = shifted(said, -ago, unit)
        if unit == "year":
            return When.year(day.year)
        if unit == "month":
            return When.month(day.year, day.month)
        monday = day - timedelta(days=day.weekday())
        # Weeks begin on other days elsewhere, so these ends are an estimate.
        return When(monday, monday + timedelta(days=6), Precision.ESTIMATE)

    return place


def _last_such_month(found: Match[str], said: date) -> When:
    """The latest April that was over: "last April", said on 20 April, is of the year before."""
    month = month_number(found["month"])
    return When.month(said.year if month < said.month else said.year - 1, month)


def _month_of_year(found: Match[str], said: date) -> When:
    return When.month(said.year - (found["which"] == "last"), month_number(found["month"]))


def _weekday(found: Match[str], said: date) -> When:
    """The latest such day, the day of speaking among them unless "last" is said."""
    wanted = _WEEKDAYS.index(found["weekday"])
    back = (said.weekday() - wanted) % 7
    return When.day(shifted(said, -(back or 7 * (found["which"] == "last")), "day"))


def _ago(found: Match[str], said: date) -> When:
    number, unit = _length_of(found)
    then = shifted(said, -number, unit)
    if unit in ("hour", "day"):
        return When.day(then)
    about = timedelta(days={"week": 3, "month": 15, "year": 182}[unit])
    return When(then - about, min(then + about, said), Precision.ESTIMATE)


def _stretch_until_now(found: Match[str], said: date) -> When:
    return stretch_to(said, *_length_of(found))


def _length_of(found: Match[str]) -> tuple[int, str]:
    words = found["number"]
    return 1 if words in ("a", "an") else int(number_in(words)), unit_called(found["unit"])


def _length(found: Match[str], written: str) -> Length | Relative:
    if found["ago"]:
        return _relative(_ago)(found, written)
    return Length(*found.span(), *_length_of(found))


def _this_and_last() -> list[Form[Relative]]:
    forms = []
    for unit, arabic in _THE_UNIT.items():
        this = (
            rf"(?:this|the{GAP}current){GAP}{unit}\b"
            rf"|هذ[اه]{GAP}{arabic}\b|{arabic}{GAP}{_AR_PRESENT}"
        )
        last = rf"(?:the{GAP})?last{GAP}{unit}\b|{arabic}{GAP}{_AR_PAST}"
        forms.append(Form(f"this {unit}", this, _relative(_calendar_unit(unit, 0))))
        forms.append(Form(f"last {unit}", last, _relative(_calendar_unit(unit, 1))))
    return forms


RELATIVE_FORMS: tuple[Form[Relative], ...] = (
    Form(
        "yesterday",
        rf"(?:yesterday|last{GAP}night|امس)\b",
        _relative(lambda _, said: When.day(shifted(said, -1, "day"))),
    ),
    Form(
        "today",
        rf"(?:today|tonight|this{GAP}(?:morning|afternoon|evening))\b",
        _relative(lambda _, said: When.day(said)),
    ),
    *_this_and_last(),
    Form("last April", rf"last{GAP}(?P<month>{MONTH})(?!\w)", _relative(_last_such_month)),
    Form("نيسان الماضي", rf"(?P<month>{ARABIC_MONTH}){GAP}{_AR_PAST}", _relative(_last_such_month)),
    Form(
        "April this year",
        rf"(?P<month>{MONTH}){GAP}(?:of{GAP})?(?P<which>this|last){GAP}year\b",
        _relative(_month_of_year),
    ),
    Form(
        "on Friday",
        rf"(?P<which>on|last|this{GAP}past){GAP}(?P<weekday>{'|'.join(_WEEKDAYS)})\b"
        rf"(?!,?{GAP}(?:the{GAP})?(?:[0-9]|{MONTH}))",
        _relative(_weekday),
    ),
    Form(
        "the past three months",
        rf"(?:the{GAP})?{_PAST}{GAP}{_LENGTH}",
        _relative(_stretch_until_now),
    ),
    Form(
        "الأشهر الثلاثة الماضية",
        rf"ال(?P<unit>{UNIT}){GAP}(?:ال)?{_NUMBER}{GAP}{_AR_PAST}",
        _relative(_stretch_until_now),
    ),
    Form(
        "in recent weeks",
        rf"(?:(?:in|over|during){GAP})?(?:the{GAP})?(?:recent|(?:past|last){GAP}(?:few|several))"
        rf"{GAP}{UNIT}",
        _nobody_knows,
    ),
    Form(
        "within three months",
        rf"{_WITHIN}{_ROUGHLY}{_LENGTH}(?!{GAP}(?:to|ending|until|up|after|before|الي|حتي)\b)",
        _nobody_knows,
    ),
)

LENGTH_FORMS: tuple[Form[Length | Relative], ...] = (
    Form("nine days; nine days ago", rf"{_LENGTH}(?P<ago>{GAP}ago\b)?", _length),
)
