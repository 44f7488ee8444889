"""Uploaded tables between their preview and the decision: in the home folder, for an hour.

A preview has to be looked at before a table is taken in, so the file is kept that long and
no longer: confirming and cancelling delete it, and whatever was forgotten goes with the
next upload. Only the owner of the home folder can read it.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing

KEPT_FOR = 3600  # seconds; house choice
_SALT = "tawthiq.incoming"
_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One uploaded table.

    Attributes:
        token: Names the file here; nobody can guess it.
        name: What the file is called by whoever uploaded it.
        kind: "claims", "totals" or "victims".
        case: The code of the case it was uploaded for.
        about: What else was said of it, as JSON.
    """

    token: str
    name: str
    kind: str
    case: str
    about: str = ""

    @property
    def path(self) -> Path:
        return folder() / self.token

    @property
    def address(self) -> str:
        """The upload as a part of an address, signed so that nobody makes one up."""
        return signing.dumps(asdict(self), salt=_SALT, compress=True)

    def forget(self) -> None:
        self.path.unlink(missing_ok=True)


def keep(chunks: Iterable[bytes], name: str, kind: str, case: str) -> Incoming:
    """Keep an upload for its preview, and delete those that were forgotten."""
    _sweep()
    incoming = Incoming(secrets.token_hex(16), _plain(name), kind, case)
    handle = os.open(incoming.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as kept:
        for chunk in chunks:
            kept.write(chunk)
    return incoming


def find(address: str, case: str) -> Incoming | None:
    """The upload of an address, or None where it is not ours, too old, or gone."""
    try:
        said: dict[str, Any] = signing.loads(address, salt=_SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    incoming = Incoming(**said)
    known = incoming.case == case and _NAME.fullmatch(incoming.token)
    return incoming if known and incoming.path.is_file() else None


def folder() -> Path:
    """Where uploads wait, made on the first one."""
    waiting: Path = settings.HOME.folder / "incoming"
    waiting.mkdir(mode=0o700, parents=True, exist_ok=True)
    return waiting


def _sweep() -> None:
    oldest = time.time() - KEPT_FOR
    for file in folder().iterdir():
        if _NAME.fullmatch(file.name) and file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)


def _plain(name: str) -> str:
    """A file name without folders and signs that cannot be seen, short enough to show."""
    last = re.split(r"[/\\]", name)[-1]
    return "".join(sign for sign in last if sign.isprintable())[-120:] or "table"
