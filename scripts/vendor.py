"""The files of others that our pages load: fetched once, reduced, and written down.

A page of ours asks nobody else for anything: map, fonts and scripts lie in the package. This
script takes exact versions with `npm pack`, copies only the files named here, and writes
MANIFEST.json: for each file where it came from, under which licence, and its SHA-256.
To take a new version, change the number below, run `make vendor` and read the difference.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import outline

VENDOR = Path(__file__).resolve().parents[1] / "src/tawthiq/web/static/vendor"
MANIFEST = VENDOR / "MANIFEST.json"
LATIN = ("latin", "latin-ext")


@dataclass(frozen=True, slots=True)
class File:
    """One file of a package, where it goes under vendor/, and how it is reduced on the way."""

    source: str
    target: str
    reduce: Callable[[bytes], bytes] | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One package at one version, its licence as an SPDX name, and what we take of it."""

    package: str
    version: str
    licence: str
    files: tuple[File, ...]


def without_source_map(content: bytes) -> bytes:
    """The map is not shipped, and a store of static files refuses a reference to nothing."""
    return re.sub(rb"\n//# sourceMappingURL=\S+\s*$", b"\n", content)


def _module(name: str) -> File:
    change = "the reference to its source map is cut off"
    return File(f"dist/{name}", f"maplibre/{name}", without_source_map, change)


def _family(folder: str, subsets: tuple[str, ...], weights: tuple[str, ...]) -> tuple[File, ...]:
    """The upright faces of one family, with their licence beside them."""
    names = [f"{folder}-{subset}-{weight}-normal.woff2" for subset in subsets for weight in weights]
    return (
        File("LICENSE", f"fonts/{folder}/LICENSE"),
        *(File(f"files/{name}", f"fonts/{folder}/{name}") for name in names),
    )


PARTS = (
    Part(
        "maplibre-gl",
        "6.17.0",
        "BSD-3-Clause",
        (
            File("LICENSE.txt", "maplibre/LICENSE.txt"),
            File("dist/maplibre-gl.css", "maplibre/maplibre-gl.css"),
            _module("maplibre-gl.mjs"),
            _module("maplibre-gl-worker.mjs"),
        ),
    ),
    Part(
        "@mapbox/mapbox-gl-rtl-text",
        "0.4.0",
        "BSD-2-Clause",
        (
            File("LICENSE.md", "rtl-text/LICENSE.md"),
            File("dist/mapbox-gl-rtl-text.js", "rtl-text/mapbox-gl-rtl-text.js"),
        ),
    ),
    Part(
        "world-atlas",
        "2.0.2",
        "ISC",
        (
            File("LICENSE", "outline/LICENSE"),
            File(
                "countries-50m.json",
                "outline/countries.geojson",
                outline.around_syria,
                "only the countries around Syria, as plain GeoJSON, with Arabic names",
            ),
        ),
    ),
    Part(
        "htmx.org",
        "4.0.1",
        "0BSD",
        (File("LICENSE", "htmx/LICENSE"), File("dist/htmx.min.js", "htmx/htmx.min.js")),
    ),
    Part(
        "@fontsource-variable/source-serif-4",
        "5.3.1",
        "OFL-1.1",
        _family("source-serif-4", LATIN, ("opsz",)),
    ),
    Part(
        "@fontsource/noto-naskh-arabic",
        "5.3.0",
        "OFL-1.1",
        _family("noto-naskh-arabic", ("arabic",), ("400", "600", "700")),
    ),
    Part(
        "@fontsource/ibm-plex-sans",
        "5.3.0",
        "OFL-1.1",
        _family("ibm-plex-sans", LATIN, ("400", "500", "600")),
    ),
    Part(
        "@fontsource/ibm-plex-sans-arabic",
        "5.3.0",
        "OFL-1.1",
        _family("ibm-plex-sans-arabic", ("arabic",), ("400", "500", "600")),
    ),
)


def main() -> int:
    """Fetch every part; the folder is only replaced when all of them are there."""
    known = _known_packages()
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name) / "vendor"
        parts = [_take(part, Path(name), fresh, known) for part in PARTS]
        text = json.dumps({"parts": parts}, ensure_ascii=False, indent=2)
        (fresh / MANIFEST.name).write_text(text + "\n", encoding="utf-8")
        if VENDOR.exists():
            shutil.rmtree(VENDOR)
        shutil.copytree(fresh, VENDOR)
    print(f"{sum(len(part.files) for part in PARTS)} files of {len(PARTS)} packages in {VENDOR}")
    return 0


def _take(part: Part, work: Path, fresh: Path, known: dict[tuple[str, str], str]) -> dict[str, Any]:
    """Fetch one part, write its files under `fresh`, and return its entry for the manifest.

    Raises:
        SystemExit: The package is not the one that this version was when we last took it.
    """
    packed, integrity = _pack(part, work)
    if known.get((part.package, part.version), integrity) != integrity:
        sys.exit(f"{part.package} {part.version} is not the package it was; nothing was changed")
    with tarfile.open(packed) as package:
        files = [_copy(file, package, fresh) for file in part.files]
    return {
        "name": part.package,
        "version": part.version,
        "licence": part.licence,
        "integrity": integrity,
        "files": files,
    }


def _pack(part: Part, work: Path) -> tuple[Path, str]:
    """The package as npm hands it out, and the digest that npm checked it against."""
    command = ["npm", "pack", "--json", "--silent", f"{part.package}@{part.version}"]
    answer = subprocess.run(command, cwd=work, check=True, capture_output=True, text=True)
    [package] = json.loads(answer.stdout)
    return work / package["filename"], package["integrity"]


def _copy(file: File, package: tarfile.TarFile, fresh: Path) -> dict[str, str]:
    member = package.extractfile(f"package/{file.source}")
    if member is None:
        raise FileNotFoundError(f"{file.source} is no file of the package")
    content = member.read()
    if file.reduce is not None:
        content = file.reduce(content)
    target = fresh / file.target
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    entry = {"path": file.target, "from": file.source}
    if file.change:
        entry["change"] = file.change
    return entry | {"sha256": hashlib.sha256(content).hexdigest()}


def _known_packages() -> dict[tuple[str, str], str]:
    """What the manifest says now: name and version to the digest of the whole package."""
    if not MANIFEST.exists():
        return {}
    parts = json.loads(MANIFEST.read_text(encoding="utf-8"))["parts"]
    return {(part["name"], part["version"]): part["integrity"] for part in parts}


if __name__ == "__main__":
    sys.exit(main())
