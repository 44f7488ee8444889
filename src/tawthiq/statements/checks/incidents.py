"""Which incident of the case a sentence speaks of, where its day and place say so."""

from __future__ import annotations

from functools import cache

from tawthiq.places.shipped import shipped
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.known import KnownIncident
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.when import Precision


def incident_of(bench: Bench, sentence: Span) -> KnownIncident | None:
    """The one incident on the sentence's day at its settlement, or None where it is not one."""
    beside = bench.reading.beside(sentence)
    days = [t for t in beside.times if t.when.precision is Precision.DAY]
    places = {place_called(a.settlement) for a in beside.areas if a.settlement}
    if len(days) != 1 or not places:
        return None
    found = [
        incident
        for place in places
        for incident in bench.incidents_at(place_called).get(place, ())
        if incident.when.is_known and incident.when.may_overlap(days[0].when)
    ]
    return found[0] if len(found) == 1 else None


def place_called(code: str) -> str:
    """A name for a code, so that two tables' codes for one settlement meet; else the code."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    return {place.code: place.name.en for place in shipped().places()}
