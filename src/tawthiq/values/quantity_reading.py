"""From amounts to quantities: ranges, and the "at least" in front or the "or more" behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tawthiq.values.amounts import Amount, Many, Number, Part
from tawthiq.values.how_many import HowMany
from tawthiq.values.levelled import GAP, one_of
from tawthiq.values.neighbours import Phrases
from tawthiq.values.not_counted import is_measure
from tawthiq.values.quantity_rules import DOZEN, HEDGE_AFTER, HEDGE_BEFORE, Hedge, hedged


@dataclass(frozen=True, slots=True)
class SpottedQuantity:
    """A number of things found in a text.

    Attributes:
        start, end: Codepoint offsets, with "at least" or "between" among the words and
            without what is counted.
        how_many: The ends, the words as written, and the rule if one made the ends.
    """

    start: int
    end: int
    how_many: HowMany


@dataclass(frozen=True, slots=True)
class SpottedShare:
    """A part of a whole found in a text.

    Attributes:
        start, end: Codepoint offsets, with "more than" among the words.
        value: The share; 1/2 for "half" and for "50 %".
        percent: The number of a percentage with the decimals it was printed with, so
            that a reader knows how far it was rounded; None for "two thirds".
        hedge: What was said about it ("more than half"); it changes no value here.
    """

    start: int
    end: int
    value: Fraction
    percent: Decimal | None
    hedge: Hedge


SpottedNumber = SpottedQuantity | SpottedShare

_TO = re.compile(rf"\s?[-–]\s?|{GAP}(?:to|or|الي|حتي|او){GAP}")
_AND = re.compile(rf"{GAP}(?:and{GAP}|و{GAP}?)")
_LONGEST_JOIN = 24  # codepoints
_OPENS_A_RANGE = Phrases({"between": True, "from": False, "بين": True, "ما بين": True, "من": False})
"""What stands before a range; whether its ends are then joined by "and"."""

# "Rose from 19 to 54" says two numbers, one after the other, and no range.
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rising|increas\w{1,3}|grew|grown|fell|fallen|dropp?\w{0,3}|declin\w{1,3}"
    r"|decreas\w{1,3}|climbed|jumped|went|revised|raised|reduced|ارتفع\w?|انخفض\w?)\b"
    r"[^.;:!?]{0,40}\Z"
)
_CHANGE_REACH = 60  # codepoints
_FILLER = re.compile(
    r"(?<!\S)(?:a\stotal\sof|total\sof|another|an\sadditional|additional|other|the|ما\sمجموعه)\s\Z"
)
_HEDGES = Phrases(HEDGE_BEFORE)
_AFTER = re.compile(rf"(?:{GAP}|(?=\+))({one_of([*HEDGE_AFTER])})(?!\w|{GAP}(?:than|من)\b)")
_NO_WORDS = re.compile(r"[0-9 ,.–-]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text whose amounts become quantities.

    Attributes:
        level: The levelled text.
        text: The same text as written, for the words.
        is_cell: Whether the text is a quantity and nothing else, so that "one" is 1.
    """

    level: str
    text: str
    is_cell: bool

    def numbers(self, amounts: list[Amount]) -> Iterator[SpottedNumber]:
        """The quantities and shares, from left to right; two never overlap."""
        at, free = 0, 0
        while at < len(amounts):
            one, other = amounts[at], amounts[at + 1] if at + 1 < len(amounts) else None
            start = self._start_of_range(one, other) if other else None
            if other is not None and start is not None:
                found = self._range(one, other, max(start, free), free)
                at += 2
            else:
                found = self._single(one, free)
                at += 1
            yield from found
            free = found[-1].end if found else free

    def _start_of_range(self, one: Amount, other: Amount) -> int | None:
        """Where the range of two amounts begins, or None where they are no range."""
        if not isinstance(one, Number) or isinstance(other, Many):
            return None
        if other.start - one.end > _LONGEST_JOIN or not _rising(one, other):
            return None
        opening, start = _OPENS_A_RANGE.before(self.level, one.start) or (None, one.start)
        join = _AND if opening else _TO
        if not join.fullmatch(self.level, one.end, other.start):
            return None
        changed = _CHANGE.search(self.level, max(0, start - _CHANGE_REACH), start)
        return None if changed else start

    def _range(self, one: Amount, other: Amount, start: int, free: int) -> list[SpottedNumber]:
        hedge, start, end = self._hedge(start, other.end, free)
        if isinstance(one, Number) and isinstance(other, Part) and other.percent is not None:
            return [
                SpottedShare(start, one.end, Fraction(one.value) / 100, one.value, hedge),
                SpottedShare(other.start, end, other.value, other.percent, hedge),
            ]
        if not (isinstance(one, Number) and isinstance(other, Number)) or self._measures(end):
            return []
        low, high = self._whole(_scaled_as(one, other)), self._whole(other.value)
        if low is None or high is None:
            return []
        words = self._words(start, end)
        return [SpottedQuantity(start, end, _between(low, high, hedge, words))]

    def _single(self, amount: Amount, free: int) -> list[SpottedNumber]:
        hedge, start, end = self._hedge(amount.start, amount.end, free)
        if isinstance(amount, Part):
            return [SpottedShare(start, end, amount.value, amount.percent, hedge)]
        how_many = None if self._measures(end) else self._quantity(amount, hedge, start, end)
        return [SpottedQuantity(start, end, how_many)] if how_many else []

    def _quantity(
        self, amount: Number | Many, hedge: Hedge, start: int, end: int
    ) -> HowMany | None:
        words = self._words(start, end)
        if isinstance(amount, Many):
            return _of_many(amount, hedge, words)
        number = self._whole(amount.value)
        if number is None or (amount.is_pronoun and not self.is_cell):
            return None
        return hedged(number, hedge, words)

    def _measures(self, end: int) -> bool:
        return not self.is_cell and is_measure(self.level, end)

    def _hedge(self, start: int, end: int, free: int) -> tuple[Hedge, int, int]:
        """The hedge before or after, and where the words with it begin and end.

        Args:
            free: Where the words of the number before end; they hedge nothing here.
        """
        inner, at = self._hedge_before(start)
        if inner in (Hedge.NONE, Hedge.ABOUT):  # "at least some 20", "at least another 20"
            filler = _FILLER.search(self.level, max(0, at - 16), at)
            outer, outer_at = self._hedge_before(filler.start() if filler else at)
            if outer is not Hedge.NONE:
                inner, at = outer, outer_at
        if at < free:
            inner, at = Hedge.NONE, start
        if after := _AFTER.match(self.level, end):
            words = " ".join(after[1].split())
            return (HEDGE_AFTER[words] if inner is Hedge.NONE else inner), at, after.end()
        return inner, at, end

    def _hedge_before(self, start: int) -> tuple[Hedge, int]:
        for length in (2, 1):  # signs stand close to the number: ">=5", "~300"
            sign = self.level[max(0, start - length) : start]
            if sign in HEDGE_BEFORE and not sign.isalpha():
                return HEDGE_BEFORE[sign], start - len(sign)
        return _HEDGES.before(self.level, start) or (Hedge.NONE, start)

    def _whole(self, value: Decimal) -> int | None:
        """The number if it is whole; in running text "1.0" is a heading or a measure."""
        if value != value.to_integral_value() or (not self.is_cell and _has_decimals(value)):
            return None
        return int(value)

    def _words(self, start: int, end: int) -> str:
        """The words as written; none where the number stands alone."""
        return "" if _NO_WORDS.fullmatch(self.level, start, end) else self.text[start:end]


