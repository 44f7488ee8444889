"""How long a film or a sound is, what is in it, and what its key frames look like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

import av
import av.error
import numpy as np

from tawthiq.evidence.likeness.pdq import SIDE, pdq_of_rgb
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

SCALER = "swscale bilinear"
_MOST_PIXELS = 40_000_000  # of a frame; 8K has 33 million
_LONGEST = 500  # characters of a value
_MOST_STREAMS = 32
_FAULTS = (av.error.FFmpegError, ValueError, UnicodeError, OverflowError)


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield what the container says; then each key frame's likeness, if frames are asked for.

    Options:
        frames: How many key frames to hash at most; none unless given. They lie as they come,
            and end where the film cannot be decoded any more.
    """
    try:
        film = av.open(file, "r", metadata_errors="replace")
    except av.error.InvalidDataError as refused:
        raise CannotRead(Why.NOT_OF_THIS_KIND, str(refused)) from refused
    except _FAULTS as refused:
        raise CannotRead(Why.BROKEN, str(refused)) from refused
    with film:
        yield _said_by(film)
        most = options.get("frames")
        if isinstance(most, int) and most > 0 and film.streams.video:
            yield from _key_frames(film, most)


def _said_by(film: av.container.InputContainer) -> Record:
    streams: list[Json] = [_stream(one) for one in list(film.streams)[:_MOST_STREAMS]]
    return {
        "format": film.format.name,
        "seconds": film.duration / av.time_base if film.duration else None,
        "streams": streams,
        "tags": _tags(film.metadata),
    }


def _stream(stream: av.stream.Stream) -> Json:
    context = getattr(stream, "codec_context", None)
    said: dict[str, Json] = {
        "kind": stream.type,
        "codec": context.name if context else None,
        "tags": _tags(stream.metadata),
    }
    if isinstance(stream, av.video.stream.VideoStream):
        said |= {"width": stream.width, "height": stream.height}
    return said


def _tags(metadata: Mapping[str, str]) -> Json:
    return {str(name)[:100]: str(value)[:_LONGEST] for name, value in list(metadata.items())[:200]}


def _key_frames(film: av.container.InputContainer, most: int) -> Iterator[Record]:
    """Key frames alone are decoded: a film in a fourteenth of its length."""
    stream = film.streams.video[0]
    if stream.width * stream.height > _MOST_PIXELS:
        raise CannotRead(Why.TOO_LARGE, f"{stream.width} × {stream.height} pixels")
    stream.codec_context.skip_frame = "NONKEY"
    stream.thread_type = "NONE"
    seen = 0
    try:
        for frame in film.decode(stream):
            small = frame.reformat(SIDE, SIDE, "rgb24", interpolation="BILINEAR").to_ndarray()
            hashed = pdq_of_rgb(np.ascontiguousarray(small))
            yield {
                "at": frame.time,
                "pdq": str(hashed),
                "quality": hashed.quality,
                "scaler": SCALER,
            }
            seen += 1
            if seen >= most:
                return
    except _FAULTS as refused:
        raise CannotRead(Why.BROKEN, f"after {seen} key frames: {refused}") from refused
