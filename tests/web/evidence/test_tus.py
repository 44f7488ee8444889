"""Sending in pieces: what was acknowledged stays, what was not is asked for again (tus 1.0)."""

from __future__ import annotations

import base64
import hashlib
import os
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.web.evidence.conftest import SOURCE

from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.web.evidence.tus import sent

DATA = bytes(range(256)) * 40
HOW = {"source": SOURCE, "by": "Layla", "note": "", "kind": "received"}


class Sender:
    """Whoever sends, as a browser does."""

    def __init__(self, client: Client, case: str) -> None:
        self.client, self.case = client, case
        self.root = f"/en/cases/{case}/evidence/uploads/"

    def begin(self, size: int = len(DATA), name: str = "سوق.bin", **more: str) -> Any:
        told = f"filename {base64.b64encode(name.encode()).decode()}"
        usual = {"upload_length": str(size), "upload_metadata": told}
        return self._ask("post", self.root, **{**usual, **more})

    def piece(self, at: str, offset: int, data: bytes, **more: str) -> Any:
        return self._ask("patch", at, data, **{"upload_offset": str(offset), **more})

    def far(self, at: str) -> Any:
        return self._ask("head", at)

    def stop(self, at: str) -> Any:
        return self._ask("delete", at)

    def _ask(self, method: str, at: str, data: bytes = b"", **headers: str) -> Any:
        kind = headers.pop("content_type", "application/offset+octet-stream")
        sent = {"tus_resumable": "1.0.0", **headers}
        return self.client.generic(
            method.upper(),
            at,
            data,
            kind,
            headers={n.replace("_", "-"): v for n, v in sent.items()},
        )


@pytest.fixture
def sender(client: Client, case: str) -> Sender:
    return Sender(client, case)


def checksum(data: bytes) -> str:
    return "sha256 " + base64.b64encode(hashlib.sha256(data).digest()).decode()


def test_a_file_comes_in_pieces_and_is_kept_whole(sender: Sender, case: str) -> None:
    begun = sender.begin()
    assert (begun.status_code, begun["Tus-Resumable"]) == (201, "1.0.0")
    at = begun["Location"]
    assert sender.far(at)["Upload-Offset"] == "0"
    first = sender.piece(at, 0, DATA[:4000], upload_checksum=checksum(DATA[:4000]))
    assert (first.status_code, first["Upload-Offset"]) == (204, "4000")
    assert sender.far(at)["Upload-Offset"] == "4000"
    assert sender.far(at)["Upload-Length"] == str(len(DATA))
    assert sender.far(at)["Cache-Control"] == "no-store"
    assert sender.piece(at, 4000, DATA[4000:]).status_code == 204
    answer = sender.client.post(f"{at}take/", HOW)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert hashlib.sha256(DATA).hexdigest() in page and "سوق.bin" in page
    content = models.EvidenceContent.objects.get(sha256=hashlib.sha256(DATA).hexdigest())
    assert (content.source, content.name) == (SOURCE, "سوق.bin")
    assert sender.far(at).status_code == 404


def test_a_piece_that_does_not_begin_where_the_last_ended_is_refused(sender: Sender) -> None:
    at = sender.begin()["Location"]
    assert sender.piece(at, 10, b"x").status_code == 409
    assert sender.piece(at, 0, DATA + b"x").status_code == 413
    assert sender.far(at)["Upload-Offset"] == "0"


def test_a_piece_that_was_changed_on_the_way_does_not_count(sender: Sender) -> None:
    at = sender.begin()["Location"]
    assert sender.piece(at, 0, b"changed", upload_checksum=checksum(b"sent")).status_code == 460
    assert sender.piece(at, 0, b"x", upload_checksum="md5 AA==").status_code == 400
    assert sender.piece(at, 0, b"x", upload_checksum="sha256 !").status_code == 400
    assert sender.far(at)["Upload-Offset"] == "0"


def test_what_is_not_whole_is_not_taken_in(sender: Sender) -> None:
    at = sender.begin()["Location"]
    sender.piece(at, 0, DATA[:100])
    answer = sender.client.post(f"{at}take/", HOW)
    assert answer.status_code == 400
    assert not models.EvidenceItem.objects.exists()
    assert sender.far(at)["Upload-Offset"] == "100"


def test_nothing_is_taken_in_that_comes_from_nowhere(sender: Sender) -> None:
    at = sender.begin(3)["Location"]
    sender.piece(at, 0, b"abc")
    assert sender.client.post(f"{at}take/", {**HOW, "source": " "}).status_code == 400
    assert sender.client.post(f"{at}take/", HOW).status_code == 200


def test_an_upload_can_be_given_up(sender: Sender) -> None:
    at = sender.begin()["Location"]
    sender.piece(at, 0, DATA[:100])
    assert sender.stop(at).status_code == 204
    assert sender.far(at).status_code == 404
    assert sender.piece(at, 100, b"x").status_code == 404


def test_other_versions_and_forms_of_the_protocol_are_refused(sender: Sender) -> None:
    assert sender.begin(tus_resumable="0.2.2").status_code == 412
    assert sender.begin(upload_length="many").status_code == 400
    assert sender.begin(upload_length=str(1 << 40)).status_code == 413
    at = sender.begin()["Location"]
    assert sender.piece(at, 0, b"x", content_type="text/plain").status_code == 415
    assert sender.piece(at, 0, b"x", upload_offset="-1").status_code == 400
    asked = sender.client.options(sender.root)
    assert asked["Tus-Extension"] == "creation,checksum,termination"
    assert asked["Tus-Checksum-Algorithm"] == "sha256"


def test_an_upload_of_one_case_is_not_reached_under_another(sender: Sender, client: Client) -> None:
    from tawthiq.actions.open_case import open_case
    from tawthiq.values.both import Both

    open_case("other", Both("Other", "أخرى"), by="Omar")
    at = sender.begin()["Location"]
    assert sender.far(at.replace(sender.case, "other")).status_code == 404
    made_up = f"{sender.root}{'0' * 32}/"
    assert sender.far(made_up).status_code == 404


def test_a_piece_without_the_mark_of_our_form_is_refused(case: str) -> None:
    strict = Sender(Client(enforce_csrf_checks=True), case)
    assert strict.begin().status_code == 403


def test_a_piece_stays_when_the_server_is_started_anew(sender: Sender, home: Home) -> None:
    at = sender.begin()["Location"]
    sender.piece(at, 0, DATA[:5000])
    again = Sender(Client(), sender.case)
    assert again.far(at)["Upload-Offset"] == "5000"
    assert again.piece(at, 5000, DATA[5000:]).status_code == 204


def test_what_nobody_sent_on_for_a_week_goes_when_the_next_upload_begins(
    sender: Sender, home: Home
) -> None:
    left, waiting = sender.begin()["Location"], sender.begin()["Location"]
    for at in (left, waiting):
        sender.piece(at, 0, DATA[:100])
    now = datetime.now(UTC)
    [first, second] = [
        sent(at.rstrip("/").rpartition("/")[2], sender.case) for at in (left, waiting)
    ]
    for upload, days in ((first.upload, 8), (second.upload, 6)):
        then = (now - timedelta(days=days)).timestamp()
        for path in (home.vault / "uploads").glob(f"{upload}*"):
            os.utime(path, (then, then))
    assert sender.far(left).status_code == 200
    sender.begin()
    assert sender.far(left).status_code == 404
    assert sender.far(waiting)["Upload-Offset"] == "100"
