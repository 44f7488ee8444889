"""What a number stands before: people, sites, attacks, or only another number's part.

"781 civilians", "two hospitals", "33 massacres", "271 of the 781": the noun is looked for
in the few words after the number, past adjectives, and never past a full stop, a
preposition or another number.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from tawthiq.statements.reading.lexicon import each_word
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.reading.words import HARM_NOUNS


class Kind(StrEnum):
    """What is counted, before anybody knows what happened to it."""

    PERSONS = "persons"
    SITES = "sites"
    EVENTS = "events"
    BARE = "bare"
    """No noun: "10 were killed", "625 by Syrian forces"."""
    OTHER = "other"
    """Something that no check compares: sessions, parties, languages."""


@dataclass(frozen=True, slots=True)
class Noun:
    """What stands after a number.

    Attributes:
        groups: Keys of the groups named; two where one number counts both.
        sites: Keys of the kinds of site named.
        event: "massacre", "attack", "strike", "munition" or "".
        weapons: Keys of the weapons named.
        harm: The key of what happened, where the noun itself says so ("deaths").
        of: Whether the number is said to be a part of another ("of whom", "of the 781").
        after: The number of the first word after all this.
    """

    kind: Kind
    after: int
    groups: tuple[str, ...] = ()
    sites: frozenset[str] = field(default_factory=frozenset)
    event: str = ""
    weapons: frozenset[str] = field(default_factory=frozenset)
    harm: str = ""
    of: bool = False


_STOP = each_word(
    "in by from to on at with without for after since between during until till through into"
    " against under over among amongst and or but nor while when where who whom which that as"
    " than because if was were are is be been being has have had do does did will would may"
    " might can could shall should must not including included said says according a an this"
    " due via per within across"
)
_KINDS = ("group", "site", "event", "weapon", "harm")
_PRIORITY = {"group": 0, "site": 1, "event": 2, "harm": 3, "weapon": 4}
_ADJECTIVES_AT_MOST = 4  # words between a number and its noun; house choice
_WHOLES = each_word("them whom which these those the")
_VERBS = each_word(
    "killed injured wounded died fled kill killing injuring wounding displaced lost perished"
    " destroyed damaged attacked targeted struck hit bombed shelled"
)


def read_noun(page: Page, number: int) -> Noun:
    """Read what is counted from the word after a number on."""
    if _is_part(page, number):
        return _part(page, number)
    at = number
    while at < len(page.words) and at - number <= _ADJECTIVES_AT_MOST:
        word = page.words[at]
        if (at > number and not page.is_soft(at)) or word.said[0].isdigit():
            break
        if at == number and not _follows(page, at):
            break
        if found := _noun_at(page, at):
            return found
        if word.said in _STOP and not (word.said == "of" or (at == number and word.said == "a")):
            break
        at += 1
    if said_to_be := _predicate(page, number):
        return said_to_be
    return Noun(Kind.BARE if _is_bare(page, number) else Kind.OTHER, number)


def _predicate(page: Page, number: int) -> Noun | None:
    """ "Of these, 208 were children": what they are stands after the verb."""
    if number + 1 >= len(page.words) or page.words[number].said not in ("were", "are"):
        return None
    named = _noun_at(page, number + 1) if page.is_soft(number + 1) else None
    return _as_part(named) if named and named.kind is Kind.PERSONS and named.groups else None


def noun_in_front(page: Page, number: Span) -> Noun | None:
    """ "women (140) and children (208)": the noun stands before the number in brackets."""
    text = page.text
    if text[number.start - 1 : number.start] != "(" or text[number.end : number.end + 1] != ")":
        return None
    before = page.word_before(number.start)
    for first in range(before, max(-1, before - 3), -1):
        named = _noun_at(page, first)
        if named and named.after == before + 1:
            return replace(named, after=page.word_from(number.end), of=named.kind is Kind.PERSONS)
    return None


def _follows(page: Page, at: int) -> bool:
    """Whether the word stands in the same breath as the number before it."""
    return (
        page.is_soft(at) or page.text[page.words[at - 1].end : page.words[at].start].strip() == "("
    )


def _is_bare(page: Page, number: int) -> bool:
    """Whether the number stands alone: a verb, a preposition or a sign follows."""
    if number >= len(page.words) or not page.is_soft(number):
        return True
    word = page.words[number].said
    return word in _STOP or word in _VERBS or word in ("more", "others", "other")


def _is_part(page: Page, number: int) -> bool:
    words = page.words
    return (
        number + 1 < len(words)
        and words[number].said == "of"
        and words[number + 1].said in _WHOLES
        and page.is_soft(number)
    )


def _part(page: Page, number: int) -> Noun:
    """ "208 of them children", "271 of the 781", "625 of the deaths", "six of whom were women"."""
    at = number + 2
    if page.words[number + 1].said != "the":
        while at < len(page.words) and page.words[at].said in ("were", "are", "was", "being"):
            at += 1
        named = _noun_at(page, at) if at < len(page.words) and page.is_soft(at) else None
        if named and named.kind is not Kind.EVENTS:
            return _as_part(named)
        return Noun(Kind.BARE, number + 2, of=True)
    if named := _noun_at(page, at) if at < len(page.words) else None:
        # "625 of the deaths" counts deaths; "12 of the massacres" counts massacres.
        return _as_part(named)
    return Noun(Kind.BARE, at, of=True)


def _as_part(noun: Noun) -> Noun:
    return Noun(
        noun.kind, noun.after, noun.groups, noun.sites, noun.event, noun.weapons, noun.harm, True
    )


def _noun_at(page: Page, at: int) -> Noun | None:
    """The noun that begins with a word, where one does."""
    found = [h for kind in _KINDS if (h := page.hits.at_word(kind, at, page.words))]
    found = [h for h in found if h.kind != "harm" or page.words[at].said in HARM_NOUNS]
    if not found:
        return None
    hit = min(found, key=lambda h: (-h.last, _PRIORITY[h.kind]))
    match hit.kind:
        case "group":
            return _people(page, hit.key, at, hit.last)
        case "harm":
            return _harmed(page, hit.key, hit.last)
        case "site":
            return _places(page, hit.key, hit.last)
        case "event":
            return _events(page, hit.key, hit.last)
        case _:
            return Noun(Kind.EVENTS, hit.last, event="munition", weapons=frozenset({hit.key}))


def _people(page: Page, key: str, at: int, after: int) -> Noun:
    """Civilians; or civilian women, civilian deaths, civilian homes; or women and children."""
    if page.words[at].said in ("civilian", "women", "men", "child", "female") and page.is_soft(
        after
    ):
        further = _noun_at(page, after)
        if further and further.kind is not Kind.EVENTS:
            groups = further.groups if further.groups and key == "civilians" else (key,)
            if further.kind is Kind.SITES:
                return further
            return Noun(Kind.PERSONS, further.after, groups, harm=further.harm)
    joined = _joined_group(page, after)
    if joined:
        return Noun(Kind.PERSONS, joined[1], (key, joined[0]))
    return Noun(Kind.PERSONS, after, (key,))


def _joined_group(page: Page, after: int) -> tuple[str, int] | None:
    """ "348 women and children": the second group where no number of its own precedes it."""
    if after + 1 >= len(page.words) or page.words[after].said not in ("and", "or"):
        return None
    if not (page.is_soft(after) and page.is_soft(after + 1)):
        return None
    hit = page.hits.at_word("group", after + 1, page.words)
    return (hit.key, hit.last) if hit else None


def _harmed(page: Page, harm: str, after: int) -> Noun:
    """ "55 wounded", "781 deaths among civilians", "33 dead civilians"."""
    at = after
    if at < len(page.words) and page.words[at].said in ("among", "of", "amongst"):
        at += 1 + (at + 1 < len(page.words) and page.words[at + 1].said == "the")
    hit = page.hits.at_word("group", at, page.words)
    if hit and page.is_soft(at):
        return Noun(Kind.PERSONS, hit.last, (hit.key,), harm=harm)
    return Noun(Kind.PERSONS, after, (), harm=harm)


def _places(page: Page, key: str, after: int) -> Noun:
    """Sites; what stands in brackets after them narrows them: "houses of worship (mosque)"."""
    keys = {key}
    if after < len(page.words):
        between = page.text[page.words[after - 1].end : page.words[after].start].strip()
        hit = page.hits.at_word("site", after, page.words)
        if between == "(" and hit:
            return Noun(Kind.SITES, hit.last, sites=frozenset({hit.key}))
    while after + 1 < len(page.words) and page.words[after].said in ("and", "or"):
        hit = page.hits.at_word("site", after + 1, page.words)
        if not (hit and page.is_soft(after) and page.is_soft(after + 1)):
            break
        keys.add(hit.key)
        after = hit.last
    return Noun(Kind.SITES, after, sites=frozenset(keys))


def _events(page: Page, key: str, after: int) -> Noun:
    """Attacks; on which kind of site, where they say so."""
    if after + 1 < len(page.words) and page.words[after].said in ("on", "against", "targeting"):
        at = after + 1 + (page.words[after + 1].said in ("the", "civilian", "vital"))
        hit = page.hits.at_word("site", at, page.words)
        if hit:
            places = _places(page, hit.key, hit.last)
            return Noun(Kind.EVENTS, places.after, sites=places.sites, event=key)
    return Noun(Kind.EVENTS, after, event=key)
