from __future__ import annotations

import pytest
from tests.house_law import hold, say_everything


@pytest.fixture
def law(case: str) -> str:
    """The case of the house, with something said in every table of the law."""
    say_everything(case)
    hold(case, "attack_occurred", True, "E1", "N001.1", "N001.3")
    return case
