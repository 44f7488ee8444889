from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.sandbox import frames
from tawthiq.evidence.sandbox.frames import Malformed, TooMuch, Unwrapped

records = st.dictionaries(
    st.text(max_size=8).filter(lambda key: key != "bytes"),
    st.none() | st.integers() | st.text(max_size=20) | st.lists(st.booleans(), max_size=3),
    max_size=4,
)
said = st.lists(records | st.binary(max_size=50), max_size=8)


@given(said=said, cuts=st.lists(st.integers(1, 40), min_size=1))
def test_what_was_said_is_heard_however_it_is_cut(
    said: list[frames.Record | bytes], cuts: list[int]
) -> None:
    data, wrapped = b"".join(frames.said(one) for one in said), b""
    while data:
        for cut in cuts:
            if part := data[:cut]:
                wrapped += frames.chunk(part)
            data = data[cut:]
    stream = Unwrapped(io.BytesIO(wrapped + frames.end({"why": "x"}) + b"of the next file"), 10_000)
    assert list(frames.heard(stream, 1000)) == said
    stream.drain()
    assert stream.ended == {"why": "x"}


@given(noise=st.binary(max_size=200))
def test_noise_gives_records_or_one_error(noise: bytes) -> None:
    stream = Unwrapped(io.BytesIO((frames.chunk(noise) if noise else b"") + frames.end({})), 10_000)
    try:
        for one in frames.heard(stream, 100):
            assert isinstance(one, dict | bytes)
    except Malformed:
        pass


@given(noise=st.binary(max_size=60))
def test_a_child_that_goes_silent_is_noticed(noise: bytes) -> None:
    stream = Unwrapped(io.BytesIO(frames.chunk(noise + b"\n")), 10_000)
    with pytest.raises((EOFError, Malformed)):
        list(frames.heard(stream, 100))


def test_a_line_has_an_end() -> None:
    long = b'{"a":"' + b"x" * frames.LONGEST_LINE + b'"}\n'
    stream = Unwrapped(io.BytesIO(frames.chunk(long) + frames.end({})), 1 << 30)
    with pytest.raises(Malformed):
        list(frames.heard(stream, 100))


def test_a_reader_does_not_go_on_and_on() -> None:
    stream = Unwrapped(io.BytesIO(frames.chunk(b'{"a":1}\n') * 10), 30)
    with pytest.raises(TooMuch):
        list(frames.heard(stream, 100))


@pytest.mark.parametrize("head", [b"x\n", b"-1\n", b"1_0\n", b" 1\n", b"9" * 40 + b"\n", b"1"])
def test_only_chunks_are_taken(head: bytes) -> None:
    with pytest.raises(Malformed):
        Unwrapped(io.BytesIO(head), 100).read(1)
