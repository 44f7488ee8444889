"""Making a redacted copy: a new object that names what it was made from, how, why and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.evidence.media.kinds import HEAD, Kind, kind_of
from tawthiq.evidence.media.only_pixels import MoreThanPixels, check_jpeg, check_png
from tawthiq.evidence.redaction.boxes import Box, Pixels
from tawthiq.evidence.redaction.paper import DrawnPage, pdf_of
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.limits import Limits
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.objects import Kept, ObjectRef
from tawthiq.evidence.vault.store import Store
from tawthiq.values.both import Both

DOTS = 150  # to the inch: letters of 6 points can be read (house choice)
_LIMITS = Limits(memory=3 << 30, processor=300, wall=600, output=1 << 30)
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Painted:
    """The places on one page of the copy that were painted over, in its pixels.

    Attributes:
        page: Of the original, from 0.
    """

    page: int
    width: int
    height: int
    places: tuple[Pixels, ...]


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was asked for and by whom; frozen into the record of the copy.

    Attributes:
        boxes: Where to paint.
        reason: Why, in a sentence.
        made_by: Who chose the places.
        reviewer: Who looked at the copy before it left; None until somebody has.
        pages: Which pages of a PDF the copy has; None for all.
    """

    boxes: tuple[Box, ...]
    reason: str
    made_by: str
    reviewer: str | None = None
    pages: tuple[int, ...] | None = None

    def __post_init__(self) -> None:
        if not self.boxes and self.pages is None:
            raise ValueError("a redaction that takes nothing out")
        if not self.reason.strip() or not self.made_by.strip():
            raise ValueError("a redaction without a reason or without a name")


@dataclass(frozen=True, slots=True)
class RedactedCopy:
    """A copy that is in the vault.

    Attributes:
        tool: By what, in which versions, it was made.
    """

    parent: ObjectRef
    copy: Kept
    media_type: str
    redaction: Redaction
    painted: tuple[Painted, ...]
    tool: str


def redact(
    store: Store, sandbox: Sandbox, parent: ObjectRef, redaction: Redaction, name: str = ""
) -> RedactedCopy | NotRead:
    """Make a redacted copy of a picture or a PDF and keep it.

    Raises:
        InputError: The object is of a kind of which no copy can be made.
        IntegrityError: The object is not in the vault.
        StorageError: The disk is full or refuses.
    """
    painted = list[Painted]()
    with store.at_hand(parent.digest) as path:
        kind = _kind(path, name)
        making = _Making(sandbox, path, kind, redaction, painted)
        try:
            staged = store.stage(making.pieces(), alone=True)
        except _NotMade as refused:
            return refused.why
    [kept] = store.publish([staged])
    return RedactedCopy(parent, kept, making.media_type, redaction, tuple(painted), _tool(kind))


class _NotMade(Exception):
    """The sandbox did not give a copy; carries why."""

    def __init__(self, why: NotRead) -> None:
        super().__init__(why)
        self.why = why


class _Making:
    """A copy while it comes out of the sandbox, page by page."""

    def __init__(
        self, sandbox: Sandbox, path: Path, kind: Kind, redaction: Redaction, painted: list[Painted]
    ) -> None:
        self._sandbox, self._path, self._redaction = sandbox, path, redaction
        self._is_pdf = kind.media_type == _PDF
        self._painted = painted
        self.media_type = _PDF

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the copy.

        Raises:
            _NotMade: There will be none.
        """
        pages = self._pages()
        if self._is_pdf:
            yield from pdf_of(
                DrawnPage(data, page.width, page.height, points) for page, points, data in pages
            )
            return
        for _, _, data in pages:
            yield data

    def _pages(self) -> Iterator[tuple[Painted, tuple[float, float], bytes]]:
        """Pairs of a record and a drawing, each of them checked."""
        coming = self._sandbox.hear(
            "redact-pdf" if self._is_pdf else "redact-picture", self._path, self._options(), _LIMITS
        )
        record = Record()
        with closing(coming):
            for one in coming:
                if isinstance(one, NotRead):
                    raise _NotMade(one)
                if isinstance(one, bytes):
                    page = self._checked(record, one)
                    self._painted.append(page)
                    yield page, _points(record), one
                else:
                    record = one
        if not self._painted:
            raise _NotMade(NotRead(Why.NONSENSE))

    def _options(self) -> dict[str, Json]:
        boxes: list[Json] = [list(box.as_list()) for box in self._redaction.boxes]
        options: dict[str, Json] = {"boxes": boxes, "dots": DOTS}
        if self._redaction.pages is not None:
            options["pages"] = list(self._redaction.pages)
        return options

    def _checked(self, record: Record, data: bytes) -> Painted:
        """Believe of a drawing only what can be seen from outside."""
        try:
            is_png = data.startswith(b"\x89PNG") and not self._is_pdf
            size = check_png(data) if is_png else check_jpeg(data)
        except MoreThanPixels as more:
            raise _NotMade(NotRead(Why.NONSENSE, str(more))) from more
        if not self._is_pdf:
            self.media_type = "image/png" if is_png else "image/jpeg"
        places = record.get("painted")
        page = record.get("page")
        return Painted(
            page if isinstance(page, int) else 0,
            *size,
            tuple(_pixels(place) for place in (places if isinstance(places, list) else [])),
        )


def _kind(path: Path, name: str) -> Kind:
    with path.open("rb") as file:
        kind = kind_of(file.read(HEAD), name)
    if kind.family != "picture" and kind.media_type != _PDF:
        said = Both(
            f"{kind.media_type}: only pictures and PDFs can be redacted here; make a picture of"
            " what is to be shown",
            f"{kind.media_type}: لا يمكن هنا حجب أجزاء إلا من الصور وملفات PDF؛"
            " أنشئ صورة لما يراد عرضه",
        )
        raise InputError(said.en, said.ar)
    return kind


def _points(record: Record) -> tuple[float, float]:
    match record.get("points"):
        case [int() | float() as width, int() | float() as height] if min(width, height) > 0:
            return (float(width), float(height))
    return (1.0, 1.0)


def _pixels(place: Json) -> Pixels:
    match place:
        case [int() as left, int() as top, int() as right, int() as bottom]:
            return (left, top, right, bottom)
    raise _NotMade(NotRead(Why.NONSENSE, "no place"))


def _tool(kind: Kind) -> str:
    engine = "pypdfium2" if kind.media_type == _PDF else "pillow"
    return f"tawthiq {version('tawthiq')} redaction/1; {engine} {version(engine)}"
