"""Linking the records of a case from a page: begin, see how far it is, stop."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.store.queries.linkage import last_run
from tawthiq.web import access
from tawthiq.web.people import running
from tawthiq.web.people.reviewing import reviewer
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, case: str) -> HttpResponse:
    """How far the linkage is; a POST begins one."""
    seen = access.case(request, case)
    if request.method == "POST":
        running.start(seen.code, reviewer(request))
        return redirect("link", seen.code)
    job = running.job_of(seen.code)
    context = {"case": seen, "here": "people", "job": job, "run": last_run(seen.row)}
    if job is not None and job.error is not None:
        context["words"] = in_words(job.error, current())
    return render(request, "people/link.html", context)


@require_POST
def stop(request: HttpRequest, case: str) -> HttpResponse:
    """Ask the linkage to stop; nothing of it is kept."""
    seen = access.case(request, case)
    job = running.job_of(seen.code)
    if job is not None:
        job.stop()
    return redirect("link", seen.code)
