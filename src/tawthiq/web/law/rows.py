"""A row of the law pack as pages name it: a norm, a bond, an element of a crime, a forum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law import correction
from tawthiq.law.book import LawPack
from tawthiq.law.crime import Element
from tawthiq.law.forum import Forum
from tawthiq.law.norm import Norm
from tawthiq.law.treaty import Bond
from tawthiq.values.both import Both
from tawthiq.web.law.marks import (
    Vouch,
    vouch_of,
    vouch_of_bond,
    vouch_of_element,
    vouch_of_forum,
)

_COLON = Both.same(": ")


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        basis: How it was checked so far, in the words of whoever checked it.
        norm: Id of the norm, where it is one; ``crime`` that of the crime of an element.
    """

    id: str
    name: Both
    vouch: Vouch
    basis: str
    norm: str = ""
    crime: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The rows that nobody vouches for, by what they are."""

    norms: tuple[Row, ...]
    bonds: tuple[Row, ...]
    elements: tuple[Row, ...]
    forums: tuple[Row, ...]


def row_named(id_: str, pack: LawPack) -> Row:
    """A row by its id.

    Raises:
        KeyError: The pack has no such row.
    """
    match correction.row_of(pack, id_):
        case Norm() as norm:
            name = norm.provision + _COLON + norm.title
            return Row(id_, name, vouch_of(norm), norm.source.basis, norm=id_)
        case Bond() as bond:
            name = pack.bonds.name_of(bond.state) + _COLON + pack.bonds.treaties[bond.treaty].name
            return Row(id_, name, vouch_of_bond(bond), bond.basis)
        case Element() as element:
            return _of_element(id_, element, pack)
        case Forum() as forum:
            return Row(id_, forum.name, vouch_of_forum(forum), forum.source)
    raise KeyError(id_)


def waiting_rows(pack: LawPack) -> Waiting:
    """Every row that may not enter a published text."""
    return Waiting(
        *(
            tuple(row_named(id_, pack) for id_ in ids if not correction.is_vouched_for(pack, id_))
            for ids in (list(pack.norms), _bonds(pack), _elements(pack), _forums(pack))
        )
    )


def _of_element(id_: str, element: Element, pack: LawPack) -> Row:
    crime = pack.crimes[id_.partition("/")[0]]
    number = str(element.number)
    name = crime.title + Both(f", element {number}", f"، الركن {number}")
    return Row(id_, name, vouch_of_element(crime, element), crime.basis, crime=crime.id)


def _bonds(pack: LawPack) -> Iterator[str]:
    for treaty in pack.bonds.treaties.values():
        for bond in treaty.bonds.values():
            yield f"{bond.state}/{bond.treaty}"


def _elements(pack: LawPack) -> Iterator[str]:
    for crime in pack.crimes.values():
        for element in crime.elements:
            yield f"{crime.id}/{element.number}"


def _forums(pack: LawPack) -> Iterator[str]:
    for forum in pack.forums:
        yield f"forum:{forum.id}"
