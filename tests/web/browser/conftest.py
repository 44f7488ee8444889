"""The example as anybody would serve it: the real command, a real port, a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

import pytest

from ...conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CASE = "idlib-2019"
_PATIENCE = 90  # seconds for a first start, which loads the example


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[str]:
    """The address at which the example is served for all tests of a browser."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("tawthiq")), "serve", "--home", str(home),
               "--port", str(port), "--example", CASE]  # fmt: skip
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/en/", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "tawthiq serve ended by itself"
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"nothing answers at {address} after {_PATIENCE} s")


@dataclass
class Reader:
    """Somebody with a browser, and what went wrong while they read."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        response = self.page.goto(f"{self.address}{path}")
        assert response is not None
        assert response.status == 200, path
        return self.page

    def watch(self) -> None:
        self.page.on("console", lambda said: self._console(said.type, said.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self._request(request.url))

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "GPU stall" not in text:
            self.faults.append(f"{kind}: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(url)


WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def _reader(chromium: Browser, served: str, **how: object) -> Iterator[Reader]:
    with chromium.new_context(**how) as context:  # type: ignore[arg-type]
        reader = Reader(context.new_page(), served)
        reader.watch()
        yield reader
        assert reader.faults == []
        assert reader.elsewhere == []


@pytest.fixture
def desk(chromium: Browser, served: str) -> Iterator[Reader]:
    """Somebody at a desk. At the end nothing failed and no other host was asked."""
    yield from _reader(chromium, served, viewport=WIDE)


@pytest.fixture
def phone(chromium: Browser, served: str) -> Iterator[Reader]:
    """Somebody with a phone 390 pixels wide."""
    yield from _reader(chromium, served, viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def no_script(chromium: Browser, served: str) -> Iterator[Reader]:
    """Somebody whose browser runs no script at all."""
    yield from _reader(chromium, served, viewport=WIDE, java_script_enabled=False)
