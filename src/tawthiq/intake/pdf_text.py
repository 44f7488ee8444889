"""The text of a PDF, page after page; a PDF of pictures has none, and says so."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from unicodedata import normalize

from tawthiq.intake.given import Given
from tawthiq.intake.refusal import unreadable
from tawthiq.intake.visual_order import as_read, is_visual
from tawthiq.values.both import Both

MOST_PAGES = 500
MOST_CHARACTERS = 5_000_000
# Letters in the shape that they take inside a word, as some programs write Arabic.
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
# What pypdf lets through on malformed files beside its own errors: it is pure Python and
# takes objects to be of the type that the standard says. Found by damaging files at random.
_PARSER_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)

ARABIC_ORDER = Both(
    "Arabic in a PDF may come in the wrong order; the Word file is read more surely",
    "قد يأتي النص العربي من ملف PDF بترتيب غير صحيح؛ قراءة ملف Word أضمن",
)

TURNED = Both(
    "the Arabic lines of this PDF stood in the order of the eye and were turned to the order of "
    "reading; the Word file is read more surely",
    "كانت الأسطر العربية في هذا الملف بترتيب العرض فأُعيدت إلى ترتيب القراءة؛ قراءة ملف Word أضمن",
)


def text_of_pdf(given: Given) -> tuple[str, str, tuple[Both, ...]]:
    """The text, the kind "pdf", and what a reader must know.

    Raises:
        UnreadableError: It has no text, a password, too many pages, or is damaged.
    """
    pages = _pages(given)
    text = "\n\n".join(page.strip("\n") for page in pages)
    if not text.strip():
        raise unreadable(_pictures(given.name))
    text = _SHAPES.sub(lambda found: normalize("NFKC", found.group()), text)
    without = [str(at) for at, page in enumerate(pages, 1) if not page.strip()]
    notes = [_pages_without(without)] if without else []
    if is_visual(text):
        text = as_read(text)
        notes.append(TURNED)
    elif _ARABIC.search(text):
        notes.append(ARABIC_ORDER)
    return text.strip(), "pdf", tuple(notes)


def _pages(given: Given) -> list[str]:
    # pypdf takes a third of a second to load, which a check of a text file need not wait for.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    # It reports on the standard streams what it mends; what matters is raised.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages: list[str] = []
    try:
        with given.open() as stream:
            reader = PdfReader(stream)
            if reader.is_encrypted and not reader.decrypt(""):
                raise unreadable(_password(given.name))
            count = len(reader.pages)
            if count > MOST_PAGES:
                raise unreadable(_too_many_pages(given.name, count))
            for page in reader.pages:
                pages.append(page.extract_text())
                if sum(map(len, pages)) > MOST_CHARACTERS:
                    raise unreadable(_too_much(given.name))
    except DependencyError as error:
        raise unreadable(_password(given.name)) from error
    except (PyPdfError, *_PARSER_FAULTS) as error:
        raise unreadable(_damaged(given.name)) from error
    return pages


def _pictures(name: str) -> Both:
    return Both(
        f"{name} has no text, only pictures of pages (a scan); take the Word file, or run it "
        "through text recognition (OCR) first",
        f"الملف «{name}» لا يحوي نصًا بل صور صفحات (مسح ضوئي)؛ استعمل ملف Word، أو مرّره أولًا "
        "عبر التعرّف الضوئي على الحروف (OCR)",
    )


def _password(name: str) -> Both:
    return Both(
        f"{name} has a password or is encrypted; save a copy without one, or take the Word file",
        f"الملف «{name}» محمي بكلمة مرور أو مشفَّر؛ احفظ نسخة بلا حماية، أو استعمل ملف Word",
    )


def _too_many_pages(name: str, count: int) -> Both:
    return Both(
        f"{name} has {count:,} pages; at most {MOST_PAGES} are read: take out those that matter",
        f"في الملف «{name}» {count:,} صفحة، والحد الأقصى {MOST_PAGES}: اقتطع الصفحات المهمة",
    )


def _too_much(name: str) -> Both:
    return Both(
        f"{name} holds more than {MOST_CHARACTERS:,} characters; take out the pages that matter",
        f"في الملف «{name}» أكثر من {MOST_CHARACTERS:,} محرف؛ اقتطع الصفحات المهمة",
    )


def _damaged(name: str) -> Both:
    return Both(
        f"{name} is damaged and cannot be read as a PDF; make it again, or take the Word file",
        f"الملف «{name}» تالف ولا يُقرأ على أنه PDF؛ أنشئه من جديد أو استعمل ملف Word",
    )


def _pages_without(pages: list[str]) -> Both:
    listed = ", ".join(pages[:10]) + (" …" if len(pages) > 10 else "")
    return Both(
        f"pages without text (pictures?) were not read: {listed}",
        f"صفحات بلا نص (ربما صور) لم تُقرأ: {listed}",
    )
