"""What the reader's browser may do with a page of ours: show it, and ask nobody else.

Everything comes from this server. No inline style or script runs, so that words out of a
claim cannot become a program even if our escaping had a hole. The map draws with a worker
of our own (``worker-src``) and its controls are pictures inside its style sheet (``data:``).
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
# The map's worker shapes Arabic letters with a WebAssembly module of the vendored plugin. A
# worker has a policy of its own, that of its file: it may compile such a module, and no page may.
WORKER = "maplibre-gl-worker.mjs"
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # The addresses of our pages name cases; no other site learns them.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class HeadersMiddleware:
    """Put the policy on every answer, errors included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.endswith(WORKER):
            response.headers["Content-Security-Policy"] = WORKER_POLICY
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
