"""What a web archive (WARC, ISO 28500) holds: each record, and whether it is what its digests say.

The digests were written by whoever made the archive: that they hold says that nothing was damaged
since, not that the page was so.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

MOST_RECORDS = 1_000_000
_CHUNK, _LONGEST, _MOST_FIELDS = 1 << 18, 2000, 60
# What the library raises over bytes that are no archive or stop in the middle of one.
_BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, KeyError, AttributeError,
           AssertionError)  # fmt: skip


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield one record for each in the archive; see ``records_of``."""
    seen = False
    for record in records_of(file):
        seen = True
        yield record
    if not seen:
        raise CannotRead(Why.BROKEN, "no record in it")


def records_of(file: BinaryIO) -> Iterator[Record]:
    """Yield what each record is: type, address, date, status, and what its digests say.

    ``digest`` is "holds", "fails", "none" (nothing was written to compare with) or "cut" (the
    archive ends before the record does).

    Raises:
        CannotRead: It is no archive; after what could be read of it.
    """
    archive = _Archive(file, check_digests=True)
    try:
        for count, record in enumerate(archive):
            if count >= MOST_RECORDS:
                raise CannotRead(Why.TOO_LARGE, f"more than {MOST_RECORDS} records")
            yield _told(record)
    except _BROKEN as refused:
        raise CannotRead(Why.BROKEN, str(refused)[:300]) from refused
    if not archive.has_ended:
        raise CannotRead(Why.BROKEN, "it ends in the middle of a packed record")


class _Archive(ArchiveIterator):  # type: ignore[misc]
    """The library's reader, which passes in silence over a last record that was cut off."""

    has_ended = True

    def close(self) -> None:
        packing = self.reader.decompressor if self.reader else None
        self.has_ended = packing is None or packing.eof
        super().close()


def _told(record: ArcWarcRecord) -> Record:
    headers = record.rec_headers
    text = b""
    if record.rec_type == "warcinfo":
        text = record.raw_stream.read(8192)
    while record.raw_stream.read(_CHUNK):
        pass
    told: Record = {
        "record": _short(record.rec_type),
        "id": _short(headers.get_header("WARC-Record-ID")),
        "uri": _short(headers.get_header("WARC-Target-URI")),
        "date": _short(headers.get_header("WARC-Date")),
        "address": _short(headers.get_header("WARC-IP-Address")),
        "digest": _digest(record),
    }
    if record.http_headers is not None and record.rec_type in ("response", "revisit"):
        told["status"] = _short(record.http_headers.get_statuscode())
        told["type"] = _short(record.http_headers.get_header("Content-Type"))
    if text:
        told["says"] = _fields(text)
    return told


def _digest(record: ArcWarcRecord) -> str:
    if getattr(record.raw_stream, "limit", 0) > 0:
        return "cut"
    passed = record.digest_checker.passed
    return "none" if passed is None else "holds" if passed else "fails"


def _fields(text: bytes) -> dict[str, Json]:
    """The lines ``name: value`` of a warcinfo record."""
    lines = text.decode("utf-8", "replace").splitlines()[:_MOST_FIELDS]
    pairs = [line.partition(":") for line in lines if ":" in line]
    return {name.strip()[:100]: value.strip()[:_LONGEST] for name, _, value in pairs}


def _short(value: str | None) -> str | None:
    return None if value is None else str(value)[:_LONGEST]
