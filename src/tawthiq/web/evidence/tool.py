"""What the tool that made an item says of it, and how far that was checked."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.actions.evidence.add import open_vault
from tawthiq.actions.evidence.timestamps import authorities
from tawthiq.evidence.capture.files import GivenFile
from tawthiq.evidence.capture.finding import Capture
from tawthiq.evidence.capture.recognising import captures_in
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.timestamps.verification import Roots
from tawthiq.store.queries.evidence import ItemInBrief
from tawthiq.store.queries.evidence_item import Sheet, sheet
from tawthiq.web import access
from tawthiq.web.evidence.views import found

_MOST_MESSAGES, _MOST_CLAIMS = 300, 120


@require_safe
def made_by(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """Looked at when it is asked for: the item, with what came beside it in the same zip."""
    seen = access.case(request, case)
    shown = found(seen, code)
    codes = {one.content.name.shown: one.code for one in _beside(shown) if one.content}
    captures = [one for one in _captures(_beside(shown)) if _concerns(one, shown)]
    context = {
        "case": seen,
        "here": "evidence",
        "item": shown.brief,
        "captures": [
            {
                "capture": one,
                "files": [(name, codes.get(name, "")) for name in one.files],
                "claims": one.claims[:_MOST_CLAIMS],
                "more_claims": max(len(one.claims) - _MOST_CLAIMS, 0),
                "messages": one.messages[:_MOST_MESSAGES],
                "more_messages": max(len(one.messages) - _MOST_MESSAGES, 0),
            }
            for one in captures
        ],
    }
    return render(request, "evidence/tool.html", context)


def _beside(shown: Sheet) -> tuple[ItemInBrief, ...]:
    """The item itself and what is in it; for what was in a zip, all that was in that zip."""
    content = shown.brief.content
    if content and content.inside:
        return sheet(content.inside).unpacked
    return (shown.brief, *shown.unpacked)


def _captures(items: Iterable[ItemInBrief]) -> list[Capture]:
    with open_vault(settings.HOME) as store, Sandbox() as sandbox, ExitStack() as held:
        files = [
            GivenFile(
                one.content.name.shown,
                held.enter_context(store.at_hand(one.content.digest)),
                one.content.digest,
            )
            for one in items
            if one.content and store.find(one.content.digest)
        ]
        return list(captures_in(sandbox, files, _roots()))


def _roots() -> Roots | None:
    """The time stamping authorities that were chosen here; a tool's own choice counts nothing."""
    chosen = authorities()
    return Roots.parse("\n".join(one.roots for one in chosen).encode()) if chosen else None


def _concerns(capture: Capture, shown: Sheet) -> bool:
    content = shown.brief.content
    if content is None or not content.inside:
        return True
    return content.name.shown in capture.files
