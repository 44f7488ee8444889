"""Public lists of real people link as their registry numbers say; figures only, never a name."""

from __future__ import annotations

import csv
from pathlib import Path

from tawthiq.linkage import measures
from tawthiq.linkage.linking import link
from tawthiq.linkage.measures import Score
from tawthiq.linkage.table import Table

_ROWS = 7000  # the beginning of each list: enough to tell, and quick


def _score(shared: Path, lists: dict[str, tuple[str, str]]) -> Score:
    """The clusters of lists (file, name column), scored between the lists."""
    columns: dict[str, list[str]] = {
        key: [] for key in ("id", "source", "name", "sex", "age", "born")
    }
    truth: list[str] = []
    for source, (name, column) in lists.items():
        with (shared / "data/gaza-names" / name).open(encoding="utf-8") as file:
            for at, row in zip(range(_ROWS), csv.DictReader(file), strict=False):
                columns["id"].append(f"{source}{at}")
                columns["source"].append(source)
                columns["name"].append(row[column])
                columns["sex"].append(row["sex"])
                columns["age"].append(row.get("age") or "")
                columns["born"].append(row.get("dob") or row.get("born") or "")
                truth.append(row["person"])
    table = Table.of(columns)
    sources = table.columns["source"].codes
    return measures.of_clusters(link(table).clusters, measures.people(truth), sources)


def test_two_lists_in_arabic_link_without_a_label(shared: Path) -> None:
    score = _score(shared, {"a": ("list_20231026.csv", "name"), "b": ("list_20240630.csv", "name")})
    assert min(score.precision, score.recall) > 0.98


def test_a_list_in_arabic_and_one_in_latin_letters_link_without_a_label(shared: Path) -> None:
    latin = ("romanised_20250323.csv", "name_latin")
    score = _score(shared, {"a": ("list_20240630.csv", "name"), "b": latin})
    assert min(score.precision, score.recall) > 0.97
