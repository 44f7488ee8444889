"""Whatever Tawthiq refuses on purpose becomes a page in words, never a trace of our code."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tawthiq.errors import TawthiqError
from tawthiq.web.failures import refused


class RefusalsMiddleware:
    """Show an error that was raised on purpose to the person who met it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refused(request, error) if isinstance(error, TawthiqError) else None
