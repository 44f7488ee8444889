"""In which letters a text file is written, said and never silently guessed.

UTF-8 is tried strictly; a byte-order mark is believed. Only where both fail is the file
held to be of one of the two Windows code pages that Arabic and Western offices use, and
which of the two was taken is said. A file that changes its encoding midway is refused
with the row where it changes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from tawthiq.intake.given import Given
from tawthiq.intake.refusal import unreadable
from tawthiq.values.both import Both

_CHUNK = 1 << 20
_SAMPLE = 200_000  # bytes of lines with letters beyond ASCII; more tells no more
_WINDOWS = {"cp1256": "windows-1256", "cp1252": "windows-1252"}
# All C0 controls but tab, line feed, vertical tab (a soft line end), form feed and return.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13))
# UTF-8 Arabic that somebody read as windows-1252 ("Ø§Ù„") or as windows-1256 ("ط§ظ„").
_GARBLED = (
    ("ØÙ", re.compile("(?:[ØÙ][\x80-\xbf\u0152-\u2122]){3}")),
    ("طظ", re.compile("(?:[طظ][^\\sطظ]){5}")),
)

_SAVE_AS_UTF8 = Both(
    "open the original in the program that made it and save it as “CSV UTF-8” or UTF-8 text",
    "افتح الأصل في البرنامج الذي أنشأه واحفظه بترميز UTF-8",
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the letters of a file are written.

    Attributes:
        codec: Python's name of it.
        name: The name to tell a reader.
        is_guessed: Whether it was told by the letters alone.
    """

    codec: str
    name: str
    is_guessed: bool = False

    @property
    def note(self) -> Both:
        """What a reader must know: nothing for UTF-8, the name of any other encoding."""
        if self.name == "UTF-8":
            return Both("", "")
        if not self.is_guessed:
            return Both(f"read as {self.name}", f"قُرئ الملف بترميز {self.name}")
        return Both(
            f"the file is not UTF-8 and was read as {self.name}: look whether names are right",
            f"الملف ليس بترميز UTF-8، وقُرئ على أنه {self.name}: تأكّد من صحة الأسماء",
        )


def find_encoding(given: Given) -> Encoding:
    """Tell the encoding of a whole text file, reading it once in pieces.

    Raises:
        UnreadableError: It is in no encoding that we read, changes its encoding midway,
            holds control characters, or shows letters that an earlier conversion spoilt.
    """
    head = given.head()
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise unreadable(
            Both(f"{given.name} is UTF-32; ", f"الملف «{given.name}» بترميز UTF-32؛ ")
            + _SAVE_AS_UTF8
        )
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked_wide(given, Encoding("utf-16", "UTF-16"))
    if order := _byte_order_of_wide(head):
        return _checked_wide(given, Encoding(f"utf-16-{order}", "UTF-16", is_guessed=True))
    _refuse_controls(given)
    return _utf8_of(given) or _windows_of(given)


def text_chunks(given: Given, encoding: Encoding) -> Iterator[str]:
    """The text of a file, piece by piece.

    Raises:
        UnreadableError: A byte is none of this encoding.
    """
    decoder = codecs.getincrementaldecoder(encoding.codec)("strict")
    with given.open() as stream:
        try:
            while chunk := stream.read(_CHUNK):
                yield decoder.decode(chunk)
            yield decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise unreadable(_not_of(given, encoding)) from error


