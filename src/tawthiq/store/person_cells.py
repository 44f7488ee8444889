"""The row of a person as computed: everything by which people are listed and counted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tawthiq.claims.person_record import PersonRecord
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level
from tawthiq.records.person import Person
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.codecs import canonical
from tawthiq.store.incident_rows import keys_text
from tawthiq.store.person_rows import roles_to_text
from tawthiq.store.rows import time_cells
from tawthiq.store.sealed.tables import cell
from tawthiq.store.sql import Values
from tawthiq.store.sql import rows as ask
from tawthiq.values.both import Both, joined
from tawthiq.values.text import index_text

COLUMNS = (
    "case_id", "number", "name", "sex", "age_low", "age_high", "age_group", "status", "roles",
    "places", "place_en", "place_ar", "governorate", "within", "parties",
    "standing", "disagreements",
    "records", "lists", "sources", "weakest", "words", "first", "last", "precision",
)  # fmt: skip


class PersonCells:
    """Writes rows of people of one case; remembers what it has read of places."""

    def __init__(self, case: int, gazetteer: Gazetteer) -> None:
        self._case, self._gazetteer = case, gazetteer
        self._where = lru_cache(maxsize=1 << 15)(self._describe)

    def cells(self, person: Person, weakest: float | None) -> Values:
        """The cells of a person in the order of ``COLUMNS``.

        Args:
            weakest: The probability of the least sure link between the records.
        """
        where = self._where(person.places)
        said = [each.record for each in person.records]
        place = where.name or Both.same(_first_said(said))
        return (
            self._case,
            person.number,
            person.name,
            person.sex or "",
            person.age.low,
            person.age.high,
            person.age_group or "",
            person.status.value,
            roles_to_text(person.roles),
            canonical(list(person.places)),
            place.en,
            place.ar,
            where.governorate,
            where.within,
            canonical(sorted(person.parties)),
            person.standing.value,
            "+".join(sorted(person.disagreements)),
            len(said),
            len({(r.document.source, r.document.title) for r in said}),
            len(person.origins),
            weakest,
            _search_words(said, where),
            *time_cells(person.died),
        )

    def _describe(self, codes: tuple[str, ...]) -> _Where:
        places = [self._gazetteer.place(code) for code in codes]
        line = {
            holder.code
            for place in places
            for level in Level
            if (holder := self._gazetteer.holder(place.code, level))
        }
        shared = {self._gazetteer.holder(code, Level.GOVERNORATE) for code in codes}
        governorate = next(iter(shared)) if len(shared) == 1 else None
        return _Where(
            joined((place.name for place in places), Both(", ", "، ")),
            governorate.code if governorate else "",
            keys_text({*codes, *line}),
        )


def rows_as_written(case: models.Case, numbers: Sequence[int]) -> dict[Any, list[object]]:
    """The rows of these people, comparable, by number."""
    found: dict[Any, list[object]] = {}
    cells = ", ".join(cell("Person", column) for column in COLUMNS)
    for some in chunks(numbers):
        of = ", ".join(["%s"] * len(some))
        query = f"SELECT {cells} FROM store_person WHERE case_id = %s AND number IN ({of})"
        found |= {row[1]: comparable(row) for row in ask(query, (case.pk, *some))}
    return found


def comparable(row: Values) -> list[object]:
    """A row whose lists are lists: databases write those in more than one way."""
    return [
        json.loads(value) if name in ("places", "parties") and isinstance(value, str) else value
        for name, value in zip(COLUMNS, row, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Where:
    """What a list shows and filters by of some places."""

    name: Both
    governorate: str
    within: str


def _first_said(said: Sequence[PersonRecord]) -> str:
    """A place in a source's own words, where the gazetteer knows none."""
    words = (r.place_said or r.subdistrict_said or r.governorate_said for r in said)
    return next((each for each in words if each), "")


def _search_words(said: Sequence[PersonRecord], where: _Where) -> str:
    names = (part for r in said for part in r.name.parts.values())
    places = (r.place_said for r in said)
    texts = dict.fromkeys((*names, *places, where.name.en, where.name.ar))
    words = " ".join(_index_text(text) for text in texts if text)
    return f" {' '.join(dict.fromkeys(words.split()))} "


_index_text = lru_cache(maxsize=1 << 14)(index_text)
