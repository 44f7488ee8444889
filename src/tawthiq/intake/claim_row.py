"""One row of a table of claims, read as a claim or refused cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import gt, itemgetter
from typing import NamedTuple

from tawthiq.claims.claim import Claim, Document
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Toll
from tawthiq.intake.cells import read_address, read_count, read_degrees, read_position
from tawthiq.intake.claim_doubts import Doubts
from tawthiq.intake.columns import columns_of, too_long
from tawthiq.intake.day_cells import read_days, refuse_future
from tawthiq.intake.refusal import CellError, Refusal, refuse
from tawthiq.intake.rows import Row, Table
from tawthiq.intake.source_name import read_source
from tawthiq.intake.tolls import tolls_of
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

# Letters of any script, digits 0 to 9: a code stands in addresses and is spoken.
_CODE = re.compile(r"(?:[^\W\d_]|[0-9])(?:[^\W\d]|[0-9-]){0,62}\.[0-9A-Za-z]{1,16}")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that can be taken.

    Attributes:
        row: Its number in the file.
        incident: The code of the incident: the claim's code before the point.
        claim: What it says.
        source_said: The source as the table names it.
    """

    row: int
    incident: str
    claim: Claim
    source_said: str


class _Taken(NamedTuple):
    """What the cells of a row say, each for itself; the names are the columns' keys."""

    id: str
    date: When
    place: str
    governorate: str
    admin3: str
    lat: float | None
    lon: float | None
    weapon: str
    target_type: str
    facility_name: str
    alleged_party: str
    killed: HowMany | None
    killed_children: HowMany | None
    killed_women: HowMany | None
    injured: HowMany | None
    source_org: Source
    source_title: str
    source_url: str
    published: When
    quote_paraphrase: str
    checked: str


_KEYS = _Taken._fields
_TOLLS = slice(_KEYS.index("killed"), _KEYS.index("injured") + 1)
_SourceCell = Callable[[str], Source]


