"""Whatever a file of a tool was turned into, it is read or refused, and nobody dies over it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from tests.evidence.capture.arrivals import given
from tests.evidence.capture.credentials import jpeg, png
from tests.evidence.capture.test_auto_archiver import description
from tests.evidence.capture.test_chats import ARABIC, PAGE, TELEGRAM
from tests.evidence.capture.test_telephone_proof import bundle, tella
from tests.evidence.capture.web_archives import wacz, warc

from tawthiq.evidence.capture.recognising import captures_in
from tawthiq.evidence.sandbox.sandbox import Sandbox

SEEDS = {
    "metadata.json": description(),
    "a.warc.gz": warc(),
    "b.warc": warc(packed=False),
    "c.wacz": wacz(),
    "chat.txt": ARABIC.encode(),
    "result.json": json.dumps(TELEGRAM).encode(),
    "messages.html": PAGE.encode(),
    "film.csv": tella(),
    "photo.png": png(),
    "photo.jpg": jpeg(),
    **{name.rpartition("/")[2]: data for name, data in bundle().items()},
}


def mutated(data: bytes, draw: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(changed))
        match draw.randrange(4):
            case 0:
                changed[at] ^= 1 << draw.randrange(8)
            case 1:
                del changed[at : at + draw.randint(1, 20)]
            case 2:
                changed[at:at] = changed[at : at + draw.randint(1, 200)]
            case _:
                changed[at : at + 4] = draw.choice([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"])
        if not changed:
            return b""
    return bytes(changed)


def survives(sandbox: Sandbox, folder: Path, rounds: int, seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(rounds):
        files = {name: mutated(data, draw) for name, data in SEEDS.items()}
        for capture in captures_in(sandbox, given(folder, files)):
            assert capture.files
            assert all(one.said.en and one.said.ar for one in capture.checks)


def test_mutated_files_of_tools_are_read_or_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    survives(sandbox, tmp_path, rounds=6, seed=1)


@pytest.mark.torture
def test_thousands_of_mutated_files_of_tools_are_read_or_refused(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    survives(sandbox, tmp_path, rounds=600, seed=2)
