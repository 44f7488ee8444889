"""What a witness remembers of one log, in plain files that are only ever added to.

    log               the log's name
    000001.key        its verification key; 000002.key after a change of keys
    000001.checkpoint what was cosigned first, with the cosignature; 000002.checkpoint next
    refused/          signed checkpoints that the log must not have signed: evidence

A file is written under a number that nobody has taken, so of two answers at one moment only
one is remembered and the other is not given.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tawthiq.ledger import durable, words
from tawthiq.ledger.key import VerificationKey
from tawthiq.ledger.note import Note

_DIGITS = 6


class WitnessRecord:
    """The memory of one log."""

    def __init__(self, folder: Path, origin: str) -> None:
        """`folder` is that of the witness; each log has a folder of its own in it."""
        self.origin = origin
        self.folder = folder / sha256(origin.encode()).hexdigest()

    def exists(self) -> bool:
        return (self.folder / "log").exists()

    def begin(self, key: VerificationKey) -> None:
        """Follow this log from now on.

        Raises:
            FileExistsError: It is followed already; its key changes by a change of keys only.
        """
        durable.make_folder(self.folder)
        self.add_key(0, key)
        durable.write(self.folder / "log", f"{self.origin}\n".encode())

    def keys(self) -> list[VerificationKey]:
        """Every key that the log had, the present one last."""
        lines = [path.read_text("utf-8") for path in self._numbered("key")]
        return [VerificationKey.parse(line.removesuffix("\n")) for line in lines]

    def add_key(self, after: int, key: VerificationKey) -> None:
        """Remember a key as the one that follows the first `after`.

        Raises:
            FileExistsError: Somebody else has added one in the meantime.
        """
        durable.write_new(self._path(after + 1, "key"), f"{key}\n".encode())

    def notes(self) -> list[Note]:
        """Every checkpoint that was cosigned, oldest first."""
        return [Note.parse(path.read_bytes()) for path in self._numbered("checkpoint")]

    def latest(self) -> tuple[int, Note | None]:
        """How many were cosigned, and the last of them."""
        paths = self._numbered("checkpoint")
        return len(paths), Note.parse(paths[-1].read_bytes()) if paths else None

    def add_note(self, after: int, note: Note) -> None:
        """Remember a cosigned checkpoint as the one that follows the first `after`.

        Raises:
            FileExistsError: Somebody else has added one in the meantime.
        """
        durable.write_new(self._path(after + 1, "checkpoint"), note.to_bytes())

    def keep_evidence(self, note: Note) -> None:
        """Keep a checkpoint that the log signed and must not have signed."""
        data = note.to_bytes()
        path = self.folder / "refused" / f"{sha256(data).hexdigest()}.checkpoint"
        if not path.exists():
            durable.write(path, data)

    def evidence(self) -> list[Note]:
        """Every checkpoint that was kept so."""
        folder = self.folder / "refused"
        return [Note.parse(path.read_bytes()) for path in sorted(folder.glob("*.checkpoint"))]

    def _path(self, number: int, ending: str) -> Path:
        return self.folder / f"{number:0{_DIGITS}}.{ending}"

    def _numbered(self, ending: str) -> list[Path]:
        """The files of one kind from number 1 without a gap.

        Raises:
            IntegrityError: One of them is missing.
        """
        found = self.folder.glob(f"*.{ending}")
        paths = sorted(found, key=lambda path: (len(path.name), path.name))
        for number, path in enumerate(paths, 1):
            if path != self._path(number, ending):
                raise words.file_missing(self._path(number, ending).name)
        return paths
