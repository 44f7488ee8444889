"""An incident, its range and its sources in the words of both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm
from tawthiq.statements.checks.incident_tolls import TOTALS, Judged, hull
from tawthiq.statements.known import KnownIncident, KnownToll
from tawthiq.statements.wording import number_said, source_said
from tawthiq.values.both import NOTHING, Both, joined
from tawthiq.values.how_many import HowMany
from tawthiq.values.when_said import when_said

_NAMED = 6  # sources that a finding names at most, and addresses it gives; house choice
_COMMA = Both(", ", "، ")
_QUESTIONS = {
    (Harm.KILLED, UNSTATED): Both("people killed", "القتلى"),
    (Harm.KILLED, CHILDREN): Both("children killed", "القتلى من الأطفال"),
    (Harm.KILLED, WOMEN): Both("women killed", "القتلى من النساء"),
    (Harm.INJURED, UNSTATED): Both("people injured", "الجرحى"),
    (Harm.INJURED, CHILDREN): Both("children injured", "الجرحى من الأطفال"),
    (Harm.INJURED, WOMEN): Both("women injured", "الجرحى من النساء"),
}


def question_said(harm: Harm, group: Group) -> Both:
    """Who is counted: "people killed", "children injured"."""
    asked = (harm, UNSTATED if group in TOTALS else group)
    return _QUESTIONS.get(asked, Both("people harmed", "المتضررون"))


def incident_said(incident: KnownIncident) -> Both:
    """The incident by its code, with its place and day."""
    about = joined((incident.title, when_said(incident.when)), Both("; ", "؛ "))
    return Both(f"incident {incident.code} ({about.en})", f"الواقعة {incident.code} ({about.ar})")


def held_said(judged: Judged) -> Both:
    """What we hold, and how the strategy came to it."""
    held, code = judged.held, judged.incident.code
    likely = held.best is not None and not held.is_exact
    best = Both(f", most likely {held.best}", f"، والأرجح {held.best}") if likely else NOTHING
    ends = number_said(HowMany(held.low, None, held.high) if likely else held)
    return Both(f"We hold {ends.en}{best.en} ({code}).", f"ونعتمد {ends.ar}{best.ar} ({code}).")


def numbers_said(sources: Mapping[str, Source], tolls: Iterable[KnownToll]) -> Both:
    """Who gives which number, the highest first: "the White Helmets 54, OCHA 39"."""
    each = sorted(tolls, key=lambda t: (-t.how_many.headline, t.origin))
    said = [
        Both(f"{name.en} {number.en}", f"«{name.ar}» {number.ar}")
        for toll in each[:_NAMED]
        for name, number in [(source_said(sources, toll.origin), number_said(toll.how_many))]
    ]
    if len(each) > _NAMED:
        more = len(each) - _NAMED
        said.append(Both(f"and {more} more", f"وغيرها ({more})"))
    return joined(said, _COMMA)


def history_said(sources: Mapping[str, Source], tolls: Sequence[KnownToll]) -> Both:
    """What one source gives, its last number first: "SOHR 23 (not used: 37, 19)"."""
    used = [toll for toll in tolls if toll.unused is None] or list(tolls[-1:])
    last = {number_said(toll.how_many) for toll in used}
    others = dict.fromkeys(number_said(toll.how_many) for toll in tolls)
    rest = joined((number for number in others if number not in last), _COMMA)
    said = numbers_said(sources, used)
    if not rest:
        return said
    return Both(f"{said.en} (not used: {rest.en})", f"{said.ar} (لا يُعتمد: {rest.ar})")


def names_said(sources: Mapping[str, Source], tolls: Iterable[KnownToll]) -> Both:
    """The sources of some numbers by name, each once."""
    keys = dict.fromkeys(toll.origin for toll in tolls)
    names = [Both(n.en, f"«{n.ar}»") for n in (source_said(sources, k) for k in keys)][:_NAMED]
    return joined((joined(names[:-1], _COMMA), names[-1]), Both(" and ", " و"))


def range_said(tolls: Iterable[KnownToll]) -> Both:
    """From the least to the most that some claims give."""
    return number_said(hull(toll.how_many for toll in tolls))


def sources_counted(number: int) -> Both:
    """How many independent sources; in Arabic as it follows "according to"."""
    if number == 1:
        return Both("one source", "مصدر واحد")
    if number == 2:
        return Both("two independent sources", "مصدرين مستقلين")
    few = "مصادر مستقلة" if 3 <= number % 100 <= 10 else "مصدرًا مستقلًا"
    return Both(f"{number} independent sources", f"{number} {few}")


def proposed(sources: Mapping[str, Source], judged: Judged) -> Both:
    """A wording to use: the range and how many sources it rests on."""
    number, question = judged.held, question_said(judged.harm, judged.group)
    ends = number_said(HowMany(number.low, None, number.high)) if _is_range(number) else NOTHING
    said = Both(ends.en.replace(" to ", " and "), ends.ar) if ends else number_said(number)
    between = "between " if ends else ""
    whom, verb = question.en.split()
    whom = _ONE[whom] if number.is_exact and number.headline == 1 else whom
    by = _by(sources, judged.used)
    return Both(
        f"{verb} {between}{said.en} {whom}, according to {by.en}",
        f"{question.ar}: {said.ar}، وفق {by.ar}",
    )


_ONE = {"people": "person", "children": "child", "women": "woman"}


def _is_range(number: HowMany) -> bool:
    return number.low is not None and number.high is not None and number.low < number.high


def _by(sources: Mapping[str, Source], tolls: Sequence[KnownToll]) -> Both:
    origins = dict.fromkeys(toll.origin for toll in tolls)
    return names_said(sources, tolls) if len(origins) == 1 else sources_counted(len(origins))


def pages_of(*tolls: Iterable[KnownToll]) -> tuple[str, ...]:
    """Where some numbers stand, the first ones first, each page once and not too many."""
    urls = dict.fromkeys(toll.url for each in tolls for toll in each if toll.url)
    return tuple(urls)[: _NAMED + 2]
