"""The names by which a text may call a hospital or school that an incident of the case hit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tawthiq.statements.known import KnownIncident
from tawthiq.statements.reading.lexicon import Lexicon

FACILITY = "facility"
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SEVERAL = re.compile(r"\s*[/;]\s*")
_WORD = re.compile(r"[\w’'-]+")
_WHAT = re.compile(
    r"(?:hospital|clinic|dispensary|centre|center|school|kindergarten|mosque|church|market|camp"
    r"|bakery)$",
    re.IGNORECASE,
)
_OF_WHAT_KIND = re.compile(
    r"(?:surgical|orthopa?edic|central|national|general|speciali[sz]ed|specialist|primary|health"
    r"|care|maternity|obstetrics?|gyna?ecology|pa?ediatric|field|medical|high|secondary"
    r"|elementary|and|for)$",
    re.IGNORECASE,
)


def facilities_of(incidents: Iterable[KnownIncident]) -> Lexicon:
    """The facilities of some incidents by name; a hit's key joins the incidents' codes by "|"."""
    codes: dict[str, list[str]] = {}
    for incident in incidents:
        for written in incident.facilities:
            for name in dict.fromkeys(_names(written)):
                codes.setdefault(name.lower(), []).append(incident.code)
    return Lexicon((FACILITY, "|".join(dict.fromkeys(each)), name) for name, each in codes.items())


def _names(written: str) -> Iterator[str]:
    """ "al-Rahma Surgical Hospital" is also "al-Rahma hospital" and "Rahma hospital"."""
    for name in _SEVERAL.split(_BRACKETS.sub("", written)):
        words = _WORD.findall(name)
        if len(words) < 2 or not any(c.isascii() and c.isalpha() for c in name):
            continue
        yield " ".join(words)
        telling = [word for word in words[:-1] if not _OF_WHAT_KIND.match(word)]
        if telling and _WHAT.match(words[-1]):
            yield " ".join((*telling, words[-1]))
            yield " ".join((telling[0].removeprefix("al-"), *telling[1:], words[-1]))
