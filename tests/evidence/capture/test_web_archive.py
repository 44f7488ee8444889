"""A web archive is held against its own digests; that they hold never says the site sent it."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from tests.evidence.capture.arrivals import checks, only, outcome, recognised, said
from tests.evidence.capture.web_archives import ADDRESS, PAGE, signed, wacz, warc

from tawthiq.evidence.capture.finding import Outcome, Tool
from tawthiq.evidence.sandbox.sandbox import Sandbox

KEY = ec.generate_private_key(ec.SECP384R1())


@pytest.mark.parametrize("packed", [True, False])
def test_a_whole_archive_holds_and_proves_nothing_of_the_site(
    sandbox: Sandbox, tmp_path: Path, packed: bool
) -> None:
    name = "market.warc.gz" if packed else "market.warc"
    found = only(recognised(sandbox, tmp_path, {name: warc(packed=packed)}), Tool.WARC)
    assert outcome(found, "records.digests") is Outcome.HOLDS
    assert said(found, "page") == f"{ADDRESS} 2019-05-14T10:12:00Z 200"
    assert said(found, "software") == "Keeper 1.2"
    assert any("site" in one.en for one in found.not_proved)


def test_a_changed_page_is_named(sandbox: Sandbox, tmp_path: Path) -> None:
    changed = warc(packed=False).replace(PAGE, PAGE.replace(b"market", b"bakery"))
    found = only(recognised(sandbox, tmp_path, {"a.warc": changed}), Tool.WARC)
    [bad] = found.failed
    assert ADDRESS in bad.said.en and ADDRESS in bad.said.ar


def test_an_archive_that_was_cut_off_is_not_called_whole(sandbox: Sandbox, tmp_path: Path) -> None:
    data = warc(packed=False)
    cut = data[: data.index(PAGE) + 10]
    found = only(recognised(sandbox, tmp_path, {"a.warc": cut}), Tool.WARC)
    assert [one.code for one in found.failed] == ["record.digest"]
    assert "ends before" in found.failed[0].said.en
    half = warc()[:-60]
    found = only(recognised(sandbox, tmp_path, {"a.warc.gz": half}), Tool.WARC)
    assert found.failed or checks(found, "archive.whole")


def test_what_is_no_archive_is_nothing(sandbox: Sandbox, tmp_path: Path) -> None:
    assert recognised(sandbox, tmp_path, {"a.warc": b"WARC? no", "b.wacz": b"PK no"}) != []
    assert only(recognised(sandbox, tmp_path, {"b.wacz": b"PK no"}), Tool.WACZ).claims == ()


def test_a_package_signed_by_a_bare_key_holds_and_names_nobody(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    found = only(recognised(sandbox, tmp_path, {"market.wacz": wacz(KEY)}), Tool.WACZ)
    for code in ("package.list", "package.digest", "package.signature", "records.digests"):
        assert outcome(found, code) is Outcome.HOLDS, code
    assert "nobody says whose" in checks(found, "package.signature")[0].said.en


def test_a_package_that_nobody_signed_says_so(sandbox: Sandbox, tmp_path: Path) -> None:
    for changed in ({}, {"datapackage-digest.json": None}):
        found = only(recognised(sandbox, tmp_path, {"a.wacz": wacz(None, changed)}), Tool.WACZ)
        assert outcome(found, "package.signature") is Outcome.NOT_FOUND_OUT


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"pages/pages.jsonl": b"{}"}, "package.member"),
        ({"pages/pages.jsonl": None}, "package.member"),
        ({"pages/more.jsonl": b"{}"}, "package.member"),
        ({"archive/data.warc.gz": warc(b"<html>a bakery</html>")}, "package.member"),
        ({"datapackage-digest.json": signed(b"another list", KEY)}, "package.digest"),
        ({"datapackage.json": b'{"resources": []}'}, "package.digest"),
    ],
)
def test_what_was_changed_in_a_package_is_named(
    sandbox: Sandbox, tmp_path: Path, changed: dict[str, bytes | None], code: str
) -> None:
    found = only(recognised(sandbox, tmp_path, {"a.wacz": wacz(KEY, changed)}), Tool.WACZ)
    assert code in [one.code for one in found.failed]


def test_a_signature_over_another_list_does_not_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    listed = member(wacz(KEY), "datapackage.json")
    by_another = json.loads(signed(listed, ec.generate_private_key(ec.SECP384R1())))
    told = json.loads(signed(listed, KEY))
    told["signedData"]["signature"] = by_another["signedData"]["signature"]
    of_another_list = signed(listed, KEY, names="sha256:" + "0" * 64)
    for digest in (json.dumps(told).encode(), of_another_list):
        package = wacz(KEY, {"datapackage-digest.json": digest})
        found = only(recognised(sandbox, tmp_path, {"a.wacz": package}), Tool.WACZ)
        assert [one.code for one in found.failed] == ["package.signature"]


def test_a_signature_in_the_older_form_holds_too(sandbox: Sandbox, tmp_path: Path) -> None:
    told = json.loads(signed(member(wacz(KEY), "datapackage.json"), KEY))
    numbers = decode_dss_signature(base64.b64decode(told["signedData"]["signature"]))
    raw = b"".join(number.to_bytes(48, "big") for number in numbers)
    told["signedData"]["signature"] = base64.b64encode(raw).decode()
    package = wacz(KEY, {"datapackage-digest.json": json.dumps(told).encode()})
    found = only(recognised(sandbox, tmp_path, {"a.wacz": package}), Tool.WACZ)
    assert outcome(found, "package.signature") is Outcome.HOLDS


def member(package: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name)
