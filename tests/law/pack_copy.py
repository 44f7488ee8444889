"""A copy of the law pack in a folder of its own, to be damaged on purpose."""

from __future__ import annotations

import shutil
from pathlib import Path

import tawthiq.law

DATA = Path(tawthiq.law.__file__).parent / "data"


def copy(folder: Path) -> Path:
    return Path(shutil.copytree(DATA, folder / "pack"))


def edit(pack: Path, name: str, old: str, new: str) -> None:
    """Replace one passage of one file, which must be there."""
    text = (pack / name).read_text("utf-8")
    assert old in text, f"{name} does not say {old!r}"
    (pack / name).write_text(text.replace(old, new, 1), encoding="utf-8")
