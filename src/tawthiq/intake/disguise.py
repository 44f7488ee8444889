"""What a file really is, by its first bytes, whatever its name says."""

from __future__ import annotations

import re

from tawthiq.intake.given import Given
from tawthiq.intake.refusal import unreadable
from tawthiq.values.both import Both

# Signatures as in the file formats' own specifications; the first that fits is taken.
_SIGNATURES: tuple[tuple[bytes, str, Both], ...] = (
    (b"%PDF-", "pdf", Both("a PDF", "ملف PDF")),
    (b"PK\x03\x04", "zip", Both("an Office file or a ZIP archive", "ملف أوفيس أو أرشيف ZIP")),
    (b"PK\x05\x06", "zip", Both("an empty ZIP archive", "أرشيف ZIP فارغ")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "ole",
        Both(
            "an Office file of before 2007, or one with a password",
            "ملف أوفيس قديم (قبل 2007) أو محمي بكلمة مرور",
        ),
    ),
    (b"{\\rtf", "rtf", Both("a rich-text file (RTF)", "ملف نص منسّق (RTF)")),
    (b"\x89PNG", "png", Both("a picture (PNG)", "صورة (PNG)")),
    (b"\xff\xd8\xff", "jpeg", Both("a picture (JPEG)", "صورة (JPEG)")),
    (b"GIF8", "gif", Both("a picture (GIF)", "صورة (GIF)")),
    (b"\x1f\x8b", "gzip", Both("a packed file (gzip)", "ملف مضغوط (gzip)")),
    (b"7z\xbc\xaf\x27\x1c", "7z", Both("a packed file (7z)", "ملف مضغوط (7z)")),
    (b"Rar!", "rar", Both("a packed file (RAR)", "ملف مضغوط (RAR)")),
    (b"\x7fELF", "program", Both("a program", "برنامج")),
    (b"MZ\x90\x00", "program", Both("a program", "برنامج")),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|table|meta)\b", re.IGNORECASE)


def true_kind(head: bytes) -> str:
    """The kind that the first bytes tell ("pdf", "zip", "ole", "html", …), or "" for none known."""
    for signature, kind, _ in _SIGNATURES:
        if head.startswith(signature):
            return kind
    return "html" if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) else ""


def refuse_disguise(given: Given, awaited: str, mend: Both) -> None:
    """Refuse a file whose first bytes are not those of what it is said to be.

    Args:
        awaited: The kind that is awaited; "" for plain text, which has no signature.

    Raises:
        UnreadableError: The bytes tell another kind.
    """
    head = given.head()
    kind = true_kind(head)
    if kind == awaited:
        return
    what = next(
        (words for signature, _, words in _SIGNATURES if head.startswith(signature)),
        Both("a web page (HTML)", "صفحة ويب (HTML)")
        if kind == "html"
        else Both("something else", "شيء آخر"),
    )
    raise unreadable(
        Both(
            f"{given.name} is not what its name says: by its first bytes it is {what.en}. ",
            f"الملف «{given.name}» ليس كما يدلّ اسمه، فبدايته تدلّ على أنه {what.ar}. ",
        )
        + mend
    )
