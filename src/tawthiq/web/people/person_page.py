"""One person as a page shows them: the whole, each source's version, and how it hangs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tawthiq.counts.words import names_of
from tawthiq.records.opinions import OPINIONS, OnPair, Opinion
from tawthiq.records.person import STANDINGS
from tawthiq.records.same_person import Pair, pair
from tawthiq.records.vocabulary import parties
from tawthiq.store.queries.people import PersonInFull
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.both import Both, joined
from tawthiq.values.when import When
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.people.record_fields import Field, fields_of
from tawthiq.web.people.wording import DISAGREEMENTS, ROLES, SEXES, STATUSES, age_said, sure
from tawthiq.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Record:
    """One source's version.

    Attributes:
        cells: Its fields in the order of the page's head; fields that no record has are left out.
        best: How surely it belongs to the others, in per cent; "" for the only record.
        versions: How often its list has said something else of it before.
    """

    number: int
    voice: Voice
    list_code: str
    cells: tuple[Field, ...]
    best: str
    versions: int
    url: str
    raw: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A decision in the history of a person."""

    on: date
    by: str
    pair: Pair
    said: Both | None
    because: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on the page of a person; words are "" where nothing is said."""

    number: int
    name: str
    standing: str
    sex: str
    age: str
    status: str
    roles: str
    died: When
    place: str
    parties: str
    sources: int
    lists: int
    sure: str
    differ: str
    heads: tuple[str, ...]
    records: tuple[Record, ...]
    decisions: tuple[Told, ...]


def person_page(held: PersonInFull, reader: Reader) -> PersonPage:
    """Lay out one person."""
    person, language = held.person, reader.language
    comma = Both(", ", "، ")
    rows = [fields_of(each.record, reader) for each in person.records]
    shown = [at for at, cells in enumerate(zip(*rows, strict=True)) if any(c.text for c in cells)]
    return PersonPage(
        number=person.number,
        name=person.name,
        standing=STANDINGS[person.standing].in_(language),
        sex=SEXES[person.sex].in_(language) if person.sex else "",
        age=age_said(person.age, person.age_group, reader),
        status=STATUSES[person.status].in_(language),
        roles=joined((ROLES[role] for role in sorted(person.roles)), comma).in_(language),
        died=person.died,
        place=_place(held, reader),
        parties=joined(names_of(parties(), person.parties), Both(" or ", " أو ")).in_(language),
        sources=len(person.origins),
        lists=len(set(held.lists.values())),
        sure="" if held.weakest is None else sure(held.weakest, reader),
        differ=joined(
            (DISAGREEMENTS[each] for each in sorted(person.disagreements)), comma
        ).in_(language),
        heads=tuple(rows[0][at].name for at in shown),
        records=tuple(
            _record(held, at, tuple(rows[at][i] for i in shown), reader)
            for at in range(len(rows))
        ),
        decisions=tuple(
            Told(each.on, each.by, each.pair, _said(each.opinion), each.because)
            for each in held.decisions
        ),
    )  # fmt: skip


def _record(held: PersonInFull, at: int, cells: tuple[Field, ...], reader: Reader) -> Record:
    filed = held.person.records[at]
    return Record(
        number=filed.number,
        voice=voice(held.sources[filed.record.document.source], reader),
        list_code=held.lists[filed.number],
        cells=cells,
        best=_best(held, filed.number, reader),
        versions=held.versions.get(filed.number, 1) - 1,
        url=filed.record.url,
        raw=filed.record.raw,
    )


def _best(held: PersonInFull, record: int, reader: Reader) -> str:
    """The surest link to another record of the person; decided ones say so by themselves."""
    others = [each.number for each in held.person.records if each.number != record]
    if not others:
        return ""
    pairs = [pair(record, other) for other in others]
    if any(_is_decided(held.held, each) for each in pairs):
        return OPINIONS[Opinion.SAME].in_(reader.language)
    found = [held.links[each] for each in pairs if each in held.links]
    return sure(max(found), reader) if found else ""


def _is_decided(held: Mapping[Pair, OnPair], each: Pair) -> bool:
    return each in held and held[each].outcome is Opinion.SAME


def _place(held: PersonInFull, reader: Reader) -> str:
    known = gazetteer()
    named = joined((known.place(code).name for code in held.person.places), Both(", ", "، "))
    if named:
        return named.in_(reader.language)
    said = (each.record for each in held.person.records)
    words = (r.place_said or r.subdistrict_said or r.governorate_said for r in said)
    return next((each for each in words if each), "")


def _said(opinion: Opinion | None) -> Both | None:
    return None if opinion is None else OPINIONS[opinion]
