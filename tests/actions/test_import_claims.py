from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.actions import import_claims, import_table
from tawthiq.actions.differences import Difference
from tawthiq.actions.import_claims import CLAIMS, settle
from tawthiq.actions.import_table import Taken
from tawthiq.errors import InputError, RefusedRowsError, UnknownNameError
from tawthiq.records.grade import Grade
from tawthiq.store import models
from tawthiq.store.queries import claims, incidents, journal

from ..house import (
    CLAIMS_OF_THE_HOUSE,
    LAYLA,
    MARKET,
    WATCH,
    claim,
    corrected,
    read,
    show,
    take,
)

TABLES = (
    models.Claim,
    models.Toll,
    models.Document,
    models.Source,
    models.Grouping,
    models.Incident,
    models.ImportBatch,
)


def state() -> dict[str, int]:
    return {table.__name__: table.objects.count() for table in TABLES}


def test_a_preview_writes_nothing(case: str) -> None:
    before = state(), models.Case.objects.get().revision
    show([claim("N009.1")])
    assert (state(), models.Case.objects.get().revision) == before


def test_a_preview_says_what_is_new_changed_unchanged_and_not_in_the_file(case: str) -> None:
    shown = show([corrected(MARKET[0], killed=13), MARKET[1], claim("N009.1")])
    assert shown.new == ("N009.1",)
    assert shown.corrected == ("N001.1",)
    assert shown.changed[0].differences == (
        Difference("killed", "12", "13"),
        Difference("killed_children", "3", ""),
    )
    assert shown.unchanged == 1
    assert set(shown.not_in_file) == {c.code for c in CLAIMS_OF_THE_HOUSE} - {"N001.1", "N001.2"}


def test_the_same_table_again_changes_nothing_and_is_seen(case: str) -> None:
    before, revision = state(), models.Case.objects.get().revision
    assert take(CLAIMS_OF_THE_HOUSE) == Taken(0, 0, len(CLAIMS_OF_THE_HOUSE), 0, 0)
    assert (state(), models.Case.objects.get().revision) == (before, revision)
    line, *_ = journal.journal(case)
    assert line.action == "import-claims-seen-unchanged"


def test_a_corrected_claim_supersedes_and_the_earlier_one_stays(case: str) -> None:
    taken = take([corrected(MARKET[0], killed=13)])
    assert (taken.new, taken.changed, taken.incidents) == (0, 1, 1)
    first, second = claims.versions(case, "N001.1")
    assert (first.number, first.claim) == (1, MARKET[0])
    assert (second.number, second.claim) == (2, corrected(MARKET[0], killed=13))
    assert incidents.listed(case, "N001").killed.high == 14  # type: ignore[union-attr]
    assert incidents.incident(case, "N001").versions == {"N001.1": 2}


def test_a_claim_can_be_corrected_again_and_back(case: str) -> None:
    take([corrected(MARKET[0], killed=13)])
    take([MARKET[0]])
    assert [v.claim for v in claims.versions(case, "N001.1")] == [
        MARKET[0],
        corrected(MARKET[0], killed=13),
        MARKET[0],
    ]


def test_a_corrected_place_moves_the_incident(case: str) -> None:
    take([replace(one, place_said="Ariha") for one in MARKET])
    assert incidents.listed(case, "N001").place.en == "Ariha"


def test_a_claim_that_the_table_no_longer_has_is_left(case: str) -> None:
    take(MARKET[:1])
    assert len(list(claims.standing_claims(case))) == len(CLAIMS_OF_THE_HOUSE)


def test_claims_come_back_as_they_were_said(case: str) -> None:
    assert tuple(claims.standing_claims(case)) == CLAIMS_OF_THE_HOUSE


def test_a_new_claim_on_an_old_incident_counts_with_the_old_ones(case: str) -> None:
    take([claim("N003.2", source=WATCH, when="2031-05-05", place="", target="school", killed=2)])
    school = incidents.listed(case, "N003")
    assert (school.claims, str(school.when), school.graded.grade) == (2, "2031-05-05", Grade.WEAK)


def test_a_preview_of_an_earlier_state_is_refused(case: str) -> None:
    shown = show([claim("N009.1")])
    take([claim("N008.1")])
    before = state()
    with pytest.raises(InputError, match="was changed after this preview was made"):
        import_table.take(CLAIMS, shown, settle, by=LAYLA, because="")
    assert state() == before


