"""Computing an incident's grade from who says what, and saying why.

Airwars methodology, with two differences that ``docs/decisions`` records: sources that
name different parties of *one side* do not contest an incident (they contest who of
that side it was, which a count by party shows), and "discounted" is never computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.claims.independence import Origin, independent
from tawthiq.records.grade import Grade
from tawthiq.records.party import Allegation, read_allegation, sides
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

    Raises:
        ValueError: There is no voice at all, so no incident either.
    """
    voices = tuple(voices)
    if not voices:
        raise ValueError("an incident without a claim cannot be graded")
    accepting = [key for key, said in _allegations(voices) if said.accepts]
    if accepting:
        return Graded(
            Grade.CONFIRMED,
            Both(
                f"{', '.join(accepting)}: responsibility accepted",
                f"{'، '.join(accepting)}: أُقرّ بالمسؤولية",
            ),
        )
    opposed = sides(key for _, said in _allegations(voices) for key in said.parties)
    if len(opposed) > 1:
        return Graded(Grade.CONTESTED, _opposed(opposed))
    return _by_number(independent(voices))


def override(computed: Graded, grade: Grade, *, because: str, by: str) -> Graded:
    """Put a person's decision in place of the computed grade.

    Raises:
        ValueError: No reason or no name is given.
    """
    if not because.strip() or not by.strip():
        raise ValueError("a grade is overridden by somebody and for a reason")
    said = Both.same(f"{because} ({by})")
    was = Both(f"; computed: {computed.grade}", f"؛ المحتسبة آليًا: {computed.grade}")
    return Graded(grade, joined((said, was), ""), decided_by=by)


def _allegations(voices: Iterable[Origin]) -> list[tuple[str, Allegation]]:
    return [
        (voice.key, read_allegation(claim.party_said)) for voice in voices for claim in voice.claims
    ]


def _by_number(voices: tuple[Origin, ...]) -> Graded:
    number = len(voices)
    if number > 1:
        because = Both(f"{number} independent sources", f"{number} مصادر مستقلة")
        return Graded(Grade.FAIR, because)
    if voices[0].is_compilation:
        because = Both("a compilation only", "عمل تجميعي فقط")
    else:
        because = Both("one independent source", "مصدر مستقل واحد")
    return Graded(Grade.WEAK, because)


def _opposed(opposed: frozenset[str]) -> Both:
    names = [parties()[key].name for key in sorted(opposed)]
    return Both("sources name different sides: ", "تسمّي المصادر أطرافًا متقابلة: ") + joined(
        names, Both("; ", "؛ ")
    )
