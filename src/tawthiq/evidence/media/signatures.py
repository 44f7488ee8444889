"""The first bytes by which kinds of files are known.

From the formats' own specifications; where a format begins with free text (HTML, SVG, JSON), the
text is looked at as a browser would. An order matters only where one signature begins another.
"""

from __future__ import annotations

import re

OFFICE = "application/vnd.openxmlformats-officedocument."

_AT_THE_START = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"\0\0\x01\0", "image/x-icon"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\xff\x0a", "image/jxl"),
    (b"%PDF-", "application/pdf"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"FLV\x01", "video/x-flv"),
    (b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\0\xaa\0b\xcel", "video/x-ms-asf"),
    (b"\0\0\x01\xba", "video/mpeg"),
    (b"\0\0\x01\xb3", "video/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"PK\x05\x06", "application/zip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"WARC/", "application/warc"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "text/rtf"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ", "application/x-msdownload"),
    (b"age-encryption.org/", "application/age"),
)
_IN_RIFF = {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav"}
_BRANDS = (
    (rb"avi[fs]", "image/avif"),
    (rb"hei[cxms]|hev[cxms]", "image/heic"),
    (rb"mi[fa]1|msf1", "image/heif"),
    (rb"qt  ", "video/quicktime"),
    (rb"3g.*", "video/3gpp"),
    (rb"M4[AB] ", "audio/mp4"),
)
_IN_ZIP = (
    (b"word/", OFFICE + "wordprocessingml.document"),
    (b"xl/", OFFICE + "spreadsheetml.sheet"),
    (b"ppt/", OFFICE + "presentationml.presentation"),
    (b"AndroidManifest.xml", "application/vnd.android.package-archive"),
    (b"datapackage.json", "application/wacz"),
)
_MIMETYPE_FIRST = re.compile(rb"PK\x03\x04.{22}\x08\0.{2}mimetype([a-z0-9.+/-]{8,80})", re.S)
_TAG = re.compile(rb"<(!doctype\s+html|html|head|body|script|iframe|title|svg)\b", re.I)
_JSON = re.compile(rb'\{\s*["}]|\[\s*(["{\[\]]|-?\d[\d.eE+-]*\s*[,\]]|(true|false|null)\b)')
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def media_type_of(head: bytes) -> str | None:
    """The kind of a file that begins so; None where nothing is known."""
    for signature, media_type in _AT_THE_START:
        if head.startswith(signature):
            return _more_exactly(head, media_type)
    return _in_a_box(head) or _zip(head) or _sound_frames(head) or _bitmap(head) or _text(head)


def _more_exactly(head: bytes, media_type: str) -> str:
    if media_type == "video/x-matroska" and b"webm" in head[:64]:
        return "video/webm"
    return media_type


def _in_a_box(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return _IN_RIFF.get(head[8:12])
    if head[4:8] != b"ftyp":
        return "video/quicktime" if head[4:8] in (b"moov", b"wide", b"mdat") else None
    for brand, media_type in _BRANDS:
        if re.fullmatch(brand, head[8:12], re.S):
            return media_type
    return "video/mp4"


def _zip(head: bytes) -> str | None:
    """A zip is known by the names of its first members, where an application uses one."""
    if not head.startswith(b"PK\x03\x04"):
        return None
    if first := _MIMETYPE_FIRST.match(head):
        return first[1].split(b"PK")[0].decode("ascii")
    for name, media_type in _IN_ZIP:
        if name in head:
            return media_type
    return "application/zip"


def _sound_frames(head: bytes) -> str | None:
    if len(head) > 188 and head[0] == 0x47 and head[188] == 0x47:
        return "video/mp2t"
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return "audio/aac"
    is_layer_three = head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 not in (0, 0xF0)
    return "audio/mpeg" if is_layer_three else None


def _bitmap(head: bytes) -> str | None:
    size_of_header = int.from_bytes(head[14:18], "little")
    known = size_of_header in (12, 40, 52, 56, 64, 108, 124)
    return "image/bmp" if head[:2] == b"BM" and known else None


def _text(head: bytes) -> str | None:
    """Text, and which: as a browser that guesses would take it."""
    if not head:
        return None
    is_wide = head[:2] in _BOMS[1:]
    plain = head.decode("utf-16", "ignore").encode("utf-8", "ignore") if is_wide else head
    if _NOT_TEXT.search(plain):
        return None
    begins = plain.removeprefix(_BOMS[0]).lstrip()
    if tag := _TAG.search(begins[:1024]):
        is_drawing = tag[1].lower() == b"svg" and not re.search(rb"<html", begins, re.I)
        return "image/svg+xml" if is_drawing else "text/html"
    if begins.startswith(b"<?xml"):
        return "application/xml"
    if _JSON.match(begins):
        return "application/json"
    return "text/plain" if is_wide or _is_decodable(head) else None


def _is_decodable(head: bytes) -> bool:
    """Whether these are letters in UTF-8, or in one of the older encodings of Arabic."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as refused:
        if refused.start > len(head) - 4:
            return True  # a letter was cut off at the end of what was looked at
        return sum(byte < 0x80 for byte in head) * 2 > len(head) or _looks_arabic(head)
    return True


def _looks_arabic(head: bytes) -> bool:
    """Windows-1256: nearly all letters and spaces, hardly a rare sign."""
    return sum(byte in b" \r\n\t.," or 0xC0 <= byte <= 0xFD for byte in head) * 10 > len(head) * 9
