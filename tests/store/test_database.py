from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.errors import HomeError
from tawthiq.store.database import VARIABLE, database_of, journal_of
from tawthiq.store.home import Home


def test_a_file_in_the_home_holds_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert database_of(Home(tmp_path))["NAME"] == tmp_path / "tawthiq.sqlite3"


def test_a_team_names_its_database_by_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "postgresql://layla:a%2Fb@db.example:5433/cases")
    database = database_of(Home(tmp_path))
    told = {name: database[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert told == {
        "NAME": "cases",
        "USER": "layla",
        "PASSWORD": "a/b",
        "HOST": "db.example",
        "PORT": "5433",
    }


@pytest.mark.parametrize("address", ["mysql://a/b", "postgresql://host", "cases", "postgresql:///"])
def test_an_address_that_names_no_database_is_refused_without_repeating_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(VARIABLE, address)
    with pytest.raises(HomeError, match="must be postgresql://user:password@host") as refused:
        database_of(Home(tmp_path))
    assert address not in str(refused.value).replace("postgresql://user:password", "")


def test_a_log_beside_the_database_is_kept_only_where_sqlite_keeps_it_soundly() -> None:
    assert journal_of((3, 51, 2))[0].endswith("TRUNCATE")
    assert journal_of((3, 51, 3))[0].endswith("WAL")
