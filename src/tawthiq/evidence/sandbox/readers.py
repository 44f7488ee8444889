"""The readers that may be asked for, each in a module of its own with a function ``read``.

A reader gets an open file and options, and yields records and bytes. It is imported only inside
the child, so that no decoder is ever loaded into a process that holds keys or a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from tawthiq.evidence.sandbox.frames import Json, Record

READERS: Mapping[str, str] = {
    "picture": "tawthiq.evidence.media.reading.picture",
    "film": "tawthiq.evidence.media.reading.film",
    "pdf": "tawthiq.evidence.media.reading.pdf",
    "exif": "tawthiq.evidence.media.reading.exif",
    "preview": "tawthiq.evidence.media.reading.preview",
    "zip": "tawthiq.evidence.arrivals.reading_zip",
    "warc": "tawthiq.evidence.capture.reading.warc",
    "wacz": "tawthiq.evidence.capture.reading.wacz",
    "structured": "tawthiq.evidence.capture.reading.structured",
    "whatsapp": "tawthiq.evidence.capture.reading.whatsapp",
    "telegram": "tawthiq.evidence.capture.reading.telegram",
    "credentials": "tawthiq.evidence.capture.reading.credentials",
    "links": "tawthiq.evidence.capture.reading.links",
    "redact-picture": "tawthiq.evidence.redaction.picture",
    "redact-pdf": "tawthiq.evidence.redaction.pdf",
    "misbehave": "tawthiq.evidence.sandbox.misbehaving",
}


class Reader(Protocol):
    """One way to read a file."""

    def read(self, file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
        """Read a file and say what is in it.

        Raises:
            CannotRead: With the reason. Anything else that is raised counts as a death.
        """
        ...


def reader_named(name: str) -> Reader:
    """Load a reader and what it needs.

    Raises:
        ImportError: Something that it needs is not installed.
    """
    return cast(Reader, import_module(READERS[name]))
