"""N10: attribution stated with more certainty than anything in the text or the case carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawthiq.records.grade import GRADE_NAMES, Grade
from tawthiq.records.vocabulary import parties
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_attributed, is_ours
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.known import KnownIncident
from tawthiq.statements.reading.parties import is_collective
from tawthiq.statements.reading.reading import PartySaid
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both

_TITLE = Both("Attribution without a basis for each incident", "نسبة بلا أساس لكل واقعة")
_TOO_SURE = Both("Attribution stated as proved", "نسبة قيلت كأنها مثبتة")
_CONTESTED = Both("Attribution that the sources dispute", "نسبة تختلف فيها المصادر")
_DENIED = Both("Attribution that a party denies", "نسبة ينفيها أحد الأطراف")
_WEAPON = (
    r"missiles?|bombs?|rockets?|barrels?|barrel bombs?|shells?|shelling|air\s?strikes?|strikes?"
    r"|raids?"
    r"|bombardments?|bombings?|aircraft|warplanes?|planes|jets|helicopters|artillery|attacks?|massacres?"
    r"|crimes|violations|aggression|weapons"
)
_ADJECTIVES = re.compile(
    r"\b(?P<one>Syrian|Russian|Assad|regime|government|Iranian)(?:\s+(?:and|&)\s+(?:the\s+)?|\s*[-–/]\s*)"
    rf"(?P<other>Syrian|Russian|Assad|regime|government|Iranian)\s+(?:\w+\s+){{0,2}}?(?:{_WEAPON})\b",
    re.IGNORECASE,
)
_COMMITS = re.compile(
    r"\W*(?:forces\s+)?(?:(?:has|have|had|been|is|are|to|both|all|jointly|who|which|that|continue[sd]?|kept"
    r"|keeps|also|repeatedly|directly)\s+)*(?:commit\w*|perpetrat\w*|carr(?:y|ies|ied|ying)\s+out|bomb\w*"
    r"|target\w*|kill\w*|massacr\w*|slaughter\w*|attack\w*|shell\w*|responsible\s+for|behind\s+(?:the|this"
    r"|these)|to\s+blame)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?:prov(?:es?|ed|en)|beyond (?:any |a )?(?:reasonable )?doubt|no doubt|undoubtedly"
    r"|undeniabl[ey]"
    r"|indisputabl[ey]|unquestionabl[ey]|certainly|it is certain|conclusively|irrefutabl[ey]"
    r"|incontrovertibl[ey]|confirms? beyond|without (?:any )?doubt|it is (?:clear|evident"
    r"|established) that)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Whole sides blamed at once, proof claimed, and disputed incidents taken as settled.

    Collective attribution ("Russian and Syrian missiles") is one finding in all, at its
    first place. It is silent where the sentence says who attributes, names the incident, or
    only alleges; an incident of the case whose sources agree may be attributed as alleged.
    """
    yield from _collective(bench)
    yield from _too_sure(bench)
    yield from _disputed(bench)


def _collective(bench: Bench) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _ADJECTIVES.finditer(bench.reading.text)]
    spans += [
        Span(party.start, _verb_end(bench.reading.text, party))
        for party in bench.reading.parties
        if is_collective(party.keys) and _COMMITS.match(bench.reading.text, party.end)
    ]
    bare = sorted((s for s in spans if _is_bare(bench, s)), key=lambda s: s.start)
    if not bare:
        return
    more = _elsewhere(bench, bare[1:])
    words = " ".join(bench.reading.text[bare[0].start : bare[0].end].split())
    yield bench.finding(
        "N10",
        Severity.ERROR,
        bare[0],
        _TITLE,
        Both(
            f"“{words}” lays every act at the door of several parties at once, for no named"
            f" incident"
            f" and on nobody’s authority.{more.en}",
            f"«{words}» تنسب كل الأفعال إلى عدة أطراف معًا، بلا واقعة مسماة ولا إسناد إلى أحد."
            f"{more.ar}",
        ),
        Both(
            "Attribute incident by incident, with the strength of the evidence: “is alleged to”,"
            " “probably”, “is highly likely to have been” (terms of the UN Board of Inquiry,"
            " 2020), and"
            " name who says so.",
            "انسب كل واقعة على حدة وبقوة دليلها: «يُدّعى أنّ»، «على الأرجح»، «من المرجح جدًا» (عبارات"
            " مجلس التحقيق الأممي، 2020)، وسمِّ من يقول ذلك.",
        ),
    )


def _verb_end(text: str, party: PartySaid) -> int:
    found = _COMMITS.match(text, party.end)
    return found.end() if found else party.end


def _is_bare(bench: Bench, span: Span) -> bool:
    """Asserted by the text itself, of no incident, and on nobody's authority."""
    reading = bench.reading
    if not is_ours(reading, span) or is_attributed(reading, span):
        return False
    beside = reading.beside(span)
    numbers = any(m.source and not m.source.own for m in beside.mentions)
    return not (numbers or beside.names_a_day or beside.names_a_settlement)


