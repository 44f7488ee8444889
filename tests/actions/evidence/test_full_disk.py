"""A disk that fills up while evidence is added: what was acknowledged is there, nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.actions.evidence import add as adding
from tawthiq.actions.evidence.add import Batch, Given, Receipt, add
from tawthiq.actions.verify import verify
from tawthiq.errors import StorageError
from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.group import GroupLimits
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.store import models
from tawthiq.store.home import Home

from ...house import LAYLA


class FullAfter(Disk):
    """A disk on which no more than so many files are flushed."""

    def __init__(self, flushes: int) -> None:
        super().__init__()
        self._left = flushes

    def _spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise OSError(28, "No space left on device")

    def flush_all(self, handle: int) -> None:
        self._spend()
        super().flush_all(handle)

    def flush_folders(self, folders: list[Path]) -> None:  # type: ignore[override]
        self._spend()
        super().flush_folders(folders)


@pytest.mark.parametrize("flushes", [0, 1, 2, 3, 5])
def test_what_was_acknowledged_before_the_disk_was_full_is_kept(
    home: Home, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flushes: int
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(str(number))
    LocalStore(home.vault).close()
    with monkeypatch.context() as patched:
        full = FullAfter(flushes)
        patched.setattr(adding, "open_vault", lambda home: LocalStore(home.vault, full))
        receipts, given = list[Receipt](), Given(case, "Nour", LAYLA)
        with pytest.raises(StorageError):
            for batch in add(home, [folder], given, limits=GroupLimits(files=3, seconds=60)):
                assert isinstance(batch, Batch)
                receipts += batch.receipts
    items = set(models.EvidenceItem.objects.values_list("code", flat=True))
    assert {one.item for one in receipts} == items
    done = verify(home, level=3)
    assert done.holds
    assert done.vault.objects == len(receipts)
    again = [one for one in add(home, [folder], given) if isinstance(one, Batch)]
    assert sum(not one.is_again for batch in again for one in batch.receipts) == 12 - len(items)
