"""What the device or program that made a file says of it: claims, each with who says it.

A clock can be wrong and a place can be typed in. So every one of these is told as "the device
says", beside what we see ourselves, and none of them is ever used as a date or place of an event
without a person who decided it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.values.both import Both


class About(StrEnum):
    """What a claim is about; ``OTHER`` keeps everything that has no name here."""

    TAKEN_AT = "taken-at"
    PLACE = "place"
    DEVICE = "device"
    PROGRAM = "program"
    PERSON = "person"
    TURNED = "turned"
    OTHER = "other"

    @property
    def label(self) -> Both:
        return _LABELS[self]


_LABELS = {
    About.TAKEN_AT: Both("taken at, says the device", "وقت الالتقاط بحسب الجهاز"),
    About.PLACE: Both("taken in, says the device", "مكان الالتقاط بحسب الجهاز"),
    About.DEVICE: Both("made by, says the file", "الجهاز بحسب الملف"),
    About.PROGRAM: Both("written by, says the file", "البرنامج بحسب الملف"),
    About.PERSON: Both("author, says the file", "صاحب الملف بحسب الملف"),
    About.TURNED: Both("to be turned, says the device", "اتجاه العرض بحسب الجهاز"),
    About.OTHER: Both("the file also says", "ويقول الملف أيضًا"),
}
_ABOUT = (
    (re.compile(r"datetime|creation_?time|creationdate|moddate|date$", re.I), About.TAKEN_AT),
    (re.compile(r"^gps |location", re.I), About.PLACE),
    (re.compile(r"\b(make|model)$|lensmodel|bodyserial", re.I), About.DEVICE),
    (re.compile(r"software|encoder|producer|creator$|creatortool", re.I), About.PROGRAM),
    (re.compile(r"artist|copyright|author|ownername", re.I), About.PERSON),
    (re.compile(r"orientation|rotate", re.I), About.TURNED),
)
_SAID_BY = {"exif": "EXIF", "film": "container", "pdf": "PDF"}


@dataclass(frozen=True, slots=True)
class DeviceClaim:
    """One thing that a file says of itself.

    Attributes:
        said_by: Where in the file it stands: EXIF, container, stream, PDF.
        name: What the format calls it.
        value: As it stands there, shortened.
    """

    about: About
    said_by: str
    name: str
    value: str


def claims_in(record: Record) -> Iterator[DeviceClaim]:
    """The claims in what a reader said."""
    said_by = _SAID_BY.get(str(record.get("reader")))
    if said_by is None:
        return
    yield from _tags(record.get("tags"), said_by)
    place = record.get("place")
    if isinstance(place, list) and len(place) == 2:
        yield DeviceClaim(About.PLACE, said_by, "place", f"{place[0]}, {place[1]}")
    streams = record.get("streams")
    for stream in streams if isinstance(streams, list) else []:
        if isinstance(stream, Mapping):
            yield from _tags(stream.get("tags"), "stream")


def _tags(tags: Json, said_by: str) -> Iterator[DeviceClaim]:
    for name, value in tags.items() if isinstance(tags, dict) else ():
        if value:
            yield DeviceClaim(_about(name), said_by, name[:200], str(value)[:500])


def _about(name: str) -> About:
    return next((about for pattern, about in _ABOUT if pattern.search(name)), About.OTHER)
