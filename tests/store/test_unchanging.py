from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from tawthiq.actions import link_case
from tawthiq.actions.decide_pairs import decide
from tawthiq.records.opinions import Opinion
from tawthiq.store import models
from tawthiq.store.unchanging import CHANGEABLE, OF_PERSONS, OF_THE_LAW, refusals

from ..house import LAYLA, MARKET, corrected, take
from ..house_law import say_everything
from ..people import Linker, take_both

ROWS = [name for name in CHANGEABLE if name not in ("GradeDecision", "NamedCount", "Statement")]


_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger",
}


def refuses(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True)
    except DatabaseError as error:
        assert "never edited or removed" in str(error)
        return True
    return False


def table(name: str) -> str:
    model = getattr(models, name)
    return model._meta.db_table


@pytest.mark.parametrize("name", ROWS)
def test_no_column_of_what_was_recorded_can_be_changed(case: str, name: str) -> None:
    model = getattr(models, name)
    assert model.objects.exists()
    for field in model._meta.concrete_fields:
        if field.column not in CHANGEABLE[name]:
            same = f'UPDATE {table(name)} SET "{field.column}" = "{field.column}"'
            assert refuses(same), f"{name}.{field.column} can be changed"


@pytest.mark.parametrize("name", ROWS)
def test_nothing_that_was_recorded_can_be_removed(case: str, name: str) -> None:
    assert refuses(f"DELETE FROM {table(name)}")
    if connection.vendor == "sqlite":
        assert refuses(f"INSERT OR REPLACE INTO {table(name)} SELECT * FROM {table(name)}")
    else:
        connection.check_constraints()  # what waits for the end of a transaction forbids TRUNCATE
        assert refuses(f"TRUNCATE {table(name)} CASCADE")


def test_what_was_said_for_the_law_cannot_be_changed_or_removed(case: str) -> None:
    say_everything(case)
    for name in OF_THE_LAW:
        model = getattr(models, name)
        assert model.objects.exists()
        assert refuses(f"DELETE FROM {table(name)}")
        for field in model._meta.concrete_fields:
            same = f'UPDATE {table(name)} SET "{field.column}" = "{field.column}"'
            assert refuses(same), f"{name}.{field.column} can be changed"


def test_no_record_of_a_person_and_no_decision_can_be_changed_or_removed(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_both()
    monkeypatch.setattr(link_case, "link", Linker({(1, 4): 0.99}))
    link_case.link_case(case, by=LAYLA)
    decide(case, 2, 5, Opinion.SAME, by=LAYLA)
    for name, later in OF_PERSONS.items():
        model = getattr(models, name)
        assert model.objects.exists()
        assert refuses(f"DELETE FROM {table(name)}")
        for field in model._meta.concrete_fields:
            if field.column not in later:
                same = f'UPDATE {table(name)} SET "{field.column}" = "{field.column}"'
                assert refuses(same), f"{name}.{field.column} can be changed"


def test_every_table_that_is_kept_has_its_triggers(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_TRIGGERS[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
    for name in (*CHANGEABLE, *OF_PERSONS, *OF_THE_LAW):
        assert {f"{table(name)}_stays", f"{table(name)}_is_kept"} <= there


def test_a_claim_is_superseded_once_and_for_all(case: str) -> None:
    take([corrected(MARKET[0], killed=13)])
    old, new = models.Claim.objects.filter(code="N001.1").order_by("version")
    assert old.superseded_by == new
    assert refuses(f"UPDATE store_claim SET superseded_by_id = NULL WHERE id = {old.pk}")
    assert refuses(f"UPDATE store_claim SET superseded_by_id = {old.pk} WHERE id = {old.pk}")


def test_a_database_for_which_nobody_wrote_triggers_is_refused() -> None:
    with pytest.raises(ValueError, match="no triggers are written for oracle"):
        refusals("oracle", "store_claim", ["id"], [])
