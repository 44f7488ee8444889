"""Which class of conflict a text says it speaks of, where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law.classification import Conflict
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span


@dataclass(frozen=True, slots=True)
class ConflictSaid(Span):
    """A class of conflict that a text names as that of what it describes."""

    conflict: Conflict = Conflict.NIAC


_SAYS = re.compile(
    r"(?P<niac>\b(?:non[- ]?international(?:ized)? armed conflicts?|NIACs?\b"
    r"|internal armed conflicts?|armed conflicts? not of an international character|civil war))"
    r"|(?P<iac>(?<!non-)(?<!non )\b(?:international armed conflicts?|IACs?\b"
    r"|inter-?state armed conflicts?|war between (?:the )?two states))"
    r"|(?P<occupation>\b(?:belligerent occupation|occupying power|(?:is|are|was|were|under)"
    r" (?:military )?occup(?:ied|ation)|occupied (?:(?:Palestinian|Syrian|Ukrainian)\s+)?"
    r"(?:territor(?:y|ies)|Golan|West Bank|Gaza|Crimea)))",
    re.IGNORECASE,
)
_ABOUT_LAW = re.compile(
    r"\b(?:only (?:in|to|for)|appl(?:y|ies|icable) (?:only |solely )?(?:in|to)|law of|limited to"
    r"|both (?:in )?|in either|whether|reserved (?:for|to)|not (?:an?|in an?|of)|no\b|rules?"
    r" (?:for|of|on)"
    r"|as well as|unlike(?: in)?|if (?:it|this|they) (?:were|was|is)|treated as an?"
    r"|concern(?:s|ing)|than an?"
    r"|exclusively (?:in|to)|governs?|regulat\w+|list (?:for|of)|war crimes? in|designed for"
    r"|written for"
    r"|valid in|confined to|meant for|never|in any|in every|all)"
    r"\s+(?:(?:an?|the|any|all|in|of|international|and|or)\s+)*$",
    re.IGNORECASE,
)
_OR = re.compile(
    r"\s*(?:and|or|and/or|as well as)\s+(?:in\s+)?(?:an?\s+)?(?:non-?)?\s*internation", re.I
)


def read_conflicts(page: Page) -> list[ConflictSaid]:
    """The classes that a text asserts, in order; what it says of the law asserts none."""
    return list(_conflicts(page))


def _conflicts(page: Page) -> Iterator[ConflictSaid]:
    for found in _SAYS.finditer(page.text):
        before = page.text[max(0, found.start() - 60) : found.start()]
        if _ABOUT_LAW.search(before) or _OR.match(page.text, found.end()):
            continue
        kind = Conflict.NIAC if found["niac"] else Conflict.IAC
        yield ConflictSaid(*found.span(), Conflict.OCCUPATION if found["occupation"] else kind)
