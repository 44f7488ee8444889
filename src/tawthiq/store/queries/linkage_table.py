"""The records of a case as the table from which linkage starts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tawthiq.claims.person_record import PersonRecord
from tawthiq.linkage.table import Table
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level
from tawthiq.records.person import FindPlace
from tawthiq.store import models
from tawthiq.store.packed import Numbers
from tawthiq.store.queries.places import find_places_of_people, gazetteer
from tawthiq.store.queries.records_of_people import list_of_records, standing_records

_COLUMNS = (
    "id", "source", "name", "given", "father", "grandfather", "family", "mother", "kunya",
    "date", "born", "age", "sex", "place", "governorate",
)  # fmt: skip
_NEEDED = frozenset({"id", "source"})


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """Records that name somebody.

    Attributes:
        numbers: Of the records, ascending; row i of the table is that of ``numbers[i]``.
        table: As linkage takes it. A place that the gazetteer knows stands under one name,
            however it was written; without that two scripts would never agree on it.
    """

    numbers: Numbers
    table: Table


def records_to_link(case: models.Case) -> Records:
    """The standing records of a case that name somebody.

    Records of the unnamed are left out: nothing in them says who it was.
    """
    find, known = find_places_of_people(), gazetteer()
    lists = list_of_records(case)
    numbers: list[int] = []
    columns: dict[str, list[str]] = {name: [] for name in _COLUMNS}
    for number, record in standing_records(case):
        if not record.name.is_said:
            continue
        numbers.append(number)
        row = (str(number), lists[number], *_names(record), *_rest(record, find, known))
        for name, text in zip(_COLUMNS, row, strict=True):
            columns[name].append(text)
    said = {name: texts for name, texts in columns.items() if name in _NEEDED or any(texts)}
    if not numbers:
        said["name"] = []
    return Records(np.array(numbers, np.int64), Table.of(said))


def _names(record: PersonRecord) -> Iterator[str]:
    name = record.name
    yield from (name.whole, name.given, name.father, name.grandfather)
    yield from (name.family, name.mother, name.kunya)


def _rest(record: PersonRecord, find: FindPlace, known: Gazetteer) -> Iterator[str]:
    age = record.age
    yield str(record.died)
    yield str(record.born)
    yield str(age.low) if age.low is not None and age.low == age.high else ""
    yield record.sex or ""
    codes = find(record)
    if len(codes) != 1:
        yield from (record.place_said, record.governorate_said)
        return
    place = known.place(codes[0])
    holder = known.holder(codes[0], Level.GOVERNORATE)
    is_wide = place.level in (Level.COUNTRY, Level.GOVERNORATE)
    yield record.place_said if is_wide else place.name.en
    yield holder.name.en if holder else record.governorate_said
