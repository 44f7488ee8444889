"""What is said twice, in English and in Arabic, stays together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import InputError
from tawthiq.values.both import LANGUAGES, Both, joined

YES = Both("yes", "نعم")
boths = st.builds(Both, st.text(), st.text())


def test_each_reader_gets_their_language() -> None:
    assert [YES.in_(language) for language in LANGUAGES] == ["yes", "نعم"]


@given(boths, boths, boths)
def test_it_does_not_matter_which_two_are_joined_first(a: Both, b: Both, c: Both) -> None:
    assert (a + b) + c == a + (b + c)


@given(st.text())
def test_a_code_is_the_same_in_both_languages(code: str) -> None:
    assert {Both.same(code).in_(language) for language in LANGUAGES} == {code}


def test_what_is_empty_leaves_no_gap() -> None:
    assert joined([YES, Both("", ""), Both.same("781")]) == Both("yes 781", "نعم 781")
    assert joined([YES, YES], Both(", ", "، ")) == Both("yes, yes", "نعم، نعم")
    assert not joined([])


def test_what_is_said_in_one_language_only_is_not_empty() -> None:
    assert Both("", "نعم")


def test_an_error_speaks_both_languages_or_english_twice() -> None:
    spoken = InputError("no day 31 in February", "لا يوجد يوم 31 في شباط")
    assert (str(spoken), spoken.ar) == ("no day 31 in February", "لا يوجد يوم 31 في شباط")
    assert InputError("empty file").ar == "empty file"
