"""ASN.1 in its distinguished encoding (X.690), as far as time stamps and certificates need it."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import NamedTuple

from tawthiq.evidence.bare.said import CannotTell

DER_BOOLEAN, DER_INTEGER, DER_BITS, DER_BYTES, DER_OID = 0x01, 0x02, 0x03, 0x04, 0x06
DER_SEQUENCE, DER_SET = 0x30, 0x31
DER_UTC_TIME, DER_TIME = 0x17, 0x18
DER_ENCODING = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be"}


class Der(NamedTuple):
    """One element.

    Attributes:
        tag: Its first byte; forms with more bytes are not read.
        body: What it holds.
        whole: The element as it was written, tag and length included.
    """

    tag: int
    body: bytes
    whole: bytes


class Fields:
    """The elements inside another one, taken in their order."""

    def __init__(self, data: bytes) -> None:
        self.left = der_elements(data)

    def take(self, tag: int) -> Der:
        """The next element, which must have this tag."""
        found = self.maybe(tag)
        if found is None:
            raise not_read()
        return found

    def maybe(self, tag: int) -> Der | None:
        """The next element if it has this tag; None where it is another or there is none."""
        return self.left.pop(0) if self.left and self.left[0].tag == tag else None

    def any(self) -> Der:
        """The next element, whatever it is."""
        if not self.left:
            raise not_read()
        return self.left.pop(0)

    def end(self) -> None:
        if self.left:
            raise not_read()


def der_one(data: bytes, tag: int) -> Der:
    """The only element of these bytes."""
    fields = Fields(data)
    found = fields.take(tag)
    fields.end()
    return found


def der_elements(data: bytes) -> list[Der]:
    """All elements one after another.

    Raises:
        CannotTell: They are not encoded so.
    """
    elements, at = [], 0
    while at < len(data):
        begins, ends = der_body(data, at)
        elements.append(Der(data[at], data[begins:ends], data[at:ends]))
        at = ends
    return elements


def der_body(data: bytes, at: int) -> tuple[int, int]:
    """Where the body of the element at this place begins and ends."""
    if len(data) < at + 2 or data[at] & 0x1F == 0x1F:
        raise not_read()
    begins, length = at + 2, data[at + 1]
    if length >= 0x80:
        size = length & 0x7F
        length = int.from_bytes(data[begins : begins + size], "big")
        begins += size
        if not 1 <= size <= 4 or length < 0x80 or length >> 8 * (size - 1) == 0:
            raise not_read()  # indefinite, or a length with a shorter way to be written
    if begins + length > len(data):
        raise not_read()
    return begins, begins + length


def der_integer(element: Der) -> int:
    body = element.body
    if not body or (len(body) > 1 and body[0] == (0xFF if body[1] & 0x80 else 0)):
        raise not_read()
    return int.from_bytes(body, "big", signed=True)


def der_oid(element: Der) -> str:
    """An object identifier in its numbers with dots."""
    numbers, value = [], 0
    for byte in element.body:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(value)
            value = 0
    if not numbers or element.body[-1] >= 0x80:
        raise not_read()
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, [first, numbers[0] - 40 * first, *numbers[1:]]))


def der_bits(element: Der) -> bytes:
    """A bit string that fills its bytes."""
    if element.body[:1] != b"\x00":
        raise not_read()
    return element.body[1:]


def der_true(element: Der) -> bool:
    if element.body not in (b"\x00", b"\xff"):
        raise not_read()
    return element.body == b"\xff"


def der_time(element: Der) -> datetime:
    """A moment in UTC; one with parts of a second is cut to what Python keeps."""
    written = element.body.decode("ascii", "replace")
    if element.tag == DER_UTC_TIME:  # RFC 5280, 4.1.2.5.1: two digits, 1950 to 2049
        written = ("19" if written[:2] >= "50" else "20") + written
    whole, point, part = written[:-1].partition(".")
    if written[-1:] != "Z" or not whole.isdigit() or len(whole) != 14 or point > part[:1]:
        raise not_read()
    if point and (not part.isdigit() or part.endswith("0")):
        raise not_read()
    try:
        moment = datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=timezone.utc)
    except ValueError:
        raise not_read() from None
    return moment.replace(microsecond=int((part + "000000")[:6]))


def der_text(element: Der) -> str:
    return element.body.decode(DER_ENCODING.get(element.tag, "ascii"), "backslashreplace")


def not_read() -> CannotTell:
    return CannotTell(
        "not-der",
        "the bytes are damaged, or written in a form that this program does not read",
        "البايتات تالفة أو مكتوبة بصيغة لا يقرؤها هذا البرنامج",
    )
