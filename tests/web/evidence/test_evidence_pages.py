"""Evidence on pages: what it is, who had it, what rests on it; the original is never shown."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.evidence.arrivals.zips import zip_of
from tests.evidence.media.samples import film, picture, saved
from tests.evidence.timestamps.authorities import ROOT, needs_openssl, reply_to
from tests.house import LAYLA, OMAR
from tests.web.evidence.conftest import SOURCE, take
from tests.web.markup import Page

from tawthiq.actions.evidence.consents import consent, name_person, see_persons, use_of
from tawthiq.actions.evidence.link import Thing, link
from tawthiq.actions.evidence.timestamps import choose_authority
from tawthiq.evidence.timestamps.request import Request
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence_item import sheet
from tawthiq.values.digest import Digest

Image = pytest.importorskip("PIL.Image")


def at(case: str, path: str = "", language: str = "en") -> str:
    return f"/{language}/cases/{case}/evidence/{path}"


def words(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return re.sub("[\u2066-\u2069]", "", Page(answer.content.decode()).one("main").words)


def give(client: Client, case: str, *files: SimpleUploadedFile, **how: str) -> Any:
    said = {"source": SOURCE, "by": LAYLA, "note": "", "kind": "received", **how}
    return client.post(at(case, "add/"), {"files": list(files), **said})


def test_the_plain_form_keeps_files_and_gives_receipts(client: Client, case: str) -> None:
    answer = give(
        client, case, SimpleUploadedFile("a.txt", b"words"), SimpleUploadedFile("b", b"2")
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    for data in (b"words", b"2"):
        assert hashlib.sha256(data).hexdigest() in page
    assert "E-000001" in page and "E-000002" in page
    assert "a.txt" in words(client, at(case))


def test_nothing_is_kept_that_comes_from_nowhere(client: Client, case: str) -> None:
    assert give(client, case, SimpleUploadedFile("a", b"1"), source="").status_code == 400
    assert give(client, case).status_code == 400
    assert "E-0" not in words(client, at(case))


def test_the_same_file_is_told_at_once(client: Client, case: str) -> None:
    give(client, case, SimpleUploadedFile("a.txt", b"words"))
    again = give(client, case, SimpleUploadedFile("a.txt", b"words")).content.decode()
    assert "given before" in again
    other = give(client, case, SimpleUploadedFile("b.txt", b"words"), source="Radio Ayn")
    assert "held already" in other.content.decode()
    assert "E-000001" in other.content.decode()


def test_a_picture_that_looks_like_one_is_told_at_once(client: Client, case: str) -> None:
    look = picture(640, 480)
    give(client, case, SimpleUploadedFile("a.png", saved("PNG", look)))
    same = give(client, case, SimpleUploadedFile("c.png", saved("PNG", look)), source="Nour")
    assert "held already" in same.content.decode()
    assert "looks like" not in same.content.decode()
    near = give(client, case, SimpleUploadedFile("b.jpg", saved("JPEG", look, quality=60)))
    assert "looks like" in near.content.decode()
    assert "256" in near.content.decode()


def test_a_zip_is_kept_and_opened(client: Client, case: str) -> None:
    data = zip_of(("chat.txt", b"14/05/2019, 10:12 - Layla: yes"), ("../evil", b"x"))
    page = give(client, case, SimpleUploadedFile("export.zip", data)).content.decode()
    assert page.count("<article") == 3
    inside = words(client, at(case, "E-000002/"))
    assert "E-000001" in inside
    tool = words(client, at(case, "E-000002/tool/"))
    assert "WhatsApp" in tool and "Layla" in tool and "Not proved" in tool


def test_a_file_that_came_in_two_zips_is_read_with_what_lay_beside_it_in_each(
    client: Client, case: str, home: Home
) -> None:
    chat = ("chat.txt", b"14/05/2019, 10:12 - Layla: yes")
    take(home, case, {"one.zip": zip_of(chat)})
    second = take(home, case, {"two.zip": zip_of(chat, ("beside.txt", b"x"))})
    whole, *members = [one.item for batch in second.batches for one in batch.receipts]
    for code in (whole, members[0]):
        assert "WhatsApp" in words(client, at(case, f"{code}/tool/"))
    assert all(code in words(client, at(case, f"{whole}/")) for code in members)


@needs_openssl
def test_stamps_of_a_tool_are_verified_under_the_authorities_chosen_here(
    client: Client, case: str, home: Home
) -> None:
    hashes = hashlib.sha256(b"a film").hexdigest().encode()
    reply = reply_to(Request.of(Digest.of(hashes)).to_bytes())
    files = {"hashes.txt": hashes, "timestamp_token_example": reply}
    take(home, case, {"out.zip": zip_of(*files.items())})
    assert "no authority has been chosen" in words(client, at(case, "E-000001/tool/"))
    choose_authority("http://stamps.example/", ROOT.pem, by=OMAR)
    assert "Invented Time Stamps" in words(client, at(case, "E-000001/tool/"))


def test_an_item_says_what_it_is_and_what_is_not_proved(
    client: Client, case: str, photo: str
) -> None:
    text = words(client, at(case, f"{photo}/"))
    for part in (SOURCE, "on a card", "image/jpeg", "320 × 240", "received it", LAYLA):
        assert part in text, part
    assert "Telephone 7" in text and "says the device" in text
    assert "when the picture or film was made" in text
    assert "No time stamp" in text


def test_the_original_is_never_served(client: Client, case: str, photo: str, home: Home) -> None:
    """What a browser gets was written anew: no word of the original is in it."""
    content = sheet(photo).brief.content
    assert content is not None
    answer = client.get(at(case, f"{photo}/preview.jpg"))
    assert answer["Content-Type"] == "image/jpeg"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert hashlib.sha256(answer.content).digest() != content.digest.raw
    assert b"Telephone 7" not in answer.content
    assert Image.open(BytesIO(answer.content)).size == (320, 240)
    again = client.get(at(case, f"{photo}/preview.jpg"), headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    page = client.get(at(case, f"{photo}/")).content.decode()
    sources = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert not [one for one in sources if "original" in one]


def test_a_film_and_a_pdf_are_shown_as_pictures_made_anew(
    client: Client, case: str, home: Home
) -> None:
    take(home, case, {"film.mp4": film(), "paper.pdf": saved("PDF", title="a report")})
    for code in ("E-000001", "E-000002"):
        drawn = client.get(at(case, f"{code}/preview.jpg"))
        assert drawn.status_code == 200 and drawn.content.startswith(b"\xff\xd8")
    assert "length 0:02" in words(client, at(case, "E-000001/"))
    assert client.get(at(case, "E-000002/preview.jpg?page=9")).status_code == 404


def test_a_page_that_calls_itself_a_photo_is_not_opened(client: Client, case: str) -> None:
    page = b"<html><script>alert(1)</script></html>"
    told = give(client, case, SimpleUploadedFile("photo.jpg", page)).content.decode()
    assert "scripts" in told
    assert client.get(at(case, "E-000001/preview.jpg")).status_code == 404
    assert "its name says image/jpeg" in words(client, at(case, "E-000001/"))


def test_an_item_of_another_case_does_not_exist(client: Client, case: str, photo: str) -> None:
    from tawthiq.actions.open_case import open_case
    from tawthiq.values.both import Both

    open_case("other", Both("Other", "أخرى"), by=OMAR)
    for path in ("", "preview.jpg", "tool/", "hand-over/", "redact/", "receipts/2/"):
        assert client.get(at("other", f"{photo}/{path}")).status_code == 404
        assert client.get(at(case, f"E-999999/{path}")).status_code == 404


def test_an_item_is_linked_to_an_incident_and_the_incident_leads_back(
    client: Client, case: str, photo: str
) -> None:
    said = {"what": "incident", "code": "N001", "because": "shows the market", "by": LAYLA}
    assert client.post(at(case, f"{photo}/link/"), said).status_code == 302
    assert "shows the market" in words(client, at(case, f"{photo}/"))
    assert photo in words(client, f"/en/cases/{case}/incidents/N001/")
    wrong = client.post(at(case, f"{photo}/link/"), {**said, "code": "N999"})
    assert wrong.status_code == 400 and b"N999" in wrong.content


def test_a_source_leads_to_what_it_gave(client: Client, case: str, photo: str) -> None:
    assert photo in words(client, f"/en/cases/{case}/sources/northern-watch/")
    link(photo, Thing.CLAIM, "N001.1", by=LAYLA, because="seen")


# --- handing over -----------------------------------------------------------------------------


def test_nothing_leaves_before_somebody_looked_who_is_in_it(
    client: Client, case: str, photo: str
) -> None:
    said = {"to": "Northern Court", "by": LAYLA, "note": ""}
    answer = client.post(at(case, f"{photo}/hand-over/"), said)
    assert answer.status_code == 400
    assert "nobody has looked yet" in answer.content.decode()
    assert not sheet(photo).handovers


def test_a_receipt_is_signed_and_printed(client: Client, case: str, photo: str) -> None:
    see_persons(photo, [], by=LAYLA)
    said = {"to": "Northern Court", "by": LAYLA, "note": "on a card"}
    answer = client.post(at(case, f"{photo}/hand-over/"), said)
    assert answer.status_code == 302
    receipt = words(client, answer["Location"])
    for part in ("Northern Court", photo, "tawthiq-receipt/1", "signature"):
        assert part in receipt, part
    assert "handed it over" in words(client, at(case, f"{photo}/"))
    assert client.get(at(case, f"{photo}/receipts/1/")).status_code == 404


# --- consent ----------------------------------------------------------------------------------


def test_consent_is_for_one_purpose_and_one_body_and_can_be_taken_back(
    client: Client, case: str, photo: str
) -> None:
    answer = client.post(at(case, "persons/"), {"name": "", "note": "the baker", "by": LAYLA})
    person = answer["Location"].rstrip("/").rpartition("/")[2]
    client.post(at(case, f"{photo}/persons/"), {"persons": [person], "by": LAYLA})
    root = at(case, f"persons/{person}/")
    for purpose, to in (("store", ""), ("share", "Northern Court")):
        said = {"purpose": purpose, "recipient": to, "until": "", "record": "F-1", "by": LAYLA}
        assert client.post(f"{root}consent/", said).status_code == 302
    assert "allowed: to share it with Northern Court" in " ".join(words(client, root).split())
    hand = {"to": "Northern Court", "by": LAYLA, "note": ""}
    assert client.post(at(case, f"{photo}/hand-over/"), hand).status_code == 302
    other = name_person(case, by=LAYLA)
    assert "Northern Court" not in words(client, at(case, f"persons/{other}/"))
    refused = client.post(at(case, f"{photo}/hand-over/"), {**hand, "to": "A Newspaper"})
    assert refused.status_code == 400
    back = client.post(f"{root}withdraw/", {"purpose": "", "recipient": "", "by": OMAR})
    text = " ".join(Page(back.content.decode()).one("main").words.split())
    assert "have to be told" in text and "Northern Court" in text and photo in text
    assert client.post(at(case, f"{photo}/hand-over/"), hand).status_code == 400
    assert "not allowed:" in words(client, root)


def test_a_consent_that_ended_or_says_nothing_is_refused(client: Client, case: str) -> None:
    person = name_person(case, by=LAYLA)
    root = at(case, f"persons/{person}/")
    past = {"purpose": "store", "recipient": "", "until": "2020-01-01", "record": "", "by": LAYLA}
    assert client.post(f"{root}consent/", past).status_code == 400
    nobody = {"purpose": "share", "recipient": "", "until": "", "record": "", "by": LAYLA}
    assert client.post(f"{root}consent/", nobody).status_code == 400
    assert client.get(at(case, "persons/P-9999/")).status_code == 404
    assert client.post(at(case, "persons/P-9999/consent/"), past).status_code == 404


def test_who_is_in_an_item_and_nobody_exclude_each_other(
    client: Client, case: str, photo: str
) -> None:
    person = name_person(case, by=LAYLA)
    consent(person, use_of("store"), by=LAYLA)
    both = {"persons": [person], "nobody": "on", "by": LAYLA}
    assert client.post(at(case, f"{photo}/persons/"), both).status_code == 400
    assert client.post(at(case, f"{photo}/persons/"), {"by": LAYLA}).status_code == 400
    assert client.post(at(case, f"{photo}/persons/"), {"nobody": "on", "by": LAYLA})["Location"]
    assert sheet(photo).persons == ()


# --- redaction --------------------------------------------------------------------------------


def redaction(**changed: str) -> dict[str, str]:
    said = {"boxes": "1, 0, 50, 40, 50", "reason": "a face", "by": LAYLA, "reviewer": OMAR}
    return {**said, **changed}


def test_a_redacted_copy_names_its_parent_reason_and_reviewer(
    client: Client, case: str, photo: str
) -> None:
    answer = client.post(at(case, f"{photo}/redact/"), redaction())
    assert answer.status_code == 302
    text = words(client, answer["Location"])
    for part in (photo, "a face", OMAR, f"{photo}-R01"):
        assert part in text, part
    drawn = client.get(answer["Location"] + "preview.jpg").content
    copy = Image.open(BytesIO(drawn)).convert("RGB")
    assert max(copy.getpixel((40, 200))) < 16
    assert all(max(copy.getpixel(place)) > 16 for place in ((40, 30), (300, 220), (180, 200)))
    assert f"{photo}-R01" in words(client, at(case, f"{photo}/"))


@pytest.mark.parametrize(
    "changed",
    [{"boxes": ""}, {"boxes": "1, 0, 0, 50"}, {"boxes": "1, 0, 0, 0, 10"}, {"boxes": "0,0,0,9,9"},
     {"boxes": "1, nan, 0, 10, 10"}, {"boxes": "1, -5, 0, 10, 10"}, {"reason": " "},
     {"reviewer": ""}, {"boxes": "1e999, 0, 0, 5, 5"}],
)  # fmt: skip
def test_a_redaction_that_says_too_little_makes_no_copy(
    client: Client, case: str, photo: str, changed: dict[str, str]
) -> None:
    assert client.post(at(case, f"{photo}/redact/"), redaction(**changed)).status_code == 400
    assert not sheet(photo).derivatives


def test_a_page_of_a_pdf_is_redacted_and_its_words_are_gone(
    client: Client, case: str, home: Home
) -> None:
    pages = [picture(seed=1), picture(seed=2)]
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], title="Nour Example")
    code = take(home, case, {"list.pdf": out.getvalue()}).batches[0].receipts[0].item
    page = client.get(at(case, f"{code}/redact/")).content.decode()
    assert 'data-page="2"' in page
    answer = client.post(at(case, f"{code}/redact/"), redaction(boxes="2, 10, 10, 50, 50"))
    assert answer.status_code == 302
    text = words(client, answer["Location"])
    assert "PDF" in text and "there is no step" not in text and "Nour" not in text
    drawn = client.get(answer["Location"] + "preview.jpg?page=2").content
    copy = Image.open(BytesIO(drawn)).convert("RGB")
    assert max(copy.getpixel((copy.width * 3 // 10, copy.height * 3 // 10))) < 16


def test_a_text_cannot_be_redacted(client: Client, case: str, home: Home) -> None:
    take(home, case, {"a.txt": b"words"})
    assert client.get(at(case, "E-000001/redact/")).status_code == 404


# --- the ledger -------------------------------------------------------------------------------


def test_the_checkpoint_is_there_as_text_and_as_a_square(
    client: Client, case: str, photo: str
) -> None:
    text = client.get("/en/ledger/checkpoint.txt").content.decode()
    assert text.splitlines()[1].isdigit()
    assert text.splitlines()[2] in words(client, "/en/ledger/")
    square = client.get("/en/ledger/checkpoint.svg")
    assert square["Content-Type"] == "image/svg+xml" and b"<path" in square.content


def test_looking_at_the_checkpoint_signs_nothing_and_the_button_does(
    client: Client, case: str
) -> None:
    for path in ("checkpoint.txt", "checkpoint.svg"):
        assert client.get(f"/en/ledger/{path}").status_code == 404
    assert "Nothing is signed yet" in words(client, "/en/ledger/")
    assert "لم يُوقَّع شيء بعد" in words(client, "/ar/ledger/")
    assert not models.KeptCheckpoint.objects.exists()
    assert client.put("/en/ledger/").status_code == 405
    answer = client.post("/en/ledger/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/ledger/")
    [kept] = models.KeptCheckpoint.objects.all()
    assert client.get("/en/ledger/checkpoint.txt").content.decode() == kept.note


def test_the_page_says_how_much_came_after_the_checkpoint(
    client: Client, case: str, photo: str
) -> None:
    client.post("/en/ledger/")
    signed = models.KeptCheckpoint.objects.count()
    before = client.get("/en/ledger/checkpoint.txt").content
    assert "came after it." not in words(client, "/en/ledger/")
    name_person(case, by=LAYLA)
    assert "1 entry came after it" in words(client, "/en/ledger/")
    assert "أُضيف بعدها قيد واحد" in words(client, "/ar/ledger/")
    assert client.get("/en/ledger/checkpoint.txt").content == before
    assert models.KeptCheckpoint.objects.count() == signed
    client.post("/en/ledger/")
    assert models.KeptCheckpoint.objects.count() == signed + 1
    assert "came after it." not in words(client, "/en/ledger/")


def test_nothing_is_signed_for_a_form_that_is_not_ours(case: str) -> None:
    assert Client(enforce_csrf_checks=True).post("/en/ledger/").status_code == 403
    assert not models.KeptCheckpoint.objects.exists()


def test_a_key_that_lies_elsewhere_is_told_on_the_page(
    client: Client, case: str, photo: str, home: Home
) -> None:
    home.log_key.unlink()
    name_person(case, by=LAYLA)
    answer = client.post("/en/ledger/")
    assert answer.status_code == 400
    assert "not in this home folder" in answer.content.decode()
    assert not home.log_key.exists()


def test_the_record_is_verified_also_against_a_checkpoint_that_somebody_kept(
    client: Client, case: str, photo: str
) -> None:
    kept = client.get("/en/ledger/checkpoint.txt").content.decode()
    take(client_home(client), case, {"later.txt": b"later"})
    page = client.post("/en/ledger/verify/", {"held": kept.replace("\n", "\r\n")})
    text = Page(page.content.decode()).one("main").words
    assert "The record holds" in text and "not prove" in text
    other = kept.replace(kept.splitlines()[2], kept.splitlines()[2][::-1])
    page = client.post("/en/ledger/verify/", {"held": other})
    assert "The record holds" not in Page(page.content.decode()).one("main").words
    assert client.post("/en/ledger/verify/", {"held": "nonsense"}).status_code == 400


def client_home(client: Client) -> Home:
    from django.conf import settings

    home = settings.HOME
    assert isinstance(home, Home)
    return home
