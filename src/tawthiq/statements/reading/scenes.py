"""Which attack a number is of: the place and the day that its words give it, and what was hit.

"On 22 July a strike on the market of Ma'arrat al-Numan killed 54" gives all three. The next
sentence ("It injured 60") goes on at the same place and day. A number of a period ("since
April"), of a region or of two harms at once is of no one attack, and neither is a total over
parts that have places of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found, around
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import Scene, TimeSaid
from tawthiq.statements.reading.scene_places import where_of
from tawthiq.statements.reading.stage import Stage
from tawthiq.values.when import Precision

_HARMS = ("killed", "injured")


def scenes_of(
    stage: Stage, numbers: Sequence[Found], windows: Sequence[TimeSaid | None]
) -> list[Scene | None]:
    """The scene of each number of people, or None where it is of no one attack."""
    found: list[Scene | None] = []
    for at, number in enumerate(numbers):
        whole = number.whole if number.whole is not None and number.whole < at else None
        if _is_added(stage.page, number) and at and numbers[at - 1].harm == number.harm:
            found[at - 1] = None  # "thirteen died at once, two more in hospital": together 15
        if not _can_be_of_one(stage.page, numbers, at) or _is_some(stage, numbers, at):
            found.append(None)
        elif whole is not None and not _moves(stage, numbers, at):
            found.append(found[whole] if number.harm == numbers[whole].harm else None)
        else:
            found.append(_scene(stage, numbers, at, windows[at]))
    return found


_GATHERED = re.compile(
    r"\bsince\b|\bso far\b|\bto date\b|\buntil now\b|\bup to now\b|\bthroughout\b"
    r"|\b(?:over|during|within|in) the (?:past|last|course|whole|entire)\b"
    r"|\b(?:this|that|all|the same) (?:year|month|week|period)\b"
    r"|\b(?:for|of|in|during) the (?:year|month|week|season)\b"
    r"|\bha(?:s|ve) (?:\w+ ){0,2}?(?:killed|injured|wounded|died|lost|claimed|perished|caused)\b"
    r"|\b(?:campaign|offensive|war|conflict|escalation) (?:that )?(?:had |has )?"
    r"(?:killed|injured|claimed|left|cost|caused)\b",
    re.IGNORECASE,
)
_BRINGS = re.compile(r"\b(?:bring(?:s|ing)?|brought|rais(?:es|ed|ing) the total)\b", re.IGNORECASE)
_BOTH_HARMS = re.compile(
    r"\b(?:kill\w*|dead|died|deaths?|fatalit\w+)\s*(?:and|or|and/or|/|as well as)\s*(?:injur|wound)"
    r"|\b(?:injur\w*|wound\w*)\s*(?:and|or|and/or|/|as well as)\s*(?:kill|dead\b|death|fatal)",
    re.IGNORECASE,
)


def _can_be_of_one(page: Page, numbers: Sequence[Found], at: int) -> bool:
    """Whether people were killed or injured, in words that gather no time and not both harms."""
    number = numbers[at]
    if number.kind not in (Kind.PERSONS, Kind.BARE) or number.harm not in _HARMS:
        return False
    if number.original is not None:
        return False
    beside = around(page, numbers, at)
    return not (
        _GATHERED.search(page.text, beside.start, beside.end)
        or _BRINGS.search(page.text, beside.start, number.start)
        or _BOTH_HARMS.search(page.text, beside.start, beside.end)
    )


_MORE = re.compile(r"\b(?:another|further|additional|extra)\s+$", re.IGNORECASE)


def _is_added(page: Page, number: Found) -> bool:
    """ "Two more died", "a further 12 were injured"."""
    counted = page.said_between(number.start, number.end + 5)
    before = _MORE.search(page.text, max(0, number.start - 12), number.start)
    return "more" in counted[1:] or before is not None


def _is_some(stage: Stage, numbers: Sequence[Found], at: int) -> bool:
    """Some of those whom another number counts, and nobody gives such a number."""
    number = numbers[at]
    if _is_added(stage.page, number):
        return True
    return number.noun.of and not number.noun.groups and not _moves(stage, numbers, at)


def _moves(stage: Stage, numbers: Sequence[Found], at: int) -> bool:
    """Whether a part has a place of its own: "7 of them in Saraqib"."""
    number = numbers[at]
    following = around(stage.page, numbers, at).end
    named = stage.areas.get(number.sentence, [])
    return not number.noun.groups and any(number.end <= a.start < following for a in named)


def _scene(
    stage: Stage, numbers: Sequence[Found], at: int, window: TimeSaid | None
) -> Scene | None:
    sentence = numbers[at].sentence
    where, place_in = where_of(stage, numbers, at)
    when, day_in = _when(stage, numbers[at], window)
    if where is None or when is None:
        return None
    places, others = where
    clause = stage.page.layout.clause_at(numbers[at].start)
    sentences = stage.page.layout.sentences
    sites = stage.sites_in(clause) or stage.sites_in(sentences[sentence])
    if not (sites or place_in == sentence):
        sites = stage.sites_in(sentences[place_in])
    if not (places or sites):
        return None
    return Scene(places, when, others, sites, frozenset({sentence, place_in, day_in}))


def _when(
    stage: Stage, number: Found, window: TimeSaid | None
) -> tuple[tuple[TimeSaid, ...] | None, int]:
    """The days of a number and the sentence that names them; None where it is of a period."""
    here = stage.times.get(number.sentence, [])
    clause = stage.page.layout.clause_at(number.start)
    here = [time for time in here if time.start in clause] or here
    if here:
        days = sorted(here, key=lambda time: time is not window)
        return (tuple(days) if all(map(is_day, here)) else None), number.sentence
    for earlier in stage.before(number.sentence):
        if times := stage.times.get(earlier):
            return (tuple(reversed(times)) if all(map(is_day, times)) else None), earlier
    return (None if window and not is_day(window) else ()), number.sentence


def is_day(time: TimeSaid) -> bool:
    """Whether a time is one day or one night, its year said or not."""
    when = time.when
    if time.yearless or not (when.first and when.last):
        return time.yearless and not time.coarse
    return (when.last - when.first).days <= 1 and when.precision is not Precision.ESTIMATE
