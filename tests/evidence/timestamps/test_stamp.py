from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tawthiq.evidence.timestamps.stamp import Asked, NotStamped, Stamped, pending
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
ONE, TWO = Digest.of(b"one"), Digest.of(b"two")
WHY = Both("no network", "لا اتصال")


def asked(digest: Digest, hours: int = 0, authority: str = "tsa.example") -> Asked:
    return Asked(digest, authority, MONDAY + timedelta(hours=hours))


def stamped(digest: Digest, authority: str = "tsa.example") -> Stamped:
    return Stamped(digest, b"reply", 1, authority, MONDAY)


def test_what_has_no_stamp_is_pending_oldest_first() -> None:
    assert pending([asked(TWO, 2), asked(ONE, 1)], []) == [asked(ONE, 1), asked(TWO, 2)]


def test_a_stamp_ends_the_waiting_for_that_digest_alone() -> None:
    assert pending([asked(ONE), asked(TWO)], [stamped(ONE)]) == [asked(TWO)]


def test_the_stamp_of_one_authority_is_not_that_of_another() -> None:
    other = asked(ONE, authority="other.example")
    assert pending([asked(ONE), other], [stamped(ONE)]) == [other]


def test_a_failed_attempt_leaves_it_pending() -> None:
    assert pending([asked(ONE)], [NotStamped(ONE, "tsa.example", WHY)]) == [asked(ONE)]


def test_what_was_refused_for_good_is_no_longer_pending_and_no_stamp() -> None:
    refused = NotStamped(ONE, "tsa.example", WHY, b"reply", may_be_asked_again=False)
    assert pending([asked(ONE)], [refused]) == []
