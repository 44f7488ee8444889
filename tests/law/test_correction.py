"""The law with what lawyers did to it: laid over the pack, covered by its hash, never in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.world import PACK

from tawthiq.law.corrected_bond import bond_digest, texts_of_bond
from tawthiq.law.corrected_norm import norm_with, texts_of_norm
from tawthiq.law.correction import (
    bond_of,
    digest_of_row,
    is_vouched_for,
    row_of,
    texts_of,
    with_decisions,
)
from tawthiq.law.row_text import DAYS, OF_A_BOND, OF_A_NORM, RowDecision, RowText

NORMS = sorted(PACK.norms)
DAY = date(2026, 11, 1)


def signed(row: str, digest: str, **changed: str) -> RowDecision:
    texts = {RowText(field): text for field, text in changed.items()}
    return RowDecision(row, texts, "A. Lawyer", DAY, digest)


def test_without_decisions_the_pack_is_the_one_that_ships() -> None:
    assert with_decisions(PACK, []) is PACK


@given(st.sampled_from(NORMS))
def test_a_signature_holds_for_the_texts_that_were_signed_and_no_others(id_: str) -> None:
    norm = PACK.norms[id_]
    held = with_decisions(PACK, [signed(id_, norm.digest)]).norms[id_]
    assert held.is_signed and held.may_be_published
    later = RowDecision(id_, {RowText.SUMMARY_AR: "نص آخر"})
    after = with_decisions(PACK, [signed(id_, norm.digest), later]).norms[id_]
    assert not after.is_signed and not after.may_be_published


@given(st.sampled_from(NORMS), st.sampled_from(OF_A_NORM))
def test_every_field_that_can_be_corrected_is_covered_by_the_signature(
    id_: str, field: RowText
) -> None:
    norm = PACK.norms[id_]
    other = "1812-01-01" if field.startswith("valid") else "something else"
    changed = norm_with(norm, {field: other})
    assert texts_of_norm(changed)[field] == other
    assert changed.digest != norm.digest


@given(st.sampled_from(NORMS))
def test_correcting_a_row_to_what_it_says_changes_nothing(id_: str) -> None:
    norm = PACK.norms[id_]
    assert norm_with(norm, texts_of_norm(norm)) == norm


def test_a_bond_says_what_can_be_corrected_and_its_digest_covers_it() -> None:
    bond = bond_of(PACK, "Syria/AP_II")
    assert bond and tuple(texts_of_bond(bond)) == OF_A_BOND
    decided = with_decisions(PACK, [signed("Syria/AP_II", bond_digest(bond))])
    held = bond_of(decided, "Syria/AP_II")
    assert held and held.is_vouched_for and bond_of(PACK, "Syria/AP_II") == bond


ROWS = [
    *NORMS[::20],
    "Syria/AP_II",
    *(f"{crime.id}/{crime.elements[0].number}" for crime in PACK.crimes.values() if crime.elements),
    *(f"forum:{forum.id}" for forum in PACK.forums),
]


@pytest.mark.parametrize("row", ROWS)
def test_every_kind_of_row_is_signed_and_a_change_of_any_text_voids_it(row: str) -> None:
    decided = with_decisions(PACK, [signed(row, digest_of_row(PACK, row))])
    held = row_of(decided, row)
    assert held and held.signature and held != row_of(PACK, row)
    for field in texts_of(PACK, row):
        if field in DAYS or field is RowText.STATUS:
            continue
        changed = {field: "something else"}
        assert digest_of_row(PACK, row, changed) != digest_of_row(PACK, row)
        after = with_decisions(decided, [RowDecision(row, changed)])
        assert texts_of(after, row)[field] == "something else"
        assert not is_vouched_for(after, row), field


def test_a_crime_is_vouched_for_once_each_of_its_elements_is() -> None:
    crime = next(crime for crime in PACK.crimes.values() if not crime.may_be_published)
    rows = [f"{crime.id}/{element.number}" for element in crime.elements]
    decisions = [signed(row, digest_of_row(PACK, row)) for row in rows]
    assert not with_decisions(PACK, decisions[:-1]).crimes[crime.id].may_be_published
    assert with_decisions(PACK, decisions).crimes[crime.id].may_be_published


def test_a_forum_from_memory_is_vouched_for_once_it_is_signed() -> None:
    forum = next(forum for forum in PACK.forums if not forum.may_be_published)
    row = f"forum:{forum.id}"
    decided = with_decisions(PACK, [signed(row, digest_of_row(PACK, row))])
    assert is_vouched_for(decided, row) and not is_vouched_for(PACK, row)


@pytest.mark.parametrize(
    "row",
    ["RS-8-2-e-i/99", "RS-8-2-e-i/x", "forum:NOWHERE", "Syria/NONE", "Nowhere/AP_II", "AP_II", ""],
)
def test_a_row_that_the_pack_has_not_changes_nothing_but_the_hash(row: str) -> None:
    decided = with_decisions(PACK, [RowDecision(row, {RowText.NOTE_EN: "x"})])
    assert row_of(PACK, row) is None and not texts_of(PACK, row)
    assert not digest_of_row(PACK, row) and not is_vouched_for(PACK, row)
    assert decided.norms == PACK.norms and decided.hash != PACK.hash


def test_the_order_of_decisions_counts() -> None:
    one, other = (RowDecision("GC-CA3", {RowText.TITLE_EN: text}) for text in ("a", "b"))
    first, second = with_decisions(PACK, [one, other]), with_decisions(PACK, [other, one])
    assert (first.norms["GC-CA3"].title.en, second.norms["GC-CA3"].title.en) == ("b", "a")
    assert first.hash != second.hash


def test_a_signature_has_a_name_a_day_and_a_digest() -> None:
    with pytest.raises(ValueError, match="a signature has"):
        RowDecision("GC-CA3", {}, "A. Lawyer")
