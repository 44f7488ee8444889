from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tawthiq.actions import import_victims
from tawthiq.actions.verify import verify
from tawthiq.errors import InputError, RefusedRowsError, UnreadableError
from tawthiq.ledger.entry import Entry
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.lists import lists_of, mapping_for
from tawthiq.store.queries.records_of_people import versions

from ..house import LAYLA, OMAR
from ..people import CLINIC_LIST, CLOUD, NOBODY, STORM, WATCH_LIST, show, table, take, take_both


def held(case: str) -> models.Case:
    return models.Case.objects.get(code=case)


def numbers() -> dict[str, int]:
    rows = models.PersonRecord.objects.filter(superseded_by=None)
    return dict(rows.values_list("key", "number"))


def test_a_preview_writes_nothing(case: str) -> None:
    shown = show(WATCH_LIST)
    assert (shown.new, shown.unnamed, shown.can_be_taken) == (3, 1, True)
    assert not models.PersonRecord.objects.exists()
    assert not models.ColumnMapping.objects.exists()


def test_a_list_becomes_records_of_its_source(case: str, home: Home) -> None:
    take_both()
    first, second = lists_of(held(case))
    assert (first.code, first.source.key, first.records) == ("L1", "northern-watch", 3)
    assert (second.code, second.source.key, second.records) == ("L2", "clinic-network", 3)
    assert models.Person.objects.count() == 6
    assert verify(home, level=2).holds


def test_the_same_file_again_changes_nothing(case: str) -> None:
    take(WATCH_LIST)
    revision = held(case).revision
    taken = take(WATCH_LIST)
    assert (taken.new, taken.changed, taken.unchanged) == (0, 0, 3)
    assert held(case).revision == revision
    assert models.PersonRecord.objects.count() == 3


def test_a_later_edition_supersedes_and_keeps_the_number(case: str, home: Home) -> None:
    take(WATCH_LIST)
    before = numbers()
    fresh = {"id": "20", "name": "Barq Sakhr", "died": "2021-04-01"}
    taken = take([fresh, CLOUD | {"age": "10"}, STORM])
    assert (taken.new, taken.changed, taken.unchanged) == (1, 1, 1)
    assert numbers() == before | {"20": 4}
    old, new = versions(held(case), before["18"])
    assert (old.number, new.number) == (1, 2)
    assert (old.record.age.low, new.record.age.low) == (9, 10)
    assert models.Person.objects.get(number=before["18"]).age_low == 10
    assert verify(home, level=2).holds


def test_a_list_with_one_bad_row_is_not_taken_at_all(case: str) -> None:
    shown = show([STORM, CLOUD | {"age": "900"}])
    assert not shown.can_be_taken
    with pytest.raises(RefusedRowsError, match="row 3, column age"):
        import_victims.apply(shown, by=LAYLA, because="x")
    assert not models.PersonRecord.objects.exists()


def test_what_was_previewed_against_an_earlier_state_is_refused(case: str) -> None:
    shown = show(WATCH_LIST)
    take(CLINIC_LIST, "Clinic Network")
    with pytest.raises(InputError, match="after this preview"):
        import_victims.apply(shown, by=LAYLA, because="x")


def test_a_file_that_changed_after_its_preview_is_refused(case: str, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(table(WATCH_LIST))
    shown = import_victims.preview(case, file, source="Northern Watch")
    file.write_bytes(table([STORM]))
    with pytest.raises(InputError, match="was changed after this preview"):
        import_victims.apply(shown, by=LAYLA, because="x")


def test_columns_are_mapped_once_for_an_organisation(case: str) -> None:
    data = b"Who,When gone,Spot\nBarq Sakhr,2021-04-01,Saraqib\n"
    mapped = {"Who": "name", "When gone": "died", "Spot": "place"}
    shown = import_victims.preview(case, data, "a.csv", source="Northern Watch", mapped=mapped)
    import_victims.apply(shown, by=LAYLA, because="x")
    assert mapping_for("northern-watch") == mapped
    again = import_victims.preview(case, data, "a.csv", source="Northern Watch")
    assert (again.columns, again.unchanged) == (mapped, 1)
    with pytest.raises(UnreadableError):
        import_victims.preview(case, data, "a.csv", source="Somebody Else")
    import_victims.apply(again, by=LAYLA, because="x")
    assert models.ColumnMapping.objects.count() == 1


def test_a_column_that_is_read_otherwise_corrects_the_records(case: str) -> None:
    """The cells are the same; what they are taken to say is not."""
    data = b"id,name,kind\n1,Barq Sakhr,civilian\n"
    for mapped, status in (({}, "unstated"), ({"kind": "status"}, "civilian")):
        shown = import_victims.preview(case, data, "a.csv", source="Watch", mapped=mapped)
        import_victims.apply(shown, by=LAYLA, because="x")
        assert models.Person.objects.get().status == status
    assert models.PersonRecord.objects.count() == 2


def test_a_column_that_is_not_there_cannot_be_mapped(case: str) -> None:
    for wrong in ({"Nowhere": "name"}, {"name": "nonsense"}):
        with pytest.raises(UnreadableError, match="there is no column"):
            show(WATCH_LIST, mapped=wrong)


def test_a_list_is_somebodys(case: str) -> None:
    with pytest.raises(InputError, match="say whose"):
        show(WATCH_LIST, source="  ")


def test_two_lists_of_one_source_are_kept_apart(case: str) -> None:
    take(WATCH_LIST)
    other = show([STORM], title="Spring")
    assert other.new == 1
    import_victims.apply(other, by=LAYLA, because="x")
    assert [each.title for each in lists_of(held(case))] == ["", "Spring"]


def test_no_name_leaves_the_rows_it_stands_in(
    case: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    take(WATCH_LIST)
    entries = [Entry.parse(bytes(e.sealed)) for e in models.LedgerEntry.objects.all()]
    told = [line.what + line.why for line in models.JournalEntry.objects.all()]
    printed = capsys.readouterr()
    said = caplog.text + printed.out + printed.err + "".join(told)
    for word in ("Hajar", "Thalji", "Ghayma"):
        assert word not in said
        assert all(word.encode() not in entry.body for entry in entries)


def test_a_row_that_left_the_list_stays_and_is_told(case: str) -> None:
    take(WATCH_LIST)
    assert show([STORM]).not_in_file == 2
    take([STORM])
    assert set(numbers()) == {"17", "18", NOBODY["id"]}


def test_who_takes_a_list_in_is_named(case: str) -> None:
    shown = show(WATCH_LIST)
    with pytest.raises(ValueError, match="say who"):
        import_victims.apply(shown, by=" ", because="x")
    import_victims.apply(shown, by=OMAR, because="x")
    assert models.ImportBatch.objects.order_by("-id")[0].by == OMAR
