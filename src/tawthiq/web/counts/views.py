"""Which numbers a case has, and how one of them was made."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tawthiq.statements.known import KnownCount
from tawthiq.store.queries.sources import sources_of
from tawthiq.web import access
from tawthiq.web.counts.count_list import count_list
from tawthiq.web.counts.count_page import count_page
from tawthiq.web.counts.unread_page import unread_page, unread_rows
from tawthiq.web.knowing import counts_of, not_read
from tawthiq.web.reader import current


@require_safe
def counts(request: HttpRequest, case: str) -> HttpResponse:
    """Every number of the case, by what it rests on."""
    seen = access.case(request, case)
    reader, sources = current(), sources_of(seen.row)
    context = {"case": seen, "here": "counts"}
    context["bases"] = count_list(counts_of(seen), sources, reader)
    context["unread"] = unread_rows(not_read(seen), sources, reader)
    return render(request, "counts/counts.html", context)


@require_safe
def count(request: HttpRequest, case: str, name: str) -> HttpResponse:
    """One number taken apart."""
    seen = access.case(request, case)
    context = {"case": seen, "here": "counts"}
    sources = sources_of(seen.row)
    every = counts_of(seen)
    found = next((each for each in every if name in _names(each)), None)
    if found is None:
        unread = next((each for each in not_read(seen) if each.claim.code == name), None)
        if unread is None:
            raise Http404(name)
        context["page"] = unread_page(unread, sources, current())
        return render(request, "counts/unread.html", context)
    if found.count.name != name:
        return redirect("count", seen.code, found.count.name)
    context["page"] = count_page(found, every, sources, current())
    return render(request, "counts/count.html", context)


def _names(known: KnownCount) -> tuple[str, ...]:
    """A published total that was given a name is found under the code of its claim too."""
    return known.count.name, *(member.code for member in known.count.members[:1] if known.url)
