"""Files of an arrival are found by name and content, and hashed but for some stretches."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from tests.evidence.capture.arrivals import given

from tawthiq.evidence.capture.files import GivenFiles, hashed, leaf_of
from tawthiq.values.digest import Digest


def test_of_two_files_of_one_name_the_one_beside_is_meant(tmp_path: Path) -> None:
    names = {"a/x.jpg": b"1", "b/x.jpg": b"2", "b/chat.txt": b"3"}
    files = GivenFiles(given(tmp_path, names))
    chat = files.named("chat.txt")
    assert chat is not None
    assert getattr(files.named("photos/x.jpg", beside=chat), "name", None) == "b/x.jpg"
    assert getattr(files.of(Digest.of(b"1")), "name", None) == "a/x.jpg"
    assert files.named("none") is None


@pytest.mark.parametrize("name", ["a/b/x.jpg", "a\\b\\x.jpg", "x.jpg", "https://h.example/x.jpg"])
def test_the_last_part_of_a_name_is_found(name: str) -> None:
    assert leaf_of(name) == "x.jpg"


@drawn(st.binary(max_size=300), st.data())
def test_stretches_are_left_out_of_a_hash(data: bytes, draw: st.DataObject) -> None:
    import tempfile

    cuts = sorted(draw.draw(st.lists(st.integers(0, len(data)), min_size=4, max_size=4)))
    stretches = [(cuts[0], cuts[1] - cuts[0]), (cuts[2], cuts[3] - cuts[2])]
    rest = data[: cuts[0]] + data[cuts[1] : cuts[2]] + data[cuts[3] :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        assert hashed(path, "sha256", stretches) == hashlib.sha256(rest).digest()


@pytest.mark.parametrize("stretches", [[(0, 10), (5, 10)], [(3, -1)], [(-1, 2)]])
def test_stretches_that_overlap_or_are_none_are_refused(
    tmp_path: Path, stretches: list[tuple[int, int]]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(100))
    with pytest.raises(ValueError):
        hashed(path, "sha256", stretches)
