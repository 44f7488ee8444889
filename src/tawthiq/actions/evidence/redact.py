"""Make a redacted copy of a picture or a PDF: a new item that names the one it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.checkpoints import checkpoint
from tawthiq.actions.evidence.add import open_vault
from tawthiq.actions.evidence.custody_steps import take_step
from tawthiq.actions.promising import now, promise
from tawthiq.errors import InputError, IntegrityError
from tawthiq.evidence.arrivals.given_name import GivenName
from tawthiq.evidence.custody import StepKind
from tawthiq.evidence.packages.sealed_texts import DERIVATION, OBJECT, Derivation, object_text
from tawthiq.evidence.redaction.boxes import Box
from tawthiq.evidence.redaction.redacting import RedactedCopy, Redaction
from tawthiq.evidence.redaction.redacting import redact as paint
from tawthiq.evidence.sandbox.not_read import NotRead
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.objects import ObjectRef
from tawthiq.ledger.note import Note
from tawthiq.store import models
from tawthiq.store.codecs import canonical
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence import content_of, item_row
from tawthiq.values.digest import Digest

KIND = "evidence.derived"
"""The kind of the entry that promises a copy and how it was made."""


@dataclass(frozen=True, slots=True)
class RedactedItem:
    """A redacted copy that is kept and sealed.

    Attributes:
        item: Its code: that of the original, and R01, R02, …
        entry: Its place in the ledger.
    """

    item: str
    digest: Digest
    size: int
    media_type: str
    entry: int
    checkpoint: Note


def redact(
    home: Home,
    item: str,
    boxes: Sequence[Box],
    *,
    by: str,
    reason: str,
    reviewer: str,
    pages: Sequence[int] | None = None,
) -> RedactedItem | NotRead:
    """Paint over boxes of a picture or PDF; the original is not touched.

    Args:
        reviewer: Who looked at the places before the copy leaves.
        pages: Which pages of a PDF the copy has, from 0; None for all.

    Raises:
        UnknownNameError: No item has this code.
        InputError: It was erased, is of a kind that cannot be redacted, there is no box, or a
            reason or name is missing.
        IntegrityError: Its bytes are not those that were kept.
        StorageError, HomeError: Nothing was kept.
    """
    row = item_row(item)
    rights.require_evidence(by, row.case.code)
    asked = _asked(boxes, reason, by, reviewer, pages)
    content = content_of(row)
    if content is None:
        raise InputError(f"what {item} was is erased", f"مُحي محتوى {item}")
    parent = ObjectRef(content.digest, content.size)
    with open_vault(home) as store, Sandbox() as sandbox:
        copy = paint(store, sandbox, parent, asked, content.name.leaf)
        if isinstance(copy, NotRead):
            return copy
        if store.find(parent.digest) != parent:
            raise IntegrityError(
                f"the bytes of {item} changed; run tawthiq verify --level 3",
                f"تغيّرت بايتات {item}؛ شغّل tawthiq verify --level 3",
            )
    return _sealed(home, row, content.name, copy, by)


def _asked(
    boxes: Sequence[Box], reason: str, by: str, reviewer: str, pages: Sequence[int] | None
) -> Redaction:
    if not boxes and pages is None:
        raise InputError(
            "a redaction paints over something; name a box (--box x,y,w,h)",
            "الحجب يغطي شيئًا؛ حدّد مربعًا ‎(--box x,y,w,h)",
        )
    if not (reason.strip() and by.strip() and reviewer.strip()):
        raise InputError(
            "a redaction has a reason and a reviewer; say both",
            "لكل حجب سبب ومراجع؛ اذكرهما",
        )
    chosen = None if pages is None else tuple(pages)
    return Redaction(tuple(boxes), _line(reason), by, _line(reviewer), chosen)


def _sealed(
    home: Home, row: models.EvidenceItem, name: GivenName, copy: RedactedCopy, by: str
) -> RedactedItem:
    with changing(row.case.code) as case:
        root = _root(row)
        number = root.derivatives.filter(kind="R").count() + 1
        code = f"{root.code}-R{number:02}"
        how = Derivation(
            row.entry,
            copy.tool,
            canonical(_parameters(copy)),
            copy.redaction.reason,
            by,
            copy.redaction.reviewer or "",
        )
        ref = copy.copy.ref
        texts = {OBJECT: object_text(code, ref.digest, ref.size), DERIVATION: how.to_bytes()}
        at = now()
        [promised] = promise(KIND, [texts], by=by, at=at)
        made = models.EvidenceItem.objects.create(
            case=case, code=code, came="redacted", parent=row, entry=promised.index, at=at
        )
        models.EvidenceContent.objects.create(
            item=made,
            sha256=str(ref.digest),
            sha512=copy.copy.fingerprint.sha512.hex(),
            size=ref.size,
            salt=promised.salts[OBJECT],
            name=_name(name, code, copy.media_type),
            encoding="utf-8",
            media_type=copy.media_type,
        )
        models.EvidenceDerivation.objects.create(
            item=made,
            root=root,
            kind="R",
            number=number,
            tool=how.tool,
            parameters=how.parameters,
            reason=how.reason,
            by=by,
            reviewed_by=how.reviewed_by,
            pages=len(copy.painted),
            salt=promised.salts[DERIVATION],
        )
        take_step(row, StepKind.REDACTED, by=by, note=f"{code}; {how.tool}")
        what = {"item": row.code, "copy": code, "boxes": len(copy.redaction.boxes)}
        journal.write(case, by=by, action="redact-evidence", what=what)
        note = checkpoint(home)
    return RedactedItem(code, ref.digest, ref.size, copy.media_type, promised.index, note)


def _root(row: models.EvidenceItem) -> models.EvidenceItem:
    while row.parent is not None:
        row = row.parent
    return row


def _parameters(copy: RedactedCopy) -> dict[str, object]:
    """What the tool was given, and in which pixels it painted."""
    painted = [
        {"page": one.page, "size": [one.width, one.height], "places": [list(p) for p in one.places]}
        for one in copy.painted
    ]
    boxes = [list(box.as_list()) for box in copy.redaction.boxes]
    return {"boxes": boxes, "pages": copy.redaction.pages, "painted": painted}


def _name(name: GivenName, code: str, media_type: str) -> str:
    """Not the name it came with: names tell who people are."""
    suffix = {"image/png": "png", "image/jpeg": "jpg"}.get(media_type, "pdf")
    return f"{code}.{suffix}"


def _line(text: str) -> str:
    return " ".join(text.split())
