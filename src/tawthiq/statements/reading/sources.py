"""Who is cited, and for which numbers.

A citation is a name with a word of citing ("according to", "documented", "(SNHR)"), or a
line of its own ("2- According to …"). It holds until the next one, at most to the end of
its paragraph; a line of its own holds for what follows it, or, where nothing countable
follows, for what stands before it, like a note under a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from tawthiq.statements.reading.lexicon import each_word
from tawthiq.statements.reading.names import Names
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import Cited, Named
from tawthiq.statements.reading.sentences import BlockKind, Span

_REPORTS = (
    r"documents?|documented|records?|recorded|reports?|reported|says?|said|counts?|counted"
    r"|registers?|registered|verif(?:y|ies|ied)|estimates?|estimated|f(?:ind|ound)|stated?|states"
    r"|announced|published|notes?|noted|attributes?|attributed|puts?|lists?|listed|confirmed"
    r"|monitored|tallied|gives?|gave|indicated|revealed|warned|showed|shows|cited|believes?"
    r"|informed|told|adds?|added|released|issued|compiled|logged|observed|tracked|put"
)
_AFTER = re.compile(
    rf"(?:['’]s)?(?:\s*\([A-Z][\w& .-]+\))?,?\s+(?:(?:has|have|had|also|further|itself|alone"
    rf"|in\s+(?:its|a)\s+(?:\w+\s+){{0,3}}(?:report|statement|update),?)\s+)*(?:{_REPORTS})\b"
    r"|['’]s\s+(?:\w+\s+){0,3}(?:report|figures?|data|count|database|documentation|numbers?"
    r"|findings?|records?|statistics|estimates?|tally|toll|release|update|investigation)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\baccording to|\bas per|\breported by|\bdocumented by|\brecorded by|\bverified by"
    r"|\bcounted by|\bpublished by|\bissued by|\bcompiled by|\breleased by|\bstated by|\bciting"
    r"|\bcites|\bquoting|\bsource\s*:|\bsources\s*:|\b(?:figures?|data|reports?|statistics"
    r"|numbers?|documentation|statement|release|count|tally|update)"
    r"\s+(?:\w+\s+){0,2}(?:from|by|of)|[,”\"]\s*(?:said|says|reported|reports|stated)|\bas|\bper)\s+(?:(?:an?|the|recent|new|latest|its|data|from"
    r"|report|reports|figures|statement|documentation|statistics|information|by|of|issued"
    r"|published|compiled|provided|monitoring|group|organi[sz]ation|network|estimates|released"
    r"|press|release|on|database|records)\s+)*$",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:as|per)\s+(?:the\s+)?$", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"\b(?:[Aa]ccording to|[Rr]eported by|[Dd]ocumented by|[Cc]iting)\s+(?:an?\s+|the\s+)?"
    rf"(?P<name>[^\s,.;:()][^,.;:()\n]{{1,60}})|\b(?:[Ll]ocal|[Aa]ctivists?|[Mm]edical|UN|[Rr]escue"
    rf"|[Mm]edia|[Hh]ospital|[Mm]onitoring)(?:\s+(?:sources?|groups?|officials?|workers|outlets?))?"
    rf"\s+(?:{_REPORTS})\b",
)
_WE = re.compile(
    rf"\b(?:[Ww]e|[Oo]ur (?:team|teams|documentation|records|database|researchers|field teams?|own"
    rf" (?:count|records)))\s+(?:have\s+|has\s+|also\s+|can\s+|could\s+|do\s+|hold\s+)*"
    rf"(?:{_REPORTS}|establish(?:ed|es)?|hold|know|hel[d]|counts?|have)\b"
    rf"|\b[Oo]ur (?:own )?(?:count"
    rf"|documentation|database|records|investigation)\b"
)
_UNKNOWN_NAME = re.compile(
    r"(?<![\w-])(?P<name>(?:\d{1,3}(?:st|nd|rd|th)\s+)?(?:(?:al|el|an|as|ash|at|ar)-)?"
    r"(?:[A-Z][\w’'-]+)(?:\s+(?:(?:for|of|and|in|&)\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,8}"
    r"(?:\s*\([A-Z]{2,8}\))?)\s+(?:has\s+|have\s+|had\s+)?(?:documented|recorded|reported|counted"
    r"|registered|verified|estimated|said|says|reports|stated|announced|published)\b"
)
_PRONOUNS = each_word(
    "it he she they this that these those which who we the there i you it's at in on since as"
    " of for from all one both many some most several others another between until by january"
    " february march april may june july august september october november december syrian"
    " russian government civilians children women people"
)
_NETWORK = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s+(?:Network|Organi[sz]ation|Observatory|Group|Office|Centre|Center"
    r"|network|organi[sz]ation|group|report|same (?:report|source|organi[sz]ation|network))\b"
    rf"(?=(?:['’]s)?\s+(?:(?:also|has|further)\s+)*(?:{_REPORTS}))|\b(?:[Ii]t|[Tt]hey)"
    rf"(?=\s+(?:(?:also|further|has|have)\s+)*(?:{_REPORTS})\b)"
)


def read_citations(page: Page, names: Names, named: Sequence[Named]) -> list[Cited]:
    """Everybody who is cited, in order."""
    author = author_of(page, names, named)
    found = [
        replace(_cited(page, names, name), own=name.key == author)
        for name in named
        if _is_cited(page, name) and (name.key != author or _DOCUMENTS.match(page.text, name.end))
    ]
    found += _own(page)
    found += _others(page, found)
    found.sort(key=lambda cited: cited.start)
    found += _again(page, found)
    return sorted(found, key=lambda cited: cited.start)


def _is_cited(page: Page, name: Named) -> bool:
    text = page.text
    before = text[max(0, name.start - 120) : name.start]
    cue = _BEFORE.search(before)
    # "as" alone needs a verb of reporting after the name: "as SNHR documented".
    if cue and not _AS.search(cue.group()):
        return True
    if _AFTER.match(text, name.end):
        return True
    if text[name.start - 1 : name.start] in ("(", "[") and text[name.end : name.end + 1] in ")],;":
        return not _is_initials(page, name)
    block = page.layout.blocks[page.sentence_of(name.start).block]
    rest = text[name.end : block.end].strip()
    return name.start - block.start <= 4 and rest in (":", "", "(SNHR):") and rest == ":"


def _is_initials(page: Page, name: Named) -> bool:
    """ "Syrian Network for Human Rights (SNHR)": the brackets explain the name before them."""
    before = page.text[max(0, name.start - 3) : name.start].rstrip("([ \u00a0")
    ahead = page.text[max(0, name.start - 80) : name.start - 1].rstrip()
    words = re.findall(r"[A-Za-z]+", ahead)[-8:]
    letters = re.sub(r"[^A-Z]", "", name.name)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return bool(before) and len(letters) >= 2 and capitals.endswith(letters[-3:])


def _cited(page: Page, names: Names, name: Named) -> Cited:
    return Cited(
        name.start,
        name.end,
        key=name.key,
        origins=names.origins(name.key),
        name=name.name,
        right=name.right,
        heading=_is_line(page, name),
    )


def _is_line(page: Page, name: Span) -> bool:
    """Whether the citation is a line of its own: hardly anything else stands in its block."""
    block = page.layout.blocks[page.sentence_of(name.start).block]
    rest = page.text[block.start : name.start] + page.text[name.end : block.end]
    return (
        block.kind is BlockKind.HEADING and len(rest) <= 60 and not any(c.isdigit() for c in rest)
    )


_DOCUMENTS = re.compile(
    r"(?:\s*\([A-Z][\w& .-]+\))?(?:['’]s)?\s+(?:(?:has|have|had|also|itself)\s+)*(?:document|record"
    r"|count|regist|verif|monitor|team|database|field|researcher)\w*",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:\s*\([A-Z][\w& .-]+\))?\s+(?:(?:strongly|also|hereby|today)\s+)*(?:condemn|express"
    r"|call|urge"
    r"|appeal|warn|demand|affirm|stress|denounce|deplore|remind|ask|hold)\w*\b",
    re.IGNORECASE,
)


def author_of(page: Page, names: Names, named: Sequence[Named]) -> str:
    """The key of the body whose statement it is: it condemns or calls near the beginning."""
    for name in named:
        if page.sentence_of(name.start).block > 3:
            break
        if not names.origins(name.key) and _SPEAKS.match(page.text, name.end):
            return name.key
    return ""


def _own(page: Page) -> list[Cited]:
    return [Cited(*match.span(), name=match.group(), own=True) for match in _WE.finditer(page.text)]


def _others(page: Page, found: Sequence[Cited]) -> list[Cited]:
    """Bodies that no table names, cited all the same."""
    spans = sorted((cited.start, cited.end) for cited in found)
    others = []
    for match in (*_SOMEBODY.finditer(page.text), *_UNKNOWN_NAME.finditer(page.text)):
        name = (match["name"] or match.group()).removeprefix("The ")
        if name.split()[0].lower() in _PRONOUNS and not name.lower().startswith("local"):
            continue
        if _is_law(name) or _covered(spans, match.start(), match.end()):
            continue
        others.append(Cited(*match.span(), name=name.strip()))
    return _longest(others)


def _longest(found: list[Cited]) -> list[Cited]:
    """Without what only ends a longer one: "Media counted" of "Al-Muharrar Media counted"."""
    kept: list[Cited] = []
    for cited in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or cited.end > kept[-1].end:
            kept.append(cited)
    return kept


def _covered(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low][0] < end


_LAW = re.compile(
    r"\b(?:law|rules?|article|convention|conventions|statute|charter|resolution|treaty|protocol"
    r"|principles?|agreement|need|plan)\b",
    re.IGNORECASE,
)


def _is_law(name: str) -> bool:
    """ "According to international humanitarian law" cites no source of numbers."""
    return _LAW.search(name) is not None


def _again(page: Page, found: Sequence[Cited]) -> list[Cited]:
    """ "The Network attributes …", "it also recorded …": the body cited last."""
    again = []
    starts = [cited.start for cited in found]
    for match in _NETWORK.finditer(page.text):
        before = [c for c in found[: _index(starts, match.start())] if not c.own]
        same = before and before[-1].end > match.start() - 1500
        if same and not _covered([(c.start, c.end) for c in before[-1:]], *match.span()):
            again.append(replace(before[-1], start=match.start(), end=match.end(), heading=False))
    return again


def _index(starts: Sequence[int], position: int) -> int:
    return bisect_left(starts, position)


Says = Callable[[Cited, Found], bool]
"""Whether a cited source is known to have said a number: decides for notes under a paragraph."""


def sources_of(
    page: Page, numbers: Sequence[Found], citations: Sequence[Cited], says: Says
) -> list[Cited | None]:
    """The source that is cited for each number, or None."""
    by_sentence: dict[int, list[Cited]] = {}
    lines: dict[int, Cited] = {}
    for cited in citations:
        by_sentence.setdefault(page.layout.sentence_at(cited.start), []).append(cited)
        if cited.heading:
            lines[page.sentence_of(cited.start).block] = cited
    sources = [
        _of_sentence(page, number, by_sentence)
        or _of_paragraph(page, number, by_sentence)
        or _of_line_above(page, number, lines)
        for number in numbers
    ]
    _notes_below(page, numbers, sources, lines, says)
    return sources


def _of_sentence(page: Page, number: Found, by_sentence: dict[int, list[Cited]]) -> Cited | None:
    """In brackets right after it, else the one before it, else the one that closes its sentence."""
    cited = by_sentence.get(number.sentence, [])
    for one in cited:
        gap = page.text[number.end : one.start]
        if (
            one.start >= number.end
            and re.fullmatch(r"[^.;:()]{0,60}[(\[]", gap)
            and not re.search(r"\d", gap)
        ):
            return one
    before = [one for one in cited if one.start < number.start]
    return before[-1] if before else (cited[0] if cited else None)


_BACK = 30  # sentences of one paragraph through which a citation holds; house choice


def _of_paragraph(page: Page, number: Found, by_sentence: dict[int, list[Cited]]) -> Cited | None:
    sentences = page.layout.sentences
    for earlier in range(number.sentence - 1, max(-1, number.sentence - _BACK), -1):
        if sentences[earlier].block != sentences[number.sentence].block:
            break
        if earlier in by_sentence:
            return by_sentence[earlier][-1]
    return _of_introduction(page, number, by_sentence)


def _of_introduction(
    page: Page, number: Found, by_sentence: dict[int, list[Cited]]
) -> Cited | None:
    """A list has the source of the sentence that introduces it."""
    blocks = page.layout.blocks
    block = page.layout.sentences[number.sentence].block
    if blocks[block].kind is not BlockKind.ITEM and not _follows_colon(page, block):
        return None
    before = block - 1
    while (
        before > 0
        and blocks[before].kind is BlockKind.ITEM
        and not _follows_colon(page, before + 1)
    ):
        before -= 1
    if before < 0 or blocks[before].kind is BlockKind.ITEM:
        return None
    cited = by_sentence.get(page.layout.sentence_at(blocks[before].end - 1))
    return cited[-1] if cited else None


def _follows_colon(page: Page, block: int) -> bool:
    return block > 0 and page.text[page.layout.blocks[block - 1].end - 1] == ":"


_BLOCKS_BELOW = 3  # paragraphs that a line of citation holds for; house choice


def _of_line_above(page: Page, number: Found, lines: dict[int, Cited]) -> Cited | None:
    block = page.layout.sentences[number.sentence].block
    for above in range(block, max(-1, block - _BLOCKS_BELOW - 1), -1):
        if above in lines:
            return lines[above]
        if above != block and page.layout.blocks[above].kind is BlockKind.HEADING:
            return None
    return None


def _notes_below(
    page: Page,
    numbers: Sequence[Found],
    sources: list[Cited | None],
    lines: dict[int, Cited],
    says: Says,
) -> None:
    """A line of citation over which numbers stand, and under which none do, is their note.

    It covers those that its source is known to have said; of a source that the case does
    not know, those of the paragraph's last sentence.
    """
    used = {id(source) for source in sources if source}
    block_of = [page.layout.sentences[n.sentence].block for n in numbers]
    for block, cited in lines.items():
        if id(cited) in used:
            continue
        above = [at for at, b in enumerate(block_of) if b == block - 1 and sources[at] is None]
        last = max((numbers[at].sentence for at in above), default=-1)
        for at in above:
            known = says(cited, numbers[at])
            unknown_source = not cited.origins and numbers[at].sentence == last
            if numbers[at].kind is not Kind.OTHER and (known or unknown_source):
                sources[at] = cited
