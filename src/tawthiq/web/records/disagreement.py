"""Where the claims on one incident differ: how many, on which day, where, and who did it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from django.utils.translation import gettext as _

from tawthiq.records.incident import Incident
from tawthiq.records.situated import Situated
from tawthiq.records.vocabulary import parties
from tawthiq.values.both import Both
from tawthiq.web.claims.numbers import killed
from tawthiq.web.reader import Reader
from tawthiq.web.wording.dates import moment
from tawthiq.web.wording.quantities import span

NamePlace = Callable[[str], Both]
"""From the code of a place to its name."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the things that are said, and the codes of the claims that say it."""

    said: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of which the claims may say different things.

    Attributes:
        versions: What is said; silence is not among them.
        silent: How many claims say nothing of it.
    """

    name: str
    versions: tuple[Version, ...]
    silent: int

    @property
    def differs(self) -> bool:
        return len(self.versions) > 1


def lines(incident: Incident, name_place: NamePlace, reader: Reader) -> tuple[Line, ...]:
    """What the claims say along each line: numbers from the least up, the rest by how often."""
    said = incident.claims
    return (
        _line(_("How many were killed"), sorted(said, key=_headline), partial(_number, reader)),
        _by_often(_line(_("On which day"), said, partial(_day, reader))),
        _by_often(_line(_("Where"), said, partial(_place, name_place, reader))),
        _by_often(_line(_("Which party is alleged"), said, partial(_party, reader))),
    )


def _line(name: str, claims: Iterable[Situated], say: Callable[[Situated], str]) -> Line:
    by_said: dict[str, list[str]] = {}
    for claim in claims:
        by_said.setdefault(say(claim), []).append(claim.claim.code)
    silent = by_said.pop("", [])
    versions = tuple(Version(said, tuple(codes)) for said, codes in by_said.items())
    return Line(name, versions, len(silent))


def _by_often(line: Line) -> Line:
    often = sorted(line.versions, key=lambda version: -len(version.claims))
    return replace(line, versions=tuple(often))


def _headline(situated: Situated) -> int:
    number = killed(situated.claim)
    return number.headline if number else -1


def _number(reader: Reader, situated: Situated) -> str:
    number = killed(situated.claim)
    return span(number, reader) if number else ""


def _day(reader: Reader, situated: Situated) -> str:
    return moment(situated.claim.when, reader) if situated.claim.when.is_known else ""


def _place(name_place: NamePlace, reader: Reader, situated: Situated) -> str:
    names = [name_place(code).in_(reader.language) for code in situated.places]
    return ("، " if reader.is_arabic else ", ").join(names)


def _party(reader: Reader, situated: Situated) -> str:
    allegation = situated.allegation
    if allegation.denies:
        return _("denial")
    tree = parties()
    names = sorted(tree[key].name.in_(reader.language) for key in allegation.parties)
    return (" أو " if reader.is_arabic else " or ").join(names)
