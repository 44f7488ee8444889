"""The provisions that a text cites: articles, rules and resolutions, each with its instrument.

"Article 18th of the Fourth Geneva Convention", "Art. 8(2)(b)(ii)", "Rules 25, 28 and 30",
"common Article 3", "resolution 2139 (2014)". An article that stands alone takes the one
instrument of its sentence; without one it stays a number of nothing, and no check guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.statements.reading.instruments import instrument_names, instruments
from tawthiq.statements.reading.lexicon import Hit
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span


@dataclass(frozen=True, slots=True)
class ProvisionSaid(Span):
    """A provision that a text cites.

    Attributes:
        instrument: Key of the instrument, "SC" or "GA" for a resolution, "" where unknown.
        article: As in "18" or "8(2)(b)(ii)", "common 3", or of a resolution its number; ""
            where the instrument is named as a whole.
        year: Of a resolution, as written, or "".
    """

    instrument: str = ""
    article: str = ""
    year: str = ""


_SUB = r"(?:\s?\((?:\d{1,2}|[a-z]|[ivxl]{1,6})\))"
_NUM = rf"(?:\d{{1,3}}(?!\d|[.,]\d)(?:st|nd|rd|th)?|[IVX]{{1,5}}\b){_SUB}*"


def _cited(word: str) -> re.Pattern[str]:
    """A list of numbers under one word: "Article 3 and Rules 1 and 11" are two of them."""
    again = rf"(?:\s*(?:,\s*and|,|and|or|to|–|-|&|/)\s*(?:(?i:{word})\s+)?(?:{_NUM}|{_SUB}+))*"
    return re.compile(
        rf"\b(?P<common>(?i:common)\s+)?(?P<what>(?i:{word}))\s+(?P<list>{_NUM}{again})"
    )


_ARTICLES, _RULES = _cited(r"articles?|arts?\.?"), _cited("rules?")
_PART = re.compile(
    rf"(?P<link>to|–|-)?\s*(?:(?i:articles?|arts?\.?|rules?)\s+)?(?P<num>{_NUM}|{_SUB}+)"
)
_BARE = re.compile(r"\b8\s?\(2\)\s?\([a-f]\)(?:\s?\([ivx]{1,6}\))?")
_RESOLUTION = re.compile(
    r"\b(?P<body>(?:UN\s+)?(?:Security Council|General Assembly|UNSC|UNGA|SC|GA)\s+)?"
    r"(?:[Rr]esolutions?|[Rr]es\.|RES|UNSCR|S/RES/)\s*(?:[Nn]o\.?\s*|[Nn]umber\s+)?"
    r"(?P<list>\d{2,4}(?:/\d{1,3})?(?:\s?\([\dVX]{1,4}\))?"
    r"(?:\s*(?:,\s*and|,|and|&)\s*\d{2,4}(?:/\d{1,3})?(?:\s?\([\dVX]{1,4}\))?)*)"
)
_ONE_RESOLUTION = re.compile(r"(?P<number>\d{2,4}(?:/\d{1,3})?)(?:\s?\((?P<year>[\dVX]{1,4})\))?")
_TO_INSTRUMENT = re.compile(
    r"[\s,]*(?:\(?(?:paragraphs?|paras?\.?)\s*\(?\d+\)?,?\s+)?(?:(?:common to|of|to|in|under"
    r"|from)\s+)?"
    r"(?:(?:the|all|four|its)\s+)*(?:\d{4}\s+)?\(?"
)
_FROM_INSTRUMENT = re.compile(
    r"(?:['’]s)?(?:\s*\([^)]{1,20}\))?[\s,:(–-]*(?:(?:and|in|under|its|by|at|especially|notably"
    r"|namely|in particular|including|specifically)\s+)*"
)
_FAR = 90  # signs between an article and its instrument; house choice
_OF_COURT = re.compile(r"\b(?:ICC|International Criminal Court|the Court\b|Rome)")
_OF_COUNCIL = re.compile(r"\b(?:Security Council|Chapter VII|UNSC)\b")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_OF_THE_COURT = frozenset({7, 8, 12, 13, 25, 27, 28})
_PEACE_AND_SECURITY = range(24, 55)
"""Articles that a sentence on the Council can only mean of the Charter: house choice."""


def read_provisions(page: Page) -> list[ProvisionSaid]:
    """Every provision and instrument that a text names, in order."""
    hits = [
        hit for hit in instrument_names().spot(page.words).of("instrument") if _is_name(page, hit)
    ]
    found = [*_articles(page, hits), *_resolutions(page)]
    taken = {hit.start for hit in hits} & {
        start for each in found for start in (each.start, _name_within(each, hits))
    }
    found += [ProvisionSaid(h.start, h.end, h.key) for h in hits if h.start not in taken]
    return sorted(found, key=lambda each: (each.start, each.end))


def _name_within(said: Span, hits: Sequence[Hit]) -> int:
    """Where the instrument's name begins that a provision was read with, or -1."""
    at = bisect_left(hits, said.start, key=lambda hit: hit.start)
    return hits[at].start if at < len(hits) and hits[at].end <= said.end else -1


