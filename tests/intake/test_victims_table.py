from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.claim import Document
from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.claims.person_record import AgeSaid, PersonRecord
from tawthiq.errors import UnreadableError
from tawthiq.intake.person_words import read_age, read_age_group, read_roles, read_sex, read_status
from tawthiq.intake.refusal import CellError
from tawthiq.intake.victims_table import VictimsTable, open_victims, read_victims
from tawthiq.values.when import When

from ..people import CLINIC_LIST, COLUMNS, NOBODY, STORM, WATCH_LIST, table
from .making import xlsx_bytes

LIST = Document("valley-watch", "", "", When.unknown())
TODAY = date(2032, 1, 1)


def read(
    rows: Sequence[Mapping[str, str]], columns: Sequence[str] = COLUMNS, **mapped: str
) -> VictimsTable:
    given_ = {column: key for key, column in mapped.items()}
    opened = open_victims(table(rows, columns), "list.csv", given_)
    return read_victims(opened, LIST, today=TODAY, mapped=given_)


def one(**cells: str) -> PersonRecord:
    [record] = read([STORM | cells]).records
    return record


def refused(**cells: str) -> str:
    [refusal] = read([STORM | cells]).refused
    return refusal.said.en


def test_a_row_becomes_a_record_with_every_cell_kept_as_it_was() -> None:
    record = one()
    assert record.key == "17"
    assert record.name.whole == "Ra'd Hajar al-Thalji"
    assert (record.sex, record.age, record.died) == (
        Sex.MALE, AgeSaid(34, 34), When.day(date(2021, 3, 4)))  # fmt: skip
    assert record.roles == {Role.HEALTH}
    assert dict(record.raw) == STORM


def test_a_list_in_arabic_is_read_by_the_names_of_its_columns() -> None:
    arabic = {"id": "الرقم", "name": "الاسم الثلاثي", "father": "اسم الأب", "sex": "الجنس",
              "age": "العمر", "died": "تاريخ الوفاة", "place": "المكان",
              "governorate": "المحافظة", "role": "المهنة", "party": "الجهة المتهمة"}  # fmt: skip
    rows = [{arabic[key]: cell for key, cell in row.items()} for row in CLINIC_LIST]
    found = read(rows, list(arabic.values()))
    assert [record.key for record in found.records] == ["c1", "c2", "c3"]
    assert [record.sex for record in found.records] == [Sex.MALE, Sex.FEMALE, Sex.MALE]
    assert found.records[1].age_group is Age.CHILD
    assert found.records[1].died == When.month(2021, 3)


def test_a_workbook_says_the_same_as_a_csv() -> None:
    sheet = [list(COLUMNS), *([row.get(column, "") for column in COLUMNS] for row in WATCH_LIST)]
    opened = open_victims(xlsx_bytes({"list": sheet}), "list.xlsx")
    assert read_victims(opened, LIST, today=TODAY).records == read(WATCH_LIST).records


def test_what_somebody_says_of_a_column_goes_before_its_name() -> None:
    rows = [{"id": "1", "name": "x", "person": "Ghayma al-Thalji", "died": "2021-03-04"}]
    columns = ("id", "name", "person", "died")
    with pytest.raises(UnreadableError, match="mean the same"):
        read(rows, columns)
    found = read(rows, columns, name="person")
    assert found.records[0].name.whole == "Ghayma al-Thalji"
    assert found.columns == {"id": "id", "name": "", "person": "name", "died": "died"}


def test_a_list_of_which_no_column_holds_names_is_not_taken() -> None:
    with pytest.raises(UnreadableError, match="say which does"):
        read([{"id": "1", "died": "2021-03-04"}], ("id", "died"))


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"age": "200"}, "age", "nobody is 200 years old"),
        ({"age": "old"}, "age", "no age"),
        ({"died": "30/02/2021"}, "died", "never was"),
        ({"died": "03/04/2021"}, "died", "may be"),
        ({"died": "2033-01-01"}, "died", "after today"),
        ({"id": ""}, "id", "id is missing"),
    ],
)
def test_what_cannot_be_true_is_refused_with_row_and_column(
    cells: dict[str, str], column: str, what: str
) -> None:
    said = refused(**cells)
    assert said.startswith(f"row 2, column {column}")
    assert what in said


def test_an_id_that_was_given_twice_is_refused_with_both_rows() -> None:
    [refusal] = read([STORM, STORM | {"name": "Barq Sakhr"}]).refused
    assert (refusal.row, refusal.column) == (3, "id")
    assert "already in row 2" in refusal.said.en


def test_a_row_that_says_nothing_of_anybody_is_refused() -> None:
    [refusal] = read([{"id": "1", "name": "unknown", "role": "x"}]).refused
    assert "nobody is named" in refusal.said.en
    assert read([{"id": "1", "name": "unknown", "sex": "male"}]).unnamed == 1


