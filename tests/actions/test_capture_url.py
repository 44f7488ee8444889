"""A page is kept as it answered, with what it needs; that nothing came is kept as well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID
from tests.actions.sites import PAGE, site, socks_to
from tests.evidence.capture.arrivals import only, outcome, recognised
from tests.evidence.timestamps.authorities import certified
from warcio.archiveiterator import ArchiveIterator

from tawthiq.actions.capture_fetch import NotFetched, Terms, fetch, web_address
from tawthiq.actions.capture_url import PageKept, capture_url
from tawthiq.errors import InputError
from tawthiq.evidence.capture.finding import Outcome, Tool
from tawthiq.evidence.sandbox.sandbox import Sandbox

AT = datetime(2026, 5, 14, 10, 12, tzinfo=UTC)
NEAR = Terms(local_allowed=True, seconds=60)


@pytest.fixture(scope="module")
def here() -> Iterator[str]:
    with site() as address:
        yield address


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def kept(address: str, folder: Path, sandbox: Sandbox, terms: Terms = NEAR) -> PageKept:
    return capture_url(address, folder, sandbox, at=AT, terms=terms)


def answers(page: PageKept) -> dict[str, bytes]:
    """What is in the archive, read by somebody else's program."""
    with page.archive.open("rb") as file:
        return {
            record.rec_headers.get_header("WARC-Target-URI").rpartition("/")[2]: (
                record.content_stream().read()
            )
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        }


