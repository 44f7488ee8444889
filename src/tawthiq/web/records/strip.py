"""Who says what of one incident: a row a voice, by the day on which it spoke last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tawthiq.claims.claim import Claim
from tawthiq.claims.group import UNSTATED
from tawthiq.claims.independence import Origin
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm
from tawthiq.records.incident import Incident
from tawthiq.records.party import read_allegation
from tawthiq.records.range import Range, Unused
from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.scale import Scale
from tawthiq.web.charts.strip import Said, axis, lane, strip_scale
from tawthiq.web.claims.numbers import killed
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader
from tawthiq.web.wording.dates import day
from tawthiq.web.wording.quantities import span

_KIND_OF: Mapping[Unused, str] = {
    Unused.EARLIER_VERSION: "old",
    Unused.COMPILATION: "comp",
    Unused.COVERS_MORE: "",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One voice.

    Attributes:
        note: What it said before, or that it denies.
        value: Its last number, in words where there is none.
        counted: Whether that number is in our range.
    """

    voice: Voice
    note: str
    lane: SafeString
    value: str
    counted: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The voices that spoke last on one day."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    axis: SafeString
    days: tuple[Day, ...]
    counted: int
    held: HowMany | None


def strip(incident: Incident, sources: Mapping[str, Source], reader: Reader) -> Strip | None:
    """Lay out the claims on how many were killed; None where no claim gives a number."""
    held = incident.range_of(Harm.KILLED, UNSTATED)
    if held is None or not any(killed(s.claim) for s in incident.claims):
        return None
    scale = strip_scale((n for s in incident.claims if (n := killed(s.claim))), reader)
    voices = sorted(incident.voices, key=lambda each: (_spoke(each) or date.max, each.key))
    days = tuple(
        Day(
            _heading(spoke, reader),
            tuple(_row(each, held, scale, sources, reader) for each in group),
        )
        for spoke, group in groupby(voices, key=_spoke)
    )
    return Strip(axis(scale, reader), days, len(held.used), held.how_many)


def _row(
    origin: Origin, held: Range, scale: Scale, sources: Mapping[str, Source], reader: Reader
) -> Row:
    said = tuple(_said(origin, held))
    used = held.used.get(origin.key)
    source = sources[_told(origin, used).document.source]
    return Row(
        voice=voice(source, reader, sources),
        note=_note(origin, used, reader),
        lane=lane(scale, said, held.how_many),
        value=_value(origin, said, reader),
        counted=used is not None,
    )


def _said(origin: Origin, held: Range) -> Iterator[Said]:
    used = held.used.get(origin.key)
    for claim in origin.claims:
        if number := killed(claim):
            why = held.unused.get(claim.code, Unused.SILENT)
            yield Said(number, "in" if claim.code == used else _KIND_OF.get(why, ""))


def _told(origin: Origin, used: str | None) -> Claim:
    """The claim that stands for the voice: the one that counts, else its last."""
    return next((claim for claim in origin.claims if claim.code == used), origin.last)


def _spoke(origin: Origin) -> date | None:
    """The day on which a voice last spoke, where it is known to the day."""
    days = [
        claim.document.published.last for claim in origin.claims if claim.document.published.last
    ]
    return max(days, default=None)


def _heading(spoke: date | None, reader: Reader) -> str:
    if spoke is None:
        return _("Day of publication not stated")
    return day(spoke, reader)


def _note(origin: Origin, used: str | None, reader: Reader) -> str:
    """The words of the number that counts, and every earlier version."""
    numbers = [number for claim in origin.claims if (number := killed(claim))]
    versions = list(dict.fromkeys(span(number, reader) for number in numbers))
    if len(versions) > 1:
        return _("in this order: %(versions)s") % {"versions": _listed(versions, reader)}
    if _denies(origin):
        return _("denies it")
    if len(origin.claims) > 1 and len(numbers) > 1:
        return _("the same number %(times)s times") % {"times": span(
            HowMany.exactly(len(numbers)), reader)}  # fmt: skip
    return ""


def _listed(items: Iterable[str], reader: Reader) -> str:
    return ("، " if reader.is_arabic else ", ").join(items)


def _value(origin: Origin, said: tuple[Said, ...], reader: Reader) -> str:
    if said:
        return span(said[-1].how_many, reader)
    return _("denial") if _denies(origin) else _("no number")


def _denies(origin: Origin) -> bool:
    return any(read_allegation(claim.party_said).denies for claim in origin.claims)
