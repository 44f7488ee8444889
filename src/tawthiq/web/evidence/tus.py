"""A file sent in pieces that may be days apart: the protocol tus 1.0 (tus.io), its server side.

Creation, checksum and termination are spoken; nothing else of its extensions. A piece is on the
disk before it is acknowledged. An address is signed, so that one case's upload cannot be
reached under another.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tawthiq.actions.evidence.take_upload import begin_upload, uploads_of
from tawthiq.errors import InputError, StorageError
from tawthiq.web import access
from tawthiq.web.middleware.limits import takes_at_most

VERSION, EXTENSIONS = "1.0.0", "creation,checksum,termination"
LARGEST = 1 << 37  # bytes of one file: house choice, more than a day of film
_PIECE = "application/offset+octet-stream"
_CHUNK, _LONGEST_NAME = 1 << 20, 300
_SALT = "tawthiq.upload"
_MISMATCH, _LOCKED = 460, 423
Address = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """An upload that has begun.

    Attributes:
        upload: Its name among the uploads of the vault.
        name: What its sender calls the file.
    """

    upload: str
    name: str
    case: str

    @property
    def address(self) -> str:
        return signing.dumps(asdict(self), salt=_SALT, compress=True)


def sent(address: str, case: str) -> Sent:
    """The upload of an address.

    Raises:
        Http404: It is not ours, or of another case.
    """
    try:
        found = Sent(**signing.loads(address, salt=_SALT))
    except signing.BadSignature as refused:
        raise Http404 from refused
    if found.case != case:
        raise Http404
    return found


@require_http_methods(["POST", "OPTIONS"])
def creation(request: HttpRequest, case: str) -> HttpResponse:
    """Begin an upload; its length is said first, its name in the metadata."""
    seen = access.case(request, case)
    if request.method == "OPTIONS":
        return _about()
    if refused := _other_version(request):
        return refused
    size = _number(request, "Upload-Length")
    if size is None:
        return _answer(400)
    if size > LARGEST:
        return _answer(413)
    try:
        begun = begin_upload(settings.HOME, size)
    except StorageError as full:
        return _answer(507, text=str(full))
    told = Sent(begun.name, _name(request), seen.code)
    return _answer(201, Location=reverse("upload", args=(seen.code, told.address)))


@takes_at_most(120)
@require_http_methods(["HEAD", "PATCH", "DELETE", "OPTIONS"])
def upload(request: HttpRequest, case: str, address: str) -> HttpResponse:
    """How far it has come; the next piece; or that it is given up."""
    if request.method == "OPTIONS":
        return _about()
    if refused := _other_version(request):
        return refused
    begun, uploads = sent(address, access.case(request, case).code), uploads_of(settings.HOME)
    try:
        held = uploads.find(begun.upload)
    except InputError:
        return _answer(404)
    if request.method == "DELETE":
        uploads.give_up(begun.upload)
        return _answer(204)
    if request.method == "PATCH":
        return _append(request, begun, held.held, held.size)
    return _answer(200, Upload_Offset=str(held.held), Upload_Length=str(held.size))


def _append(request: HttpRequest, begun: Sent, held: int, size: int) -> HttpResponse:
    """Take the next piece, whole or nothing of it."""
    if request.content_type != _PIECE:
        return _answer(415)
    at, length = _number(request, "Upload-Offset"), _number(request, "Content-Length")
    if at is None:
        return _answer(400)
    if at != held:
        return _answer(409)
    if length is not None and at + length > size:
        return _answer(413)
    try:
        expected = _checksum(request)
    except ValueError:
        return _answer(400)
    try:
        grown = uploads_of(settings.HOME).append(begun.upload, at, _checked(request, expected))
    except _Differs:
        return _answer(_MISMATCH)
    except InputError:  # somebody else is writing to it at this moment
        return _answer(_LOCKED)
    except StorageError as full:
        return _answer(507, text=str(full))
    return _answer(204, Upload_Offset=str(grown.held))


class _Differs(Exception):
    """The piece is not what its checksum says."""


def _checked(request: HttpRequest, expected: bytes | None) -> Iterator[bytes]:
    running = hashlib.sha256()
    while chunk := request.read(_CHUNK):
        running.update(chunk)
        yield chunk
    if expected is not None and running.digest() != expected:
        raise _Differs


def _checksum(request: HttpRequest) -> bytes | None:
    """The digest that the sender took of the piece, where it says one."""
    written = request.headers.get("Upload-Checksum")
    if written is None:
        return None
    algorithm, _, value = written.partition(" ")
    if algorithm != "sha256":
        raise ValueError(f"a checksum by {algorithm[:20]}")
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as refused:
        raise ValueError("a checksum that is no base64") from refused


def _name(request: HttpRequest) -> str:
    """The name of the file, out of ``filename BASE64,…``; without folders' bare slashes."""
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                text = base64.b64decode(value, validate=True).decode("utf-8", "replace")
            except binascii.Error:
                return ""
            return text[-_LONGEST_NAME:]
    return ""


def _number(request: HttpRequest, header: str) -> int | None:
    said = request.headers.get(header, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else None


def _other_version(request: HttpRequest) -> HttpResponse | None:
    if request.headers.get("Tus-Resumable") == VERSION:
        return None
    return _answer(412, Tus_Version=VERSION)


def _about() -> HttpResponse:
    return _answer(
        204,
        Tus_Version=VERSION,
        Tus_Extension=EXTENSIONS,
        Tus_Max_Size=str(LARGEST),
        Tus_Checksum_Algorithm="sha256",
    )


def _answer(status: int, text: str = "", **headers: str) -> HttpResponse:
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response.headers["Tus-Resumable"] = VERSION
    response.headers["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response.headers[name.replace("_", "-")] = value
    return response
