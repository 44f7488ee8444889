"""The items of a case; one item with everything that hangs on it; a small picture of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_POST, require_safe

from tawthiq.actions.evidence.add import open_vault
from tawthiq.actions.evidence.link import Thing, link
from tawthiq.errors import TawthiqError, UnknownNameError
from tawthiq.evidence.media.kinds import Kind
from tawthiq.evidence.media.previewing import preview
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.store.queries import evidence as queries
from tawthiq.store.queries.consents import persons, releases
from tawthiq.store.queries.evidence import Content, ItemInBrief, content_of, item_row
from tawthiq.store.queries.evidence_item import Sheet, sheet
from tawthiq.values.digest import Digest
from tawthiq.web import access
from tawthiq.web.access import Case
from tawthiq.web.evidence.forms import LinkForm, SeenForm
from tawthiq.web.evidence.item_page import item_page
from tawthiq.web.evidence.measures import size_said
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words
from tawthiq.web.wording.evidence import CAME, FAMILIES

_SMALL, _LARGE, _KEPT = 320, 1600, 64  # pixels of previews, and previews kept in memory


@require_safe
def items(request: HttpRequest, case: str) -> HttpResponse:
    """What a case has, newest first, a page at a time."""
    seen = access.case(request, case)
    before = request.GET.get("before", "")
    is_number = before.isascii() and before.isdecimal() and len(before) < 19
    found = queries.items(seen.code, before=int(before) if is_number else None)
    context = {
        "case": seen,
        "here": "evidence",
        "rows": [(one, _kind(one), _size(one), CAME[one.came]) for one in found],
        "how_many": queries.number_of_items(seen.code),
        "next": found[-1].number if len(found) == queries.PAGE else None,
    }
    return render(request, "evidence/items.html", context)


def _kind(one: ItemInBrief) -> Any:
    if one.content is None:
        return None
    is_pdf = one.content.kind.media_type == "application/pdf"
    return None if is_pdf else FAMILIES[one.content.kind.family]


def _size(one: ItemInBrief) -> Any:
    return size_said(one.content.size) if one.content else None


@require_safe
def item(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """One item: what it is, through whose hands it went, what rests on it, what is proved."""
    seen = access.case(request, case)
    return render(request, "evidence/item.html", item_context(seen, found(seen, code)))


def item_context(seen: Case, shown: Sheet, **more: Any) -> dict[str, Any]:
    """What the page of an item needs; forms that were refused take the place of fresh ones."""
    names = [(one.code, one.name or one.note) for one in persons(seen.code)]
    labels = [(code, f"{code} {name}".strip()) for code, name in names]
    initial = {"persons": list(shown.persons or ()), "nobody": shown.persons == ()}
    return {
        "case": seen,
        "here": "evidence",
        "page": item_page(shown, releases(seen.code)),
        "link_form": LinkForm(auto_id="link-%s"),
        "seen_form": SeenForm(labels, initial=initial, auto_id="seen-%s"),
        **more,
    }


def found(seen: Case, code: str) -> Sheet:
    """An item of this case.

    Raises:
        Http404: There is none of this code in it.
    """
    try:
        shown = sheet(code)
    except UnknownNameError as error:
        raise Http404 from error
    if shown.brief.case != seen.code:
        raise Http404
    return shown


@require_POST
def link_to(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """Decide that an item bears on an incident, a claim or a document."""
    seen = access.case(request, case)
    shown = found(seen, code)
    form = LinkForm(request.POST, auto_id="link-%s")
    if form.is_valid():
        said = form.cleaned_data
        try:
            link(code, Thing(said["what"]), said["code"], by=said["by"], because=said["because"])
        except TawthiqError as error:
            form.add_error("code", in_words(error, current()))
        else:
            return redirect("item", seen.code, code)
    context = item_context(seen, shown, link_form=form)
    return render(request, "evidence/item.html", context, status=400)


# --- a small picture --------------------------------------------------------------------------


def _tag(request: HttpRequest, case: str, code: str) -> str | None:
    content = _content(request, case, code)
    page, longest = _asked(request)
    return f'"{str(content.digest)[:32]}-{page}-{longest}"' if content else None


@require_safe
@condition(etag_func=_tag)
def picture(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """A JPEG decoded in the sandbox and written anew; never the original."""
    content = _content(request, case, code)
    if content is None:
        raise Http404
    drawn = _drawn(content.digest, content.kind, *_asked(request))
    if drawn is None:
        raise Http404
    response = HttpResponse(drawn, content_type="image/jpeg")
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(response, private=True, max_age=0, must_revalidate=True)
    return response


def _content(request: HttpRequest, case: str, code: str) -> Content | None:
    seen = access.case(request, case)
    try:
        row = item_row(code)
    except UnknownNameError as error:
        raise Http404 from error
    if row.case.code != seen.code:
        raise Http404
    return content_of(row)


def _asked(request: HttpRequest) -> tuple[int, int]:
    said = request.GET.get("page", "1")
    page = int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 1
    return max(page - 1, 0), _SMALL if "small" in request.GET else _LARGE


@lru_cache(maxsize=_KEPT)
def _drawn(digest: Digest, kind: Kind, page: int, longest: int) -> bytes | None:
    """Kept by content: the same bytes always look the same."""
    with open_vault(settings.HOME) as store, store.at_hand(digest) as path, Sandbox() as sandbox:
        drawn = preview(sandbox, path, kind, page, longest)
    return drawn if isinstance(drawn, bytes) else None
