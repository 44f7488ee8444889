"""A package closed for those who shall read it, with age (age-encryption.org/v1).

Several recipients can open one file, each with their own key. The names in it are not seen from
outside, only how long it is. Whoever has a key of a recipient has everything: the key belongs
on another machine than the evidence.
"""

from __future__ import annotations

import io
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pyrage
from pyrage import ssh, x25519

from tawthiq.errors import InputError, IntegrityError, TawthiqError, UnreadableError

SUFFIX = ".tar.age"
_CHUNK = 1 << 20


def recipient(line: str) -> x25519.Recipient | ssh.Recipient:
    """Read the public key of a recipient: ``age1…``, or of SSH, ``ssh-ed25519 …``.

    Raises:
        UnreadableError: It is none, or was mistyped.
    """
    try:
        if line.startswith("age1"):
            return x25519.Recipient.from_str(line.strip())
        return ssh.Recipient.from_str(line.strip())
    except pyrage.RecipientError:
        raise UnreadableError(
            f"this is no key of a recipient: {line[:80]!r}; ask for the line that begins with age1,"
            " or for the public SSH key",
            f"ليس هذا مفتاح مستلم: {line[:80]!r}؛ اطلب السطر الذي يبدأ بـ age1 أو مفتاح SSH العلني",
        ) from None


def encrypted(folder: Path, to: Path, recipients: Sequence[str]) -> None:
    """Write a folder into one file that only these recipients can open.

    The folder is packed without the owner, rights and times of this machine, and never lies
    packed and unencrypted anywhere.

    Args:
        to: The file; by custom it ends in ``.tar.age``.

    Raises:
        InputError: There is no recipient, or something is there already.
        UnreadableError: A recipient cannot be read.
        OSError: It cannot be written.
    """
    if not recipients:
        raise InputError(
            "nobody is named who could open it; name at least one recipient",
            "لم يُسمَّ أحد يستطيع فتحه؛ سمِّ مستلمًا واحدًا على الأقل",
        )
    keys = [recipient(line) for line in recipients]
    if to.exists():
        raise InputError(
            f"{to} is there already; name another file", f"{to} موجود مسبقًا؛ سمِّ ملفًا آخر"
        )
    stream = _Stream(_packed(folder))
    unfinished = to.with_name(f"{to.name}.part")
    try:
        with unfinished.open("xb") as file:
            pyrage.encrypt_io(stream, file, keys)
        unfinished.rename(to)
    except pyrage.EncryptError:
        if stream.failed is not None:  # pyrage makes its own error of what fails below it
            raise stream.failed from None
        raise
    finally:
        unfinished.unlink(missing_ok=True)


def opened(file: Path, to: Path, identity: str) -> None:
    """Open such a file into a new folder.

    Args:
        to: The folder in which the packed folder will lie; it must not be there yet.
        identity: The secret key, ``AGE-SECRET-KEY-1…``.

    Raises:
        UnreadableError: The key does not open it, or the file was changed or cut.
        InputError: Something is there already.
    """
    if to.exists():
        raise InputError(
            f"{to} is there already; name another folder", f"{to} موجود مسبقًا؛ سمِّ مجلدًا آخر"
        )
    try:
        key = x25519.Identity.from_str(identity.strip())
        with tempfile.TemporaryDirectory(dir=to.parent, prefix=".opening-") as place:
            plain = Path(place) / "tar"
            pyrage.decrypt_file(str(file), str(plain), [key])
            with tarfile.open(plain, "r:") as tar:
                _unpacked(tar, Path(place) / "open")
            (Path(place) / "open").rename(to)
    except (pyrage.IdentityError, pyrage.DecryptError, tarfile.TarError):
        raise _not_opened(file) from None
    except OSError as error:
        if error.errno is None:  # not of the system: pyrage says so that a piece was changed
            raise _not_opened(file) from None
        raise


def _not_opened(file: Path) -> UnreadableError:
    return UnreadableError(
        f"{file} cannot be opened with this key, or was changed on the way; ask for it again, and"
        " whether it was closed for this key",
        f"لا يمكن فتح {file} بهذا المفتاح أو تغيّر في الطريق؛ اطلبه من جديد واسأل هل أُغلق لهذا"
        " المفتاح",
    )


class _Stream(io.RawIOBase):
    """Pieces of bytes, read as one file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, memoryview(b"")
        self.failed: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        into = memoryview(buffer).cast("B")
        if not self._left:
            self._left = memoryview(self._next())
        taken = min(len(into), len(self._left))
        into[:taken], self._left = self._left[:taken], self._left[taken:]
        return taken

    def _next(self) -> bytes:
        try:
            return next(self._pieces, b"")
        except (TawthiqError, OSError, ValueError) as error:
            self.failed = error
            raise


def _packed(folder: Path) -> Iterator[bytes]:
    """The folder as a tar archive (POSIX 2001), piece by piece; only folders and plain files."""
    for path in [folder, *sorted(folder.rglob("*"))]:
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise ValueError(f"only folders and plain files are packed, not {path}")
        member = tarfile.TarInfo((Path(folder.name) / path.relative_to(folder)).as_posix())
        member.mode, member.type = 0o755, tarfile.DIRTYPE
        if path.is_dir():
            yield member.tobuf(tarfile.PAX_FORMAT)
        else:
            member.mode, member.type, member.size = 0o644, tarfile.REGTYPE, path.stat().st_size
            yield member.tobuf(tarfile.PAX_FORMAT)
            yield from _padded(path, member.size)
    yield bytes(2 * tarfile.BLOCKSIZE)


def _padded(path: Path, size: int) -> Iterator[bytes]:
    """A file in pieces, filled up to whole blocks.

    Raises:
        IntegrityError: It is no longer as long as it was.
    """
    left = size
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            left -= len(piece)
            yield piece
    if left:
        raise IntegrityError(
            f"{path} changed while it was packed; nothing may write there, begin again",
            f"تغيّر {path} أثناء حزمه؛ يجب ألا يكتب شيء هناك، ابدأ من جديد",
        )
    if size % tarfile.BLOCKSIZE:
        yield bytes(-size % tarfile.BLOCKSIZE)


def _unpacked(tar: tarfile.TarFile, to: Path) -> None:
    """Write what was packed into a new folder, and nothing outside it.

    Not ``extractall``: the Python of some systems has no filter for it, and whoever can encrypt
    to us can put anything into an archive.
    """
    to.mkdir()
    for member in tar:
        parts = PurePosixPath(member.name).parts
        if not (member.isdir() or member.isreg()) or "/" in parts or ".." in parts or not parts:
            raise tarfile.ExtractError(f"no package has {member.name!r} in it")
        place = to.joinpath(*parts)
        if member.isdir():
            place.mkdir(parents=True, exist_ok=True)
            continue
        source = tar.extractfile(member)
        assert source is not None
        with source, place.open("xb") as target:
            shutil.copyfileobj(source, target, _CHUNK)
