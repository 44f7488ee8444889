"""Which incident of the case a sentence speaks of, where its day and place say so."""

from __future__ import annotations

from tawthiq.places.shipped import shipped
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.known import KnownIncident
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.when import Precision


def incident_of(bench: Bench, sentence: Span) -> KnownIncident | None:
    """The one incident on the sentence's day at its settlement, or None where it is not one."""
    beside = bench.reading.beside(sentence)
    days = [t for t in beside.times if t.when.precision is Precision.DAY]
    places = {a.settlement for a in beside.areas if a.settlement}
    if len(days) != 1 or not places:
        return None
    found = [
        incident
        for incident in bench.known.incidents
        if incident.when.is_known
        and incident.when.may_overlap(days[0].when)
        and any(_same_place(code, place) for code in incident.place_codes for place in places)
    ]
    return found[0] if len(found) == 1 else None


def _same_place(code: str, place: str) -> bool:
    """The same code, or two codes for places of one name: a table may carry its own codes."""
    if code == place:
        return True
    names = {p.code: p for p in shipped().places()}
    one, other = names.get(code), names.get(place)
    return one is not None and other is not None and one.name.en == other.name.en
