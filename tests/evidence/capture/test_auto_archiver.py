"""auto-archiver: hashes are computed anew, stamps believed under chosen authorities only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.evidence.capture.arrivals import checks, only, outcome, recognised, said
from tests.evidence.timestamps.authorities import (
    ROOTS,
    certified,
    needs_openssl,
    reply_to,
)

from tawthiq.evidence.capture.finding import Capture, Outcome, Tool
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.timestamps.request import Request
from tawthiq.values.digest import Digest

FILM = b"a film"
HASHES = hashlib.sha256(FILM).hexdigest().encode()


def description(algorithm: str = "SHA-256", digest: str = HASHES.decode()) -> bytes:
    media = [
        {
            "filename": "tmp/x/film.mp4",
            "_key": "news-example/film.mp4",
            "urls": ["./archived/news-example/film.mp4"],
            "properties": {"hash": f"{algorithm}:{digest}", "id": "video"},
        },
        {
            "filename": "tmp/x/hashes.txt",
            "_key": "news-example/hashes.txt",
            "properties": {"timestamp_authority_files": [{"filename": "timestamp_token_example"}]},
        },
    ]
    about = {
        "url": "https://news.example/1",
        "timestamp": "2019-05-14T10:12:00+00:00",
        "title": "x",
    }
    told = {"status": "generic: success", "metadata": about, "media": media}
    return json.dumps(told).encode()


def output(stamp: bytes = b"", *, film: bytes = FILM, **of: str) -> Mapping[str, bytes]:
    return {
        "out/metadata.json": description(**of),
        "out/film.mp4": film,
        "out/hashes.txt": HASHES,
        **({"out/timestamp_token_example": stamp} if stamp else {}),
    }


def found(
    sandbox: Sandbox, folder: Path, files: Mapping[str, bytes], roots: bool = True
) -> Capture:
    return only(recognised(sandbox, folder, files, ROOTS if roots else None), Tool.AUTO_ARCHIVER)


def stamp(by: object = None) -> bytes:
    """What the tool keeps: the bare token out of an authority's reply."""
    question = Request.of(Digest.of(HASHES)).to_bytes()
    reply = reply_to(question) if by is None else reply_to(question, by)  # type: ignore[arg-type]
    return reply[reply.index(b"\x30\x03\x02\x01\x00") + 5 :]


def test_its_hashes_are_computed_anew(sandbox: Sandbox, tmp_path: Path) -> None:
    capture = found(sandbox, tmp_path, output())
    assert outcome(capture, "archiver.hash") is Outcome.HOLDS
    assert said(capture, "url") == "https://news.example/1"
    assert said(capture, "timestamp") == "2019-05-14T10:12:00+00:00"
    assert outcome(capture, "archiver.stamp") is Outcome.NOT_FOUND_OUT
    long = hashlib.sha3_512(FILM).hexdigest()
    capture = found(sandbox, tmp_path, output(algorithm="SHA3-512", digest=long))
    assert outcome(capture, "archiver.hash") is Outcome.HOLDS


def test_a_file_that_was_changed_after_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    capture = found(sandbox, tmp_path, output(film=b"another"))
    assert [one.code for one in capture.failed] == ["archiver.hash"]
    assert capture.failed[0].file == "out/film.mp4"


def test_a_file_that_did_not_come_is_missing(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {name: data for name, data in output().items() if not name.endswith(".mp4")}
    capture = found(sandbox, tmp_path, files)
    assert capture.missing[0] == "tmp/x/film.mp4"
    assert checks(capture, "archiver.file")[0].outcome is Outcome.NOT_FOUND_OUT


@needs_openssl
def test_a_stamp_is_verified_under_a_chosen_authority_only(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    files = output(stamp())
    assert outcome(found(sandbox, tmp_path, files), "archiver.stamp") is Outcome.HOLDS
    capture = found(sandbox, tmp_path, files, roots=False)
    assert outcome(capture, "archiver.stamp") is Outcome.NOT_FOUND_OUT
    assert outcome(capture, "archiver.covered") is Outcome.HOLDS


@needs_openssl
def test_a_stamp_that_the_tool_itself_accepts_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    """Of an authority that anybody made, whose certificate came along in the stamp."""
    root = certified("Anybody", is_authority=True)
    capture = found(sandbox, tmp_path, output(stamp(certified("Anybody's Stamps", root))))
    assert outcome(capture, "archiver.stamp") is Outcome.DOES_NOT_HOLD


@needs_openssl
def test_a_stamp_of_another_list_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {**output(stamp()), "out/hashes.txt": HASHES + b"\n" + HASHES}
    assert outcome(found(sandbox, tmp_path, files), "archiver.stamp") is Outcome.DOES_NOT_HOLD


@needs_openssl
def test_stamped_hashes_without_a_description_are_found_too(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    files = dict(output(stamp()))
    del files["out/metadata.json"]
    assert outcome(found(sandbox, tmp_path, files), "archiver.stamp") is Outcome.HOLDS


@pytest.mark.parametrize("other", [b"{}", b'{"status": 1}', b'{"metadata": {}, "x": 1}', b"no"])
def test_other_descriptions_are_not_taken_for_its_own(
    sandbox: Sandbox, tmp_path: Path, other: bytes
) -> None:
    assert recognised(sandbox, tmp_path, {"metadata.json": other}) == []
