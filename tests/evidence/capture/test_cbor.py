"""CBOR is read as RFC 8949 writes it; the examples are those of its Appendix A."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.capture.reading.cbor import cbor
from tawthiq.evidence.sandbox.not_read import CannotRead

VECTORS: dict[str, object] = {
    "00": 0, "17": 23, "1818": 24, "1903e8": 1000, "1a000f4240": 1000000,
    "1bffffffffffffffff": 18446744073709551615, "20": -1, "3903e7": -1000,
    "f93c00": 1.0, "f97bff": 65504.0, "fa47c35000": 100000.0, "fb3ff199999999999a": 1.1,
    "fbc010666666666666": -4.1, "f4": False, "f5": True, "f6": None,
    "c074323031332d30332d32315432303a30343a30305a": "2013-03-21T20:04:00Z",
    "40": b"", "4401020304": b"\1\2\3\4", "60": "", "6449455446": "IETF", "62c3bc": "ü",
    "80": [], "83010203": [1, 2, 3], "8301820203820405": [1, [2, 3], [4, 5]],
    "a0": {}, "a201020304": {"1": 2, "3": 4}, "a26161016162820203": {"a": 1, "b": [2, 3]},
    "5f42010243030405ff": b"\1\2\3\4\5", "7f657374726561646d696e67ff": "streaming",
    "9fff": [], "9f018202039f0405ffff": [1, [2, 3], [4, 5]],
    "bf61610161629f0203ffff": {"a": 1, "b": [2, 3]},
}  # fmt: skip


@pytest.mark.parametrize("written", VECTORS)
def test_the_examples_of_the_rfc_are_read(written: str) -> None:
    assert cbor(bytes.fromhex(written)) == VECTORS[written]


@pytest.mark.parametrize("written", ["", "18", "61", "82", "ff", "1f", "5f00ff", "5b" + "ff" * 8])
def test_what_is_cut_off_or_none_is_refused(written: str) -> None:
    with pytest.raises(CannotRead):
        cbor(bytes.fromhex(written))


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(CannotRead):
        cbor(b"\x81" * 5000)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(CannotRead):
        cbor(data)
