from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tawthiq.actions.open_case import open_case
from tawthiq.store.home import Home
from tawthiq.values.both import Both

from ...house import LAYLA


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


@pytest.fixture
def case(db: None) -> str:
    """An empty case in a database on disk."""
    open_case("square-2031", Both("The square", "الساحة"), by=LAYLA)
    return "square-2031"


@pytest.fixture
def market(tmp_path: Path) -> Path:
    """A folder as a telephone gives it: a picture, a smaller copy of it, some words."""
    folder = tmp_path / "market"
    folder.mkdir()
    picture = Image.radial_gradient("L").resize((640, 480)).convert("RGB")
    for at in range(0, 640, 80):
        picture.paste((at % 255, 90, 200 - at % 180), (at, at // 2, at + 60, at // 2 + 90))
    picture.save(folder / "صورة السوق.jpg", quality=92)
    picture.resize((400, 300)).save(folder / "copy.jpg", quality=70)
    (folder / "words.txt").write_text("heard at noon", encoding="utf-8")
    return folder
