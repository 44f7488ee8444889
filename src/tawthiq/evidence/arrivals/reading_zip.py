"""What is in a zip, member by member, counted as it unfolds and not as it says; a reader.

A zip can say that it is small and unfold to the size of a house, from one member or from many that
lie over each other. What counts here are the bytes that have come out.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping
from lzma import LZMAError
from typing import BinaryIO

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_CHUNK = 1 << 18
_RATIO = 200  # times; ordinary text is packed some 5 to 20 times, an empty page a thousand
_FREE = 64 << 20  # bytes that may come out of anything, however small it was
_ENCRYPTED, _IS_UTF8 = 0x1, 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError)


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield each member: a record that opens it, its bytes, and a record that closes it.

    Options:
        members: How many there may be.
        size: Bytes that may come out in all.
    """
    most_members, room = options["members"], options["size"]
    assert isinstance(most_members, int)
    assert isinstance(room, int)
    archive = opened(file)
    members = archive.infolist()
    if len(members) > most_members:
        raise CannotRead(Why.TOO_LARGE, f"{len(members)} members")
    file.seek(0, 2)
    room = min(room, max(_FREE, _RATIO * file.tell()))
    for member in members:
        yield _opening(member)
        refused = _refused(member)
        if refused is None and not member.is_dir():
            came, refused = yield from content_of(archive, member, room)
            # What was refused is thrown away, so it takes no room from the members behind it.
            room -= came if refused is None else 0
        yield {"closed": True} if refused is None else {"closed": False, "why": refused}
        if room <= 0:
            raise CannotRead(Why.TOO_LARGE)


def opened(file: BinaryIO) -> zipfile.ZipFile:
    """Open a zip.

    Raises:
        CannotRead: It is none, or is broken.
    """
    try:
        return zipfile.ZipFile(file)
    except (*_BROKEN, NotImplementedError) as refused:
        raise CannotRead(Why.BROKEN, str(refused)) from refused


def _opening(member: zipfile.ZipInfo) -> Record:
    """What the zip says of a member; its name in the bytes that stand there."""
    is_utf8 = bool(member.flag_bits & _IS_UTF8)
    raw = member.orig_filename.encode("utf-8" if is_utf8 else "cp437", "surrogateescape")
    year, month, day, hour, minute, second = member.date_time
    return {
        "opened": raw.hex(),
        "is_utf8": is_utf8,
        "when": f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}",
        "is_folder": member.is_dir(),
        "is_link": stat.S_ISLNK(member.external_attr >> 16),
    }


def _refused(member: zipfile.ZipInfo) -> Why | None:
    if member.flag_bits & _ENCRYPTED or member.compress_type == 99:  # 99: locked by AES
        return Why.ENCRYPTED
    if stat.S_ISLNK(member.external_attr >> 16):
        return Why.NOT_OF_THIS_KIND
    return None


def content_of(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int
) -> Generator[bytes, None, tuple[int, Why | None]]:
    """Yield what is in a member; how many bytes came, and why no more if that was not the end."""
    came, most = 0, min(room, max(_FREE, _RATIO * member.compress_size))
    try:
        with archive.open(member) as content:
            while chunk := content.read(_CHUNK):
                came += len(chunk)
                if came > most:
                    return came, Why.TOO_LARGE
                yield chunk
    except NotImplementedError:  # a way of packing that this library does not know
        return came, Why.NOT_INSTALLED
    except RuntimeError:  # locked after all
        return came, Why.ENCRYPTED
    except _BROKEN:
        return came, Why.BROKEN
    return came, None
