from __future__ import annotations

import pytest

from tawthiq.actions import journal
from tawthiq.store import models


@pytest.mark.parametrize("key", ["lat", "lon", "names", "victim"])
def test_the_journal_holds_no_people_and_no_coordinates(db: None, key: str) -> None:
    with pytest.raises(ValueError, match=f"the journal never holds {key}"):
        journal.write(None, by="Layla", action="x", what={key: 1})
    assert not models.JournalEntry.objects.exists()


def test_a_line_is_written_in_one_way_only(db: None) -> None:
    for what in ({"b": 1, "a": "ق"}, {"a": "ق", "b": 1}):
        journal.write(None, by="Layla", action="x", what=what)
    assert set(models.JournalEntry.objects.values_list("what", flat=True)) == {'{"a":"ق","b":1}'}