def test_a_page_is_kept_with_its_pictures_and_style_sheets(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    page = kept(f"{here}/market", tmp_path, sandbox)
    assert (page.status, page.failed) == (200, None)
    found = answers(page)
    assert found["market"] == PAGE.encode()
    wanted = {"look.css", "more.css", "ground.png", "photo.png", "big.png", "line.png"}
    assert wanted <= set(found)
    assert "other" not in found
    assert page.kept == len(found)
    capture = only(
        recognised(sandbox, tmp_path, {"a.warc.gz": page.archive.read_bytes()}), Tool.WARC
    )
    assert outcome(capture, "records.digests") is Outcome.HOLDS


def test_question_and_answer_are_kept_byte_for_byte(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    page = kept(f"{here}/photo.png", tmp_path, sandbox)
    with page.archive.open("rb") as file:
        records = [
            (record.rec_type, record.raw_stream.read())
            for record in ArchiveIterator(file, no_record_parse=True)
        ]
    [answer] = [data for kind, data in records if kind == "response"]
    [question] = [data for kind, data in records if kind == "request"]
    assert question.startswith(b"GET /photo.png HTTP/1.1\r\nHost: 127.0.0.1:")
    assert answer.startswith(b"HTTP/1.1 200 OK\r\nServer: ")
    assert answer.endswith(b"\r\n\r\na picture of /photo.png")


@pytest.mark.parametrize("path", ["/packed", "/pieces", "/moved", "/سوق?a=1"])
def test_a_page_is_kept_however_it_comes(
    here: str, sandbox: Sandbox, tmp_path: Path, path: str
) -> None:
    page = kept(here + path, tmp_path, sandbox)
    assert page.failed is None
    assert "photo.png" in answers(page)
    if path == "/moved":
        assert page.led_to == f"{here}/market"
        assert answers(page)["moved"] == b""


@pytest.mark.parametrize(
    ("path", "code"),
    [("/endless", "too-large"), ("/half", "no-answer"), ("/never", "too-long")],
)
def test_that_nothing_whole_came_is_kept_with_its_reason(
    here: str, sandbox: Sandbox, tmp_path: Path, path: str, code: str
) -> None:
    terms = Terms(local_allowed=True, seconds=0.5 if path == "/never" else 60, each=1 << 20)
    page = kept(here + path, tmp_path, sandbox, terms)
    assert (page.status, page.kept) == (None, 0)
    assert page.failed and page.failed.ar
    with page.archive.open("rb") as file:
        records = [(one.rec_type, one.raw_stream.read()) for one in ArchiveIterator(file)]
    [said] = [data for kind, data in records if kind == "metadata"]
    assert b"could-not-capture" in said and code.encode() in said


def test_a_page_that_is_gone_is_an_outcome_and_its_answer_is_kept(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    page = kept(f"{here}/gone", tmp_path, sandbox)
    assert page.status == 404
    assert page.failed and "404" in page.failed.en
    assert answers(page)["gone"] == b"nothing here"


def test_a_site_that_leads_in_circles_is_given_up(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    page = kept(f"{here}/round", tmp_path, sandbox)
    assert page.failed and page.kept == 10


def test_no_more_things_are_asked_for_than_allowed(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    page = kept(f"{here}/market", tmp_path, sandbox, Terms(local_allowed=True, things=2))
    assert page.kept == 3
    assert page.left_out[-1].code == "too-many"


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/", "http://localhost/", "http://10.1.2.3/", "http://[::1]/",
     "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest", "http://[64:ff9b::7f00:1]/",
     "http://intranet/", "http://printer.local/", "http://224.0.0.1/", "http://0.0.0.0/",
     "http://2130706433/", "http://[fd00::1]/"],
)  # fmt: skip
def test_our_own_network_is_not_asked(sandbox: Sandbox, tmp_path: Path, address: str) -> None:
    page = kept(address, tmp_path, sandbox, Terms(seconds=5))
    assert page.kept == 0
    assert page.failed and "our own network" in page.failed.en
    through = fetch(web_address(address), Terms(proxy="socks5h://127.0.0.1:1"), 1e12, 1 << 20)
    assert isinstance(through, NotFetched) and through.code == "local"


def test_a_site_cannot_send_us_into_our_own_network(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    """The first is asked because a proxy leads there; the second is looked at again."""
    port = int(here.rpartition(":")[2])
    with socks_to(port) as (proxy, names):
        page = kept("http://news.example/inwards", tmp_path, sandbox, Terms(proxy=proxy))
    assert names == ["news.example"]
    assert page.kept == 1
    assert page.failed and "our own network" in page.failed.en


def test_a_proxy_looks_names_up_itself(here: str, sandbox: Sandbox, tmp_path: Path) -> None:
    port = int(here.rpartition(":")[2])
    with socks_to(port) as (proxy, names):
        page = kept("http://news.example/market", tmp_path, sandbox, Terms(proxy=proxy))
    assert page.failed is None and set(names) == {"news.example"}
    assert "photo.png" in answers(page)


def test_a_plain_proxy_is_asked_by_the_whole_address(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    page = kept("http://news.example/x", tmp_path, sandbox, Terms(proxy=here))
    assert page.status == 404
    with page.archive.open("rb") as file:
        questions = [
            one.raw_stream.read()
            for one in ArchiveIterator(file, no_record_parse=True)
            if one.rec_type == "request"
        ]
    assert questions[0].startswith(b"GET http://news.example/x HTTP/1.1\r\nHost: news.example")


@pytest.mark.parametrize("address", ["ftp://a.example/", "a.example", "http://u:p@a.example/", ""])
def test_what_is_no_address_is_not_asked(sandbox: Sandbox, tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError):
        kept(address, tmp_path, sandbox)
    assert list(tmp_path.iterdir()) == []


def test_a_site_whose_certificate_is_not_good_is_not_believed(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    holder = certified("127.0.0.1", purposes=(ExtendedKeyUsageOID.SERVER_AUTH,))
    pem = holder.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    both = tmp_path / "both.pem"
    both.write_bytes(holder.pem + pem)
    with site(both) as secure:
        page = kept(f"{secure}/market", tmp_path, sandbox)
    assert (page.status, page.kept) == (None, 0)
    assert page.failed and "certificate" in page.failed.en


def test_a_film_is_fetched_with_its_description_where_that_is_installed(
    here: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    pytest.importorskip("yt_dlp")
    address = f"{here}/film.mp4"
    page = capture_url(address, tmp_path, sandbox, at=AT, terms=NEAR, with_media=True)
    assert page.media_failed is None
    assert {one.suffix for one in page.media} == {".json", ".mp4"}
    assert b"a film" in [one.read_bytes() for one in page.media]


def test_that_there_is_no_film_is_an_outcome(here: str, sandbox: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("yt_dlp")
    address = f"{here}/gone"
    page = capture_url(address, tmp_path, sandbox, at=AT, terms=NEAR, with_media=True)
    assert page.media == ()
    assert page.media_failed and "could not be captured" in page.media_failed.en
