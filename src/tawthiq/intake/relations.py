"""Which part of an Office package stands in which relation to which (ECMA-376 part 2, 9.3)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from tawthiq.intake.given import MEGABYTE
from tawthiq.intake.package import Package
from tawthiq.intake.xml_part import local, nothing, parse

_MOST = 20 * MEGABYTE


class Relation(NamedTuple):
    """Another part, and what it is to this one: "worksheet", "footnotes", …"""

    kind: str
    target: str


Relations = dict[str, Relation]


def relations_of(package: Package, part: str) -> Relations:
    """The relations of a part by their ids; of the package itself where ``part`` is "".

    What lies outside the package is left out: nothing is ever fetched.

    Raises:
        UnreadableError: The list of relations is damaged.
    """
    folder, file = posixpath.split(part)
    relations: Relations = {}

    def start(name: str, attrs: dict[str, str]) -> None:
        if local(name) == "Relationship" and attrs.get("TargetMode") != "External":
            kind = attrs.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attrs.get("Target", "")))
            relations[attrs.get("Id", "")] = Relation(kind, target.lstrip("/"))

    where = posixpath.join(folder, "_rels", f"{file}.rels")
    if package.has(where):
        parse(package, where, start, nothing, _MOST)
    return relations


def target_of(relations: Relations, kind: str) -> str:
    """The first part that stands in a relation of this kind, or ""."""
    return next((target for found, target in relations.values() if found == kind), "")
