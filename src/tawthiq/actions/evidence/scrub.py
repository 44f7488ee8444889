"""Look whether every item's bytes are still in the vault and still the same.

A scrub of many terabytes takes days. How far it came is written down in the home folder, so that
one that was broken off goes on where it ended.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tawthiq.actions.evidence.add import open_vault
from tawthiq.evidence.vault.objects import ObjectRef
from tawthiq.evidence.vault.scrub import Expected, Level, Looked, Scrubbed, State, scrub
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence import codes_with
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

_NOTED = 256 << 20  # bytes read between two notes of how far it came
Progress = Callable[[int, int, int], None]
"""Is told how many objects and bytes were looked at, and how many bytes there are in all."""


@dataclass(frozen=True, slots=True)
class ObjectFault:
    """An object that is not as it was kept, and the items that it is."""

    codes: tuple[str, ...]
    digest: Digest
    state: State


@dataclass(frozen=True, slots=True)
class VaultLooked:
    """What a scrub found.

    Attributes:
        objects, size: How many were looked at, and how many bytes they have.
        unlisted: Objects that no item is: an addition that was broken off. Harmless.
        strangers: What lies among the objects and is none.
    """

    level: Level
    objects: int
    size: int
    faults: tuple[ObjectFault, ...]
    unlisted: int
    strangers: int

    @property
    def remarks(self) -> tuple[Both, ...]:
        found = list[Both]()
        if self.unlisted:
            found.append(
                Both(
                    f"the vault holds {self.unlisted} objects that no item is, from an addition"
                    " that was broken off or an erasure; give the files again",
                    f"في المخزن {self.unlisted} من الكائنات لا يقابلها دليل، من إضافة انقطعت أو"
                    " محو؛ أعد إعطاء الملفات",
                )
            )
        if self.strangers:
            found.append(
                Both(
                    f"the vault holds {self.strangers} files that are no objects by their name;"
                    " nothing refers to them",
                    f"في المخزن {self.strangers} من الملفات ليست كائنات بحسب اسمها؛ لا شيء يحيل"
                    " إليها",
                )
            )
        return tuple(found)


NOT_SCRUBBED = VaultLooked(Level.THERE, 0, 0, (), 0, 0)


def scrub_vault(
    home: Home, level: Level, *, resumes: bool = False, told: Progress = lambda *_: None
) -> VaultLooked:
    """Look at the object of every item, in the order of the digests.

    Args:
        level: ``THERE`` looks at sizes; ``HASHED`` reads; ``DEEP`` reads past memory.
        resumes: Go on where the last scrub of this level was broken off.

    Raises:
        StorageError: The vault cannot be opened.
    """
    place = home.folder / f"scrub-{int(level)}.json"
    if not home.vault.exists() and not models.EvidenceContent.objects.exists():
        return VaultLooked(level, 0, 0, (), 0, 0)
    so_far = (_noted(place, level) if resumes else None) or Scrubbed(level)
    expected = _expected()
    all_bytes = sum(one.ref.size for one in expected)
    noted = so_far.size
    with open_vault(home) as store:
        for looked in scrub(store, expected, level, so_far.last):
            so_far.note(looked)
            told(so_far.objects, so_far.size, all_bytes)
            if level is not Level.THERE and so_far.size - noted >= _NOTED:
                noted = so_far.size
                _note(place, so_far)
        known = {one.ref.digest for one in expected}
        deep = level is Level.DEEP
        unlisted = sum(ref.digest not in known for ref in store.refs()) if deep else 0
        strangers = sum(1 for _ in store.strangers()) if deep else 0
    place.unlink(missing_ok=True)
    faults = tuple(_faults(so_far.faults))
    return VaultLooked(level, so_far.objects, so_far.size, faults, unlisted, strangers)


def _expected() -> list[Expected]:
    """Each object once, by its digest; 200 bytes each in memory."""
    rows = models.EvidenceContent.objects.order_by("sha256")
    found = dict[str, Expected]()
    for sha256, sha512, size in rows.values_list("sha256", "sha512", "size").iterator(2000):
        ref = ObjectRef(Digest.parse(sha256), size)
        found.setdefault(sha256, Expected(ref, bytes.fromhex(sha512)))
    return list(found.values())


def _faults(looked: list[Looked]) -> Iterator[ObjectFault]:
    codes = codes_with(str(one.expected.ref.digest) for one in looked)
    for one in looked:
        digest = one.expected.ref.digest
        yield ObjectFault(tuple(codes.get(str(digest), ())), digest, one.state)


def _note(place: Path, so_far: Scrubbed) -> None:
    """Write down how far it came, whole or not at all."""
    said = {
        "level": int(so_far.level),
        "objects": so_far.objects,
        "size": so_far.size,
        "last": str(so_far.last),
        "faults": [
            [str(one.expected.ref.digest), one.expected.ref.size, one.state]
            for one in so_far.faults
        ],
    }
    beside = place.with_suffix(".part")
    with beside.open("w", encoding="ascii") as file:
        json.dump(said, file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)


def _noted(place: Path, level: Level) -> Scrubbed | None:
    """What was written down; None where there is nothing that can be relied on."""
    try:
        said = json.loads(place.read_text("ascii"))
        faults = [
            Looked(Expected(ObjectRef(Digest.parse(digest), size)), State(state))
            for digest, size, state in said["faults"]
        ]
        last = Digest.parse(said["last"])
        return Scrubbed(level, said["objects"], said["size"], last, faults=faults)
    except (OSError, ValueError, KeyError, TypeError):
        return None
