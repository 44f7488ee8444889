"""The page on the rooms names the rooms that there are, in the order that is enforced."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]
ROOMS = {path.parent.name for path in (ROOT / "src/tawthiq").glob("*/__init__.py")}


def _layers() -> list[set[str]]:
    """From the shells down: the rooms of each layer, built or not."""
    [contract] = [contract for contract in CONTRACTS if contract["type"] == "layers"]
    return [set(re.findall(r"\w+", layer)) for layer in contract["layers"]]


def test_the_page_draws_the_arrows_that_are_enforced() -> None:
    drawn = re.search(r"web \| cli → [^#]*? errors", PAGE)
    assert drawn
    assert [set(re.findall(r"\w+", layer)) for layer in drawn[0].split("→")] == _layers()


def test_a_room_that_is_built_stands_among_the_rooms() -> None:
    built = PAGE.split("Not built yet")[0]
    assert {room for room in ROOMS if f"{room}/" not in built} == set()


def test_a_room_that_is_built_is_no_longer_in_brackets() -> None:
    [contract] = [contract for contract in CONTRACTS if contract["type"] == "layers"]
    waiting = set(re.findall(r"\((\w+)\)", " ".join(contract["layers"])))
    assert waiting & ROOMS == set()


def test_every_room_below_the_store_is_kept_from_django_and_the_network() -> None:
    """Whole; evidence module by module, because one of them asks a time stamping authority."""
    layers = _layers()
    below = set().union(*layers[layers.index({"store"}) + 1 :])
    [contract] = [contract for contract in CONTRACTS if contract["type"] == "forbidden"]
    kept = {module.removeprefix("tawthiq.") for module in contract["source_modules"]}
    whole = below & (ROOMS | {"errors"}) - {"evidence"}
    assert kept == whole | _modules_of("evidence", but="evidence.timestamps.asking")


def _modules_of(package: str, but: str) -> set[str]:
    """What is in a package, whole where it can be, and taken apart where one must stay out."""
    if not but.startswith(f"{package}."):
        return {package} - {but}
    folder = ROOT / "src/tawthiq" / package.replace(".", "/")
    inside = {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}
    inside |= {path.parent.name for path in folder.glob("*/__init__.py")}
    return set().union(*(_modules_of(f"{package}.{name}", but) for name in inside)) - {but}


def test_every_decision_stands_in_the_list() -> None:
    folder = ROOT / "docs/decisions"
    listed = set(re.findall(r"\((\d{4}-[^)]+\.md)\)", (folder / "README.md").read_text("utf-8")))
    assert {path.name for path in folder.glob("[0-9]*.md")} == listed
