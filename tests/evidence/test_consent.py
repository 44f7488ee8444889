"""What a person agreed to and took back; Layla, Omar and the bodies are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.consent import (
    NOBODY_LOOKED,
    STORING,
    Allowed,
    Consent,
    Denied,
    Event,
    Purpose,
    Release,
    Use,
    Withdrawal,
    already_out,
    blocked_by,
    may,
    uses_agreed_to,
)

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
COURT, PAPER = Use(Purpose.SHARE, "court"), Use(Purpose.SHARE, "newspaper")
PUBLISHING, NAMING = Use(Purpose.PUBLISH), Use(Purpose.PUBLISH_NAME)
PICTURING = Use(Purpose.PUBLISH_PICTURE)
USES = [STORING, COURT, PAPER, PUBLISHING, NAMING, PICTURING]


def agreed(use: Use, person: str = "layla", until: date | None = None) -> Consent:
    return Consent(person, use, MONDAY, until, "nour")


def took_back(use: Use | None, person: str = "layla") -> Withdrawal:
    return Withdrawal(person, use, MONDAY, "nour")


def is_allowed(use: Use, history: list[Event], *persons: str, now: datetime = MONDAY) -> bool:
    return isinstance(may(use, persons or ["layla"], history, now), Allowed)


ALL: list[Event] = [agreed(use) for use in USES]


@pytest.mark.parametrize("use", USES, ids=lambda use: use.purpose)
def test_who_was_never_asked_has_not_agreed(use: Use) -> None:
    verdict = may(use, ["layla"], [], MONDAY)
    assert isinstance(verdict, Denied)
    assert verdict.reasons[-1].en.startswith("layla was never asked")
    assert "لم يُسأل" in verdict.reasons[-1].ar


@pytest.mark.parametrize("use", USES, ids=lambda use: use.purpose)
def test_what_nobody_looked_at_is_not_used(use: Use) -> None:
    verdict = may(use, NOBODY_LOOKED, ALL, MONDAY)
    assert isinstance(verdict, Denied) and "nobody has looked" in verdict.reasons[0].en


@pytest.mark.parametrize("use", USES, ids=lambda use: use.purpose)
def test_what_shows_nobody_needs_nobodys_consent(use: Use) -> None:
    assert may(use, [], [], MONDAY) == Allowed(())


def test_a_consent_for_one_body_is_not_for_another() -> None:
    history: list[Event] = [agreed(STORING), agreed(COURT)]
    assert is_allowed(COURT, history)
    assert not is_allowed(PAPER, history)


def test_publishing_is_neither_naming_nor_sharing() -> None:
    history: list[Event] = [agreed(STORING), agreed(PUBLISHING)]
    assert [use for use in USES if is_allowed(use, history)] == [STORING, PUBLISHING]


def test_a_name_is_published_only_with_the_publishing_itself() -> None:
    assert not is_allowed(NAMING, [agreed(STORING), agreed(NAMING)])
    assert is_allowed(NAMING, [agreed(STORING), agreed(NAMING), agreed(PUBLISHING)])


def test_nothing_is_shared_that_may_not_be_kept() -> None:
    assert not is_allowed(COURT, [agreed(COURT)])


def test_everybody_in_it_must_agree() -> None:
    assert not is_allowed(COURT, ALL, "layla", "omar")
    verdict = may(COURT, ["layla", "omar"], ALL, MONDAY)
    assert isinstance(verdict, Denied)
    assert all("omar" in reason.en for reason in verdict.reasons)
    assert is_allowed(
        COURT, [*ALL, agreed(STORING, "omar"), agreed(COURT, "omar")], "layla", "omar"
    )


def test_the_permission_names_what_it_rests_on() -> None:
    assert may(COURT, ["layla"], ALL, MONDAY) == Allowed((agreed(STORING), agreed(COURT)))


@pytest.mark.parametrize(("days", "allowed"), [(0, True), (1, True), (2, False), (400, False)])
def test_a_consent_with_an_end_holds_through_its_last_day(days: int, allowed: bool) -> None:
    until = MONDAY.date() + timedelta(days=1)
    history: list[Event] = [agreed(STORING), agreed(COURT, until=until)]
    late = MONDAY.replace(hour=23, minute=59) + timedelta(days=days)
    assert is_allowed(COURT, history, now=late) is allowed
    if not allowed:
        verdict = may(COURT, ["layla"], history, late)
        assert isinstance(verdict, Denied) and "ended on 2026-11-24" in verdict.reasons[0].en


def test_a_narrower_consent_takes_the_place_of_a_wider_one() -> None:
    history: list[Event] = [agreed(STORING), agreed(COURT), agreed(COURT, until=MONDAY.date())]
    assert not is_allowed(COURT, history, now=MONDAY + timedelta(days=1))


# --- taking back ----------------------------------------------------------------------------


def test_a_withdrawal_holds_at_once_and_for_that_use_alone() -> None:
    history = [*ALL, took_back(COURT)]
    assert [use for use in USES if not is_allowed(use, history)] == [COURT]
    verdict = may(COURT, ["layla"], history, MONDAY)
    assert isinstance(verdict, Denied)
    assert verdict.reasons[0].en == (
        "layla withdrew the consent to share it with court on 2026-11-23"
    )


def test_a_withdrawal_dated_tomorrow_holds_today() -> None:
    later = replace(took_back(COURT), given=MONDAY + timedelta(days=1))
    assert not is_allowed(COURT, [*ALL, later])


def test_who_takes_everything_back_has_agreed_to_nothing() -> None:
    assert not any(is_allowed(use, [*ALL, took_back(None)]) for use in USES)


def test_who_takes_back_the_storing_has_taken_back_everything() -> None:
    assert not any(is_allowed(use, [*ALL, took_back(STORING)]) for use in USES)


def test_who_takes_back_the_publishing_has_taken_back_the_name() -> None:
    history = [*ALL, took_back(PUBLISHING)]
    allowed = [use for use in USES if is_allowed(use, history)]
    assert allowed == [STORING, COURT, PAPER]


def test_who_agrees_again_has_agreed() -> None:
    assert is_allowed(COURT, [*ALL, took_back(COURT), agreed(COURT)])


def test_one_person_takes_back_nothing_of_another() -> None:
    assert is_allowed(COURT, [*ALL, took_back(None, "omar")])


def test_what_a_withdrawal_stops_is_listed() -> None:
    uses = uses_agreed_to("layla", [*ALL, agreed(COURT)])
    assert uses == USES
    assert blocked_by(took_back(PUBLISHING), ALL, uses, MONDAY) == [PUBLISHING, NAMING, PICTURING]
    assert blocked_by(took_back(None), ALL, uses, MONDAY) == USES
    assert blocked_by(took_back(COURT), [*ALL, took_back(COURT)], uses, MONDAY) == []


def test_who_has_already_received_it_is_listed() -> None:
    def left(use: Use, *persons: str) -> Release:
        return Release(frozenset(persons), "E-1", use, MONDAY, f"package for {use.recipient}")

    to_court, to_paper = left(COURT, "layla", "omar"), left(PAPER, "layla")
    of_omar, named = left(COURT, "omar"), left(NAMING, "layla")
    history: list[Event] = [*ALL, to_court, to_paper, of_omar, named]
    assert already_out(took_back(COURT), history) == [to_court]
    assert already_out(took_back(PUBLISHING), history) == [named]
    assert already_out(took_back(None), history) == [to_court, to_paper, named]
    assert already_out(took_back(STORING), history) == [to_court, to_paper, named]
    assert already_out(took_back(COURT, "omar"), history) == [to_court, of_omar]


# --- what cannot be said --------------------------------------------------------------------


def test_sharing_names_a_body_and_nothing_else_does() -> None:
    for purpose, body in ((Purpose.SHARE, ""), (Purpose.STORE, "court"), (Purpose.PUBLISH, "x")):
        with pytest.raises(ValueError, match="says nothing"):
            Use(purpose, body)


def test_a_consent_ends_after_it_began_and_somebody_wrote_it_down() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        agreed(COURT, until=MONDAY.date() - timedelta(days=1))
    with pytest.raises(ValueError, match="names the person"):
        agreed(COURT, person="")
    with pytest.raises(ValueError, match="names the person"):
        replace(took_back(None), taken_by="")


def test_moments_are_in_utc() -> None:
    local = MONDAY.astimezone(timezone(timedelta(hours=3)))
    for make in (
        lambda: may(COURT, ["layla"], ALL, local),
        lambda: replace(agreed(COURT), given=local),
        lambda: replace(took_back(None), given=local),
    ):
        with pytest.raises(ValueError, match="UTC"):
            make()


# --- laws -----------------------------------------------------------------------------------

people = st.sampled_from(["layla", "omar"])
uses = st.sampled_from(USES)
ends = st.none() | st.integers(0, 3).map(lambda days: MONDAY.date() + timedelta(days=days))
consents = st.builds(agreed, uses, people, ends)
withdrawals = st.builds(took_back, st.none() | uses, people)
releases = st.builds(
    lambda person, use: Release(frozenset([person]), "E-1", use, MONDAY, "p"), people, uses
)
histories = st.lists(consents | withdrawals | releases, max_size=25)
nows = st.integers(0, 5).map(lambda days: MONDAY + timedelta(days=days))


@given(uses, histories, withdrawals, nows, st.data())
def test_taking_something_back_never_allows_more(
    use: Use, history: list[Event], withdrawal: Withdrawal, now: datetime, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(history)))
    more = [*history[:at], withdrawal, *history[at:]]
    for persons in (["layla"], ["omar"], ["layla", "omar"]):
        if not is_allowed(use, history, *persons, now=now):
            assert not is_allowed(use, more, *persons, now=now)


@given(uses, histories, nows)
def test_after_everything_is_taken_back_nothing_is_allowed(
    use: Use, history: list[Event], now: datetime
) -> None:
    assert not is_allowed(use, [*history, took_back(None)], now=now)


@given(uses, histories, people, nows)
def test_without_a_consent_to_this_very_use_the_answer_is_no(
    use: Use, history: list[Event], person: str, now: datetime
) -> None:
    others = [
        one
        for one in history
        if not (isinstance(one, Consent) and (one.person, one.use) == (person, use))
    ]
    assert not is_allowed(use, others, person, now=now)


@given(uses, histories, st.lists(people, min_size=1), nows)
def test_another_person_more_never_allows_more(
    use: Use, history: list[Event], persons: list[str], now: datetime
) -> None:
    together = is_allowed(use, history, *persons, now=now)
    assert together == all(is_allowed(use, history, one, now=now) for one in persons)


@given(uses, histories, nows)
def test_time_alone_never_allows_more(use: Use, history: list[Event], now: datetime) -> None:
    if not is_allowed(use, history, now=now):
        assert not is_allowed(use, history, now=now + timedelta(days=1))


@given(uses, histories, releases, nows)
def test_what_has_left_changes_nothing_of_what_may(
    use: Use, history: list[Event], release: Release, now: datetime
) -> None:
    before = may(use, ["layla"], history, now)
    assert may(use, ["layla"], [*history, release], now) == before


@given(uses, histories, histories, nows)
def test_what_others_say_changes_nothing(
    use: Use, history: list[Event], more: list[Event], now: datetime
) -> None:
    of_omar = [one for one in more if not isinstance(one, Release) and one.person == "omar"]
    before = may(use, ["layla"], history, now)
    assert may(use, ["layla"], [*history, *of_omar], now) == before
