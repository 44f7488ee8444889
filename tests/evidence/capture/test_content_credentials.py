"""Content credentials are never a green tick: bytes, claim and signer are told apart."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.evidence.capture.arrivals import checks, only, outcome, recognised, said
from tests.evidence.capture.credentials import box, jpeg, png, store
from tests.evidence.media.samples import saved

from tawthiq.evidence.capture.finding import Capture, Outcome, Tool
from tawthiq.evidence.sandbox.sandbox import Sandbox


def found(sandbox: Sandbox, folder: Path, data: bytes) -> Capture:
    return only(recognised(sandbox, folder, {"photo": data}), Tool.C2PA)


@pytest.mark.parametrize("data", [png(), jpeg()], ids=["PNG", "JPEG"])
def test_whole_credentials_hold_part_by_part_and_never_as_a_whole(
    sandbox: Sandbox, tmp_path: Path, data: bytes
) -> None:
    capture = found(sandbox, tmp_path, data)
    for code in ("c2pa.binding", "c2pa.assertions", "c2pa.signature"):
        assert outcome(capture, code) is Outcome.HOLDS, code
    for code in ("c2pa.present", "c2pa.trust"):
        assert outcome(capture, code) is Outcome.NOT_FOUND_OUT, code
    assert "CN=Invented Camera" in checks(capture, "c2pa.signature")[0].said.en
    assert any("anybody can make a key" in one.en for one in capture.not_proved)


def test_what_they_say_is_told_as_their_word(sandbox: Sandbox, tmp_path: Path) -> None:
    capture = found(sandbox, tmp_path, png())
    assert said(capture, "claim generator") == "Camera 1.2"
    assert said(capture, "action") == "c2pa.created · Camera 1.2 · 2019-05-14T10:12:00Z"
    assert {one.said_by for one in capture.claims} == {"C2PA"}


def test_a_picture_that_was_changed_after_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    data = bytearray(png())
    data[-20] ^= 1
    capture = found(sandbox, tmp_path, bytes(data))
    assert [one.code for one in capture.failed] == ["c2pa.binding"]


def test_a_claim_that_was_changed_after_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    changed = png().replace(b"photo.png", b"other.png")
    capture = found(sandbox, tmp_path, changed)
    assert "c2pa.signature" in [one.code for one in capture.failed]


def test_a_binding_put_in_after_signing_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    """Otherwise any picture could carry the credentials of another."""
    import hashlib

    plain = saved("PNG", title=None)
    binding = {
        "exclusions": [{"start": 33, "length": 0}],
        "alg": "sha256",
        "hash": hashlib.sha256(plain).digest(),
        "pad": b"",
    }
    capture = found(sandbox, tmp_path, png(after={"c2pa.hash.data": binding}))
    assert "c2pa.assertions" in [one.code for one in capture.failed]
    assert outcome(capture, "c2pa.signature") is Outcome.HOLDS


def test_a_binding_that_leaves_out_the_picture_is_not_called_good(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    import hashlib

    plain = saved("PNG")
    content = store(hashlib.sha256(plain[:33]).digest(), (33, 1 << 30))
    chunk = struct.pack(">I4s", len(content), b"caBX") + content + bytes(4)
    capture = found(sandbox, tmp_path, plain[:33] + chunk + plain[33:])
    assert outcome(capture, "c2pa.binding") is Outcome.NOT_FOUND_OUT


def test_a_film_carries_them_in_a_box_of_its_own(sandbox: Sandbox, tmp_path: Path) -> None:
    head = bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + bytes(4) + b"manifest\0" + bytes(8)
    film = box(b"ftyp", b"isom" + bytes(8)) + box(b"uuid", head + store(bytes(32), (0, 0)))
    capture = found(sandbox, tmp_path, film + box(b"mdat", bytes(100)))
    assert outcome(capture, "c2pa.signature") is Outcome.HOLDS
    assert outcome(capture, "c2pa.binding") is Outcome.DOES_NOT_HOLD


def test_a_picture_without_them_says_nothing(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {"a.png": saved("PNG"), "b.jpg": saved("JPEG"), "c.bin": b"\0" * 40}
    assert recognised(sandbox, tmp_path, files) == []


def test_broken_credentials_are_said_to_be_there_and_unread(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    data = png().replace(b"jumd", b"jumx")
    capture = found(sandbox, tmp_path, data)
    assert outcome(capture, "c2pa.read") is Outcome.NOT_FOUND_OUT
    assert not capture.failed
