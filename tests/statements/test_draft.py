"""A draft is read whole, or refused with the line and what to write instead."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.errors import InputError
from tawthiq.statements.draft import Asks, FigureHere, LawHere, Paragraph, Words, parse_draft
from tawthiq.statements.figure import Form

DRAFT = """---
title: "What is known"
dek: A line
date: 2019-08-02
---

## The dead

At least {figure killed as value}
civilians, {cite snhr} says.

## What we ask

1. We ask A, under {law Article 13(b)}.
2. We ask B.
"""


def test_a_draft_has_a_head_sections_and_asks() -> None:
    draft = parse_draft(DRAFT)
    assert (draft.title, draft.dek, draft.said_on) == ("What is known", "A line", date(2019, 8, 2))
    dead, asks = draft.sections
    assert dead.heading == (Words("The dead"),)
    (paragraph,) = dead.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.pieces[1] == FigureHere("killed", Form.VALUE, 9)
    (asked,) = asks.blocks
    assert isinstance(asked, Asks) and len(asked.items) == 2
    assert LawHere("Article 13(b)") in asked.items[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A\n\n{figure killed}", r"line 3: \{figure killed\} is no placeholder; write \{figure"),
        ("{figure killed as sum}", "line 1: .* shown as 'sum'; choose value, low"),
        ("A { alone", "line 1: a brace is open or closed alone"),
        ("---\ntitle: A\n\nText", "line 1: the head opened by --- is not closed"),
        ("---\nauthor: A\n---\nText", "line 2: the head holds only title, dek, date"),
        ("---\ndate: 31/02/2019\n---\nText", "write it as in 2019-08-02"),
        ("## Only a heading", "no paragraph"),
        ("", "no paragraph"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        parse_draft(text)


def test_windows_line_ends_are_line_ends() -> None:
    assert len(parse_draft(DRAFT.replace("\n", "\r\n")).figures) == 1
