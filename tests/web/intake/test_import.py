"""Import in the browser: nothing happens before it was seen, and then all of it or nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.markup import Page

from tawthiq.actions.open_case import open_case
from tawthiq.store import models
from tawthiq.values.both import Both
from tawthiq.web.intake import incoming

COLUMNS = (
    "id", "date", "place", "admin3", "governorate", "lat", "lon", "weapon", "target_type",
    "facility_name", "killed", "killed_children", "killed_women", "injured", "alleged_party",
    "source_org", "source_title", "source_url", "published", "quote_paraphrase", "checked",
)  # fmt: skip
GOOD = {
    "id": "Z001.1", "date": "2021-05-02", "place": "Saraqib", "governorate": "Idlib",
    "weapon": "airstrike", "target_type": "market", "killed": "4", "source_org": "Lamp Post",
    "source_url": "https://lamp.example/1", "published": "2021-05-03",
    "quote_paraphrase": "Four people died at the market.",
}  # fmt: skip


def table(*rows: dict[str, str], name: str = "claims.csv") -> SimpleUploadedFile:
    lines = [",".join(f'"{row.get(column, "")}"' for column in COLUMNS) for row in rows]
    return SimpleUploadedFile(name, "\n".join([",".join(COLUMNS), *lines, ""]).encode())


def upload(client: Client, case: str, file: SimpleUploadedFile, language: str = "en") -> str:
    """Send a table; the address of its preview."""
    response = client.post(f"/{language}/cases/{case}/import/", {"file": file, "kind": "claims"})
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def confirm(client: Client, address: str, **changes: str) -> tuple[int, str]:
    page = Page(client.get(address).content.decode())
    seal = page.one("input", name="seal").attributes["value"]
    said = {"seal": seal, "by": "Omar", "because": "found in the archive", **changes}
    response = client.post(address, said)
    return response.status_code, response.get("Location", "")


def waiting(home: Path) -> list[Path]:
    folder = home / "incoming"
    return sorted(folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_preview_changes_nothing(client: Client, case: str, home: Path, language: str) -> None:
    before = models.Claim.objects.count(), models.JournalEntry.objects.count()
    page = Page(client.get(upload(client, case, table(GOOD), language)).content.decode())
    assert page.faults == []
    assert (models.Claim.objects.count(), models.JournalEntry.objects.count()) == before
    numbers = [dd.words for dd in page.one("dl", class_="counts").children[0].children]
    assert numbers


def test_a_confirmed_table_is_taken_in_by_somebody_for_a_reason(
    client: Client, case: str, home: Path
) -> None:
    status, done = confirm(client, upload(client, case, table(GOOD)))
    assert status == 302
    assert client.get(done).status_code == 200
    assert models.Claim.objects.filter(code="Z001.1").exists()
    entry = models.JournalEntry.objects.order_by("-id").first()
    assert entry is not None
    assert (entry.by, entry.why) == ("Omar", "found in the archive")
    assert waiting(home) == []
    assert client.get(f"/en/cases/{case}/incidents/Z001/").status_code == 200


def test_the_same_table_again_changes_nothing(client: Client, case: str, home: Path) -> None:
    confirm(client, upload(client, case, table(GOOD)))
    page = Page(client.get(upload(client, case, table(GOOD))).content.decode())
    assert "This file changes nothing" in page.one("main").words


def test_a_corrected_table_shows_what_changes_and_keeps_what_was(
    client: Client, case: str, home: Path
) -> None:
    confirm(client, upload(client, case, table(GOOD)))
    address = upload(client, case, table(GOOD | {"killed": "6"}))
    page = Page(client.get(address).content.decode())
    assert page.one("del").words == "4"
    assert page.one("ins").words == "6"
    confirm(client, address)
    assert models.Claim.objects.filter(code="Z001.1").count() == 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_table_with_one_bad_row_shows_the_cell_and_cannot_be_taken(
    client: Client, case: str, home: Path, language: str
) -> None:
    bad = GOOD | {"id": "Z002.1", "date": "2021-02-31"}
    address = upload(client, case, table(GOOD, bad), language)
    page = Page(client.get(address).content.decode())
    assert "2021-02-31" in [cell.words for cell in page.all("span", class_="cell")]
    assert page.all("input", name="seal") == []
    response = client.post(address, {"seal": "x", "by": "Omar", "because": "now"})
    assert response.status_code == 400
    assert not models.Claim.objects.filter(code__startswith="Z").exists()


def test_cancelling_leaves_nothing(client: Client, case: str, home: Path) -> None:
    address = upload(client, case, table(GOOD))
    assert len(waiting(home)) == 1
    assert client.post(f"{address}cancel/").status_code == 302
    assert waiting(home) == []
    assert client.get(address).status_code == 404


def test_an_upload_is_for_its_owner_only_and_is_forgotten_after_an_hour(
    client: Client, case: str, home: Path
) -> None:
    upload(client, case, table(GOOD))
    (file,) = waiting(home)
    assert file.stat().st_mode & 0o077 == 0
    past = time.time() - incoming.KEPT_FOR - 1
    os.utime(file, (past, past))
    upload(client, case, table(GOOD, name="other.csv"))
    assert file not in waiting(home)


def test_a_case_that_changed_meanwhile_has_to_be_looked_at_again(
    client: Client, case: str, home: Path
) -> None:
    address = upload(client, case, table(GOOD))
    page = Page(client.get(address).content.decode())
    seal = page.one("input", name="seal").attributes["value"]
    confirm(client, upload(client, case, table(GOOD | {"id": "Z009.1"})))
    response = client.post(address, {"seal": seal, "by": "Omar", "because": "now"})
    assert response.status_code == 409
    assert not models.Claim.objects.filter(code="Z001.1").exists()


@pytest.mark.parametrize("missing", ["by", "because"])
def test_nobody_takes_a_table_in_without_a_name_and_a_reason(
    client: Client, case: str, home: Path, missing: str
) -> None:
    status, _ = confirm(client, upload(client, case, table(GOOD)), **{missing: " "})
    assert status == 400
    assert not models.Claim.objects.filter(code="Z001.1").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("other.csv", b"a,b,c\n1,2,3\n"),
        ("noise.csv", bytes(range(256)) * 20),
        ("noise.xlsx", b"PK\x03\x04 not a workbook"),
        ("photo.csv", b"\xff\xd8\xff\xe0" + bytes(500)),
        ("half.csv", b"id,date\n"),
        ("zero.csv", b"\x00" * 300),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_file_that_is_no_table_is_refused_in_words_and_not_kept(
    client: Client, case: str, home: Path, name: str, content: bytes, language: str
) -> None:
    file = SimpleUploadedFile(name, content)
    response = client.post(
        f"/{language}/cases/{case}/import/", {"file": file, "kind": "claims"}, follow=True
    )
    assert response.status_code == 400
    page = Page(response.content.decode())
    assert page.one("html").attributes["lang"] == language
    assert "Traceback" not in response.content.decode()
    assert waiting(home) == []


def test_no_file_at_all_is_said_beside_the_field(client: Client, case: str, home: Path) -> None:
    response = client.post(f"/en/cases/{case}/import/", {"kind": "claims"})
    assert response.status_code == 400
    assert "Choose a file first." in response.content.decode()


def test_an_address_that_we_did_not_sign_leads_nowhere(
    client: Client, case: str, home: Path
) -> None:
    (home / "incoming").mkdir()
    (home / "incoming" / ("0" * 32)).write_text("x")
    for address in ("0" * 32, "eyJ0b2tlbiI6Ii4uLy4uL2V0Yy9wYXNzd2QifQ:x:y", "%2e%2e"):
        assert client.get(f"/en/cases/{case}/import/{address}/").status_code == 404


def test_an_upload_for_one_case_is_not_shown_in_another(
    client: Client, case: str, home: Path
) -> None:
    open_case("other", Both("Other", "آخر"), by="Layla")
    address = upload(client, case, table(GOOD)).replace(f"/{case}/", "/other/")
    assert client.get(address).status_code == 404


def test_a_file_name_of_another_system_is_only_a_name(
    client: Client, case: str, home: Path
) -> None:
    page = client.get(upload(client, case, table(GOOD, name="..\\..\\x.csv"))).content.decode()
    assert "x.csv" in page
    assert waiting(home)[0].parent == home / "incoming"
