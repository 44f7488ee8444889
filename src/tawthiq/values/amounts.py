"""An amount in a text: a number, a word for many, or a share, before any "at least" is heard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from re import Match

from tawthiq.values.forms import Form, Forms
from tawthiq.values.levelled import GAP, one_of
from tawthiq.values.neighbours import counts_something, word_after, word_before
from tawthiq.values.number_words import (
    DIGITS,
    SCALED_DIGITS,
    SPELLED,
    SPELLED_BELOW_100,
    number_in,
    size_in,
)
from tawthiq.values.quantity_rules import CONVERSION_OF, Conversion


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands: "781", "1.4 million", "seven hundred".

    Attributes:
        size: The word for its size that follows its digits: a million in "1.4 million".
        is_pronoun: Whether it is a "one" that counts nothing ("one of them").
    """

    start: int
    end: int
    value: Decimal
    size: int = 1
    is_pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Many:
    """A word that a rule turns into a number; ``dozens`` says how many dozen, if it is one."""

    start: int
    end: int
    rule: Conversion | None
    dozens: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Part:
    """A share of something: "54.2 %", "two thirds"."""

    start: int
    end: int
    value: Fraction
    percent: Decimal | None


Amount = Number | Many | Part

_OF_100 = r"(?:\s?%|\s(?:per\s?cent|pct)\b|\s?بالم(?:ئه|ائه)\b|\sفي\s(?:ال)?م(?:ئه|ائه)\b)"
_NO_CODE = r"(?<![^\W\d_]-)(?<![0-9][.,:/])(?<![#$€£/\\°№])"
_NO_MORE = r"(?![\w]|[.,:/][0-9]|-[^\W\d_])"
_DENOMINATORS = {
    **{"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4},
    **{"fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8},
    **{"tenth": 10, "tenths": 10},
}
_PLURAL_PARTS = one_of([word for word in _DENOMINATORS if word.endswith("s")])
_FEW = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_NOT_A_HALF = {"first", "second", "latter", "other", "last", "final"}
_AFTER_HALF = r"(?=,?\s(?:of|the|their|its|his|her|our|all|those|these|were|are|was|is|had|have)\b)"

_NO_ONE = {"no", "this", "that", "the", "which", "each", "every", "any", "last", "first", "another"}
_AFTER_ONE = {"day", "hand", "side", "point", "thing", "way", "such", "same", "time"}


POINT_OR_THOUSANDS = re.compile(r"[0-9]{1,3}\.[0-9]{3}\Z")
"""1.089 is a thousand to some writers and about one to others; we do not choose."""


_CODE_BEFORE = re.compile(r"[^\W\d_]-[0-9]{1,12}-\Z")  # OFAB-100-120


def _number(found: Match[str], written: str) -> Number | None:
    words = found[0]
    if (words[0] == "0" and words.isdigit() and len(words) > 1) or POINT_OR_THOUSANDS.match(words):
        return None  # a code, or nobody can say which number
    if _CODE_BEFORE.search(found.string, max(0, found.start() - 16), found.start()):
        return None
    return Number(*found.span(), number_in(words), size_in(words))


def _spelled(found: Match[str], written: str) -> Number:
    pronoun = found[0] in ("one", "احد", "احدي") and not _one_counts(found)
    return Number(*found.span(), number_in(found[0]), size_in(found[0]), is_pronoun=pronoun)


def _one_counts(found: Match[str]) -> bool:
    """Whether "one" counts what follows: "one hospital", and not "one of them"."""
    if found[0] != "one" or word_before(found.string, found.start()) in _NO_ONE:
        return False
    after = word_after(found.string, found.end())
    return after in ("more", "other") or (counts_something(after) and after not in _AFTER_ONE)


def _many(found: Match[str], written: str) -> Many:
    return Many(*found.span(), CONVERSION_OF[" ".join(found[0].split())])


def _dozen(found: Match[str], written: str) -> Many | None:
    how_many = found["dozens"]
    if how_many.startswith("half"):
        return Many(*found.span(), None, Decimal("0.5"))
    return Many(*found.span(), None, Decimal(1) if how_many in ("a", "an") else number_in(how_many))


def _percent(found: Match[str], written: str) -> Part:
    percent = number_in(found["number"])
    return Part(*found.span(), Fraction(percent) / 100, percent)


def _fraction(found: Match[str], written: str) -> Part | None:
    if word_before(found.string, found.start()) in _NOT_A_HALF:
        return None
    above, below = _FEW[found["above"] or "a"], _DENOMINATORS[found["below"]]
    return Part(*found.span(), Fraction(above, below), None) if above < below else None


def _out_of(found: Match[str], written: str) -> Part | None:
    part, whole = number_in(found["part"]), number_in(found["whole"])
    return Part(*found.span(), Fraction(part) / Fraction(whole), None) if part < whole else None


_ANY = rf"(?:{DIGITS}|{SPELLED_BELOW_100})"
AMOUNT_FORMS: tuple[Form[Amount], ...] = (
    Form("54.2 %", rf"{_NO_CODE}(?P<number>{_ANY}){_OF_100}(?!\spoints?\b|age\b)", _percent),
    Form("half of them", rf"(?P<above>)(?P<below>half){_AFTER_HALF}", _fraction),
    Form(
        "a third of them",
        r"(?P<above>an?|one)[- ](?P<below>half|third|quarter|fifth|tenth)(?=\sof\b)",
        _fraction,
    ),
    Form(
        "two thirds",
        rf"(?P<above>{one_of([*_FEW])})[- ](?P<below>{_PLURAL_PARTS})\b",
        _fraction,
    ),
    Form(
        "three out of four",
        rf"(?P<part>{_ANY})\sout\sof\s(?:every\s)?(?P<whole>{_ANY})(?!\w)",
        _out_of,
    ),
    Form(
        "one in three",
        rf"(?P<part>one)\sin\s(?:every\s)?(?P<whole>{SPELLED_BELOW_100})",
        _out_of,
    ),
    Form("two dozen", rf"(?P<dozens>{_ANY}|half{GAP}an?|an?){GAP}dozens?\b", _dozen),
    Form("dozens", rf"(?:{one_of([*CONVERSION_OF])})\b", _many),
    Form("1,089", rf"{_NO_CODE}(?>{SCALED_DIGITS}){_NO_MORE}", _number),
    Form("twenty-one", rf"(?<![^\W_]-)(?>{SPELLED})(?!-\w)", _spelled),
)

AMOUNTS: Forms[Amount] = Forms(AMOUNT_FORMS)
