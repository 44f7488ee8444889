"""How the words of one cell become one place, several, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tawthiq.places.areas import AreaReader, union
from tawthiq.places.found import (
    Answer,
    AreaAnswer,
    Between,
    Found,
    FoundArea,
    How,
    NotFound,
    Reason,
)
from tawthiq.places.index import Index, surest
from tawthiq.places.place import Area, Level, Place, level_of_pcode
from tawthiq.places.tree import Tree
from tawthiq.places.wording import (
    Wording,
    by_and,
    by_arabic_and,
    by_commas,
    by_or,
    read_wording,
    says_near,
    without_brackets,
)
from tawthiq.values.both import LANGUAGES, Both, joined

_ITSELF = Both("the words name this place", "تذكر العبارة هذا المكان")


class Finder:
    """Looks for what some words name among the places of an index."""

    def __init__(self, index: Index, tree: Tree, areas: tuple[Area, ...]) -> None:
        self._index = index
        self._tree = tree
        self._read_area = AreaReader(areas, index.codes.values())

    def find(self, written: str, within: str | None) -> Answer:
        """The place that the words name, in a place with the code ``within`` if given."""
        outside, detail = without_brackets(written)
        if not any(map(str.isalnum, outside)):
            outside, detail = detail, ""
        if not any(map(str.isalnum, outside)):
            return NotFound(written, Reason.NOTHING_WRITTEN, Reason.NOTHING_WRITTEN.said)
        names = self._names(outside, within)
        if len(names) > 1:
            return self._several(written, names, Reason.TOGETHER, within)
        alternatives = by_or(names[0])
        if len(alternatives) > 1:
            return self._several(written, alternatives, Reason.ONE_OR_OTHER, within)
        return self._one(written, names[0], detail, within)

    def find_at(self, level: Level, written: str, within: str | None) -> Answer:
        """The place of one level that the words name; no other level is considered."""
        outside = without_brackets(written)[0]
        if not any(map(str.isalnum, outside)):
            return NotFound(written, Reason.NOTHING_WRITTEN, Reason.NOTHING_WRITTEN.said)
        name = read_wording(outside).name
        for how, look in self._index.ways():
            for words in (outside, name):
                places = [place for place in look(words) if place.level is level]
                if places:
                    return self._answer(written, places, how, Wording(words), within)
        return self._unknown(written, name)

    def find_all(self, written: str, within: str | None) -> tuple[Answer, ...]:
        """An answer for each name of a list; for one name, its answer."""
        names = self._names(without_brackets(written)[0], within)
        if len(names) < 2:
            return (self.find(written, within),)
        return tuple(self._listed_name(name, within) for name in names)

    def find_area(self, words: str) -> AreaAnswer:
        """The area that the words name, or the place they name as an area."""
        area = self._read_area(words)
        if area is not None:
            return area
        answer = self.find(words, None)
        match answer:
            case Found(place=place, near=False):
                return FoundArea(words, Area.of(place), _ITSELF)
            case Between(places=places, reason=Reason.TOGETHER, complete=True):
                return FoundArea(words, union(map(Area.of, places)), answer.why)
            case Found(place=place):
                return NotFound(words, Reason.A_SIDE, Reason.A_SIDE.said, (place,))
            case _:
                return answer

    def _names(self, outside: str, within: str | None) -> list[str]:
        """The names of a list, or the one name there is, without what only locates it."""
        if not outside or self._index.by_name(outside):
            return [outside]
        commas, names = by_commas(outside), by_and(outside)
        if 1 < len(commas) == len(names) and self._only_locate(*commas, within=within):
            return commas[:1]
        listed = by_arabic_and(outside)
        if len(listed) > len(names) and all(self._is_name(name, within) for name in listed):
            return listed
        return names or [outside]

    def _only_locate(self, first: str, *others: str, within: str | None) -> bool:
        """Whether the later names only say where the first one lies ("Saraqib, Idlib")."""
        held = _places(self.find(first, within))
        return all(self._may_hold(other, held) for other in others)

    def _may_hold(self, words: str, held: tuple[Place, ...]) -> bool:
        area = self.find_area(words)
        if not isinstance(area, FoundArea) or self._is_settlement(area.area.code):
            return False
        return not held or any(
            self._tree.contains(area.area, Area.of(place)) is not False for place in held
        )

    def _is_settlement(self, code: str) -> bool:
        place = self._index.codes.get(code)
        return place is not None and place.level is Level.SETTLEMENT

    def _is_name(self, words: str, within: str | None) -> bool:
        return not isinstance(self.find(words, within), NotFound)

    def _several(
        self, written: str, names: list[str], reason: Reason, within: str | None
    ) -> Answer:
        """The answer for a list: of places that are all meant, or of which one is meant."""
        answers = [self._listed_name(name, within) for name in names]
        found = [answer for answer in answers if isinstance(answer, Found)]
        places = tuple(dict.fromkeys(place for answer in answers for place in _places(answer)))
        if not places:
            return self._unknown(written, names[0])
        # "Has/Hassef": two spellings of one place, of which we know at least one.
        if reason is Reason.ONE_OR_OTHER and len(places) == 1 and found:
            return replace(found[0], written=written)
        answer = self._between(written, places, reason)
        unknown = any(isinstance(each, NotFound) for each in answers)
        # Where one name is unknown, only the place that was given holds them all.
        holder = (within or "") if unknown else answer.holder
        return replace(answer, holder=holder, complete=len(found) == len(answers))

    def _listed_name(self, name: str, within: str | None) -> Answer:
        """The answer for one name of a list.

        A row has one cell for the subdistrict of several places, so that the others may
        lie in another one; they do lie in the governorate.
        """
        answer = self.find(name, within)
        if within and isinstance(answer, NotFound) and answer.reason is Reason.ELSEWHERE:
            wider = (code for code in self._tree.chain(within) if code != within)
            governorate = next((c for c in wider if level_of_pcode(c) is Level.GOVERNORATE), None)
            return self.find(name, governorate) if governorate else answer
        return answer

    def _one(self, written: str, name: str, detail: str, within: str | None) -> Answer:
        """The answer for one name: first for the whole of it, then without what stands around."""
        near = says_near(detail)
        whole = Wording(name, detail=detail, near=near)
        wording = read_wording(name)
        wording = replace(
            wording,
            detail="; ".join(filter(None, [wording.detail, detail])),
            near=wording.near or near,
        )
        places, how = surest(self._index, name)
        if places and (how is not How.SPELLING or wording.name == name):
            return self._answer(written, self._meant(places, whole, how), how, whole, within)
        if self._is_area(name):
            return self._nothing(written, name, detail, within)
        places, how = surest(self._index, wording.name, wording.level)
        meant = self._meant(places, wording, how)
        if meant:
            return self._answer(written, meant, how, wording, within)
        return self._nothing(written, name, detail, within)

    def _is_area(self, name: str) -> bool:
        """Whether the words are a known phrase for an area that is no place of the list."""
        area = self._read_area(name)
        return area is not None and area.area.code not in self._index.codes

    def _meant(self, places: list[Place], wording: Wording, how: How) -> list[Place]:
        """Those of the places that bear the name at the level that is meant."""
        if how is How.CODE:
            return places
        asked = [place for place in places if place.level is wording.level]
        if asked or wording.level is Level.GOVERNORATE:
            return asked
        # A town gives its name to the district and subdistrict around it: the town is meant.
        named = [p for p in places if p.level not in (Level.DISTRICT, Level.SUBDISTRICT)]
        return named or places

    def _answer(
        self, written: str, places: list[Place], how: How, asked: Wording, within: str | None
    ) -> Answer:
        here = [place for place in places if self._may_lie(place, within)]
        if not here:
            why = Reason.ELSEWHERE.said + self._listed(places)
            return NotFound(written, Reason.ELSEWHERE, why, tuple(places))
        if asked.is_part and any(place.level is Level.GOVERNORATE for place in here):
            return self._only_area(written, asked)
        if asked.side and not asked.rural:
            return NotFound(written, Reason.A_SIDE, Reason.A_SIDE.said, tuple(here))
        if len(here) > 1:
            return self._undecided(written, tuple(here), asked)
        return Found(written, here[0], how, asked.near or asked.rural, asked.detail)

    def _may_lie(self, place: Place, within: str | None) -> bool:
        if within is None:
            return True
        holder = Area(within, Both.same(within), frozenset({within}), frozenset({within}))
        return self._tree.contains(holder, Area.of(place)) is not False

    def _undecided(self, written: str, places: tuple[Place, ...], asked: Wording) -> Answer:
        inside = surest(self._index, asked.detail)[0] if asked.detail else []
        named = [place for place in places if place in inside]
        if len(named) == 1:
            return Found(written, named[0], How.NAME, asked.near, asked.detail)
        if len(places) == 2 and any(place.level is Level.GOVERNORATE for place in places):
            return self._between(written, places, Reason.CITY_OR_GOVERNORATE)
        return self._between(written, places, Reason.SAME_NAME)

    def _only_area(self, written: str, asked: Wording) -> NotFound:
        area = self._read_area(without_brackets(written)[0])
        return NotFound(
            written, Reason.AREA_ONLY, Reason.AREA_ONLY.said, (), area.area if area else None
        )

    def _nothing(self, written: str, name: str, detail: str, within: str | None) -> Answer:
        """No place bears the name: it may be an area, or the brackets may hold the name."""
        area = self._read_area(name)
        if area is not None:
            return NotFound(written, Reason.AREA_ONLY, Reason.AREA_ONLY.said, (), area.area)
        inside = self.find(detail, within) if detail else None
        if isinstance(inside, Found) and not inside.detail:
            return replace(inside, written=written)
        return self._unknown(written, read_wording(name).name)

    def _unknown(self, written: str, name: str) -> NotFound:
        nearest = self._index.nearest(name)
        return NotFound(written, Reason.UNKNOWN, Reason.UNKNOWN.said, nearest)

    def _between(self, written: str, places: tuple[Place, ...], reason: Reason) -> Between:
        holder = self._tree.smallest_holder(place.code for place in places)
        return Between(written, places, reason, reason.said + self._listed(places), holder)

    def _listed(self, places: Iterable[Place]) -> Both:
        """The places, each with what holds it, so that a reader can tell them apart."""
        said = [_with_level(place) + self._held_by(place) for place in places]
        return Both(": ", ": ") + joined(said, Both("; ", "؛ "))

    def _held_by(self, place: Place) -> Both:
        chain = [self._index.codes.get(code) for code in self._tree.chain(place.code)[1:-1]]
        names = [holder.name for holder in chain if holder]
        if not names:
            return Both("", "")
        en, ar = (dict.fromkeys(name.in_(language) for name in names) for language in LANGUAGES)
        return Both(f" ({', '.join(en)})", f" ({'، '.join(ar)})")


def _with_level(place: Place) -> Both:
    """The name, and what it is where it is no town or village."""
    if place.level is Level.SETTLEMENT:
        return place.name
    level = place.level.said
    return Both(f"{place.name.en} {level.en}", f"{level.ar} {place.name.ar}")


def _places(answer: Answer) -> tuple[Place, ...]:
    match answer:
        case Found(place=place):
            return (place,)
        case Between(places=places):
            return places
        case _:
            return ()
