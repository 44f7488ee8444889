"""What any test may ask for: the data kept beside the repository, and a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
IN_CI = bool(os.environ.get("TAWTHIQ_CI"))
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
# The sandbox needs rights that root in a container lacks; /dev/shm is small there.
CHROMIUM_FLAGS = ("--no-sandbox", "--disable-dev-shm-usage")

# No deadline: two cores run several suites at once. CI draws the same examples every time.
settings.register_profile("house", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where two processes run the tests, those of one file in the browser stay together.

    The longest test runs many others again on PostgreSQL: begun last, it would be waited for.
    """
    items.sort(key=lambda item: "postgres" not in item.path.parts)
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the repository: data too large or too private to commit."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder shared/ is not beside the repository")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of the system, driven by Playwright; mark such tests `browser`.

    Each test opens its own context: `page = chromium.new_page(locale="ar")`.
    """
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread; Django would refuse its database beside it.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=_path_of_chromium(), args=list(CHROMIUM_FLAGS)
            )
            yield browser
            browser.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        else:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


def _path_of_chromium() -> str:
    """Where Chromium is; without it a test skips, and in CI it fails."""
    for name in CHROMIUM_NAMES:
        if path := shutil.which(name):
            return path
    missing = "Chromium is not installed"
    if IN_CI:
        pytest.fail(missing)
    pytest.skip(missing)
