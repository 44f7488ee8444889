"""Whose bond makes a treaty bind in a setting: the seven ways in which treaties say it.

The reading is that of ``docs/decisions/0014-law-as-data.md``: the Geneva Conventions bind all;
Protocol I binds between two States that are both bound; Protocol II follows the territorial
State; treaties that say "never under any circumstances" follow the State that acted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tawthiq.law import reasons
from tawthiq.law.answer import Answer, Reason
from tawthiq.law.bonds import Bonds
from tawthiq.law.classification import Conflict
from tawthiq.law.incident import PartyType
from tawthiq.law.norm import Membership, Norm
from tawthiq.law.setting import Setting
from tawthiq.law.treaty import Status

Answers = Iterator[Reason]


@dataclass(slots=True)
class Bound:
    """What the bonds say, and whether one of them was written from memory."""

    answers: list[Reason] = field(default_factory=list)
    rests_on_memory: bool = False


@dataclass(slots=True)
class _Asking:
    """One norm, one setting, and the note of whether memory was used."""

    norm: Norm
    setting: Setting
    bonds: Bonds
    used_memory: bool = False

    def is_bound(self, state: str) -> Reason:
        """Whether one State was bound on the days of the setting."""
        treaty, setting = self.norm.treaty, self.setting
        name = self.bonds.treaties[treaty].name
        bond = self.bonds.bond(state, treaty, setting.known_at)
        if bond is None:
            return Reason(Answer.DEPENDS, reasons.no_row(self.bonds.name_of(state), name))
        self.used_memory |= not bond.is_vouched_for
        if bond.status is Status.UNKNOWN:
            return Reason(Answer.DEPENDS, reasons.unknown_status(self.bonds.name_of(state), name))
        if bond.in_force is None:
            return Reason(
                Answer.NOT_APPLICABLE, reasons.not_party(self.bonds.name_of(state), name, bond)
            )
        if setting.last is None or bond.binds_on(setting.last):
            return Reason(
                Answer.APPLICABLE, reasons.party(self.bonds.name_of(state), name, bond.in_force)
            )
        if bond.may_bind_on(setting.last):
            return Reason(
                Answer.ARGUABLE, reasons.arguable_bond(self.bonds.name_of(state), name, bond)
            )
        return Reason(
            Answer.NOT_APPLICABLE, reasons.not_yet(self.bonds.name_of(state), name, bond.in_force)
        )


def bond_answers(norm: Norm, setting: Setting, bonds: Bonds) -> Bound:
    """What the bonds say of a norm in a setting; nothing where it binds without one."""
    asking = _Asking(norm, setting, bonds)
    answers = list(_WAYS[norm.membership](asking))
    return Bound(answers, asking.used_memory)


def _none(asking: _Asking) -> Answers:
    return iter(())


def _universal(asking: _Asking) -> Answers:
    """Every State is bound today; a recorded later day only makes an older case arguable."""
    setting = asking.setting
    sides = {setting.party, setting.other_side, setting.territory}
    for state in sorted(sides & set(asking.bonds.states)):
        bond = asking.bonds.bond(state, asking.norm.treaty, setting.known_at)
        if bond and bond.in_force and setting.last and not bond.binds_on(setting.last):
            name = asking.bonds.treaties[asking.norm.treaty].name
            yield Reason(
                Answer.ARGUABLE,
                reasons.universal_later(asking.bonds.name_of(state), name, bond.in_force),
            )


def _both_parties(asking: _Asking) -> Answers:
    setting = asking.setting
    if setting.party_type is PartyType.ARMED_GROUP:
        yield Reason(Answer.NOT_APPLICABLE, reasons.binds_states(setting.party))
        return
    if not setting.is_attributed:
        yield Reason(Answer.DEPENDS, reasons.depends_on_attribution())
    sides = [setting.party, setting.other_side]
    for state in sides:
        if state:
            yield asking.is_bound(state)
    if not setting.other_side:
        yield Reason(Answer.DEPENDS, reasons.no_opposing())


def _territorial_state(asking: _Asking) -> Answers:
    if not asking.setting.territory:
        yield Reason(Answer.DEPENDS, reasons.no_territory())
        return
    bound = asking.is_bound(asking.setting.territory)
    yield bound
    if bound.answer is Answer.APPLICABLE and asking.norm.treaty == "AP_II":
        yield from _own_forces(asking)


def _own_forces(asking: _Asking) -> Answers:
    """Protocol II, Article 1(1): a conflict of the territorial State's own forces."""
    setting = asking.setting
    if setting.territory in (setting.party, setting.opposing):
        return
    foreign = setting.party_type is PartyType.STATE and setting.is_attributed
    if foreign or setting.opposing:
        yield Reason(Answer.ARGUABLE, reasons.not_its_forces())


