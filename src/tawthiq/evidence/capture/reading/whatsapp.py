"""The messages of an exported WhatsApp chat, line by line, in any language of the telephone.

Android writes ``14/05/2019, 10:12 - Name: text``, iOS ``[14/05/2019, 10:12:33] Name: text``, and a
telephone set to Arabic ``١٤/٥/٢٠١٩، ١٠:١٢ ص - …`` with invisible marks among the signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

MOST_MESSAGES = 2_000_000
_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACE = "[ \u00a0\u202f]"
_BEGINS = re.compile(
    r"\[?"
    r"(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
    rf"[,،]?{_SPACE}+"
    rf"(?P<time>\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:{_SPACE}?(?:[AaPp]\.?{_SPACE}?[Mm]\.?|[صم]))?)"
    rf"(?:\]{_SPACE}|{_SPACE}[-–]{_SPACE})"
    r"(?P<rest>.*)",
    re.S,
)
_NAME = r"[^<>:/\\\n]{1,200}\.\w{2,5}"
_ATTACHED = (
    re.compile(rf"<[^<>:]{{1,40}}:\s*(?P<name>{_NAME})>"),  # <attached: …>, <المُرفق: …>
    re.compile(rf"^(?P<name>{_NAME}) \([^()]{{3,60}}\)$", re.M),  # … (file attached), (الملف مرفق)
)
_LEFT_OUT = re.compile(
    r"^(?:<[^<>]*(?:omitted|استبعاد|إدراج)[^<>]*>"
    r"|(?:image|video|audio|sticker|document|GIF) omitted"
    r"|تم استبعاد [^\n]{1,40})$",
    re.M,
)
_LONGEST = 70_000  # characters; WhatsApp itself sends no more than 65,536


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield each message: ``who`` (null for a notice of the app), ``date``, ``time``, ``text``."""
    count = 0
    for begun, rest in _messages(file):
        count += 1
        if count > MOST_MESSAGES:
            raise CannotRead(Why.TOO_LARGE, f"more than {MOST_MESSAGES} messages")
        yield _told(begun, rest)
    if not count:
        raise CannotRead(Why.NOT_OF_THIS_KIND)


def _messages(file: BinaryIO) -> Iterator[tuple[re.Match[str], str]]:
    """A message goes on until a line begins as messages do. The first line must begin one."""
    begun: re.Match[str] | None = None
    lines = list[str]()
    for line in _lines(file):
        if found := _BEGINS.match(line):
            if begun:
                yield begun, "\n".join(lines)
            begun, lines = found, [found["rest"]]
        elif begun:
            lines.append(line)
        elif line.strip():
            raise CannotRead(Why.NOT_OF_THIS_KIND)
    if begun:
        yield begun, "\n".join(lines)


def _lines(file: BinaryIO) -> Iterator[str]:
    while raw := file.readline(4 * _LONGEST):
        yield _MARKS.sub("", raw.decode("utf-8", "replace")).rstrip("\r\n")


def _told(begun: re.Match[str], rest: str) -> Record:
    who, colon, text = rest.partition(": ")
    if not colon and rest.endswith(":"):
        who, colon, text = rest[:-1], ":", ""
    if not colon or "\n" in who or len(who) > 200:
        who, text = "", rest
    attached: list[Json] = [found["name"] for form in _ATTACHED for found in form.finditer(text)]
    return {
        "who": who or None,
        "date": begun["date"],
        "time": begun["time"],
        "text": text[:_LONGEST],
        "attached": attached,
        "left_out": bool(_LEFT_OUT.search(text)),
    }
