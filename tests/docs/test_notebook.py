"""The notebook on linkage does what it shows: its cells run in order, and end well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "linkage.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return found


def test_its_cells_run_in_order_and_find_most_people(
    cells: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, Any] = {"__name__": "notebook"}
    for number, cell in enumerate(cells):
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"cell {number}", "exec"), names)
    assert names["alone"] > 0.85
    assert names["with_labels"] > 0.85
    assert names["numbers"][0] <= names["numbers"][-1]
    assert "precision" in capsys.readouterr().out


def test_no_output_is_kept_in_it(cells: list[dict[str, Any]]) -> None:
    assert all(not cell.get("outputs") for cell in cells)
