"""F06: among all that a text asks, nothing that its addressees could do tomorrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.forums.mechanisms import MECHANISMS, existing
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.asks import Ask
from tawthiq.values.both import Both, joined

_TITLE = Both("No ask that can be done now", "لا مطلب يمكن تنفيذه الآن")
_DOABLE = re.compile(
    r"\b(?:universal jurisdiction|preserv\w+ (?:the |all )?evidence|shar\w+ (?:\w+"
    r" ){0,3}(?:evidence|information)|hand over (?:\w+ ){0,2}evidence|(?:targeted )?sanctions"
    r"|arms embargo|arms transfers?|de-?confliction|humanitarian access|cross-?border|access"
    r" (?:for|to)|extradit\w+|arrest warrants?|12\s?\(3\)|13\s?\(b\)|377\s?\(V\)|General"
    r" Assembly|Human Rights Council|national courts|domestic courts|war crimes units?"
    r"|monitor\w+|publish (?:the|its)|release (?:the|of)|ratify|accede)\b",
    re.IGNORECASE,
)
_JUSTICE = re.compile(
    r"\b(?:accountab\w+|justice|Criminal Court|ICC|prosecut\w+|responsib\w+|crimes?"
    r"|perpetrators?|condemn\w*|trial|investigat\w+|impunity|violations?)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """A text that asks for justice, and names nothing its addressees can lawfully do alone.

    One note, at the first such ask. It is silent where any ask can be done (evidence kept
    and shared, sanctions, universal jurisdiction, access), and where nothing is asked.
    """
    text = bench.reading.text
    asks = [ask for ask in bench.asks if _JUSTICE.search(text, ask.start, ask.end)]
    if len(asks) >= 2 and not _DOABLE.search(text) and not MECHANISMS.search(text):
        yield _finding(bench, asks[0])


def _finding(bench: Bench, ask: Ask) -> Finding:
    held = joined((f.name for f in existing(bench.legal, bench.reading.said_on)), Both("; ", "؛ "))
    courts = [f.name for f in bench.pack.forums if f.id.startswith("UJ-")]
    names = joined(courts, Both("; ", "؛ "))
    share = (
        Both(f"share evidence with {held.en}; ", f"مشاركة الأدلة مع {held.ar}؛ ")
        if held
        else Both("", "")
    )
    return bench.finding(
        "F06",
        Severity.NOTE,
        ask,
        _TITLE,
        Both(
            "Everything asked turns on a vote or on politics. At least one ask to each"
            " addressee should"
            " be one that it can lawfully do by itself.",
            "كل ما طُلب يتوقف على تصويت أو على السياسة. فليكن بين ما يُطلب من كل جهة ما تستطيع"
            " فعله قانونًا"
            " بنفسها.",
        ),
        Both(
            f"For example: {share.en}preserve evidence; open cases under universal jurisdiction"
            f" ({names.en}); say openly what became of notified coordinates.",
            f"مثلًا: {share.ar}حفظ الأدلة؛ فتح قضايا بموجب الولاية القضائية العالمية"
            f" ({names.ar})؛ وكشف ما آلت"
            " إليه الإحداثيات المُبلَّغ عنها.",
        ),
        law=bench.legal.named(
            *(("GA-71-248",) if bench.legal.territory == "Syria" else ()), "CIHL-157"
        ),
    )


CHECK = Check("F06", Severity.NOTE, _TITLE, find)
