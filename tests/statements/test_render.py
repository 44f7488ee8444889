"""A rendered statement: every number leads back, and nothing a person typed becomes markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.counts.count import Count
from tawthiq.errors import UnknownNameError, UntracedFigureError
from tawthiq.statements.draft import parse_draft
from tawthiq.statements.figure import Bound, Form, letter, write_figure
from tawthiq.statements.render import (
    RenderedStatement,
    figures_in,
    render_html,
    text_of,
    verify_figures,
)
from tawthiq.values.both import Both, Language
from tawthiq.values.how_many import HowMany

from .house import SOURCES, known

ANY = known().counts[0].count


def count(value: HowMany | None, name: str = "killed") -> Count:
    return Count(name, Both("Killed", "قتلى"), ANY.definition, value, ())


COUNTS = {
    "killed": count(HowMany.at_least(1781)),
    "range": count(HowMany(37, 39, 43), "range"),
    "two": count(HowMany.exactly(2), "two"),
    "gone": count(None, "gone"),
}


def rendered(text: str, language: Language = "en") -> RenderedStatement:
    return render_html(parse_draft(text), COUNTS, SOURCES, language)


def html(text: str, language: Language = "en") -> str:
    return "".join(b.html for s in rendered(text, language).sections for b in s.blocks)


def test_a_lower_bound_keeps_its_words_and_its_link() -> None:
    assert html("Here {figure killed as value} died.") == (
        '<p>Here at least <a class="fig" data-basis="reported" href="#t-a">1,781<sup>a</sup></a>'
        " died.</p>"
    )


def test_arabic_has_its_own_digits_separators_and_letters() -> None:
    assert html("قُتل {figure killed as value} مدنيًا.", "ar") == (
        '<p>قُتل ما لا يقل عن <a class="fig" data-basis="reported" href="#t-a">١٬٧٨١<sup>أ</sup></a>'
        " مدنيًا.</p>"
    )


def test_an_arabic_reader_may_ask_for_the_digits_123() -> None:
    draft = parse_draft("في ٢٠١٩ قُتل {figure killed as low}.")
    said = render_html(draft, COUNTS, SOURCES, "ar", "latn").sections[0].blocks[0].html
    assert "2019" in said and "1,781" in said


def test_a_number_that_begins_a_sentence_begins_it() -> None:
    assert html("{figure two as words} died. {figure killed as value} died.").startswith(
        '<p><a class="fig" data-basis="reported" href="#t-a">Two<sup>a</sup></a> died. At least <a'
    )


def test_a_figure_shown_twice_leads_to_one_trace() -> None:
    statement = rendered("{figure two as value} and {figure two as value}\n\n{figure range as low}")
    assert [trace.anchor for trace in statement.register] == ["t-a", "t-b"]
    assert statement.sections[0].traces == statement.register


def test_a_source_is_named_and_an_unknown_one_refused() -> None:
    assert "<p>The Syrian Network for Human Rights says" in html("{cite snhr} says so.")
    assert "reports the Syrian Network for Human Rights" in html("reports {cite snhr}")
    with pytest.raises(UnknownNameError, match=r"line 1: .*'snhrr'; did you mean snhr"):
        html("{cite snhrr} says so.")


@given(st.text(alphabet="<>&\"'ab/ =", min_size=1, max_size=40))
def test_nothing_typed_becomes_markup(typed: str) -> None:
    if not typed.strip():
        return
    made = html(f"x{typed} {{law x{typed}}} {{figure two as value}}")
    assert set(re.findall(r"<(/?\w+)", made)) == {
        *("p", "/p", "a", "/a", "sup", "/sup", "cite", "/cite", "b", "/b"),
    }


VALUES = st.one_of(
    st.integers(0, 10**7).map(HowMany.exactly),
    st.integers(0, 10**7).map(HowMany.at_least),
    st.integers(0, 10**7).map(HowMany.at_most),
    st.integers(0, 10**7).map(HowMany.about),
    st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda p: HowMany.between(*sorted(p))),
)


@given(
    st.lists(st.tuples(VALUES, st.sampled_from([Form.VALUE, Form.WORDS, Form.RANGE])), min_size=1),
    st.sampled_from(["en", "ar"]),
)
def test_a_rendered_text_read_back_has_the_numbers_it_was_made_of(
    figures: list[tuple[HowMany, Form]], language: Language
) -> None:
    counts = {f"n{at}": count(value, f"n{at}") for at, (value, _) in enumerate(figures)}
    text = " x ".join(f"{{figure n{at} as {form}}}" for at, (_, form) in enumerate(figures))
    statement = render_html(parse_draft(text), counts, SOURCES, language)
    read = figures_in(statement.sections[0].blocks[0].html)
    assert [figure.numbers for figure in read] == [
        write_figure(counts[f"n{at}"], form).numbers for at, (_, form) in enumerate(figures)
    ]
    assert [figure.anchor for figure in read] == [trace.anchor for trace in statement.register]


def test_letters_go_on_after_the_last() -> None:
    assert [letter(n, "en") for n in (0, 25, 26, 27)] == ["a", "z", "aa", "ab"]
    assert [letter(n, "ar") for n in (0, 4, 27, 28)] == ["أ", "هـ", "غ", "أأ"]
    assert len({letter(n, "ar") for n in range(500)}) == 500


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{figure kiled as value}", "line 1: there is no count named 'kiled'; did you mean killed"),
        ("{figure gone as value}", "'gone' has no value"),
        ("{figure killed as high}", "'killed' is to be shown as high, and its count says no high"),
    ],
)
def test_a_figure_that_cannot_be_derived_stops_the_text(text: str, said: str) -> None:
    with pytest.raises(UntracedFigureError, match=said):
        rendered(text)


def test_a_frozen_figure_that_changed_is_noticed() -> None:
    draft = parse_draft("{figure two as value} died.")
    statement = render_html(draft, COUNTS, SOURCES, "en")
    verify_figures(draft, COUNTS, statement.bound)
    assert statement.bound == (Bound("two", Form.VALUE, HowMany.exactly(2)),)
    later = COUNTS | {"two": count(HowMany.exactly(3), "two")}
    with pytest.raises(UntracedFigureError, match="shows 'two' as 2, and its count is now 3"):
        verify_figures(draft, later, statement.bound)


def test_the_words_alone_can_be_checked_like_anybodys() -> None:
    statement = rendered(
        "## A & B\n\n{figure two as value} died, {cite snhr} says.\n\n1. We ask A."
    )
    assert text_of(statement) == (
        "A & B\n\n2 died, the Syrian Network for Human Rights says.\n\n1. We ask A.\n"
    )
