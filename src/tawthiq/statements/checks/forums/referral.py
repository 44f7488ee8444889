"""F01: a referral to the International Criminal Court is asked for without a route."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("A referral without a route", "إحالة بلا طريق")
_COURT = (
    r"(?:(?:the )?(?:Prosecutor|office of the prosecutor)(?: of| at)? )?(?:the"
    r" )?(?:International Criminal Court|ICC|Hague\b|international criminal justice)"
)
_REFERS = re.compile(
    rf"\b(?:referral|refer(?:red|ring|s)?|submit(?:ting)?|transfer(?:ring)?|bring(?:ing)?"
    rf"|brought|tak(?:e|ing))\b[^.;\n]{{0,80}}?\bto\s+{_COURT}",
    re.IGNORECASE,
)
_ROUTE = re.compile(
    r"\b13\s?\(\s?b\s?\)|\b12\s?\(\s?3\s?\)|\bArticle 14\b|\bChapter VII\b", re.IGNORECASE
)
_COUNCIL = re.compile(r"\b(?:Security Council|UNSC)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:veto\w*|draft|failed|has (?:not )?(?:been )?referred|was referred|were referred|had"
    r" (?:been )?referred|refused|blocked|would have|could (?:not )?be|would need|needs? a"
    r"|requires? a|only (?:the|a)|cannot|attempt\w*|in 20\d\d the|referred (?:the situation in"
    r" )?(?:Darfur|Libya)|called for|urged|asked for)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """A demand to refer a State that is no party, naming neither the Council nor an article.

    Naming the Council alone makes it a warning: the article and Chapter VII are missing. It
    is silent where the route is named, where the State is a party or a referral stands, and
    where the text tells what became of one.
    """
    page = bench.reading.page
    for found in _REFERS.finditer(bench.reading.text):
        span = Span(*found.span())
        sentence = page.layout.said(page.sentence_of(span.start))
        block = page.layout.said(page.layout.blocks[page.sentence_of(span.start).block])
        if (
            _ROUTE.search(block)
            or _PAST.search(sentence)
            or page.layout.is_quoted(span.start, span.end)
        ):
            continue
        state = _state(bench, span)
        if not _is_open(bench, state):
            yield _finding(bench, span, state, by_council=_COUNCIL.search(sentence) is not None)


def _state(bench: Bench, span: Span) -> str:
    return next(iter(bench.legal.states_in(span)), "") or bench.legal.territory


def _is_open(bench: Bench, state: str) -> bool:
    """Whether the Court can already hear it: a party since, or a referral or declaration."""
    bond = bench.pack.bonds.bond(state, "ROME") if state else None
    said_on = bench.reading.said_on
    if bond and bond.in_force and (said_on is None or bond.binds_on(said_on)):
        return True
    return any(
        act.state == state and (said_on is None or act.made <= said_on) for act in bench.pack.acts
    )


def _finding(bench: Bench, span: Span, state: str, *, by_council: bool) -> Finding:
    bond = bench.pack.bonds.bond(state, "ROME") if state else None
    name = bench.pack.bonds.name_of(state) if state else NOTHING
    not_party = (
        Both(
            f"{name.en} is not a party to the Rome Statute.",
            f"{name.ar} ليست طرفًا في نظام روما الأساسي.",
        )
        if bond
        else NOTHING
    )
    veto = next(
        (f.condition for f in bench.pack.forums if f.id == "UNSC"), NOTHING
    ) if state == "Syria" else NOTHING  # fmt: skip
    missing = _NO_ARTICLE if by_council else _NO_COUNCIL
    return bench.finding(
        "F01",
        Severity.WARNING if by_council else Severity.ERROR,
        span,
        _TITLE,
        joined((missing, not_party, _sentence(bond.note if bond else NOTHING), _sentence(veto))),
        _SUGGESTED,
        (bond.url,) if bond else (),
        law=bench.legal.named(
            "RS-13",
            "RS-12",
            "UNC-27-3",
            *(("SC-DRAFT-348", "GA-71-248", "GA-377V") if state == "Syria" else ("GA-377V",)),
        ),
    )


def _sentence(said: Both) -> Both:
    if not said:
        return NOTHING
    return Both(f"{said.en[:1].upper()}{said.en[1:].rstrip('.')}.", f"{said.ar.rstrip('.')}.")


_NO_COUNCIL = Both(
    "The demand names nobody who could refer: for a State that is no party this is the Security"
    " Council, under Chapter VII and Article 13(b).",
    "لا يسمّي المطلب من يستطيع الإحالة: وهو، لدولة ليست طرفًا، مجلس الأمن بموجب الفصل السابع"
    " والمادة ١٣(ب).",
)
_NO_ARTICLE = Both(
    "The demand names the Council, and neither Chapter VII nor Article 13(b) by which it refers.",
    "يسمّي المطلب المجلس، ولا يذكر الفصل السابع ولا المادة ١٣(ب) اللذين يحيل بموجبهما.",
)
_SUGGESTED = Both(
    "“that the Security Council, acting under Chapter VII, refer the situation under Article"
    " 13(b)”;"
    " and beside it what no veto stops: the General Assembly (377(V)), support for the IIIM,"
    " universal"
    " jurisdiction, a declaration by the State under Article 12(3).",
    "«أن يحيل مجلس الأمن الحالة، متصرفًا بموجب الفصل السابع، وفق المادة ١٣(ب)»؛ وإلى جانبه ما"
    " لا يوقفه"
    " نقض: الجمعية العامة (٣٧٧(د-٥))، ودعم الآلية الدولية، والولاية القضائية العالمية، وإعلان من"
    " الدولة بموجب المادة ١٢(٣).",
)

CHECK = Check("F01", Severity.ERROR, _TITLE, find)
