"""The examples in ``docs/spec`` are real: a reader who follows the pages accepts them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ledger.house import entry
from tests.ledger.keys import LOG, WITNESS

from tawthiq.ledger.checkpoint import Trust, accept
from tawthiq.ledger.files import FileStorage
from tawthiq.ledger.key import VerificationKey
from tawthiq.ledger.key_change import KeyChange
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note
from tawthiq.ledger.proof import check_consistency
from tawthiq.ledger.refusal import Refusal
from tawthiq.ledger.tlog_proof import TlogProof
from tawthiq.ledger.witness_request import Request

FOLDER = Path(__file__).resolve().parents[2] / "docs/spec"
TRUST = Trust(LOG.name, (LOG.public,), (WITNESS.public,), quorum=1)
THE_LOG = Log(MemoryStorage())
THE_LOG.append([entry(number) for number in range(12)])


def examples(page: str) -> list[bytes]:
    """The indented blocks after an empty line; an empty line within one belongs to it."""
    text = (FOLDER / page).read_text("utf-8")
    blocks = re.findall(r"(?<=\n\n)(?:    .*\n(?:\n(?=    ))?)+", text)
    return [re.sub(r"^    ", "", block, flags=re.MULTILINE).encode() for block in blocks]


def test_the_checkpoint_is_accepted() -> None:
    accepted = accept(Note.parse(examples("checkpoint.md")[0]), TRUST)
    assert accepted.head == THE_LOG.head
    assert [one.time for one in accepted.seen_by] == [1_700_000_000]


def test_the_key_is_that_of_the_log() -> None:
    line = examples("checkpoint.md")[1].decode().strip()
    assert VerificationKey.parse(line) == LOG.public


def test_the_offline_proof_shows_its_entry() -> None:
    proof = TlogProof.parse(examples("checkpoint.md")[2])
    assert proof.check(entry(proof.index), TRUST).head == THE_LOG.head


def test_the_request_shows_growth() -> None:
    request = Request.parse(examples("witness.md")[0])
    head = request.checkpoint.head
    check_consistency(
        request.old,
        head.size,
        path=request.path,
        old_root=THE_LOG.head.root,
        new_root=head.root,
    )


def test_the_change_of_keys_is_signed_by_both() -> None:
    change = KeyChange.read(Note.parse(examples("ledger-entry.md")[1]))
    assert change.old == LOG.public


def test_every_answer_of_a_witness_is_described() -> None:
    text = (FOLDER / "witness.md").read_text("utf-8")
    assert {kind for kind in Refusal if f"`{kind}`" not in text} == set()


def test_the_files_of_a_working_log_are_described(tmp_path: Path) -> None:
    Log(FileStorage(tmp_path)).append([entry(number) for number in range(300)])
    text = (FOLDER / "log-folder.md").read_text("utf-8").split("## Working")[1]
    assert {path.name for path in tmp_path.iterdir() if path.name not in text} == set()
