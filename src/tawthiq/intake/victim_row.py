"""One row of a list of people who were killed, read as a record or refused cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from tawthiq.claims.claim import Document
from tawthiq.claims.group import Role, Sex, Status
from tawthiq.claims.name_said import NameSaid
from tawthiq.claims.person_record import AgeSaid, PersonRecord
from tawthiq.intake.cells import read_address
from tawthiq.intake.columns import Placed, too_long
from tawthiq.intake.day_cells import has_hour, read_days, refuse_future
from tawthiq.intake.person_words import (
    read_age,
    read_age_group,
    read_roles,
    read_sex,
    read_status,
)
from tawthiq.intake.refusal import CellError, Refusal, Remarks, refuse
from tawthiq.intake.rows import Row, Table
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest
from tawthiq.values.text import fold
from tawthiq.values.when import When

NAMES = ("name", "given", "father", "grandfather", "family")
_PRIVATE = frozenset({"id", *NAMES, "mother", "kunya", "born"})
"""Columns whose cells no refusal repeats: refusals are printed, copied and sent around."""
_KEY_DIGITS = 20  # hex digits of a digest: no clash among a million rows


class VictimReader:
    """Reads the rows of one list, and remembers the keys that it has met.

    Attributes:
        unnamed: How many rows so far name nobody.
    """

    def __init__(self, table: Table, placed: Placed, document: Document, today: date) -> None:
        self.unnamed = 0
        self._placed, self._document, self._today = placed, document, today
        self._where = placed.where
        self._limits = placed.limits()
        self._days = partial(read_days, epoch=table.epoch)
        self._remarks = Remarks()
        self._row_of_id: dict[str, int] = {}
        self._met: dict[str, int] = {}
        self._kept: dict[str, str] = {}

    def read(self, row: Row) -> PersonRecord | list[Refusal]:
        """The record of a row, or everything in it that cannot be taken."""
        if row.problems:
            return [self._without_cell(problem) for problem in row.problems]
        if refusals := too_long(row, self._limits, self._placed.header):
            return [self._without_cell(refusal) for refusal in refusals]
        refusals = list(self._refusals(row))
        if refusals:
            return refusals
        record = self._record(row)
        if record is None:
            return [refuse(row.number, "", "", _NOBODY)]
        self.unnamed += not record.name.is_said
        self._remark(row, record)
        return record

    def notes(self) -> list[Both]:
        """What a person should know of the rows read so far."""
        if not self.unnamed:
            return self._remarks.said()
        rows = self.unnamed
        said = Both(
            f"rows that name nobody: {rows}; they are counted apart from people with a name",
            f"صفوف لا تسمّي أحدًا: {rows}؛ تُعدّ منفصلة عن الأشخاص المسمَّين",
        )
        return [*self._remarks.said(), said]

    def _cell(self, row: Row, key: str) -> str:
        at = self._where.get(key)
        return "" if at is None else row.cells[at]

    def _refusals(self, row: Row) -> Iterator[Refusal]:
        """Everything that is wrong with a row: cell by cell, then its two days together."""
        read: dict[str, object] = {}
        readers: dict[str, Callable[[str], object]] = {
            "age": read_age, "born": self._days, "died": self._days, "url": read_address,
        }  # fmt: skip
        for key, reader in readers.items():
            try:
                read[key] = reader(self._cell(row, key))
            except CellError as error:
                yield self._refusal(row, key, error)
        for key in ("born", "died"):
            day = read.get(key)
            if isinstance(day, When):
                try:
                    refuse_future(day, self._today)
                except CellError as error:
                    yield self._refusal(row, key, error)
        born, died = read.get("born"), read.get("died")
        if isinstance(born, When) and isinstance(died, When) and died.surely_before(born):
            yield self._refusal(row, "died", _DIED_BEFORE_BIRTH)
        yield from self._id_refused(row)

    def _id_refused(self, row: Row) -> Iterator[Refusal]:
        """An id that is missing, or stands in two rows, as ids do that were given anew."""
        if "id" not in self._where:
            return
        own = self._cell(row, "id")
        if not own:
            yield self._refusal(row, "id", _NO_ID)
            return
        first = self._row_of_id.setdefault(own, row.number)
        if first != row.number:
            yield self._refusal(row, "id", _twice(first))

    def _record(self, row: Row) -> PersonRecord | None:
        cell = partial(self._cell, row)
        name = NameSaid(*(cell(key) for key in (*NAMES, "mother", "kunya")))
        died = self._days(cell("died"))
        place = {key: self._once(cell(key)) for key in ("place", "admin3", "governorate")}
        born, sex, age = self._days(cell("born")), self._sex(row), self._age(row)
        says = died.is_known or born.is_known or any(place.values()) or sex or age != AgeSaid()
        if not (name.is_said or says):
            return None
        return PersonRecord(
            document=self._document,
            key=cell("id") or self._mark(name, died, born, place["place"]),
            name=name,
            sex=sex,
            age=age,
            born=born,
            status=read_status(cell("status")),
            roles=self._roles(row),
            died=died,
            place_said=place["place"],
            subdistrict_said=place["admin3"],
            governorate_said=place["governorate"],
            party_said=self._once(cell("party")),
            role_said=self._once(cell("role")),
            url=cell("url"),
            raw=self._raw(row),
        )

    def _sex(self, row: Row) -> Sex | None:
        """From its own column, else from an age group such as "Child - Female"."""
        return read_sex(self._cell(row, "sex")) or read_sex(self._cell(row, "age_group"))

    def _age(self, row: Row) -> AgeSaid:
        said = read_age(self._cell(row, "age"))
        if said.low is not None or said.group:
            return said
        group = read_age_group(self._cell(row, "age_group"))
        return AgeSaid(group=group or read_age_group(self._cell(row, "sex")))

    def _roles(self, row: Row) -> frozenset[Role]:
        return read_roles(self._cell(row, "role")) | read_roles(self._cell(row, "status"))

    def _mark(self, name: NameSaid, died: When, born: When, place: str) -> str:
        """What a row is known by where the list has no ids; rows alike are numbered."""
        said = [" ".join(name.words), fold(name.mother), fold(name.kunya), f"{died}", f"{born}"]
        if not name.is_said:
            said.append(fold(place))
        mark = str(Digest.of("\0".join(said).encode()))[:_KEY_DIGITS]
        self._met[mark] = self._met.get(mark, 0) + 1
        return mark if self._met[mark] == 1 else f"{mark}-{self._met[mark]}"

    def _raw(self, row: Row) -> tuple[tuple[str, str], ...]:
        cells = zip(self._placed.header, row.cells, strict=True)
        return tuple((self._once(name), cell) for name, cell in cells if cell)

    def _once(self, text: str) -> str:
        """The same text as the same object: a list repeats its places and parties."""
        return self._kept.setdefault(text, text)

    def _remark(self, row: Row, record: PersonRecord) -> None:
        doubts = {
            "sex": record.sex is None,
            "status": record.status is Status.UNSTATED and not record.roles,
            "age_group": record.age_group is None,
        }
        for key, is_unread in doubts.items():
            if is_unread and self._cell(row, key):
                self._remarks.add(NOT_UNDERSTOOD, self._header(key), row.number)
        if has_hour(self._cell(row, "died")):
            self._remarks.add(HOUR, self._header("died"), row.number)

    def _header(self, key: str) -> str:
        return self._placed.header[self._where[key]]

    def _refusal(self, row: Row, key: str, error: CellError) -> Refusal:
        cell = "" if key in _PRIVATE else self._cell(row, key)
        quoted = key in _PRIVATE
        plain = CellError(_UNREADABLE, error.mend) if quoted and cell_in(error, row) else error
        return refuse(row.number, self._header(key), cell, plain)

    def _without_cell(self, refusal: Refusal) -> Refusal:
        return Refusal(refusal.row, refusal.column, "", refusal.why, refusal.mend)


def cell_in(error: CellError, row: Row) -> bool:
    """Whether the words of an error repeat a cell of the row."""
    return any(cell in error.why.en or cell in error.why.ar for cell in row.cells if len(cell) > 3)


_UNREADABLE = Both("what stands here cannot be read", "لا يمكن قراءة ما في هذه الخلية")
_NOBODY = CellError(
    Both(
        "nobody is named, and nothing else is said of anybody",
        "لا اسم في الصف ولا شيء آخر عن أي شخص",
    ),
    Both("write what is known, or leave the row out", "اكتب المعروف أو احذف الصف"),
)
_DIED_BEFORE_BIRTH = CellError(
    Both("the death lies before the birth", "تاريخ الوفاة يسبق تاريخ الولادة"),
    Both("correct one of the two days", "صحّح أحد التاريخين"),
)
_NO_ID = CellError(
    Both("the id is missing", "المعرّف ناقص"),
    Both(
        "give the row an id, or map no column as the ids",
        "أعطِ الصف معرّفًا، أو لا تربط عمودًا بالمعرّفات",
    ),
)
NOT_UNDERSTOOD = Both(
    "column {column}: words that are not understood are kept and say nothing to a count "
    "(cells: {count}; rows {rows})",
    "العمود {column}: كلمات لا يُعرف معناها حُفظت ولا أثر لها في العدّ "
    "(عدد الخلايا: {count}؛ الصفوف {rows})",
)
HOUR = Both(
    "column {column}: only the day is kept and the hour is left out (cells: {count}; rows {rows})",
    "العمود {column}: يُحفظ اليوم وحده وتُسقط الساعة (عدد الخلايا: {count}؛ الصفوف {rows})",
)


def _twice(first: int) -> CellError:
    return CellError(
        Both(f"this id stands already in row {first}", f"هذا المعرّف موجود من قبل في الصف {first}"),
        Both(
            "give each row an id of its own; a person who stands twice is found when lists are "
            "linked",
            "أعطِ كل صف معرّفًا خاصًا به؛ ومن تكرر اسمه يُكشف عند ربط القوائم",
        ),
    )
