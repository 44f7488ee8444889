"""PDQ, the perceptual hash that Meta published, computed with numpy.

The picture is blurred, reduced to 64 by 64, taken apart into its slow waves (a cosine transform,
of which 16 by 16 are kept), and each bit says whether one wave is stronger than the median. Every
step is done in 32-bit floats and in the order of the published program, so that the bits are the
same and can be compared with those of others: the hash is an agreement, not a measurement.

Source: "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm" (2019) and its
reference implementation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tawthiq.evidence.likeness.hash import BYTES, PdqHash

Floats = NDArray[np.float32]

SIDE = 512  # pixels to which larger pictures are reduced beforehand
SMALLEST = 5  # pixels: below this there is nothing to see
_REDUCED, _WAVES = 64, 16
_PASSES = 2  # of a box make a tent
_RED, _GREEN, _BLUE = np.float32(0.299), np.float32(0.587), np.float32(0.114)


def pdq_of_rgb(pixels: NDArray[np.uint8]) -> PdqHash:
    """Hash a picture of rows, columns and three colours, no side longer than 512."""
    red, green, blue = (pixels[:, :, colour].astype(np.float32) for colour in range(3))
    return pdq_of_luma(_RED * red + _GREEN * green + _BLUE * blue)


def pdq_of_luma(luma: Floats) -> PdqHash:
    """Hash a picture by its brightness, 0 to 255."""
    if min(luma.shape) < SMALLEST:
        return PdqHash(bytes(BYTES), 0)
    small = _reduced(luma)
    return PdqHash(_bits(_waves(small)), _quality(small))


def pdq_all_ways(luma: Floats) -> tuple[PdqHash, ...]:
    """The hashes of a picture as it is, turned and mirrored: eight, the picture itself first.

    A telephone that was held sideways, or somebody who mirrors a film to hide it, is found by
    asking for all of them.
    """
    small = _reduced(luma)
    quality = _quality(small)
    return tuple(PdqHash(_bits(waves), quality) for waves in _turned(_waves(small)))


def _reduced(luma: Floats) -> Floats:
    if luma.shape == (_REDUCED, _REDUCED):
        return luma
    rows, columns = luma.shape
    blurred = luma
    for _ in range(_PASSES):
        blurred = _box(blurred.T, _window(columns)).T
        blurred = _box(blurred, _window(rows))
    return blurred[np.ix_(_centres(rows), _centres(columns))]


def _window(length: int) -> int:
    """How many pixels a box covers: half a cell of the reduced picture, rounded up."""
    return (length + 2 * _REDUCED - 1) // (2 * _REDUCED)


def _centres(length: int) -> NDArray[np.intp]:
    return ((np.arange(_REDUCED) + 0.5) * length / _REDUCED).astype(np.intp)


def _box(lines: Floats, window: int) -> Floats:
    """Average each line with its neighbours; at the ends, with those that there are.

    The running sum is kept as the published program keeps it, its rounding included.
    """
    lines = np.ascontiguousarray(lines)
    length, right = len(lines), (window + 2) // 2 - 1
    averaged, total, count = np.empty_like(lines), np.zeros_like(lines[0]), np.float32(0)
    for index in range(-right, length):
        entering, leaving = index + right, index + right - window
        if entering < length:
            total += lines[entering]
            count += 1
        if leaving >= 0:
            total -= lines[leaving]
            count -= 1
        if index >= 0:
            np.divide(total, count, out=averaged[index])
    return averaged


def _quality(small: Floats) -> int:
    """How much changes from each pixel to the next, in whole steps of a hundredth."""
    hundred, most = np.float32(100), np.float32(255)
    steps = [((one - other) * hundred / most).astype(np.int32) for one, other in _neighbours(small)]
    return min(sum(int(np.abs(step).sum()) for step in steps) // 90, 100)


def _neighbours(small: Floats) -> Iterator[tuple[Floats, Floats]]:
    yield small[:-1], small[1:]
    yield small[:, :-1], small[:, 1:]


def _waves(small: Floats) -> Floats:
    """The slow waves, without the mean: D · A · Dᵀ, summed in the published order."""
    cosines = _cosines()
    half = np.zeros((_WAVES, _REDUCED), np.float32)
    for index in range(_REDUCED):
        half += cosines[:, index, None] * small[None, index]
    waves = np.zeros((_WAVES, _WAVES), np.float32)
    for index in range(_REDUCED):
        waves += half[:, index, None] * cosines[None, :, index]
    return waves


@cache
def _cosines() -> Floats:
    wave, place = np.arange(1, _WAVES + 1)[:, None], np.arange(_REDUCED)[None]
    scale = float(np.float32(np.sqrt(2 / _REDUCED)))
    cosines: NDArray[np.float64] = np.cos(np.pi / 2 / _REDUCED * wave * (2 * place + 1))
    return (scale * cosines).astype(np.float32)


def _bits(waves: Floats) -> bytes:
    """One bit for each wave, the first one last: whether it is above the (lower) median."""
    flat = waves.ravel()
    median = np.partition(flat, flat.size // 2 - 1)[flat.size // 2 - 1]
    return np.packbits((flat > median)[::-1]).tobytes()


def _turned(waves: Floats) -> Iterator[Floats]:
    """The waves of the picture turned by 0, 90, 180, 270 degrees, then mirrored in four ways.

    To mirror a picture turns the sign of every other wave; to turn it also swaps the axes.
    """
    odd = np.where(np.arange(_WAVES) % 2, np.float32(1), np.float32(-1))
    rows, columns = waves * odd[:, None], waves * odd[None]
    both = waves * -odd[:, None] * -odd[None]
    yield from (waves, columns.T, both, rows.T)
    yield from (rows, columns, waves.T, both.T)
