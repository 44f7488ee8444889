"""A total of a period is one number of one source, and a share is no total."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.intake.making import TODAY, csv_bytes

from tawthiq.errors import UnreadableError
from tawthiq.intake.period_table import PeriodTable, open_periods, read_periods
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

COLUMNS = ("figure", "value", "period", "area", "source_org", "url", "checked")
A_TOTAL = {
    "figure": "civilians killed",
    "value": "at least 80",
    "period": "2031-04-26/2031-07-27",
    "area": "the valley",
    "source_org": "Valley Watch",
    "url": "https://example.org/p",
}


def periods_of(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> PeriodTable:
    data = csv_bytes(*(A_TOTAL | row for row in rows), columns=columns)
    return read_periods(open_periods(data, "totals.csv"), today=TODAY)


def test_a_row_is_one_total_with_its_period_read_and_as_written() -> None:
    claim = periods_of({}).rows[0].claim
    assert claim.how_many == HowMany.at_least(80, "at least 80")
    assert claim.when == When.between(date(2031, 4, 26), date(2031, 7, 27))
    assert (claim.when_said, claim.area_said) == ("2031-04-26/2031-07-27", "the valley")
    assert (claim.document.source, claim.document.url) == ("valley-watch", "https://example.org/p")
    assert claim.document.published == When.unknown()


def test_a_period_with_one_end_unsaid_stays_open() -> None:
    table = periods_of({"period": "to 2031-05-17"}, {"period": "from 2031-05-01"})
    assert [row.claim.when for row in table.rows] == [
        When(None, date(2031, 5, 17), Precision.BETWEEN),
        When(date(2031, 5, 1), None, Precision.BETWEEN),
    ]


def test_a_period_that_nobody_said_is_unknown() -> None:
    claim = periods_of({"period": "as printed by the outlet"}).rows[0].claim
    assert (claim.when, claim.when_said) == (When.unknown(), "as printed by the outlet")


def test_a_share_is_kept_aside_with_its_reason() -> None:
    table = periods_of({"value": "91%"}, {"value": "٩١٪"}, {})
    assert (len(table.rows), [kept.row for kept in table.aside], table.refused) == (1, [2, 3], [])
    assert "a share and not a count" in table.aside[0].said.en


def test_the_code_stays_when_the_number_is_corrected_and_not_when_the_period_is() -> None:
    first, corrected, other = (
        periods_of(row).rows[0].claim.code
        for row in ({}, {"value": "81", "checked": "yes"}, {"period": "2031-04"})
    )
    assert first == corrected != other
    assert first.startswith("P-")


def test_a_table_may_bring_its_own_codes() -> None:
    table = periods_of({"id": "A.1"}, {"id": "A.1", "value": "3"}, columns=("id", *COLUMNS))
    assert table.rows[0].claim.code == "A.1"
    assert (table.refused[0].row, table.refused[0].column) == (3, "id")


def test_the_same_total_twice_is_refused_and_both_rows_are_named() -> None:
    table = periods_of({}, {"value": "81"})
    assert (table.refused[0].row, "row 2 gives this total already" in table.refused[0].why.en) == (
        3,
        True,
    )


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"value": "many"}, "value"),
        ({"value": ""}, "value"),
        ({"figure": ""}, "figure"),
        ({"source_org": ""}, "source_org"),
        ({"url": "javascript:x"}, "url"),
        ({"period": "2031-07-27/2031-04-26"}, "period"),
        ({"period": "2032-02"}, "period"),
        ({"area": "x" * 501}, "area"),
    ],
)
def test_what_cannot_be_true_is_refused(cells: dict[str, str], column: str) -> None:
    table = periods_of(cells)
    assert [(r.row, r.column) for r in table.refused] == [(2, column)]


def test_a_table_of_incidents_is_no_table_of_totals() -> None:
    with pytest.raises(UnreadableError, match="the header lacks figure, value, period, area"):
        data = csv_bytes({"id": "V1.1"}, columns=("id", "source_org", "url"))
        read_periods(open_periods(data, "a.csv"), today=TODAY)


def test_the_totals_on_idlib_are_read_without_refusal(shared: Path) -> None:
    table = read_periods(open_periods(shared / "data/idlib-2019/aggregates.csv"), today=TODAY)
    assert (len(table.rows), len(table.aside), table.refused) == (240, 1, [])
    assert len(table.rows) + len(table.aside) == 241
    unknown = [row.claim.when_said for row in table.rows if not row.claim.when.is_known]
    assert unknown == ["as printed by the outlet"]
