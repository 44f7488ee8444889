from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.timestamps.authorities import OPENSSL, needs_openssl

from tawthiq.evidence.bare.der import Fields, der_integer
from tawthiq.evidence.timestamps.request import Request
from tawthiq.values.digest import Digest


@given(st.integers(1, 2**64 - 1))
def test_the_nonce_is_written_as_a_positive_number(nonce: int) -> None:
    written = Fields(Fields(Request(Digest.of(b""), nonce).to_bytes()).take(0x30).body).left
    assert der_integer(written[2]) == nonce


@pytest.mark.parametrize("nonce", [0, -1, 2**64])
def test_a_nonce_out_of_bounds_is_refused(nonce: int) -> None:
    with pytest.raises(ValueError, match="nonce"):
        Request(Digest.of(b""), nonce)


@needs_openssl
def test_openssl_reads_the_question_as_it_was_meant(tmp_path: Path) -> None:
    digest = Digest.of(b"content")
    (tmp_path / "q").write_bytes(Request(digest, 0xFEDCBA9876543210).to_bytes())
    said = subprocess.run(
        [OPENSSL, "ts", "-query", "-in", str(tmp_path / "q"), "-text"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "Hash Algorithm: sha256" in said
    assert "Nonce: 0xFEDCBA9876543210" in said
    assert "Certificate required: yes" in said
    shown = said.replace(" - ", " ").replace("-", " ").lower()
    assert str(digest)[:16] in shown.replace(" ", "")
