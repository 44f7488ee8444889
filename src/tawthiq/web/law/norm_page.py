"""One norm as its page shows it: text, source, where it reaches, who is bound, who vouches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.classification import Conflict
from tawthiq.law.crime import Crime
from tawthiq.law.norm import Norm, Scope
from tawthiq.law.treaty import Bond
from tawthiq.law.wording import DRAFT_ARABIC
from tawthiq.store.queries.law.shapes import RowInFull
from tawthiq.values.both import Both
from tawthiq.web.law.marks import Vouch, vouch_of, vouch_of_bond
from tawthiq.web.law.names import CONFLICTS, KINDS, MEMBERSHIPS, SCOPES, STATUSES


@dataclass(frozen=True, slots=True)
class BondRow:
    """What is recorded of one State and the treaty of a norm."""

    row: str
    state: Both
    status: Both
    bond: Bond
    vouch: Vouch


@dataclass(frozen=True, slots=True)
class Cited:
    """A norm as other pages cite it: provision and title, and the instrument it stands in."""

    id: str
    name: Both
    instrument: Both


@dataclass(frozen=True, slots=True)
class NormPage:
    """Everything on the page of one norm.

    Attributes:
        reach: Each kind of situation, with whether the norm reaches it.
        membership: Whose bond makes it bind.
        touched_by: What it is about: the subjects that touch it.
        doubts: Subjects by which it is only arguably touched, with why.
        defeaters: What may end the protection it gives.
        instead: Norms to cite where this one does not reach; ``instead_of`` the other way round.
    """

    norm: Norm
    kind: Both
    vouch: Vouch
    draft: Both | None
    marks: tuple[Both, ...]
    reach: tuple[tuple[Both, Both, Scope], ...]
    membership: Both
    treaty: Both | None
    bonds: tuple[BondRow, ...]
    areas: tuple[Both, ...]
    touched_by: tuple[Both, ...]
    doubts: tuple[tuple[Both, Both], ...]
    defeaters: tuple[Both, ...]
    instead: tuple[Cited, ...]
    instead_of: tuple[Cited, ...]
    crimes: tuple[Crime, ...]
    changes: int
    pack_hash: str


def norm_page(row: RowInFull, pack: LawPack) -> NormPage:
    """Lay out one norm."""
    norm = row.norm
    treaty = pack.bonds.treaties.get(norm.treaty)
    return NormPage(
        norm=norm,
        kind=KINDS[norm.kind],
        vouch=vouch_of(norm),
        draft=DRAFT_ARABIC if norm.arabic_is_draft else None,
        marks=row.marks,
        reach=tuple(_reach(norm)),
        membership=MEMBERSHIPS[norm.membership],
        treaty=treaty.name if treaty else None,
        bonds=tuple(_bonds(norm, pack)),
        areas=tuple(pack.bonds.name_of(area) for area in norm.areas),
        touched_by=tuple(pack.subjects[id_].name for id_ in norm.engages),
        doubts=tuple((pack.subjects[one.subject].name, one.why) for one in norm.doubts),
        defeaters=tuple(one.name for one in pack.defeaters.values() if norm.id in one.defeats),
        instead=tuple(cited(id_, pack) for id_ in norm.instead),
        instead_of=tuple(
            cited(one.id, pack) for one in pack.norms.values() if norm.id in one.instead
        ),
        crimes=tuple(crime for crime in pack.crimes.values() if crime.norm == norm.id),
        changes=len(row.history),
        pack_hash=row.pack_hash,
    )


def cited(id_: str, pack: LawPack) -> Cited:
    """A norm of the pack, to be cited.

    Raises:
        KeyError: The pack has none of this id.
    """
    norm = pack.norms[id_]
    return Cited(id_, norm.provision + Both.same(": ") + norm.title, norm.instrument)


def _reach(norm: Norm) -> Iterator[tuple[Both, Both, Scope]]:
    for conflict, scope in (
        (Conflict.IAC, norm.iac),
        (Conflict.NIAC, norm.niac),
        (Conflict.NONE, norm.peace),
    ):
        yield CONFLICTS[conflict], SCOPES[scope], scope


def _bonds(norm: Norm, pack: LawPack) -> Iterator[BondRow]:
    treaty = pack.bonds.treaties.get(norm.treaty)
    for state in pack.bonds.states.values() if treaty else ():
        bond = treaty.bonds.get(state.key) if treaty else None
        if bond:
            row = f"{bond.state}/{bond.treaty}"
            yield BondRow(row, state.name, STATUSES[bond.status], bond, vouch_of_bond(bond))
