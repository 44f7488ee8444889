"""What happened to those whom a number counts: killed, injured, out of service.

The nearest words decide, in an order that can be read below: a verb right after the
number's noun, a verb right before the number, the verb of the list it stands in, the only
verb of its clause, and last the number it continues ("208 children and 140 women.").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.statements.reading.lexicon import Hit, each_word
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.reading.words import HARM_NOUNS, SITE_HARMS

_BETWEEN_NOUN_AND_VERB = each_word(
    "who that which were was are is be been being have has had become became becoming get got"
    " put taken rendered left also reportedly allegedly thus therefore all completely partially"
    " partly fully totally and or either directly both entirely severely were then them who"
    " recorded documented reported confirmed including mosque"
)
_BETWEEN_VERB_AND_NUMBER = each_word(
    "at least some about around approximately nearly almost more than over up to a an total of"
    " the another as many additional further no fewer less toll reached rose reach stands stood"
    " has have to number among between roughly estimated other lives s by"
)
_FAR = 8  # words between a noun and its verb; house choice


def read_harms(page: Page, numbers: Sequence[Found]) -> None:
    """Find for every number of people or sites what happened to them."""
    for number in numbers:
        if not number.harm and _can_be_harmed(number):
            after, before = _right_after(page, number), _right_before(page, number)
            if after and before and _next_verb(page, number, after):
                after = None
            _take_hit(number, "after", after)
            _take_hit(number, "before", before)
    _name_sites(numbers)
    _share_in_lists(page, numbers)
    taken = {number.verb for number in numbers if number.verb}
    for number in numbers:
        if _can_be_harmed(number):
            _take(number, "clause", _in_clause(page, number, taken))
    _carry(page, numbers)


def _next_verb(page: Page, number: Found, after: Hit) -> bool:
    """ "killed 54 people and injured 60 others": the second verb has a number of its own."""
    between = page.words[number.after : after.first]
    return any(word.said in ("and", "or") for word in between)


def _name_sites(numbers: Sequence[Found]) -> None:
    """ "12 health facilities were hit and 20 damaged": the bare number counts them too."""
    for at, number in enumerate(numbers):
        if number.kind is Kind.BARE and number.harm in SITE_HARMS and at:
            before = numbers[at - 1].noun
            number.noun = replace(number.noun, kind=Kind.SITES, sites=before.sites)


def _can_be_harmed(number: Found) -> bool:
    return number.kind in (Kind.PERSONS, Kind.SITES, Kind.BARE)


def _take(number: Found, how: str, harm: str) -> None:
    if harm and not number.harm:
        number.harm, number.how = harm, how


def _take_hit(number: Found, how: str, hit: Hit | None) -> None:
    if hit and not number.harm:
        number.harm, number.how, number.verb = hit.key, how, Span(hit.start, hit.end)


def harm_kinds(number: Found) -> tuple[str, ...]:
    """Which kind of verb can speak of it: harm to sites, harm to people, or either."""
    if number.kind is Kind.BARE:
        return ("harm", "siteharm")
    return ("siteharm",) if number.kind is Kind.SITES else ("harm",)


def _right_after(page: Page, number: Found) -> Hit | None:
    """ "781 civilians were killed", "two hospitals and … become out of service"."""
    sentence = page.layout.sentences[number.sentence]
    for at in range(number.after, min(number.after + _FAR, len(page.words))):
        if page.words[at].start >= sentence.end or page.words[at].said[0].isdigit():
            return None
        if hit := page.first_hit(harm_kinds(number), at):
            return hit
        if page.words[at].said not in _BETWEEN_NOUN_AND_VERB:
            return None
    return None


def _right_before(page: Page, number: Found) -> Hit | None:
    """ "killed at least 781", "the deaths of 208", "attacks on 37"."""
    sentence = page.layout.sentences[number.sentence]
    kinds = harm_kinds(number)
    for at in range(number.first - 1, max(-1, number.first - _FAR), -1):
        if page.words[at].start < sentence.start:
            return None
        for begin in range(at, max(-1, at - 4), -1):
            hit = page.first_hit(kinds, begin)
            if hit and hit.last == at + 1:
                return hit
        if page.words[at].said not in _BETWEEN_VERB_AND_NUMBER:
            return None
    return None


def _share_in_lists(page: Page, numbers: Sequence[Found]) -> None:
    """Let the numbers of one list share its verb, whichever end of it the verb stands at."""
    for at, number in enumerate(numbers):
        if not number.harm and _can_be_harmed(number):
            _take(number, "list", _from_whole(numbers, number) or _from_list(page, numbers, at))
    for at in range(len(numbers) - 1, -1, -1):
        number = numbers[at]
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        if not number.harm and _can_be_harmed(number) and following is not None:
            _take(number, "list", following.harm if _same_list(page, number, following) else "")


def _from_whole(numbers: Sequence[Found], number: Found) -> str:
    return numbers[number.whole].harm if number.whole is not None else ""


def _from_list(page: Page, numbers: Sequence[Found], at: int) -> str:
    """The active verb before the list, else the passive one after it, else any before."""
    number = numbers[at]
    before = numbers[at - 1] if at and _same_list(page, numbers[at - 1], number) else None
    if before and before.harm and before.how in ("before", "list"):
        return before.harm
    following = _first_verb_after(page, numbers, at)
    return following or (before.harm if before else "")


def _first_verb_after(page: Page, numbers: Sequence[Found], at: int) -> str:
    while at + 1 < len(numbers) and _same_list(page, numbers[at], numbers[at + 1]):
        at += 1
        if numbers[at].harm:
            return numbers[at].harm if numbers[at].how in ("after", "noun") else ""
    return ""


def _same_list(page: Page, one: Found, other: Found) -> bool:
    return (
        one.sentence == other.sentence
        and _family(one) & _family(other) != frozenset()
        and is_list_gap(page, one.end, other.start)
    )


def _family(number: Found) -> frozenset[Kind]:
    if number.kind is Kind.BARE:
        return frozenset({Kind.PERSONS, Kind.SITES})
    return frozenset({number.kind})


_LIST_WORDS = each_word(
    "and or as well plus in addition to along with including included of whom them among which"
    " who were are also at least another some more than these those the both comprising namely"
    " other further"
)


def is_list_gap(page: Page, start: int, end: int) -> bool:
    """Whether only commas, brackets and words of listing stand between two numbers."""
    if end <= start:
        return True
    gap = page.text[start:end]
    if any(sign in gap for sign in ".;:!?"):
        return False
    return all(word in _LIST_WORDS for word in page.said_between(start, end))


def _in_clause(page: Page, number: Found, taken: set[Span]) -> str:
    """The one thing that the number's clause, or else its sentence, says was done.

    A verb that already belongs to another number is not shared this far: "the offensive
    that killed hundreds threatens 3 million people" kills hundreds.
    """
    kinds = harm_kinds(number)
    clause = page.layout.clause_at(number.start)
    sentence = page.layout.sentences[number.sentence]
    for span in (clause, sentence):
        harms = [
            hit
            for kind in kinds
            for hit in page.hits.within(kind, span.start, span.end)
            if (hit.end <= number.start or hit.start >= number.end)
            and Span(hit.start, hit.end) not in taken
        ]
        if len({hit.key for hit in harms}) == 1:
            return harms[0].key
        before = [hit for hit in harms if hit.end <= number.start]
        if before and page.words[before[-1].first].said in HARM_NOUNS:
            return before[-1].key
    return _as_victims(page, number, sentence)


def _as_victims(page: Page, number: Found, sentence: Span) -> str:
    """Monitors say "victims" of the dead; house choice, where nothing else is said."""
    if number.kind is not Kind.PERSONS:
        return ""
    named = page.hits.within("group", sentence.start, sentence.end)
    victims = any(hit.key == "unstated" for hit in named)
    hurt = page.hits.within("harm", sentence.start, sentence.end)
    return "killed" if victims and not hurt else ""


def _carry(page: Page, numbers: Sequence[Found]) -> None:
    """A sentence that says nothing of what happened continues the one before it."""
    for at, number in enumerate(numbers):
        if number.harm or not at or number.kind not in (Kind.PERSONS, Kind.BARE, Kind.SITES):
            continue
        before = numbers[at - 1]
        near = number.sentence - before.sentence <= 1
        same_block = (
            page.layout.sentences[number.sentence].block
            == page.layout.sentences[before.sentence].block
        )
        if near and same_block and before.harm and _continues(page, numbers, number, before):
            _take(number, "carried", before.harm)


def _continues(page: Page, numbers: Sequence[Found], number: Found, before: Found) -> bool:
    """Only a short sentence that begins with its number, or a number of the same sentence."""
    if _family(number) & _family(before) == frozenset():
        return False
    if number.sentence == before.sentence:
        return number.kind is Kind.BARE or before.how == "carried" or before.whole is not None
    sentence = page.layout.sentences[number.sentence]
    return number.start - sentence.start <= 4 and sentence.end - number.end <= 80
