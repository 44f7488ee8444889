"""The checkpoint, as text and as a square to photograph; and the record verified on demand."""

from __future__ import annotations

import io
from dataclasses import dataclass

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tawthiq.actions.checkpoints import checkpoint, public_keys
from tawthiq.actions.verify import verify
from tawthiq.errors import NotLookedAtError, TawthiqError
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.note import Note
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Stands:
    """The ledger as it is signed now."""

    note: str
    size: int
    root: str
    key: str


def _stands() -> Stands | None:
    try:
        note = checkpoint(settings.HOME)
    except NotLookedAtError:
        return None
    head = Checkpoint.parse(note.text).head
    keys = public_keys(settings.HOME)
    return Stands(
        note.to_bytes().decode(), head.size, head.root.hex(), str(keys[-1][1]) if keys else ""
    )


@never_cache
@require_safe
def stands(request: HttpRequest) -> HttpResponse:
    """The checkpoint, to print or send to somebody who keeps it elsewhere."""
    return render(request, "ledger/checkpoint.html", {"stands": _stands()})


@never_cache
@require_safe
def square(request: HttpRequest) -> HttpResponse:
    """The same text as a QR code."""
    found = _stands()
    if found is None:
        raise Http404
    out = io.BytesIO()
    segno.make(found.note, error="m", micro=False).save(
        out, kind="svg", scale=4, border=4, xmldecl=True, svgns=True, light="#ffffff"
    )
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@never_cache
@require_safe
def text(request: HttpRequest) -> HttpResponse:
    """The checkpoint as a file."""
    found = _stands()
    if found is None:
        raise Http404
    response = HttpResponse(found.note, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="checkpoint.txt"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verified(request: HttpRequest) -> HttpResponse:
    """Hold the tables against the log; and both against a checkpoint that somebody kept."""
    if request.method != "POST":
        return render(request, "ledger/verify.html", {})
    held = request.POST.get("held", "").strip()
    context: dict[str, object] = {"asked": True, "held": held}
    try:
        notes = [_note(held)] if held else []
        found = verify(settings.HOME, level=1, held=notes)
    except TawthiqError as error:
        context["words"] = in_words(error, current())
        return render(request, "ledger/verify.html", context, status=400)
    context |= {
        "found": found,
        "rows": sum(found.rows.values()),
        "differences": found.differences[:_MOST_SHOWN],
        "more": max(len(found.differences) - _MOST_SHOWN, 0),
    }
    return render(request, "ledger/verify.html", context)


def _note(written: str) -> bytes:
    """A pasted note as it was signed: browsers write other line ends, and people lose the last."""
    data = written.replace("\r\n", "\n").rstrip("\n") + "\n"
    Note.parse(data.encode())
    return data.encode()
