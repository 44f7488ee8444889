"""Which addresses of other people's pages may be followed from ours, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_SHOWN = 70  # signs of the rest of an address


@dataclass(frozen=True, slots=True)
class Address:
    """A page of somebody else.

    Attributes:
        host: Without "www.".
        rest: What follows it, as a person reads it, shortened.
    """

    url: str
    host: str
    rest: str


def followable(url: str) -> str:
    """The address, where it is one of the web; anything else is shown and never followed."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def addresses(urls: Iterable[str]) -> tuple[Address, ...]:
    """Those that may be followed, by host."""
    shown = (_address(url) for url in urls if followable(url))
    return tuple(sorted(shown, key=lambda each: (each.host, each.url)))


def _address(url: str) -> Address:
    parts = urlsplit(url)
    rest = unquote(parts.path.rstrip("/")) + (f"?{unquote(parts.query)}" if parts.query else "")
    if len(rest) > _SHOWN:
        rest = rest[: _SHOWN - 1] + "…"
    return Address(url, parts.netloc.removeprefix("www."), rest)
