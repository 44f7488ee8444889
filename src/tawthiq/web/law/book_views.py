"""The law itself: norms as a list and one by one, crimes with their elements."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.errors import UnknownNameError
from tawthiq.store.queries.law.law_rows import pack_in_force, row_in_full
from tawthiq.web import access
from tawthiq.web.law.asking import asking_law
from tawthiq.web.law.crime_page import crime_page, crime_rows
from tawthiq.web.law.engaged import engaged_in
from tawthiq.web.law.names import CONFLICTS, ONE_BY_ONE
from tawthiq.web.law.norm_list import norm_list
from tawthiq.web.law.norm_page import norm_page
from tawthiq.web.reader import current


@require_safe
def norms(request: HttpRequest) -> HttpResponse:
    """The norms, under a filter; with a setting, whether each applies and why."""
    pack = pack_in_force()
    asking = asking_law(request.GET.dict(), pack, current())
    context = {"at": "norms", "asking": asking, "list": norm_list(pack, asking)}
    context["states"] = [(one.key, one.name) for one in pack.bonds.states.values()]
    context["classes"] = [(one.value, CONFLICTS[one]) for one in ONE_BY_ONE]
    return render(request, "law/norms.html", context)


@require_safe
def norm(request: HttpRequest, norm: str) -> HttpResponse:
    """One norm with everything that must stand beside it."""
    try:
        row = row_in_full(norm)
    except UnknownNameError as error:
        raise Http404 from error
    pack = pack_in_force()
    context = {"at": "norms", "page": norm_page(row, pack)}
    codes = [one.code for one in access.all_cases(request)]
    context["engaged"] = engaged_in(row.norm.id, codes)
    return render(request, "law/norm.html", context)


@require_safe
def crimes(request: HttpRequest) -> HttpResponse:
    """Every crime that the pack divides into elements."""
    pack = pack_in_force()
    context = {"at": "crimes", "rows": crime_rows(pack), "pack_hash": pack.hash}
    return render(request, "law/crimes.html", context)


@require_safe
def crime(request: HttpRequest, crime: str) -> HttpResponse:
    """One crime with its elements."""
    pack = pack_in_force()
    held = pack.crimes.get(crime)
    if held is None:
        raise Http404
    return render(request, "law/crime.html", {"at": "crimes", "page": crime_page(held, pack)})
