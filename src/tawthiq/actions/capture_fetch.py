"""Asking a site for one thing, and keeping every byte of question and answer as it went by.

An address that somebody sends us may lead to a machine of our own network. So a name is looked up
once, each place it leads to has to be on the open internet, and the connection goes to the place
that was looked at, not to one that is looked up again.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
from contextlib import closing
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit, urlunsplit

from tawthiq.values.both import Both

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
_NOT_OPEN = tuple(
    map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))
)
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
_AS_IT_IS = "%/:=&?~+!$,;'@()*[]|"  # signs of an address that are not written otherwise
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Terms:
    """How much one capture may take, and by which way it goes.

    Attributes:
        proxy: ``http://host:port`` or ``socks5h://host:port``, which looks names up itself; empty
            for none. The environment's proxies are not used.
        local_allowed: Whether places of our own network may be asked.
        seconds: For all of it.
        each, whole: Bytes of one answer, and of all.
        things: Pictures and style sheets, at most.
    """

    proxy: str = ""
    local_allowed: bool = False
    seconds: float = 120
    each: int = 64 << 20
    whole: int = 256 << 20
    things: int = 300

    def __post_init__(self) -> None:
        if min(self.seconds, self.each, self.whole) <= 0 or self.things < 0:
            raise ValueError(f"terms that allow nothing: {self}")
        if self.proxy and urlsplit(self.proxy).scheme not in ("http", "socks5", "socks5h"):
            raise ValueError("a proxy begins with http:// or socks5h://")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was asked and what came, byte for byte.

    Attributes:
        place: The IP address that answered; empty behind a proxy, which does not tell.
        body: The answer without its head, put together where it came in pieces.
    """

    address: str
    place: str
    question: bytes
    answer: bytes
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def leads_to(self) -> str:
        """Where the site sends us instead; empty where it does not."""
        is_elsewhere = self.status in (301, 302, 303, 307, 308)
        return self.headers.get("Location", "") if is_elsewhere else ""


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Nothing whole came; that is kept too.

    Attributes:
        code: For programs.
    """

    address: str
    code: str
    said: Both


def web_address(link: str, base: str = "") -> str:
    """An address as it is asked for: whole, in ASCII, without its ``#`` part.

    Returns:
        Nothing, where it is no address of the web, or carries a name and password.
    """
    try:
        parts = urlsplit(urldefrag(urljoin(base, link.strip()))[0])
        if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
            return ""
        host = parts.hostname.encode("idna").decode("ascii")
        place = f"[{host}]" if ":" in host else host
        if parts.port and parts.port != _PORTS[parts.scheme]:
            place += f":{parts.port}"
    except ValueError:
        return ""
    path, query = quote(parts.path or "/", safe=_AS_IT_IS), quote(parts.query, safe=_AS_IT_IS)
    return urlunsplit((parts.scheme, place, path, query, ""))


def fetch(address: str, terms: Terms, until: float, room: int) -> Fetched | NotFetched:
    """Ask for one thing.

    Args:
        address: As ``web_address`` writes it.
        until: When to give up, by ``time.monotonic``.
        room: Bytes that may still come.
    """
    parts = urlsplit(address)
    try:
        place, connected = _connected(parts, terms, until)
        with closing(connected):
            return _asked(address, parts, terms, place, _Recorded(connected, until, room))
    except _Local:
        return NotFetched(address, "local", _LOCAL)
    except _TooMuch:
        return NotFetched(address, "too-large", _TOO_LARGE)
    except TimeoutError:
        return NotFetched(address, "too-long", _TOO_LONG)
    except ssl.SSLCertVerificationError as refused:
        return NotFetched(address, "certificate", _why(_CERTIFICATE, refused.verify_message))
    except (OSError, http.client.HTTPException, ValueError) as refused:
        return NotFetched(address, "no-answer", _why(_NO_ANSWER, str(refused)))


_LOCAL = Both(
    "the address leads into our own network and was not asked; allow it with --local",
    "يقود العنوان إلى شبكتنا نفسها ولم يُطلب؛ اسمح بذلك بالخيار --local",
)
_TOO_LARGE = Both("the answer is larger than is allowed", "الجواب أكبر من المسموح")
_TOO_LONG = Both("it took too long and was given up", "طال الأمر فأوقف")
_CERTIFICATE = Both("the site's certificate is not good", "شهادة الموقع غير صالحة")
_NO_ANSWER = Both("no answer that could be read", "لم يأت جواب تمكن قراءته")


def _why(said: Both, detail: str) -> Both:
    return said + Both.same(f" ({detail[:200]})")


class _Local(Exception):
    """The place is in our own network."""


class _TooMuch(Exception):
    """More came than may."""


# --- the question and the answer --------------------------------------------------------------


def _asked(
    address: str, parts: SplitResult, terms: Terms, place: str, recorded: _Recorded
) -> Fetched:
    connection = http.client.HTTPConnection(parts.hostname or "")
    connection.sock = recorded
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if _speaks_for_us(parts, terms):
        target = f"{parts.scheme}://{parts.netloc}{target}"
    connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", parts.netloc)
    connection.putheader("User-Agent", AGENT)
    connection.putheader("Accept", "*/*")
    connection.putheader("Accept-Encoding", "identity")
    connection.putheader("Connection", "close")
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    return Fetched(
        address,
        place,
        bytes(recorded.asked),
        bytes(recorded.came),
        response.status,
        response.headers,
        body,
    )


class _Recorded:
    """A connection that remembers what went through it; the part of a socket that is needed."""

    def __init__(self, inner: socket.socket, until: float, room: int) -> None:
        self.inner, self.until, self.room = inner, until, room
        self.asked, self.came = bytearray(), bytearray()

    def sendall(self, data: bytes) -> None:
        self.inner.settimeout(_left(self.until))
        self.asked += data
        self.inner.sendall(data)

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        return io.BufferedReader(_Coming(self))

    def close(self) -> None:
        """Whoever opened it closes it."""


class _Coming(io.RawIOBase):
    def __init__(self, recorded: _Recorded) -> None:
        self.recorded = recorded

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        recorded = self.recorded
        recorded.inner.settimeout(_left(recorded.until))
        count = recorded.inner.recv_into(buffer)
        recorded.came += memoryview(buffer)[:count]
        if len(recorded.came) > recorded.room:
            raise _TooMuch
        return count


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


# --- the way there ----------------------------------------------------------------------------


def _connected(parts: SplitResult, terms: Terms, until: float) -> tuple[str, socket.socket]:
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    if not terms.local_allowed:
        _refuse_local_name(host)
    if terms.proxy:
        place, connected = "", _through(terms.proxy, host, port, parts.scheme == "https", until)
    else:
        place = _looked_up(host, port, terms.local_allowed)
        connected = socket.create_connection((place, port), timeout=_left(until))
    if parts.scheme != "https":
        return place, connected
    try:
        return place, ssl.create_default_context().wrap_socket(connected, server_hostname=host)
    except (OSError, ValueError):
        connected.close()
        raise


def _refuse_local_name(host: str) -> None:
    """What can be told from the name alone, which is all there is before a proxy."""
    name = host.lower().rstrip(".")
    try:
        place = ipaddress.ip_address(name)
    except ValueError:
        if "." not in name or name.endswith(_LOCAL_NAMES) or name.rpartition(".")[2].isdigit():
            raise _Local from None
        return
    if not _is_open(place):
        raise _Local


def _looked_up(host: str, port: int, local_allowed: bool) -> str:
    """The place that a name leads to; refused if one of its places is our own."""
    found = [one[4][0] for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not local_allowed and not all(_is_open(ipaddress.ip_address(str(one))) for one in found):
        raise _Local
    return str(found[0])


def _is_open(place: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether it is on the open internet, and does not carry another address in itself."""
    if isinstance(place, ipaddress.IPv6Address):
        if place.ipv4_mapped:
            return _is_open(place.ipv4_mapped)
        if any(place in network for network in _NOT_OPEN):
            return False
    return place.is_global and not place.is_multicast


