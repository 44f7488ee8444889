"""One incident as its page shows it: what we hold, what is claimed, and why we hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tawthiq.claims.group import UNSTATED
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm
from tawthiq.records.incident import Incident
from tawthiq.records.range import Range
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.kinds import Kinds
from tawthiq.web.charts.locator import Spot, locator
from tawthiq.web.claims.numbers import killed
from tawthiq.web.claims.voice import Mark, legend
from tawthiq.web.reader import Reader
from tawthiq.web.records import strategies
from tawthiq.web.records.claim_rows import ClaimRow, claim_rows, denials
from tawthiq.web.records.disagreement import Line, NamePlace, lines
from tawthiq.web.records.strip import Strip, strip
from tawthiq.web.wording.digits import number
from tawthiq.web.wording.names import toll_name
from tawthiq.web.wording.quantities import spoken

_MANY = 100


@dataclass(frozen=True, slots=True)
class Held:
    """One number that we hold of the incident, with what it counts."""

    name: Both
    how_many: HowMany | None


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Everything on the page of one incident, in the order of reading.

    Attributes:
        lead: The page's first sentence: how many were killed, as far as known.
        reported: From the lowest to the highest number that anybody claims.
    """

    incident: Incident
    title: Both
    place: str
    lead: str
    held: tuple[Held, ...]
    reported: HowMany | None
    figures: int
    targets: str
    means: str
    parties: str
    denials: tuple[ClaimRow, ...]
    strip: Strip | None
    marks: list[Mark]
    lines: tuple[Line, ...]
    results: tuple[strategies.Result, ...]
    used: tuple[strategies.Used, ...]
    omitted: tuple[strategies.Omitted, ...]
    claims: tuple[ClaimRow, ...]
    map: SafeString


def incident_page(
    incident: Incident,
    title: Both,
    sources: Mapping[str, Source],
    name_place: NamePlace,
    spots: tuple[Spot, ...],
    reader: Reader,
) -> IncidentPage:
    """Lay out one incident for a reader."""
    held = _killed_range(incident)
    rows = claim_rows(incident, held, sources, reader)
    said = [each for s in incident.claims if (each := killed(s.claim))]
    return IncidentPage(
        incident=incident,
        title=title,
        place=_listed((name_place(code) for code in incident.places), reader),
        lead=_lead(held.how_many, len(incident.claims), reader),
        held=tuple(Held(toll_name(r.harm, r.group), r.how_many) for r in incident.ranges),
        reported=_from_lowest_to_highest(said),
        figures=len(said),
        targets=_named(sites(), incident.sites, reader),
        means=_named(weapons(), incident.weapons, reader),
        parties=_named(parties(), incident.parties, reader),
        denials=denials(rows),
        strip=strip(incident, sources, reader),
        marks=legend(reader),
        lines=lines(incident, name_place, reader),
        results=strategies.results(incident, held),
        used=strategies.used(incident, held, sources, reader),
        omitted=strategies.omitted(held),
        claims=rows,
        map=locator(spots, reader, _("Where the settlement lies, among its neighbours")),
    )


def _killed_range(incident: Incident) -> Range:
    held = incident.range_of(Harm.KILLED, UNSTATED)
    if held is None:
        raise ValueError(f"{incident.code} was not settled for the number killed")
    return held


def _lead(how_many: HowMany | None, claims: int, reader: Reader) -> str:
    if how_many is None:
        return _("How many were killed is not known: no claim gives a number for this incident.")
    # A range is said like any large number; only an exact one can be one or two.
    exact = how_many.headline if how_many.is_exact else _MANY
    held = ngettext(
        "We hold that %(number)s person was killed.",
        "We hold that %(number)s people were killed.",
        exact,
    ) % {"number": spoken(how_many, reader)}
    rest = ngettext("It rests on one claim.", "It rests on %(number)s claims.", claims) % {
        "number": number(claims, reader)
    }
    return f"{held} {rest}"


def _from_lowest_to_highest(said: list[HowMany]) -> HowMany | None:
    numbers = [n for each in said for n in (each.low, each.best, each.high) if n is not None]
    return HowMany.between(min(numbers), max(numbers)) if numbers else None


def _named(vocabulary: Kinds, keys: frozenset[str], reader: Reader) -> str:
    """The narrowest words that were named, without the wider ones above them."""
    wider = {above for key in keys for above in vocabulary.ancestors(key)}
    return _listed((vocabulary[key].name for key in sorted(keys - wider)), reader)


def _listed(names: Iterable[Both], reader: Reader) -> str:
    said = [name.in_(reader.language) for name in names]
    return ("، " if reader.is_arabic else ", ").join(said)
