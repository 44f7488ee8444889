from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import entry
from tests.ledger.keys import LOG

from tawthiq.errors import IntegrityError, UnreadableError
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.tree import Head
from tawthiq.ledger.witness_request import Request, ask

SIZE = 90
THE_LOG = Log(MemoryStorage())
THE_LOG.append([entry(number) for number in range(SIZE)])
NOTE = Checkpoint(LOG.name, THE_LOG.head).signed(LOG)


@given(st.integers(0, SIZE))
def test_a_request_reads_back(old: int) -> None:
    request = ask(THE_LOG, old, NOTE)
    assert Request.parse(request.to_bytes()) == request
    assert request.checkpoint.head == THE_LOG.head


def test_it_is_the_text_that_is_sent_to_any_witness_of_the_family() -> None:
    lines = ask(THE_LOG, 64, NOTE).to_bytes().decode().split("\n")
    assert lines[0] == "old 64"
    assert lines[2:5] == ["", "archive.example/log", "90"]


def test_a_log_asks_only_for_what_it_holds() -> None:
    with pytest.raises(IntegrityError):
        ask(THE_LOG, 5, Checkpoint(LOG.name, Head(10, bytes(32))).signed(LOG))
    with pytest.raises(ValueError, match="a log of 90 never had 91 entries"):
        ask(THE_LOG, 91, NOTE)


GOOD = ask(THE_LOG, 7, NOTE).to_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        GOOD.replace(b"old 7", b"old 07"),
        GOOD.replace(b"old 7", b"old"),
        GOOD.replace(b"old 7", b"old 91"),
        GOOD.replace(b"old 7", b"new 7"),
        GOOD.replace(b"\n\narchive", b"\narchive"),
        GOOD.replace(b"\n\narchive", b"\n\n\narchive"),
        GOOD.replace(b"old 7\n", b"old 7\nAAAA\n"),
        GOOD.replace(b"old 7\n", b"old 7\n" + (b"A" * 43 + b"=\n") * 64),
        GOOD.replace(b"\n90\n", b"\n\n90\n"),
    ],
)
def test_what_is_no_request_is_refused(data: bytes) -> None:
    assert Request.parse(GOOD).old == 7
    with pytest.raises(UnreadableError):
        Request.parse(data)


def test_sixty_three_hashes_are_read_and_no_more() -> None:
    deep = Request(7, (bytes(32),) * 63, NOTE)
    assert Request.parse(deep.to_bytes()) == deep
    with pytest.raises(UnreadableError, match="this is not a request"):
        Request.parse(Request(7, (bytes(32),) * 64, NOTE).to_bytes())


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for given_bytes in (data, b"old 0\n\n" + data):
        with suppress(UnreadableError):
            assert Request.parse(given_bytes).to_bytes() == given_bytes
