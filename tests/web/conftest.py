from __future__ import annotations

import pytest
from tests.house import furnish


@pytest.fixture
def case(db: None) -> str:
    """The code of a case with the whole cast in it, in a database on disk."""
    return furnish()
