"""Where sentences stand in texts that nobody punctuated for us."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.statements.reading.sentences import BlockKind, Span, lay_out


def said(text: str) -> list[str]:
    layout = lay_out(text)
    return [layout.said(sentence) for sentence in layout.sentences]


def test_a_full_stop_before_a_colon_does_not_open_the_next_sentence() -> None:
    assert said("A line\n\n. :Although the article protects hospitals.") == [
        "A line",
        "Although the article protects hospitals.",
    ]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Art. 18 and Geir O. Pedersen, e.g. in No. 4. Then it ended."
    assert said(text) == ["Art. 18 and Geir O. Pedersen, e.g. in No. 4.", "Then it ended."]


def test_a_number_may_begin_a_sentence() -> None:
    assert len(said("33 attacks killed 781. 208 children and 140 women.")) == 2


def test_decimals_are_whole() -> None:
    assert said("It was 54.2 per cent of them.") == ["It was 54.2 per cent of them."]


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    text = "At least 781 civilians were killed in the north-west of\nthe country since April."
    assert len(lay_out(text).blocks) == 1


def test_list_marks_are_no_part_of_what_is_said() -> None:
    layout = lay_out("We ask:\n\n– That the Council acts.\n2- According to a report\n  1. one more")
    assert [block.mark for block in layout.blocks] == ["", "–", "2-", "1."]
    assert layout.blocks[2].kind is BlockKind.HEADING
    assert layout.said(layout.blocks[2]) == "According to a report"


def test_a_range_at_the_beginning_of_a_line_is_no_list_mark() -> None:
    assert said("1-23 June 2019 saw many raids.")[0].startswith("1-23")


def test_an_unclosed_quotation_quotes_nothing() -> None:
    layout = lay_out("He said ,”The director of it. “We must act” and left.")
    assert [layout.text[q.start : q.end] for q in layout.quotes] == ["“We must act”"]


def test_semicolons_and_while_divide_clauses() -> None:
    layout = lay_out("Three died in May; two in June, while others fled.")
    assert len(layout.sentences[0].clauses) == 3


@given(st.text(alphabet=" .\n:;-–1aA(“”", max_size=200))
def test_every_letter_is_in_one_sentence_at_most_and_spans_rise(text: str) -> None:
    layout = lay_out(text)
    ends = 0
    for sentence in layout.sentences:
        assert ends <= sentence.start < sentence.end <= len(text)
        ends = sentence.end
        assert sentence.start >= layout.blocks[sentence.block].start
    for clauses in (s.clauses for s in layout.sentences):
        assert all(a.end <= b.start for a, b in pairwise(clauses))


def test_a_text_without_a_full_stop_is_cut_and_read_in_one_walk() -> None:
    text = "a word " * 100_000
    begun = time.process_time()
    layout = lay_out(text)
    assert max(s.end - s.start for s in layout.sentences) < 2_100
    assert time.process_time() - begun < 5


def test_a_passage_does_not_cut_a_pair_of_brackets() -> None:
    text = "See [1] (a). They hit 16 houses of worship (mosque) and 2 (of 5 [see 3]) markets."
    layout = lay_out(text)

    def widened(words: str) -> str:
        start = text.index(words)
        return layout.said(layout.with_brackets(Span(start, start + len(words))))

    assert widened("16 houses of worship (mosque") == "16 houses of worship (mosque)"
    assert widened("mosque") == "mosque"
    assert widened("mosque) and 2") == "(mosque) and 2"
    assert widened("5 [see 3]) markets") == "(of 5 [see 3]) markets"
    assert widened("houses of worship") == "houses of worship"


def test_a_bracket_that_never_closes_widens_nothing() -> None:
    text = "They hit 3 mosques (two of them twice. Then 4) more."
    layout = lay_out(text)
    span = Span(text.index("3"), text.index("two"))
    assert layout.with_brackets(span) == span
