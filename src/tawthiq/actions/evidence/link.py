"""Decide that an item bears on a claim, an incident or a document; or that it does not."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.store import models
from tawthiq.store.queries.evidence import item_row
from tawthiq.store.queries.evidence_item import standing_links


class Thing(StrEnum):
    """On what an item may bear."""

    CLAIM = "claim"
    INCIDENT = "incident"
    DOCUMENT = "document"


def link(item: str, what: Thing, code: str, *, by: str, because: str) -> None:
    """Link an item to something of its case; linked already is linked.

    Args:
        code: Of a claim or an incident; of a document its digest or its address.

    Raises:
        UnknownNameError: There is no such item, or nothing of that code in its case.
        HomeError: The database could not be written.
    """
    _decide(item, what, code, is_taken_back=False, by=by, because=because)


def unlink(item: str, what: Thing, code: str, *, by: str, because: str) -> None:
    """Take a link back, for a reason that stays.

    Raises:
        UnknownNameError: As for ``link``.
        InputError: There is no such link, or no reason is given.
    """
    if not because.strip():
        raise InputError(
            "a link is taken back for a reason; say which",
            "يُسحب الربط لسبب؛ اذكره",
        )
    _decide(item, what, code, is_taken_back=True, by=by, because=because)


def _decide(
    item: str, what: Thing, code: str, *, is_taken_back: bool, by: str, because: str
) -> None:
    with in_one_piece():
        row = item_row(item)
        rights.require_evidence(by, row.case.code)
        named = _named(row.case, what, code)
        is_linked = (what, named) in {(one.what, one.code) for one in standing_links(row)}
        if is_taken_back and not is_linked:
            raise InputError(
                f"{item} is not linked to {code}; tawthiq evidence show {item} names its links",
                f"ليس {item} مربوطًا بـ{code}؛ الأمر tawthiq evidence show {item} يسرد روابطه",
            )
        if is_linked and not is_taken_back:
            return
        models.EvidenceLink.objects.create(
            item=row,
            what=what,
            code=named,
            is_taken_back=is_taken_back,
            by=by,
            because=because,
            at=datetime.now(UTC),
        )
        action = "unlink-evidence" if is_taken_back else "link-evidence"
        told = {"item": row.code, "to": what.value, "code": named}
        journal.write(row.case, by=by, action=action, what=told, why=because)


def _named(case: models.Case, what: Thing, code: str) -> str:
    """The code under which it is linked.

    Raises:
        UnknownNameError: The case has nothing of that code.
    """
    match what:
        case Thing.CLAIM:
            found = models.Claim.objects.filter(case=case, code=code).exists()
            found = found or models.PeriodClaim.objects.filter(case=case, code=code).exists()
        case Thing.INCIDENT:
            found = models.Incident.objects.filter(case=case, code=code).exists()
        case Thing.DOCUMENT:
            documents = models.Document.objects.filter(case=case)
            row = documents.filter(digest=code).first() or documents.filter(url=code).first()
            if row is not None:
                return row.digest
            found = False
    if not found:
        raise UnknownNameError(
            f"the case {case.code} has no {what} {code!r}",
            f"لا يوجد في الملف {case.code} ما رمزه {code!r} ({_AR[what]})",
        )
    return code


_AR = {Thing.CLAIM: "ادعاء", Thing.INCIDENT: "واقعة", Thing.DOCUMENT: "وثيقة"}
