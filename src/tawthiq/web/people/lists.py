"""Lists of people: choose a file, say what its columns are, look, and take it in or leave it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.actions import import_victims
from tawthiq.errors import InputError
from tawthiq.intake.victims_table import open_victims
from tawthiq.store.queries.lists import lists_of
from tawthiq.store.queries.sources import sources_of
from tawthiq.web import access
from tawthiq.web.intake import incoming
from tawthiq.web.intake.incoming import Incoming
from tawthiq.web.intake.preview_page import MOST_ROWS
from tawthiq.web.middleware.limits import takes_at_most
from tawthiq.web.people.columns_page import columns_of_page, said_of_columns
from tawthiq.web.people.forms import ListForm, TakeForm
from tawthiq.web.people.people_page import list_rows
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_KIND = "victims"


@dataclass(frozen=True, slots=True)
class _About:
    """What somebody said of an uploaded list: whose it is, and what its columns are."""

    source: str
    title: str
    mapped: Mapping[str, str]

    @classmethod
    def of(cls, kept: Incoming) -> _About:
        said = json.loads(kept.about)
        return cls(said["source"], said["title"], said["mapped"])

    def text(self) -> str:
        said = {"source": self.source, "title": self.title, "mapped": dict(self.mapped)}
        return json.dumps(said, ensure_ascii=False)


@takes_at_most(120)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, case: str) -> HttpResponse:
    """Choose a list and say whose it is; it is kept until it has been looked at."""
    seen = access.case(request, case)
    is_sent = request.method == "POST"
    form = ListForm(request.POST, request.FILES) if is_sent else ListForm()
    if is_sent and form.is_valid():
        file, said = form.cleaned_data["file"], form.cleaned_data
        kept = incoming.keep(file.chunks(), file.name or "", _KIND, seen.code)
        about = _About(said["source"], said["title"], {})
        return redirect("list-preview", seen.code, replace(kept, about=about.text()).address)
    context = {"case": seen, "here": "people", "form": form}
    context["sources"] = [source.name for source in sources_of(seen.row).values()]
    context["lists"] = list_rows(lists_of(seen.row), current())
    return render(request, "people/upload.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, case: str, address: str) -> HttpResponse:
    """What the list would change, and how its columns are read; a POST takes it in."""
    seen = access.case(request, case)
    kept = incoming.find(address, seen.code)
    if kept is None or kept.kind != _KIND:
        return _gone(request, seen)
    about = _About.of(kept)
    try:
        shown = import_victims.preview(
            seen.code, kept.path, kept.name, source=about.source, title=about.title,
            mapped=about.mapped,
        )  # fmt: skip
    except InputError as error:
        return _not_read(request, seen, kept, about, error)
    if request.method == "POST":
        return _take(request, seen, kept, shown)
    return _show(request, seen, kept, shown, TakeForm(initial={"seal": shown.seal}))


@require_POST
def columns(request: HttpRequest, case: str, address: str) -> HttpResponse:
    """Read the columns as somebody says, and look again."""
    seen = access.case(request, case)
    kept = incoming.find(address, seen.code)
    if kept is None or kept.kind != _KIND:
        return _gone(request, seen)
    about = replace(_About.of(kept), mapped=said_of_columns(request.POST))
    return redirect("list-preview", seen.code, replace(kept, about=about.text()).address)


@require_POST
def cancel(request: HttpRequest, case: str, address: str) -> HttpResponse:
    """Leave the list: nothing of it stays here."""
    seen = access.case(request, case)
    if kept := incoming.find(address, seen.code):
        kept.forget()
    return redirect("list-import", seen.code)


def _take(
    request: HttpRequest, seen: access.Case, kept: Incoming, shown: import_victims.Preview
) -> HttpResponse:
    form = TakeForm(request.POST)
    if not form.is_valid() or not shown.can_be_taken:
        return _show(request, seen, kept, shown, form, status=400)
    said = form.cleaned_data
    if said["seal"] != shown.seal:
        fresh = TakeForm(initial={**said, "seal": shown.seal})
        return _show(request, seen, kept, shown, fresh, status=409, is_stale=True)
    import_victims.apply(shown, by=said["by"], because=said["because"])
    kept.forget()
    return redirect("people", seen.code)


def _show(
    request: HttpRequest,
    seen: access.Case,
    kept: Incoming,
    shown: import_victims.Preview,
    form: TakeForm,
    *,
    status: int = 200,
    is_stale: bool = False,
) -> HttpResponse:
    context: dict[str, object] = {"case": seen, "here": "people", "kept": kept}
    context |= {"shown": shown, "form": form}
    context["columns"] = columns_of_page(kept.path, kept.name, shown.columns, current())
    context["in_file"] = shown.new + len(shown.corrected) + shown.unchanged
    refused = shown.refused[:MOST_ROWS]
    context |= {"refused": refused, "more_refused": shown.refused_in_all - len(refused)}
    context["is_stale"] = is_stale
    return render(request, "people/preview.html", context, status=status)


def _not_read(
    request: HttpRequest, seen: access.Case, kept: Incoming, about: _About, error: InputError
) -> HttpResponse:
    """A list whose columns nobody knows yet is asked about; one that is no table is refused."""
    context = {"case": seen, "here": "people", "kept": kept, "name": kept.name}
    context["words"] = in_words(error, current())
    try:
        header = open_victims(kept.path, kept.name, about.mapped).header
    except InputError:
        kept.forget()
        return render(request, "people/refused.html", context, status=400)
    read = {name: about.mapped.get(name, "") for name in header}
    context["columns"] = columns_of_page(kept.path, kept.name, read, current())
    return render(request, "people/columns_wanted.html", context, status=400)


def _gone(request: HttpRequest, seen: access.Case) -> HttpResponse:
    context = {"case": seen, "here": "people"}
    return render(request, "people/gone.html", context, status=404)
