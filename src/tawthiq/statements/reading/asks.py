"""What a text asks, and of whom: the sentences of its demands and the bodies in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.statements.reading.lexicon import Lexicon
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import BlockKind, Span
from tawthiq.values.both import NOTHING, Both

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A body that texts ask for things, and what it cannot do.

    Attributes:
        cannot: Kinds of ask that it has no power for, with what it can do instead.
        unclear: Whether no body has this name.
    """

    key: str
    name: Both
    words: tuple[str, ...]
    cannot: tuple[str, ...] = ()
    instead: Both = NOTHING
    sources: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Ask(Span):
    """A sentence that asks for something.

    Attributes:
        body: Key of the first body that is asked in it, or "".
        body_at: Where that stands.
    """

    body: str = ""
    body_at: Span = _NOWHERE


_ASKS = re.compile(
    r"\b(?:should|must|(?:we|I|it|guardians|organi[sz]ations?|groups?)\s+(?:\w+\s+)?(?:calls?"
    r"|urges?|appeals?|demands?|asks?|requests?|recommends?|invites?|reminds?)"
    r"|call(?:s|ing)? (?:on|upon|for)|appeal to|to remind|the referral of|that the|we want"
    r"|required)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:called (?:on|upon|for)|urged|appealed|asked|demanded|requested|proposed|vetoed|were"
    r" asked)\b",
    re.IGNORECASE,
)
_MANDATE = re.compile(
    r"\b(?:calls? on|calls? upon|urges?|appeals? to|asks?|reminds?|requests?|invites?"
    r"|recommends?)\b",
    re.I,
)
_LEAD = re.compile(
    r"\b(?:required|we (?:call|demand|ask|urge|recommend|request)|demands?|recommendations?"
    r"|calls? (?:on|upon|for))\b[^.]*[:,]*\s*$",
    re.I,
)


@cache
def addressees() -> Mapping[str, Addressee]:
    """The table of bodies, by key."""
    text = (files("tawthiq.statements") / "data" / "addressees.yaml").read_text(encoding="utf-8")
    return {
        entry["key"]: Addressee(
            entry["key"],
            Both(entry["en"], entry["ar"]),
            tuple(entry["words"]),
            tuple(entry.get("cannot", ())),
            Both(**entry["instead"]) if "instead" in entry else NOTHING,
            tuple(entry.get("sources", ())),
            tuple(entry.get("norms", ())),
            bool(entry.get("unclear", False)),
        )
        for entry in yaml.load(text, yaml.CSafeLoader)
    }


@cache
def _names() -> Lexicon:
    return Lexicon(("body", each.key, w) for each in addressees().values() for w in each.words)


def read_asks(page: Page) -> list[Ask]:
    """Every sentence that asks, in order, with the body it turns to first."""
    bodies = [
        hit
        for hit in _names().spot(page.words).of("body")
        if any(letter.isupper() for letter in page.text[hit.start : hit.end]) or hit.key in _LOWER
    ]
    return list(_asks(page, [(Span(b.start, b.end), b.key) for b in bodies]))


_LOWER = frozenset({"envoy", "eu-unclear", "guarantors"})


def _asks(page: Page, bodies: list[tuple[Span, str]]) -> Iterator[Ask]:
    at = 0
    for sentence in page.layout.sentences:
        while at < len(bodies) and bodies[at][0].start < sentence.start:
            at += 1
        if not _is_ask(page, sentence):
            continue
        inside = at < len(bodies) and bodies[at][0].start < sentence.end
        body_at, body = bodies[at] if inside else (_NOWHERE, "")
        yield Ask(sentence.start, sentence.end, body, body_at)


def _is_ask(page: Page, sentence: Span) -> bool:
    said = page.layout.said(sentence)
    if _OTHERS.search(said) and not _MANDATE.search(said):
        return False
    number = page.sentence_of(sentence.start).block
    block = page.layout.blocks[number]
    marked = block.kind is BlockKind.ITEM or bool(block.mark)
    if marked and _is_led(page, number):
        return True
    return _ASKS.search(said) is not None


def _is_led(page: Page, number: int) -> bool:
    """Whether the list of an item is introduced as one of demands."""
    blocks = page.layout.blocks
    while number > 0 and blocks[number].mark:
        number -= 1
    over = page.layout.said(blocks[number])
    return _LEAD.search(over[-200:]) is not None or (
        over.rstrip().endswith(":") and _ASKS.search(over) is not None
    )
