"""Who the sources of a case are, and one of them with all that it claims."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.errors import UnknownNameError
from tawthiq.store.queries import sources as queries
from tawthiq.store.queries.evidence_of_source import items_from
from tawthiq.web import access
from tawthiq.web.claims.source_list import source_list
from tawthiq.web.claims.source_page import source_page
from tawthiq.web.claims.voice import legend
from tawthiq.web.knowing import sources_of
from tawthiq.web.reader import current


@require_safe
def sources(request: HttpRequest, case: str) -> HttpResponse:
    """Every source, those that speak for themselves first, their relays under them."""
    seen = access.case(request, case)
    reader = current()
    groups = source_list(sources_of(seen), reader)
    context = {"case": seen, "here": "sources", "groups": groups, "marks": legend(reader)}
    return render(request, "claims/sources.html", context)


@require_safe
def source(request: HttpRequest, case: str, key: str) -> HttpResponse:
    """One source: from whom it derives, who relays it, and everything that it says."""
    seen = access.case(request, case)
    try:
        found = queries.source(case, key)
    except UnknownNameError as error:
        raise Http404 from error
    context = {"case": seen, "here": "sources", "page": source_page(found, current())}
    context["items"] = items_from(case, found)
    return render(request, "claims/source.html", context)
