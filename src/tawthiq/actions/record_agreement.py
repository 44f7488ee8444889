"""Record an agreement about an area: a de-escalation zone, a ceasefire, a list."""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.saying import refuse_verdict, require_code, require_reason, require_text
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law.agreement import Agreement
from tawthiq.law.pack.fields import unknown_key
from tawthiq.store import models
from tawthiq.store.queries.law.agreements import agreements
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.values.both import Both


def record_agreement(case: str, agreement: Agreement, *, by: str, because: str) -> None:
    """Record an agreement; the same id again supersedes it, also one of the law pack.

    Raises:
        UnknownNameError: No such case.
        InputError: A kind that is not known, or no source, name or area.
    """
    rights.require_qualify(by, case)
    require_code(agreement.id)
    require_reason(because)
    _must_be_possible(agreement)
    with changing(case) as held:
        _keep(held, agreement, by, because)
        what = {"agreement": agreement.id, "kind": agreement.kind}
        journal.write_change(held, by=by, action="record-agreement", what=what, why=because)


def withdraw_agreement(case: str, code: str, *, by: str, because: str) -> None:
    """Take an agreement back; one of the law pack cannot be.

    Raises:
        UnknownNameError: No such case, or nobody recorded one of this code in it.
        InputError: No reason is given.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    with changing(case) as held:
        recorded = {
            one.agreement.id: one.agreement for one in agreements(case) if not one.is_of_the_pack
        }
        if code not in recorded:
            codes = ", ".join(recorded) or "none"
            raise UnknownNameError(
                f"nobody recorded an agreement {code!r} in {case}; recorded: {codes}",
                f"لم يُسجَّل اتفاق باسم {code!r} في {case}؛ والمسجل: {codes}",
            )
        _keep(held, recorded[code], by, because, is_withdrawn=True)
        what = {"agreement": code}
        journal.write_change(held, by=by, action="withdraw-agreement", what=what, why=because)


def _must_be_possible(agreement: Agreement) -> None:
    kinds = pack_in_force().agreement_kinds
    if agreement.kind not in kinds:
        said = unknown_key(agreement.kind, kinds)
        raise InputError(said.en, said.ar)
    require_text(agreement.name.en, Both("the name in English", "الاسم بالإنكليزية"))
    require_text(agreement.name.ar, Both("the name in Arabic", "الاسم بالعربية"))
    require_text(agreement.source, Both("the source", "المصدر"))
    for text in (*agreement.parties, *agreement.areas, agreement.note.en, agreement.note.ar):
        refuse_verdict(text, Both("the agreement", "الاتفاق"))
    if not (agreement.areas or agreement.partly):
        raise InputError(
            "an agreement about an area names at least one place",
            "الاتفاق على منطقة يسمّي مكانًا واحدًا على الأقل",
        )


def _keep(
    case: models.Case, agreement: Agreement, by: str, because: str, is_withdrawn: bool = False
) -> None:
    bonds = pack_in_force().bonds
    models.AreaAgreement.objects.create(
        case=case,
        code=agreement.id,
        kind=agreement.kind,
        name_en=agreement.name.en,
        name_ar=agreement.name.ar,
        parties=[bonds.state_named(party) or party for party in agreement.parties],
        areas=list(agreement.areas),
        partly=list(agreement.partly),
        first=agreement.first,
        last=agreement.last,
        source=agreement.source,
        note_en=agreement.note.en,
        note_ar=agreement.note.ar,
        is_withdrawn=is_withdrawn,
        by=by,
        because=because,
        at=datetime.now(UTC),
    )
