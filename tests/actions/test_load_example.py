from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tawthiq.actions import load_example as module
from tawthiq.actions.examples import example_folder, example_names
from tawthiq.actions.load_example import load_example
from tawthiq.errors import RuleError, UnknownNameError
from tawthiq.store import models
from tawthiq.store.queries import counts, incidents, statements
from tawthiq.values.how_many import HowMany

from ..house import LAYLA

IDLIB = "idlib-2019"


@pytest.fixture
def idlib(db: None) -> str:
    load_example(IDLIB, by=LAYLA)
    return IDLIB


def test_every_row_of_the_example_is_taken(idlib: str) -> None:
    folder = example_folder(IDLIB)
    rows = {
        name: len((folder / name).read_text(encoding="utf-8").splitlines()) - 1
        for name in ("incidents.csv", "aggregates.csv")
    }
    assert models.Claim.objects.count() == rows["incidents.csv"] == 220
    # One row of totals is a share and no count.
    assert models.PeriodClaim.objects.count() == rows["aggregates.csv"] - 1 == 240
    assert models.Incident.objects.count() == 79


def test_loading_twice_leaves_the_case_as_it_is(idlib: str) -> None:
    before = models.JournalEntry.objects.count()
    again = load_example(IDLIB, by=LAYLA)
    assert (again.was_there, again.claims) == (True, 0)
    assert str(again) == "the case idlib-2019 is there already and was left as it is"
    assert models.JournalEntry.objects.count() == before


def test_every_named_count_has_a_number_and_a_way_back(idlib: str) -> None:
    named = yaml.safe_load((example_folder(IDLIB) / "counts.yaml").read_text(encoding="utf-8"))
    made = {known.count.name: known for known in counts.named_counts(idlib)}
    assert list(made) == [entry["name"] for entry in named["counts"]]
    assert all(known.count.value and known.count.members for known in made.values())
    assert all(url for known in made.values() for m in known.count.members for url in m.urls)


def test_the_monitor_said_781_in_all_and_271_in_33_massacres(idlib: str) -> None:
    def said(name: str) -> HowMany | None:
        return counts.count(idlib, name).count.value

    total = said("snhr-killed")
    assert total is not None
    assert total.low == 781
    assert said("snhr-killed-in-massacres") == HowMany.exactly(271)
    assert said("snhr-massacres") == HowMany.exactly(33)


def test_what_is_counted_inside_a_count_is_no_more_than_the_count(idlib: str) -> None:
    made = {known.count.name: known.count for known in counts.named_counts(idlib)}
    whole = made["civilians-killed"]
    for name in ("civilians-killed-government-side", "civilians-killed-armed-opposition"):
        part = made[name]
        assert {m.code for m in part.members} < {m.code for m in whole.members}
        assert part.value and whole.value and part.value.headline < whole.value.headline


def test_a_strike_on_a_market_that_twenty_claims_disagree_on(idlib: str) -> None:
    market = incidents.incident(idlib, "I055")
    killed = market.listed.killed
    assert killed is not None
    assert (killed.low, killed.high) == (20, 54)
    assert market.listed.denied
    assert "market" in market.listed.sites


def test_a_figure_for_several_places_is_not_split(idlib: str) -> None:
    several = incidents.listed(idlib, "I002")
    assert several.covers_several_places
    assert (several.lat, several.lon) == (None, None)


def test_nothing_in_the_example_is_owed_to_a_licence_we_do_not_have(idlib: str) -> None:
    said = models.Source.objects.values_list("said", flat=True)
    assert not [name for name in said if name.startswith("Airwars") or "by Airwars" in name]


def test_the_statement_is_there_in_both_languages(idlib: str) -> None:
    kept = {each.language: each for each in statements.statements(idlib)}
    assert set(kept) == {"en", "ar"}
    assert kept["en"].said_on is not None


def test_an_unknown_example_is_named_with_those_there_are(db: None) -> None:
    assert IDLIB in example_names()
    with pytest.raises(UnknownNameError, match=r"no example is called 'ghouta'; there are:"):
        load_example("ghouta", by=LAYLA)


def test_an_example_with_a_fault_leaves_nothing_behind(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / IDLIB
    folder.mkdir()
    for file in example_folder(IDLIB).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    faulty = (folder / "counts.yaml").read_text(encoding="utf-8")
    (folder / "counts.yaml").write_text(faulty.replace("persons-killed", "persons-kiled", 1))
    monkeypatch.setattr(module, "example_folder", lambda name: folder)
    with pytest.raises(RuleError, match="count civilians-killed cannot be named: 'persons-kiled'"):
        load_example(IDLIB, by=LAYLA)
    assert not models.Case.objects.exists()
    assert not models.Claim.objects.exists()
    assert not models.JournalEntry.objects.exists()
