"""Pages for what cannot be shown: in words, in the reader's language, with what to do now.

A 500 page asks nothing of the database, which may be what has failed.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tawthiq.errors import HomeError, TawthiqError, UnknownNameError
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_STATUS: Mapping[type[TawthiqError], int] = {UnknownNameError: 404, HomeError: 500}


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        _("This page does not exist"),
        _("Nothing bears this address, or it is not yours to see. Both look the same here."),
        _("Check the address, or begin again with the list of cases."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        400,
        _("This request cannot be understood"),
        _("What came with it is not what this page takes. Nothing was changed."),
        _("Go back, and send the form again as it is."),
    )


def denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        403,
        _("This is not allowed"),
        _("The page exists, and what was asked of it is not yours to do. Nothing was changed."),
        _("Begin again with the list of cases."),
    )


def not_from_our_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was not sent from a page of ours (CSRF)."""
    return _page(
        request,
        403,
        _("This form was not sent from one of these pages"),
        _(
            "Each form carries a mark that shows where it comes from, and this one lacks it: "
            "it is too old, or cookies are switched off. Nothing was changed."
        ),
        _("Allow cookies for this address, open the page again and send the form once more."),
    )


def too_large(request: HttpRequest, megabytes: int) -> HttpResponse:
    return _page(
        request,
        413,
        _("This is too large"),
        _("This page takes at most %(size)s MB. Nothing of it was read.") % {"size": megabytes},
        _("Divide the file, or use the command line, which has no such limit."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        _("Something failed here"),
        _("The fault is ours, not yours. Nothing was changed; what happened was written down."),
        _("Try once more. If it fails again, tell whoever runs this computer what you did."),
    )


def refused(request: HttpRequest, error: TawthiqError) -> HttpResponse:
    """The page for an error raised on purpose, with its own words."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 400)
    words = in_words(error, current())
    title = _("This page does not exist") if status == 404 else _("This cannot be done as it is")
    return _page(request, status, title, "", "", words=words)


def _page(
    request: HttpRequest, status: int, title: str, what: str, now: str, *, words: str = ""
) -> HttpResponse:
    context = {"title": title, "what": what, "now": now, "words": words, "status": status}
    return render(request, "errors/failure.html", context, status=status)
