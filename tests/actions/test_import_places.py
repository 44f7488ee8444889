from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.actions.import_places import import_places
from tawthiq.errors import RefusedRowsError
from tawthiq.places.found import Found
from tawthiq.store import models
from tawthiq.store.queries import incidents
from tawthiq.store.queries.places import gazetteer

from ..house import OMAR, claim, take

HEAD = "ADM1_PCODE,ADM1_EN,ADM1_AR,ADM4_PCODE,ADM4_EN,ADM4_AR,LATITUDE_Y,LONGITUDE_X\n"
VILLAGE = "SY07,Idleb,إدلب,C9001,Ayn Mukhtalaqa,عين مختلقة,35.9,36.6\n"


def taken(file: Path, rows: str) -> None:
    file.write_text(HEAD + rows, encoding="utf-8")
    import_places(file, by=OMAR, because="villages that were missing")


def test_a_claim_finds_its_place_once_the_place_is_known(case: str, tmp_path: Path) -> None:
    take([claim("N007.1", place="Ayn Mukhtalaqa")])
    assert incidents.listed(case, "N007").places == ("SY07",)
    before = models.Case.objects.get().revision
    taken(tmp_path / "villages.csv", VILLAGE)
    found = incidents.listed(case, "N007")
    assert (found.places, found.place.ar) == (("C9001",), "عين مختلقة")
    assert models.Case.objects.get().revision == before + 1


def test_a_place_that_comes_again_replaces_the_one_before(case: str, tmp_path: Path) -> None:
    taken(tmp_path / "villages.csv", VILLAGE)
    taken(tmp_path / "villages.csv", VILLAGE.replace("Ayn Mukhtalaqa", "Ayn Jadida"))
    assert isinstance(gazetteer().find("Ayn Jadida"), Found)
    assert models.Place.objects.filter(code="C9001").count() == 1


def test_a_table_of_places_with_a_fault_changes_nothing(case: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedRowsError):
        taken(
            tmp_path / "villages.csv",
            VILLAGE + "SY07,Idleb,إدلب,C9002,Nowhere,لا مكان,135.9,36.6\n",
        )
    assert not models.Place.objects.exists()
    assert not models.JournalEntry.objects.filter(action="import-places").exists()