class ClaimReader:
    """Reads the rows of one table; keeps what repeats only once, and remembers the codes.

    Attributes:
        sources: Every source met so far, by its name as written.
    """

    def __init__(self, table: Table, today: date, sources: Mapping[str, Source]) -> None:
        placed = columns_of("claims").placed(table)
        self.sources: dict[str, Source] = {}
        self._known = sources
        self._placed = placed
        self._epoch = table.epoch
        self._doubts = Doubts(placed)
        width = len(table.header)
        # A table without `checked` gets one empty cell more in each row.
        self._extra = [] if "checked" in placed.where else [""]
        self._pick = itemgetter(*(placed.where.get(key, width) for key in _KEYS))
        self._limits = placed.limits()
        self._longest = [dict(self._limits).get(at, 1 << 30) for at in range(width)]
        self._readers = self._how_to_read()
        self._rules = self._how_to_hold_together(today)
        self._row_of_code: dict[str, int] = {}
        self._tolls: dict[tuple[str, ...], tuple[Toll, ...]] = {}
        self._documents: dict[tuple[str, str, str, When], Document] = {}
        self._kept: dict[str, str] = {}

    def read(self, row: Row) -> ReadRow | list[Refusal]:
        """The claim of a row, or everything in it that cannot be taken."""
        if row.problems:
            return list(row.problems)
        if any(map(gt, map(len, row.cells), self._longest)):
            return too_long(row, self._limits, self._placed.header)
        cells = self._pick(row.cells + self._extra if self._extra else row.cells)
        try:
            taken = _Taken._make([read(c) for read, c in zip(self._readers, cells, strict=True)])
            for _, rule in self._rules:
                rule(row, taken)
            tolls = self._tolls_of(cells, taken)
        except CellError:
            return list(self._refusals(row, cells))
        when = self._when(row, taken)
        self._doubts.look(row, when, taken.published)
        said = self._once(row.cells[self._placed.where["source_org"]])
        incident = taken.id.rpartition(".")[0]
        return ReadRow(row.number, incident, self._claim(taken, when, tolls), said)

    def notes(self) -> list[Both]:
        """What a person should know of the rows read so far."""
        return ([self._placed.note] if self._placed.note else []) + self._doubts.said()

    def _how_to_read(self) -> list[Callable[[str], object]]:
        days = partial(read_days, epoch=self._epoch)
        readers: dict[str, Callable[[str], object]] = {
            "id": _read_code,
            "date": days,
            "published": days,
            "lat": partial(read_degrees, limit=90),
            "lon": partial(read_degrees, limit=180),
            "source_org": self._source,
            "source_url": read_address,
            # These seldom repeat.
            "source_title": str,
            "quote_paraphrase": str,
        }
        counts = dict.fromkeys(_KEYS[_TOLLS], read_count)
        return [(readers | counts).get(key, self._once) for key in _KEYS]

    def _how_to_hold_together(self, today: date) -> list[tuple[str, Rule]]:
        """What is asked of a whole row, and the column that a refusal names."""
        return [
            ("id", self._refuse_twice),
            ("date", lambda _, taken: refuse_future(taken.date, today)),
            ("published", lambda _, taken: refuse_future(taken.published, today)),
            ("lat", lambda _, taken: read_position(taken.lat, taken.lon)),
        ]

    def _claim(self, taken: _Taken, when: When, tolls: tuple[Toll, ...]) -> Claim:
        return Claim(
            code=taken.id,
            document=self._document(taken),
            when=when,
            place_said=taken.place,
            governorate_said=taken.governorate,
            subdistrict_said=taken.admin3,
            lat=taken.lat,
            lon=taken.lon,
            weapon_said=taken.weapon,
            target_said=taken.target_type,
            facility_said=taken.facility_name,
            party_said=taken.alleged_party,
            tolls=tolls,
            words=taken.quote_paraphrase,
            checked=taken.checked,
        )

    def _once(self, text: str) -> str:
        """The same text as the same object: a table repeats its places and parties."""
        return self._kept.setdefault(text, text)

    def _source(self, said: str) -> Source:
        source = self.sources.get(said)
        if source is None:
            if not said:
                raise _NOBODY
            source = self.sources[said] = self._known.get(said) or read_source(said)
        return source

    def _document(self, taken: _Taken) -> Document:
        key = (taken.source_org.key, taken.source_title, taken.source_url, taken.published)
        document = self._documents.get(key)
        if document is None:
            document = self._documents[key] = Document(*key)
        return document

    def _when(self, row: Row, taken: _Taken) -> When:
        """The time of a claim; one told from the day of speaking is placed by the publication."""
        if taken.date.is_known or taken.published.first != taken.published.last:
            return taken.date
        cell = row.cells[self._placed.where["date"]]
        return read_days(cell, self._epoch, taken.published.first) if cell else taken.date

    def _tolls_of(self, cells: tuple[str, ...], taken: _Taken) -> tuple[Toll, ...]:
        key = cells[_TOLLS]
        tolls = self._tolls.get(key)
        if tolls is None:
            tolls = self._tolls[key] = tolls_of(
                taken.killed, taken.killed_children, taken.killed_women, taken.injured
            )
        return tolls

    def _refuse_twice(self, row: Row, taken: _Taken) -> None:
        first = self._row_of_code.setdefault(taken.id, row.number)
        if first != row.number:
            raise CellError(
                Both(
                    f"the code stands already in row {first}", f"الرمز موجود من قبل في الصف {first}"
                ),
                Both(
                    "give one of the two rows a code of its own",
                    "أعطِ أحد الصفين رمزًا خاصًا به",
                ),
            )

    def _refusals(self, row: Row, cells: tuple[str, ...]) -> Iterator[Refusal]:
        """Everything that is wrong with a row: first cell by cell, else as a whole."""
        readable: list[object] = []
        for key, read, cell in zip(_KEYS, self._readers, cells, strict=True):
            try:
                readable.append(read(cell))
            except CellError as error:
                yield self._refusal(row, key, error)
        if len(readable) == len(cells):
            yield from self._contradictions(row, cells, _Taken._make(readable))

    def _contradictions(self, row: Row, cells: tuple[str, ...], taken: _Taken) -> Iterator[Refusal]:
        tolls: tuple[str, Rule] = ("killed", lambda _, taken: self._tolls_of(cells, taken))
        for key, rule in (*self._rules, tolls):
            try:
                rule(row, taken)
            except CellError as error:
                yield self._refusal(row, key, error)

    def _refusal(self, row: Row, key: str, error: CellError) -> Refusal:
        at = self._placed.where[key]
        return refuse(row.number, self._placed.header[at], row.cells[at], error)


Rule = Callable[[Row, _Taken], object]


def _read_code(text: str) -> str:
    if _CODE.fullmatch(text):
        return text
    raise CellError(
        Both("not a code of an incident and a claim", "ليس رمزًا لواقعة وادعاء")
        if text
        else Both("the code is missing", "الرمز ناقص"),
        Both(
            "write the incident, a point and the claim, like I055.7",
            "اكتب رمز الواقعة ثم نقطة ثم رقم الادعاء، مثل I055.7",
        ),
    )


_NOBODY = CellError(
    Both("nobody is named as the source", "لم يُذكر المصدر"),
    Both("write who claims it", "اكتب صاحب الادعاء"),
)
