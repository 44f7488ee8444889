"""Files in which a secret was planted in every place where their formats can keep one."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

import pypdf
from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject
from tests.evidence.media.samples import Image, exif, picture, saved


def secret(number: int) -> str:
    """An invented name that stands nowhere else; Latin, so that all formats take it."""
    return f"Zaynab-Qx{number:03}-Hideout"


def _exif(words: str) -> Image.Exif:
    tags = exif()
    tags[0x010E] = tags[0x013B] = tags[0x8298] = tags[0x0131] = words
    return tags


def _xmp(words: str) -> bytes:
    said = f"<dc:creator>{escape(words)}</dc:creator>"
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{said}</x:xmpmeta>'.encode()


def _profile(words: str) -> bytes:
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return bytes(profile) + words.encode()


def _with_segments(jpeg: bytes, words: str) -> bytes:
    """A comment, a photoshop block, an unknown block, a second picture and a tail."""
    data = words.encode()
    blocks = b""
    for marker, head in (
        (0xFE, b""),
        (0xED, b"Photoshop 3.0\0"),
        (0xEB, b"JP\0"),
        (0xE2, b"MPF\0"),
    ):
        body = head + data
        blocks += struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
    return jpeg[:2] + blocks + jpeg[2:] + data + saved("JPEG", exif=_exif(words))


def _with_chunks(png: bytes, words: str) -> bytes:
    data = words.encode()

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    texts = chunk(b"tEXt", b"Author\0" + data) + chunk(b"zTXt", b"Author\0\0" + zlib.compress(data))
    texts += chunk(b"iTXt", b"Author\0\0\0\0\0" + data) + chunk(b"prVt", data)
    return png[:33] + texts + png[33:] + data


def _hidden_under_transparency(words: str) -> bytes:
    """Pixels that nobody sees, and whose values spell the words."""
    clear = picture().convert("RGBA")
    for index, byte in enumerate(words.encode()):
        clear.putpixel((index, 0), (byte, byte, byte, 0))
    return saved("PNG", clear)


def pdf(words: str) -> bytes:
    """On the page and hidden on it, in the head, an annotation, an outline, an attachment, XMP, a
    script, and behind the end of the file."""
    from pypdf.annotations import FreeText

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(saved("PDF", picture())))
    page = writer.pages[0]
    text = StreamObject()
    text.set_data(f"BT /F1 12 Tf 20 20 Td ({words}) Tj 3 Tr ({words}) Tj ET".encode())
    text[NameObject("/Type")] = NameObject("/XObject")
    page[NameObject("/Contents")] = pypdf.generic.ArrayObject(
        [page["/Contents"].indirect_reference or page["/Contents"], writer._add_object(text)]
    )
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page["/Resources"][NameObject("/Font")] = DictionaryObject({NameObject("/F1"): font})
    writer.add_metadata({"/Author": words, "/Title": words, "/Subject": words})
    writer.add_attachment(f"{words}.txt", words.encode())
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(words)}
    )
    writer.add_annotation(0, FreeText(text=words, rect=(200, 200, 300, 230)))
    writer.add_outline_item(title=words, page_number=0)
    writer.xmp_metadata = _pdf_xmp(words)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue() + b"\n% " + words.encode()


def _pdf_xmp(words: str) -> bytes:
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{escape(words)}</dc:creator>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def _tiff(words: str) -> bytes:
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

    tags = ImageFileDirectory_v2()
    for number in (270, 305, 315, 33432, 65000):
        tags[number] = words
        tags.tagtype[number] = 2
    return saved("TIFF", tiffinfo=tags) + words.encode()


PLANTED: Mapping[str, Callable[[str], bytes]] = {
    "jpeg exif": lambda w: saved("JPEG", exif=_exif(w)),
    "jpeg xmp": lambda w: saved("JPEG", xmp=_xmp(w)),
    "jpeg profile": lambda w: saved("JPEG", icc_profile=_profile(w)),
    "jpeg segments": lambda w: _with_segments(saved("JPEG", comment=w.encode()), w),
    "jpeg progressive": lambda w: _with_segments(saved("JPEG", progressive=True), w),
    "png exif": lambda w: saved("PNG", exif=_exif(w), icc_profile=_profile(w)),
    "png chunks": lambda w: _with_chunks(saved("PNG"), w),
    "png transparency": _hidden_under_transparency,
    "png palette": lambda w: _with_chunks(saved("PNG", picture().quantize(64)), w),
    "webp": lambda w: saved("WEBP", exif=_exif(w), xmp=_xmp(w), icc_profile=_profile(w)),
    "webp lossless": lambda w: saved("WEBP", exif=_exif(w), lossless=True),
    "gif": lambda w: saved("GIF", comment=w.encode()) + w.encode(),
    "bmp": lambda w: saved("BMP") + w.encode(),
    "tiff": _tiff,
    "heic": lambda w: saved("HEIF", exif=_exif(w).tobytes(), xmp=_xmp(w)),
    "avif": lambda w: saved("AVIF", exif=_exif(w), xmp=_xmp(w)),
    "jpeg 2000": lambda w: saved("JPEG2000", comment=w) + w.encode(),
    "pdf": pdf,
}
