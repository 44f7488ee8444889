"""PDQ against the published program, whose answers lie in ``peers/``, and against its own laws."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tests.evidence.likeness.pictures import Pixels, pictures, softened

from tawthiq.evidence.likeness.hash import NEAR, PdqHash
from tawthiq.evidence.likeness.pdq import pdq_all_ways, pdq_of_luma, pdq_of_rgb

PEER = json.loads((Path(__file__).parent / "peers/pdqhash_vectors.json").read_text("utf-8"))


def luma(pixels: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    weights = np.array([0.299, 0.587, 0.114], np.float32)
    red, green, blue = (pixels[:, :, colour].astype(np.float32) for colour in range(3))
    return weights[0] * red + weights[1] * green + weights[2] * blue


def soft(rows: int = 300, columns: int = 400, seed: int = 1) -> Pixels:
    return softened(np.random.Generator(np.random.PCG64(seed)), rows, columns)


PICTURES = list(zip(pictures(), PEER, strict=True))


def test_the_bits_are_those_of_the_published_program() -> None:
    """Where there is nothing to see the median lies among the noise, and a bit may differ."""
    for pixels, peer in PICTURES:
        ours = pdq_of_rgb(pixels)
        assert ours.quality == peer["quality"]
        apart = ours.distance(PdqHash.parse(peer["ways"][0], peer["quality"]))
        assert apart == 0 if ours.quality else apart <= 2
    assert sum(peer["quality"] > 0 for peer in PEER) == 24


def test_so_are_those_of_the_picture_turned_and_mirrored() -> None:
    for pixels, peer in PICTURES:
        if peer["quality"]:
            assert [str(way) for way in pdq_all_ways(luma(pixels))] == peer["ways"]


@pytest.mark.parametrize(
    "turned",
    [
        lambda pixels: pixels,
        lambda pixels: np.rot90(pixels, 1),
        lambda pixels: np.rot90(pixels, 2),
        lambda pixels: np.rot90(pixels, 3),
        lambda pixels: pixels[::-1],
        lambda pixels: pixels[:, ::-1],
        lambda pixels: pixels.transpose(1, 0, 2),
        lambda pixels: np.rot90(pixels[::-1], 1),
    ],
)
def test_a_turned_or_mirrored_picture_is_found_among_the_eight(turned: object) -> None:
    assert callable(turned)
    pixels = soft()
    other = pdq_of_rgb(np.ascontiguousarray(turned(pixels)))
    assert min(way.distance(other) for way in pdq_all_ways(luma(pixels))) <= NEAR


def test_a_bad_copy_is_near_and_another_picture_is_far() -> None:
    pixels = soft()
    noise = np.random.Generator(np.random.PCG64(9)).integers(-25, 26, pixels.shape)
    copy = (pixels.astype(np.int64) + noise).clip(0, 255).astype(np.uint8)
    smaller = np.ascontiguousarray(copy[::2, ::2])
    assert pdq_of_rgb(pixels).distance(pdq_of_rgb(copy)) <= 10
    assert pdq_of_rgb(pixels).distance(pdq_of_rgb(smaller)) <= 31
    assert pdq_of_rgb(pixels).distance(pdq_of_rgb(soft(seed=2))) > 80


def test_a_picture_in_which_nothing_is_has_no_quality() -> None:
    grey = np.full((200, 200, 3), 90, np.uint8)
    assert pdq_of_rgb(grey).quality == 0
    assert not pdq_of_rgb(grey).is_good


@pytest.mark.parametrize("shape", [(4, 400), (400, 4), (1, 1)])
def test_a_picture_too_small_to_show_anything_is_told_so(shape: tuple[int, int]) -> None:
    assert pdq_of_luma(np.zeros(shape, np.float32)) == PdqHash(bytes(32), 0)


@pytest.mark.parametrize("shape", [(5, 5), (5, 512), (63, 65), (129, 128)])
def test_odd_sizes_are_hashed(shape: tuple[int, int]) -> None:
    assert len(pdq_of_luma(luma(soft(*shape))).raw) == 32
