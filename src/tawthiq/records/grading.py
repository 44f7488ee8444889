"""Computing an incident's grade from who says what, and saying why.

Airwars methodology, with two differences that ``docs/decisions`` records: sources that
name different parties of *one side* do not contest an incident (they contest who of
that side it was, which a count by party shows), and "discounted" is never computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.claims.independence import Origin, independent
from tawthiq.claims.source import SourceKind
from tawthiq.records.grade import GRADE_NAMES, Grade
from tawthiq.records.party import SILENT, Allegation, read_allegation, sides
from tawthiq.records.vocabulary import parties
from tawthiq.values.both import Both, joined


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and the reason for it, computed or decided.

    Attributes:
        decided_by: Who overrode the computed grade, or "" where it was computed.
    """

    grade: Grade
    because: Both
    decided_by: str = ""


def grade(voices: Iterable[Origin]) -> Graded:
    """Grade an incident from its origins.

    Only a party accepts responsibility: that somebody else says so of it is one more
    source. Whoever denies an incident is no source for it.

    Raises:
        ValueError: There is no voice at all, so no incident either.
    """
    voices = tuple(voices)
    if not voices:
        raise ValueError("an incident without a claim cannot be graded")
    allegations = [(voice, last_allegation(voice)) for voice in voices]
    accepting = [v.name for v, said in allegations if said.accepts and v.kind is SourceKind.PARTY]
    if accepting:
        return Graded(Grade.CONFIRMED, _listed(accepting) + _ACCEPTED)
    alleged = frozenset().union(*(said.parties for _, said in allegations))
    opposed = sides(alleged)
    if len(opposed) > 1:
        return Graded(Grade.CONTESTED, _opposed(opposed))
    return _by_number(supporting(voices), somebody_named=bool(alleged))


def override(computed: Graded, grade: Grade, *, because: str, by: str) -> Graded:
    """Put a person's decision in place of the computed grade.

    Raises:
        ValueError: No reason or no name is given.
    """
    if not because.strip() or not by.strip():
        raise ValueError("a grade is overridden by somebody and for a reason")
    said = Both.same(f"{because} ({by})")
    was = Both("; computed: ", "؛ المحتسبة آليًا: ") + GRADE_NAMES[computed.grade]
    return Graded(grade, said + was, decided_by=by)


def supporting(voices: Iterable[Origin]) -> tuple[Origin, ...]:
    """The independent voices that carry an incident: all that do not deny it."""
    return independent(voice for voice in voices if not last_allegation(voice).denies)


def last_allegation(voice: Origin) -> Allegation:
    """What a voice said last of who did it; silence takes nothing back."""
    said = (read_allegation(claim.party_said) for claim in reversed(voice.claims))
    return next((allegation for allegation in said if not allegation.is_silent), SILENT)


def _by_number(voices: tuple[Origin, ...], *, somebody_named: bool) -> Graded:
    if not voices:
        return Graded(Grade.WEAK, Both("denials only", "نفي فقط"))
    if len(voices) == 1:
        return Graded(Grade.WEAK, _COMPILATION if voices[0].is_compilation else _ONE_SOURCE)
    because = Both(f"{len(voices)} independent sources", _sources_in_arabic(len(voices)))
    if not somebody_named:
        return Graded(Grade.WEAK, because + _NOBODY_NAMED)
    return Graded(Grade.FAIR, because)


_ACCEPTED = Both(": responsibility accepted", ": إقرار بالمسؤولية")
_COMPILATION = Both("a compilation only", "مصدر تجميعي فقط")
_ONE_SOURCE = Both("one independent source", "مصدر مستقل واحد")
_NOBODY_NAMED = Both(", none of which names a party", "، لا يسمّي أيٌّ منها طرفًا")


def _opposed(opposed: frozenset[str]) -> Both:
    names = [parties()[key].name for key in sorted(opposed)]
    return Both("sources name different sides: ", "تسمّي المصادر أطرافًا متقابلة: ") + _listed(names)


def _listed(names: Iterable[Both]) -> Both:
    return joined(names, Both("; ", "؛ "))


def _sources_in_arabic(number: int) -> str:
    """A number above one with its noun: dual, then plural, then singular (CLDR two, few, many)."""
    if number == 2:
        return "مصدران مستقلان"
    return f"{number} " + ("مصادر مستقلة" if 3 <= number % 100 <= 10 else "مصدرًا مستقلًا")
