"""Classify a conflict: a dated object with parties and sources, signed by somebody."""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.saying import refuse_verdict, require_code, require_reason
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law.classification import Classification, Conflict
from tawthiq.store import models
from tawthiq.store.queries.law.classifications import classifications
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.values.both import Both


def classify_conflict(
    case: str, code: str, classification: Classification, *, by: str, because: str
) -> None:
    """Record a classification; the same code again supersedes it.

    One that denies another of the case is taken: both are read, and what differs is arguable.

    Raises:
        UnknownNameError: No such case.
        InputError: A code that cannot stand in an address, no pair, or no source.
    """
    rights.require_qualify(by, case)
    require_code(code)
    require_reason(because)
    _must_be_possible(classification)
    with changing(case) as held:
        _keep(held, code, classification, by, because)
        what = {"classification": code, "class": classification.conflict}
        journal.write_change(held, by=by, action="classify-conflict", what=what, why=because)


def withdraw_classification(case: str, code: str, *, by: str, because: str) -> None:
    """Take a classification back.

    Raises:
        UnknownNameError: No such case, or it has none of this code.
        InputError: No reason is given.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    with changing(case) as held:
        standing = {one.code: one.classification for one in classifications(case)}
        if code not in standing:
            codes = ", ".join(standing) or "none"
            raise UnknownNameError(
                f"the case {case} has no classification {code!r}; it has {codes}",
                f"ليس في الملف {case} تصنيف باسم {code!r}؛ وفيه: {codes}",
            )
        _keep(held, code, standing[code], by, because, is_withdrawn=True)
        what = {"classification": code}
        journal.write_change(held, by=by, action="withdraw-classification", what=what, why=because)


def _must_be_possible(said: Classification) -> None:
    for text in (*said.pair, said.area, said.by):
        refuse_verdict(text, Both("the classification", "التصنيف"))
    if said.conflict is not Conflict.NONE and len(set(said.pair)) != 2:
        raise InputError(
            "a conflict is between two parties; name both", "النزاع بين طرفين؛ سمِّهما كليهما"
        )
    if not any(source.strip() for source in said.sources):
        raise InputError(
            "a classification rests on sources; name one at least",
            "يستند التصنيف إلى مصادر؛ اذكر واحدًا على الأقل",
        )


def _keep(
    case: models.Case,
    code: str,
    said: Classification,
    by: str,
    because: str,
    is_withdrawn: bool = False,
) -> None:
    bonds = pack_in_force().bonds
    models.ConflictClassification.objects.create(
        case=case,
        code=code,
        conflict=said.conflict,
        pair=[bonds.state_named(side) or side for side in said.pair],
        area=bonds.state_named(said.area) or said.area,
        first=said.first,
        last=said.last,
        signed_by=said.by,
        sources=[source.strip() for source in said.sources if source.strip()],
        is_withdrawn=is_withdrawn,
        by=by,
        because=because,
        at=datetime.now(UTC),
    )
