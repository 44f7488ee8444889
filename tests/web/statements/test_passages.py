"""A checked text is cut into passages without losing, doubling or moving a sign of it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.values.both import Both
from tawthiq.web.statements.passages import Part, parts

SAID = Both("x", "س")


def finding(start: int, end: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("N01", severity, start, end, "", SAID, SAID)


@st.composite
def texts_with_findings(draw: st.DrawFn) -> tuple[str, tuple[Finding, ...]]:
    """A text of several paragraphs, and findings anywhere in it, overlapping or nested."""
    text = draw(st.text("ab ا\n", min_size=2, max_size=80).filter(lambda t: t.strip()))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    drawn = draw(st.lists(st.tuples(spans, st.sampled_from(list(Severity))), max_size=8))
    return text, tuple(finding(a, b, s) for (a, b), s in drawn if a < b)


def written(laid_out: tuple[Part, ...]) -> str:
    paragraphs = (pieces for part in laid_out for pieces in part.paragraphs)
    return "\n".join("".join(piece.text for piece in pieces) for pieces in paragraphs)


@given(texts_with_findings())
def test_the_text_reads_as_it_was_given(given_: tuple[str, tuple[Finding, ...]]) -> None:
    text, findings = given_
    laid_out, _ = parts(text, findings)
    assert written(laid_out) == "\n".join(p for p in text.split("\n") if p.strip())


@given(texts_with_findings())
def test_every_finding_stands_once_beside_its_paragraph_or_the_whole(
    given_: tuple[str, tuple[Finding, ...]],
) -> None:
    text, findings = given_
    laid_out, whole = parts(text, findings)
    beside = [each for part in laid_out for each in part.findings]
    blank = [f for f in findings if not text[f.start : f.end].strip()]
    assert len(beside) + len(whole) >= len(findings) - len(blank)
    numbers = [each.number for each in (*beside, *whole)]
    assert len(set(numbers)) == len(numbers)


@given(texts_with_findings())
def test_a_piece_looks_as_grave_as_the_gravest_finding_over_it(
    given_: tuple[str, tuple[Finding, ...]],
) -> None:
    text, findings = given_
    laid_out, whole = parts(text, findings)
    apart = {id(each.finding) for each in whole}
    at = 0
    for part in laid_out:
        for pieces in part.paragraphs:
            paragraph = "".join(piece.text for piece in pieces)
            at = text.index(paragraph, at)
            for piece in pieces:
                over = [
                    f
                    for f in findings
                    if id(f) not in apart and f.start <= at and at + len(piece.text) <= f.end
                ]
                gravest = min((f.severity.rank for f in over), default=None)
                shown = Severity(piece.severity).rank if piece.severity else None
                assert shown == gravest
                at += len(piece.text)


def test_a_finding_inside_another_keeps_its_own_number() -> None:
    text = "781 civilians lost their lives in 33 massacres"
    laid_out, _ = parts(text + ".\n", (finding(0, 46), finding(0, 3, Severity.NOTE)))
    (pieces,) = laid_out[0].paragraphs
    assert [piece.text for piece in pieces] == ["781", text[3:], "."]
    assert pieces[0].begins == (1, 2)
    assert pieces[0].ends == (2,)
    assert pieces[1].ends == (1,)
    assert pieces[2].severity == ""


def test_what_concerns_all_of_the_text_stands_at_its_end() -> None:
    text = "One side only."
    laid_out, whole = parts(text, (finding(0, len(text), Severity.NOTE),))
    assert [each.number for each in whole] == [1]
    assert laid_out[0].findings == ()


def test_paragraphs_without_a_finding_stand_together() -> None:
    text = "One.\n\nTwo.\nThree is wrong.\nFour.\n"
    laid_out, _ = parts(text, (finding(text.index("Three"), text.index("Three") + 5),))
    assert [len(part.paragraphs) for part in laid_out] == [2, 1, 1]
    assert re.sub(r"\s", "", written(laid_out)) == "One.Two.Threeiswrong.Four."