def _rising(one: Number, other: Number | Part) -> bool:
    if isinstance(other, Part):
        return other.percent is not None and one.value <= other.percent
    return _scaled_as(one, other) <= other.value


def _scaled_as(one: Number, other: Number) -> Decimal:
    """The first number in the size of the second: "3 to 4 million"."""
    if one.size == 1 and one.value < 1_000 and one.value * other.size <= other.value:
        return one.value * other.size
    return one.value


def _has_decimals(value: Decimal) -> bool:
    return value != value.quantize(Decimal(1)) or "." in str(value)


def _between(low: int, high: int, hedge: Hedge, words: str) -> HowMany:
    """A range; "up to 18 to 20" commits to the far end only."""
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return hedged(low, hedge, words) or HowMany.at_least(low, words)
    if hedge in (Hedge.AT_MOST, Hedge.FEWER_THAN):
        return hedged(high, hedge, words) or HowMany.at_most(high, words)
    return HowMany.between(low, high, words)


def _of_many(many: Many, hedge: Hedge, words: str) -> HowMany:
    if many.rule is not None:
        return many.rule.how_many(words)
    number = int(many.dozens * 12)
    exact = hedged(number, Hedge.ABOUT if hedge is Hedge.NONE else hedge, words)
    if exact is None:
        return HowMany(None, number, None, words, DOZEN)
    return replace(exact, rule="; ".join(name for name in (DOZEN, exact.rule) if name))
