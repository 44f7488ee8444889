"""Each number of a text with what it counts, and how it hangs together with its neighbours.

Numbers that count nothing here (articles, days, ages, list marks, distances) are left to
others. Of the rest, every one says at least its kind; what happened to those it counts is
taken from the nearest words that can say so, and how that was found is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.statements.reading.nouns import Kind, Noun, noun_in_front, read_noun
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.how_many import HowMany
from tawthiq.values.quantity_words import spot_quantities


class Joined(StrEnum):
    """How a number stands to the whole it may be a part of."""

    ALONE = "alone"
    PART = "part"
    """The text says so: "including", "of whom", brackets."""
    BESIDE = "beside"
    """It only stands beside it: "781 civilians. 208 children"."""
    BREAKDOWN = "breakdown"
    """After a colon: the whole is said to be divided among such parts."""


@dataclass(slots=True)
class Found:
    """A number while it is being read.

    Attributes:
        start, end: Where the number and its noun stand.
        first, after: The numbers of its first word, and of the word after its noun.
        sentence: The number of its sentence.
        harm: The key of what happened ("killed", "out"), or "".
        how: How the harm was found: "noun", "after", "before", "list", "clause", "carried".
        whole: The position, among the numbers of the text, of the whole it belongs to.
        verb: Where the words stand that say the harm, or None.
        groups: Whom it counts, its own or its whole's.
        original: The number that it only repeats ("271 of the 781"), or None.
    """

    start: int
    end: int
    first: int
    after: int
    sentence: int
    how_many: HowMany
    noun: Noun
    harm: str = ""
    how: str = ""
    verb: Span | None = None
    original: int | None = None
    whole: int | None = None
    joined: Joined = Joined.ALONE
    groups: tuple[str, ...] = ()
    inside: frozenset[str] = frozenset()
    parties: frozenset[str] | None = None
    party_at: Span | None = None

    @property
    def kind(self) -> Kind:
        return self.noun.kind


_CODE_BEFORE = re.compile(
    r"(?:\b(?:articles?|arts?\.?|rules?|resolutions?|chapters?|para(?:graph)?s?\.?|sections?"
    r"|protocols?|pages?|pp?\.|nos?\.|note|footnotes?|annex|table|clause|unsc|unscr|class|aged?"
    r"|phase|situation report|fact sheet|version|principle|law|decree|common article)\s*"
    r"(?:no\.?\s*)?(?:\d+(?:\(\w+\))*\s*(?:,|and|or|to|-|–|&|/)\s*)*|[$€£#/]\s*|\d[./:]"
    r"|[A-Za-z]/)$",
    re.IGNORECASE,
)
_CODE_AFTER = re.compile(
    r"\s*(?:\([a-z\d]{1,3}\)|/\d|\.\d|-?\s?years?[- ]old|%|per ?cent\b|percent\b|percentage"
    r"|k(?:m|ilomet)|met(?:re|er)s?\b|miles?\b|hours?\b|o'clock|[ap]\.?m\b|-?days?\b|weeks?\b"
    r"|-?months?\b|-?years?\b|minutes?\b|dollars?\b|euros?\b|USD|tonn?e?s?\b|kg\b|degrees?\b"
    r"|times\b|(?:st|nd|rd|th)\b|in the (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE = re.compile(r"(?:an?|one)", re.IGNORECASE)


def spot_numbers(page: Page, taken: Sequence[Span]) -> list[Found]:
    """The numbers that count something, in order.

    Args:
        taken: What is already read as something else (times, percentages), in order.
    """
    found = []
    for quantity in spot_quantities(page.text):
        span = Span(quantity.start, quantity.end)
        if _any_touches(taken, span) or _is_code(page, span):
            continue
        if one := _number(page, span, quantity.how_many):
            found.append(one)
    return found


def _any_touches(taken: Sequence[Span], span: Span) -> bool:
    return any(span.touches(other) for other in _near(taken, span))


def _near(taken: Sequence[Span], span: Span) -> Iterable[Span]:
    """Those that can touch: binary search keeps a long text linear."""
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        if taken[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    return taken[low : low + 2]


def _is_code(page: Page, span: Span) -> bool:
    text = page.text
    if _CODE_BEFORE.search(text, max(0, span.start - 60), span.start):
        return True
    if _CODE_AFTER.match(text, span.end):
        return True
    # The mark of a list item is not in its block; neither is it a count.
    return not any(span.start in block for block in _blocks_near(page, span.start))


def _blocks_near(page: Page, position: int) -> Iterable[Span]:
    sentence = page.sentence_of(position)
    return (page.layout.blocks[sentence.block],)


_THRESHOLD = re.compile(
    r"(?:\bor more\b|\bat least\b|\bno fewer than\b)?.{0,60}\b(?:in|during|by) (?:a|one"
    r"|the same|a single"
    r"|each|any)(?: single)? (?:attack|strike|incident|massacre)|\bor more\b.{0,40}\b(?:at once"
    r"|at the"
    r" same time|in one)|.{0,60}\bat once\b",
    re.IGNORECASE | re.DOTALL,
)
_DEFINES = re.compile(
    r"\b(?:mean(?:s|ing|t)?|defin\w+|definition|rule|counts? as|classif\w+|consider\w*|which is"
    r"|massacres?\b.{0,60}(?:attacks?|incidents?|events?) (?:in|that|which))\b",
    re.IGNORECASE | re.DOTALL,
)


_ATTACKS_THAT = re.compile(
    r"\bmassacres?\b.{0,80}\b(?:attacks?|incidents?|events?)\s+(?:that|which|in which|where)\b",
    re.IGNORECASE | re.DOTALL,
)


def _is_threshold(page: Page, span: Span, how_many: HowMany) -> bool:
    """ "Massacre means that five or more civilians were killed in one attack": no count."""
    if how_many.headline > 10:
        return False
    sentence = page.sentence_of(span.start)
    before = page.text[max(sentence.start, span.start - 140) : span.start]
    if _DEFINES.search(before) and _THRESHOLD.match(page.text, span.start):
        return True
    is_bound = how_many.low is not None and how_many.high is None
    return is_bound and _ATTACKS_THAT.search(before) is not None


def _number(page: Page, span: Span, how_many: HowMany) -> Found | None:
    after = page.word_from(span.end)
    noun = noun_in_front(page, span) or read_noun(page, after)
    said = page.layout.said(span)
    if noun.kind is Kind.BARE and (_YEAR.fullmatch(said) or _ONE.fullmatch(said)):
        return None
    if noun.kind is Kind.EVENTS and noun.event != "massacre" and _ONE.fullmatch(said):
        return None  # "in one attack" describes
    if _is_threshold(page, span, how_many):
        return None
    if noun.kind is Kind.OTHER and (_YEAR.fullmatch(said) or how_many.headline < 3):
        return None
    last = max(after, noun.after) - 1
    end = max(span.end, page.words[last].end if noun.after > after else span.end)
    return Found(
        start=span.start,
        end=end,
        first=page.word_from(span.start),
        after=max(after, noun.after),
        sentence=page.layout.sentence_at(span.start),
        how_many=how_many,
        noun=noun,
        groups=noun.groups,
        harm=noun.harm,
        how="noun" if noun.harm else "",
    )


def around(page: Page, numbers: Sequence[Found], at: int) -> Span:
    """The words between the numbers before and after, within the sentence."""
    sentence = page.layout.sentences[numbers[at].sentence]
    start, end = sentence.start, sentence.end
    if at and numbers[at - 1].sentence == numbers[at].sentence:
        start = min(numbers[at - 1].end, numbers[at].start)
    if at + 1 < len(numbers) and numbers[at + 1].sentence == numbers[at].sentence:
        end = numbers[at + 1].start
    return Span(start, end)