def _utf8_of(given: Given) -> Encoding | None:
    decoder = codecs.getincrementaldecoder("utf-8-sig")("strict")
    before = 0
    try:
        with given.open() as stream:
            while chunk := stream.read(_CHUNK):
                text = decoder.decode(chunk)
                _refuse_garbled(given, text, before)
                before += len(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return Encoding("utf-8-sig", "UTF-8")


def _windows_of(given: Given) -> Encoding:
    sample = _lines_beyond_ascii(given)
    best = from_bytes(sample, cp_isolation=list(_WINDOWS)).best() if sample else None
    if best is None or best.encoding not in _WINDOWS:
        raise unreadable(
            Both(
                f"{given.name} is neither UTF-8 nor windows-1256 nor windows-1252; ",
                f"ترميز الملف «{given.name}» ليس UTF-8 ولا windows-1256 ولا windows-1252؛ ",
            )
            + _SAVE_AS_UTF8
        )
    found = Encoding(best.encoding, _WINDOWS[best.encoding], is_guessed=True)
    for _ in text_chunks(given, found):
        pass
    return found


def _lines_beyond_ascii(given: Given) -> bytes:
    """A sample of the lines that are not ASCII, where none of them is UTF-8.

    Raises:
        UnreadableError: Some of them are UTF-8 and others are not.
    """
    wide = narrow = -1
    sample = bytearray()
    offset = 0
    with given.open() as stream:
        while line := stream.readline(_CHUNK):
            if not line.isascii():
                if _is_utf8(line):
                    wide = offset if wide < 0 else wide
                else:
                    narrow = offset if narrow < 0 else narrow
                    sample += line if len(sample) < _SAMPLE else b""
                if wide >= 0 and narrow >= 0:
                    raise unreadable(_mixed(given, max(wide, narrow)))
            offset += len(line)
    return bytes(sample)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _byte_order_of_wide(head: bytes) -> str:
    """The byte order of UTF-16 without a mark: ASCII letters leave every second byte zero."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(4, len(head) // 8) or min(even, odd) > max(even, odd) // 8:
        return ""
    return "le" if odd > even else "be"


def _checked_wide(given: Given, encoding: Encoding) -> Encoding:
    line = 1
    for text in text_chunks(given, encoding):
        if found := re.search("[\x00-\x08\x0e-\x1f]", text):
            line += text.count("\n", 0, found.start())
            raise unreadable(_control(given, ord(found.group()), line))
        line += text.count("\n")
    return encoding


def _refuse_controls(given: Given) -> None:
    offset = 0
    with given.open() as stream:
        while chunk := stream.read(_CHUNK):
            if len(chunk.translate(None, _CONTROLS)) != len(chunk):
                at = next(at for at, code in enumerate(chunk) if code in _CONTROLS)
                raise unreadable(_control(given, chunk[at], row_at(given, offset + at)))
            offset += len(chunk)


def _refuse_garbled(given: Given, text: str, offset: int) -> None:
    for letters, pattern in _GARBLED:
        # Counting is many times faster than the pattern, and nearly always enough.
        if sum(map(text.count, letters)) >= 3 and (found := pattern.search(text)):
            row = row_at(given, offset + len(text[: found.start()].encode()))
            raise unreadable(_garbled(given, found.group(), row))


def _garbled(given: Given, text: str, row: int) -> Both:
    return (
        Both(
            f"{given.name}, row {row}: {text!r} is Arabic in UTF-8 that was read as another "
            "encoding and saved so; ",
            f"«{given.name}»، الصف {row}: الكتابة «{text}» نصٌّ عربي بترميز UTF-8 قُرئ خطأً بترميز "
            "آخر ثم حُفظ؛ ",
        )
        + _SAVE_AS_UTF8
    )


def row_at(given: Given, offset: int) -> int:
    """The row of a table in which a byte stands: line ends inside quotes begin no row."""
    row, quoted = 1, False
    with given.open() as stream:
        while offset > 0 and (chunk := stream.read(min(_CHUNK, offset))):
            offset -= len(chunk)
            for at, piece in enumerate(chunk.split(b'"')):
                quoted ^= at > 0
                row += 0 if quoted else piece.count(b"\n")
    return row


def _control(given: Given, code: int, row: int) -> Both:
    name = "NUL" if code == 0 else f"U+{code:04X}"
    return Both(
        f"{given.name}, row {row}: holds the control character {name}, which no text has; "
        "the file is damaged or is no text: export it again",
        f"«{given.name}»، الصف {row}: فيه محرف التحكم {name} الذي لا يوجد في نص؛ "
        "الملف تالف أو ليس نصًا: صدِّره من جديد",
    )


def _mixed(given: Given, offset: int) -> Both:
    row = row_at(given, offset)
    return Both(
        f"{given.name} is written in two encodings; the other one begins in row {row}. "
        "Two files were probably joined: save each of them as UTF-8 and join them again",
        f"الملف «{given.name}» مكتوب بترميزين، ويبدأ الثاني في الصف {row}. "
        "ربما دُمج ملفان: احفظ كلًّا منهما بترميز UTF-8 ثم ادمجهما من جديد",
    )


def _not_of(given: Given, encoding: Encoding) -> Both:
    return (
        Both(
            f"{given.name} holds bytes that are not {encoding.name}; ",
            f"في الملف «{given.name}» بايتات ليست من ترميز {encoding.name}؛ ",
        )
        + _SAVE_AS_UTF8
    )
