"""The agreements that a case records or the pack knows, and the incidents inside them."""

from __future__ import annotations

from tawthiq.errors import UnknownNameError
from tawthiq.law.agreement import INSIDE, Agreement, AgreementKind, Inside, KnownAgreement, under
from tawthiq.law.incident import Incident
from tawthiq.law.norm import Checked
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.law.decisions import latest
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.placed import in_brief
from tawthiq.store.queries.law.shapes import KeptAgreement, UnderAgreement
from tawthiq.values.both import Both


def agreements(case: str) -> tuple[KeptAgreement, ...]:
    """The standing agreements of a case, and those of the pack, in the order of their days.

    One that the case records under the id of one of the pack stands in its place.

    Raises:
        UnknownNameError: The case does not exist.
    """
    kinds = pack_in_force().agreement_kinds
    rows = models.AreaAgreement.objects.filter(case=row_of(case)).order_by("id")
    recorded = [_kept(row, kinds[row.kind]) for row in latest(rows) if row.kind in kinds]
    codes = {one.agreement.id for one in recorded}
    known = [
        _of_the_pack(one, kinds[one.agreement.kind])
        for one in pack_in_force().agreements
        if one.agreement.id not in codes
    ]
    return tuple(sorted((*recorded, *known), key=_first))


def agreements_of(case: str, incident: Incident) -> tuple[UnderAgreement, ...]:
    """The agreements that an incident lies in, or of which that is not known."""
    found = (_under(kept, incident) for kept in agreements(case))
    return tuple(one for one in found if one.line.inside is not Inside.OUTSIDE)


def incidents_under(case: str, agreement: str) -> tuple[UnderAgreement, ...]:
    """The incidents of a case that lie in an agreement, or of which that is unknown.

    Raises:
        UnknownNameError: The case or the agreement does not exist.
    """
    kept = agreement_of(case, agreement)
    found = (_under(kept, incident) for incident in in_brief(row_of(case)))
    return tuple(one for one in found if one.line.inside is not Inside.OUTSIDE)


def agreement_of(case: str, agreement: str) -> KeptAgreement:
    """One agreement.

    Raises:
        UnknownNameError: The case or the agreement does not exist.
    """
    known = agreements(case)
    for one in known:
        if one.agreement.id == agreement:
            return one
    ids = ", ".join(one.agreement.id for one in known) or "none"
    raise UnknownNameError(
        f"the case {case} has no agreement {agreement!r}; it has {ids}",
        f"ليس في الملف {case} اتفاق باسم {agreement!r}؛ وفيه: {ids}",
    )


def _under(kept: KeptAgreement, incident: Incident) -> UnderAgreement:
    agreement = kept.agreement
    [line] = under(agreement, [incident], {agreement.kind: kept.kind})
    return UnderAgreement(kept, line, INSIDE[line.inside])


def _kept(row: models.AreaAgreement, kind: AgreementKind) -> KeptAgreement:
    made = Agreement(
        row.code,
        row.kind,
        Both(row.name_en, row.name_ar),
        tuple(row.parties),
        tuple(row.areas),
        row.first,
        row.last,
        row.source,
        Both(row.note_en, row.note_ar),
        tuple(row.partly),
    )
    return KeptAgreement(made, kind, row.by, row.because, row.at, False, True)


def _of_the_pack(known: KnownAgreement, kind: AgreementKind) -> KeptAgreement:
    checked = known.checked is Checked.VERIFIED
    return KeptAgreement(known.agreement, kind, "", "", None, True, checked)


def _first(one: KeptAgreement) -> tuple[str, str]:
    return one.agreement.first.isoformat(), one.agreement.id
