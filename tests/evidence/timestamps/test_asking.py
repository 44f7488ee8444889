"""An authority is asked over HTTP: a real one on this machine, and some that behave badly."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from tests.evidence.timestamps.authorities import ROOTS, certified, needs_openssl, reply_to

from tawthiq.evidence.timestamps.asking import LONGEST_REPLY, HttpAuthority
from tawthiq.evidence.timestamps.request import Request
from tawthiq.evidence.timestamps.stamp import NotStamped, Stamped
from tawthiq.evidence.timestamps.verification import Refused, Verified, verify
from tawthiq.values.digest import Digest

pytestmark = needs_openssl

DIGEST = Digest.of(b"a checkpoint")
Handler = Callable[[BaseHTTPRequestHandler, bytes], None]


def answers(make: Callable[[bytes], bytes]) -> Handler:
    def answer(request: BaseHTTPRequestHandler, question: bytes) -> None:
        reply = make(question)
        request.send_response(200)
        request.send_header("Content-Type", "application/timestamp-reply")
        request.send_header("Content-Length", str(len(reply)))
        request.end_headers()
        request.wfile.write(reply)

    return answer


@contextmanager
def serving(
    answer: Handler, on_get: Callable[[BaseHTTPRequestHandler], None] | None = None
) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """A server on this machine, and what it was asked: headers and body."""
    asked: list[tuple[str, bytes]] = []

    class Asked(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((str(self.headers), question))
            with suppress(BrokenPipeError, ConnectionResetError):
                answer(self, question)

        def do_GET(self) -> None:
            assert on_get is not None
            on_get(self)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa", asked
    finally:
        server.shutdown()
        server.server_close()


def stamp(answer: Handler, timeout: float = 5.0) -> Stamped | NotStamped:
    with serving(answer) as (address, _):
        return HttpAuthority("tsa.example", address, ROOTS, timeout).stamp(DIGEST)


def test_a_stamp_comes_back_and_is_kept_as_it_came() -> None:
    kept: list[bytes] = []

    def honest(question: bytes) -> bytes:
        kept.append(reply_to(question))
        return kept[0]

    with serving(answers(honest)) as (address, asked):
        came = HttpAuthority("tsa.example", address, ROOTS).stamp(DIGEST)
    assert isinstance(came, Stamped)
    assert came.reply == kept[0]
    assert isinstance(verify(came.reply, DIGEST, ROOTS, nonce=came.nonce), Verified)
    assert isinstance(verify(came.reply, DIGEST, ROOTS, nonce=came.nonce + 1), Refused)
    [(headers, question)] = asked
    assert question == Request(DIGEST, came.nonce).to_bytes()
    assert "application/timestamp-query" in headers
    assert "ookie" not in headers


def test_two_questions_about_one_digest_are_told_apart() -> None:
    assert Request.of(DIGEST).nonce != Request.of(DIGEST).nonce


def test_an_old_answer_does_not_pass_for_a_new_one() -> None:
    old = reply_to(Request.of(DIGEST).to_bytes())
    came = stamp(answers(lambda _: old))
    assert isinstance(came, NotStamped)
    assert "another request" in came.reason.en
    assert came.reply == old  # kept all the same
    assert not came.may_be_asked_again


def test_a_forged_answer_is_no_stamp_and_is_kept() -> None:
    own = certified("Evil Root", is_authority=True)
    came = stamp(answers(lambda question: reply_to(question, certified("Evil", own), [own])))
    assert isinstance(came, NotStamped)
    assert came.reply and came.reason.ar and "no chain" in came.reason.en


def page(request: BaseHTTPRequestHandler, _: bytes) -> None:
    answers(lambda _: b"<html>please log in to this network</html>")(request, b"")


def test_the_page_of_a_hotel_is_no_stamp() -> None:
    came = stamp(page)
    assert isinstance(came, NotStamped) and came.reply.startswith(b"<html>")


def fails(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.send_error(503)


def is_silent(request: BaseHTTPRequestHandler, _: bytes) -> None:
    time.sleep(3)


def drips(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.send_response(200)
    request.end_headers()
    for _at in range(100):
        request.wfile.write(b"0")
        request.wfile.flush()
        time.sleep(0.1)


def never_ends(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.send_response(200)
    request.end_headers()
    for _at in range(2 * LONGEST_REPLY // 1000):
        request.wfile.write(b"0" * 1000)


def sends_elsewhere(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.send_response(307)
    request.send_header("Location", "http://127.0.0.1:9/")
    request.end_headers()


def hangs_up(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.wfile.write(b"nonsense\r\n\r\n")


@pytest.mark.parametrize(
    "badly",
    [fails, is_silent, drips, never_ends, sends_elsewhere, hangs_up],
    ids=lambda f: f.__name__,
)
def test_who_does_not_answer_leaves_the_question_open_in_stated_time(badly: Handler) -> None:
    began = time.monotonic()
    came = stamp(badly, timeout=0.5)
    assert time.monotonic() - began < 2.5
    assert isinstance(came, NotStamped)
    assert came.may_be_asked_again and not came.reply
    assert "no reply from tsa.example" in came.reason.en and "لا جواب" in came.reason.ar


def test_whoever_sends_us_elsewhere_is_not_followed() -> None:
    def moved(request: BaseHTTPRequestHandler, _: bytes) -> None:
        request.send_response(302)
        request.send_header("Location", elsewhere)
        request.end_headers()

    seen: list[str] = []

    def watched(request: BaseHTTPRequestHandler) -> None:
        seen.append(request.path)
        request.send_error(404)

    with serving(answers(reply_to), on_get=watched) as (elsewhere, asked):
        assert isinstance(stamp(moved), NotStamped)
    assert (asked, seen) == ([], [])


def test_without_a_network_the_question_stays_open() -> None:
    came = HttpAuthority("tsa.example", "http://127.0.0.1:9/", ROOTS, 1).stamp(DIGEST)
    assert isinstance(came, NotStamped) and came.may_be_asked_again


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    assert isinstance(stamp(answers(reply_to)), Stamped)


def test_a_proxy_that_was_set_is_used() -> None:
    with serving(answers(reply_to)) as (address, asked):
        proxied = HttpAuthority("tsa.example", "http://tsa.example/", ROOTS, proxy=address)
        assert isinstance(proxied.stamp(DIGEST), Stamped)
    assert len(asked) == 1


@pytest.mark.parametrize("address", ["", "tsa.example", "file:///etc/passwd", "ftp://x/"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="begins with http"):
        HttpAuthority("x", address, ROOTS)


@pytest.mark.parametrize("timeout", [0, -1, 601])
def test_a_timeout_that_is_none_is_refused(timeout: float) -> None:
    with pytest.raises(ValueError, match="timeout"):
        HttpAuthority("x", "http://x/", ROOTS, timeout)
