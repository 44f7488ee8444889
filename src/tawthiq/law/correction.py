"""The law pack with what lawyers did to its rows: corrected, vouched for, or taken back.

The pack that ships is never edited. Decisions are laid over it in the order of time, and the
hash of the result covers them, so that whoever reads the same hash reads the same law.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

from tawthiq.law.bonds import Bonds
from tawthiq.law.book import LawPack
from tawthiq.law.corrected_bond import decided_bond
from tawthiq.law.corrected_norm import decided_norm
from tawthiq.law.row_text import RowDecision
from tawthiq.law.treaty import Bond


def with_decisions(pack: LawPack, decisions: Iterable[RowDecision]) -> LawPack:
    """The pack with everything that was done to its rows, oldest first.

    What was done to a row that the pack no longer has changes nothing but the hash.
    """
    held, norms, bonds = list(decisions), dict(pack.norms), dict[str, Bond]()
    for one in held:
        if norm := norms.get(one.row):
            norms[one.row] = decided_norm(norm, one)
        elif bond := bonds.get(one.row) or bond_of(pack, one.row):
            bonds[one.row] = decided_bond(bond, one)
    if not held:
        return pack
    return replace(
        pack, norms=norms, bonds=_with_bonds(pack.bonds, bonds.values()), hash=_hash(pack, held)
    )


def bond_of(pack: LawPack, row: str) -> Bond | None:
    """The bond that a row names, as ``Syria/AP_II``; None where there is none."""
    state, _, treaty = row.partition("/")
    held = pack.bonds.treaties.get(treaty)
    return held.bonds.get(state) if held else None


def _with_bonds(bonds: Bonds, changed: Iterable[Bond]) -> Bonds:
    treaties = dict(bonds.treaties)
    for bond in changed:
        treaty = treaties[bond.treaty]
        treaties[bond.treaty] = replace(treaty, bonds={**treaty.bonds, bond.state: bond})
    return Bonds(treaties, bonds.states)


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
