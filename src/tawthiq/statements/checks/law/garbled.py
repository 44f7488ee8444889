"""L02: a norm that says something else than the text has it say, or does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tawthiq.law.norm import Norm
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.law.applicable import cited_as
from tawthiq.statements.checks.law.sayings import sets_aside, told
from tawthiq.statements.checks.rows import listed, noted
from tawthiq.statements.reading.provisions import ProvisionSaid, is_known
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both, joined

_TITLE = Both("A norm is misquoted", "حكم نُقل على غير وجهه")
_DUTY_BEARERS = re.compile(
    r"\b(?:part(?:y|ies) to (?:the|a|any) conflict|warring parties|belligerents)\b"
    r"(?=[^.;:]{0,40}?\b(?:(?:may|must|shall|should|can) (?:not|never|also|in no case)?\s*be\s"
    r"(?:attacked|protected|targeted|respected|harmed)|(?:are|is) (?:protected|immune)))",
    re.IGNORECASE,
)
_BY_THEM = re.compile(
    r"\b(?:by|of|on|upon|from|that|between)\s+(?:(?:the|all|any|both)\s+)*$", re.IGNORECASE
)
_PROTECTED: Mapping[str, re.Pattern[str]] = {
    key: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for key, words in {
        "medical_units": (
            r"hospitals?|clinics?|medical (?:units?|facilit\w+|cent(?:re|er)s?)|health"
            r" (?:facilit\w+|cent(?:re|er)s?)"
        ),
        "medical_personnel": (
            r"medical (?:personnel|staff|workers)|doctors?|nurses?|paramedics?|health"
            r" workers?"
        ),
        "schools": r"schools?|pupils|classrooms?",
        "religious_objects": r"mosques?|church(?:es)?|places? of worship|houses of worship",
        "journalists": r"journalists?|reporters?|media (?:workers?|professionals)",
        "detainees": r"prisoners?|detainees?|detained",
        "children": r"children|minors",
        "women": r"women",
        "displaced": r"displac\w+|deport\w+|forcibl\w+ transfer\w*|refugees?",
        "humanitarian_personnel": r"(?:aid|relief|humanitarian) (?:workers?|personnel|staff)",
        "markets": r"markets?|bakeries",
    }.items()
}
_NAMED_BESIDES: Mapping[str, str] = {
    "women": r"women|mothers|maternity",
    "children": r"child|under-18|minor",
    "displaced": r"displace|deport|transfer|expuls|return|uproot",
    "schools": r"school|educat|civilian object|building",
    "religious_objects": r"relig|worship|cultur|civilian object",
    "medical_units": r"hospital|medical|health|civilian object|places where the sick",
    "medical_personnel": r"medical|staff|hospital|personnel",
    "markets": r"civilian object|civilian",
    "journalists": r"journalist|civilian",
    "detainees": (
        r"detain|prison|hors de combat|liberty|out of the fight|in (?:the|a party's)"
        r" (?:hands|power)"
    ),
    "humanitarian_personnel": r"relief|humanitarian|aid|civilian",
}  # fmt: skip


def find(bench: Bench) -> Iterator[Finding]:
    """Provisions that are retold with other roles or objects than theirs, or that do not exist.

    Parties to a conflict bear duties and are no protected group; an article on transfers does
    not protect hospitals; a resolution has one year. What a text says is held against the
    summary and the protected objects of the row. It is silent where the text only cites.
    """
    done: set[tuple[int, int]] = set()
    for said in bench.legal.provisions:
        if bench.reading.page.layout.is_quoted(said.start, said.end):
            continue
        for finding in _of(bench, said):
            if (finding.start, finding.end) not in done:
                done.add((finding.start, finding.end))
                yield finding


def _of(bench: Bench, said: ProvisionSaid) -> Iterator[Finding]:
    norms = bench.legal.norms_of(said)
    if said.article and not is_known(said.instrument, said.article):
        yield _no_such(bench, said)
    elif norms and said.instrument in ("SC", "GA") and said.year.isdigit():
        yield from _wrong_year(bench, said, norms[0])
    elif norms and said.article and (telling := told(bench, said)) and not sets_aside(bench, said):
        yield from _retold(bench, said, norms, telling)


def _no_such(bench: Bench, said: ProvisionSaid) -> Finding:
    name = cited_as(said)
    return bench.finding(
        "L02", Severity.ERROR, said, _TITLE,
        Both(f"There is no {name.en}.", f"لا وجود لـ{name.ar}."),
        Both("Look the number up at its source.", "تحقق من الرقم في مصدره."),
    )  # fmt: skip


def _wrong_year(bench: Bench, said: ProvisionSaid, norm: Norm) -> Iterator[Finding]:
    right = re.search(r"\((\d{4})\)", norm.instrument.en)
    if right and right[1] != said.year and len(said.year) == 4:
        yield bench.finding(
            "L02", Severity.ERROR, said, _TITLE,
            Both(
                f"The text dates the resolution {said.year}; it is of {right[1]}.",
                f"يؤرخ النص القرار بعام {said.year}؛ وهو من عام {right[1]}.",
            ),
            norm.instrument,
            law=(norm,),
        )  # fmt: skip


def _retold(
    bench: Bench, said: ProvisionSaid, norms: tuple[Norm, ...], telling: Span
) -> Iterator[Finding]:
    text = bench.reading.text[telling.start : telling.end]
    faults = [*_roles(text), *_objects(text, norms)]
    if not faults:
        return
    others = _kin(bench, said, text) if len(faults) == 1 and faults[0] is not _NO_ROLE else ()
    first = norms[0]
    yield bench.finding(
        "L02",
        Severity.ERROR,
        Span(said.start, telling.end),
        _TITLE,
        joined(
            (
                *faults,
                Both(
                    f"In our words it says: {first.summary.en}",
                    f"ومضمونه بعبارتنا: {first.summary.ar}",
                ),
                noted(norms[:1]),
            )
        ),
        _suggested(others),
        law=(*norms[:2], *others),
    )


_NO_ROLE = Both(
    "The parties to the conflict bear the duty; they are not among those whom the norm protects.",
    "أطراف النزاع هي التي يقع عليها الواجب، وليست ممن يحميهم الحكم.",
)


def _roles(text: str) -> Iterator[Both]:
    for found in _DUTY_BEARERS.finditer(text):
        if not _BY_THEM.search(text[: found.start()]):
            yield _NO_ROLE
            return


def _objects(text: str, norms: tuple[Norm, ...]) -> Iterator[Both]:
    """Whom or what the text has the norm protect, though no row of it does."""
    zones = all("zone" in norm.title.en for norm in norms)
    if zones and re.search(r"\bzones?\b", text, re.IGNORECASE):
        return
    protects = {each for norm in norms for each in norm.protects}
    summaries = " ".join(f"{'' if zones else norm.title.en} {norm.summary.en}" for norm in norms)
    subject = text[:200]
    named = {key: m for key, words in _PROTECTED.items() if (m := words.search(subject))}
    strange = [key for key in named if not _holds(key, protects, summaries)]
    if named and len(strange) == len(named):
        said = ", ".join(named[key].group().lower() for key in strange)
        yield Both(
            f"Nothing in this provision is about “{said}”.",
            f"ليس في هذا الحكم شيء عن «{said}».",
        )
    elif "women" in named and "maternity" in summaries and not re.search(_PREGNANT, subject):
        yield Both(
            "The text has women in general; the norm speaks of maternity cases.",
            "يذكر النص النساء عامة؛ والحكم يتحدث عن حالات الولادة.",
        )


_PREGNANT = r"(?i)maternity|pregnant|expectant|childbirth|in labour|giving birth"


def _holds(key: str, protects: set[str], summaries: str) -> bool:
    return key in protects or re.search(_NAMED_BESIDES[key], summaries, re.IGNORECASE) is not None


def _kin(bench: Bench, said: ProvisionSaid, text: str) -> tuple[Norm, ...]:
    """Norms of the same instrument that are about what the text speaks of."""
    keys = [key for key, words in _PROTECTED.items() if words.search(text[:200])]
    norms = bench.legal.norms_of(ProvisionSaid(0, 1, said.instrument))
    return tuple(
        norm
        for norm in norms
        if keys and len(norm.protects) <= 3 and set(keys) <= set(norm.protects)
    )[:3]


def _suggested(others: tuple[Norm, ...]) -> Both:
    if others:
        norms = listed(others)
        return Both(f"Of the same instrument, see: {norms.en}.", f"انظر من الصك نفسه: {norms.ar}.")
    return Both(
        "Retell the norm from its source, or quote it there in quotation marks.",
        "انقل مضمون الحكم من مصدره، أو اقتبس نصه بين علامتي اقتباس.",
    )


CHECK = Check("L02", Severity.ERROR, _TITLE, find)
