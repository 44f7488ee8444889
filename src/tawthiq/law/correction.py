"""The law pack with what lawyers did to its rows: corrected, vouched for, or taken back.

The pack that ships is never edited. Decisions are laid over it in the order of time, and the
hash of the result covers them, so that whoever reads the same hash reads the same law.

A row is a norm by its id (``GC4-18``), a bond (``Syria/AP_II``), an element of a crime
(``RS-8-2-e-iv/3``) or a forum (``forum:IIIM``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tawthiq.law.bonds import Bonds
from tawthiq.law.book import LawPack
from tawthiq.law.corrected_bond import bond_digest, bond_with, decided_bond, texts_of_bond
from tawthiq.law.corrected_element import (
    decided_element,
    element_digest,
    element_with,
    texts_of_element,
)
from tawthiq.law.corrected_forum import decided_forum, forum_digest, forum_with, texts_of_forum
from tawthiq.law.corrected_norm import decided_norm, norm_with, texts_of_norm
from tawthiq.law.crime import Element
from tawthiq.law.forum import Forum
from tawthiq.law.norm import Norm
from tawthiq.law.row_text import RowDecision, RowText
from tawthiq.law.treaty import Bond

_FORUM = "forum:"
Row = Norm | Bond | Element | Forum


def with_decisions(pack: LawPack, decisions: Iterable[RowDecision]) -> LawPack:
    """The pack with everything that was done to its rows, oldest first.

    What was done to a row that the pack no longer has changes nothing but the hash.
    """
    held = list(decisions)
    if not held:
        return pack
    after = pack
    for one in held:
        after = _decided(after, one)
    return replace(after, hash=_hash(pack, held))


def row_of(pack: LawPack, row: str) -> Row | None:
    """The row of a name, as it stands in the pack; None where it has none."""
    if norm := pack.norms.get(row):
        return norm
    if row.startswith(_FORUM):
        return next((one for one in pack.forums if one.id == row.removeprefix(_FORUM)), None)
    crime, _, number = row.partition("/")
    if crime in pack.crimes and number.isdecimal():
        elements = pack.crimes[crime].elements
        return next((one for one in elements if one.number == int(number)), None)
    return bond_of(pack, row)


def bond_of(pack: LawPack, row: str) -> Bond | None:
    """The bond that a row names, as ``Syria/AP_II``; None where there is none."""
    state, _, treaty = row.partition("/")
    held = pack.bonds.treaties.get(treaty)
    return held.bonds.get(state) if held else None


def texts_of(pack: LawPack, row: str) -> dict[RowText, str]:
    """The fields of a row that can be corrected, as they stand; none where there is no row."""
    match row_of(pack, row):
        case Norm() as norm:
            return texts_of_norm(norm)
        case Bond() as bond:
            return texts_of_bond(bond)
        case Element() as element:
            return texts_of_element(element)
        case Forum() as forum:
            return texts_of_forum(forum)
    return {}


def digest_of_row(pack: LawPack, row: str, changed: Mapping[RowText, str] | None = None) -> str:
    """What a signature under a row is held against, as it stands or with changes; "" for none."""
    given = changed or {}
    match row_of(pack, row):
        case Norm() as norm:
            return norm_with(norm, given).digest
        case Bond() as bond:
            return bond_digest(bond_with(bond, given))
        case Element() as element:
            return element_digest(row.partition("/")[0], element_with(element, given))
        case Forum() as forum:
            return forum_digest(forum_with(forum, given))
    return ""


def is_vouched_for(pack: LawPack, row: str) -> bool:
    """Whether a published text may rest on a row: checked in full, or signed by a lawyer."""
    match row_of(pack, row):
        case Norm() as norm:
            return norm.may_be_published
        case Bond() as bond:
            return bond.is_vouched_for
        case Element():
            return pack.crimes[row.partition("/")[0]].may_be_published
        case Forum() as forum:
            return forum.may_be_published
    return False


def _decided(pack: LawPack, one: RowDecision) -> LawPack:
    match row_of(pack, one.row):
        case Norm() as norm:
            return replace(pack, norms={**pack.norms, norm.id: decided_norm(norm, one)})
        case Bond() as bond:
            return replace(pack, bonds=_with_bond(pack.bonds, decided_bond(bond, one)))
        case Element() as element:
            id_ = one.row.partition("/")[0]
            crime = decided_element(pack.crimes[id_], element.number, one)
            return replace(pack, crimes={**pack.crimes, id_: crime})
        case Forum() as forum:
            after = decided_forum(forum, one)
            forums = tuple(after if each.id == after.id else each for each in pack.forums)
            return replace(pack, forums=forums)
    return pack


def _with_bond(bonds: Bonds, changed: Bond) -> Bonds:
    treaty = bonds.treaties[changed.treaty]
    after = replace(treaty, bonds={**treaty.bonds, changed.state: changed})
    return Bonds({**bonds.treaties, treaty.key: after}, bonds.states)


def _hash(pack: LawPack, decisions: Iterable[RowDecision]) -> str:
    said = [
        [
            one.row,
            sorted((field.value, text) for field, text in one.changed.items()),
            one.signed_by,
            one.signed_on.isoformat() if one.signed_on else "",
            one.digest,
        ]
        for one in decisions
    ]
    text = json.dumps([pack.hash, said], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
