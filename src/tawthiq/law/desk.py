"""What a person may ask of the law room: show a norm, what applies, qualify, run cases.

Every answer is a frozen value that carries the hash of the law it was read from. Pages
and commands call these and nothing deeper.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tawthiq.errors import UnknownNameError
from tawthiq.law.applicability import reach
from tawthiq.law.book import LawPack
from tawthiq.law.cases.case import CasesReport
from tawthiq.law.cases.running import run_cases
from tawthiq.law.classification import Conflict
from tawthiq.law.crime import Crime
from tawthiq.law.engagement import NormLine
from tawthiq.law.engagement import may_be_published as published
from tawthiq.law.incident import PartyType
from tawthiq.law.incident_file import IncidentFile
from tawthiq.law.incident_file import read_incident as _read_incident
from tawthiq.law.norm import Checked, Norm
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.qualification import Qualification
from tawthiq.law.qualification import qualify as qualify
from tawthiq.law.refusals import state_without_rows
from tawthiq.law.setting import Setting
from tawthiq.law.wording import DRAFT_ARABIC, FROM_MEMORY
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Sheet:
    """A norm with everything that must stand beside it.

    Attributes:
        may_be_published: The one answer to whether a published text may rest on it.
        marks: What a reader is told of the row: from memory, Arabic drafted by machine.
        crimes: The crimes that the pack divides into elements under this norm.
        cited_instead_of: Norms that do not reach where this one does.
    """

    norm: Norm
    may_be_published: bool
    marks: tuple[Both, ...]
    crimes: tuple[Crime, ...]
    cited_instead_of: tuple[str, ...]
    pack_hash: str


def show(norm: str, *, pack: LawPack | None = None) -> Sheet:
    """A norm by its id, in any case of letters.

    Raises:
        UnknownNameError: No norm bears this id; the message gives the nearest.
    """
    held = pack or law_pack()
    found = _norm(norm, held)
    marks = []
    if found.source.checked is not Checked.VERIFIED and not found.is_signed:
        marks.append(FROM_MEMORY)
    if found.arabic_is_draft:
        marks.append(DRAFT_ARABIC)
    return Sheet(
        found,
        found.may_be_published,
        tuple(marks),
        tuple(crime for crime in held.crimes.values() if crime.norm == found.id),
        tuple(one.id for one in held.norms.values() if found.id in one.instead),
        held.hash,
    )


def _norm(id_: str, pack: LawPack) -> Norm:
    by_folded = {known.casefold(): known for known in pack.norms}
    by_folded |= {
        crime.casefold(): held.norm
        for crime, held in pack.crimes.items()
        if crime.casefold() not in by_folded
    }
    if found := by_folded.get(id_.strip().casefold()):
        return pack.norms[found]
    near = difflib.get_close_matches(id_.strip().upper(), pack.norms, n=4, cutoff=0.4)
    named = ", ".join(near or list(pack.norms)[:4])
    raise UnknownNameError(
        f"no norm is called {id_!r}; the nearest: {named}",
        f"لا توجد قاعدة باسم {id_!r}؛ الأقرب: {named}",
    )


def may_be_published(norm: str, *, pack: LawPack | None = None) -> bool:
    """Whether a published text may rest on a norm: checked in full, or signed by a lawyer.

    Raises:
        UnknownNameError: No norm bears this id.
    """
    return _norm(norm, pack or law_pack()).may_be_published


@dataclass(frozen=True, slots=True)
class Applies:
    """Which norms reach a setting, whatever happened in it."""

    setting: Setting
    lines: tuple[NormLine, ...]
    pack_hash: str


def applies(
    state: str,
    on: date,
    conflict: Conflict | str,
    against: str = "",
    *,
    territory: str = "",
    party_type: PartyType = PartyType.STATE,
    known_at: date | None = None,
    pack: LawPack | None = None,
) -> Applies:
    """Which norms reach a State (or a group) on a day, in a conflict of one class.

    Args:
        state: The State, or with ``party_type`` the group, that acts.
        against: The opposing side; needed where a treaty binds two States.
        territory: Where; by default the territory of the opposing State in an international
            conflict, otherwise that of the State itself.

    Raises:
        InputError: A State of which no row is recorded.
        ValueError: The class is not known, or is disputed: ask once for each.
    """
    held = pack or law_pack()
    if known_at:
        held = held.as_known_on(known_at)
    asked = Conflict(conflict)
    other = _state_or_group(against, held)
    party = _state(state, held) if party_type is PartyType.STATE else state
    where = _state(territory, held) if territory else _default_territory(party, other, asked, held)
    setting = Setting(asked, on, on, where, party, party_type, other, known_at)
    lines = []
    for norm in held.norms.values():
        reached = reach(norm, setting, held.bonds)
        publishable = published(norm, reached)
        lines.append(NormLine(norm.id, reached.answer, False, (), reached.reasons, publishable))
    return Applies(setting, tuple(lines), held.hash)


def _default_territory(party: str, other: str, conflict: Conflict, pack: LawPack) -> str:
    if conflict.is_international and other in pack.bonds.states:
        return other
    return party if party in pack.bonds.states else ""


def _state(written: str, pack: LawPack) -> str:
    if named := pack.bonds.state_named(written):
        return named
    raise state_without_rows(written, pack.bonds.states)


def _state_or_group(written: str, pack: LawPack) -> str:
    return pack.bonds.state_named(written) or written


def cases(path: Path, *, pack: LawPack | None = None, asked_on: date | None = None) -> CasesReport:
    """Run the worked cases of a file; see ``cases.running``."""
    return run_cases(path, pack=pack, asked_on=asked_on)


def read_incident(path: Path, *, pack: LawPack | None = None) -> IncidentFile:
    """Read an incident file; see ``incident_file`` for its form."""
    return _read_incident(path, pack or law_pack())


__all__ = [
    "Applies",
    "Qualification",
    "Sheet",
    "applies",
    "cases",
    "may_be_published",
    "qualify",
    "read_incident",
    "show",
]
