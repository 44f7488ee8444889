"""What the tests of the vault have in common: a vault, files, and what is kept of them."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tawthiq.evidence.vault.objects import Kept
from tawthiq.evidence.vault.store import Store


def film(size: int, seed: int = 1) -> bytes:
    """Bytes as large as a film; no two seeds give the same."""
    return Random(seed).randbytes(size)


def keep(store: Store, *contents: bytes) -> tuple[Kept, ...]:
    return store.publish([store.stage([content]) for content in contents])


def put(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / name
    path.write_bytes(content)
    return path
