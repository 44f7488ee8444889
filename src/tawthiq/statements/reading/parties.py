"""To whom a text attributes a number: "killed by Russian forces", "625 by …", "Government: 26".

Only the text's own attribution is read. A party that is merely named in the sentence is
attributed nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawthiq.statements.reading.lexicon import Hit
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span

SIDE = "government-side"
_TO = re.compile(
    r"\b(?:by|to|from|at the hands of|blamed on|attributed to)\s+(?:the\s+|each of the\s+)?"
    r"(?:(?:attacks|airstrikes|air strikes|strikes|shelling|bombardment|bombing|fire)\s+(?:of"
    r"|by)\s+"
    r"(?:the\s+)?)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"[\s,]*(?:and|&|/|-|as well as|together with)\s*(?:the\s+|their\s+|its\s+)?$")
_SUBJECT_GAP = re.compile(
    r"(?:'s|’s)?[\s,]*(?:[:–—-][\s,]*|(?:forces|aircraft|warplanes|troops|airstrikes"
    r"|air strikes|attacks"
    r"|strikes|shelling|bombardment|bombing|barrel bombs|artillery|fighters|factions|allies"
    r"|have|has|had|also|reportedly|allegedly|is|are|were|was|responsible|for|the|committed"
    r"|carried|out|perpetrated|launched|caused|in|on|a|an|total|of|attacks|at|least|about|some"
    r"|more|than|and|documented|recorded|between|up|to|over|nearly|around|another|further|that"
    r"|which|who)\b[\s,]*)*$",
    re.IGNORECASE,
)
_FAR = 140  # signs between a number and the party after it; house choice


def named_parties(page: Page, start: int, end: int) -> list[tuple[Span, frozenset[str]]]:
    """The parties named in a stretch; two joined by "and" are one, named together."""
    groups: list[tuple[Span, frozenset[str]]] = []
    for hit in page.hits.within("party", start, end):
        if groups and _AND.fullmatch(page.text[groups[-1][0].end : hit.start]):
            span, keys = groups[-1]
            groups[-1] = (Span(span.start, hit.end), keys | _keys(hit))
        else:
            groups.append((_with_adjective(page, hit), _keys_with_adjective(page, hit)))
    return groups


def _adjectives_before(page: Page, hit: Hit) -> Iterator[Hit]:
    """ "Syrian and" before "Russian forces"."""
    for adjective in page.hits.within("adjective", max(0, hit.start - 24), hit.start):
        if _AND.fullmatch(page.text[adjective.end : hit.start]):
            yield adjective


def _with_adjective(page: Page, hit: Hit) -> Span:
    starts = [adjective.start for adjective in _adjectives_before(page, hit)]
    return Span(min([*starts, hit.start]), hit.end)


def _keys_with_adjective(page: Page, hit: Hit) -> frozenset[str]:
    return _keys(hit) | {adjective.key for adjective in _adjectives_before(page, hit)}


def _keys(hit: Hit) -> frozenset[str]:
    return frozenset(hit.key.split("+"))


def is_collective(keys: frozenset[str] | None) -> bool:
    """Whether a side, or several parties at once, are named without telling them apart."""
    return keys is not None and (SIDE in keys or len(keys) > 1)


def read_parties(page: Page, numbers: Sequence[Found]) -> None:
    """Find for every number the party to which the text attributes it."""
    for at, number in enumerate(numbers):
        # "26 of the 33 massacres were committed by …" attributes the 26.
        is_base = at > 0 and numbers[at - 1].whole == at
        if number.kind is not Kind.OTHER and not is_base:
            _attribute(number, _party_after(page, numbers, at) or _party_before(page, numbers, at))
    _share(numbers)


def _attribute(number: Found, party: tuple[Span, frozenset[str]] | None) -> None:
    if party and number.parties is None:
        number.party_at, number.parties = party


def _party_after(
    page: Page, numbers: Sequence[Found], at: int
) -> tuple[Span, frozenset[str]] | None:
    """ "by", "to" or "at the hands of" a party, before any other number of the same rank."""
    number = numbers[at]
    sentence = page.layout.sentences[number.sentence]
    end = min(sentence.end, number.end + _FAR + 160 * _parts(numbers, at))
    for span, keys in named_parties(page, number.end, end):
        if not _TO.search(page.text, number.end, span.start):
            continue
        between = [n for n in numbers[at + 1 : at + 12] if n.start < span.start]
        if all(_is_below(numbers, n, at) for n in between if n.kind is not Kind.EVENTS):
            return span, keys
        return None
    return None


def _parts(numbers: Sequence[Found], at: int) -> int:
    return sum(1 for n in numbers[at + 1 : at + 6] if n.whole == at)


def _is_below(numbers: Sequence[Found], number: Found, whole: int) -> bool:
    """Whether a number is a named part ("208 children") of another, and no share of its own."""
    return number.whole == whole and bool(number.noun.groups) and number.party_at is None


def _party_before(
    page: Page, numbers: Sequence[Found], at: int
) -> tuple[Span, frozenset[str]] | None:
    """The subject of its verb, or the label of its line: "Government forces: 41 massacres"."""
    number = numbers[at]
    sentence = page.layout.sentences[number.sentence]
    named = named_parties(page, max(sentence.start, number.start - 160), number.start)
    if not named:
        return None
    span, keys = named[-1]
    gap = page.text[span.end : number.start]
    relative = re.match(r",\s+(?:which|who)\b", gap) is not None
    if not _SUBJECT_GAP.fullmatch(_without_verb(page, number, span.end, gap)):
        return None
    return (span, keys) if relative or not _is_object(page, sentence.start, span) else None


def _without_verb(page: Page, number: Found, start: int, gap: str) -> str:
    """The gap without the verb that ties party and number."""
    for kind in ("harm", "siteharm"):
        for hit in reversed(page.hits.within(kind, start, number.start)):
            gap = gap[: hit.start - start] + gap[hit.end - start :]
    return gap


def _is_object(page: Page, start: int, span: Span) -> bool:
    """ "… by Russian forces" before a number belongs to what came before it."""
    return _TO.search(page.text, start, span.start) is not None


def _share(numbers: Sequence[Found]) -> None:
    """Parts have the party of their whole; the numbers of one list have one subject."""
    for at, number in enumerate(numbers):
        if number.parties is not None or number.kind is Kind.OTHER:
            continue
        if number.whole is not None and number.whole < at:
            number.parties = numbers[number.whole].parties
            number.party_at = numbers[number.whole].party_at
        elif at and _continues_line(numbers[at - 1], number):
            number.parties, number.party_at = numbers[at - 1].parties, numbers[at - 1].party_at


def _continues_line(before: Found, number: Found) -> bool:
    """ "Government forces: 41 massacres, 500 civilians killed": one label, several numbers."""
    return (
        before.sentence == number.sentence
        and before.party_at is not None
        and before.party_at.start < before.start
        and number.start - before.end < 80
    )
