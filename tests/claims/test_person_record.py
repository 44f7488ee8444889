from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.claims.claim import Document
from tawthiq.claims.group import Age
from tawthiq.claims.name_said import NameSaid
from tawthiq.claims.person_record import AgeSaid, PersonRecord
from tawthiq.values.when import When

RECORD = PersonRecord(
    Document("valley-watch", "", "", When.unknown()), "1", NameSaid("Ra'd Hajar"),
    died=When.parse("2021-03-04"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("age", "group"),
    [
        (AgeSaid(17, 17), Age.CHILD),
        (AgeSaid(18, 18), Age.ADULT),
        (AgeSaid(17, 18), None),
        (AgeSaid(group=Age.CHILD), Age.CHILD),
        (AgeSaid(17, 18, Age.CHILD), None),
        (AgeSaid(), None),
    ],
)
def test_a_child_is_below_eighteen(age: AgeSaid, group: Age | None) -> None:
    assert age.of is group


@pytest.mark.parametrize("ends", [(-1, 3), (4, 3), (131, 131)])
def test_an_age_that_nobody_has_is_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError):
        AgeSaid(*ends)


@pytest.mark.parametrize(
    ("born", "group"),
    [
        ("2003-03-05", Age.CHILD),
        ("2003-03-04", Age.ADULT),
        ("2003", None),
        ("2002", Age.ADULT),
        ("2004", Age.CHILD),
        ("", None),
    ],
)
def test_birth_and_death_tell_a_child_where_every_day_says_the_same(
    born: str, group: Age | None
) -> None:
    assert replace(RECORD, born=When.parse(born)).age_group is group


def test_nobody_dies_before_birth() -> None:
    with pytest.raises(ValueError, match="before birth"):
        replace(RECORD, born=When.parse("2021-03-05"))


@pytest.mark.parametrize(
    ("name", "words", "written"),
    [
        (NameSaid("Ra'd al-Thalji"), ("rad", "al", "thalji"), "Ra'd al-Thalji"),
        (NameSaid(given="رعد", father="حجر", family="الثلجي"), ("رعد", "حجر", "الثلجي"),
         "رعد حجر الثلجي"),
        (NameSaid("Unknown"), (), ""),
        (NameSaid("مجهولة الهوية"), (), ""),
        (NameSaid("طفل مجهول"), (), ""),
        (NameSaid(mother="Ghayma", kunya="Abu Sakhr"), (), ""),
        (NameSaid("unknown", given="Ra'd"), ("rad",), "Ra'd"),
        (NameSaid("Shahid Hajar"), ("shahid", "hajar"), "Shahid Hajar"),
    ],
)  # fmt: skip
def test_a_name_names_somebody_or_nobody(
    name: NameSaid, words: tuple[str, ...], written: str
) -> None:
    assert (name.words, name.written, name.is_said) == (words, written, bool(words))
