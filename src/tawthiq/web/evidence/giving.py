"""Give files: by drag and drop, resumed after a lost connection; or by a plain form."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.actions.evidence.add import Given
from tawthiq.actions.evidence.take_upload import take_form, take_upload
from tawthiq.errors import TawthiqError
from tawthiq.evidence.custody import StepKind
from tawthiq.web import access
from tawthiq.web.evidence.forms import GiveForm
from tawthiq.web.evidence.receipts import receipts
from tawthiq.web.evidence.tus import sent
from tawthiq.web.middleware.limits import takes_at_most
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_MOST_FILES = 500  # in one plain form


@takes_at_most(120)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, case: str) -> HttpResponse:
    """The page on which files are given; a POST is the plain form, without any script."""
    seen = access.case(request, case)
    form = GiveForm(request.POST) if request.method == "POST" else GiveForm()
    context: dict[str, Any] = {"case": seen, "here": "evidence", "form": form}
    files = request.FILES.getlist("files")[:_MOST_FILES]
    if request.method == "POST" and form.is_valid():
        if not files:
            context["no_file"] = True
            return render(request, "evidence/give.html", context, status=400)
        pieces = ((file.name or "", file.chunks()) for file in files)
        context["given"] = receipts(
            take_form(settings.HOME, pieces, _given(form, seen.code)), seen.code
        )
        return render(request, "evidence/given.html", context)
    return render(request, "evidence/give.html", context, status=400 if form.errors else 200)


@require_POST
def take(request: HttpRequest, case: str, address: str) -> HttpResponse:
    """Keep and seal an upload that is complete; the answer is its receipt, a piece of a page."""
    seen = access.case(request, case)
    begun = sent(address, seen.code)
    form = GiveForm(request.POST)
    if not form.is_valid():
        return render(request, "parts/form_errors.html", {"form": form}, status=400)
    try:
        taken = take_upload(
            settings.HOME, begun.upload, begun.name or "file", _given(form, seen.code)
        )
    except TawthiqError as error:
        context = {"words": in_words(error, current())}
        return render(request, "evidence/not_taken.html", context, status=400)
    return render(
        request, "evidence/receipts.html", {"case": seen, "given": receipts(taken, seen.code)}
    )


def _given(form: GiveForm, case: str) -> Given:
    said = form.cleaned_data
    return Given(case, said["source"], said["by"], said["note"], StepKind(said["kind"]))
