"""What the records of a case suggest of an incident: its own claims, and what lies near it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from django.db.models import Q

from tawthiq.law.suggestions import PATTERN_WITHIN, Neighbour, Suggestion, suggest
from tawthiq.records.incident import Incident
from tawthiq.store import models
from tawthiq.values.when import Precision, When

_CELLS = ("code", "first", "last", "precision", "places", "sites", "parties")


def suggestions_of(case: models.Case, incident: Incident) -> dict[str, Suggestion]:
    """By key of the fact; repetition and pattern are computed from what lies near."""
    return {one.key: one for one in suggest(incident, neighbours(case, incident))}


def neighbours(case: models.Case, incident: Incident) -> Iterator[Neighbour]:
    """The incidents of a case that may be near enough to be asked about.

    The database leaves out by day, kind of site, place and party; the rest is for
    ``law.suggestions``.
    """
    first, last = incident.when.first, incident.when.last
    if not (first and last and incident.sites):
        return
    # By ``day`` and the texts of keys, which lie in the one index of a list of incidents.
    near = models.Incident.objects.filter(
        _any("in_sites", incident.sites),
        _any("within", incident.places) | _any("in_parties", incident.parties),
        case=case,
        day__gte=last - PATTERN_WITHIN,
        day__lte=first + PATTERN_WITHIN,
    )
    for code, from_, to, precision, places, sites, parties in near.values_list(*_CELLS):
        if code != incident.code and not incident.sites.isdisjoint(sites):
            when = When(from_, to, Precision(precision))
            yield Neighbour(code, when, tuple(places), frozenset(sites), frozenset(parties))


def _any(column: str, keys: Iterable[str]) -> Q:
    """Rows that name one of the keys; none where there is no key."""
    asked = [Q(**{f"{column}__contains": f"|{key}|"}) for key in sorted(keys)]
    return reduce(or_, asked, Q(pk__in=[]))
