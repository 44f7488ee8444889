"""A file as somebody gave it: a path on this machine, or bytes from an upload or a pipe."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tawthiq.intake.refusal import unreadable
from tawthiq.values.both import Both

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """A file that can be opened again and again.

    Attributes:
        name: What to call it in messages: a file name without folders.
        size: In bytes.
        path, data: Where it is; one of the two.
    """

    name: str
    size: int
    path: Path | None = None
    data: bytes | None = None

    @classmethod
    def take(cls, file: Path | bytes, name: str = "") -> Given:
        """Look at a file without reading it.

        Raises:
            UnreadableError: There is no such file, or it may not be read.
        """
        if isinstance(file, bytes):
            return cls(name or "-", len(file), data=file)
        name = name or file.name
        try:
            if not file.is_file():
                raise unreadable(_no_file(name, file.is_dir()))
            size = file.stat().st_size
            file.open("rb").close()
        except OSError as error:
            raise unreadable(_not_opened(name, error)) from error
        return cls(name, size, path=file)

    def open(self) -> BinaryIO:
        if self.path is not None:
            return self.path.open("rb")
        return io.BytesIO(self.data or b"")

    def head(self, count: int = 4096) -> bytes:
        """The first bytes, enough to see what the file is."""
        with self.open() as stream:
            return stream.read(count)

    @property
    def extension(self) -> str:
        """The end of the name, without the dot, in lower case; "" if there is none."""
        return Path(self.name).suffix.lower().lstrip(".")

    def refuse_if_larger(self, most: int, mend: Both) -> None:
        """Refuse by size alone, before anything is read.

        Raises:
            UnreadableError: The file has more than ``most`` bytes.
        """
        if self.size <= most:
            return
        is_, may = f"{self.size / MEGABYTE:,.0f}", f"{most // MEGABYTE:,}"
        raise unreadable(
            Both(
                f"{self.name} has {is_} MB; at most {may} MB are read. ",
                f"حجم الملف «{self.name}» هو {is_} ميغابايت، والحد الأقصى {may} ميغابايت. ",
            )
            + mend
        )


def _no_file(name: str, is_folder: bool) -> Both:
    if is_folder:
        return Both(
            f"{name} is a folder; name one file in it",
            f"«{name}» مجلد وليس ملفًا؛ حدِّد ملفًا داخله",
        )
    return Both(
        f"there is no file {name}; look at its name and folder",
        f"لا يوجد ملف باسم «{name}»؛ تحقّق من الاسم والمجلد",
    )


def _not_opened(name: str, error: OSError) -> Both:
    reason = error.strerror or str(error)
    return Both(
        f"{name} cannot be opened ({reason}); look at its name and whether you may read it",
        f"تعذّر فتح «{name}» ({reason})؛ تحقّق من الاسم ومن إذن القراءة",
    )
