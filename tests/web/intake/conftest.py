from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.house import furnish


@pytest.fixture
def case(db: None) -> str:
    """The code of a case with the whole cast in it, in a database on disk."""
    return furnish()


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    """A home folder of the test's own, in which uploads wait."""
    settings.HOME = SimpleNamespace(folder=tmp_path)
    return tmp_path
