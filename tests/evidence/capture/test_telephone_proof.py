"""ProofMode and Tella: the hash is compared, all else stays the telephone's word."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.evidence.capture.arrivals import checks, only, outcome, recognised

from tawthiq.evidence.capture.finding import Outcome, Tool
from tawthiq.evidence.media.claims import About
from tawthiq.evidence.sandbox.sandbox import Sandbox

FILM = b"a film"
HASH = hashlib.sha256(FILM).hexdigest()


def proof(of: str = HASH) -> dict[str, str]:
    return {
        "File Hash SHA256": of,
        "File Path": "/storage/emulated/0/DCIM/film.mp4",
        "Proof Generated": "2019-05-14T10:12Z",
        "Location.Latitude": "35.64",
        "Location.Longitude": "36.67",
        "Manufacturer": "Example Works",
    }


def bundle(of: str = HASH, named: str = HASH) -> dict[str, bytes]:
    said = proof(of)
    table = ",".join(said) + ",\n" + ",".join(said.values()) + ",\n"
    return {
        "proof/film.mp4": FILM,
        f"proof/{named}.proof.json": json.dumps(said).encode(),
        f"proof/{named}.proof.csv": table.encode(),
        f"proof/{named}.proof.csv.asc": b"-----BEGIN PGP SIGNATURE-----",
        f"proof/{named}.asc": b"-----BEGIN PGP SIGNATURE-----",
        f"proof/{named}.ots": b"\0OpenTimestamps",
        "proof/pubkey.asc": b"-----BEGIN PGP PUBLIC KEY BLOCK-----",
        "other/holiday.jpg": b"not of it",
    }


def test_a_proof_of_proofmode_is_compared_and_its_signatures_are_not_called_good(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    found = only(recognised(sandbox, tmp_path, bundle()), Tool.PROOFMODE)
    assert len(found.files) == 7 and "other/holiday.jpg" not in found.files
    assert {one.outcome for one in checks(found, "proof.hash")} == {Outcome.HOLDS}
    assert outcome(found, "proof.agree") is Outcome.HOLDS
    signatures = checks(found, "proof.asc")
    assert len(signatures) == 2
    assert all(one.outcome is Outcome.NOT_FOUND_OUT for one in signatures)
    assert all("not checked" in one.said.en for one in signatures)
    assert outcome(found, "proof.ots") is Outcome.NOT_FOUND_OUT


def test_where_and_when_are_the_words_of_the_telephone(sandbox: Sandbox, tmp_path: Path) -> None:
    found = only(recognised(sandbox, tmp_path, bundle()), Tool.PROOFMODE)
    told = {(one.about, one.name) for one in found.claims}
    assert (About.PLACE, "Location.Latitude") in told
    assert (About.TAKEN_AT, "Proof Generated") in told
    assert (About.DEVICE, "Manufacturer") in told
    assert {one.said_by for one in found.claims} == {"ProofMode"}
    assert any("clock" in one.en for one in found.not_proved)


def test_a_film_that_was_changed_after_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {**bundle(), "proof/film.mp4": b"another film"}
    found = only(recognised(sandbox, tmp_path, files), Tool.PROOFMODE)
    assert found.missing == (f"{HASH} (?)",)
    assert {one.outcome for one in checks(found, "proof.hash")} == {Outcome.NOT_FOUND_OUT}


def test_a_proof_put_under_another_name_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    files = bundle(of=hashlib.sha256(b"another").hexdigest())
    found = only(recognised(sandbox, tmp_path, files), Tool.PROOFMODE)
    assert {one.outcome for one in checks(found, "proof.hash")} == {Outcome.DOES_NOT_HOLD}


def tella(of: str = HASH) -> bytes:
    names = ["File hash", "File path", "File name", "Timestamp", "Location latitude", "Device ID"]
    values = [of, "/", "film.mp4", "1557828720000", "35.64", "a1"]
    return (",".join(names) + "\n" + ",".join(values) + "\n").encode()


def test_a_table_of_tella_is_compared_with_its_film(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {"film.csv": tella(), "film.mp4": FILM, "other.csv": b"File name,Sum\na,1\n"}
    found = only(recognised(sandbox, tmp_path, files), Tool.TELLA)
    assert found.files == ("film.csv", "film.mp4")
    assert outcome(found, "proof.hash") is Outcome.HOLDS
    assert {one.about for one in found.claims} >= {About.PLACE, About.TAKEN_AT, About.DEVICE}


def test_a_film_that_tella_did_not_hash_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {"film.csv": tella(), "film.mp4": b"another film"}
    found = only(recognised(sandbox, tmp_path, files), Tool.TELLA)
    assert outcome(found, "proof.hash") is Outcome.DOES_NOT_HOLD


def test_a_table_without_its_film_says_what_is_missing(sandbox: Sandbox, tmp_path: Path) -> None:
    found = only(recognised(sandbox, tmp_path, {"film.csv": tella()}), Tool.TELLA)
    assert found.missing == ("film.mp4",)
    assert outcome(found, "tella.hash") is Outcome.NOT_FOUND_OUT