def _is_name(page: Page, hit: Hit) -> bool:
    """Short names are capitals in a text: "CAT" is a treaty, "cat" is an animal."""
    said = page.text[hit.start : hit.end]
    if said.lower() == "charter":
        return said != "charter" and page.text[max(0, hit.start - 4) : hit.start].lower() == "the "
    capitals = sum(letter.isupper() for letter in said)
    return capitals > 0 and (" " in said or "-" in said or capitals == sum(map(str.isalpha, said)))


def _articles(page: Page, hits: Sequence[Hit]) -> Iterator[ProvisionSaid]:
    covered: list[int] = []
    lists = (*_ARTICLES.finditer(page.text), *_RULES.finditer(page.text))
    for found in sorted(lists, key=lambda each: each.start()):
        key, start, end = _instrument_of(page, hits, found)
        common = bool(found["common"]) or "common to" in page.text[found.end() : end]
        covered.append(found.end())
        for number in _numbers(found["list"]):
            article = f"common {number}" if common else number
            yield ProvisionSaid(start, end, "GC" if common else key, article)
    for bare in _BARE.finditer(page.text):
        at = bisect_left(covered, bare.end())
        if at == len(covered) or not _ARTICLES.search(
            page.text, max(0, bare.start() - 60), covered[at]
        ):
            yield ProvisionSaid(*bare.span(), "RS", _plain(bare.group()))


def _instrument_of(page: Page, hits: Sequence[Hit], found: re.Match[str]) -> tuple[str, int, int]:
    """The instrument of an article, and the stretch of both."""
    start, end, text = found.start(), found.end(), page.text
    at = bisect_left(hits, end, key=lambda hit: hit.start)
    follows = at < len(hits) and hits[at].start <= end + _FAR
    if follows and _TO_INSTRUMENT.fullmatch(text, end, hits[at].start):
        return hits[at].key, start, hits[at].end
    if found["what"].lower().startswith("rule"):
        return "CIHL", start, end
    before = bisect_left(hits, start, key=lambda hit: hit.start) - 1
    leads = before >= 0 and 0 <= start - hits[before].end <= _FAR
    if leads and _FROM_INSTRUMENT.fullmatch(text, hits[before].end, start):
        return hits[before].key, hits[before].start, end
    return _by_sentence(page, hits, found), start, end


def _by_sentence(page: Page, hits: Sequence[Hit], found: re.Match[str]) -> str:
    """The one instrument that its sentence names, or the body it is about."""
    sentence = page.sentence_of(found.start())
    first, last = (
        bisect_left(hits, at, key=lambda h: h.start) for at in (sentence.start, sentence.end)
    )
    keys = {hit.key for hit in hits[first:last]}
    number = re.match(r"\d+", found["list"])
    article = int(number.group()) if number else 0
    if found["list"].startswith("8(2)"):
        return "RS"
    if keys:
        return keys.pop() if len(keys) == 1 else ""
    said = page.layout.said(sentence)
    if article in _OF_THE_COURT and _OF_COURT.search(said):
        return "RS"
    return "UNC" if article in _PEACE_AND_SECURITY and _OF_COUNCIL.search(said) else ""


def _numbers(said: str) -> Iterator[str]:
    """ "25, 28 and 30", "8(2)(e)(i) or (iv)" and "11-13" number by number."""
    last = ""
    for part in _PART.finditer(said):
        number = _plain(part["num"])
        if number.startswith("(") and last:
            number = last[: last.rindex("(")] + number if "(" in last else last + number
        if part["link"] and last.isdigit() and number.isdigit():
            yield from (
                str(each) for each in range(int(last) + 1, min(int(number), int(last) + 40))
            )
        yield number
        last = number


def _plain(said: str) -> str:
    said = re.sub(r"\s+|(?<=\d)(?:st|nd|rd|th)", "", said)
    roman = re.match(r"[IVX]+(?=\(|$)", said)
    return f"{_arabic(roman.group())}{said[roman.end() :]}" if roman else said


def _arabic(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _resolutions(page: Page) -> Iterator[ProvisionSaid]:
    for found in _RESOLUTION.finditer(page.text):
        body = found["body"] or ""
        assembly = "Assembly" in body or "GA" in body
        for one in _ONE_RESOLUTION.finditer(found["list"]):
            is_assembly = assembly or "/" in one["number"] or one["number"] == "377"
            key = "GA" if is_assembly else "SC"
            yield ProvisionSaid(*found.span(), key, one["number"], one["year"] or "")


def is_known(instrument: str, article: str) -> bool:
    """Whether an instrument can have an article of this number."""
    first = re.match(r"\d+", article)
    table = instruments().get(instrument)
    return not (first and table and table.last and not 0 < int(first.group()) <= table.last)
