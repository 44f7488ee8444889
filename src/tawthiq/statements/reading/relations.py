"""How the numbers of a text hang together: parts and wholes, and deaths within massacres.

"781 civilians, including 208 children": a part, said to be one. "781 civilians. 208
children": it only stands beside. "33 massacres had killed 781": the dead of massacres;
"33 massacres and 781 killed": two facts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawthiq.records.rule import MASSACRE
from tawthiq.records.vocabulary import sites
from tawthiq.statements.reading.harms import is_list_gap
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found, Joined
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.words import GROUPS

_PART = re.compile(
    r"\b(?:includ(?:ing|es?|ed)|(?:of|among|amongst) (?:whom|which|them|these|those)"
    r"|compris(?:ing|es?|ed)|consisting of|made up of|namely)\b|[(\[]\s*$|\s[–—-]\s*$|—",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\W*(?:(?:of|among|amongst)\s+(?:these|those|them|whom|which|the (?:dead|victims|killed|total"
    r"|deaths|injured|wounded|casualties))|(?:the|those)\s+(?:dead|victims|killed|casualties"
    r"|fatalities)\s+(?:included?|comprised?)|they\s+(?:included?|comprised?)|this\s+(?:figure"
    r"|number|total|toll)\s+includes)\b",
    re.IGNORECASE,
)
_THEM = re.compile(
    r"[\s,]*(?:were\s+)?(?:among|amongst|of)\s+(?:them|whom|these|those|the (?:dead|killed"
    r"|victims))"
    r"\b|[\s,]*(?:them\s+)?included\b",
    re.IGNORECASE,
)
_BREAKS = re.compile(
    r":\s*(?:\S+\s+){0,8}$|\b(?:divided|distributed|broken down|as follows|split)\b", re.IGNORECASE
)


def read_parts(page: Page, numbers: Sequence[Found]) -> None:
    """Find for every number the whole it is said, or seems, to be a part of."""
    for at, number in enumerate(numbers):
        _note_repetition(page, numbers, at)
        if number.kind is Kind.OTHER:
            continue
        if number.noun.of:
            _join(numbers, at, _whole_of(page, numbers, at), Joined.PART)
        elif at and numbers[at - 1].sentence == number.sentence:
            _join_to_neighbour(page, numbers, at)
        else:
            _join_to_sentence_before(page, numbers, at)


def root(numbers: Sequence[Found], at: int) -> int:
    """The whole of the whole, as far up as the text says."""
    seen = {at}
    while (whole := numbers[at].whole) is not None and whole not in seen:
        seen.add(whole)
        at = whole
    return at


def _join(numbers: Sequence[Found], at: int, whole: int | None, joined: Joined) -> None:
    if whole is not None and whole != at:
        numbers[at].whole, numbers[at].joined = whole, joined


def _note_repetition(page: Page, numbers: Sequence[Found], at: int) -> None:
    """ "Of the 781": the number is not said anew."""
    number = numbers[at]
    words = page.words[max(0, number.first - 2) : number.first]
    if not words or words[-1].said not in ("the", "these", "those"):
        return
    for other in range(at - 1, max(-1, at - 60), -1):
        if _same_number(number, numbers[other]):
            number.original = other
            return


def _same_number(one: Found, other: Found) -> bool:
    same_kind = Kind.BARE in (one.kind, other.kind) or one.kind is other.kind
    return same_kind and one.how_many.headline == other.how_many.headline


def _whole_of(page: Page, numbers: Sequence[Found], at: int) -> int | None:
    """The number of "of the 781", else the whole that was spoken of last."""
    following = at + 1
    if following < len(numbers) and numbers[at].kind is not Kind.PERSONS:
        last = page.words[numbers[following].first - 1].said
        if last == "the" and numbers[following].first - numbers[at].first <= 4:
            return following
    return _last_whole(page, numbers, at)


def _last_whole(page: Page, numbers: Sequence[Found], at: int) -> int | None:
    number = numbers[at]
    block = page.layout.sentences[number.sentence].block
    for other in range(at - 1, max(-1, at - 12), -1):
        if page.layout.sentences[numbers[other].sentence].block != block:
            return None
        if numbers[other].whole is None and can_hold(numbers[other], number):
            return other
    return None


def can_hold(whole: Found, part: Found) -> bool:
    """Whether what one counts may hold what the other counts, by kind and group."""
    if Kind.OTHER in (whole.kind, part.kind):
        return False
    if Kind.BARE in (whole.kind, part.kind):
        return Kind.EVENTS not in (whole.kind, part.kind) or whole.kind is Kind.EVENTS
    if whole.kind is not part.kind:
        return False
    match whole.kind:
        case Kind.PERSONS:
            return is_narrower(part, whole) or not whole.groups or not part.groups
        case Kind.SITES:
            return part.noun.sites <= sites().spread(whole.noun.sites)
        case _:
            return whole.noun.event == part.noun.event


def is_narrower(part: Found, whole: Found) -> bool:
    """Whether every group of the part is inside some group of the whole, and not the same."""
    if not part.groups or not whole.groups or part.groups == whole.groups:
        return False
    wider = [GROUPS[key] for key in whole.groups]
    open_total = any(key in ("people", "unstated") for key in whole.groups)
    return all(
        open_total or any(GROUPS[key].is_part_of(group) for group in wider) for key in part.groups
    )


def _join_to_neighbour(page: Page, numbers: Sequence[Found], at: int) -> None:
    number, before = numbers[at], numbers[at - 1]
    gap = page.text[before.end : number.start]
    if _BREAKS.search(gap):
        whole = root(numbers, at - 1)
        if can_hold(numbers[whole], number):
            _join(numbers, at, whole, Joined.BREAKDOWN)
        return
    if _PART.search(gap):
        if before.whole is None and _IN_NEXT_BRACKETS.search(gap):
            return
        _join(numbers, at, _holder(numbers, at - 1, number), Joined.PART)
        return
    if before.joined is Joined.BREAKDOWN and _continues_breakdown(numbers, at):
        _join(numbers, at, before.whole, Joined.BREAKDOWN)
        return
    if _next_share(page, numbers, at):
        _join(numbers, at, before.whole, before.joined)
        return
    if not is_list_gap(page, before.end, number.start):
        return
    if before.whole is not None and before.joined in (Joined.PART, Joined.BESIDE):
        if can_hold(numbers[before.whole], number) and number.groups:
            _join(numbers, at, before.whole, before.joined)
    elif before.kind is Kind.PERSONS and is_narrower(number, before):
        joined = Joined.PART if _says_them(page, numbers, at) else Joined.BESIDE
        _join(numbers, at, at - 1, joined)


# "on 24 July (2 killed) and on 27 July (11 killed)": each in its own brackets, beside the other.
_IN_NEXT_BRACKETS = re.compile(r"^[^(\[]*[)\]].*[(\[]\s*$", re.DOTALL)


def _next_share(page: Page, numbers: Sequence[Found], at: int) -> bool:
    """ "… 625 … to Syrian government forces and 156 to Russian forces": one more share."""
    number, before = numbers[at], numbers[at - 1]
    if number.kind is not Kind.BARE or before.whole is None or before.whole > at:
        return False
    following = page.words[number.after].said if number.after < len(page.words) else ""
    named = page.hits.within("party", before.end, number.start)
    return bool(named) and following in ("by", "to", "at", "in")


def _continues_breakdown(numbers: Sequence[Found], at: int) -> bool:
    before, number = numbers[at - 1], numbers[at]
    return number.kind is Kind.BARE or (
        number.kind is before.kind and number.groups == before.groups
    )


def _holder(numbers: Sequence[Found], at: int, part: Found) -> int | None:
    """The nearest number, going up from one, that can hold the part."""
    while not can_hold(numbers[at], part):
        whole = numbers[at].whole
        if whole is None:
            return at - 1 if at and can_hold(numbers[at - 1], part) else None
        at = whole
    return at


def _says_them(page: Page, numbers: Sequence[Found], at: int) -> bool:
    """ "781 civilians, 208 children and 140 women among them": the cue closes the list."""
    while at + 1 < len(numbers) and is_list_gap(page, numbers[at].end, numbers[at + 1].start):
        if _THEM.match(page.text, numbers[at].end):
            return True
        at += 1
    return _THEM.match(page.text, numbers[at].end) is not None


def _join_to_sentence_before(page: Page, numbers: Sequence[Found], at: int) -> None:
    number = numbers[at]
    sentence = page.layout.sentences[number.sentence]
    if at and _OPENS.match(page.text, sentence.start, number.start):
        _join(numbers, at, _last_whole(page, numbers, at), Joined.PART)
        return
    before = page.layout.sentences[number.sentence - 1] if number.sentence else None
    if at and before and page.text[before.end - 1] == ":" and number.kind is Kind.BARE:
        _join(numbers, at, _last_whole(page, numbers, at), Joined.BREAKDOWN)


def read_beside(page: Page, numbers: Sequence[Found]) -> None:
    """ "781 civilians. 208 children and 140 women.": parts, by all likelihood, that are not
    said to be parts."""
    for at, number in enumerate(numbers):
        if number.joined is not Joined.ALONE or not at or not number.noun.groups:
            continue
        before = numbers[at - 1]
        if number.how == "carried" and before.sentence != number.sentence:
            whole = _last_whole(page, numbers, at)
            if whole is not None and is_narrower(number, numbers[whole]):
                _join(numbers, at, whole, Joined.BESIDE)
        elif before.joined is Joined.BESIDE and is_list_gap(page, before.end, number.start):
            whole = before.whole
            if whole is not None and is_narrower(number, numbers[whole]):
                _join(numbers, at, whole, Joined.BESIDE)


def read_groups(numbers: Sequence[Found]) -> None:
    """Let a number without a noun count whom its whole, or its like, counts."""
    for at, number in enumerate(numbers):
        if number.groups or number.kind not in (Kind.BARE, Kind.PERSONS):
            continue
        number.groups = _groups_of_like(numbers, at)


def _groups_of_like(numbers: Sequence[Found], at: int) -> tuple[str, ...]:
    number = numbers[at]
    like = [n for n in numbers[:at] if n.groups and _same_number(number, n)]
    if like:
        return like[-1].groups
    if number.whole is not None and numbers[number.whole].groups:
        return numbers[number.whole].groups
    if number.whole is not None and number.whole > at:
        return _groups_of_like(numbers, number.whole)
    near = numbers[root(numbers, at - 1)] if at else None
    if near is None or near.sentence != number.sentence:
        return ()
    return near.groups if near.harm == number.harm else ()


_MASSACRE = frozenset({MASSACRE.key})
_IN_MASSACRES = re.compile(
    r"(?<!including )(?<!especially )\b(?:in|during|by)\s+(?:the\s+|these\s+|those\s+|its\s+)?"
    r"(?:(?:at least\s+)?[\w-]+\s+){0,3}(?:attacks?\s+(?:\w+\s+){0,8}(?:as|called|of)\s+)?"
    r"[“\"‘']?massacres?\b",
    re.IGNORECASE,
)
_MASSACRES_KILL = re.compile(r"\bmassacres?[”\"’']?(?P<between>[^.;:!?\d]{0,120})$", re.IGNORECASE)
_IN_THEM = re.compile(r"\s*(?:\w+\s+){0,3}?in\s+(?:them|these|those|which)\b", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"\b(?:and|including|as well as|while|but)\b", re.IGNORECASE)
_CAUSES = re.compile(
    r"\b(?:kill|caus|left|leav|result|led|lead|claim|took|taking|which|death|lives)", re.IGNORECASE
)


def read_massacres(page: Page, numbers: Sequence[Found]) -> None:
    """Mark the dead that the text says died in massacres, and the massacres themselves."""
    for at, number in enumerate(numbers):
        if number.noun.event == "massacre" or _attacks_called_massacres(page, number):
            number.inside = _MASSACRE
        elif number.kind in (Kind.PERSONS, Kind.BARE) and number.original is None:
            if _killed_by_massacres(page, numbers, at):
                number.inside = _MASSACRE
            elif _died_in_massacres(page, numbers, at):
                _mark_with_whole(page, numbers, at)
    for number in numbers:
        if number.whole is not None and number.kind is not Kind.EVENTS and not number.inside:
            number.inside = numbers[number.whole].inside


def _attacks_called_massacres(page: Page, number: Found) -> bool:
    """ "33 attacks that the Network counts as massacres"."""
    if number.kind is not Kind.EVENTS or number.noun.event not in ("attack", "strike"):
        return False
    clause = page.layout.clause_at(number.start)
    said = page.text[number.end : clause.end]
    return re.match(
        r"\s+(?:were|are)\s+massacres?\b"
        r"|\s*,?\s*(?:that|which)?\s*(?:\w+\s+){0,6}(?:as|called|calls?|labels?|terms?"
        r"|definition of)\s+(?:an?\s+)?[“\"‘']?massacres?\b", said, re.IGNORECASE
    ) is not None  # fmt: skip


def _killed_by_massacres(page: Page, numbers: Sequence[Found], at: int) -> bool:
    """ "33 massacres had killed 781", "massacres that claimed the lives of 271".

    After "33 massacres and" another fact begins.
    """
    number = numbers[at]
    sentence = page.layout.sentences[number.sentence]
    start = max(sentence.start, number.start - 180)
    before = _MASSACRES_KILL.search(page.text, start, number.start)
    if before and _is_cause(before["between"]):
        return True
    earlier = numbers[at - 1] if at else None
    if earlier and earlier.kind is Kind.EVENTS and earlier.inside:
        # "… committed 7, killing 83"
        gap = page.text[earlier.end : number.start]
        if earlier.sentence == number.sentence and len(gap) < 40 and _is_cause(gap):
            return True
    return _in_them(page, numbers, at)


def _is_cause(between: str) -> bool:
    return _CAUSES.search(between) is not None and _BREAKS_OFF.search(between) is None


def _in_them(page: Page, numbers: Sequence[Found], at: int) -> bool:
    """ "33 attacks met its definition of a massacre, and 271 civilians died in those"."""
    number = numbers[at]
    if not _IN_THEM.match(page.text, number.end):
        return False
    return any(
        n.kind is Kind.EVENTS and n.inside and number.sentence - n.sentence <= 1
        for n in numbers[max(0, at - 6) : at]
    )


def _died_in_massacres(page: Page, numbers: Sequence[Found], at: int) -> bool:
    """ "271 civilians were killed in 33 massacres", where no other number of people is nearer."""
    number = numbers[at]
    found = _IN_MASSACRES.search(page.text, number.end, page.layout.clause_at(number.start).end)
    if found is None:
        return False
    nearer = (n for n in numbers[at + 1 :] if n.start < found.start())
    if any(n.kind is not Kind.EVENTS and n.original is None for n in nearer):
        return False
    gap = page.text[number.end : found.start()]
    return re.search(r"[;:]|\band\b.*\b(?:were|was|commit)|\bincluding\b", gap) is None


def _mark_with_whole(page: Page, numbers: Sequence[Found], at: int) -> None:
    """The part alone, or the whole too where a comma or bracket has closed the list of parts."""
    number = numbers[at]
    number.inside = _MASSACRE
    closed = page.text[number.end : number.end + 2].lstrip()[:1] in (",", ")", "—", "–")
    if closed and number.whole is not None and number.groups != numbers[number.whole].groups:
        numbers[number.whole].inside = _MASSACRE
