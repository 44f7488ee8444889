"""Incidents as list, map and timeline under one filter, and one incident with all its claims."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.errors import UnknownNameError
from tawthiq.store.queries import incidents as queries
from tawthiq.store.queries.evidence import items_of
from tawthiq.store.queries.pages_settlements import settlements_of
from tawthiq.web import access
from tawthiq.web.reader import current
from tawthiq.web.records import incident_list, timeline_page
from tawthiq.web.records.asking import asked
from tawthiq.web.records.decisions import decisions
from tawthiq.web.records.incident_page import incident_page
from tawthiq.web.records.naming import name_place, spots
from tawthiq.web.records.on_map import feature_collection, settlement_rows


@require_safe
def incidents(request: HttpRequest, case: str) -> HttpResponse:
    """A page of the list, newest first."""
    seen = access.case(request, case)
    asking = asked(request.GET, seen, current())
    page = queries.page(case, asking.wanted, after=request.GET.get("after", ""))
    found = incident_list.found(page, asking, seen, current())
    context = {"case": seen, "here": "incidents", "view": "incidents", "asking": asking}
    return render(request, "records/incidents.html", {**context, "found": found})


@require_safe
def on_map(request: HttpRequest, case: str) -> HttpResponse:
    """The settlements of the incidents on a map, and beside it in a table."""
    seen = access.case(request, case)
    asking = asked(request.GET, seen, current())
    held = settlements_of(seen.row, asking.wanted)
    context = {"case": seen, "here": "incidents", "view": "map", "asking": asking, "held": held}
    context["rows"] = settlement_rows(held, asking, current())
    return render(request, "records/map.html", context)


@require_safe
def settlements(request: HttpRequest, case: str) -> HttpResponse:
    """The same settlements as GeoJSON, for the script that draws them."""
    seen = access.case(request, case)
    asking = asked(request.GET, seen, current())
    held = settlements_of(seen.row, asking.wanted)
    return JsonResponse(
        feature_collection(held, seen, asking, current()), content_type="application/geo+json"
    )


@require_safe
def along_time(request: HttpRequest, case: str) -> HttpResponse:
    """The incidents along the days on which they happened, and below in a table."""
    seen = access.case(request, case)
    reader = current()
    asking = asked(request.GET, seen, reader)
    page = queries.page(case, asking.wanted, after=request.GET.get("after", ""))
    context = {"case": seen, "here": "incidents", "view": "timeline", "asking": asking}
    context["time"] = timeline_page.along_time(seen, asking.wanted, page.total, reader)
    context["found"] = incident_list.found(page, asking, seen, reader)
    return render(request, "records/timeline.html", context)


@require_safe
def incident(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """One incident with all that is said of it."""
    seen = access.case(request, case)
    try:
        full = queries.incident(case, code)
    except UnknownNameError as error:
        raise Http404 from error
    reader = current()
    page = incident_page(
        full.incident, full.listed.title, full.sources, name_place(), spots(full.listed, reader),
        reader,
    )  # fmt: skip
    context = {"case": seen, "here": "incidents", "page": page}
    context["decisions"] = decisions(full.decisions, reader)
    context["items"] = items_of(case, "incident", code)
    return render(request, "records/incident.html", context)
