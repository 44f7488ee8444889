"""F02: a State, regime or organisation is to be tried by a court that tries persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("A court that tries persons only", "محكمة لا تحاكم إلا الأشخاص")
_COURT = re.compile(r"\b(?:International Criminal Court|ICC|The Hague)\b")
_BODY = (
    r"(?:the\s+)?(?:(?:Russian|Syrian|Assad|Turkish|Iranian|Israeli|American|US|Iraqi"
    r"|Ukrainian|Sudanese|Lebanese|Moscow|Damascus|whole|entire)\s+){0,2}"
    r"(?:regimes?|governments?|States?\b|army|armies|forces|military|authorities|militias?"
    r"|groups?|factions?|Hezbollah|Wagner|company|organi[sz]ation)"
    r"|Russia|Syria|Turkey|Türkiye|Iran|Israel|the United States|Ukraine|Sudan|the Syrian Arab"
    r" Army|Hayat Tahrir al-Sham|HTS"
)
_TRIES = re.compile(
    rf"\b(?P<verb>prosecut(?:e|es|ed|ing|ion of)|try(?:ing)?|trial of|accountability of"
    rf"|hold(?:ing)?|indict(?:s|ed|ing|ment of)?|convict(?:s|ed|ing)?|charg(?:e|es|ed|ing)"
    rf"|punish(?:es|ed|ing|ment of)?"
    rf"|su(?:e|ing)|brought?|bring(?:ing)?|refer(?:ring|ral of)?|put(?:ting)?)\b"
    rf"(?P<between>[^.;\n]{{0,60}}?)\b(?P<body>{_BODY})\b",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"(?:['’]s?)?\s*(?:officials?|commanders?|leaders?|officers?|soldiers?|individuals?"
    r"|nationals?|generals?|pilots?|presidents?|ministers?|members?|personnel|figures"
    r"|citizens?|file|crimes?|violations?|attacks?|people|persons|fighters|part(?:y|ies)"
    r"|accountable in)\b",
    re.IGNORECASE,
)
_EXEMPT = re.compile(
    r"\b(?:situations? (?:in|of)|files?|cases? (?:in|of)|crimes|violations|acts|attacks"
    r"|territory|responsible|members|officials|commanders|leaders|individuals|persons|officers"
    r"|those|anyone|nationals|evidence|atrocities|suspects|perpetrators"
    r"|offences)\b(?!\s+involved,?\s+including)",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:cannot|can not|does not|do not|not (?:a )?States?|only (?:natural )?persons|only"
    r" individuals|tries (?:natural )?persons|natural persons|State responsibility|rather"
    r" than)\b",
    re.IGNORECASE,
)
_OPENS_LIST = re.compile(
    r"\b(?:those|all|anyone|persons|individuals)\b[^,;]{0,30},?\s+(?:including|among them|such"
    r" as)\s*$",
    re.I,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Demands to try, indict or hold accountable a State, regime, army or group before the ICC.

    It is silent where the sentence means its officials or commanders, the situation in a
    country or crimes by it, and where it says itself that the Court tries persons.
    """
    page = bench.reading.page
    for sentence in page.layout.sentences:
        said = page.layout.said(sentence)
        if not _COURT.search(said) or _SAYS_SO.search(said):
            continue
        for found in _TRIES.finditer(bench.reading.text, sentence.start, sentence.end):
            if _is_body(bench, found, sentence.end) and not page.layout.is_quoted(*found.span()):
                yield _finding(bench, Span(*found.span()), found)
                break


def _is_body(bench: Bench, found: re.Match[str], end: int) -> bool:
    if _PERSONS.match(bench.reading.text, found.end(), end):
        return False
    between = found["between"]
    if _OPENS_LIST.search(between):
        return True
    # "Refer Syria to the Court" is short for its situation; "hold Russia accountable" is not.
    refers = found["verb"].lower().startswith("refer")
    if refers and found["body"][0].isupper() and " " not in found["body"]:
        return False
    return _EXEMPT.search(between) is None


def _finding(bench: Bench, span: Span, found: re.Match[str]) -> Finding:
    body = found["body"]
    return bench.finding(
        "F02",
        Severity.ERROR,
        span,
        _TITLE,
        Both(
            f"The International Criminal Court tries natural persons; it cannot try “{body}”."
            " Whether a"
            " State is responsible is another track, for which it has no power.",
            f"تحاكم المحكمة الجنائية الدولية أشخاصًا طبيعيين؛ ولا تستطيع محاكمة «{body}»."
            " ومسؤولية الدولة"
            " مسار آخر لا سلطة لها فيه.",
        ),
        Both(
            "“individuals of whatever nationality and rank”; ask for State responsibility apart.",
            "«الأفراد أيًّا كانت جنسيتهم ورتبتهم»؛ واطلب مسؤولية الدولة على حدة.",
        ),
        law=bench.legal.named("RS-25", "RS-12", "CIHL-149"),
    )


CHECK = Check("F02", Severity.ERROR, _TITLE, find)
