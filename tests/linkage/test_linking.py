"""From rows to people: the same found, brothers kept apart, and what people decide obeyed."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from tests.linkage.made import Made, lists

from tawthiq.linkage import measures
from tawthiq.linkage.labels import Labels
from tawthiq.linkage.linking import link
from tawthiq.linkage.measures import Score
from tawthiq.linkage.progress import StoppedError
from tawthiq.linkage.result import Linkage
from tawthiq.linkage.table import Table


@cache
def _made() -> Made:
    return lists()


@cache
def _linked() -> Linkage:
    return link(_made().table)


def _pairs(linkage: Linkage, made: Made) -> Score:
    same = linkage.same()
    return measures.of_pairs(same.left, same.right, measures.people(made.truth))


def _labels(linkage: Linkage, made: Made, number: int, wrong: float = 0.0) -> Labels:
    """What a person who knows the truth says of the pairs that teach most."""
    ids, truth = made.columns["id"], made.truth
    order = linkage.review_order()
    slips = np.random.default_rng(4).random(number) < wrong
    return Labels.of(
        (ids[one], ids[other], "same" if (truth[one] == truth[other]) ^ slip else "different")
        for one, other, slip in zip(
            order.left[:number].tolist(), order.right[:number].tolist(), slips.tolist(), strict=True
        )
    )


def test_without_a_label_most_people_are_found_in_two_scripts() -> None:
    made, linkage = _made(), _linked()
    assert _pairs(linkage, made).f1 > 0.9
    clusters = measures.of_clusters(linkage.clusters, measures.people(made.truth))
    assert clusters.precision > 0.95
    assert clusters.recall > 0.88


def test_the_rules_meet_what_they_were_expected_to_meet() -> None:
    made, linkage = _made(), _linked()
    truth = measures.people(made.truth)
    met = measures.blocking_recall(linkage.pairs.left, linkage.pairs.right, truth)
    assert met > 0.95
    assert met > linkage.expected_recall - 0.05


def test_brothers_and_sisters_are_related_and_not_the_same() -> None:
    table = _made().columns
    brothers = [
        {"name": f"{given} خالد تلروشي", "date": "2013-05-05", "place": "قرية برون", "age": age}
        for given, age in (("سامر", "10"), ("طارق", "12"), ("نبيل", "15"))
    ]
    columns = {
        **{key: [*texts[:], *(b.get(key, "") for b in brothers)] for key, texts in table.items()},
        "id": [*table["id"], "b1", "b2", "b3"],
        "source": [*table["source"], "a", "b", "c"],
    }
    linkage = link(Table.of(columns))
    rows = len(table["id"])
    assert len(set(linkage.clusters[rows : rows + 3].tolist())) == 3
    reasons = linkage.explain(rows, rows + 1)
    assert reasons.related > 0.8 > 0.2 > reasons.same
    assert "family name" in {reason.column.en for reason in reasons.agrees}
    assert reasons.differs[0].column.en == "given name"


def test_the_same_rows_and_seed_give_the_same_result() -> None:
    again = link(_made().table)
    assert np.array_equal(again.clusters, _linked().clusters)
    assert np.array_equal(again.pairs.same, _linked().pairs.same)


def test_the_order_of_rows_does_not_decide_who_is_who() -> None:
    made = _made()
    turned = Made({key: texts[::-1] for key, texts in made.columns.items()}, made.truth[::-1])
    one, other = _pairs(_linked(), made), _pairs(link(turned.table), turned)
    assert one.f1 == pytest.approx(other.f1, abs=0.01)


def test_labels_make_it_better_and_a_few_wrong_ones_hardly_worse() -> None:
    made = _made()
    good = link(made.table, labels=_labels(_linked(), made, 600))
    slips = link(made.table, labels=_labels(_linked(), made, 600, wrong=0.05))
    assert _pairs(good, made).f1 >= _pairs(_linked(), made).f1 - 0.002
    assert _pairs(slips, made).f1 > _pairs(good, made).f1 - 0.02
    assert not good.warnings


def test_too_few_labels_are_said_to_be_too_few() -> None:
    made = _made()
    linkage = link(made.table, labels=_labels(_linked(), made, 10))
    assert any("too few" in warning.en for warning in linkage.warnings)
    assert np.array_equal(linkage.pairs.same, _linked().pairs.same)


def test_what_people_decided_is_obeyed_and_not_asked_again() -> None:
    made, before = _made(), _linked()
    ids = made.columns["id"]
    sure = np.flatnonzero(before.pairs.same > 0.999)[0]
    joined = int(before.pairs.left[sure]), int(before.pairs.right[sure])
    strangers = int(before.clusters.argmin()), int(before.clusters.argmax())
    decisions = Labels.of(
        [
            (ids[joined[0]], ids[joined[1]], "related"),
            (ids[strangers[0]], ids[strangers[1]], "same"),
        ]
    )
    linkage = link(made.table, decisions=decisions)
    assert linkage.clusters[joined[0]] != linkage.clusters[joined[1]]
    assert linkage.clusters[strangers[0]] == linkage.clusters[strangers[1]]
    assert linkage.explain(*joined).why.en == "decided by a person: related, not the same person"
    asked = linkage.review_order()
    assert joined not in zip(asked.left.tolist(), asked.right.tolist(), strict=True)
    for draw in linkage.draws(3):
        assert draw[joined[0]] != draw[joined[1]]
        assert draw[strangers[0]] == draw[strangers[1]]


def test_draws_differ_where_the_pairs_are_unsure_and_not_where_they_are_sure() -> None:
    linkage = _linked()
    draws = linkage.draws(20)
    pairs = linkage.pairs
    together = (draws[:, pairs.left] == draws[:, pairs.right]).mean(axis=0)
    assert together[pairs.same > 0.995].mean() > 0.95
    assert together[pairs.same < 0.01].mean() < 0.05
    unsure = (pairs.same > 0.3) & (pairs.same < 0.7)
    assert 0.1 < together[unsure].mean() < 0.8
    assert len({tuple(draw) for draw in draws.tolist()}) == 20
    assert np.array_equal(draws, linkage.draws(20))


def test_probabilities_hold_what_they_promise() -> None:
    """Of the pairs that are held to be one person by 70 to 100 %, about so many are."""
    made, linkage = _made(), _linked()
    truth = measures.people(made.truth)
    held = linkage.pairs.at(np.flatnonzero(linkage.pairs.same > 0.7))
    right = (truth[held.left] == truth[held.right]).mean()
    assert right == pytest.approx(held.same.mean(), abs=0.06)


def test_an_explanation_says_what_was_found_in_both_languages() -> None:
    linkage = _linked()
    likely = int(np.argmax(linkage.pairs.same))
    reasons = linkage.explain(int(linkage.pairs.left[likely]), int(linkage.pairs.right[likely]))
    assert reasons.agrees[0].weight >= reasons.agrees[-1].weight > 0
    assert reasons.rarity.en.startswith("of 1,000 such names")
    assert "the same person" in reasons.why.en
    for said in (reasons.why, reasons.rarity, *(reason.found for reason in reasons.agrees)):
        assert said.ar and said.ar != said.en


def test_the_work_ahead_is_said_before_it_begins_and_can_be_stopped() -> None:
    said: list[tuple[str, float]] = []
    link(_made().table, told=lambda what, share: said.append((what.en, share)))
    assert said[1][0].startswith("at most ")
    assert [share for _, share in said] == sorted(share for _, share in said)
    assert said[-1] == ("linked", 1.0)
    with pytest.raises(StoppedError, match="nothing was kept"):
        link(_made().table, stop=lambda: len(said) > 0)


def test_names_alone_in_parts_can_be_linked() -> None:
    made = _made()
    split = [name.split() for name in made.columns["name"]]
    columns = {
        "id": made.columns["id"],
        "given": [parts[0] for parts in split],
        "family": [parts[-1] for parts in split],
        "born": made.columns["age"],
    }
    linkage = link(Table.of(columns))
    assert len(linkage.clusters) == len(made.truth)
    assert any("no dates of death" in warning.en for warning in linkage.warnings)


@pytest.mark.parametrize("rows", [0, 1, 2, 3])
def test_a_table_of_hardly_any_rows_is_linked_like_any_other(rows: int) -> None:
    columns = {key: texts[:rows] for key, texts in _made().columns.items()}
    linkage = link(Table.of(columns))
    assert len(linkage.clusters) == rows
    assert linkage.draws(2).shape == (2, rows)


def test_a_name_on_a_great_many_rows_is_nobodys() -> None:
    made = lists(800)
    columns = dict(made.columns)
    columns["name"] = [
        "سامر طارق بركوش" if at % 3 == 0 else name for at, name in enumerate(columns["name"])
    ]
    linkage = link(Table.of(columns))
    assert any("was taken for 'not known'" in warning.en for warning in linkage.warnings)
    assert np.bincount(linkage.clusters).max() < 10


def test_cells_of_nonsense_are_counted_and_harm_nothing() -> None:
    made = lists(200)
    rows = len(made.truth)
    columns = {**made.columns, "date": ["soon"] * rows, "sex": ["?"] * rows, "age": ["old"] * rows}
    linkage = link(Table.of(columns))
    said = [warning.en for warning in linkage.warnings]
    assert f"{rows} cells of the column 'date' could not be read and were left out" in said


def test_ids_borne_by_several_rows_are_said_and_linked_as_rows() -> None:
    made = lists(200)
    columns = {**made.columns, "id": [str(at % 50) for at in range(len(made.truth))]}
    linkage = link(Table.of(columns))
    assert any("bear an id that another row bears" in warning.en for warning in linkage.warnings)
    assert len(linkage.clusters) == len(made.truth)
