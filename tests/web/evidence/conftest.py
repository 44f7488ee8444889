"""A case with evidence in it, in a home folder of the test's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.media.samples import exif, saved
from tests.house import LAYLA, furnish

from tawthiq.actions.evidence.add import Given
from tawthiq.actions.evidence.take_upload import Taken, take_form
from tawthiq.store.home import Home

SOURCE = "Northern Watch"


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Home:
    settings.HOME = Home(tmp_path)
    return settings.HOME


@pytest.fixture
def case(db: None) -> str:
    """The code of a case with the whole cast in it, in a database on disk."""
    return furnish()


def take(home: Home, case: str, files: Mapping[str, bytes], **how: str) -> Taken:
    """Take files in as the plain form does."""
    given = Given(case, how.get("source", SOURCE), how.get("by", LAYLA), how.get("note", ""))
    return take_form(home, ((name, [data]) for name, data in files.items()), given)


@pytest.fixture
def photo(home: Home, case: str) -> str:
    """The code of a photo that a telephone made, with its words in it."""
    taken = take(home, case, {"market.jpg": saved("JPEG", exif=exif())}, note="on a card")
    return taken.batches[0].receipts[0].item
