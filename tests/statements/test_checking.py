"""Checking a whole text: what is refused, what is said not to have been looked at, and how long."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.group import CHILDREN, UNSTATED
from tawthiq.claims.toll import Harm
from tawthiq.errors import InputError, NotLookedAtError
from tawthiq.statements.checking import LONGEST, check
from tawthiq.statements.checks.finding import Severity
from tawthiq.statements.known import Known, KnownToll
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany

from .house import INCIDENTS, known

WITH_TOLLS = (
    INCIDENTS[0],
    replace(
        INCIDENTS[1],
        tolls=tuple(
            KnownToll(origin, harm, group, HowMany.exactly(number))
            for origin, harm, group, number in (
                ("snhr", Harm.KILLED, UNSTATED, 39),
                ("sohr", Harm.KILLED, UNSTATED, 37),
                ("stj", Harm.KILLED, UNSTATED, 54),
                ("snhr", Harm.KILLED, CHILDREN, 5),
                ("stj", Harm.INJURED, UNSTATED, 60),
            )
        ),
    ),
)
NOTHING_KNOWN = Known("empty", Both("Nothing", "لا شيء"), (), {}, ())
SAFE = """According to SNHR, from 26 April to 27 July 2019 at least 781 civilians, including 208
children and 140 women, were killed in the north-west de-escalation area: 625 in attacks that it
attributes to Syrian government forces and 156 in attacks that it attributes to Russian forces.
STJ recorded three health centres, two hospitals and eight schools put out of service from 1 to
23 June 2019. In a non-international armed conflict, common Article 3 and customary rules protect
hospitals. If an independent investigation confirms it, some of these attacks may amount to war
crimes, for example under Article 8(2)(e)(i) or (iv) of the Rome Statute. Syria is no party to it;
the Court would need a referral under Article 13(b), or an acceptance under Article 12(3)."""


def test_a_careful_statement_is_free_of_errors() -> None:
    report = check(SAFE, known())
    assert [finding.check for finding in report.errors] == []
    assert report.looked_at.compared == 8


def test_the_seed_has_what_a_careful_reader_finds(shared: Path) -> None:
    """The expected score at the end of statement_checks.md."""
    text = (shared / "statement" / "seed-statement.txt").read_text(encoding="utf-8")
    report = check(text, known())
    errors = {f.check for f in report.findings if f.severity is Severity.ERROR}
    others = {f.check for f in report.findings if f.severity is not Severity.ERROR}
    assert {id_ for id_ in errors if id_[0] in "NW"} == {
        "N01", "N02", "N03", "N04", "N08", "N10", "W01",
    }  # fmt: skip
    assert {id_ for id_ in others if id_[0] in "NW"} == {
        "N05", "N06", "N07", "N09", "W02", "W03", "W04", "W06", "W07", "W08",
    }  # fmt: skip
    assert errors - others >= {"L01", "L02", "L04", "L05", "F01", "F02"}
    assert {id_ for id_ in errors if id_[0] in "LF"} == {"L01", "L02", "L04", "L05", "F01", "F02"}
    assert {id_ for id_ in others if id_[0] in "LF"} == {
        "L06", "L08", "L09", "L10", "L11", "L12", "F03", "F04", "F05", "F06",
    }  # fmt: skip
    families = [f.check[0] for f in report.findings]
    assert (families.count("N") + families.count("W"), len(families)) == (29, 47)
    (fused,) = report.of("N01")
    assert fused.passage.startswith("33 massacres had killed 781 civilians")
    (window,) = report.of("N03")
    assert "two hospitals" in window.passage and "right" in window.explanation.en
    assert [f.passage for f in report.of("N06")] == ["3 million civilians"]
    assert {f.passage for f in report.of("N07")} == {
        "Syrian Organization for Truth and Justice",
        "Syrian Human Rights Network",
        "Pederson",
    }


def test_the_seed_is_checked_while_one_waits(shared: Path) -> None:
    """Promised: under 0.3 s once warm; this bound is loose, the benchmark is not."""
    text = (shared / "statement" / "seed-statement.txt").read_text(encoding="utf-8")
    case = known()
    check(text, case)
    begun = time.process_time()
    check(text, case)
    assert time.process_time() - begun < 1.5


@pytest.mark.parametrize("text", ["", "  \n\n ", "…", "— 12 —"])
def test_an_empty_text_is_no_text_without_faults(text: str) -> None:
    with pytest.raises(NotLookedAtError, match="nothing was checked"):
        check(text, known())


def test_an_arabic_text_is_refused_and_not_passed() -> None:
    text = "قُتل 781 مدنيًا في 33 مجزرة.\n\nوتقول SNHR ذلك."
    with pytest.raises(NotLookedAtError, match="Arabic"):
        check(text, known())


def test_arabic_sentences_in_an_english_text_are_counted() -> None:
    report = check("Many died.\n\nقُتل كثيرون.\n\nMany fled.", known())
    assert any("sentences in Arabic: 1" in left.en for left in report.looked_at.not_looked_at)
    assert any("N11" in left.en for left in report.looked_at.not_looked_at)


def test_a_text_too_long_is_refused_at_once() -> None:
    begun = time.process_time()
    with pytest.raises(InputError, match="check it in parts"):
        check("a" * (LONGEST + 1), known())
    assert time.process_time() - begun < 0.5


def test_findings_stand_in_the_order_of_the_text_the_gravest_first() -> None:
    report = check(SAFE + "\n\nThe criminals of the regime of barrels killed 12 people.", known())
    order = [(f.start, f.severity.rank) for f in report.findings]
    assert order == sorted(order)


def test_without_a_case_a_text_is_held_against_itself() -> None:
    text = "60 people were killed, including 154 children."
    assert "N04" in [finding.check for finding in check(text, NOTHING_KNOWN).findings]


@given(
    st.lists(
        st.sampled_from(
            [
                "781",
                "33",
                "civilians",
                "children",
                "massacres",
                "were",
                "killed",
                "by",
                "Russian",
                "forces",
                "and",
                "SNHR",
                "said",
                "of",
                "them",
                "54",
                "%",
                "half",
                "in",
                "May",
                "2019",
                "between",
                "26",
                "April",
                "including",
                "(",
                ")",
                ".",
                ",",
                ":",
                ";",
                "“",
                "”",
                "—",
                "\n\n",
                "-",
                "the",
                "Idlib",
                "hospitals",
                "out",
                "of",
                "service",
                "Syrian",
                "who",
                "deliberately",
                "targeted",
                "criminals",
                "Saraqib",
                "Maarat al-Numan",
                "on 22 July 2019",
                "injured",
                "market",
                "more",
            ]
        ),
        max_size=60,
    )
)
def test_any_words_in_any_order_are_read_and_every_passage_is_there(words: list[str]) -> None:
    text = " ".join(words)
    try:
        report = check(text, known(WITH_TOLLS))
    except NotLookedAtError:
        return
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.passage
        assert finding.explanation.en and finding.explanation.ar
