"""Pictures that anybody can make again, bit for bit, from whole numbers alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
SIZES = ((512, 512), (480, 360), (300, 511), (128, 127), (64, 64), (65, 200), (90, 64), (256, 256))


def pictures() -> Iterator[Pixels]:
    """Noise, soft shapes, soft shapes with noise, and nearly nothing, in several sizes."""
    draw = np.random.Generator(np.random.PCG64(2019))
    for rows, columns in SIZES:
        soft = softened(draw, rows, columns)
        noise = draw.integers(0, 256, (rows, columns, 3), dtype=np.uint8)
        yield noise
        yield soft
        yield ((soft.astype(np.uint16) * 7 + noise) // 8).astype(np.uint8)
        yield (120 + noise // 128).astype(np.uint8)


def softened(draw: np.random.Generator, rows: int, columns: int, cell: int = 20) -> Pixels:
    """Blocks of colour whose edges were averaged away."""
    blocks = draw.integers(0, 256, (rows // cell + 2, columns // cell + 2, 3), dtype=np.int64)
    large = blocks.repeat(cell, axis=0).repeat(cell, axis=1)
    for axis in (0, 1):
        sums = large.cumsum(axis=axis)
        late = np.take(sums, range(cell, sums.shape[axis]), axis=axis)
        large = (late - np.take(sums, range(sums.shape[axis] - cell), axis=axis)) // cell
    return large[:rows, :columns].astype(np.uint8)
