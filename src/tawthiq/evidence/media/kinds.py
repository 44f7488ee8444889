"""What kind of file this is, by its content; and whether its name says another kind.

A name says what somebody called a file. The first bytes say which program will read it. Where the
two disagree, that is a fact about the file worth keeping: a film that is called a picture, a
page with scripts that is called a photograph.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from tawthiq.evidence.media import signatures
from tawthiq.values.both import Both

HEAD = 8192  # bytes from the beginning that are looked at
UNKNOWN = "application/octet-stream"

_BY_NAME = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".jfif": "image/jpeg", ".png": "image/png",
    ".gif": "image/gif", ".webp": "image/webp", ".tif": "image/tiff", ".tiff": "image/tiff",
    ".bmp": "image/bmp", ".heic": "image/heic", ".heif": "image/heif", ".avif": "image/avif",
    ".dng": "image/tiff", ".svg": "image/svg+xml", ".mp4": "video/mp4", ".m4v": "video/mp4",
    ".mov": "video/quicktime", ".3gp": "video/3gpp", ".avi": "video/x-msvideo",
    ".mkv": "video/x-matroska", ".webm": "video/webm", ".mpg": "video/mpeg",
    ".mpeg": "video/mpeg", ".ts": "video/mp2t", ".flv": "video/x-flv", ".wmv": "video/x-ms-asf",
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".aac": "audio/aac", ".amr": "audio/amr",
    ".ogg": "audio/ogg", ".oga": "audio/ogg", ".opus": "audio/ogg", ".wav": "audio/wav",
    ".flac": "audio/flac", ".pdf": "application/pdf", ".zip": "application/zip",
    ".wacz": "application/wacz", ".warc": "application/warc", ".gz": "application/gzip",
    ".7z": "application/x-7z-compressed", ".rar": "application/vnd.rar",
    ".docx": signatures.OFFICE + "wordprocessingml.document",
    ".xlsx": signatures.OFFICE + "spreadsheetml.sheet",
    ".pptx": signatures.OFFICE + "presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".apk": "application/vnd.android.package-archive", ".doc": "application/x-ole-storage",
    ".xls": "application/x-ole-storage", ".rtf": "text/rtf", ".html": "text/html",
    ".htm": "text/html", ".xml": "application/xml", ".json": "application/json",
    ".txt": "text/plain", ".csv": "text/plain", ".md": "text/plain", ".eml": "text/plain",
    ".vcf": "text/plain", ".ics": "text/plain", ".srt": "text/plain",
    ".exe": "application/x-msdownload",
}  # fmt: skip

# Kinds that are one family to whoever named the file: no disagreement between them.
_SAME = (
    {"image/heic", "image/heif", "image/avif"},
    {"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"},
    {"video/x-matroska", "video/webm"},
    {"application/warc", "application/gzip"},
    {"application/wacz", "application/zip"},
    {"text/plain", "application/json", "application/xml", "text/html"},
)
_RUNS_SCRIPTS = frozenset({"text/html", "image/svg+xml", "application/xhtml+xml"})
_PROGRAMS = frozenset({"application/x-msdownload", "application/x-executable"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        media_type: As the web names it; ``application/octet-stream`` where nothing is known.
        said_by_name: What its name says, if that is something else.
    """

    media_type: str
    said_by_name: str | None = None

    @property
    def family(self) -> str:
        """picture, film, sound, text or other."""
        top = self.media_type.split("/")[0]
        if self.media_type == "image/svg+xml":
            return "text"  # a drawing in words, which may carry scripts
        return {"image": "picture", "video": "film", "audio": "sound"}.get(
            top, "text" if top == "text" else "other"
        )

    @property
    def warning(self) -> Both | None:
        """What whoever opens the file should know first."""
        if self.media_type in _PROGRAMS:
            return Both("this is a program; do not start it", "هذا الملف برنامج؛ لا تشغّله")
        if self.said_by_name is None:
            return None
        disagreement = Both(
            f"its name says {self.said_by_name}, its content is {self.media_type}",
            f"اسمه يقول إنه {self.said_by_name}، ومحتواه {self.media_type}",
        )
        if self.media_type in _RUNS_SCRIPTS:
            return disagreement + Both(
                "; it may run scripts where it is opened",
                "؛ وقد تُشغَّل فيه أوامر برمجية عند فتحه",
            )
        return disagreement


def kind_of(head: bytes, name: str = "") -> Kind:
    """Find out the kind of a file.

    Args:
        head: Its first bytes, ``HEAD`` of them or all that there are.
        name: What it was called.
    """
    found = signatures.media_type_of(head) or UNKNOWN
    named = _BY_NAME.get(PurePosixPath(name).suffix.lower())
    return Kind(found, named if named and _disagree(found, named) else None)


def _disagree(found: str, named: str) -> bool:
    return found != named and not any({found, named} <= family for family in _SAME)
