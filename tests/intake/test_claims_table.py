"""A table of claims is taken as it was said; what cannot be true is named by row and column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.intake.making import COLUMNS, TODAY, a_row, claims_of, csv_bytes, read_rows

from tawthiq.claims.claim import Claim, Document
from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN
from tawthiq.claims.toll import Harm, Toll
from tawthiq.errors import UnreadableError
from tawthiq.intake.claims_table import open_claims, read_claims
from tawthiq.intake.source_name import read_source
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When


def refusal_of(**cells: str) -> tuple[int, str, str]:
    """Row, column and the whole sentence of the one thing that is refused of a row."""
    table = read_rows(a_row(id="V001.0"), a_row(**cells))
    assert [row.row for row in table.rows] == [2]
    assert table.refused_total == 1
    refusal = table.refused[0]
    assert refusal.why.ar and refusal.mend.ar and refusal.said.ar
    return refusal.row, refusal.column, refusal.said.en


def tolls_of(**cells: str) -> tuple[Toll, ...]:
    table = read_rows(a_row(**cells))
    assert not table.refused
    return table.rows[0].claim.tolls


def test_a_row_is_one_claim_of_one_source_on_one_incident() -> None:
    table = read_rows(
        a_row(
            admin3="Upper Valley",
            governorate="Zahr",
            lat="35.5",
            lon="36.25",
            weapon="airstrike",
            target_type="market",
            facility_name="Old Market",
            killed="3-4",
            alleged_party="unknown",
            source_title="Bread and fire",
            source_url="https://example.org/1",
            published="2031-07",
            quote_paraphrase="Three or four people died.",
            checked="yes",
        )
    )
    row = table.rows[0]
    assert (row.row, row.incident, row.source_said) == (2, "V001", "Valley Watch")
    assert row.claim == Claim(
        code="V001.1",
        document=Document(
            "valley-watch", "Bread and fire", "https://example.org/1", When.month(2031, 7)
        ),
        when=When.day(date(2031, 7, 22)),
        place_said="Wadi al-Zahr",
        governorate_said="Zahr",
        subdistrict_said="Upper Valley",
        lat=35.5,
        lon=36.25,
        weapon_said="airstrike",
        target_said="market",
        facility_said="Old Market",
        party_said="unknown",
        tolls=(Toll(Harm.KILLED, UNSTATED, HowMany.between(3, 4)),),
        words="Three or four people died.",
        checked="yes",
    )


def test_an_empty_cell_is_silence_and_zero_is_zero() -> None:
    assert tolls_of() == ()
    assert tolls_of(killed="0") == (Toll(Harm.KILLED, UNSTATED, HowMany.exactly(0)),)


def test_each_column_of_people_is_its_own_toll() -> None:
    assert tolls_of(killed="9", killed_children="2", killed_women="1", injured="20") == (
        Toll(Harm.KILLED, UNSTATED, HowMany.exactly(9)),
        Toll(Harm.KILLED, CHILDREN, HowMany.exactly(2)),
        Toll(Harm.KILLED, WOMEN, HowMany.exactly(1)),
        Toll(Harm.INJURED, UNSTATED, HowMany.exactly(20)),
    )


def test_many_is_no_number() -> None:
    row, column, said = refusal_of(killed="many")
    assert (row, column) == (3, "killed")
    assert "'many' is not a quantity" in said and "write a number" in said


def test_a_day_that_never_was_is_refused_and_not_moved() -> None:
    for text in ("31/02", "31/02/2031", "2031-02-31", "29.02.2031", "31 February 2031"):
        row, column, said = refusal_of(date=text)
        assert (row, column) == (3, "date")
        assert "write" in said


def test_a_number_below_zero_is_refused() -> None:
    assert refusal_of(killed="\u22123")[:2] == (3, "killed")
    assert "a negative number" in refusal_of(injured="-3")[2]


def test_a_range_that_falls_is_refused() -> None:
    assert "falls from 9 to 4; write 4-9" in refusal_of(killed="9-4")[2]
    assert tolls_of(killed="4-4") == tolls_of(killed="4")


def test_a_fraction_of_a_person_is_refused() -> None:
    assert "not a whole number" in refusal_of(killed="12.5")[2]
    assert tolls_of(killed="12.0") == tolls_of(killed="12")


def test_a_share_is_refused_as_a_number_of_people() -> None:
    assert "a share" in refusal_of(killed="40%")[2]


def test_a_range_that_a_spreadsheet_made_a_day_is_explained() -> None:
    for made in ("2031-04-03", "3-Apr", "Apr-3", "03/04"):
        assert "a spreadsheet makes one of a range such as 3-4" in refusal_of(killed=made)[2]


def test_more_children_than_people_cannot_be_true() -> None:
    row, column, said = refusal_of(killed="3", killed_children="4")
    assert (row, column) == (3, "killed")
    assert "the children killed (4) are more than all killed (3)" in said


def test_more_children_and_women_than_people_cannot_be_true() -> None:
    assert (
        "the children and women killed (4) are more than all killed (3)"
        in refusal_of(killed="3", killed_children="2", killed_women="2")[2]
    )
    assert tolls_of(killed="4", killed_children="2", killed_women="2")


def test_ranges_are_refused_only_where_no_reading_of_them_is_true() -> None:
    assert tolls_of(killed="3-4", killed_children="2-6")
    assert tolls_of(killed="2-6", killed_children="2", killed_women="2-4")
    assert (
        "killed (5) are more than all killed (4)"
        in refusal_of(killed="3-4", killed_children="5-6")[2]
    )


def test_at_least_and_about_and_dozens_have_no_most_that_a_part_could_exceed() -> None:
    for whole in ("at least 3", "about 3", "dozens"):
        assert tolls_of(killed=whole, killed_children="400")
    assert "more than all killed (3)" in refusal_of(killed="up to 3", killed_children="4")[2]


def test_children_can_be_known_where_the_whole_is_not() -> None:
    assert tolls_of(killed_children="4") == (Toll(Harm.KILLED, CHILDREN, HowMany.exactly(4)),)


def test_no_children_among_none_killed_is_no_contradiction() -> None:
    assert len(tolls_of(killed="0", killed_children="0")) == 2
    assert (
        "killed (1) are more than all killed (0)" in refusal_of(killed="0", killed_children="1")[2]
    )


def test_two_rows_with_one_code_are_both_named() -> None:
    table = read_rows(a_row(), a_row(id="V001.2"), a_row(killed="many"), a_row())
    said = [refusal.said.en for refusal in table.refused]
    assert [refusal.row for refusal in table.refused] == [4, 5]
    assert "the code stands already in row 2" in said[1]


def test_a_code_says_the_incident_and_the_claim() -> None:
    for code in ("", "V001", "V001.", ".1", "V 1.1", "V1.1.1", "../V1.1", "V١.1", "V1.<b>"):
        assert refusal_of(id=code)[:2] == (3, "id")
    table = read_rows(a_row(id="حادثة-12.3"), a_row(id="V_1-a.10b"))
    assert [row.incident for row in table.rows] == ["حادثة-12", "V_1-a"]


def test_nothing_happens_after_today() -> None:
    assert refusal_of(date="2032-01-02")[:2] == (3, "date")
    assert refusal_of(published="2032-02")[:2] == (3, "published")
    assert not read_rows(a_row(date="2032-01-01"), a_row(id="V1.2", published="2032")).refused


def test_a_position_needs_both_degrees_and_lies_on_earth() -> None:
    for cells in (
        {"lat": "35.5"},
        {"lon": "36.2"},
        {"lat": "0", "lon": "0"},
    ):
        assert refusal_of(**cells)[:2] == (3, "lat")
    assert refusal_of(lat="90.1", lon="36.2")[:2] == (3, "lat")
    assert refusal_of(lat="35.5", lon="-180.5")[:2] == (3, "lon")
    for text in ("nan", "inf", "1e1", "35°30'"):
        assert refusal_of(lat=text, lon="36.2")[:2] == (3, "lat")
    assert not read_rows(a_row(lat="0", lon="36.2"), a_row(id="V1.2", lat="-90", lon="180")).refused
    table = read_rows(a_row(lat="35,5", lon="٣٦٫٢٥"))
    assert (table.rows[0].claim.lat, table.rows[0].claim.lon) == (35.5, 36.25)


def test_only_pages_of_the_web_are_addresses() -> None:
    for address in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org/",
        "//example.org",
        "https://",
        "https://user:word@example.org/",
        "https://example.org/ https://example.com/",
        'https://example.org/"><script>',
        "example.org",
    ):
        assert refusal_of(source_url=address)[:2] == (3, "source_url")
    for address in ("", "http://example.org", "HTTPS://example.org/?p=1#a", "https://م.example/ق"):
        assert read_rows(a_row(source_url=address)).rows[0].claim.document.url == address


def test_a_claim_that_nobody_makes_is_refused() -> None:
    assert refusal_of(source_org="")[:2] == (3, "source_org")


def test_a_cell_longer_than_its_column_holds_is_refused() -> None:
    row, column, said = refusal_of(place="x" * 501)
    assert (row, column) == (3, "place")
    assert "501 characters; this column holds at most 500" in said
    assert len(said) < 400


def test_a_text_like_a_formula_stays_text_and_is_remarked() -> None:
    text = '=HYPERLINK("https://example.org")'
    table = read_rows(a_row(quote_paraphrase=text), a_row(id="V001.2", place="@home"))
    assert table.rows[0].claim.words == text
    assert [note.en for note in table.notes] == [
        f"column {column}: what begins with =, +, - or @ is kept as text and never computed "
        f"(cells: 1; rows {row})"
        for column, row in (("quote_paraphrase", 2), ("place", 3))
    ]


def test_a_formula_is_no_number_and_no_day() -> None:
    assert refusal_of(killed="=1+1")[:2] == (3, "killed")
    assert refusal_of(date="=TODAY()")[:2] == (3, "date")


def test_everything_wrong_with_a_row_is_named_at_once() -> None:
    table = read_rows(a_row(date="31/02", killed="many", source_url="nowhere", id="V1"))
    assert [refusal.column for refusal in table.refused] == [
        "id",
        "date",
        "killed",
        "source_url",
    ]


def test_one_bad_row_among_many_is_found_and_the_others_are_read() -> None:
    rows = [a_row(id=f"V{n}.1", killed=str(n % 50)) for n in range(3_000)]
    rows[2_499]["killed"] = "9-4"
    table = read_rows(*rows)
    assert (len(table.rows), table.refused_total) == (2_999, 1)
    assert (table.refused[0].row, table.refused[0].column) == (2_501, "killed")


def test_refusals_beyond_the_list_are_counted() -> None:
    table = read_rows(*(a_row(id=f"V{n}.1", killed="many") for n in range(500)))
    assert (len(table.refused), table.refused_total, table.rows) == (200, 500, [])


def test_columns_may_be_named_in_arabic_and_stand_in_any_order() -> None:
    said = "الرمز;التاريخ;المكان;الناحية;المحافظة;خط العرض;خط الطول;السلاح;الهدف;المنشأة;القتلى;"
    said += "القتلى الأطفال;القتلى النساء;الجرحى;الطرف المتهم;المصدر;عنوان المصدر;رابط المصدر;"
    said += "تاريخ النشر;مضمون القول\n"
    said += "V1.1;22 تموز 2031;وادي الزهر;;;;;;;;١٢;;;;;مرصد الوادي;;;;قُتل ١٢ شخصًا\n"
    table = claims_of(said.encode())
    claim = table.rows[0].claim
    assert not table.refused
    assert claim.when == When.day(date(2031, 7, 22))
    assert claim.tolls == (Toll(Harm.KILLED, UNSTATED, HowMany.exactly(12)),)
    assert claim.place_said == "وادي الزهر"


def test_a_column_that_must_be_there_is_named() -> None:
    columns = [name for name in COLUMNS if name not in ("killed", "published")]
    with pytest.raises(UnreadableError, match="lacks killed, published") as caught:
        read_rows(a_row(), columns=columns)
    assert "ينقص" in caught.value.ar


def test_a_row_that_names_few_of_the_columns_is_no_header() -> None:
    title = b"place,date,killed,injured,weapon\n"
    table = open_claims(title + csv_bytes(a_row()), "a.csv")
    assert table.header_row == 2


def test_two_names_for_one_column_are_refused() -> None:
    with pytest.raises(UnreadableError, match="'killed' and 'deaths' mean the same"):
        read_rows(a_row(), columns=[*COLUMNS, "deaths"])


def test_a_column_of_nobody_is_named_and_left_out() -> None:
    table = read_rows(a_row(), columns=[*COLUMNS, "mood"])
    assert [note.en for note in table.notes] == ["columns not read: mood"]


def test_checked_may_be_missing() -> None:
    table = read_rows(a_row(), columns=COLUMNS[:-1])
    assert table.rows[0].claim.checked == ""


def test_a_time_told_from_the_day_of_speaking_is_placed_by_the_publication() -> None:
    table = read_rows(
        a_row(date="yesterday", published="2031-07-23"),
        a_row(id="V001.2", date="yesterday"),
        a_row(id="V001.3", date="yesterday", published="2031-07"),
    )
    assert table.rows[0].claim.when == When.day(date(2031, 7, 22))
    assert table.rows[1].claim.when == table.rows[2].claim.when == When.unknown()
    assert [note.en for note in table.notes] == [
        "column date: a time that has no place in the calendar is kept as unknown "
        "(cells: 2; rows 3, 4)"
    ]


def test_a_claim_printed_before_it_happened_is_taken_with_a_doubt() -> None:
    table = read_rows(
        a_row(published="2031-07-20"),
        a_row(id="V001.2", published="2031-07-21"),
        a_row(id="V001.3", published="2031-07"),
    )
    assert len(table.rows) == 3
    assert [note.en for note in table.notes] == [
        "column published: dated before the day that the claim speaks of; look which of the two "
        "is right (cells: 1; rows 2)"
    ]


def test_marks_that_turn_the_direction_of_writing_are_remarked() -> None:
    table = read_rows(a_row(place="Wadi \u202ekram\u202c inside"))
    assert "hidden marks turn the direction of writing" in table.notes[0].en


def test_an_hour_is_left_out_with_a_remark() -> None:
    table = read_rows(a_row(date="2031-07-22 14:30"))
    assert table.rows[0].claim.when == When.day(date(2031, 7, 22))
    assert "the hour is left out (cells: 1; rows 2)" in table.notes[0].en


def test_remarks_name_the_first_rows_and_how_many_there_are() -> None:
    table = read_rows(*(a_row(id=f"V{n}.1", place="-") for n in range(9)))
    assert "(cells: 9; rows 2, 3, 4, 5, 6 and 4 more)" in table.notes[0].en


def test_marks_that_nobody_sees_at_the_ends_of_a_cell_are_left_off() -> None:
    table = read_rows(a_row(place="\u200fوادي الزهر\u200e ", killed="\u200f12\ufeff"))
    assert table.rows[0].claim.place_said == "وادي الزهر"
    assert not table.refused


def test_known_sources_are_taken_before_names_are_read() -> None:
    known = {"Valley Watch": read_source("SNHR")}
    table = read_claims(open_claims(csv_bytes(a_row()), "a.csv"), today=TODAY, sources=known)
    assert table.rows[0].claim.document.source == "snhr"
    assert table.rows[0].source_said == "Valley Watch"


def test_the_sources_of_a_table_include_those_who_are_only_quoted() -> None:
    table = read_rows(a_row(source_org="SNHR (via Valley Post)"))
    assert [source.key for source in table.sources] == ["snhr-via-valley-post", "snhr"]


def test_a_header_without_rows_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no row below"):
        read_rows()


def test_the_claims_on_idlib_are_read_without_refusal(shared: Path) -> None:
    file = shared / "data" / "idlib-2019" / "incidents.csv"
    table = read_claims(open_claims(file), today=TODAY)
    assert (len(table.rows), table.refused, table.notes) == (296, [], [])
    assert len({row.incident for row in table.rows}) == 81
