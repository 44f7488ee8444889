"""The law pack as it was read last, kept beside the compiled code so that it is read once.

Reading and checking the files takes longer than everything else a command does. What is
kept lies where Python keeps its compiled modules and is trusted as those are: whoever can
write there can change the program itself. It is used only while every file of the pack and
every module of this room is the same, byte for byte.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tawthiq.law.book import LawPack

_ROOM = Path(__file__).parents[1]
_KEPT_IN = _ROOM / "data" / "__pycache__"


def kept_or(read: Callable[[], LawPack], kept_in: Path = _KEPT_IN) -> LawPack:
    """The pack that is kept, or as it is read now; then it is kept, where that is possible.

    Args:
        read: Reads and checks the pack from its files.
        kept_in: A folder that only who may change the program may write to.
    """
    try:
        where = kept_in / f"pack-{_digest()}.{sys.implementation.cache_tag}.pickle"
        if where.is_file():
            held = pickle.loads(where.read_bytes())
            return held if isinstance(held, LawPack) else read()
    except (OSError, EOFError, pickle.UnpicklingError):
        return read()
    pack = read()
    _keep(pack, where)
    return pack


def _digest() -> str:
    """Over every file that decides what the pack is: its own, and the code that reads them."""
    digest = hashlib.sha256()
    for pattern in ("**/*.py", "data/**/*.yaml"):
        for path in sorted(_ROOM.glob(pattern)):
            said = path.read_bytes()
            digest.update(f"{path.relative_to(_ROOM)}\0{len(said)}\0".encode() + said)
    return digest.hexdigest()[:32]


def _keep(pack: LawPack, where: Path) -> None:
    """Written whole or not at all; what was kept of an earlier pack is cleared away."""
    try:
        where.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=where.parent, delete=False) as file:
            file.write(pickle.dumps(pack, pickle.HIGHEST_PROTOCOL))
        Path(file.name).replace(where)
        for old in where.parent.glob(f"pack-*.{sys.implementation.cache_tag}.pickle"):
            if old != where:
                old.unlink(missing_ok=True)
    except OSError:
        return  # a folder that may not be written to: the pack is read each time
