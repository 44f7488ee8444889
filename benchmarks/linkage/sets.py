"""The lists on which linking is measured: invented ones, real Arabic names, and the peers' own.

The real ones lie beside the repository and are never copied; only figures leave them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.linkage.generator import victim_lists

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
Cells = list[str]


@dataclass(frozen=True, slots=True, eq=False)
class Set:
    """Lists as columns that linkage knows, and the person of each row; "" where not known."""

    columns: dict[str, Cells]
    truth: Cells


def invented(rows: int, seed: int = 1) -> Set:
    lists = victim_lists(rows, seed)
    return Set(_numbered(lists.columns), lists.truth)


def gaza(first: str, second: str, name: str = "name") -> Set:
    """Two of the public lists; ``name`` is the column of the second one to take the name from."""
    one, other = _read(f"gaza-names/{first}.csv"), _read(f"gaza-names/{second}.csv")
    rows = len(one["name"]), len(other["name"])
    columns: dict[str, Cells] = {"source": ["1"] * rows[0] + ["2"] * rows[1]}
    for ours, theirs in {"name": name, "sex": "sex", "age": "age"}.items():
        columns[ours] = _column(one, ours, rows[0]) + _column(other, theirs, rows[1])
    columns["born"] = _born(one, rows[0]) + _born(other, rows[1])
    return Set(_numbered(columns), one["person"] + other["person"])


def febrl(number: str) -> Set:
    """Febrl's people of Australia; those with one number are one person."""
    read = _read(f"rl-benchmarks/febrl/dataset{number}.csv")
    names = {"given_name": "given", "surname": "family", "date_of_birth": "born"} | {
        "suburb": "place", "state": "governorate", "postcode": "postcode",
        "street_number": "number", "address_1": "street", "soc_sec_id": "card",
    }  # fmt: skip
    columns = {ours: read[theirs] for theirs, ours in names.items()}
    truth = [name.split("-")[1] for name in read["rec_id"]]
    return Set(_numbered(columns), truth)


def fake_1000() -> Set:
    read = _read("rl-benchmarks/splink/fake_1000.csv")
    names = {"first_name": "given", "surname": "family", "dob": "born", "city": "place"}
    columns = {ours: read[theirs] for theirs, ours in names.items()} | {"email": read["email"]}
    return Set(_numbered(columns), read["cluster"])


def historical_50k() -> Set:
    from pyarrow.parquet import read_table

    file = SHARED / "rl-benchmarks/splink/historical_figures_with_errors_50k.parquet"
    read = {
        name: [cell or "" for cell in cells] for name, cells in read_table(file).to_pydict().items()
    }
    names = {
        "first_name": "given", "surname": "family", "dob": "born", "birth_place": "place",
        "postcode_fake": "postcode", "gender": "sex", "occupation": "occupation",
    }  # fmt: skip
    return Set(_numbered({o: read[t] for t, o in names.items()}), read["cluster"])


SETS: dict[str, Callable[[], Set]] = {
    "invented 100k": lambda: invented(100_000),
    "invented 1M": lambda: invented(1_000_000),
    "gaza-names": lambda: gaza("list_20231026", "list_20240630"),
    "gaza-names across scripts": lambda: gaza("list_20231026", "romanised_20250323", "name_latin"),
    "fake_1000": fake_1000,
    "febrl 1": lambda: febrl("1"),
    "febrl 3": lambda: febrl("3"),
    "historical_50k": historical_50k,
}


def _numbered(columns: dict[str, Cells]) -> dict[str, Cells]:
    rows = len(next(iter(columns.values())))
    return {**columns, "id": [str(row) for row in range(rows)]}


def _read(name: str) -> dict[str, Cells]:
    with (SHARED / name).open(encoding="utf-8", newline="") as source:
        reader = csv.reader(source, skipinitialspace=True)
        header = [cell.strip() for cell in next(reader)]
        rows = list(zip(*reader, strict=True))
    return {
        name: [cell.strip() for cell in cells] for name, cells in zip(header, rows, strict=True)
    }


def _column(read: dict[str, Cells], name: str, rows: int) -> Cells:
    return read.get(name, [""] * rows)


def _born(read: dict[str, Cells], rows: int) -> Cells:
    return read.get("dob") or read.get("born") or [""] * rows
