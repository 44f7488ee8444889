"""A count made by us leads back to each incident and says what it could not take."""

from __future__ import annotations

from tawthiq.counts.count import MemberKind, Reason
from tawthiq.counts.established import establish
from tawthiq.records.grade import Grade
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany

from .house import Row, frame, killed

TITLE = Both("killed", "قتلى")


def describe(code: str) -> tuple[Both, tuple[str, ...]]:
    return Both.same(f"incident {code}"), (f"https://example.org/{code}",)


def test_every_member_says_what_it_adds_and_where_that_stands() -> None:
    count = establish("k", TITLE, killed(), frame(Row("A", (2, 3, 5)), Row("B")), describe)
    assert count.value == HowMany(3, 4, 6)
    assert [(m.kind, m.code, m.how_many.high) for m in count.members] == [
        (MemberKind.INCIDENT, "A", 5),
        (MemberKind.INCIDENT, "B", 1),
    ]
    assert count.members[0].urls == ("https://example.org/A",)


def test_what_was_left_out_has_a_number_of_its_own() -> None:
    rows = frame(Row("A"), Row("B", (6, 7, 8), grade=Grade.WEAK), Row("C", None))
    count = establish("k", TITLE, killed(), rows, describe)
    assert [(left.reason, left.codes, left.how_many) for left in count.left_out] == [
        (Reason.GRADE, ("B",), HowMany(6, 7, 8)),
        (Reason.NOT_STATED, ("C",), None),
    ]


def test_nothing_counted_is_not_zero() -> None:
    count = establish("k", TITLE, killed(), frame(Row("A", grade=Grade.WEAK)), describe)
    assert count.value is None
    assert count.left_out


def test_a_member_of_nobody_killed_is_counted_and_adds_zero() -> None:
    count = establish("k", TITLE, killed(), frame(Row("A", (0, 0, 0))), describe)
    assert count.value == HowMany(0, 0, 0)
