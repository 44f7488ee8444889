"""From person records to the cells of their table, and back."""

from __future__ import annotations

import json
from typing import Any

from tawthiq.claims.claim import Document
from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.claims.name_said import NameSaid
from tawthiq.claims.person_record import AgeSaid, PersonRecord
from tawthiq.store.codecs import canonical, when_to_json
from tawthiq.store.rows import iso, time_cells
from tawthiq.store.sql import Values
from tawthiq.values.digest import Digest
from tawthiq.values.when import Precision, When

_NAME = ("name", "given", "father", "grandfather", "family", "mother", "kunya")
_SAID = (
    "role_said", "place_said", "subdistrict_said", "governorate_said", "party_said", "url",
)  # fmt: skip
_OWN = (
    "key", *_NAME, "sex", "age_low", "age_high", "age_group", "born_first", "born_last",
    "born_precision", "status", "roles", *_SAID, "raw", "first", "last", "precision",
)  # fmt: skip
COLUMNS = ("id", "case_id", "list_id", "number", "version", "batch_id", "digest", *_OWN)
READ = ("number", "list_id", *_OWN)
"""The columns that ``record_of`` reads, in this order."""


def cells(kept: Values, record: PersonRecord) -> Values:
    """The cells of a record; ``kept`` holds those of ``COLUMNS`` up to the digest."""
    name, age, born = record.name, record.age, record.born
    return (
        *kept,
        record.key,
        *(name.whole, name.given, name.father, name.grandfather, name.family),
        *(name.mother, name.kunya),
        record.sex or "",
        *(age.low, age.high, age.group or ""),
        *(iso(born.first), iso(born.last), born.precision.value),
        record.status.value,
        roles_to_text(record.roles),
        *(getattr(record, said) for said in _SAID),
        canonical([list(pair) for pair in record.raw]),
        *time_cells(record.died),
    )


def record_of(row: tuple[Any, ...], document: Document) -> PersonRecord:
    """Read what ``cells`` wrote; ``row`` holds the columns of ``READ``."""
    _, _, key, *rest = row
    name, rest = rest[:7], rest[7:]
    sex, low, high, group, b1, b2, b3, status, roles, *rest = rest
    role_said, place, subdistrict, governorate, party, url, raw, d1, d2, d3 = rest
    return PersonRecord(
        document=document,
        key=key,
        name=NameSaid(*name),
        sex=Sex(sex) if sex else None,
        age=AgeSaid(low, high, Age(group) if group else None),
        born=When(b1, b2, Precision(b3)),
        status=Status(status),
        roles=roles_from_text(roles),
        died=When(d1, d2, Precision(d3)),
        place_said=place,
        subdistrict_said=subdistrict,
        governorate_said=governorate,
        party_said=party,
        role_said=role_said,
        url=url,
        raw=tuple((name, text) for name, text in json.loads(raw)),
    )


def digest_of(record: PersonRecord) -> str:
    """Over everything that a record says, so that a later edition can be held against it."""
    said = [
        record.key,
        list(record.name.parts.items()),
        record.sex,
        [record.age.low, record.age.high, record.age.group],
        when_to_json(record.born),
        record.status,
        roles_to_text(record.roles),
        when_to_json(record.died),
        [getattr(record, said) for said in _SAID],
        [list(pair) for pair in record.raw],
    ]
    return str(Digest.of(canonical(said).encode()))


def roles_to_text(roles: frozenset[Role]) -> str:
    return "+".join(sorted(roles))


def roles_from_text(text: str) -> frozenset[Role]:
    return frozenset(Role(role) for role in text.split("+") if role)
