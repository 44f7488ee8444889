"""The checkpoint, as text and as a square to photograph; and the record verified on demand."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tawthiq.actions.checkpoints import checkpoint, public_keys
from tawthiq.actions.verify import verify
from tawthiq.errors import TawthiqError
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.note import Note
from tawthiq.store.queries.ledger import entries, last_signed
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Stands:
    """The ledger as it was signed last.

    Attributes:
        at: When, in UTC, by the clock of this machine.
        later: How many entries came after it, in nobody else's hands yet.
        key: The key that signed it; "" where it is not known here.
    """

    note: str
    size: int
    root: str
    at: datetime
    later: int
    key: str


def _stands() -> Stands | None:
    """Read and never signed: to look at a page changes nothing."""
    found = last_signed()
    if found is None:
        return None
    head = Checkpoint.parse(found.note.text).head
    keys = [key for _, key in public_keys(settings.HOME) or ()]
    return Stands(
        found.note.to_bytes().decode(),
        head.size,
        head.root.hex(),
        found.at,
        entries() - head.size,
        next((str(key) for key in reversed(keys) if found.note.verified([key])), ""),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stands(request: HttpRequest) -> HttpResponse:
    """The last checkpoint, to print or send to somebody who keeps it elsewhere; or sign one now."""
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            checkpoint(settings.HOME)
        except TawthiqError as error:
            context["words"] = in_words(error, current())
        else:
            return redirect("ledger")
    status = 400 if context else 200
    context |= {"stands": _stands(), "is_empty": not entries()}
    return render(request, "ledger/checkpoint.html", context, status=status)


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
