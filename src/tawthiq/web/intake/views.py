"""Import: choose a file, look at what it would change, then take it in or leave it."""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tawthiq.errors import InputError
from tawthiq.web import access
from tawthiq.web.intake import incoming, tables
from tawthiq.web.intake.forms import ConfirmForm, UploadForm
from tawthiq.web.intake.incoming import Incoming
from tawthiq.web.intake.preview_page import PreviewPage, preview_page
from tawthiq.web.middleware.limits import takes_at_most
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_DONE = "tawthiq.import-done"


@takes_at_most(120)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, case: str) -> HttpResponse:
    """Choose a table; it is kept until it has been looked at."""
    seen = access.case(request, case)
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    if is_sent and form.is_valid():
        file = form.cleaned_data["file"]
        kept = incoming.keep(file.chunks(), file.name or "", form.cleaned_data["kind"], seen.code)
        return redirect("import-preview", seen.code, kept.address)
    context = {"case": seen, "here": "import", "form": form}
    return render(request, "intake/upload.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, case: str, address: str) -> HttpResponse:
    """What the table would change; a POST takes it in."""
    seen = access.case(request, case)
    kept = incoming.find(address, seen.code)
    if kept is None:
        return render(request, "intake/gone.html", {"case": seen, "here": "import"}, status=404)
    try:
        page = preview_page(tables.preview(kept))
        if request.method == "POST":
            return _take(request, seen, kept, page)
    except InputError as error:
        kept.forget()
        return _refused(request, seen, kept, error)
    return _show(request, seen, kept, page, ConfirmForm(initial={"seal": page.shown.seal}))


@require_POST
def cancel(request: HttpRequest, case: str, address: str) -> HttpResponse:
    """Leave the table: nothing of it stays here."""
    seen = access.case(request, case)
    if kept := incoming.find(address, seen.code):
        kept.forget()
    return redirect("import", seen.code)


@require_safe
def done(request: HttpRequest, case: str) -> HttpResponse:
    """What was taken in."""
    seen = access.case(request, case)
    try:
        taken = signing.loads(request.GET.get("taken", ""), salt=_DONE)
    except signing.BadSignature:
        return redirect("import", seen.code)
    return render(request, "intake/done.html", {"case": seen, "here": "import", "taken": taken})


def _take(
    request: HttpRequest, seen: access.Case, kept: Incoming, page: PreviewPage
) -> HttpResponse:
    form = ConfirmForm(request.POST)
    if not form.is_valid() or not page.shown.can_be_taken:
        return _show(request, seen, kept, page, form, status=400)
    if form.cleaned_data["seal"] != page.shown.seal:
        return _show(request, seen, kept, page, form, status=409, is_stale=True)
    taken = tables.take(
        kept.kind, page.shown, by=form.cleaned_data["by"], because=form.cleaned_data["because"]
    )
    kept.forget()
    told = signing.dumps({**taken, "file": kept.name}, salt=_DONE)
    response = redirect("import-done", seen.code)
    response["Location"] += f"?taken={told}"
    return response


def _show(
    request: HttpRequest,
    seen: access.Case,
    kept: Incoming,
    page: PreviewPage,
    form: ConfirmForm,
    *,
    status: int = 200,
    is_stale: bool = False,
) -> HttpResponse:
    if is_stale:
        form = ConfirmForm(initial={**form.cleaned_data, "seal": page.shown.seal})
    context = {"case": seen, "here": "import", "kept": kept, "page": page, "form": form}
    context["is_stale"] = is_stale
    return render(request, "intake/preview.html", context, status=status)


def _refused(
    request: HttpRequest, seen: access.Case, kept: Incoming, error: InputError
) -> HttpResponse:
    context = {"case": seen, "here": "import", "name": kept.name}
    context["words"] = in_words(error, current())
    return render(request, "intake/refused.html", context, status=400)