def _alleged_party(asking: _Asking) -> Answers:
    setting = asking.setting
    if setting.party_type is PartyType.ARMED_GROUP:
        yield Reason(Answer.NOT_APPLICABLE, reasons.binds_states(setting.party))
    elif not setting.is_attributed:
        yield Reason(Answer.DEPENDS, reasons.depends_on_attribution())
    else:
        yield asking.is_bound(setting.party)


def _human_rights(asking: _Asking) -> Answers:
    setting = asking.setting
    if setting.party_type is PartyType.ARMED_GROUP and asking.norm.treaty == "OPAC":
        yield Reason(Answer.ARGUABLE, reasons.speaks_to_groups())
        return
    yield from _alleged_party(asking)
    if setting.party_type is not PartyType.STATE:
        return
    if not setting.territory:
        yield Reason(Answer.DEPENDS, reasons.no_territory())
    elif setting.territory != setting.party:
        yield Reason(Answer.ARGUABLE, reasons.extraterritorial())


def _conventional_weapons(asking: _Asking) -> Answers:
    """A Protocol of 1980: the State, and in a NIAC also its acceptance of amended Article 1."""
    answers = list(_conventional_weapons_niac(asking))
    yield from answers
    setting = asking.setting
    if (
        any(one.answer is Answer.NOT_APPLICABLE for one in answers)
        or setting.conflict is not Conflict.NIAC
    ):
        return
    if setting.party_type is PartyType.STATE and setting.is_attributed:
        bond = asking.bonds.bond(setting.party, "CCW_A1", setting.known_at)
        if bond is None or bond.status is Status.UNKNOWN:
            yield Reason(Answer.DEPENDS, reasons.amended_article_unknown())
        elif not (setting.last is None or bond.binds_on(setting.last)):
            yield Reason(Answer.NOT_APPLICABLE, reasons.amended_article_missing())


def _conventional_weapons_niac(asking: _Asking) -> Answers:
    setting = asking.setting
    yield from _alleged_party(asking)
    if setting.party_type is not PartyType.STATE:
        return
    other = setting.territory if setting.conflict is Conflict.NIAC else setting.other_side
    if not other or other == setting.party:
        return
    if asking.is_bound(other).answer is not Answer.APPLICABLE:
        yield Reason(Answer.ARGUABLE, reasons.other_side_not_bound())


def _cultural(asking: _Asking) -> Answers:
    if asking.setting.conflict is Conflict.NIAC:
        yield from _territorial_state(asking)
    else:
        yield from _both_parties(asking)


_WAYS: dict[Membership, Callable[[_Asking], Answers]] = {
    Membership.NONE: _none,
    Membership.UNIVERSAL: _universal,
    Membership.BOTH_PARTIES: _both_parties,
    Membership.TERRITORIAL_STATE: _territorial_state,
    Membership.ALLEGED_PARTY: _alleged_party,
    Membership.HUMAN_RIGHTS: _human_rights,
    Membership.CONVENTIONAL_WEAPONS: _conventional_weapons,
    Membership.CONVENTIONAL_WEAPONS_NIAC: _conventional_weapons_niac,
    Membership.CULTURAL: _cultural,
}
