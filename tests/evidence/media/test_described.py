from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.evidence.media import samples

from tawthiq.evidence.likeness.hash import NEAR
from tawthiq.evidence.media.claims import About
from tawthiq.evidence.media.described import Description, describe
from tawthiq.evidence.sandbox.limits import Limits
from tawthiq.evidence.sandbox.not_read import Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.store import read_checked

SAMPLES = samples.all_samples()
WITH_EXIF = ("photo.jpg", "photo.png", "photo.webp", "photo.tif", "photo.heic", "photo.avif")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Limits(wall=20)) as sandbox:
        yield sandbox


def described(sandbox: Sandbox, tmp_path: Path, data: bytes, name: str = "") -> Description:
    path = tmp_path / "object"
    path.write_bytes(data)
    return describe(sandbox, path, name)


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith("photo")])
def test_a_picture_has_a_size_and_a_look(sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    found = described(sandbox, tmp_path, SAMPLES[name], name)
    assert (found.width, found.height, found.parts) == (320, 240, 1)
    assert found.not_read == {}
    [look] = found.likenesses
    assert look.hash.is_good


def test_the_same_picture_in_other_formats_looks_the_same(sandbox: Sandbox, tmp_path: Path) -> None:
    photos = [data for name, data in SAMPLES.items() if name.startswith("photo")]
    looks = [described(sandbox, tmp_path, data).likenesses[0].hash for data in photos]
    assert max(look.distance(looks[0]) for look in looks) <= NEAR


@pytest.mark.parametrize("name", WITH_EXIF)
def test_what_the_camera_says_is_told_as_its_claim(
    sandbox: Sandbox, tmp_path: Path, name: str
) -> None:
    claims = described(sandbox, tmp_path, SAMPLES[name], name).claims
    said = {(claim.about, claim.said_by, claim.value) for claim in claims}
    assert (About.TAKEN_AT, "EXIF", "2019:05:14 10:00:00") in said
    assert (About.DEVICE, "EXIF", "Telephone 7") in said
    assert (About.PLACE, "EXIF", "36.25, 36.6666667") in said
    assert (About.PROGRAM, "EXIF", "Camera 1.2") in said


def test_comments_and_xmp_are_told_too(sandbox: Sandbox, tmp_path: Path) -> None:
    xmp = b'<x:xmpmeta><rdf:Description xmp:CreatorTool="Editor 9"/></x:xmpmeta>'
    claims = described(sandbox, tmp_path, samples.saved("JPEG", xmp=xmp, comment=b"by hand")).claims
    assert {claim.value for claim in claims} >= {"Editor 9", "by hand"}


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.avi", "film.mov"])
def test_a_film_has_a_length_and_key_frames(sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    found = described(sandbox, tmp_path, SAMPLES[name], name)
    assert (found.width, found.height) == (320, 240)
    assert found.seconds == pytest.approx(2, abs=0.2)
    assert found.likenesses
    assert found.likenesses[0].at == 0
    assert found.likenesses[0].hash.is_good


def test_a_film_says_where_it_was_taken(sandbox: Sandbox, tmp_path: Path) -> None:
    claims = described(sandbox, tmp_path, SAMPLES["film.mkv"]).claims
    [place] = [claim for claim in claims if claim.about is About.PLACE]
    assert place.value == "+36.2500+036.6667/"
    assert place.said_by == "container"


def test_only_so_many_key_frames_are_hashed(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "film"
    path.write_bytes(samples.film(seconds=4))
    assert len(describe(sandbox, path, key_frames=2).likenesses) == 2
    assert describe(sandbox, path, key_frames=0).likenesses == ()


def test_a_sound_has_a_length(sandbox: Sandbox, tmp_path: Path) -> None:
    assert described(sandbox, tmp_path, SAMPLES["sound.wav"]).seconds == 1


def test_a_paper_has_pages_and_says_who_wrote_it(sandbox: Sandbox, tmp_path: Path) -> None:
    found = described(sandbox, tmp_path, SAMPLES["paper.pdf"])
    assert found.parts == 1
    assert ("Title", "a report") in {(claim.name, claim.value) for claim in found.claims}


def test_a_text_is_not_given_to_a_decoder(sandbox: Sandbox, tmp_path: Path) -> None:
    found = described(sandbox, tmp_path, b"some words", "note.txt")
    assert (found.kind.family, found.not_read, found.claims) == ("text", {}, ())


def test_a_broken_picture_is_described_as_far_as_it_goes(sandbox: Sandbox, tmp_path: Path) -> None:
    data = SAMPLES["photo.jpg"]
    found = described(sandbox, tmp_path, data[: len(data) // 2])
    assert (found.width, found.height) == (320, 240)
    assert found.not_read["picture"].why is Why.BROKEN
    assert found.claims  # what the camera says stands at the beginning


def test_a_picture_that_unfolds_to_a_house_is_not_unfolded(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    bomb = samples.saved("PNG", samples.Image.new("1", (30_000, 30_000)))
    assert len(bomb) < 200_000
    found = described(sandbox, tmp_path, bomb)
    assert found.not_read["picture"].why is Why.TOO_LARGE
    assert found.likenesses == ()


def test_a_locked_paper_is_told(sandbox: Sandbox, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    found = described(sandbox, tmp_path, (tmp_path / "locked.pdf").read_bytes())
    assert found.not_read["pdf"].why is Why.ENCRYPTED


# --- broken on purpose ------------------------------------------------------------------------


def mutated(data: bytes, draw: Random) -> bytes:
    """A file with a few bytes changed, cut, doubled or blown up."""
    changed = bytearray(data)
    for _ in range(draw.choice([1, 1, 3, 12])):
        at = draw.randrange(min(len(changed), draw.choice([64, 600, 1 << 30])))
        match draw.randrange(5):
            case 0:
                changed[at] ^= 1 << draw.randrange(8)
            case 1:
                changed[at : at + 4] = draw.choice([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"])
            case 2:
                del changed[at : at + draw.randrange(1, 200)]
            case 3:
                changed[at:at] = changed[at : at + draw.randrange(1, 200)]
            case _:
                changed[at : at + 8] = draw.randbytes(8)
        if not changed:
            break
    return bytes(changed)


def survived(sandbox: Sandbox, tmp_path: Path, times: int) -> int:
    """How many mutated files were kept as they are and gave a description, of whatever kind."""
    draw, names, good = Random(6), list(SAMPLES), 0
    with LocalStore(tmp_path / "vault") as store:
        for number in range(times):
            data = mutated(SAMPLES[names[number % len(names)]], draw)
            [kept] = store.publish([store.stage([data])])
            with store.at_hand(kept.ref.digest) as path:
                found = describe(sandbox, path, names[number % len(names)])
            whole = b"".join(read_checked(store, kept.ref)) == data
            good += whole and isinstance(found, Description)
    return good


def test_broken_files_are_kept_and_do_no_harm(sandbox: Sandbox, tmp_path: Path) -> None:
    assert survived(sandbox, tmp_path, 60) == 60


@pytest.mark.torture
def test_ten_thousand_broken_files_are_kept_and_do_no_harm(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    assert survived(sandbox, tmp_path, 10_000) == 10_000
