"""Linking the records of a case, deciding on pairs, and what the people are then."""

from __future__ import annotations

import pytest

from tawthiq.actions import link_case as linking
from tawthiq.actions.decide_pairs import decide, merge, split
from tawthiq.actions.link_case import Linked, link_case
from tawthiq.actions.people import differing
from tawthiq.actions.verify import verify
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.linkage.labels import Verdict
from tawthiq.linkage.progress import StoppedError
from tawthiq.records.opinions import Opinion
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.values.both import Both

from ..house import LAYLA, OMAR
from ..people import CLINIC_LIST, CLOUD, STORM, WATCH_LIST, Linker, take, take_both

NOUR = "Nour"
SURE, LIKELY, UNSURE = 0.99, 0.7, 0.3


def people() -> list[list[int]]:
    """The records of each person, as they stand."""
    found: dict[int, list[int]] = {}
    for record, person in models.PersonMember.objects.order_by("record").values_list(
        "record", "person"
    ):
        found.setdefault(person, []).append(record)
    assert set(found) == set(models.Person.objects.values_list("number", flat=True))
    assert all(number == group[0] for number, group in found.items())
    return sorted(found.values())


def run(monkeypatch: pytest.MonkeyPatch, case: str, same: dict[tuple[int, int], float]) -> Linker:
    linker = Linker(same)
    monkeypatch.setattr(linking, "link", linker)
    link_case(case, by=LAYLA)
    return linker


