"""A lawyer signs or corrects a row of the law: for this house, with history, never silently."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tawthiq.actions.sign_row import correct_row, sign_row, withdraw_signature
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law import desk
from tawthiq.law.classification import Conflict
from tawthiq.law.correction import texts_of
from tawthiq.law.norm import Checked
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.row_text import RowText
from tawthiq.store import models
from tawthiq.store.queries.law.law_rows import history, pack_in_force, row_in_full

from ..house import LAYLA
from ..house_law import LAWYER

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)
FROM_MEMORY = next(
    norm.id for norm in law_pack().norms.values() if norm.source.checked is Checked.MEMORY
)
VERIFIED = next(
    norm.id for norm in law_pack().norms.values() if norm.source.checked is Checked.VERIFIED
)
TITLE = {RowText.TITLE_EN: "Another title", RowText.TITLE_AR: "عنوان آخر"}


def sign(row: str = FROM_MEMORY, on: date = DAY, **corrected: str) -> None:
    sign_row(
        row,
        lawyer=LAWYER,
        on=on,
        source="the official text",
        by=LAYLA,
        because="held against the text",
        corrected={RowText(field): text for field, text in corrected.items()},
    )


def correct(row: str = VERIFIED, text: dict[RowText, str] | None = None) -> None:
    because = "a slip"
    correct_row(row, TITLE if text is None else text, source="x", by=LAYLA, because=because)


def may_be_published(row: str) -> bool:
    return desk.may_be_published(row, pack=pack_in_force())


def test_a_row_from_memory_is_published_once_a_lawyer_has_signed_it() -> None:
    assert not may_be_published(FROM_MEMORY)
    sign()
    found = row_in_full(FROM_MEMORY)
    assert may_be_published(FROM_MEMORY) and not found.marks
    assert found.norm.signature and found.norm.signature.by == LAWYER
    assert not desk.may_be_published(FROM_MEMORY), "what ships is not touched"


def test_the_hash_of_the_law_covers_signatures_and_corrections() -> None:
    before = pack_in_force().hash
    assert before == law_pack().hash
    sign()
    signed = pack_in_force().hash
    correct()
    assert len({before, signed, pack_in_force().hash}) == 3


def test_a_correction_that_nobody_signed_waits_even_where_the_row_was_verified() -> None:
    assert may_be_published(VERIFIED)
    correct()
    found = row_in_full(VERIFIED)
    assert found.norm.title.ar == "عنوان آخر" and found.shipped.title.ar != "عنوان آخر"
    assert not may_be_published(VERIFIED) and found.marks


def test_a_later_correction_voids_a_signature_and_the_history_says_so() -> None:
    sign()
    correct(FROM_MEMORY)
    assert not may_be_published(FROM_MEMORY)
    signed, corrected = row_in_full(FROM_MEMORY).history
    assert signed.is_void and signed.signed_by == LAWYER
    assert ("title_en", "Another title") in [(name, new.en) for name, _, new in corrected.changed]


def test_a_lawyer_corrects_and_signs_in_one_breath() -> None:
    sign(title_en="Another title", valid_from="1949-08-12")
    norm = row_in_full(FROM_MEMORY).norm
    assert (norm.title.en, norm.valid_from) == ("Another title", date(1949, 8, 12))
    assert norm.is_signed


def test_a_signature_is_taken_back_and_the_texts_stay() -> None:
    sign(title_en="Another title")
    withdraw_signature(FROM_MEMORY, by=LAYLA, because="the wrong edition")
    assert not may_be_published(FROM_MEMORY)
    assert row_in_full(FROM_MEMORY).norm.title.en == "Another title"
    with pytest.raises(InputError, match="bears no signature"):
        withdraw_signature(FROM_MEMORY, by=LAYLA, because="again")


def test_nothing_signed_is_ever_edited_and_each_line_stands_in_the_journal() -> None:
    sign()
    correct(FROM_MEMORY)
    assert models.LawRow.objects.count() == 2
    lines = models.JournalEntry.objects.filter(case=None).order_by("id")
    assert [line.action for line in lines] == ["sign-law-row", "correct-law-row"]


def test_a_bond_of_a_state_is_corrected_and_signed_as_a_norm_is() -> None:
    pack = law_pack()
    bond = next(
        bond
        for treaty in pack.bonds.treaties.values()
        for bond in treaty.bonds.values()
        if bond.checked is not Checked.VERIFIED and bond.in_force is None
    )
    row = f"{bond.state}/{bond.treaty}"
    sign(row, status="party", in_force="2020-01-01", done="2019-06-01")
    now = pack_in_force().bonds.bond(bond.state, bond.treaty)
    assert now and now.is_vouched_for and now.binds_on(date(2020, 1, 1))
    assert not now.binds_on(date(2019, 12, 31))
    [line] = history(row)
    assert ("in_force", "", "2020-01-01") in [(n, old.en, new.en) for n, old, new in line.changed]
    correct(row, {RowText.NOTE_EN: "to be looked at"})
    after = pack_in_force().bonds.bond(bond.state, bond.treaty)
    assert after and not after.is_vouched_for


@pytest.mark.parametrize("row", ["RS-8-2-e-iv/3", "forum:IIIM"])
def test_an_element_and_a_forum_are_signed_as_a_norm_is(row: str) -> None:
    before = texts_of(law_pack(), row)
    sign(row, summary_en="Other words")
    assert texts_of(pack_in_force(), row)[RowText.SUMMARY_EN] == "Other words"
    [line] = history(row)
    assert line.changed[0][1].en == before[RowText.SUMMARY_EN] and not line.is_void
    with pytest.raises(InputError, match="it has no law since"):
        sign(row, valid_from="2020-01-01")


def test_a_norm_that_is_signed_still_waits_for_the_bonds_it_turns_on() -> None:
    """An unsigned row from memory enters no text, not even behind a signed one."""
    applied = {line.norm: line for line in applies().lines}
    norm = next(
        one
        for one in pack_in_force().norms.values()
        if one.treaty
        and one.may_be_published
        and (bond := pack_in_force().bonds.bond("Syria", one.treaty))
        and not bond.is_vouched_for
        and not applied[one.id].may_be_published
    )
    sign(norm.id)
    assert not {line.norm: line for line in applies().lines}[norm.id].may_be_published
    sign(f"Syria/{norm.treaty}")
    assert {line.norm: line for line in applies().lines}[norm.id].may_be_published


def applies() -> desk.Applies:
    return desk.applies("Syria", date(2019, 7, 22), Conflict.NIAC, pack=pack_in_force())


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("title_en", " ", "title, in English is missing"),
        ("valid_from", "next spring", "'next spring' is no day"),
        ("valid_from", "2019-02-30", "is no day"),
        ("summary_en", "He is guilty of it", "which is for a court"),
        ("status", "party", "it has no status"),
    ],
)
def test_what_a_row_cannot_say_is_refused(field: str, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        sign(**{field: text})
    assert refused.value.ar != refused.value.en
    assert not models.LawRow.objects.exists()


def test_a_signature_needs_a_lawyer_a_source_a_past_day_and_a_row() -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    with pytest.raises(InputError, match="still to come"):
        sign(on=tomorrow)
    with pytest.raises(UnknownNameError, match="no norm is called 'GC9-1'"):
        sign("GC9-1")
    with pytest.raises(InputError, match="name of the lawyer is missing"):
        sign_row(FROM_MEMORY, lawyer=" ", on=DAY, source="x", by=LAYLA, because="x")
    with pytest.raises(InputError, match="nothing is changed"):
        correct(VERIFIED, {})
    with pytest.raises(InputError, match="say why"):
        sign_row(FROM_MEMORY, lawyer=LAWYER, on=DAY, source="x", by=LAYLA, because=" ")


def test_an_impossible_bond_is_refused() -> None:
    bond = next(iter(law_pack().bonds.treaties["AP_II"].bonds.values()))
    row = f"{bond.state}/AP_II"
    with pytest.raises(InputError, match="party has a day in force"):
        sign(row, status="party", in_force="")
    with pytest.raises(InputError, match="before it was done"):
        sign(row, status="party", done="2020-02-02", in_force="2020-01-01")
