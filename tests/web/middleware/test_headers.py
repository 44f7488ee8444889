"""What a browser may do with a page of ours: show it, and ask nobody else."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize(
    "path", ["/en/", "/nothing/", "/en/nothing/", "/static/style.css", "/static/map.mjs"]
)
def test_every_answer_carries_the_policy(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"


def test_only_the_worker_of_the_map_may_compile_a_module(client: Client) -> None:
    response = client.get("/static/vendor/maplibre/maplibre-gl-worker.mjs")
    assert response.status_code == 200
    assert "'wasm-unsafe-eval'" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("map.mjs", "text/javascript"),
        ("vendor/maplibre/maplibre-gl.mjs", "text/javascript"),
        ("style.css", "text/css"),
        ("vendor/outline/countries.geojson", "application/geo+json"),
        ("mark.svg", "image/svg+xml"),
    ],
)
def test_a_static_file_is_what_it_says_and_is_kept_by_browsers(
    client: Client, file: str, kind: str
) -> None:
    response = client.get(f"/static/{file}")
    assert response["Content-Type"].split(";")[0] == kind
    assert "max-age" in response["Cache-Control"]
    etag = response.get("ETag") or response["Last-Modified"]
    assert etag
