"""Which incident of the case the words of a text mean: by place, by day, by what was hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from tawthiq.places.place import Level
from tawthiq.places.shipped import shipped
from tawthiq.records.vocabulary import sites
from tawthiq.statements.checks.facilities import FACILITY, facilities_of
from tawthiq.statements.known import Known, KnownIncident
from tawthiq.statements.reading.lexicon import Hits
from tawthiq.statements.reading.reading import Reading, Scene, TimeSaid
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.time_words import spot_times
from tawthiq.values.when import Precision, When

Incidents = tuple[KnownIncident, ...]


# Not slotted: the incidents are sorted by place once, when first asked.
@dataclass(frozen=True)
class Whereabouts:
    """The incidents of a case, to be found by what a text says."""

    reading: Reading
    known: Known

    def of_sentence(self, sentence: Span) -> KnownIncident | None:
        """The one incident on a sentence's day at its settlement, or None where it is not one."""
        beside = self.reading.beside(sentence)
        days = [t for t in beside.times if t.when.precision is Precision.DAY]
        places = {self._called(a.settlement) for a in beside.areas if a.settlement}
        if len(days) != 1 or not places:
            return None
        found = [
            incident
            for place in places
            for incident in self._by_place.get(place, ())
            if incident.when.is_known and incident.when.may_overlap(days[0].when)
        ]
        return found[0] if len(found) == 1 else None

    def meant(self, scene: Scene) -> Incidents:
        """The incidents that a scene can mean, most often one or none.

        A facility that the text names by its name decides first; else the place and the
        day, and what was hit where several happened there on that day. An incident at
        other kinds of site than the text names is another one.
        """
        named = self._with_facility(scene)
        if near := tuple(i for i in named if self._is_near(scene, i)):
            return near
        if not (scene.places and scene.days):
            return ()
        return _of_sites(scene.sites, self._at(scene.places, self._days(scene.days[0])))

    def beside(self, scene: Scene) -> Incidents:
        """Every incident at any place and on any day that the scene's sentences name."""
        days = [when for day in scene.days for when in self._days(day)]
        places = (scene.places, *((code,) for code in (*scene.places, *scene.others)))
        found = [i for each in dict.fromkeys(places) for i in self._at(each, days)]
        return tuple({incident.code: incident for incident in found}.values())

    @cached_property
    def _by_place(self) -> dict[str, list[KnownIncident]]:
        found: dict[str, list[KnownIncident]] = {}
        for incident in self.known.incidents:
            for place in self._places_of(incident):
                found.setdefault(place, []).append(incident)
        return found

    def _places_of(self, incident: KnownIncident) -> frozenset[str]:
        return frozenset(self._called(code) for code in incident.place_codes)

    def _called(self, code: str) -> str:
        """A name for a code, so that two tables' codes for one settlement meet; else the code."""
        names = self.known.places.get(code)
        return names[0] if names else _shipped_names().get(code, code)

    def _at(self, places: Iterable[str], days: Iterable[When]) -> Incidents:
        """The incidents on the days at just these places: at one, or at all of them together."""
        whens = tuple(days)
        names = frozenset(self._called(code) for code in places)
        return tuple(
            incident
            for incident in self._by_place.get(min(names, default=""), ())
            if self._places_of(incident) == names and any(_is_on(incident, w) for w in whens)
        )

    def _days(self, said: TimeSaid) -> list[When]:
        """The day; without a year, that day of every year in which the case has incidents."""
        if said.when.is_known:
            return [said.when]
        words = self.reading.text[said.start : said.end]
        return [when for year in self._years for when in _in_year(words, year)]

    @cached_property
    def _years(self) -> list[int]:
        return sorted({i.when.first.year for i in self.known.incidents if i.when.first})

    def _with_facility(self, scene: Scene) -> list[KnownIncident]:
        """The incidents of a facility that the scene's sentences name."""
        layout = self.reading.page.layout
        found = {
            code
            for number in scene.sentences
            for hit in self._facilities.within(
                FACILITY, layout.sentences[number].start, layout.sentences[number].end
            )
            for code in hit.key.split("|")
        }
        return [i for i in self.known.incidents if i.code in found] if found else []

    @cached_property
    def _facilities(self) -> Hits:
        return facilities_of(self.known.incidents).spot(self.reading.page.words)

    def _is_near(self, scene: Scene, incident: KnownIncident) -> bool:
        """Whether nothing that the text says of day and place speaks against an incident."""
        days = [when for day in scene.days for when in self._days(day)]
        if days and not any(incident.when.may_overlap(when) for when in days):
            return False
        said = {self._called(code) for code in (*scene.places, *scene.others)}
        held = self._places_of(incident)
        return not said or not held or bool(said & held)


_LONGEST = 3
"""Days that an incident's time may leave open and still be found by a day: house choice."""


def _is_on(incident: KnownIncident, day: When) -> bool:
    when = incident.when
    if not (when.first and when.last and (when.last - when.first).days < _LONGEST):
        return False
    return when.may_overlap(day)


def _in_year(words: str, year: int) -> Iterator[When]:
    for time in spot_times(words, said_on=date(year, 12, 31)):
        first, last = time.when.first, time.when.last
        if first and last and (last - first).days <= 1:
            yield time.when


_ANYWHERE = frozenset({"site", "settlement", "public-place", "home", "displaced-people", "vehicle"})
"""Kinds of site that say little: a strike on a market also hits homes and streets."""


def _of_sites(hit: frozenset[str], incidents: Incidents) -> Incidents:
    """Those that hit what the text names; else those of which what they hit is not told apart."""
    same = tuple(i for i in incidents if _spread(hit) & _spread(i.sites))
    if same and len(incidents) > 1:
        return same
    return tuple(i for i in incidents if _may_be(hit, i.sites))


def _may_be(hit: frozenset[str], held: frozenset[str]) -> bool:
    if hit <= _ANYWHERE or held <= _ANYWHERE:
        return True
    return bool(_spread(hit) & _spread(held))


def _spread(keys: frozenset[str]) -> frozenset[str]:
    """The keys with all wider and narrower words, but for the widest one."""
    tree = sites()
    known = [key for key in keys if key in tree]
    wider = {up for key in known for up in tree.ancestors(key)}
    return (frozenset(known) | tree.spread(known) | wider) - {"site"}


@cache
def _shipped_names() -> dict[str, str]:
    """Of towns and villages alone: a governorate is not the town whose name it bears."""
    return {place.code: place.name.en for place in shipped().places(Level.SETTLEMENT)}
