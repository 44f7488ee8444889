"""A short text and the signatures of those who stand for it (C2SP signed-note).

    example.org/log
    12
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — example.org/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4UR...

The text may be believed only as far as a key that is known from elsewhere has signed it.
Signatures by unknown keys are kept as they are: others may know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.ledger import words
from tawthiq.ledger.cosignature import LATEST, TIME_BYTES, cosigned_message
from tawthiq.ledger.key import (
    ID_BYTES,
    SIGNATURE_BYTES,
    KeyKind,
    SigningKey,
    VerificationKey,
    is_key_name,
)
from tawthiq.ledger.lines import base64_of, bytes_of, text_of
from tawthiq.values.both import Both

MOST_SIGNATURES = 64  # C2SP asks for 16 at least
MOST_BYTES = 1 << 20  # 64 post-quantum signatures of 5 kB, and a text

_LINE = re.compile(r"\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)")


@dataclass(frozen=True, slots=True)
class Signature:
    """One line below a note.

    Attributes:
        name: The name of the key.
        key_id: The four bytes that tell keys of one name apart.
        raw: What the key made, in the way of its kind; we may not know the kind.
    """

    name: str
    key_id: bytes
    raw: bytes

    def __str__(self) -> str:
        return f"\u2014 {self.name} {base64_of(self.key_id + self.raw)}"

    def is_by(self, key: VerificationKey) -> bool:
        """Whether it says that it is by that key."""
        return (self.name, self.key_id) == (key.name, key.id)


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was verified.

    Attributes:
        key: Whose it is.
        time: When a witness saw the text, in seconds since 1970 by its clock; None where the
            kind of signature carries no time.
    """

    key: VerificationKey
    time: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """A text and its signatures, in their order.

    Attributes:
        text: Lines that each end in a newline.
        signatures: One or more.
    """

    text: str
    signatures: tuple[Signature, ...]

    def __post_init__(self) -> None:
        if not self.text.endswith("\n") or not 0 < len(self.signatures) <= MOST_SIGNATURES:
            raise ValueError("a note has a text that ends in a newline, and 1 to 64 signatures")

    def to_bytes(self) -> bytes:
        lines = "".join(f"{signature}\n" for signature in self.signatures)
        return f"{self.text}\n{lines}".encode()

    @classmethod
    def parse(cls, data: bytes) -> Note:
        """Read a note, in its one way of being written. Nothing is verified by that.

        Raises:
            UnreadableError: It is no note.
        """
        if len(data) > MOST_BYTES:
            raise words.unreadable(words.NOTE, Both("it is too long", "طوله مفرط"))
        text, blank, below = text_of(data, words.NOTE).rpartition("\n\n")
        if not blank or not below.endswith("\n"):
            raise words.unreadable(words.NOTE, Both("it has no signatures", "لا توقيع عليه"))
        lines = below[:-1].split("\n")
        if len(lines) > MOST_SIGNATURES:
            raise words.unreadable(words.NOTE, Both("too many signatures", "التواقيع كثيرة جدًا"))
        return cls(f"{text}\n", tuple(_signature(line) for line in lines))

    def with_signature(self, signature: Signature) -> Note:
        """The note with one more signature below it; with the same note where it is there."""
        if signature in self.signatures:
            return self
        return Note(self.text, (*self.signatures, signature))

    def verified(self, keys: Iterable[VerificationKey]) -> tuple[Signed, ...]:
        """Those of the signatures that are by one of these keys.

        Raises:
            IntegrityError: A signature that says it is by one of them is not. The whole note
                is refused then: somebody changed the text or made the signature up.
        """
        return tuple(
            Signed(key, _verified(self.text, key, signature))
            for key in keys
            for signature in self.signatures
            if signature.is_by(key)
        )


def sign(text: str, key: SigningKey, *, time: int | None = None) -> Signature:
    """Sign the text of a note in the way of the key's kind.

    Args:
        time: For a witness, when it saw the text: seconds since 1970.

    Raises:
        ValueError: The text does not end in a newline, or the time is missing or too much.
    """
    if not text.endswith("\n") or (time is not None) != (key.kind is KeyKind.COSIGNATURE):
        raise ValueError("a text ends in a newline; a witness, and only a witness, says when")
    public = key.public
    if time is None:
        return Signature(public.name, public.id, key.sign(text.encode()))
    made = key.sign(cosigned_message(text, time))
    return Signature(public.name, public.id, time.to_bytes(TIME_BYTES) + made)


def signed(text: str, *keys: SigningKey) -> Note:
    """A note with this text, signed by each of these keys."""
    return Note(text, tuple(sign(text, key) for key in keys))


def _verified(text: str, key: VerificationKey, signature: Signature) -> int | None:
    """The time of a signature of a known key, once it is verified."""
    match key.kind:
        case KeyKind.NOTE:
            time, message, raw = None, text.encode(), signature.raw
        case KeyKind.COSIGNATURE:
            time, raw = int.from_bytes(signature.raw[:TIME_BYTES]), signature.raw[TIME_BYTES:]
            message = cosigned_message(text, min(time, LATEST))
    in_time = time is None or time <= LATEST
    if not in_time or len(raw) != SIGNATURE_BYTES or not key.verifies(message, raw):
        raise words.not_signed_by(key.name)
    return time


def _signature(line: str) -> Signature:
    written = _LINE.fullmatch(line)
    if written is None or not is_key_name(written[1]):
        raise words.unreadable(
            words.NOTE,
            Both(f"{line[:60]!r} is no signature line", f"{line[:60]!r} ليس سطر توقيع"),
        )
    raw = bytes_of(written[2], words.NOTE)
    if len(raw) <= ID_BYTES:
        raise words.unreadable(words.NOTE, Both("a signature is empty", "أحد التواقيع فارغ"))
    return Signature(written[1], raw[:ID_BYTES], raw[ID_BYTES:])
