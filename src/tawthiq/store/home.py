"""The folder in which a person's cases live: a database, a vault, a key, nothing else needed.

It is named on the command line, by ``TAWTHIQ_HOME``, or lies where the platform keeps a
program's data. It is made readable to its owner only: it holds what witnesses said.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from tawthiq.errors import HomeError

VARIABLE = "TAWTHIQ_HOME"
_OWNER_ONLY = 0o700
_KEY_BYTES = 50


@dataclass(frozen=True, slots=True)
class Home:
    """A home folder, which need not exist yet."""

    folder: Path

    @classmethod
    def find(cls, named: str | Path = "") -> Home:
        """The folder named, else that of ``TAWTHIQ_HOME``, else the platform's own."""
        chosen = str(named) or os.environ.get(VARIABLE, "")
        folder = Path(chosen) if chosen else platformdirs.user_data_path("tawthiq")
        return cls(folder.expanduser().absolute())

    @property
    def database(self) -> Path:
        return self.folder / "tawthiq.sqlite3"

    @property
    def vault(self) -> Path:
        """Where the bytes of evidence lie."""
        return self.folder / "vault"

    def prepare(self) -> None:
        """Make the folder, and see that it can be written to.

        Raises:
            HomeError: It is a file, or may not be made or written to.
        """
        try:
            self.folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder):
                pass
        except (FileExistsError, NotADirectoryError) as error:
            raise HomeError(
                f"{self.folder} is or lies in a file, and the home must be a folder; "
                f"name another with --home or {VARIABLE}",
                f"{self.folder} ملفٌّ أو يقع داخل ملف، وينبغي أن يكون مجلدًا؛ سمِّ مجلدًا آخر "
                f"بالخيار --home أو بالمتغير {VARIABLE}",
            ) from error
        except OSError as error:
            raise HomeError(
                f"{self.folder} cannot be written to ({error.strerror}); free the folder or the "
                f"disk, or name another with --home or {VARIABLE}",
                f"تعذّرت الكتابة في {self.folder} ({error.strerror})؛ أتح الكتابة في المجلد "
                "أو أفرغ مكانًا على القرص، أو سمِّ مجلدًا آخر بالخيار --home أو بالمتغير "
                f"{VARIABLE}",
            ) from error

    def secret_key(self) -> str:
        """The key that signs cookies and forms, made on the first call and then kept.

        Raises:
            HomeError: The folder cannot be used, or the key's file is empty.
        """
        file = self.folder / "secret-key"
        if not file.exists():
            self.prepare()
            _write_once(file, secrets.token_urlsafe(_KEY_BYTES))
        key = file.read_text(encoding="ascii").strip()
        if not key:
            raise HomeError(
                f"{file} is empty; delete it, and a new key is made",
                f"{file} فارغ؛ احذفه فيُصنع مفتاح جديد",
            )
        return key

    @property
    def log_key(self) -> Path:
        """Where the key lies that signs for the log; whoever reads it can sign."""
        return self.folder / "ledger-key"

    def keep_log_key(self, line: str) -> str:
        """Keep a new signing key, where there is none yet; the line that is kept now.

        Raises:
            HomeError: The folder cannot be used, or the key's file is empty.
        """
        if not self.log_key.exists():
            self.prepare()
            _write_once(self.log_key, f"{line}\n")
        kept = self.log_key.read_text(encoding="utf-8").strip()
        if not kept:
            raise HomeError(
                f"{self.log_key} is empty; put it back from a copy of the folder",
                f"{self.log_key} فارغ؛ أعده من نسخة من المجلد",
            )
        return kept

    def replace_log_key(self, line: str) -> None:
        """Keep another signing key in place of the one that is kept, whole or not at all."""
        beside = self.log_key.with_name("ledger-key.next")
        beside.unlink(missing_ok=True)
        _write_once(beside, f"{line}\n")
        beside.replace(self.log_key)


def _write_once(file: Path, text: str) -> None:
    """Write a file that only its owner reads; whoever came first keeps theirs."""
    handle, name = tempfile.mkstemp(dir=file.parent)  # mode 600
    with os.fdopen(handle, "w", encoding="utf-8") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())
    try:
        os.link(name, file)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