def test_somebody_without_a_name_is_taken_and_counted_apart() -> None:
    found = read(WATCH_LIST)
    assert found.unnamed == 1
    assert [record.name.is_said for record in found.records] == [True, True, False]
    assert any("name nobody: 1" in note.en for note in found.notes)


@pytest.mark.parametrize("column", ["name", "id", "father"])
def test_no_refusal_or_remark_repeats_a_name(column: str) -> None:
    secret = "Zubda Nahr" * 60
    found = read([STORM | {column: secret, "age": "200"}, NOBODY | {"id": "20"}])
    said = [r.said.en + r.said.ar for r in found.refused] + [n.en + n.ar for n in found.notes]
    assert found.refused
    assert not any("Zubda" in text for text in said)


def test_a_refusal_of_an_id_or_a_birth_does_not_repeat_it() -> None:
    columns = (*COLUMNS, "born")
    found = read([STORM | {"born": "Zubda, long ago"}, STORM, STORM], columns).refused
    assert [(r.column, r.cell) for r in found] == [("born", ""), ("id", ""), ("id", "")]
    assert not any("Zubda" in r.said.en or "Zubda" in r.said.ar for r in found)


def test_a_record_does_not_show_a_name_where_a_log_might_print_it() -> None:
    assert "Hajar" not in repr(one())
    assert "Hajar" not in repr(read(WATCH_LIST))


def test_a_list_without_ids_knows_its_rows_again_by_name_and_days() -> None:
    columns = COLUMNS[1:]
    rows = [{k: v for k, v in row.items() if k != "id"} for row in WATCH_LIST]
    first, again = read(rows, columns), read([*rows[::-1], rows[0]], columns)
    keys = [record.key for record in first.records]
    assert not first.has_ids
    assert len(set(keys)) == 3
    assert [record.key for record in again.records] == [*keys[::-1], f"{keys[0]}-2"]


def test_words_that_nobody_knows_say_nothing_and_are_told() -> None:
    found = read([STORM | {"sex": "q"}])
    assert found.records[0].sex is None
    assert any("column sex" in note.en for note in found.notes)


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("34", AgeSaid(34, 34)), ("٣٤ سنة", AgeSaid(34, 34)), ("34.0", AgeSaid(34, 34)),
        ("30-35", AgeSaid(30, 35)), ("6 months", AgeSaid(0, 0)), ("18 شهرا", AgeSaid(1, 1)),
        ("شهرين", AgeSaid(0, 0)), ("10 days", AgeSaid(0, 0)), ("طفل", AgeSaid(group=Age.CHILD)),
        ("", AgeSaid()), ("0", AgeSaid(0, 0)),
    ],
)  # fmt: skip
def test_an_age_is_read_as_lists_write_it(said: str, age: AgeSaid) -> None:
    assert read_age(said) == age


@given(st.text(max_size=20))
def test_an_age_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    try:
        read_age(text)
    except CellError as error:
        assert error.en and error.ar


@pytest.mark.parametrize(
    ("said", "sex", "age"),
    [
        ("Adult - Male", Sex.MALE, Age.ADULT), ("Child - Female", Sex.FEMALE, Age.CHILD),
        ("ذكر", Sex.MALE, None), ("طفلة", Sex.FEMALE, Age.CHILD), ("F", Sex.FEMALE, None),
        ("male and female", None, None), ("", None, None), ("x", None, None),
    ],
)  # fmt: skip
def test_one_cell_may_say_sex_and_age_group(said: str, sex: Sex | None, age: Age | None) -> None:
    assert (read_sex(said), read_age_group(said)) == (sex, age)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("civilian", Status.CIVILIAN), ("مدني", Status.CIVILIAN), ("غير مدني", Status.COMBATANT),
        ("Non-Civilian", Status.COMBATANT), ("مقاتل", Status.COMBATANT), ("", Status.UNSTATED),
        ("civilian?? or not", Status.UNSTATED),
    ],
)  # fmt: skip
def test_a_status_is_read_only_where_it_is_known(said: str, status: Status) -> None:
    assert read_status(said) is status


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("doctor", {Role.HEALTH}), ("طبيب", {Role.HEALTH}), ("civil defence", {Role.RESCUE}),
        ("متطوع في الدفاع المدني", {Role.RESCUE}), ("صحفي", {Role.MEDIA}), ("teacher", set()),
        ("civilian", set()), ("journalist and paramedic", {Role.MEDIA, Role.HEALTH}),
    ],
)  # fmt: skip
def test_an_occupation_is_a_role_where_we_count_it(said: str, roles: set[Role]) -> None:
    assert read_roles(said) == roles