def _elsewhere(bench: Bench, spans: Sequence[Span]) -> Both:
    if not spans:
        return NOTHING
    said = ", ".join(
        f"“{' '.join(bench.reading.text[s.start : s.end].split())}”" for s in spans[:3]
    )
    return Both(f" So also: {said}.", f" وكذلك: {said}.")


def _too_sure(bench: Bench) -> Iterator[Finding]:
    reading = bench.reading
    for found in _SURE.finditer(reading.text):
        span = Span(*found.span())
        sentence = reading.page.sentence_of(span.start)
        named = reading.beside(span).parties
        if not named or not is_ours(reading, span) or _of_a_court(reading.text, sentence):
            continue
        words = " ".join(found.group().split())
        yield bench.finding(
            "N10",
            Severity.ERROR,
            Span(min(span.start, named[0].start), max(span.end, named[0].end)),
            _TOO_SURE,
            Both(
                f"“{words}”: nothing here has been proved before anybody who decides on proof.",
                f"«{words}»: لم يثبت شيء من هذا أمام جهة تفصل في الإثبات.",
            ),
            Both(
                "Say what the evidence is and who assessed it; “is alleged to”, “according to …”.",
                "قل ما الدليل ومن قيّمه؛ «يُدّعى أنّ»، «وفق …».",
            ),
        )


_COURT = re.compile(
    r"\b(?:court|tribunal|judg(?:e)?ment|commission of inquiry|board of inquiry|convicted|opcw)\b",
    re.IGNORECASE,
)


def _of_a_court(text: str, sentence: Span) -> bool:
    return _COURT.search(text, sentence.start, sentence.end) is not None


_DISPUTED = frozenset({Grade.CONTESTED, Grade.WEAK, Grade.DISCOUNTED})


def _disputed(bench: Bench) -> Iterator[Finding]:
    """An incident that the case knows as weak or contested, attributed without a hedge."""
    reading = bench.reading
    for party in reading.parties:
        if is_attributed(reading, party) or not is_ours(reading, party):
            continue
        incident = bench.whereabouts.of_sentence(reading.page.sentence_of(party.start))
        if incident is None or not _does(reading.text, party):
            continue
        if _is_disputed(incident, party):
            yield _contested(bench, party, incident)
        elif incident.denied:
            yield _denied(bench, party, incident)


_DONE = re.compile(
    rf"\b(?:by|of)\s+(?:the\s+)?$|\b(?:{_WEAPON})\s+(?:of|by|from)\s+(?:the\s+)?$", re.IGNORECASE
)
_ACTS = re.compile(
    rf"\W*(?:\w+\s+){{0,2}}?(?:{_WEAPON}|bombed|struck|hit|attacked|shelled|targeted|killed|destroyed"
    r"|carried out|launched|fired)\b",
    re.IGNORECASE,
)


def _does(text: str, party: Span) -> bool:
    return bool(
        _ACTS.match(text, party.end) or _DONE.search(text, max(0, party.start - 30), party.start)
    )


def _is_disputed(incident: KnownIncident, party: PartySaid) -> bool:
    if incident.grade in _DISPUTED:
        return True
    ours = parties().spread(key for key in party.keys if key in parties())
    return any(not ours & parties().below(key) for key in incident.parties if key in parties())


def _contested(bench: Bench, party: PartySaid, incident: KnownIncident) -> Finding:
    names = [parties()[key].name for key in sorted(incident.parties) if key in parties()]
    alleged = Both(
        ", ".join(n.en for n in names) or "nobody", "، ".join(n.ar for n in names) or "لا أحد"
    )
    grade = GRADE_NAMES[incident.grade]
    denied = Both(" A party denies it.", " وينفيه أحد الأطراف.") if incident.denied else NOTHING
    return bench.finding(
        "N10",
        Severity.ERROR,
        Span(party.start, party.end),
        _CONTESTED,
        Both(
            f"For incident {incident.code} ({incident.title.en}) the case holds the grade"
            f" “{grade.en}”; its sources name: {alleged.en}.{denied.en} The sentence states it as"
            " a fact.",
            f"درجة الواقعة {incident.code} ({incident.title.ar}) في الملف «{grade.ar}»، وتسمّي"
            f" مصادرها: {alleged.ar}.{denied.ar} أما الجملة فتورده كأنه أمر ثابت.",
        ),
        Both(
            "Say who alleges it, and that it is denied where it is.",
            "قل من يدّعي ذلك، واذكر النفي إن وُجد.",
        ),
        incident.urls[:3],
    )


def _denied(bench: Bench, party: PartySaid, incident: KnownIncident) -> Finding:
    return bench.finding(
        "N10",
        Severity.NOTE,
        Span(party.start, party.end),
        _DENIED,
        Both(
            f"The sources of incident {incident.code} ({incident.title.en}) allege this, and a"
            " party denies it.",
            f"تدّعي ذلك مصادر الواقعة {incident.code} ({incident.title.ar})، وينفيه أحد الأطراف.",
        ),
        Both("Say who alleges it and who denies it.", "قل من يدّعي ذلك ومن ينفيه."),
        incident.urls[:3],
    )


CHECK = Check("N10", Severity.ERROR, _TITLE, find)
