"""The address without a language: it leads to the reader's own, Arabic before English."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from tawthiq.values.both import Language


def home(request: HttpRequest) -> HttpResponse:
    """Send a reader to the list of cases in the first of our languages that they read."""
    with override(preferred(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))):
        response = HttpResponseRedirect(reverse("cases"))
    patch_vary_headers(response, ("Accept-Language",))
    return response


def preferred(accepted: str) -> Language:
    """English only where a reader asks for it before Arabic; otherwise Arabic.

    Args:
        accepted: An ``Accept-Language`` header, as in ``fr, en;q=0.8, ar;q=0.5``.
    """
    weights = dict(_weights(accepted[:400]))
    return "en" if weights.get("en", 0) > weights.get("ar", 0) else "ar"


def _weights(accepted: str) -> list[tuple[str, float]]:
    """The primary tag and weight of each part, least wanted first."""
    parts = []
    for part in accepted.lower().split(","):
        tag, _, parameters = part.strip().partition(";")
        weight = parameters.strip().removeprefix("q=") or "1"
        try:
            parts.append((tag.split("-")[0], float(weight)))
        except ValueError:
            continue
    return sorted(parts, key=lambda each: each[1])
