"""What others made works in a real browser, offline: the faces load and the map draws Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tawthiq import web

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

STATIC = Path(web.__file__).parent / "static"
HOST = "http://pages.invalid"  # RFC 6761: never resolves, so whatever is not answered here fails
KINDS = {".mjs": "text/javascript", ".js": "text/javascript", ".css": "text/css"}
MAP = """
<!doctype html><link rel="stylesheet" href="fonts.css">
<link rel="stylesheet" href="vendor/maplibre/maplibre-gl.css">
<div id="map" style="width:600px;height:400px"></div>
<script type="module">
  import * as maplibre from "./vendor/maplibre/maplibre-gl.mjs";
  const there = (path) => new URL(path, location.href).href;
  maplibre.setWorkerUrl(there("vendor/maplibre/maplibre-gl-worker.mjs"));
  await maplibre.setRTLTextPlugin(there("vendor/rtl-text/mapbox-gl-rtl-text.js"), false);
  const countries = {type: "geojson", data: there("vendor/outline/countries.geojson")};
  const names = {"text-field": ["get", "name_ar"], "text-font": ["IBM Plex Sans Arabic"]};
  const map = new maplibre.Map({
    container: "map", center: [38, 35], zoom: 4, attributionControl: false,
    style: {version: 8, sources: {countries}, layers: [
      {id: "area", type: "fill", source: "countries"},
      {id: "name", type: "symbol", source: "countries", layout: names},
    ]},
  });
  map.on("error", (event) => { document.title = String(event.error); });
  map.on("idle", () => {
    window.named = map.queryRenderedFeatures({layers: ["name"]}).map((f) => f.properties.name_ar);
    window.syria = map.queryRenderedFeatures(map.project([38.5, 35]), {layers: ["area"]})
      .map((f) => f.properties.name);
    document.title ||= "drawn";
  });
</script>
"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page to which only our own static files are served, and nothing else."""
    with chromium.new_page() as page:
        page.route("**/*", _answer)
        yield page


def _answer(route: Route) -> None:
    address = route.request.url.split("?")[0]
    path = STATIC / address.removeprefix(f"{HOST}/")
    if address == f"{HOST}/map":
        route.fulfill(body=MAP, content_type="text/html; charset=utf-8")
    elif path.is_file():
        kind = KINDS.get(path.suffix, "application/octet-stream")
        route.fulfill(body=path.read_bytes(), content_type=kind)
    else:
        route.abort()


@pytest.mark.parametrize(
    ("family", "weight", "letters"),
    [
        ("Source Serif 4 Variable", 600, "aş"),
        ("Noto Naskh Arabic", 700, "بيان"),
        ("IBM Plex Sans", 500, "aş"),
        ("IBM Plex Sans Arabic", 600, "بيان"),
    ],
)
def test_a_face_of_the_pages_loads(page: Page, family: str, weight: int, letters: str) -> None:
    page.goto(f"{HOST}/map")
    loaded = page.evaluate(
        "([font, letters]) => document.fonts.load(font, letters)"
        ".then((faces) => faces.map((face) => face.status))",
        [f'{weight} 16px "{family}"', letters],
    )
    assert loaded
    assert set(loaded) == {"loaded"}


def test_the_map_draws_countries_and_their_arabic_names_offline(page: Page) -> None:
    page.goto(f"{HOST}/map")
    page.wait_for_function("document.title !== ''", timeout=30_000)
    assert page.title() == "drawn"
    assert page.evaluate("window.syria") == ["Syria"]
    assert {"سوريا", "العراق"} <= set(page.evaluate("window.named"))
