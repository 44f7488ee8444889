"""The pictures and style sheets that a page needs to look as it did, by the addresses in it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import BinaryIO

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_LARGEST, _MOST, _LONGEST = 64 << 20, 2_000, 4_000
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)""", re.I)


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield ``{"link": address as it is written, "is": "picture" or "style"}``, and ``base`` first
    where the page names one.

    Options:
        form: "page" or "style".
        packed: How the site packed it: "gzip", "deflate" or empty.
    """
    text = _unpacked(file, str(options.get("packed") or "")).decode("utf-8", "replace")
    found = _of_style(text) if options.get("form") == "style" else _of_page(text)
    seen = set[str]()
    for kind, link in found:
        if kind == "base":
            yield {"base": link[:_LONGEST]}
        elif link and len(link) <= _LONGEST and not link.startswith("data:") and link not in seen:
            seen.add(link)
            yield {"link": link, "is": kind}
            if len(seen) >= _MOST:
                return


def _unpacked(file: BinaryIO, packed: str) -> bytes:
    data = file.read(_LARGEST + 1)
    if packed in ("gzip", "x-gzip", "deflate"):
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            data = unpacking.decompress(data, _LARGEST + 1)
        except zlib.error as refused:
            raise CannotRead(Why.BROKEN, str(refused)) from refused
    elif packed and packed != "identity":
        raise CannotRead(Why.NOT_INSTALLED, f"packed as {packed[:40]}")
    if len(data) > _LARGEST:
        raise CannotRead(Why.TOO_LARGE)
    return data


def _of_page(text: str) -> Iterator[tuple[str, str]]:
    page = _Page()
    page.feed(text)
    page.close()
    yield from page.found


def _of_style(text: str) -> Iterator[tuple[str, str]]:
    for match in _IN_STYLE.finditer(text):
        yield ("picture", match[1]) if match[1] else ("style", match[2])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = list[tuple[str, str]]()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip() for name, value in attrs}
        if tag == "base" and given.get("href"):
            self.found.append(("base", given["href"]))
        elif tag in ("img", "source", "input") and given.get("src"):
            self.found.append(("picture", given["src"]))
        elif tag == "link" and {"stylesheet", "icon"} & set(given.get("rel", "").lower().split()):
            kind = "style" if "stylesheet" in given["rel"].lower() else "picture"
            self.found.append((kind, given.get("href", "")))
        for part in given.get("srcset", "").split(","):
            if part.strip():
                self.found.append(("picture", part.split()[0]))
        if given.get("poster"):
            self.found.append(("picture", given["poster"]))
        self.found += _of_style(given.get("style", ""))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.found += _of_style(data)
