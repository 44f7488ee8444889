"""The reader's digits: ``?digits=latn`` on any page is remembered and taken off the address.

The language needs nothing here: it stands in the address (/ar/, /en/).
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers

from tawthiq.web.reader import ARABIC, DIGITS_COOKIE, LATIN, with_digits

_YEAR = 365 * 24 * 3600
GetResponse = Callable[[HttpRequest], HttpResponse]


class ReadingMiddleware:
    """Make the page with the digits that its reader chose."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get(DIGITS_COOKIE)
        if chosen in (LATIN, ARABIC) and request.method in ("GET", "HEAD"):
            return _remember(request, chosen)
        with with_digits(latin=request.COOKIES.get(DIGITS_COOKIE) == LATIN):
            response = self.get_response(request)
        # A page is its reader's own, and is asked for again each time; its ETag saves sending it.
        response.headers.setdefault("Cache-Control", "private, no-cache")
        patch_vary_headers(response, ("Cookie",))
        return response


def _remember(request: HttpRequest, digits: str) -> HttpResponse:
    """Go back to the same page and query, without the choice in the address."""
    rest = request.GET.copy()
    del rest[DIGITS_COOKIE]
    query = f"?{rest.urlencode()}" if rest else ""
    # A path that begins with two slashes would be read as the name of another host.
    path = "/" + request.path.lstrip("/\\")
    response = HttpResponseRedirect(f"{path}{query}")
    response.set_cookie(DIGITS_COOKIE, digits, max_age=_YEAR, samesite="Lax", httponly=True)
    return response
