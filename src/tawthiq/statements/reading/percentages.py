"""Shares that a text states, and the numbers of the same text they can be computed from.

"54.2 % of the victims were women and children", "half of them", "271 of the 781 (35 %)".
A share is tied only to numbers that the text itself gives, near it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.statements.reading.harms import is_list_gap
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found, Joined
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import Percentage
from tawthiq.statements.reading.sentences import Span

_FRACTIONS = {
    "half": 50.0,
    "third": 100 / 3,
    "two thirds": 200 / 3,
    "quarter": 25.0,
    "three quarters": 75.0,
    "fifth": 20.0,
    "tenth": 10.0,
}
_MORE = r"more than|over|at least|above|exceeding|no less than"
_LESS = r"less than|under|below|at most|up to|fewer than"
_ROUGH = r"about|around|nearly|almost|some|roughly|approximately|close to"
_SHARE = re.compile(
    rf"(?:\b(?P<word>{_MORE}|{_LESS}|{_ROUGH})\s+)?(?:(?P<number>\d{{1,3}}(?:[.,]\d{{1,2}})?)"
    r"\s?(?:%|٪|per\s?cent\b|percent\b)|\b(?:an?\s+|one[\s-])?(?P<fraction>half|(?:two[\s-])?thirds?"
    r"|(?:three[\s-])?quarters?|fifth|tenth)(?=\s+(?:of|were|are)\b)|\b(?P<most>(?:the\s+|a\s+)?"
    r"(?:majority|most)(?=\s+of\s+(?:them|whom|the\s+(?:dead|victims|killed|civilians|casualties)"
    r"|those))))",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"\s+of\s+(?:the\s+|all\s+|those\s+|these\s+|its\s+)*(?:total\s+)?(?:number\s+of\s+)?(?:civilian\s+)?"
    r"(?:dead|victims|killed|them|whom|deaths|total|casualties|fatalities|civilians|people|toll"
    r"|persons|number|overall)\b(?:\s+(?:who\s+(?:were\s+|had\s+been\s+)?)?(?:killed|died))?",
    re.IGNORECASE,
)
_FAR = 6  # sentences in which the numbers of a share are looked for; house choice


@dataclass(frozen=True, slots=True)
class Share(Span):
    """A share as it stands, before its numbers are looked for."""

    low: float | None
    high: float | None
    digits: int
    rough: bool


def spot_shares(text: str) -> list[Share]:
    """Every share in a text, in order."""
    return [share for found in _SHARE.finditer(text) if (share := _share(found))]


def _share(found: re.Match[str]) -> Share | None:
    word = (found["word"] or "").lower()
    if found["most"]:
        return Share(*found.span(), 50.0, None, 0, False)
    if found["number"]:
        said = found["number"].replace(",", ".")
        value, digits = float(said), len(said.partition(".")[2])
    else:
        fraction = re.sub(r"[\s-]+", " ", found["fraction"].lower())
        value, digits = _FRACTIONS[fraction if fraction in _FRACTIONS else fraction.rstrip("s")], 0
    low: float | None = None if re.fullmatch(_LESS, word) else value
    high: float | None = None if re.fullmatch(_MORE, word) else value
    rough = bool(found["fraction"]) or re.fullmatch(_ROUGH, word) is not None
    return Share(*found.span(), low, high, digits, rough)


def read_shares(page: Page, shares: Sequence[Share], numbers: Sequence[Found]) -> list[Percentage]:
    """Tie every share to the groups it speaks of and the numbers it can be computed from."""
    starts = [number.start for number in numbers]
    return [_percentage(page, share, numbers, starts) for share in shares]


def _percentage(
    page: Page, share: Share, numbers: Sequence[Found], starts: list[int]
) -> Percentage:
    sentence = page.layout.sentence_at(share.start)
    groups = tuple(_groups(page, share, sentence))
    at = bisect_left(starts, share.start)
    parts, whole = _of_groups(page, numbers, at, groups, sentence) if groups else ((), None)
    if not groups:
        parts, whole = _of_last_part(page, numbers, at, share)
    return Percentage(
        share.start, share.end, low=share.low, high=share.high, digits=share.digits,
        rough=share.rough, sentence=sentence, of_groups=groups, parts=parts, whole=whole,
    )  # fmt: skip


_WIDE = frozenset({"people", "unstated"})
_LISTING = re.compile(
    r"[\s,]*(?:\(\d[\d,.]*\)[\s,]*)?(?:and|or|as well as|both)?[\s,]*(?:the\s+)?(?:\d[\d,.]*\s*)?",
    re.IGNORECASE,
)


def _groups(page: Page, share: Share, sentence: int) -> Iterator[str]:
    """The groups whose share it is: after "were", or before "made up"."""
    clause = page.layout.clause_at(share.start)
    whole = _OF_WHOLE.match(page.text, share.end)
    after = whole.end() if whole else share.end
    stop = _next_share(page, share, clause.end)
    following = [h for h in page.hits.within("group", after, stop) if h.key not in _WIDE]
    following = [h for h in following if h.key != "civilians" or _is_said_of(page, after, h.start)]
    if following and _is_said_of(page, after, following[0].start):
        last = following[0]
        yield last.key
        for hit in following[1:]:
            if not _LISTING.fullmatch(page.text, last.end, hit.start):
                return
            last = hit
            yield hit.key
        return
    yield from _subject(page, share, clause.start)


def _next_share(page: Page, share: Share, end: int) -> int:
    found = _SHARE.search(page.text, share.end, end)
    return found.start() if found else end


_SAID_OF = re.compile(
    r"[\s,:(]*(?:(?:were|are|was|is|being|of|them|whom|the|who|died|killed|dead|victims|in|attacks"
    r"|casualties|total|these|those|all)\b[\s,]*)*",
    re.IGNORECASE,
)


def _is_said_of(page: Page, start: int, end: int) -> bool:
    return end >= start and _SAID_OF.fullmatch(page.text, start, end) is not None


_MADE_UP = re.compile(
    r"[\s,]*(?:(?:who|which|killed|together|have|has|had|also|victims)\s+)*(?:made up|make up"
    r"|makes up"
    r"|account(?:ed|s|ing)? for|constitut(?:ed?|es|ing)|form(?:ed|s|ing)?|represent(?:ed|s|ing)?"
    r"|compris(?:ed?|es|ing)|amount(?:ed|s|ing)? to|were|are|reached"
    r"|stands? at)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)


def _subject(page: Page, share: Share, start: int) -> Iterator[str]:
    """ "Women and children made up 54 per cent"."""
    hits = page.hits.within("group", start, share.start)
    if not hits or not _MADE_UP.fullmatch(page.text, hits[-1].end, share.start):
        return
    keys = [hits[-1].key]
    for before, after in zip(reversed(hits[:-1]), reversed(hits[1:]), strict=True):
        if not _LISTING.fullmatch(page.text, before.end, after.start):
            break
        keys.append(before.key)
    yield from (key for key in reversed(keys) if key not in _WIDE)


def _of_groups(
    page: Page, numbers: Sequence[Found], at: int, groups: tuple[str, ...], sentence: int
) -> tuple[tuple[int, ...], int | None]:
    """The nearest numbers of these groups that belong to one whole, and that whole."""
    near = _near(page, numbers, at, sentence)
    compound = [
        n for n in near if set(numbers[n].groups) == set(groups) and numbers[n].kind is Kind.PERSONS
    ]
    found: list[int] = []
    if len(groups) > 1 and compound:
        found = compound[:1]
    else:
        for group in groups:
            same = [n for n in near if numbers[n].groups == (group,) and numbers[n].noun.groups]
            if not same:
                return (), None
            found.append(same[0])
    wholes = {whole for n in found if (whole := numbers[n].whole) is not None}
    if not wholes:
        wholes = set(_last_whole(numbers, near, found))
    if len(wholes) != 1 or wholes & set(found):
        return (), None
    return tuple(found), wholes.pop()


def _near(page: Page, numbers: Sequence[Found], at: int, sentence: int) -> list[int]:
    """Positions of the numbers around a share, nearest first; before it rather than after."""
    block = page.layout.sentences[sentence].block
    before = [
        n
        for n in range(at - 1, max(-1, at - 40), -1)
        if sentence - numbers[n].sentence <= _FAR
        and page.layout.sentences[numbers[n].sentence].block in (block, block - 1)
    ]
    after = [n for n in range(at, min(at + 6, len(numbers))) if numbers[n].sentence == sentence]
    return before + after


def _last_whole(numbers: Sequence[Found], near: list[int], parts: list[int]) -> list[int]:
    harms = {numbers[n].harm for n in parts}
    for n in near:
        number = numbers[n]
        if n in parts or number.kind is not Kind.PERSONS or number.whole is not None:
            continue
        if number.groups[:1] in (("civilians",), ("people",), ("unstated",), ()) and (
            number.harm in harms
        ):
            return [n]
    return []


_TIED = re.compile(
    r"[\s,(–—-]*(?:(?:i\.e\.|that is|or|which is|equal to|equivalent to|making up|representing"
    r"|accounting for|a rate of|at a rate of|about|some|roughly|around|nearly|almost|in|attacks"
    r"|massacres|constituting|\d+)[\s,]*)*",
    re.IGNORECASE,
)


def _of_last_part(
    page: Page, numbers: Sequence[Found], at: int, share: Share
) -> tuple[tuple[int, ...], int | None]:
    """ "271 of the 781 (35 %)": the part right before it; without brackets, the list it ends."""
    for n in range(at - 1, max(-1, at - 3), -1):
        number = numbers[n]
        if number.whole is None or number.joined not in (Joined.PART, Joined.BREAKDOWN):
            continue
        end = max(number.end, numbers[number.whole].end if number.whole > n else 0)
        if end <= share.start and _TIED.fullmatch(page.text, end, share.start):
            bracketed = page.text[share.start - 1 : share.start] == "("
            first = n if bracketed else _first_of_list(page, numbers, n)
            return tuple(range(first, n + 1)), number.whole
    return (), None


def _first_of_list(page: Page, numbers: Sequence[Found], at: int) -> int:
    while at and numbers[at - 1].whole == numbers[at].whole:
        if not is_list_gap(page, numbers[at - 1].end, numbers[at].start):
            break
        at -= 1
    return at
