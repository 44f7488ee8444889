from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.tiles import tiles_of
from tawthiq.store import models
from tawthiq.store.sealed.storage import DatabaseStorage
from tawthiq.store.sealed.tables import KEPT, columns_of
from tawthiq.store.unchanging import CHANGEABLE, OF_THE_LOG

from .test_unchanging import refuses, table


class TheSameLog(TestCase):
    """In memory and in the database; the tests of the pure log hold for the first."""

    @given(st.lists(st.integers(1, 600), min_size=1, max_size=4))
    def test_a_log_in_the_database_is_the_log_in_memory(self, sizes: list[int]) -> None:
        pure, kept = Log(MemoryStorage()), DatabaseStorage()
        for at, size in enumerate(sizes):
            entries = [f"{at}.{n}".encode() for n in range(size)]
            assert Log(kept).append(entries) == pure.append(entries)
        for tile in tiles_of(pure.size):
            assert kept.tile(tile.level, tile.index) == pure.storage.tile(tile.level, tile.index)
        assert Log(kept).inclusion(pure.size // 2) == pure.inclusion(pure.size // 2)


def test_two_who_open_the_log_do_not_both_extend_it(db: None) -> None:
    one, other = Log(DatabaseStorage()), Log(DatabaseStorage())
    one.append([b"first"])
    with pytest.raises(RuntimeError, match="has moved on"):
        other.append([b"also first"])


@pytest.mark.parametrize("name", OF_THE_LOG)
def test_the_log_is_never_edited(case: str, name: str) -> None:
    assert name == "KeptCheckpoint" or getattr(models, name).objects.exists()
    if name == "KeptCheckpoint":
        models.KeptCheckpoint.objects.create(origin="o", size=1, note="n", at="2031-01-01 00:00Z")
    assert refuses(f"DELETE FROM {table(name)}")
    for field in getattr(models, name)._meta.concrete_fields:
        assert refuses(f'UPDATE {table(name)} SET "{field.column}" = "{field.column}"')
    if connection.vendor == "postgresql":
        assert refuses(f"TRUNCATE {table(name)} CASCADE")


def test_salts_may_be_removed(case: str) -> None:
    assert not refuses("DELETE FROM store_sealedsalts")
    assert not refuses("DELETE FROM store_actorsalt")


def test_every_record_table_is_sealed_but_the_computed_ones(db: None) -> None:
    ours = {model.__name__ for model in models.Case._meta.apps.get_app_config("store").get_models()}
    log = {*OF_THE_LOG, "SealedSalts", "ActorSalt"}
    assert ours - log - set(KEPT) == {"Incident", "Person", "PersonMember"}
    assert set(CHANGEABLE) <= set(KEPT)


def test_every_column_is_sealed_or_held_against_something(db: None) -> None:
    for name, kept in KEPT.items():
        concrete = {f.column for f in getattr(models, name)._meta.concrete_fields}
        assert {"id", *columns_of(name), *kept.apart} == concrete
