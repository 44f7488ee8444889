"""Say who is alleged to have acted in an incident, against whom and where."""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.saying import refuse_verdict, require_reason
from tawthiq.errors import InputError
from tawthiq.law.incident import PartyType
from tawthiq.law.refusals import state_without_rows, unknown_party
from tawthiq.store import models
from tawthiq.store.queries.incidents import listed
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.values.both import Both


def ascribe(
    case: str,
    incident: str,
    *,
    party: str,
    party_type: PartyType,
    by: str,
    because: str,
    opposing: str = "",
    territory: str = "",
) -> None:
    """Record an ascription, in place of what the claims allege.

    Args:
        party: A State of the law pack, the name of a group, or "" for nobody.
        territory: A State; what the place says where "".

    Raises:
        UnknownNameError: No such case or incident.
        InputError: A State without rows, a State called a group, or a party that is none.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    refuse_verdict(f"{party} {opposing}", Both("the name of the party", "اسم الطرف"))
    bonds = pack_in_force().bonds
    acted = bonds.state_named(party) or party.strip()
    where = _state(territory)
    if party_type is PartyType.STATE and acted not in bonds.states:
        raise state_without_rows(acted, bonds.states)
    if party_type is PartyType.ARMED_GROUP and acted in bonds.states:
        raise unknown_party(acted)
    if bool(acted) is (party_type is PartyType.UNKNOWN):
        raise InputError(
            "name a party and say what it is, or name nobody and say that it is not known",
            "سمِّ طرفًا واذكر ما هو، أو لا تسمِّ أحدًا واذكر أنه غير معروف",
        )
    with changing(case) as held:
        listed(case, incident)
        models.Ascription.objects.create(
            case=held,
            incident=incident,
            territory=where,
            party=acted,
            party_type=party_type,
            opposing=bonds.state_named(opposing) or opposing.strip(),
            by=by,
            because=because,
            at=datetime.now(UTC),
        )
        what = {"incident": incident, "party": acted, "party_type": party_type}
        journal.write_change(held, by=by, action="ascribe", what=what, why=because)


def _state(written: str) -> str:
    bonds = pack_in_force().bonds
    if not written.strip():
        return ""
    if named := bonds.state_named(written):
        return named
    raise state_without_rows(written, bonds.states)
