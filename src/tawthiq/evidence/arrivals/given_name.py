"""What a file was called by whoever gave it: its bytes, and how they can be shown.

Telephones, Windows and zips write names in encodings that they do not always tell. So the bytes
are kept, a reading of them is offered together with the encoding that was assumed, and signs that
could deceive a reader (marks that turn text around, control characters) are shown as what they are.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from tawthiq.values.both import Both

_DECEIVING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_DRIVE = re.compile(r"[A-Za-z]:")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)", re.I)
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 120  # bytes of a name that every file system takes, an extension included
_MIXED_WORD = re.compile("[A-Za-z][\u0600-\u06ff]|[\u0600-\u06ff][A-Za-z]")
_ARABIC = range(0x0600, 0x0700)


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name as it was given, folders included.

    Attributes:
        raw: Its bytes.
        text: The bytes read as letters; what could not be read stands as U+FFFD.
        encoding: In which encoding they were read.
    """

    raw: bytes
    text: str
    encoding: str

    @classmethod
    def of_path(cls, path: PurePath) -> GivenName:
        """The name of a file of this machine."""
        return cls.of_bytes(os.fsencode(path.as_posix()))

    @classmethod
    def of_bytes(cls, raw: bytes, *, is_utf8: bool = False) -> GivenName:
        """Read bytes whose encoding nobody told, unless somebody said that it is UTF-8."""
        for encoding in ("utf-8",) if is_utf8 else ("utf-8", "cp1256"):
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if encoding == "utf-8" or _is_arabic(text):
                return cls(raw, text, encoding)
        if is_utf8:
            return cls(raw, raw.decode("utf-8", "replace"), "utf-8")
        return cls(raw, raw.decode("cp437"), "cp437")  # what zips are in that say nothing

    @property
    def shown(self) -> str:
        """For people: composed letters, and every deceiving sign by its number."""
        composed = unicodedata.normalize("NFC", self.text)
        return _DECEIVING.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", composed)

    @property
    def leaf(self) -> str:
        """The last part, as people are shown it."""
        return self.shown.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]

    @property
    def as_file_name(self) -> str:
        """The last part as a name that ext4, APFS, NTFS and exFAT take; never a path."""
        name = _NOT_IN_A_NAME.sub("_", _DECEIVING.sub("", unicodedata.normalize("NFC", self.leaf)))
        name = name.strip(" .") or "file"
        if _RESERVED.match(name):
            name = f"_{name}"
        return _shortened(name)

    @property
    def dangers(self) -> tuple[Both, ...]:
        """What would happen if somebody unpacked a file of this name without care."""
        parts = self.text.replace("\\", "/").split("/")
        found = [
            (self.text.startswith(("/", "\\")) or _DRIVE.match(self.text), _ABSOLUTE),
            (".." in parts, _UPWARDS),
            ("\\" in self.text, _BACKSLASH),
            (_DECEIVING.search(self.text), _DECEIVES),
            (any(_RESERVED.match(part.strip()) for part in parts), _DEVICE),
        ]
        return tuple(said for is_so, said in found if is_so)


_ABSOLUTE = Both("its name is a path from the root", "اسمه مسار يبدأ من الجذر")
_UPWARDS = Both("its name leads out of its folder", "اسمه يقود إلى خارج مجلده")
_BACKSLASH = Both("its name has backslashes", "في اسمه شرطات مائلة عكسية")
_DECEIVES = Both(
    "its name has invisible signs or signs that turn text around",
    "في اسمه علامات خفية أو علامات تعكس اتجاه النص",
)
_DEVICE = Both("its name is that of a device on Windows", "اسمه اسم جهاز في نظام ويندوز")


def _is_arabic(text: str) -> bool:
    """Whether the letters beyond ASCII are Arabic ones, all but a few, in words of their own."""
    if _MIXED_WORD.search(text):
        return False
    others = [letter for letter in text if ord(letter) > 0x7F]
    arabic = sum(ord(letter) in _ARABIC for letter in others)
    return bool(others) and arabic * 10 >= len(others) * 8


def _shortened(name: str) -> str:
    """Shorten a name in the middle, whole letters at a time, and keep its extension."""
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix) > 12:
        stem, dot, suffix = name, "", ""
    while len((stem + dot + suffix).encode()) > _LONGEST:
        stem = stem[:-1]
    return (stem.rstrip(" .") or "file") + dot + suffix
