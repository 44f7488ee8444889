"""What a packed web archive (WACZ) holds: its list, its members, the records of its archives."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from tawthiq.evidence.arrivals.reading_zip import content_of, opened
from tawthiq.evidence.capture.reading.warc import records_of
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

LIST, DIGEST = "datapackage.json", "datapackage-digest.json"
_LARGEST_LIST = 32 << 20  # bytes; a crawl of a hundred thousand files lists itself in ten million
_LARGEST_DIGEST, _MOST_MEMBERS = 1 << 20, 100_000
_ROOM = 64 << 30  # bytes that may come out of it
_ABOUT = ("title", "description", "created", "modified", "software", "wacz_version",
          "mainPageUrl", "mainPageURL", "mainPageDate")  # fmt: skip


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield ``package``, ``resource`` and ``signed`` records as they are written in it; then a
    ``member`` record with the SHA-256 of each member as it is, and the records of each WARC."""
    archive = opened(file)
    names = archive.namelist()
    if LIST not in names:
        raise CannotRead(Why.NOT_OF_THIS_KIND, f"no {LIST}")
    if len(names) > _MOST_MEMBERS:
        raise CannotRead(Why.TOO_LARGE, f"{len(names)} members")
    yield from _listed(_parsed(archive, LIST, _LARGEST_LIST))
    if DIGEST in names:
        yield {"signed": _parsed(archive, DIGEST, _LARGEST_DIGEST)}
    room = _ROOM
    for member in archive.infolist():
        if not member.is_dir():
            came, told = _member(archive, member, room)
            room -= came
            yield told
    for name in names:
        if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
            yield from _records(archive, name)


def _parsed(archive: zipfile.ZipFile, name: str, most: int) -> dict[str, Json]:
    data = b""
    for chunk in content_of(archive, archive.getinfo(name), most + 1):
        data += chunk
    if len(data) > most:
        raise CannotRead(Why.TOO_LARGE, name)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as refused:
        raise CannotRead(Why.BROKEN, f"{name}: {refused}") from refused
    if not isinstance(found, dict):
        raise CannotRead(Why.BROKEN, f"{name} is no object")
    return found


def _listed(package: dict[str, Json]) -> Iterator[Record]:
    yield {"package": {key: str(package[key])[:2000] for key in _ABOUT if package.get(key)}}
    resources = package.get("resources")
    for one in resources if isinstance(resources, list) else []:
        if isinstance(one, dict):
            yield {"resource": str(one.get("path"))[:2000], "hash": str(one.get("hash"))[:200]}


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> tuple[int, Record]:
    running, came = hashlib.sha256(), 0
    content = content_of(archive, member, room)
    while True:
        try:
            chunk = next(content)
        except StopIteration as ended:
            _, refused = cast(tuple[int, Why | None], ended.value)
            break
        came += len(chunk)
        running.update(chunk)
    if refused is not None:
        return came, {"member": member.filename[:2000], "why": refused}
    return came, {"member": member.filename[:2000], "sha256": running.hexdigest()}


def _records(archive: zipfile.ZipFile, name: str) -> Iterator[Record]:
    try:
        with archive.open(name) as stream:
            for record in records_of(cast(BinaryIO, stream)):
                yield {**record, "in": name[:2000]}
    except (CannotRead, zipfile.BadZipFile, RuntimeError, NotImplementedError) as refused:
        yield {"in": name[:2000], "broken": str(refused)[:300]}
