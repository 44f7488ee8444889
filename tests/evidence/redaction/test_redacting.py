"""What was taken out is gone, in every format, and the original is as it was."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator

import numpy as np
import pypdf
import pypdfium2 as pdfium
import pytest
from tests.evidence.media.samples import Image, exif, picture, saved, zipped
from tests.evidence.redaction.planted import PLANTED, secret

from tawthiq.errors import InputError
from tawthiq.evidence.media.only_pixels import check_jpeg, check_png
from tawthiq.evidence.redaction.boxes import Box
from tawthiq.evidence.redaction.redacting import RedactedCopy, Redaction, redact
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.store import read_checked

BOX = Box(0, 0.25, 0.25, 0.5, 0.75)
SIGNS = tuple(PLANTED)
EACH = 12  # secrets planted in each format: more than 200 in all


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


class House:
    def __init__(self, store: LocalStore, sandbox: Sandbox) -> None:
        self.store, self.sandbox = store, sandbox

    def tried(self, data: bytes, *boxes: Box, **options: object) -> RedactedCopy | NotRead:
        [kept] = self.store.publish([self.store.stage([data])])
        asked = Redaction(boxes or (BOX,), "a face", "Layla", **options)  # type: ignore[arg-type]
        made = redact(self.store, self.sandbox, kept.ref, asked)
        assert b"".join(read_checked(self.store, kept.ref)) == data  # the original is as it was
        return made

    def made(self, data: bytes, *boxes: Box, **options: object) -> tuple[RedactedCopy, bytes]:
        copy = self.tried(data, *boxes, **options)
        assert isinstance(copy, RedactedCopy), copy
        return copy, b"".join(read_checked(self.store, copy.copy.ref))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox) -> Iterator[House]:
    with LocalStore(tmp_path_factory.mktemp("house") / "vault") as store:
        yield House(store, sandbox)


def pixels(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def drawn(data: bytes, page: int = 0) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(pdfium.PdfDocument(data)[page].render(scale=150 / 72).to_pil().convert("RGB"))


# --- what is gone -----------------------------------------------------------------------------


def traces(data: bytes, words: str) -> list[str]:
    """In which ways words, or a telling half of them, can be found in some bytes."""
    found = []
    for part in (words, words[:8], words[-8:]):
        for name, coded in (
            ("plain", part.encode()),
            ("utf-16", part.encode("utf-16-le")),
            ("utf-16 be", part.encode("utf-16-be")),
            ("hex", part.encode().hex().encode()),
            ("HEX", part.encode().hex().upper().encode()),
            ("reversed", part[::-1].encode()),
            *(
                ("base64", base64.b64encode(bytes(shift) + part.encode())[4:-4])
                for shift in range(3)
            ),
        ):
            if coded in data:
                found.append(name)
    return found


def unfolded(data: bytes) -> bytes:
    """The bytes, and all that is packed in them."""
    found = [data]
    if data.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        for number in range(1, len(reader.xref[0]) + 1):
            one = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
            found.append(repr(one).encode())
            if isinstance(one, pypdf.generic.StreamObject):
                found.append(one._data if isinstance(one._data, bytes) else one._data.encode())
        found += [page.extract_text().encode() for page in reader.pages]
    else:
        found.append(Image.open(io.BytesIO(data)).tobytes())
    return b"\n".join(found)


def test_the_plants_can_be_found_in_what_they_were_planted_in() -> None:
    """The negative control: a search that finds nothing anywhere shows nothing."""
    for name, plant in PLANTED.items():
        words = secret(1)
        data = plant(words)
        if name == "png transparency":
            row = np.asarray(Image.open(io.BytesIO(data)))[0, : len(words), 0]
            assert row.tobytes() == words.encode()
        else:
            assert traces(data, words), name


@pytest.mark.parametrize("name", SIGNS)
def test_no_planted_secret_is_in_the_copy(house: House, name: str) -> None:
    for number in range(2):
        words = secret(SIGNS.index(name) * EACH + number)
        _, data = house.made(PLANTED[name](words), Box(0, 0, 0, 1, 1))
        assert traces(unfolded(data), words) == []


@pytest.mark.torture
def test_none_of_two_hundred_planted_secrets_is_in_a_copy(house: House) -> None:
    tried = 0
    for place, (name, plant) in enumerate(PLANTED.items()):
        for number in range(EACH):
            words = secret(place * EACH + number)
            _, data = house.made(plant(words), Box(0, 0, 0, 1, 1))
            assert traces(unfolded(data), words) == [], name
            tried += 1
    assert tried > 200


@pytest.mark.parametrize("name", [name for name in SIGNS if name != "pdf"])
def test_a_copy_of_a_picture_holds_pixels_and_nothing_else(house: House, name: str) -> None:
    copy, data = house.made(PLANTED[name](secret(5)))
    assert (check_png if copy.media_type == "image/png" else check_jpeg)(data) == (320, 240)
    opened = Image.open(io.BytesIO(data))
    assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert not opened.getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "TIFF", "BMP", "GIF"])
def test_below_the_box_all_is_black_and_beside_it_all_is_as_it_was(house: House, form: str) -> None:
    whole = saved(form)
    _, data = house.made(whole)
    found, before = pixels(data), pixels(whole)
    assert found[60:180, 80:160].max() <= 8
    assert found[:40].mean() == pytest.approx(before[:40].mean(), abs=3)
    far = np.abs(found[200:, 200:].astype(int) - before[200:, 200:].astype(int))
    assert far.mean() < 3


def test_without_loss_every_other_pixel_is_exactly_as_it_was(house: House) -> None:
    whole = saved("PNG")
    _, data = house.made(whole)
    found, before = pixels(data), pixels(whole).copy()
    before[60:180, 80:160] = 0
    assert (found == before).all()


def test_two_pictures_that_differ_only_below_the_box_give_one_copy(house: House) -> None:
    """Nothing of what was below is left, not even as a trace in the blocks beside it.

    WebP, HEIC and AVIF guess each block from its neighbours when the picture is first compressed,
    so there the pixels beside the box differ by a shade or two, as they did in the original.
    """
    for form in ("PNG", "JPEG", "BMP", "TIFF"):
        one, other = picture(), picture()
        other.paste(picture(80, 120, seed=7), (80, 60))
        copies = [house.made(saved(form, made))[1] for made in (one, other)]
        assert copies[0] == copies[1], form


def test_a_box_lies_where_a_person_sees_it(house: House) -> None:
    """A telephone that was held upright stores the picture lying and says so."""
    tags = exif()
    tags[0x0112] = 6  # to be turned to the right
    made = Image.new("RGB", (320, 240), "white")
    _, data = house.made(saved("JPEG", made, exif=tags), Box(0, 0, 0, 0.5, 0.25))
    found = pixels(data)
    assert found.shape == (320, 240, 3)
    assert found[:70, :110].max() <= 8
    assert found[120:].min() > 240


# --- papers -----------------------------------------------------------------------------------


def paper(*pages: Image.Image) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=72)
    return out.getvalue()


def test_a_paper_is_drawn_page_by_page(house: House) -> None:
    white = Image.new("RGB", (300, 400), "white")
    copy, data = house.made(paper(white, white, white), Box(1, 0, 0, 0.5, 0.5))
    assert copy.media_type == "application/pdf"
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert [page.extract_text() for page in reader.pages] == ["", "", ""]
    assert [tuple(page.mediabox) for page in reader.pages] == [(0, 0, 300, 400)] * 3
    assert drawn(data, 0).min() > 250
    found = drawn(data, 1)
    high, wide = found.shape[0] // 2, found.shape[1] // 2
    assert found[: high - 4, : wide - 4].max() < 8
    assert found[high + 8 :].min() > 240
    assert reader.metadata is None
    assert reader.attachments == {}


def test_only_the_pages_that_were_asked_for_are_in_the_copy(house: House) -> None:
    shades = [Image.new("RGB", (100, 100), (shade, shade, shade)) for shade in (0, 80, 160, 240)]
    copy, data = house.made(paper(*shades), Box(2, 0, 0, 0.1, 0.1), pages=(2, 3))
    assert [round(drawn(data, page)[50:, 50:].mean(), -1) for page in (0, 1)] == [160, 240]
    assert [painted.page for painted in copy.painted] == [2, 3]
    assert len(pdfium.PdfDocument(data)) == 2


def test_letters_of_a_paper_can_still_be_read_beside_the_box(house: House) -> None:
    words = secret(3)
    _, data = house.made(PLANTED["pdf"](words), Box(0, 0.9, 0, 1, 0.1))
    assert drawn(data).std() > 20
    assert b"/Font" not in data


def test_the_same_paper_gives_the_same_copy(house: House) -> None:
    data = paper(Image.new("RGB", (100, 100), "white"))
    assert house.made(data)[1] == house.made(data)[1]


# --- what is written down ---------------------------------------------------------------------


def test_the_copy_names_what_it_was_made_from_and_why(house: House) -> None:
    copy, _ = house.made(saved("JPEG"), reviewer="Omar")
    assert copy.redaction == Redaction((BOX,), "a face", "Layla", "Omar")
    assert copy.parent != copy.copy.ref
    [painted] = copy.painted
    assert painted.places == ((64, 44, 176, 196),)  # with a margin, because JPEG stores blocks
    assert re.fullmatch(r"tawthiq \S+ redaction/1; pillow \S+", copy.tool)


@pytest.mark.parametrize(
    "given", [{"boxes": ()}, {"reason": " "}, {"made_by": ""}, {"boxes": (), "pages": None}]
)
def test_a_redaction_says_what_why_and_who(given: dict[str, object]) -> None:
    whole: dict[str, object] = {"boxes": (BOX,), "reason": "a face", "made_by": "Layla"}
    with pytest.raises(ValueError, match="a redaction"):
        Redaction(**{**whole, **given})  # type: ignore[arg-type]


def test_what_is_no_picture_and_no_paper_is_refused(house: House) -> None:
    for data in (b"some words", zipped({"a": b"b"}), b"<svg>"):
        with pytest.raises(InputError, match="only pictures and PDFs"):
            house.tried(data)


def test_a_broken_picture_gives_no_copy(house: House) -> None:
    data, before = saved("JPEG"), set(house.store.refs())
    refused = house.tried(data[: len(data) // 2])
    assert isinstance(refused, NotRead)
    assert refused.why is Why.BROKEN
    assert len(set(house.store.refs()) - before) == 1  # the broken one itself
    assert not list(house.store.layout.incoming.glob("*/*"))


def test_a_film_that_is_called_a_picture_is_not_half_shown(house: House) -> None:
    out = io.BytesIO()
    picture().save(out, "GIF", save_all=True, append_images=[picture(seed=2)])
    refused = house.tried(out.getvalue())
    assert isinstance(refused, NotRead)
    assert refused.why is Why.NOT_OF_THIS_KIND


def test_a_page_that_is_not_there_is_refused(house: House) -> None:
    refused = house.tried(paper(picture()), Box(1, 0, 0, 1, 1))
    assert isinstance(refused, NotRead)
    assert "no page 1" in refused.detail
