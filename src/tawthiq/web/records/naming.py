"""The names of places for a page, and where settlements lie."""

from __future__ import annotations

from tawthiq.errors import UnknownNameError
from tawthiq.store.queries.incidents import Listed
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.both import Both
from tawthiq.web.charts.locator import Spot
from tawthiq.web.reader import Reader
from tawthiq.web.records.disagreement import NamePlace


def name_place() -> NamePlace:
    """From a code to a name; a code that the gazetteer has lost names itself."""
    places = gazetteer()

    def name(code: str) -> Both:
        try:
            return places.place(code).name
        except UnknownNameError:
            return Both.same(code)

    return name


def spots(listed: Listed, reader: Reader) -> tuple[Spot, ...]:
    """The settlement of an incident, where it has a single one."""
    if listed.lat is None or listed.lon is None:
        return ()
    return (Spot(listed.lat, listed.lon, listed.place.in_(reader.language)),)