@pytest.fixture
def linked(case: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Storm surely and Cloud likely in both lists; a sister taken for her brother perhaps."""
    take_both()
    run(monkeypatch, case, {(1, 4): SURE, (2, 5): LIKELY, (1, 5): UNSURE})
    return case


def test_what_linkage_joins_is_one_person_and_the_unnamed_stay_apart(linked: str) -> None:
    assert people() == [[1, 4], [2, 5], [3], [6]]
    storm = models.Person.objects.get(number=1)
    assert (storm.records, storm.lists, storm.sources, storm.standing) == (2, 2, 2, "identified")
    assert storm.weakest == pytest.approx(SURE)
    assert models.Person.objects.get(number=3).standing == "unnamed"
    assert models.Person.objects.get(number=6).standing == "incomplete"


def test_a_run_tells_what_it_came_to(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    take_both()
    monkeypatch.setattr(linking, "link", Linker({(1, 4): SURE, (2, 5): LIKELY}))
    told: list[tuple[Both, float]] = []
    made = link_case(case, by=LAYLA, told=lambda what, share: told.append((what, share)))
    assert made == Linked(1, 5, 4, 2, 1, ())
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_who_stops_a_run_finds_everything_as_it_was(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_both()
    monkeypatch.setattr(linking, "link", Linker({(1, 4): SURE}))
    for after in range(3):
        asked = iter([False] * after + [True] * 9)
        with pytest.raises(StoppedError):
            link_case(case, by=LAYLA, stop=lambda asked=asked: next(asked))  # type: ignore[misc]
    assert not models.LinkageRun.objects.exists()
    assert len(people()) == 6


def test_a_list_that_comes_in_meanwhile_is_not_linked_half(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(WATCH_LIST)
    monkeypatch.setattr(linking, "link", Linker({}))

    def meanwhile(what: Both, share: float) -> None:
        if not models.VictimList.objects.filter(code="L2").exists():
            take(CLINIC_LIST, "Clinic Network")

    with pytest.raises(InputError, match="link again"):
        link_case(case, by=LAYLA, told=meanwhile)
    assert not models.LinkageRun.objects.exists()


def test_without_two_names_there_is_nothing_to_link(case: str) -> None:
    with pytest.raises(InputError, match="fewer than two"):
        link_case(case, by=LAYLA)


def test_a_word_of_a_reviewer_goes_before_the_model(linked: str, home: Home) -> None:
    decide(linked, 5, 2, Opinion.RELATED, by=LAYLA)
    assert people() == [[1, 4], [2], [3], [5], [6]]
    decide(linked, 1, 2, Opinion.SAME, by=LAYLA)
    assert people() == [[1, 2, 4], [3], [5], [6]]
    assert verify(home, level=2).holds


def test_taking_a_word_back_undoes_it_and_keeps_it_readable(linked: str) -> None:
    before = people()
    decide(linked, 2, 5, Opinion.DIFFERENT, by=LAYLA)
    decide(linked, 2, 5, None, by=LAYLA)
    assert people() == before
    said = models.PairDecision.objects.order_by("id").values_list("verdict", flat=True)
    assert list(said) == ["different", ""]


def test_the_same_word_again_is_no_decision(linked: str) -> None:
    decide(linked, 2, 5, Opinion.SAME, by=LAYLA)
    decide(linked, 5, 2, Opinion.SAME, by=LAYLA)
    assert models.PairDecision.objects.count() == 1


def test_where_two_disagree_nothing_binds_until_a_third_speaks(linked: str) -> None:
    decide(linked, 2, 5, Opinion.DIFFERENT, by=LAYLA)
    decide(linked, 2, 5, Opinion.SAME, by=OMAR)
    assert [2, 5] in people()  # the model's word, for want of a decision
    decide(linked, 2, 5, Opinion.DIFFERENT, by=NOUR)
    assert [2, 5] not in people()


def test_who_cannot_tell_has_no_vote(linked: str) -> None:
    decide(linked, 2, 5, Opinion.DIFFERENT, by=LAYLA)
    decide(linked, 2, 5, Opinion.CANNOT_TELL, by=OMAR)
    assert [2] in people()


def test_decisions_that_cannot_all_be_true_are_refused(linked: str) -> None:
    decide(linked, 1, 2, Opinion.DIFFERENT, by=LAYLA)
    decide(linked, 1, 6, Opinion.SAME, by=LAYLA)
    with pytest.raises(InputError, match="R1 and R2 says the opposite"):
        decide(linked, 2, 6, Opinion.SAME, by=OMAR)
    with pytest.raises(InputError, match="one record"):
        decide(linked, 1, 1, Opinion.SAME, by=OMAR)
    with pytest.raises(UnknownNameError, match="R99"):
        decide(linked, 1, 99, Opinion.SAME, by=OMAR)


def test_decisions_survive_a_later_edition_and_another_run(
    linked: str, monkeypatch: pytest.MonkeyPatch, home: Home
) -> None:
    decide(linked, 2, 5, Opinion.DIFFERENT, by=LAYLA)
    decide(linked, 2, 6, Opinion.SAME, by=LAYLA)
    take([STORM, CLOUD | {"age": "10", "name": "Ghayma al-Thalji"}])
    assert [2, 6] in people()
    linker = run(monkeypatch, linked, {(1, 4): SURE, (2, 5): LIKELY})
    assert people() == [[1, 4], [2, 6], [3], [5]]
    said = {(a, b): verdict for a, b, verdict in linker.decisions.verdicts}
    assert said == {("2", "5"): Verdict.DIFFERENT, ("2", "6"): Verdict.SAME}
    assert verify(home, level=2).holds


def test_a_person_is_taken_apart_as_easily_as_put_together(linked: str) -> None:
    merge(linked, 1, 2, by=LAYLA, because="one registry number")
    assert people()[0] == [1, 2, 4, 5]
    split(linked, 1, [2, 5], by=LAYLA, because="two graves")
    assert people() == [[1, 4], [2, 5], [3], [6]]


@pytest.mark.parametrize("records", [[], [1, 4], [6]])
def test_only_some_of_a_persons_records_can_be_taken_out(linked: str, records: list[int]) -> None:
    with pytest.raises((InputError, UnknownNameError)):
        split(linked, 1, records, by=LAYLA, because="x")
    with pytest.raises(InputError, match="for a reason"):
        split(linked, 1, [4], by=LAYLA, because=" ")


def test_a_person_moved_behind_our_back_is_found(linked: str, home: Home) -> None:
    models.PersonMember.objects.filter(record=5).update(person=1)
    held = models.Case.objects.get(code=linked)
    assert list(differing(held)) == [2]
    models.PersonMember.objects.filter(record=5).update(person=2)
    assert list(differing(held)) == []
    models.Person.objects.filter(number=1).update(age_low=5)
    assert list(differing(held)) == [1]
    found = verify(home, level=2)
    assert not found.holds
    assert any(each.table == "store_person" for each in found.differences)


def test_a_run_is_kept_as_it_was_when_the_next_one_comes(
    linked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, linked, {(2, 5): SURE})
    assert people() == [[1], [2, 5], [3], [4], [6]]
    assert [r.number for r in models.LinkageRun.objects.order_by("number")] == [1, 2]
    assert models.LinkedPair.objects.filter(run__number=1).count() == 3
