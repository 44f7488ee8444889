"""Web archives of the tests' own making: by warcio, and packed as the specification has it."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = b"<html><body>a market</body></html>"
ADDRESS = "https://news.example/market"


def warc(page: bytes = PAGE, *, packed: bool = True) -> bytes:
    """One page asked for and answered, behind the record that says by what it was made."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "Keeper 1.2"}))
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    answer = writer.create_warc_record(
        ADDRESS, "response", payload=io.BytesIO(page), http_headers=headers,
        warc_headers_dict={"WARC-Date": "2019-05-14T10:12:00Z"},
    )  # fmt: skip
    asking = StatusAndHeaders(
        "GET /market HTTP/1.1", [("Host", "news.example")], is_http_request=True
    )
    writer.write_request_response_pair(
        writer.create_warc_record(ADDRESS, "request", http_headers=asking), answer
    )
    return out.getvalue()


ARCHIVE = warc()  # its records get numbers by chance: every package of the tests holds this one


def listed(members: Mapping[str, bytes]) -> bytes:
    """The list of a package."""
    resources = [
        {"name": name, "path": name, "hash": f"sha256:{_sha256(content)}", "bytes": len(content)}
        for name, content in members.items()
    ]
    about = {"profile": "data-package", "wacz_version": "1.1.1", "created": "2019-05-14T10:13:00Z"}
    return json.dumps({**about, "resources": resources}).encode()


def signed(
    package: bytes, key: ec.EllipticCurvePrivateKey | None, *, names: str | None = None
) -> bytes:
    """What is written of the list: its digest, and a signature by a bare key."""
    digest = f"sha256:{_sha256(package)}"
    told: dict[str, object] = {"path": "datapackage.json", "hash": digest}
    if key is not None:
        signature = key.sign((names or digest).encode(), ec.ECDSA(hashes.SHA256()))
        public = key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        told["signedData"] = {
            "hash": names or digest,
            "signature": base64.b64encode(signature).decode(),
            "publicKey": base64.b64encode(public).decode(),
            "created": "2019-05-14T10:13:00Z",
            "software": "Keeper 1.2",
        }
    return json.dumps(told).encode()


def wacz(
    key: ec.EllipticCurvePrivateKey | None = None, changed: Mapping[str, bytes | None] | None = None
) -> bytes:
    """A package; ``changed`` gives members other bytes after all was listed, or takes them out."""
    members = {
        "archive/data.warc.gz": ARCHIVE,
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
    }
    package = listed(members)
    whole: dict[str, bytes | None] = {
        **members, "datapackage.json": package, "datapackage-digest.json": signed(package, key),
        **(changed or {}),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in whole.items():
            if content is not None:
                archive.writestr(name, content)
    return out.getvalue()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
