"""Settlements for the map and for the table beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from tawthiq.store.queries.pages_settlements import Settlement, Settlements
from tawthiq.web.access import Case
from tawthiq.web.reader import Reader
from tawthiq.web.records.asking import Asking
from tawthiq.web.wording.digits import number

_MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A settlement in the table; ``query`` is the list of its incidents, where it has a code."""

    name: str
    incidents: int
    query: str


def settlement_rows(held: Settlements, asking: Asking, reader: Reader) -> tuple[Row, ...]:
    """The settlements with most incidents, as many as a table can show."""
    return tuple(
        Row(each.name.in_(reader.language), each.incidents, _query(each, asking))
        for each in held.placed[:_MOST_ROWS]
    )


def feature_collection(
    held: Settlements, case: Case, asking: Asking, reader: Reader
) -> dict[str, object]:
    """The settlements as GeoJSON, with the words that the map writes."""
    features = list(_features(held, case, asking, reader))
    return {"type": "FeatureCollection", "features": features}


def _features(
    held: Settlements, case: Case, asking: Asking, reader: Reader
) -> Iterator[dict[str, object]]:
    address = reverse("incidents", args=(case.code,))
    for each in held.placed:
        query = _query(each, asking)
        yield {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [each.lon, each.lat]},
            "properties": {
                "name": each.name.in_(reader.language),
                "incidents": each.incidents,
                "said": number(each.incidents, reader),
                "url": f"{address}?{query}" if query else "",
            },
        }


def _query(each: Settlement, asking: Asking) -> str:
    if not each.code:
        return ""
    return urlencode({**asking.wanted.as_mapping(), "place": each.code})
