"""W05: what could lead an attacker or a stranger to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("It could put somebody in danger", "قد يعرّض أحدًا للخطر")
_OF_AGE = 18

_NAME = r"(?:[A-Z][\w'’-]+\s+(?:(?:al|el|bin|bint|abu|umm|abd|ibn)[- ])*){1,3}[A-Z][\w'’-]+"
_AGED = re.compile(
    rf"(?P<name>{_NAME})\s*(?:,|\(|–|-|who was|was|is)?\s*(?:aged?|an?)?\s*(?P<age>\d{{1,2}})"
    r"(?:[- ](?:years?)[- ]olds?|\s+years? of age|\s*\)|\s*,)"
)
_CHILD_NAMED = re.compile(
    r"\b(?:[Tt]he |[Aa] )?(?:child|girl|boy|infant|baby|toddler|minor)s?(?: named| called|,)? "
    rf"(?P<name>{_NAME})"
)
_POINT = re.compile(
    r"(?<![\d.])(?:[1-8]?\d\.\d{3,}\s*°?\s*[NS]?\s*[,;/ ]\s*(?:1[0-7]\d"
    r"|\d{1,2})\.\d{3,}\s*°?\s*[EW]?"
    r"|\d{1,2}°\s?\d{1,2}['′]\s?\d{1,2}(?:\.\d+)?[\"″]\s?[NS])"
)
_TELEPHONE = re.compile(r"(?<!\w)(?:\+|00)(?:963|90|961|962|964)[\s-]?\d(?:[\s-]?\d){6,11}\b")
_AGREED = re.compile(
    r"\b(?:name (?:has been )?changed|not (?:his|her|their) real name|pseudonym"
    r"|with (?:the |written |informed )*consent)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Names of minors, exact positions and telephone numbers.

    It is silent for adults, for ages without names, and for names of children where the text
    says that they were changed or that there is consent.
    """
    yield from (_place(bench, Span(*found.span())) for found in _POINT.finditer(bench.reading.text))
    for found in _TELEPHONE.finditer(bench.reading.text):
        yield _telephone(bench, Span(*found.span()))
    if not _AGREED.search(bench.reading.text):
        yield from (_minor(bench, span) for span in _minors(bench))


def _minors(bench: Bench) -> list[Span]:
    text = bench.reading.text
    aged = (Span(*f.span("name")) for f in _AGED.finditer(text) if int(f["age"]) < _OF_AGE)
    named = (Span(*f.span("name")) for f in _CHILD_NAMED.finditer(text))
    spans = {span.start: span for span in (*aged, *named)}
    places = {area.start for area in bench.reading.areas}
    return [span for start, span in sorted(spans.items()) if start not in places]


def _minor(bench: Bench, span: Span) -> Finding:
    return bench.finding(
        "W05",
        Severity.ERROR,
        span,
        _TITLE,
        Both(
            "A child is named. A name cannot be called back once it is out.",
            "ورد اسم طفل. والاسم إذا خرج لا يُسترد.",
        ),
        Both(
            "Leave the name out, or write initials and age; with consent of whoever decides for the"
            " child, say so.",
            "احذف الاسم، أو اكتب الأحرف الأولى والعمر؛ وإن وُجدت موافقة ممن يقرر عن الطفل فاذكرها.",
        ),
    )


def _place(bench: Bench, span: Span) -> Finding:
    return bench.finding(
        "W05",
        Severity.ERROR,
        span,
        _TITLE,
        Both(
            "An exact position can be aimed at.",
            "الموضع الدقيق يمكن استهدافه.",
        ),
        Both(
            "Name the settlement; keep the position for those who may receive it.",
            "اذكر البلدة؛ واحفظ الموضع لمن يحق له تلقيه.",
        ),
    )


def _telephone(bench: Bench, span: Span) -> Finding:
    return bench.finding(
        "W05",
        Severity.ERROR,
        span,
        _TITLE,
        Both("A telephone number leads to a person.", "رقم الهاتف يقود إلى شخص."),
        Both(
            "Leave it out; give an address of the organisation.",
            "احذفه؛ واذكر عنوانًا للمنظمة.",
        ),
    )


CHECK = Check("W05", Severity.ERROR, _TITLE, find)
