"""Asking an authority over HTTP: the one part of the core that has a network.

It sends a digest and a random number, and nothing else: no name, no file, no cookie.
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

from tawthiq.evidence.timestamps.request import Request
from tawthiq.evidence.timestamps.stamp import NotStamped, Stamped
from tawthiq.evidence.timestamps.verification import Refused, Roots, verify
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

LONGEST_REPLY = 1 << 16  # bytes; a reply with a chain of four certificates has 8,000
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An authority is at the address that was chosen; whoever sends us elsewhere is not it."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass(frozen=True, slots=True)
class HttpAuthority:
    """An authority at an address (RFC 3161, 3.4).

    Attributes:
        name: What we call it.
        address: ``http://`` or ``https://``; the reply is signed, so that plain HTTP can be read
            on the way and not forged.
        roots: Under which its stamps are believed.
        timeout: Seconds to wait for the connection, and again for the whole reply.
        proxy: Through which to ask; empty for none. The environment's proxies are not used.
    """

    name: str
    address: str
    roots: Roots
    timeout: float = 10.0
    proxy: str = ""

    def __post_init__(self) -> None:
        if not self.address.startswith(("http://", "https://")):
            raise ValueError(f"an authority's address begins with http:// or https://: {self}")
        if not 0 < self.timeout <= 600:
            raise ValueError("a timeout is more than nothing and at most ten minutes")

    def stamp(self, digest: Digest) -> Stamped | NotStamped:
        """Ask once, and verify what comes before calling it a stamp."""
        request = Request.of(digest)
        try:
            reply = self._asked(request)
        except (OSError, http.client.HTTPException) as reason:
            return NotStamped(digest, self.name, _unreachable(self, reason))
        verdict = verify(reply, digest, self.roots, nonce=request.nonce)
        if isinstance(verdict, Refused):
            return NotStamped(digest, self.name, verdict.said, reply, may_be_asked_again=False)
        return Stamped(digest, reply, request.nonce, self.name, verdict.time)

    def _asked(self, request: Request) -> bytes:
        proxies = {"http": self.proxy, "https": self.proxy} if self.proxy else {}
        opener = urllib.request.build_opener(urllib.request.ProxyHandler(proxies), _NoRedirect())
        question = urllib.request.Request(
            self.address,
            data=request.to_bytes(),
            headers={"Content-Type": _QUERY, "Accept": _REPLY},
            method="POST",
        )
        with opener.open(question, timeout=self.timeout) as response:
            return _read(response, time.monotonic() + self.timeout)


def _read(response: http.client.HTTPResponse, until: float) -> bytes:
    """The whole reply; whoever sends it byte by byte, or without end, is not waited for."""
    reply = b""
    while part := response.read1(1 << 12):
        reply += part
        if len(reply) > LONGEST_REPLY:
            raise http.client.HTTPException(f"more than {LONGEST_REPLY} bytes came")
        if time.monotonic() > until:
            raise TimeoutError("the reply took too long")
    return reply


def _unreachable(authority: HttpAuthority, reason: Exception) -> Both:
    return Both(
        f"no reply from {authority.name} ({authority.address}): {reason}; it stays in the queue,"
        " ask again when there is a connection",
        f"لا جواب من {authority.name} ({authority.address}): {reason}؛ يبقى الطلب في الانتظار،"
        " أعد المحاولة عند توفر اتصال",
    )
