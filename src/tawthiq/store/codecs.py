"""How values that are more than one cell are written into one: groups, and definitions.

Both are written so that a person can read them in the database, and so that equal
values are written equally. A definition says which version of this writing it uses.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from tawthiq.claims.group import AGES, ROLES, SEXES, STATUSES, Age, Group, Role, Sex, Status
from tawthiq.counts.definition import (
    Basis,
    Definition,
    Established,
    Estimated,
    Reported,
    Unit,
    Unsaid,
)
from tawthiq.counts.extent import Extent
from tawthiq.errors import RuleError
from tawthiq.records.grade import Grade
from tawthiq.values.both import Both
from tawthiq.values.when import Precision, When

VERSION = 1
_ANYBODY = "*"
Kind = TypeVar("Kind", bound=StrEnum)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """JSON that is written in one way only: sorted keys, no spaces, letters as they are."""
    return _ENCODER.encode(value)


@cache
def group_to_text(group: Group) -> str:
    """A group by its four lines; children of either sex are ``civilian/child/*/*``."""
    whole = (STATUSES, AGES, SEXES, ROLES)
    lines = zip(group.lines, whole, strict=True)
    return "/".join(_ANYBODY if line == all_ else "+".join(sorted(line)) for line, all_ in lines)


@cache
def group_from_text(text: str) -> Group:
    """Read what ``group_to_text`` wrote.

    Raises:
        ValueError: The text is nothing that it writes.
    """
    status, age, sex, role = text.split("/")
    return Group(
        _line(Status, STATUSES, status),
        _line(Age, AGES, age),
        _line(Sex, SEXES, sex),
        _line(Role, ROLES, role),
    )


def _line(kind: type[Kind], all_: frozenset[Kind], text: str) -> frozenset[Kind]:
    return all_ if text == _ANYBODY else frozenset(kind(word) for word in text.split("+"))


def definition_to_text(definition: Definition) -> str:
    return canonical(
        {
            "v": VERSION,
            "unit": definition.unit,
            "where": _extent_to_json(definition.where),
            "when": when_to_json(definition.when),
            "basis": _basis_to_json(definition.basis),
            "who": group_to_text(definition.who),
            "sites": _sorted(definition.sites),
            "weapons": _sorted(definition.weapons),
            "parties": _sorted(definition.parties),
            "inside": sorted(definition.inside),
            "as_of": definition.as_of,
        }
    )


def definition_from_text(text: str) -> Definition:
    """Read what ``definition_to_text`` wrote.

    Raises:
        RuleError: It was written by a later version.
    """
    said = json.loads(text)
    if said["v"] > VERSION:
        raise RuleError(
            f"a definition is written in version {said['v']}, this program reads {VERSION}; "
            "use the program that wrote it"
        )
    return Definition(
        unit=Unit(said["unit"]),
        where=_extent_from_json(said["where"]),
        when=when_from_json(said["when"]),
        basis=_basis_from_json(said["basis"]),
        who=group_from_text(said["who"]),
        sites=_set(said["sites"]),
        weapons=_set(said["weapons"]),
        parties=_set(said["parties"]),
        inside=frozenset(said["inside"]),
        as_of=said["as_of"],
    )


def when_to_json(when: When) -> list[str | None]:
    return [
        when.first.isoformat() if when.first else None,
        when.last.isoformat() if when.last else None,
        when.precision,
    ]


def when_from_json(said: list[str | None]) -> When:
    first, last, precision = said
    read = When.parse(f"{first or '..'}/{last or '..'}")
    return When(read.first, read.last, Precision(str(precision)))


def _extent_to_json(extent: Extent) -> dict[str, object]:
    return {
        "code": extent.code,
        "en": extent.name.en,
        "ar": extent.name.ar,
        "surely": sorted(extent.surely),
        "possibly": sorted(extent.possibly - extent.surely),
    }


def _extent_from_json(said: Mapping[str, Any]) -> Extent:
    surely = frozenset(said["surely"])
    name = Both(said["en"], said["ar"])
    return Extent(said["code"], name, surely, surely | frozenset(said["possibly"]))


def _basis_to_json(basis: Basis) -> dict[str, object]:
    match basis:
        case Reported(source=source):
            return {"is": "reported", "source": source}
        case Established(grades=grades):
            return {"is": "established", "grades": sorted(grades)}
        case Estimated(method=method):
            return {"is": "estimated", "method": method}
        case Unsaid():
            return {"is": "unsaid"}


def _basis_from_json(said: Mapping[str, Any]) -> Basis:
    match said["is"]:
        case "reported":
            return Reported(said["source"])
        case "established":
            return Established(frozenset(Grade(grade) for grade in said["grades"]))
        case "estimated":
            return Estimated(said["method"])
        case _:
            return Unsaid()


def _sorted(keys: frozenset[str] | None) -> list[str] | None:
    return None if keys is None else sorted(keys)


def _set(keys: list[str] | None) -> frozenset[str] | None:
    return None if keys is None else frozenset(keys)
