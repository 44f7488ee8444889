from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tawthiq.actions import link_case
from tawthiq.actions.decide_pairs import decide
from tawthiq.actions.import_places import import_places
from tawthiq.actions.name_count import name_published
from tawthiq.actions.override_grade import override_grade
from tawthiq.actions.save_statement import save_statement
from tawthiq.records.grade import Grade
from tawthiq.records.opinions import Opinion
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.sealed.tables import KEPT
from tawthiq.values.both import Both

from .. import people
from ..house import LAYLA, MARKET, OMAR, corrected, furnish, take
from ..house_evidence import keep_everything
from ..house_law import say_everything
from .tampering import OUTLINE


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def full(case: str, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case with a row in every record table."""
    save_statement(case, "s", "en", "Twelve.", said_on=date(2031, 4, 1), by=LAYLA, because="x")
    override_grade(case, "N001", Grade.WEAK, by=OMAR, because="looked again")
    name_published(case, "total", Both("Total", "المجموع"), "T001", by=LAYLA, because="x")
    outlines = tmp_path / "outlines.geojson"
    outlines.write_text(OUTLINE, encoding="utf-8")
    import_places(outlines, by=LAYLA, because="x")
    take([corrected(MARKET[0], killed=13)])
    people.take_both()
    monkeypatch.setattr(link_case, "link", people.Linker({(1, 4): 0.99, (2, 5): 0.4}))
    link_case.link_case(case, by=LAYLA)
    decide(case, 2, 5, Opinion.SAME, by=OMAR)
    say_everything(case)
    keep_everything(home, case)
    for name in KEPT:
        assert getattr(models, name).objects.exists(), name
    return case


@pytest.fixture
def case(db: None) -> str:
    """The code of a case with the whole cast in it, in a database on disk."""
    return furnish()
