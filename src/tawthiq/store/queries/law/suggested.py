"""What the records of a case suggest of an incident: its own claims, and what lies near it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tawthiq.law.suggestions import PATTERN_WITHIN, Neighbour, Suggestion, suggest
from tawthiq.records.incident import Incident
from tawthiq.store import models
from tawthiq.values.when import Precision, When

_CELLS = ("code", "first", "last", "precision", "places", "sites", "parties")


def suggestions_of(case: models.Case, incident: Incident) -> dict[str, Suggestion]:
    """By key of the fact; repetition and pattern are computed from what lies near."""
    return {one.key: one for one in suggest(incident, neighbours(case, incident))}


def neighbours(case: models.Case, incident: Incident) -> Iterator[Neighbour]:
    """The incidents of a case that are near enough in time to be asked about.

    The database leaves out by day and by kind of site; the rest is for ``law.suggestions``.
    """
    first, last = incident.when.first, incident.when.last
    if not (first and last and incident.sites):
        return
    days = timedelta(days=PATTERN_WITHIN.days)
    near = models.Incident.objects.filter(case=case, first__gte=last - days, last__lte=first + days)
    for code, from_, to, precision, places, sites, parties in near.values_list(*_CELLS):
        if code != incident.code and not incident.sites.isdisjoint(sites):
            when = When(from_, to, Precision(precision))
            yield Neighbour(code, when, tuple(places), frozenset(sites), frozenset(parties))