def test_the_seal_of_a_preview_is_of_the_file_and_of_the_state(case: str) -> None:
    one, again, other = (show([claim("N009.1")], file=file) for file in (b"a", b"a", b"b"))
    assert one.seal == again.seal != other.seal
    take([claim("N008.1")])
    assert show([claim("N009.1")], file=b"a").seal != one.seal


def test_a_file_that_changed_since_the_preview_is_refused(case: str, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("one")
    shown = import_table.preview(CLAIMS, case, file, "", read([claim("N009.1")]))
    file.write_text("other")
    with pytest.raises(InputError, match=r"claims\.csv was changed after this preview"):
        import_claims.apply(shown, by=LAYLA, because="")
    file.unlink()
    with pytest.raises(InputError, match=r"claims\.csv cannot be read any more"):
        import_claims.apply(shown, by=LAYLA, because="")


def test_an_unknown_case_is_named_with_those_there_are(case: str) -> None:
    with pytest.raises(
        UnknownNameError, match="no case is called 'autumn'; there are: spring-2031"
    ):
        show([claim("N009.1")], case="autumn")


def test_nobody_imports_under_no_name(case: str) -> None:
    with pytest.raises(ValueError, match="say who"):
        import_claims.apply(show([claim("N009.1")]), by=" ", because="")


HEADER = (
    "id,date,place,admin3,governorate,lat,lon,weapon,target_type,facility_name,killed,"
    "killed_children,killed_women,injured,alleged_party,source_org,source_title,source_url,"
    "published,quote_paraphrase,checked"
)


def row(code: str, killed: str = "3", place: str = "Saraqib") -> str:
    return (
        f"{code},2019-07-22,{place},,Idlib,,,airstrike,market,,{killed},,,,,Northern Watch,Report,"
        f"https://northern-watch.example/{code},2019-07-23,Three people died.,"
    )


def table(*rows: str) -> bytes:
    return "\n".join((HEADER, *rows, "")).encode()


def test_a_table_in_a_file_is_read_and_taken(case: str, tmp_path: Path) -> None:
    file = tmp_path / "july.csv"
    file.write_bytes(table(row("J001.1"), row("J001.2", "4"), row("J002.1")))
    taken = import_claims.apply(import_claims.preview(case, file), by=LAYLA, because="July")
    assert (taken.new, taken.incidents) == (3, 2)
    decision = incidents.incident(case, "J001").decisions[0]
    assert (decision.by, decision.because) == ("table:july.csv", "the table's own numbering")


def test_one_bad_cell_refuses_the_table_and_names_its_row(case: str) -> None:
    before = state()
    data = table(*(row(f"J{n:03d}.1") for n in range(100)), row("J100.1", "many"))
    shown = import_claims.preview(case, data, "july.csv")
    assert (shown.can_be_taken, shown.refused_in_all) == (False, 1)
    with pytest.raises(RefusedRowsError, match=r"july\.csv: 1 cell[^!]*row 102, column killed"):
        import_claims.apply(shown, by=LAYLA, because="July")
    assert state() == before


def test_places_and_words_that_nobody_can_read_are_told_once_each(case: str) -> None:
    data = table(
        row("J001.1", place="Zzyzx"),
        row("J002.1", place="Zzyzx"),
        row("J003.1").replace("market", "windmill"),
        row("J004.1"),
    )
    shown = import_claims.preview(case, data, "july.csv")
    assert shown.can_be_taken
    said = [remark.en for remark in shown.remarks if "J00" in remark.en]
    assert len(said) == 2
    assert said[0].startswith("place “Zzyzx” is not found")
    assert said[0].endswith("(claims J001.1, J002.1)")
    assert said[1].startswith("target_type: nothing is known of “windmill”")
    assert said[1].endswith("(claims J003.1)")
    import_claims.apply(shown, by=LAYLA, because="July")
    again = import_claims.preview(case, data, "july.csv")
    assert not [remark for remark in again.remarks if "J00" in remark.en]


def test_a_name_of_several_places_asks_for_the_subdistrict(case: str) -> None:
    shown = import_claims.preview(case, table(row("J001.1", place="Kafraya")), "july.csv")
    (said,) = (remark for remark in shown.remarks if "Kafraya" in remark.en)
    assert "write its subdistrict in admin3" in said.en
    assert "admin3" in said.ar
