from __future__ import annotations

import pytest

from tawthiq.actions.group_claims import group_claims
from tawthiq.actions.override_grade import override_grade
from tawthiq.actions.reassemble import reassemble
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.records.grade import Grade
from tawthiq.store import models
from tawthiq.store.queries import decisions, incidents, journal

from ..house import CLAIMS_OF_THE_HOUSE, OMAR, take


def group(case: str, claims: list[str], incident: str, because: str = "another street") -> None:
    group_claims(case, claims, incident, by=OMAR, because=because)


def test_a_claim_moves_to_another_incident_and_both_are_computed_again(case: str) -> None:
    group(case, ["N001.3"], "N010")
    assert incidents.listed(case, "N001").graded.grade is Grade.WEAK
    assert incidents.listed(case, "N010").injured.best == 30  # type: ignore[union-attr]


def test_an_incident_without_claims_is_no_more_and_its_history_stays(case: str) -> None:
    group(case, ["N003.1"], "N002", "the same school")
    with pytest.raises(UnknownNameError):
        incidents.listed(case, "N003")
    assert models.Grouping.objects.filter(incident="N003").count() == 1
    moved = incidents.incident(case, "N002").decisions[-1]
    assert (moved.about, moved.by, moved.because) == ("N003.1", OMAR, "the same school")


def test_a_table_that_comes_again_does_not_undo_a_decision(case: str) -> None:
    group(case, ["N001.3"], "N010")
    take(CLAIMS_OF_THE_HOUSE)
    assert incidents.listed(case, "N010").claims == 1


def test_grouping_a_claim_where_it_is_changes_nothing(case: str) -> None:
    before = models.Case.objects.get().revision
    group(case, ["N001.1"], "N001")
    assert models.Case.objects.get().revision == before


def test_a_claim_that_is_not_there_is_named_and_nothing_is_moved(case: str) -> None:
    with pytest.raises(UnknownNameError, match=r"no claim N404\.1"):
        group(case, ["N001.1", "N404.1"], "N010")
    assert incidents.listed(case, "N001").claims == 4


@pytest.mark.parametrize(
    ("claims", "incident", "because"),
    [([], "N1", "x"), (["N001.1"], " ", "x"), (["N001.1"], "N1", " ")],
)
def test_a_grouping_needs_claims_an_incident_and_a_reason(
    case: str, claims: list[str], incident: str, because: str
) -> None:
    with pytest.raises(InputError):
        group(case, claims, incident, because)


def test_a_decided_grade_stands_over_the_computed_one_and_names_who_decided(case: str) -> None:
    override_grade(case, "N001", Grade.DISCOUNTED, by=OMAR, because="the film is of another year")
    graded = incidents.listed(case, "N001").graded
    assert (graded.grade, graded.decided_by) == (Grade.DISCOUNTED, OMAR)
    assert "the film is of another year" in graded.because.en
    assert incidents.incident(case, "N001").incident.graded == graded


def test_a_decided_grade_outlives_new_claims_and_can_be_taken_back(case: str) -> None:
    override_grade(case, "N001", Grade.DISCOUNTED, by=OMAR, because="another year")
    reassemble(case, by=OMAR, because="the gazetteer learned a name")
    assert incidents.listed(case, "N001").graded.grade is Grade.DISCOUNTED
    override_grade(case, "N001", None, by=OMAR, because="the film is right after all")
    graded = incidents.listed(case, "N001").graded
    assert (graded.grade, graded.decided_by) == (Grade.FAIR, "")


def test_a_grade_is_not_decided_without_a_reason_or_on_nothing(case: str) -> None:
    with pytest.raises(InputError, match="say which"):
        override_grade(case, "N001", Grade.WEAK, by=OMAR, because="")
    with pytest.raises(UnknownNameError, match="no incident 'N404'"):
        override_grade(case, "N404", Grade.WEAK, by=OMAR, because="x")


def test_in_a_large_case_too_the_latest_grouping_stands(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    group(case, ["N001.3"], "N010")
    monkeypatch.setattr(decisions, "_MANY", 0)
    reassemble(case, by=OMAR, because="to see")
    assert incidents.listed(case, "N001").claims == 3
    assert incidents.listed(case, "N010").claims == 1


def test_computing_everything_again_changes_no_row(case: str) -> None:
    columns = [f.name for f in models.Incident._meta.concrete_fields if f.name != "id"]
    before = list(models.Incident.objects.order_by("code").values(*columns))
    assert reassemble(case, by=OMAR, because="to see") == 3
    assert list(models.Incident.objects.order_by("code").values(*columns)) == before


def test_every_change_leaves_a_line_that_says_who_what_and_why(case: str) -> None:
    group(case, ["N001.3"], "N010")
    override_grade(case, "N001", Grade.WEAK, by=OMAR, because="one voice")
    grade, grouping, *_ = journal.journal(case)
    assert (grade.by, grade.why, grade.what["grade"]) == (OMAR, "one voice", "weak")
    assert grouping.what["before"] == {"N001.3": "N001"}
    assert [line.action for line in journal.journal(case)][2:] == [
        "import-period-claims",
        "import-claims",
        "open-case",
    ]
