"""A label is read to its last word, or it is not counted with."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.group import (
    AID_WORKERS,
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    EVERYBODY,
    HEALTH_WORKERS,
    MEDIA_WORKERS,
    MEN,
    RESCUERS,
    WOMEN,
    Group,
)
from tawthiq.counts.definition import Unit
from tawthiq.counts.figure_words import Figure, read_figure, spread
from tawthiq.records.vocabulary import parties, sites, weapons

NO_KEYS = frozenset[str]()


def figure(
    unit: Unit,
    who: Group = EVERYBODY,
    *,
    on: str = "",
    with_: str = "",
    by: str = "",
    inside: str = "",
    note: str = "",
) -> Figure:
    """A figure that was read to its last word; kinds are given by their keys."""
    return Figure(
        unit,
        who,
        spread(sites(), frozenset(on.split())),
        spread(weapons(), frozenset(with_.split())),
        spread(parties(), frozenset(by.split())),
        frozenset(inside.split()),
        "",
        note,
    )


KILLED = Unit.KILLED


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("civilians killed", figure(KILLED, CIVILIANS)),
        ("number of civilians killed, all parties", figure(KILLED, CIVILIANS)),
        ("Civilian deaths", figure(KILLED, CIVILIANS)),
        ("civilian women killed", figure(KILLED, WOMEN)),
        ("fatalities", figure(KILLED)),
        ("deaths under torture", figure(KILLED, inside="torture")),
        ("children killed (unconfirmed reports)",
         figure(KILLED, CHILDREN, note="unconfirmed reports")),
        ("White Helmets volunteers injured", figure(Unit.INJURED, RESCUERS)),
        ("civilians killed in massacres (SNHR definition)",
         figure(KILLED, CIVILIANS, inside="massacre-snhr")),
        ("civilians killed in the 33 massacres", figure(KILLED, CIVILIANS, inside="massacre")),
        ("massacres (SNHR definition) by Syrian government forces",
         figure(Unit.ATTACKS, by="syrian-government", inside="massacre-snhr")),
        ("children killed by government and Russian forces",
         figure(KILLED, CHILDREN, by="syrian-government russia")),
        ("civilians killed by Russian and government airstrikes and shelling",
         figure(KILLED, CIVILIANS, by="syrian-government russia", with_="airstrike artillery")),
        ("civilians killed by the government side",
         figure(KILLED, CIVILIANS, by="government-side")),
        ("civilians killed by the government", figure(KILLED, CIVILIANS, by="syrian-government")),
        ("civilian deaths attributed to government forces and allies",
         figure(KILLED, CIVILIANS, by="government-side")),
        ("civilian deaths attributed to non-State actors",
         figure(KILLED, CIVILIANS, by="non-state")),
        ("civilians killed by air strikes", figure(KILLED, CIVILIANS, with_="airstrike")),
        ("civilians killed in air strikes by Russian forces",
         figure(KILLED, CIVILIANS, with_="airstrike", by="russia")),
        ("women killed with barrel bombs", figure(KILLED, WOMEN, with_="barrel-bomb")),
        ("health facilities damaged or destroyed",
         figure(Unit.SITES_DAMAGED, on="medical-facility")),
        ("schools destroyed and damaged", figure(Unit.SITES_DAMAGED, on="school")),
        ("mosques destroyed completely or partially", figure(Unit.SITES_DAMAGED, on="mosque")),
        ("schools completely and/or partially destroyed", figure(Unit.SITES_DAMAGED, on="school")),
        ("schools completely destroyed", figure(Unit.SITES_DESTROYED, on="school")),
        ("schools destroyed", figure(Unit.SITES_DESTROYED, on="school")),
        ("hospitals and medical centres targeted",
         figure(Unit.SITES_ATTACKED, on="hospital medical-facility")),
        ("White Helmets rescue centres targeted", figure(Unit.SITES_ATTACKED, on="civil-defence")),
        ("hospitals put out of service", figure(Unit.SITES_OUT_OF_SERVICE, on="hospital")),
        ("medical facilities forced to suspend work",
         figure(Unit.SITES_OUT_OF_SERVICE, on="medical-facility")),
        ("attacks on health care (verified)",
         figure(Unit.ATTACKS, on="medical", note="verified")),
        ("attacks on hospitals by Russian forces",
         figure(Unit.ATTACKS, on="hospital", by="russia")),
        ("incidents of violence against health care", figure(Unit.ATTACKS, on="medical")),
        ("airstrikes", figure(Unit.STRIKES, with_="airstrike")),
        ("airstrikes on markets", figure(Unit.STRIKES, with_="airstrike", on="market")),
        ("barrel bombs", figure(Unit.MUNITIONS, with_="barrel-bomb")),
    ],
)  # fmt: skip
def test_a_label_is_read(label: str, read: Figure) -> None:
    assert read_figure(label) == read


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("civilians killed in areas held by armed opposition groups",
         "areas held armed opposition groups"),
        ("civilians killed by Russian forces in areas held by rebels", "areas held"),
        ("government and allied fighters killed", "government allied"),
        ("fighters of jihadist and other opposition groups killed",
         "jihadist other opposition groups"),
        ("people killed or injured", "or injured"),
        ("people killed and injured", "injured"),
        ("women and children killed", "women"),
        ("civilians killed by Turkish government forces", "turkish"),
        ("civilians killed in Idlib", "idlib"),
        ("schools partially destroyed", "partially"),
        ("whole villages destroyed", "whole"),
        ("attacks on vital facilities", "vital facilities"),
        ("incidents of violence against or obstruction of health care", "or obstruction"),
        ("people injured in these attacks", "these attacks"),
        ("movements of displaced people", "movements"),
    ],
)  # fmt: skip
def test_what_was_not_understood_is_handed_back(label: str, left: str) -> None:
    read = read_figure(label)
    assert read is not None and read.remainder == left


@pytest.mark.parametrize(
    "label",
    ["health-care incidents", "schools affected", "facilities damaged", "displacements", "victims",
     "share attributed to the government and its allies", "of these in Hama governorate", "",
     "civilians", "hospitals"],
)  # fmt: skip
def test_a_label_without_a_unit_is_not_read(label: str) -> None:
    assert read_figure(label) is None


# Whatever parts a label has, they are read back.

PEOPLE = {
    "civilians": CIVILIANS, "people": EVERYBODY, "children": CHILDREN, "women": WOMEN, "men": MEN,
    "health workers": HEALTH_WORKERS, "aid workers": AID_WORKERS, "rescuers": RESCUERS,
    "journalists": MEDIA_WORKERS, "fighters": COMBATANTS,
}  # fmt: skip
HARMS = {"killed": Unit.KILLED, "injured": Unit.INJURED, "displaced": Unit.DISPLACED}
WHERE = {
    "": "", "in massacres": "massacre", "in massacres (SNHR definition)": "massacre-snhr",
}  # fmt: skip
AUTHORS = {
    "": NO_KEYS,
    **{f"by {kind.name.en}": frozenset({key}) for key, kind in parties().items()},
}
MEANS = {
    "": NO_KEYS,
    **{f"in {kind.plural.en or kind.name.en}": frozenset({key}) for key, kind in weapons().items()},
}


@st.composite
def labels(draw: st.DrawFn) -> tuple[str, Figure]:
    people, harm = draw(st.sampled_from(sorted(PEOPLE))), draw(st.sampled_from(sorted(HARMS)))
    means, where = draw(st.sampled_from(sorted(MEANS))), draw(st.sampled_from(sorted(WHERE)))
    author = draw(st.sampled_from(sorted(AUTHORS)))
    read = figure(
        HARMS[harm],
        PEOPLE[people],
        with_=" ".join(MEANS[means]),
        by=" ".join(AUTHORS[author]),
        inside=WHERE[where],
    )
    return " ".join(filter(None, (people, harm, where, means, author))), read


@given(labels())
def test_every_part_of_a_label_is_read_back(drawn: tuple[str, Figure]) -> None:
    label, read = drawn
    assert read_figure(label) == read
    assert read_figure(label.upper()) == read


@given(labels(), st.integers(0, 20), st.sampled_from(["zzz", "suspected", "or", "not", "except"]))
def test_one_more_word_is_never_passed_over(
    drawn: tuple[str, Figure], place: int, word: str
) -> None:
    words = drawn[0].replace(" (SNHR definition)", "").split()
    at = place % (len(words) + 1)
    read = read_figure(" ".join([*words[:at], word, *words[at:]]))
    assert read is None or word in read.remainder.split()


REFUSED = {
    "attacked facilities on the UN deconfliction list (partners report)",
    "attacks on civilian infrastructure",
    "attacks on vital facilities",
    "civilians killed in areas held by armed opposition groups",
    "displacements",
    "displacements (movements, may count a person more than once)",
    "facilities damaged",
    "facilities destroyed",
    "fighters of jihadist and other opposition groups killed",
    "government and allied fighters killed",
    "health facilities affected",
    "health-care incidents",
    "incidents of violence against or obstruction of health care",
    "movements of displaced people",
    "of these in Aleppo governorate",
    "of these in Hama governorate",
    "of these in Idlib governorate",
    "people displaced to government-held areas",
    "people injured in these attacks",
    "schools affected",
    "schools affected (unconfirmed)",
    "separate facilities attacked",
    "share attributed to the government and its allies",
    "unlawful attacks documented in detail",
    "whole villages destroyed",
}
"""Labels that say more, or less, than a definition can hold; they are shown, not counted with."""


def test_the_labels_of_the_idlib_totals_are_read_or_rightly_refused(shared: Path) -> None:
    table = shared / "data" / "idlib-2019" / "aggregates.csv"
    with table.open(encoding="utf-8-sig", newline="") as rows:
        found = {row["figure"]: read_figure(row["figure"]) for row in csv.DictReader(rows)}
    assert len(found) > 100
    assert {label for label, read in found.items() if read is None or read.remainder} == REFUSED
