"""Signed notes, the keys that sign them, and checkpoints (C2SP signed-note, tlog-checkpoint)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import Iterable, NamedTuple

from tawthiq.evidence.bare.ed25519 import ed25519_holds
from tawthiq.evidence.bare.merkle import EMPTY_ROOT
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold, shown

SIGNS_NOTES, SIGNS_WITH_TIME = 1, 4  # the kinds of keys that C2SP assigns to Ed25519
MOST_SIGNATURES, LONGEST_NOTE = 64, 1 << 20
LATEST_TIME = 2**63 - 1

KEY_LINE = re.compile(r"([^+]+)\+([0-9a-f]{8})\+(.+)")
SIGNATURE_LINE = re.compile("\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)")
NOT_IN_NAMES = re.compile(r"[\s+\x00-\x1f]")
NOT_IN_TEXTS = re.compile(r"[\x00-\x09\x0b-\x1f]")
WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")


class Key(NamedTuple):
    """A public key, whose it is, and what it signs."""

    name: str
    kind: int
    public: bytes

    @property
    def number(self) -> bytes:
        """Four bytes that tell keys of one name apart, and protect nothing."""
        said = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return hashlib.sha256(said).digest()[:4]

    def line(self) -> str:
        """The line in which it is given to others."""
        encoded = base64.b64encode(bytes([self.kind]) + self.public).decode()
        return f"{self.name}+{self.number.hex()}+{encoded}"


class SignatureOfNote(NamedTuple):
    name: str
    number: bytes
    raw: bytes


class Note(NamedTuple):
    """A text whose lines end in a newline, and the signatures below it."""

    text: str
    signatures: tuple[SignatureOfNote, ...]


class Checkpoint(NamedTuple):
    """Which log, how many entries it has, and the root over all of them."""

    origin: str
    size: int
    root: bytes


def read_key(line: str) -> Key:
    """Read a key as it is given to others.

    Raises:
        CannotTell: It was mistyped, or is of a kind that this program does not know.
    """
    written = KEY_LINE.fullmatch(line.strip())
    raw = base64_bytes(written[3]) if written else b""
    if written is None or NOT_IN_NAMES.search(written[1]) or len(raw) != 33:
        raise no_key(line)
    key = Key(written[1], raw[0], raw[1:])
    if key.number.hex() != written[2] or key.kind not in (SIGNS_NOTES, SIGNS_WITH_TIME):
        raise no_key(line)
    return key


def read_note(data: bytes) -> Note:
    """Read a note, in its one way of being written. Nothing is believed by that.

    Raises:
        DoesNotHold: It is no note.
    """
    text, blank, below = plain_text(data[: LONGEST_NOTE + 1]).rpartition("\n\n")
    lines = below[:-1].split("\n")
    if (
        len(data) > LONGEST_NOTE
        or not blank
        or not below.endswith("\n")
        or not 0 < len(lines) <= MOST_SIGNATURES
    ):
        raise no_note()
    return Note(text + "\n", tuple(read_signature(line) for line in lines))


def read_signature(line: str) -> SignatureOfNote:
    written = SIGNATURE_LINE.fullmatch(line)
    raw = base64_bytes(written[2]) if written else b""
    if written is None or NOT_IN_NAMES.search(written[1]) or len(raw) <= 4:
        raise no_note()
    return SignatureOfNote(written[1], raw[:4], raw[4:])


def read_checkpoint(text: str) -> Checkpoint:
    """Read the text of a note as a checkpoint.

    Raises:
        DoesNotHold: It is none.
    """
    lines = text[:-1].split("\n")
    if len(lines) < 3 or "" in lines:
        raise no_note()
    size, root = whole_number(lines[1]), base64_bytes(lines[2])
    if size is None or len(root) != 32 or (size == 0 and root != EMPTY_ROOT):
        raise no_note()
    return Checkpoint(lines[0], size, root)


def signers(note: Note, keys: Iterable[Key]) -> list[tuple[Key, int | None]]:
    """Those of the keys that signed, and when, where the kind of signature says so.

    Raises:
        DoesNotHold: A signature that says it is by one of them is not: the whole note falls.
    """
    found = []
    for key in keys:
        for signature in note.signatures:
            if (signature.name, signature.number) == (key.name, key.number):
                found.append((key, time_of_signature(note.text, key, signature.raw)))
    return found


def time_of_signature(text: str, key: Key, raw: bytes) -> int | None:
    """When a signature says it was made, once it is verified; None for kinds without a time."""
    time, message = None, text.encode()
    if key.kind == SIGNS_WITH_TIME:
        time, raw = int.from_bytes(raw[:8], "big"), raw[8:]
        message = f"cosignature/v1\ntime {time}\n{text}".encode()
    if (time or 0) > LATEST_TIME or not ed25519_holds(key.public, message, raw):
        raise DoesNotHold(
            "signature",
            f"a signature in the name of {shown(key.name)} is false: the text was changed after it"
            " was signed, or the signature was made up",
            f"توقيع باسم {shown(key.name)} زائف: غُيّر النص بعد توقيعه أو اختُلق التوقيع",
        )
    return time


def plain_text(data: bytes) -> str:
    """UTF-8 without control characters other than the newline."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise no_note() from None
    if NOT_IN_TEXTS.search(text):
        raise no_note()
    return text


def base64_bytes(text: str) -> bytes:
    """Base 64 in its one canonical form; nothing where it is anything else."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return data if base64.b64encode(data).decode() == text else b""


def whole_number(text: str) -> int | None:
    """A whole number from 0 to 2**63 - 1; None where it is written in any other way."""
    if not WHOLE_NUMBER.fullmatch(text) or int(text) > LATEST_TIME:
        return None
    return int(text)


def no_note() -> DoesNotHold:
    return DoesNotHold(
        "not-as-written",
        "it is not written as the format asks: it was damaged or made up",
        "ليس مكتوبًا كما تقتضي الصيغة: تلف أو اختُلق",
    )


def no_key(line: str) -> CannotTell:
    return CannotTell(
        "key-not-read",
        f"this is no key that can be used here: {shown(line[:100])}; copy it again, whole",
        f"ليس هذا مفتاحًا يمكن استعماله هنا: {shown(line[:100])}؛ انسخه من جديد كاملًا",
    )
