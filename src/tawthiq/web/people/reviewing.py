"""Reviewing pairs, one after the other: a key, and the next pair is there."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.actions.decide_pairs import decide
from tawthiq.actions.rights import whoever_runs_this
from tawthiq.errors import InputError
from tawthiq.records.opinions import Opinion
from tawthiq.records.same_person import Pair
from tawthiq.store.queries.linkage import last_run
from tawthiq.store.queries.review import last_by, pair_to_review, queue
from tawthiq.web import access
from tawthiq.web.people.review_page import review_page
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_COOKIE = "reviewer"
_PAIR = re.compile(r"([0-9]{1,15})-([0-9]{1,15})")
_A_YEAR = 365 * 24 * 3600
_LONGEST = 200


def reviewer(request: HttpRequest) -> str:
    """Who looks: the name given on this browser, else whoever runs the program."""
    return unquote(request.COOKIES.get(_COOKIE, ""))[:_LONGEST].strip() or whoever_runs_this()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, case: str) -> HttpResponse:
    """The next pair, or the one asked for; a POST decides on a pair and shows the next."""
    seen = access.case(request, case)
    if request.method == "POST":
        return _decided(request, seen)
    return _show(request, seen, _asked(request.GET.get("pair", "")))


@require_POST
def undo(request: HttpRequest, case: str) -> HttpResponse:
    """Take the reviewer's last decision back, and show its pair again."""
    seen = access.case(request, case)
    by = reviewer(request)
    last = last_by(seen.row, by)
    if last is None:
        return redirect("review", seen.code)
    decide(seen.code, last.left, last.right, None, by=by)
    return _to(seen, (last.left, last.right))


@require_POST
def name(request: HttpRequest, case: str) -> HttpResponse:
    """Remember who looks on this browser; another name is a second reviewer."""
    seen = access.case(request, case)
    response = redirect("review", seen.code)
    said = request.POST.get("name", "").strip()[:_LONGEST]
    response.set_cookie(_COOKIE, quote(said), max_age=_A_YEAR, httponly=True, samesite="Strict")
    return response


def _decided(request: HttpRequest, seen: access.Case) -> HttpResponse:
    pair = _asked(request.POST.get("pair", ""))
    word = request.POST.get("opinion", "")
    if pair is None or word not in set(Opinion):
        return _show(request, seen, pair, status=400)
    try:
        decide(
            seen.code, *pair, Opinion(word), by=reviewer(request),
            because=request.POST.get("because", "").strip()[:500],
        )  # fmt: skip
    except InputError as error:
        # A script that swaps the pair in place takes an answer only where it is a 200.
        status = 200 if request.headers.get("HX-Request") else 400
        return _show(request, seen, pair, status=status, words=in_words(error, current()))
    return redirect("review", seen.code)


def _show(
    request: HttpRequest,
    seen: access.Case,
    asked: Pair | None,
    *,
    status: int = 200,
    words: str = "",
) -> HttpResponse:
    by = reviewer(request)
    waiting = queue(seen.row, by)
    pair = asked or waiting.first
    found = pair_to_review(seen.row, pair) if pair else None
    if asked and found is None:
        raise Http404
    context = {"case": seen, "here": "people", "queue": waiting, "by": by, "words": words}
    context["run"], context["undo"] = last_run(seen.row), last_by(seen.row, by)
    if found is not None:
        context["page"] = review_page(found, seen.row, by, current())
    return render(request, "people/review.html", context, status=status)


def _asked(said: str) -> Pair | None:
    found = _PAIR.fullmatch(said)
    if found is None or int(found.group(1)) >= int(found.group(2)):
        return None
    return int(found.group(1)), int(found.group(2))


def _to(seen: access.Case, pair: Pair) -> HttpResponse:
    response = redirect("review", seen.code)
    response["Location"] = f"{reverse('review', args=[seen.code])}?pair={pair[0]}-{pair[1]}"
    return response
