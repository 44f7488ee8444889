"""A program that keeps files and says so on its standard output, until it is killed.

Run with the folder of a vault, a folder of files, a seed, and ``honest`` or ``hasty``. The hasty
one says that a file is kept when it has only been copied: the negative control.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

from tawthiq.evidence.vault.group import GroupLimits, keep_files
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Kept


def main() -> None:
    vault, given, seed, manner = sys.argv[1:]
    draw = Random(int(seed))
    paths = sorted(Path(given).iterdir())
    draw.shuffle(paths)
    with LocalStore(Path(vault)) as store:
        say("ready")
        if manner == "hasty":
            for path in paths:
                staged = store.stage_file(path)
                say(str(staged.fingerprint.ref.digest))
                store.publish([staged])
        limits = GroupLimits(files=draw.choice([1, 2, 7]))
        for group in keep_files(store, paths, limits):
            for _, one in group:
                assert isinstance(one, Kept)
                say(str(one.ref.digest))


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
