"""A site of the tests on this machine: pages, pictures, and answers as they should not be."""

from __future__ import annotations

import gzip
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGE = """<html><head><link rel="stylesheet" href="/look.css"><style>body {
background: url(ground.png) }</style></head><body>سوق<img src="photo.png" srcset="big.png 2x">
<img src="/gone.png"><img src="data:image/png;base64,AA"><a href="/other">x</a></body></html>"""
STYLE = "@import '/more.css'; h1 { background: url('/line.png') }"


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path
        if path in ("/market", "/%D8%B3%D9%88%D9%82?a=1"):
            self._answer(PAGE.encode(), "text/html; charset=utf-8")
        elif path == "/packed":
            self._answer(gzip.compress(PAGE.encode()), "text/html", packed="gzip")
        elif path.endswith(".css"):
            self._answer(STYLE.encode(), "text/css")
        elif path.endswith(".png") and path != "/gone.png":
            self._answer(b"a picture of " + path.encode(), "image/png")
        elif path == "/film.mp4":
            self._answer(b"a film", "video/mp4")
        elif path == "/moved":
            self._answer(b"", "text/plain", 302, Location="/market")
        elif path == "/inwards":
            self._answer(b"", "text/plain", 302, Location="http://localhost:1/admin")
        elif path == "/round":
            self._answer(b"", "text/plain", 302, Location="/round")
        elif path == "/pieces":
            self._pieces()
        elif path == "/endless":
            self._endless()
        elif path == "/never":
            self.server.held.wait()  # type: ignore[attr-defined]
            self.close_connection = True
        elif path == "/half":
            self._head(200, "text/html", {"Content-Length": "100"})
            self.wfile.write(b"half")
            self.close_connection = True
        else:
            self._answer(b"nothing here", "text/html", 404)

    def _answer(
        self, body: bytes, kind: str, status: int = 200, packed: str = "", **more: str
    ) -> None:
        headers = {"Content-Length": str(len(body)), **more}
        if packed:
            headers["Content-Encoding"] = packed
        self._head(status, kind, headers)
        self.wfile.write(body)

    def _head(self, status: int, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()

    def _pieces(self) -> None:
        self._head(200, "text/html", {"Transfer-Encoding": "chunked"})
        for piece in (PAGE.encode()[:100], PAGE.encode()[100:], b""):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def _endless(self) -> None:
        self._head(200, "text/html", {})
        try:
            while True:
                self.wfile.write(bytes(1 << 16))
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def site(certificate: Path | None = None) -> Iterator[str]:
    """A site; where it is. With a certificate and its key in one file it speaks TLS."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        server.daemon_threads = True
        server.held = threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}"
        server.held.set()  # type: ignore[attr-defined]
        server.shutdown()


class _Socks(socketserver.BaseRequestHandler):
    """A SOCKS 5 proxy that knows one name, as a far network would."""

    def handle(self) -> None:
        import socket

        near = self.request
        near.recv(3)
        near.sendall(b"\x05\x00")
        head = near.recv(5)
        name = near.recv(head[4])
        near.recv(2)
        self.server.names.append(name.decode())  # type: ignore[attr-defined]
        far = socket.create_connection(self.server.leads_to)  # type: ignore[attr-defined]
        near.sendall(b"\x05\x00\x00\x01" + bytes(6))
        asked = near.recv(1 << 16)
        far.sendall(asked)
        while part := far.recv(1 << 16):
            near.sendall(part)
        far.close()


@contextmanager
def socks_to(port: int) -> Iterator[tuple[str, list[str]]]:
    """A proxy that leads every name to the site of this port; where it is, and what was asked."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Socks) as server:
        server.daemon_threads = True
        server.leads_to = ("127.0.0.1", port)  # type: ignore[attr-defined]
        server.names = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"socks5h://127.0.0.1:{server.server_address[1]}", server.names  # type: ignore[attr-defined]
        server.shutdown()
