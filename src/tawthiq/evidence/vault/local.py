"""A vault in a folder of this machine.

    VAULT                            the version of this layout
    objects/sha256/ab/ab12…          one file for each object, named by its SHA-256, mode 0440
    incoming/                        copies that are not finished; swept away at the next opening
    uploads/                         what comes in pieces over days
    damaged/                         what was found not to be what its name says; never deleted

The order (evidence is flushed, then named, then the name is flushed, then acknowledged) is what
the promise of the vault rests on; the tests take each flush away and must see something lost.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from tawthiq.evidence.vault import words
from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.hashing import fingerprint_of
from tawthiq.evidence.vault.layout import Layout
from tawthiq.evidence.vault.objects import Held, Kept, ObjectRef
from tawthiq.evidence.vault.staging import Staged, Staging, disk_errors
from tawthiq.values.digest import Digest

_FEW = 4  # files up to which flushing each is cheaper than flushing the file system twice


class LocalStore:
    """The vault of one machine; several programs may have it open at once."""

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        """Open a vault, or make an empty one where there is none.

        Raises:
            StorageError: The folder is a vault of another version, or the disk refuses.
        """
        self.disk = disk or Disk()
        self.layout = Layout(root, self.disk)
        with disk_errors():
            self.layout.make_sure()
            self._root = self.disk.open_root(root)  # first: it hears of faults from now on
            try:
                self._staging = Staging(self.disk, self.layout.incoming)
            except BaseException:
                self.disk.close(self._root)
                raise
        self._flushes_all = self.disk.flushes_all(root)

    def close(self) -> None:
        with disk_errors():
            try:
                self._staging.close()
            finally:
                self.disk.close(self._root)

    def __enter__(self) -> LocalStore:
        return self

    def __exit__(self, *_of_an_error: object) -> None:
        self.close()

    # --- keeping ------------------------------------------------------------------------------

    def stage_file(self, path: Path, *, alone: bool = False) -> Staged:
        return self._staging.stage_file(path, flush=alone or not self._flushes_all)

    def stage(self, chunks: Iterable[bytes], *, alone: bool = False) -> Staged:
        return self._staging.stage(chunks, flush=alone or not self._flushes_all)

    def discard(self, staged: Staged) -> None:
        self._staging.discard(staged)

    def publish(self, staged: Sequence[Staged]) -> tuple[Kept, ...]:
        try:
            with disk_errors():
                self._flush_contents(staged)
                kept = tuple(self._named(one) for one in staged)
                self._flush_names(kept)
                return kept
        finally:
            for one in staged:
                if not one.outlives:
                    self.discard(one)

    def _flush_contents(self, staged: Sequence[Staged]) -> None:
        if any(not one.is_flushed for one in staged):
            self.disk.flush_all(self._root)

    def _named(self, staged: Staged) -> Kept:
        """Give a flushed copy its name, unless the same bytes already have it."""
        ref, held = staged.fingerprint.ref, Held.NEW
        place = self.layout.path_of(ref.digest)
        if self.disk.size_at(place) is not None:
            if self._is_whole(ref):
                return Kept(staged.fingerprint, Held.ALREADY)
            self._set_aside(place)
            held = Held.MENDED
        self._name(staged, place)
        return Kept(staged.fingerprint, held)

    def _name(self, staged: Staged, place: Path) -> None:
        """Give it its name; what was acknowledged under its old one keeps that until later."""
        if staged.outlives:
            with suppress(OSError):  # the name is taken by a damaged object; or no links here
                self.disk.link(staged.path, place)
                return
        self.disk.rename(staged.path, place)

    def _flush_names(self, kept: Sequence[Kept]) -> None:
        """Flush the names of all, also of those that were there: their giver may not have yet."""
        folders = {self.layout.path_of(one.ref.digest).parent for one in kept}
        if any(one.held is Held.MENDED for one in kept):
            folders.add(self.layout.damaged)
        if self._flushes_all and len(folders) > _FEW:
            self.disk.flush_all(self._root)
        else:
            self.disk.flush_folders(sorted(folders))

    def _is_whole(self, ref: ObjectRef) -> bool:
        handle = self.disk.open_kept(self.layout.path_of(ref.digest))
        try:
            return fingerprint_of(self.disk, handle, ref.size).ref == ref
        finally:
            self.disk.close(handle)

    def _set_aside(self, place: Path) -> None:
        """Keep a damaged object as evidence of what happened to it."""
        aside = self.layout.damaged / f"{place.name}.{time.time_ns()}"
        try:
            self.disk.link(place, aside)  # so that something stands under the name at any moment
        except OSError:  # the file systems of USB sticks have no such links
            self.disk.rename(place, aside)

    # --- reading ------------------------------------------------------------------------------

    def find(self, digest: Digest) -> ObjectRef | None:
        with disk_errors():
            size = self.disk.size_at(self.layout.path_of(digest))
        return None if size is None else ObjectRef(digest, size)

    def open(self, digest: Digest, *, past_memory: bool = False) -> FileIO:
        with disk_errors():
            try:
                handle = self.disk.open_kept(self.layout.path_of(digest))
            except FileNotFoundError:
                raise words.missing(digest) from None
            if past_memory:
                self.disk.forget(handle, 0, 0)
            return FileIO(handle, "rb")

    @contextmanager
    def at_hand(self, digest: Digest) -> Iterator[Path]:
        if self.find(digest) is None:
            raise words.missing(digest)
        yield self.layout.path_of(digest)

    def refs(self) -> Iterator[ObjectRef]:
        for path in self._places():
            digest = self.layout.digest_at(path)
            if digest and (found := self.find(digest)):
                yield found

    def strangers(self) -> Iterator[Path]:
        """What lies among the objects and is none by its name and place."""
        for path in self._places():
            if self.layout.digest_at(path) is None:
                yield path

    def erase(self, digest: Digest) -> bool:
        place = self.layout.path_of(digest)
        with disk_errors():
            try:
                self.disk.remove(place)
            except FileNotFoundError:
                return False
            self.disk.flush_folder(place.parent)
        return True

    def _places(self) -> Iterator[Path]:
        with disk_errors():
            yield from self.layout.places()