def _speaks_for_us(parts: SplitResult, terms: Terms) -> bool:
    """Whether a proxy is asked itself, by the whole address: so it is for plain HTTP."""
    return parts.scheme == "http" and terms.proxy.startswith("http://")


def _through(proxy: str, host: str, port: int, secure: bool, until: float) -> socket.socket:
    way = urlsplit(proxy)
    connected = socket.create_connection(
        (way.hostname or "", way.port or 1080), timeout=_left(until)
    )
    try:
        if way.scheme != "http":
            _socks(connected, host, port)
        elif secure:
            _tunnel(connected, host, port)
    except (OSError, ValueError):
        connected.close()
        raise
    return connected


def _tunnel(connected: socket.socket, host: str, port: int) -> None:
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    connected.sendall(f"CONNECT {where} HTTP/1.1\r\nHost: {where}\r\n\r\n".encode("idna"))
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        one = connected.recv(1)
        head += one
        if not one or len(head) > 1 << 14:
            raise OSError("the proxy does not answer as one")
    if head.split(b" ", 2)[1:2] != [b"200"]:
        raise OSError("the proxy refuses")


def _socks(connected: socket.socket, host: str, port: int) -> None:
    """Ask a SOCKS 5 proxy (RFC 1928) for a connection to a name, which it looks up itself."""
    name = host.encode("idna")
    connected.sendall(b"\x05\x01\x00")
    if _exactly(connected, 2) != b"\x05\x00":
        raise OSError("the proxy wants a password")
    connected.sendall(b"\x05\x01\x00\x03" + bytes([len(name)]) + name + port.to_bytes(2, "big"))
    version, refused, _, kind = _exactly(connected, 4)
    if version != 5 or refused:
        raise OSError("the proxy refuses")
    length = {1: 4, 4: 16}.get(kind) or _exactly(connected, 1)[0]
    _exactly(connected, length + 2)


def _exactly(connected: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        part = connected.recv(count - len(data))
        if not part:
            raise OSError("the proxy went away")
        data += part
    return data
