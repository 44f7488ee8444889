"""How much a page takes: what is larger is refused before a byte of it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

from tawthiq.web.failures import too_large

MEGABYTE = 1_000_000
DEFAULT_LIMIT = 1 * MEGABYTE
_LIMIT = "most_bytes"
View = TypeVar("View", bound=Callable[..., HttpResponse])


def takes_at_most(megabytes: int) -> Callable[[View], View]:
    """Let a view take larger requests than the megabyte that every page takes."""

    def mark(view: View) -> View:
        setattr(view, _LIMIT, megabytes * MEGABYTE)
        return view

    return mark


class LimitsMiddleware:
    """Refuse what is too large. Stands before whatever reads the body, CSRF included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        limit: int = getattr(view, _LIMIT, DEFAULT_LIMIT)
        if _size(request) <= limit:
            return None
        return too_large(request, limit // MEGABYTE)


def _size(request: HttpRequest) -> int:
    """What the request says of its own size; whoever serves us holds it to that."""
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isdecimal() else 0
