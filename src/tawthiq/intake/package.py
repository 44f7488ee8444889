"""A ZIP package (XLSX, DOCX) opened only after its directory was found to be harmless.

A bomb shows in the directory: a few kilobytes that unpack to gigabytes. Python's zipfile
never unpacks more of an entry than the directory says, so what the directory says is a
limit that holds even if it lies.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tawthiq.intake.given import MEGABYTE, Given
from tawthiq.intake.refusal import unreadable
from tawthiq.values.both import Both

MOST_ENTRIES = 5_000
MOST_UNPACKED = 600 * MEGABYTE
_CHUNK = 1 << 16
# What zipfile raises on damaged, encrypted or exotic archives.
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Package:
    """An open package whose parts may be read.

    Attributes:
        name: The name of the file, for messages.
        parts: The parts by their names in lower case; producers differ in case.
    """

    name: str
    archive: zipfile.ZipFile
    parts: dict[str, zipfile.ZipInfo]

    def has(self, part: str) -> bool:
        return part.lower() in self.parts

    def chunks(self, part: str, most: int) -> Iterator[bytes]:
        """A part piece by piece.

        Raises:
            UnreadableError: It is not there, is damaged, or has more than ``most`` bytes.
        """
        entry = self.parts.get(part.lower())
        if entry is None:
            raise unreadable(damaged(self.name, f"the part {part} is missing"))
        if entry.file_size > most:
            raise unreadable(_too_large(self.name, part, entry.file_size, most))
        try:
            with self.archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except _ZIP_FAULTS as error:
            raise unreadable(damaged(self.name, str(error))) from error


@contextmanager
def open_package(given: Given, most_unpacked: int = MOST_UNPACKED) -> Iterator[Package]:
    """Open a package whose directory promises no more than we unpack.

    Raises:
        UnreadableError: It is damaged, has a password, or would unpack to too much.
    """
    with given.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _ZIP_FAULTS as error:
            raise unreadable(damaged(given.name, str(error))) from error
        with archive:
            entries = archive.infolist()
            _check(given.name, entries, most_unpacked)
            yield Package(given.name, archive, {e.filename.lower(): e for e in entries})


def _check(name: str, entries: list[zipfile.ZipInfo], most_unpacked: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > most_unpacked:
        raise unreadable(_bomb(name, unpacked, len(entries), most_unpacked))
    if any(entry.flag_bits & 1 for entry in entries):
        raise unreadable(
            Both(
                f"{name} has a password; save a copy without one",
                f"الملف «{name}» محمي بكلمة مرور؛ احفظ نسخة بلا كلمة مرور",
            )
        )


def damaged(name: str, reason: str) -> Both:
    return Both(
        f"{name} is damaged ({reason}); open it in the program that made it and save it again",
        f"الملف «{name}» تالف ({reason})؛ افتحه في البرنامج الذي أنشأه واحفظه من جديد",
    )


def _bomb(name: str, unpacked: int, entries: int, most: int) -> Both:
    is_, may = f"{unpacked / MEGABYTE:,.0f}", f"{most // MEGABYTE:,}"
    return Both(
        f"{name} would unpack to {is_} MB in {entries:,} parts; at most {may} MB in "
        f"{MOST_ENTRIES:,} parts are unpacked. Save what is needed of it as a smaller file",
        f"يتوسّع الملف «{name}» عند فكّه إلى {is_} ميغابايت في {entries:,} جزء، والحد الأقصى "
        f"{may} ميغابايت في {MOST_ENTRIES:,} جزء. احفظ المطلوب منه في ملف أصغر",
    )


def _too_large(name: str, part: str, size: int, most: int) -> Both:
    is_, may = f"{size / MEGABYTE:,.0f}", f"{most // MEGABYTE:,}"
    return Both(
        f"{name}: the part {part} has {is_} MB unpacked; at most {may} MB are read. Save what "
        "is needed of it as a smaller file",
        f"«{name}»: حجم الجزء {part} بعد فكّه {is_} ميغابايت، والحد الأقصى {may} ميغابايت. "
        "احفظ المطلوب منه في ملف أصغر",
    )
