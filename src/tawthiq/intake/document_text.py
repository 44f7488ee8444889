"""The plain text of a statement or report that somebody wrote, whatever they wrote it with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tawthiq.intake.disguise import refuse_disguise, true_kind
from tawthiq.intake.docx_text import text_of_docx
from tawthiq.intake.encoding import find_encoding, text_chunks
from tawthiq.intake.given import MEGABYTE, Given
from tawthiq.intake.pdf_text import text_of_pdf
from tawthiq.intake.refusal import unreadable
from tawthiq.values.both import Both

MOST_BYTES = 20 * MEGABYTE  # house choice: a book of a thousand pages has 2 MB of text
_PLAIN = frozenset({"txt", "md", "markdown", "text"})
_MENDS = {
    "doc": Both("Open it in Word and save it as .docx", "افتحه في Word واحفظه بصيغة docx"),
    "odt": Both("Save it as .docx or .txt", "احفظه بصيغة docx أو txt"),
    "rtf": Both("Save it as .docx or .txt", "احفظه بصيغة docx أو txt"),
    "pages": Both("Export it as .docx", "صدِّره بصيغة docx"),
    "html": Both("Copy its text into a .txt file", "انسخ نصه إلى ملف txt"),
    "htm": Both("Copy its text into a .txt file", "انسخ نصه إلى ملف txt"),
}
_WHAT_IS_READ = Both(
    "Texts are read from .txt, .md, .docx and .pdf", "تُقرأ النصوص من ملفات txt وmd وdocx وpdf"
)


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A text as it is read.

    Attributes:
        text: Paragraphs between line ends; codepoints count as they stand here.
        kind: "txt", "md", "docx" or "pdf".
        notes: What a reader must know: another encoding, tracked changes, what was left out.
    """

    text: str
    kind: str
    notes: tuple[Both, ...]


def read_text(file: Path | bytes, name: str = "") -> DocumentText:
    """Read the text of a file, or of bytes with the name they came with.

    Bytes without an extension (a pipe, "-") are told by how they begin.

    Raises:
        UnreadableError: It is too large, is not what its name says, is damaged, has no
            text, or is of a kind that we do not read; always with what to do instead.
    """
    given = Given.take(file, name)
    given.refuse_if_larger(
        MOST_BYTES,
        Both("Take only the part that is to be read", "خذ منه الجزء المطلوب فقط"),
    )
    kind = given.extension or _kind_by_head(given)
    if kind in _PLAIN:
        refuse_disguise(given, "", _WHAT_IS_READ)
        found = _plain_text(given, "txt" if kind in ("txt", "text") else "md")
    elif kind == "docx":
        refuse_disguise(given, "zip", _MENDS["doc"])
        found = DocumentText(*text_of_docx(given))
    elif kind == "pdf":
        refuse_disguise(given, "pdf", _WHAT_IS_READ)
        found = DocumentText(*text_of_pdf(given))
    else:
        raise unreadable(_unknown(given.name, kind))
    if not found.text.strip():
        raise unreadable(_nothing_in(given.name))
    return found


def read_stream(stream: BinaryIO, name: str = "-") -> DocumentText:
    """Read what comes through a pipe, and no more of it than could be taken.

    Raises:
        UnreadableError: As for ``read_text``.
    """
    return read_text(stream.read(MOST_BYTES + 1), name)


def _kind_by_head(given: Given) -> str:
    return {"zip": "docx", "pdf": "pdf"}.get(true_kind(given.head()), "txt")


def _plain_text(given: Given, kind: str) -> DocumentText:
    encoding = find_encoding(given) if given.size else None
    if encoding is None:
        return DocumentText("", kind, ())
    text = "".join(text_chunks(given, encoding)).replace("\r\n", "\n").replace("\r", "\n")
    return DocumentText(text, kind, (encoding.note,) if encoding.note else ())


def _unknown(name: str, kind: str) -> Both:
    mend = _MENDS.get(kind, Both("Save it as one of these", "احفظه بإحدى هذه الصيغ"))
    return (
        Both(f"{name}: no text is read from .{kind}. ", f"«{name}»: لا يُقرأ نص من ملف {kind}. ")
        + _WHAT_IS_READ
        + Both(". ", ". ")
        + mend
    )


def _nothing_in(name: str) -> Both:
    return Both(
        f"{name} holds no text; look whether the right file was saved",
        f"الملف «{name}» لا يحوي نصًا؛ تحقّق من أنك حفظت الملف الصحيح",
    )
