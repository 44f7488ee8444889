"""What is known of a file after looking at it, what its device claims, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tawthiq.evidence.likeness.hash import PdqHash
from tawthiq.evidence.media.claims import DeviceClaim, claims_in
from tawthiq.evidence.media.kinds import HEAD, Kind, kind_of
from tawthiq.evidence.sandbox.frames import Record
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox

KEY_FRAMES = 600  # of a film, at most; an hour has about as many

_READERS: Mapping[str, tuple[str, ...]] = {
    "picture": ("picture", "exif"),
    "film": ("film",),
    "sound": ("film",),
}
_PDF = "application/pdf"
_NOT_THERE = frozenset({Why.NOT_OF_THIS_KIND})


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a picture, or one key frame of a film, looks like.

    Attributes:
        scaler: By what it was reduced; hashes by different scalers are some bits further apart.
        at: Seconds from the beginning of the film; None for a picture.
    """

    hash: PdqHash
    scaler: str
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What can be said of a file without changing it.

    Attributes:
        width, height: Pixels as stored, before any turning.
        seconds: How long it lasts.
        parts: Pages of a PDF, pictures of a picture file.
        likenesses: One of a picture; one of each key frame of a film.
        claims: What the device or program that made it says. Claims, not findings.
        not_read: Which reader failed, and why. The file is kept all the same.
    """

    kind: Kind
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    parts: int | None = None
    likenesses: tuple[Likeness, ...] = ()
    claims: tuple[DeviceClaim, ...] = ()
    not_read: Mapping[str, NotRead] = field(default_factory=dict)


def describe(
    sandbox: Sandbox, path: Path, name: str = "", key_frames: int = KEY_FRAMES
) -> Description:
    """Look at a file.

    Args:
        path: Where its bytes lie; only the sandbox reads more than the first few thousand.
        name: What it was called.

    Raises:
        OSError: It cannot be opened at all.
    """
    with path.open("rb") as file:
        kind = kind_of(file.read(HEAD), name)
    readers = ("pdf",) if kind.media_type == _PDF else _READERS.get(kind.family, ())
    records, not_read = list[Record](), dict[str, NotRead]()
    for reader in readers:
        for one in sandbox.hear(reader, path, {"frames": key_frames}):
            if isinstance(one, NotRead):
                not_read[reader] = one
            elif isinstance(one, dict):
                records.append({**one, "reader": reader})
    return _put_together(kind, records, not_read)


def _put_together(
    kind: Kind, records: list[Record], not_read: Mapping[str, NotRead]
) -> Description:
    """Believe nothing but the form: a reader that was taken over may have said anything."""
    sides = [(_count(one.get("width")), _count(one.get("height"))) for one in _sized(records)]
    width, height = sides[0] if sides else (None, None)
    return Description(
        kind,
        width,
        height,
        _first_number(records, "seconds"),
        _first_count(records, "pages") or _first_count(records, "pictures"),
        tuple(_likenesses(records)),
        tuple(claim for one in records for claim in claims_in(one)),
        not_read,
    )


def _sized(records: list[Record]) -> Iterator[Record]:
    for one in records:
        if "width" in one:
            yield one
        streams = one.get("streams")
        for stream in streams if isinstance(streams, list) else []:
            if isinstance(stream, dict) and "width" in stream:
                yield stream


def _likenesses(records: list[Record]) -> Iterator[Likeness]:
    for one in records:
        text, quality, at = one.get("pdq"), one.get("quality"), one.get("at")
        if not isinstance(text, str) or not isinstance(quality, int):
            continue
        try:
            hashed = PdqHash.parse(text, quality)
        except ValueError:
            continue
        yield Likeness(
            hashed, str(one.get("scaler"))[:40], float(at) if isinstance(at, int | float) else None
        )


def _first_number(records: list[Record], name: str) -> float | None:
    found = [one[name] for one in records if isinstance(one.get(name), int | float)]
    return float(found[0]) if found and isinstance(found[0], int | float) else None


def _first_count(records: list[Record], name: str) -> int | None:
    return next((count for one in records if (count := _count(one.get(name)))), None)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and 0 < value < 1 << 40 else None
