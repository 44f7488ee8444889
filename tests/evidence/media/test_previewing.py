from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.evidence.media.samples import MAKERS, Image

from tawthiq.evidence.media.kinds import HEAD, Kind, kind_of
from tawthiq.evidence.media.only_pixels import check_jpeg
from tawthiq.evidence.media.previewing import preview
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.mark.parametrize("name", [name for name in MAKERS if not name.startswith("sound")])
def test_a_preview_is_small_and_says_nothing(sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    data = MAKERS[name]()
    path = tmp_path / "object"
    path.write_bytes(data)
    found = preview(sandbox, path, kind_of(data[:HEAD]), longest=100)
    assert isinstance(found, bytes), found
    assert max(check_jpeg(found)) == 100
    assert sum(Image.open(io.BytesIO(found)).convert("L").getextrema()) > 100


def test_a_sound_has_no_preview(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "object"
    path.write_bytes(MAKERS["sound.wav"]())
    assert preview(sandbox, path, Kind("audio/wav")) == NotRead(Why.NOT_OF_THIS_KIND)


def test_a_page_that_is_not_there_has_no_preview(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "object"
    path.write_bytes(MAKERS["paper.pdf"]())
    found = preview(sandbox, path, Kind("application/pdf"), page=3)
    assert isinstance(found, NotRead)
