"""The lists of a package (BagIt, RFC 8493, read more strictly) and what is sealed of it."""

from __future__ import annotations

import re

from tawthiq.evidence.bare.entries import HEX_DIGEST
from tawthiq.evidence.bare.notes import no_note, plain_text
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold, shown

PACKAGE_TITLE = "tawthiq-package/1"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
DIGEST_DIGITS = {"sha256": 64, "sha512": 128}
HEX_DIGITS = re.compile(r"[0-9a-f]+")
# ASCII, so that no file system and no Unicode form can make two names of one or one of two.
PLAIN_PATH = re.compile(
    r"(?!.*(?:^|/)\.)[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*"
)


def read_manifest(data: bytes, algorithm: str) -> dict[str, str]:
    """The digests of a manifest by the path.

    Raises:
        DoesNotHold: It is not written as a manifest of ours, or names a file twice.
    """
    lines = plain_text(data).split("\n")
    if lines.pop() != "":
        raise no_note()
    listed: dict[str, str] = {}
    for line in lines:
        digest, _, path = line.partition("  ")
        if not HEX_DIGITS.fullmatch(digest) or len(digest) != DIGEST_DIGITS[algorithm]:
            raise no_note()
        check_path(path)
        if path in listed:
            raise DoesNotHold(
                "listed-twice",
                f"a manifest lists {shown(path)} twice",
                f"يذكر بيان الملفات {shown(path)} مرتين",
            )
        listed[path] = digest
    return listed


def check_path(path: str) -> None:
    """Return if a path may stand in a package: below it, in plain letters, not hidden."""
    if not PLAIN_PATH.fullmatch(path):
        raise DoesNotHold(
            "path",
            f"a manifest names a path that no package has: {shown(path)}",
            f"يذكر بيان الملفات مسارًا لا يكون في حزمة: {shown(path)}",
        )


class Sealed:
    """What is sealed of a package: its ledger, and the digests of its lists.

    Attributes:
        origin: The ledger in which it is sealed.
        files: SHA-256 in hex of each file beside `data`, by its name.
    """

    def __init__(self, origin: str, files: dict[str, str]) -> None:
        self.origin, self.files = origin, files


def read_sealed_text(data: bytes) -> Sealed:
    """Read `package.txt`.

    Raises:
        CannotTell: It is of a version that this program does not know.
        DoesNotHold: It is not written as it must be.
    """
    lines = plain_text(data).split("\n")
    if lines[0] != PACKAGE_TITLE:
        raise CannotTell(
            "version",
            f"the package is of a kind that this program does not know: {shown(lines[0][:60])}",
            f"الحزمة من نوع لا يعرفه هذا البرنامج: {shown(lines[0][:60])}",
        )
    if lines.pop() != "" or len(lines) < 3 or not lines[1].startswith("ledger "):
        raise no_note()
    files = {}
    for line in lines[2:]:
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "file" or not HEX_DIGEST.fullmatch(parts[2]):
            raise no_note()
        check_path(parts[1])
        files[parts[1]] = parts[2]
    if list(files) != sorted(files) or len(files) != len(lines) - 2:
        raise no_note()
    return Sealed(lines[1][len("ledger ") :], files)
