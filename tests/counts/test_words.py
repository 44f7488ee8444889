"""A definition in words can be held against the number, in both languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.group import CHILDREN, CIVILIANS, MEN, WOMEN, Group
from tawthiq.counts.definition import Definition, Reported, Unit
from tawthiq.counts.figure_words import read_figure
from tawthiq.counts.words import GROUP_NAMES, in_words, subject_in_words
from tawthiq.records.vocabulary import parties, sites

from .house import JUNE, VALLEY, killed


def test_a_reported_total_in_both_languages() -> None:
    words = in_words(killed(who=CIVILIANS, basis=Reported("valley")))
    assert words.en == (
        "civilians killed, by whichever party, in the valley, in June 2031, as reported by valley"
    )
    assert words.ar.startswith("مدنيون قُتلوا، أيًّا كان الطرف، في الوادي، في حزيران/يونيو 2031")


def test_the_grades_that_count_are_named() -> None:
    assert "graded confirmed and fair" in in_words(killed()).en
    assert "مؤكدة ومقبولة" in in_words(killed()).ar


def test_women_take_the_feminine_verb_in_arabic() -> None:
    assert subject_in_words(killed(who=WOMEN)).ar == "نساء قُتلن"


def test_a_side_is_named_by_its_widest_word_only() -> None:
    side = parties().below("government-side")
    assert "allegedly by the Syrian government and its allies," in in_words(killed(parties=side)).en


UNITS = {
    Unit.SITES_ATTACKED,
    Unit.SITES_DESTROYED,
    Unit.SITES_OUT_OF_SERVICE,
}


@given(
    st.sampled_from([Unit.KILLED, Unit.INJURED, Unit.DISPLACED]),
    st.sampled_from([CIVILIANS, CHILDREN, WOMEN, MEN]),
    st.sampled_from([frozenset(), frozenset({"massacre-snhr"})]),
)
def test_people_written_and_read_back_are_the_same(
    unit: Unit, who: Group, inside: frozenset[str]
) -> None:
    definition = Definition(unit, VALLEY, JUNE, Reported("valley"), who=who, inside=inside)
    words = subject_in_words(definition).en.replace("(SNHR's rule)", "(SNHR definition)")
    figure = read_figure(words)
    assert figure is not None
    assert (figure.unit, figure.who, figure.inside, figure.remainder) == (unit, who, inside, "")


@given(
    st.sampled_from(sorted(UNITS)),
    st.sampled_from([k for k in sites() if k not in {"site", "medical", "public-place"}]),
)
def test_sites_written_and_read_back_are_the_same(unit: Unit, kind: str) -> None:
    definition = Definition(unit, VALLEY, JUNE, Reported("v"), sites=sites().below(kind))
    figure = read_figure(subject_in_words(definition).en)
    assert figure is not None
    assert (figure.unit, figure.sites, figure.remainder) == (unit, sites().below(kind), "")


def test_every_named_group_has_both_languages() -> None:
    assert all(name.en and name.ar for name in GROUP_NAMES.values())
