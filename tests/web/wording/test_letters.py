"""A figure and its trace share a letter, and no two figures of a text share one."""

from __future__ import annotations

from tawthiq.web.reader import Reader
from tawthiq.web.wording.letters import letter


def test_letters_follow_the_alphabet_and_the_abjad() -> None:
    assert [letter(i, Reader("en")) for i in (0, 1, 25, 26, 27)] == ["a", "b", "z", "aa", "ab"]
    assert [letter(i, Reader("ar")) for i in (0, 1, 4, 9)] == ["أ", "ب", "هـ", "ي"]


def test_no_two_figures_share_a_letter() -> None:
    for language in ("en", "ar"):
        reader = Reader("ar" if language == "ar" else "en")
        assert len({letter(i, reader) for i in range(400)}) == 400
