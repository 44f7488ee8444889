from __future__ import annotations

import pytest

from tawthiq.actions import link_case as linking
from tawthiq.actions.decide_pairs import decide
from tawthiq.counts.people import Line
from tawthiq.errors import UnknownNameError
from tawthiq.records.opinions import Opinion
from tawthiq.records.person import Standing
from tawthiq.store import models
from tawthiq.store.queries import people, review
from tawthiq.store.queries.people import PeopleFilter
from tawthiq.store.queries.people_counts import people_by
from tawthiq.values.how_many import HowMany

from ..house import LAYLA, OMAR
from ..people import Linker, take_both


@pytest.fixture
def held(case: str, monkeypatch: pytest.MonkeyPatch) -> models.Case:
    """Storm surely and Cloud perhaps in both lists; two more pairs to look at."""
    take_both()
    linker = Linker({(1, 4): 0.99, (2, 5): 0.6, (1, 5): 0.2, (4, 6): 0.3})
    monkeypatch.setattr(linking, "link", linker)
    linking.link_case(case, by=LAYLA)
    return models.Case.objects.get(code=case)


def numbers(page: people.Page) -> list[int]:
    return [row.number for row in page.rows]


def test_people_are_listed_in_order_page_by_page(held: models.Case) -> None:
    first = people.page(held, limit=3)
    assert (numbers(first), first.total) == ([1, 2, 3], 4)
    rest = people.page(held, after=first.next, limit=3)
    assert (numbers(rest), rest.next) == ([6], 0)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (PeopleFilter(standing="unnamed"), [3]),
        (PeopleFilter(several=True), [1, 2]),
        (PeopleFilter(words="رعد"), [1]),
        (PeopleFilter(words="ghayma"), [2]),
        (PeopleFilter(words="الثلجي سراقب"), [1, 2]),
        (PeopleFilter(words="nobody"), []),
        (PeopleFilter(words="%"), []),
    ],
)
def test_people_are_found_by_words_of_either_script(
    held: models.Case, wanted: PeopleFilter, found: list[int]
) -> None:
    assert numbers(people.page(held, wanted)) == found


def test_a_person_has_every_version_and_how_they_hang_together(held: models.Case) -> None:
    full = people.person(held, 1)
    assert [each.number for each in full.person.records] == [1, 4]
    assert full.lists == {1: "L1", 4: "L2"}
    assert full.links == {(1, 4): pytest.approx(0.99)}
    assert full.weakest == pytest.approx(0.99)
    with pytest.raises(UnknownNameError, match="P4"):
        people.person(held, 4)
    assert people.person_of_record(held, 4) == 1


def test_every_standing_is_told_even_of_nobody(held: models.Case) -> None:
    found = people.numbers_by_standing(held)
    assert found == {Standing.IDENTIFIED: 2, Standing.INCOMPLETE: 1, Standing.UNNAMED: 1}


def test_the_pair_that_teaches_most_comes_first_and_decided_ones_do_not_come_again(
    held: models.Case,
) -> None:
    assert review.queue(held, LAYLA) == review.Queue((2, 5), 3, 0)
    decide(held.code, 2, 5, Opinion.SAME, by=LAYLA)
    assert review.queue(held, LAYLA) == review.Queue((4, 6), 2, 0)


def test_a_pair_that_other_decisions_settle_is_not_asked_about(held: models.Case) -> None:
    decide(held.code, 2, 5, Opinion.DIFFERENT, by=LAYLA)
    decide(held.code, 1, 2, Opinion.SAME, by=LAYLA)
    assert review.queue(held, LAYLA).first == (4, 6)  # 1 and 5 are two, since 2 and 5 are


def test_a_dispute_goes_to_whoever_has_not_spoken(held: models.Case) -> None:
    decide(held.code, 2, 5, Opinion.SAME, by=LAYLA)
    decide(held.code, 2, 5, Opinion.RELATED, by=OMAR)
    assert review.queue(held, LAYLA).first == (4, 6)
    assert review.queue(held, "Nour").first == (2, 5)
    assert review.queue(held, "Nour").disputed == 1


def test_a_pair_shows_why_it_has_its_score(held: models.Case) -> None:
    found = review.pair_to_review(held, (2, 5))
    assert found is not None and found.why is not None
    assert found.why.agrees[0].weight == pytest.approx(4.2)
    assert found.why.rarity.ar
    assert review.pair_to_review(held, (2, 77)) is None


def test_the_last_word_that_still_stands_is_the_one_to_take_back(held: models.Case) -> None:
    assert review.last_by(held, LAYLA) is None
    decide(held.code, 2, 5, Opinion.SAME, by=LAYLA)
    decide(held.code, 1, 5, Opinion.DIFFERENT, by=LAYLA)
    decide(held.code, 1, 5, None, by=LAYLA)
    last = review.last_by(held, LAYLA)
    assert last is not None and (last.left, last.right) == (2, 5)


def test_people_are_counted_with_what_the_draws_leave_open(held: models.Case) -> None:
    """Half of the draws join all unsure pairs; the others only the sure one."""
    made = people_by(held.code, Line.SEX)
    assert made.draws == 200
    assert made.total.identified == HowMany(1, 2, 3)
    assert made.total.unnamed == HowMany.exactly(1)


def test_what_somebody_decided_holds_in_every_draw(held: models.Case) -> None:
    decide(held.code, 2, 5, Opinion.DIFFERENT, by=LAYLA)
    made = people_by(held.code, Line.SEX)
    assert made.total.identified == HowMany.exactly(3)


def test_before_any_linkage_there_is_no_interval(case: str) -> None:
    take_both()
    made = people_by(case, Line.AGE)
    assert made.draws == 0
    assert made.total.identified == HowMany.exactly(4)
