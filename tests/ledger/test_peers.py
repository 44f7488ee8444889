"""Others who wrote the same formats give the same bytes for the same entries (``peers/``)."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.house import entry
from tests.ledger.test_key import GO_PUBLIC, GO_SECRET

from tawthiq.ledger.checkpoint import Checkpoint, Trust, accept
from tawthiq.ledger.key import SigningKey, VerificationKey
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note
from tawthiq.ledger.published import publish

FOLDER = Path(__file__).parent / "peers"
GO, SCALES, PYMERKLE = (
    json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    for name in ("go-sumdb", "tlog-scales", "pymerkle")
)
THE_LOG = Log(MemoryStorage())
THE_LOG.append([entry(number) for number in range(70_000)])


@pytest.mark.parametrize("peer", [GO, SCALES, PYMERKLE], ids=lambda peer: peer["made_by"])
def test_a_peer_has_the_same_roots(peer: dict[str, Any]) -> None:
    assert {size: THE_LOG.root_at(int(size)).hex() for size in peer["roots"]} == peer["roots"]


@pytest.mark.parametrize("peer", [GO, SCALES], ids=lambda peer: peer["made_by"])
def test_a_peer_gives_the_same_proofs(peer: dict[str, Any]) -> None:
    for proof in peer["inclusions"]:
        ours = THE_LOG.inclusion(proof["a"], proof["b"])
        assert [beside.hex() for beside in ours] == proof["path"]
    for proof in peer["consistencies"]:
        ours = THE_LOG.consistency(proof["a"], proof["b"])
        assert [beside.hex() for beside in ours] == proof["path"]


def test_go_signs_the_same_checkpoint() -> None:
    key = SigningKey.parse(GO_SECRET)
    ours = Checkpoint(key.name, THE_LOG.head).signed(key)
    assert ours.to_bytes().decode() == GO["checkpoint"]
    accept(Note.parse(GO["checkpoint"].encode()), Trust.in_(VerificationKey.parse(GO_PUBLIC)))


def test_a_published_log_has_the_same_files(tmp_path: Path) -> None:
    log = Log(MemoryStorage())
    log.append([entry(number) for number in range(700)])
    note = Note.parse(SCALES["checkpoint"].encode())
    accepted = accept(note, Trust.in_(VerificationKey.parse(SCALES["vkey"])))
    assert accepted.head == log.head
    publish(log, tmp_path, note)
    found = {
        path.relative_to(tmp_path).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert found == SCALES["files"]
