"""Entries of the ledger, what they promise, and the openings that show what was promised.

The ledger holds digests and commitments only. Whoever makes a package opens some of them: gives
away the salt and the content, so that anybody can see that this content was promised then.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import NamedTuple

from tawthiq.evidence.bare.notes import base64_bytes, no_note, plain_text, whole_number
from tawthiq.evidence.bare.said import DoesNotHold, shown

ENTRY_TITLE, OPENINGS_TITLE = "tawthiq-entry/1", "tawthiq-openings/1"
OBJECT_TITLE, DERIVATIVE_TITLE = "tawthiq-object/1", "tawthiq-derivative/1"
HEX_DIGEST = re.compile(r"[0-9a-f]{64}")
LABEL = re.compile(r"(?=.{1,64}$)[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")
UTC_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class Entry(NamedTuple):
    """What was sealed of one action.

    Attributes:
        time: As the clock of the machine that sealed it said.
        payload: The SHA-256 of content about no person, in hex.
        promised: The commitments by their label, in hex; the actor's under `actor`.
        body: The payload itself, where the entry carries it.
    """

    kind: str
    time: str
    payload: str
    promised: dict[str, str]
    body: bytes


class SealedObject(NamedTuple):
    """A file as it was sealed: as what, its digest, and how many bytes it has."""

    item: str
    sha256: str
    size: int


def read_entry(data: bytes) -> Entry:
    """Read an entry, in its one way of being written (`ledger-entry.md`).

    Raises:
        DoesNotHold: It is written in any other way.
    """
    lines = plain_text(data).split("\n")
    if lines.pop() != "" or len(lines) < 5 or lines[0] != ENTRY_TITLE:
        raise no_note()
    heads = [line.partition(" ") for line in lines[1:5]]
    if [word for word, _, _ in heads] != ["kind", "time", "actor", "payload"]:
        raise no_note()
    kind, time, actor, payload = (value for _, _, value in heads)
    body = b""
    if lines[-1].startswith("body "):
        body = base64_bytes(lines.pop()[len("body ") :])
        if not body or hashlib.sha256(body).hexdigest() != payload:
            raise no_note()
    labels = [read_sealed(line) for line in lines[5:]]
    if [label for label, _ in labels] != sorted({label for label, _ in labels}):
        raise no_note()
    if not LABEL.fullmatch(kind) or not is_time(time):
        raise no_note()
    promised = dict(labels, actor=actor)
    if not all(HEX_DIGEST.fullmatch(one) for one in (*promised.values(), payload)):
        raise no_note()
    return Entry(kind, time, payload, promised, body)


def read_sealed(line: str) -> tuple[str, str]:
    word, _, rest = line.partition(" ")
    label, _, commitment = rest.partition(" ")
    if word != "sealed" or not LABEL.fullmatch(label) or label == "actor":
        raise no_note()
    return label, commitment


def is_time(text: str) -> bool:
    try:
        datetime.strptime(text[:-1] + "+0000", "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return False
    return bool(UTC_TIME.fullmatch(text))


def opened(entry: Entry, data: bytes) -> dict[str, bytes]:
    """The contents that a file of openings shows, by their label.

    Raises:
        DoesNotHold: One of them is not what the entry promised.
    """
    lines = plain_text(data).split("\n")
    if lines.pop() != "" or not lines or lines.pop(0) != OPENINGS_TITLE:
        raise no_note()
    contents: dict[str, bytes] = {}
    for line in lines:
        label, salt, content = read_opening(line)
        if label in contents:
            raise no_note()
        if commitment_to(content, salt) != entry.promised.get(label):
            raise DoesNotHold(
                "opening",
                f"what is shown under {shown(label)} is not what the entry promised",
                f"ما يُعرض تحت {shown(label)} ليس ما تعهّد به القيد",
            )
        contents[label] = content
    return contents


def read_opening(line: str) -> tuple[str, bytes, bytes]:
    parts = line.split(" ")
    if len(parts) != 3 or not LABEL.fullmatch(parts[0]):
        raise no_note()
    label, salt, content = parts[0], base64_bytes(parts[1]), base64_bytes(parts[2])
    if len(salt) != 32 or not content:
        raise no_note()
    return label, salt, content


def commitment_to(content: bytes, salt: bytes) -> str:
    return hashlib.sha256(b"tawthiq-commitment/1\n" + salt + content).hexdigest()


def read_object(content: bytes) -> SealedObject:
    """Read the text that stands for a file in the ledger.

    Raises:
        DoesNotHold: It is written in any other way.
    """
    lines = plain_text(content).split("\n")
    if len(lines) != 5 or lines[0] != OBJECT_TITLE or lines[4]:
        raise no_note()
    item, sha256, size = (line.partition(" ")[2] for line in lines[1:4])
    number = whole_number(size)
    if number is None or lines[1:4] != [f"item {item}", f"sha256 {sha256}", f"size {size}"]:
        raise no_note()
    if not item or not HEX_DIGEST.fullmatch(sha256):
        raise no_note()
    return SealedObject(item, sha256, number)


def read_parent(content: bytes) -> int:
    """The entry of the object from which a derivative was made.

    Raises:
        DoesNotHold: The text of the derivative is written in any other way.
    """
    lines = plain_text(content).split("\n")
    if len(lines) < 3 or lines[0] != DERIVATIVE_TITLE or lines[-1]:
        raise no_note()
    parent = whole_number(lines[1][len("parent ") :]) if lines[1].startswith("parent ") else None
    if parent is None:
        raise no_note()
    return parent
