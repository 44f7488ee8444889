"""Layla documents, Omar keeps the archive, Nour carries; all of them are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.custody import NO_STEP, Step, StepKind, after, faults, first, remarks, told
from tawthiq.values.digest import Digest

MONDAY = datetime(2026, 11, 23, 10, 15, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
RECEIVED = first(
    "E-0042", StepKind.RECEIVED, MONDAY, source="a witness", to="archive", by="Layla", note="a card"
)
# Terms of the published vocabulary: id.loc.gov/vocabulary/preservation/eventType.
PUBLISHED_TERMS = {
    "capture",
    "creation",
    "dissemination",
    "fixity check",
    "ingestion",
    "recovery",
    "redaction",
    "replication",
    "transfer",
}


def chain() -> list[Step]:
    checked = after(RECEIVED, StepKind.CHECKED, MONDAY + HOUR, by="Omar")
    handed = after(checked, StepKind.HANDED_OVER, MONDAY + 2 * HOUR, by="Omar", to="the court")
    back = after(handed, StepKind.RETURNED, MONDAY + 3 * HOUR, by="Nour", to="archive")
    given = after(back, StepKind.COPY_GIVEN, MONDAY + 4 * HOUR, by="Omar", to="a sister body")
    return [RECEIVED, checked, handed, back, given]


def test_a_whole_chain_has_no_faults() -> None:
    assert faults(chain()) == []
    assert remarks(chain()) == []


def test_who_holds_it_follows_from_the_steps() -> None:
    holders = [step.holder_after for step in chain()]
    assert holders == ["archive", "archive", "the court", "archive", "archive"]


def test_the_text_that_is_sealed_is_the_one_in_the_docstring() -> None:
    step = after(RECEIVED, StepKind.HANDED_OVER, MONDAY, by="Layla", to="Omar", note="by hand")
    assert step.to_bytes().decode() == (
        "tawthiq-custody/1\nitem E-0042\nstep 2\nkind handed-over\ntime 2026-11-23T10:15:30Z\n"
        f"from archive\nto Omar\nby Layla\nprevious {RECEIVED.digest}\nnote by hand\n"
    )


def test_a_step_is_told_in_both_languages() -> None:
    one, two, *_ = told(chain())
    assert one.en == (
        "1. 2026-11-23 10:15:30 UTC: Layla received it from a witness for archive; a card"
    )
    assert one.ar == (
        "1. 2026-11-23 10:15:30 بالتوقيت العالمي: تسلّمه Layla من a witness لصالح archive؛ a card"
    )
    assert two.en.endswith("Omar compared its bytes with their digest")


@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_is_told_and_has_a_term_that_premis_publishes(kind: StepKind) -> None:
    takes = [given for given in ("", "someone") if _can_be(kind, given)]
    assert len(takes) == 1
    step = Step("E-1", 2, kind, MONDAY, "archive", takes[0], "Omar", NO_STEP)
    assert "Omar" in step.told().en and "Omar" in step.told().ar
    assert "{" not in step.told().en + step.told().ar
    assert step.premis_event in PUBLISHED_TERMS


def _can_be(kind: StepKind, to: str) -> bool:
    try:
        Step("E-1", 2, kind, MONDAY, "archive", to, "Omar", NO_STEP)
    except ValueError:
        return False
    return True


# --- faults ---------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", range(4))
def test_a_step_left_out_is_noticed_unless_it_is_the_last(missing: int) -> None:
    steps = chain()
    del steps[missing]
    assert faults(steps)


def test_a_last_step_left_out_is_not_noticed_here() -> None:
    """Only the ledger, where each step is sealed, and whoever was told, can know of it."""
    assert faults(chain()[:-1]) == []


def test_no_step_at_all_is_a_fault() -> None:
    [fault] = faults([])
    assert "no step" in fault.en


@pytest.mark.parametrize(
    "change",
    [
        {"by": "Nour"},
        {"time": MONDAY + 5 * HOUR},
        {"note": "something else"},
        {"kind": StepKind.DERIVED},
        {"holder": "somebody"},
        {"number": 7},
        {"item": "E-0043"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_step_is_noticed_by_the_one_after_it(change: dict[str, Any]) -> None:
    steps = chain()
    steps[1] = replace(steps[1], **change)
    assert faults(steps)


def test_two_steps_exchanged_are_noticed() -> None:
    steps = chain()
    steps[1], steps[2] = steps[2], steps[1]
    assert faults(steps)


def test_an_item_that_changed_hands_unsaid_is_named() -> None:
    stolen = replace(after(RECEIVED, StepKind.CHECKED, MONDAY, by="Omar"), holder="a stranger")
    [fault] = faults([RECEIVED, stolen])
    assert "held by archive" in fault.en and "a stranger" in fault.en
    assert "archive" in fault.ar


def test_a_clock_that_goes_back_is_remarked_and_is_no_fault() -> None:
    early = after(RECEIVED, StepKind.CHECKED, MONDAY - timedelta(days=365), by="Omar")
    assert faults([RECEIVED, early]) == []
    [remark] = remarks([RECEIVED, early])
    assert "step 2" in remark.en


def test_a_chain_begins_once_and_only_with_how_the_item_came() -> None:
    with pytest.raises(ValueError, match="begins when"):
        first("E-1", StepKind.CHECKED, MONDAY, source="x", to="y", by="z")
    with pytest.raises(ValueError, match="once"):
        after(RECEIVED, StepKind.RECEIVED, MONDAY, by="Omar", to="archive")


@pytest.mark.parametrize("text", ["two\nlines", " space", "tab\t", "x" * 2001, "\u2028", "\ud800"])
def test_what_could_be_written_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"single lines|Unicode"):
        replace(RECEIVED, by=text)


def test_only_whole_seconds_in_utc_are_taken() -> None:
    for time in (
        MONDAY.replace(microsecond=1),
        MONDAY.replace(tzinfo=None),
        MONDAY.astimezone(timezone(HOUR)),
    ):
        with pytest.raises(ValueError, match="whole second"):
            replace(RECEIVED, time=time)


words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30
).filter(lambda text: text == text.strip())


@given(st.lists(st.tuples(st.sampled_from(StepKind), words, words), max_size=8))
def test_whatever_follows_whatever_a_chain_made_here_is_whole(
    steps: list[tuple[StepKind, str, str]],
) -> None:
    made = [RECEIVED]
    for kind, by, to in steps:
        for given_to in ("", to):
            try:
                made.append(after(made[-1], kind, MONDAY, by=by, to=given_to))
                break
            except ValueError:
                continue
    assert faults(made) == []
    assert len({step.digest for step in made}) == len(made)
    assert made[0].previous == Digest.of(b"")
