"""Paint over parts of a picture or of the pages of a PDF, on a copy."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tawthiq.actions.evidence.redact import redact
from tawthiq.errors import TawthiqError
from tawthiq.evidence.sandbox.not_read import NotRead
from tawthiq.web import access
from tawthiq.web.evidence.forms import RedactForm
from tawthiq.web.evidence.views import found, item_context
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_MOST_PAGES = 30  # that are shown to draw on; a longer PDF is redacted by command


@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """Draw boxes or write them; a POST makes the copy, which names this item."""
    seen = access.case(request, case)
    shown = found(seen, code)
    context = item_context(seen, shown)
    if not context["page"].can_be_redacted:
        raise Http404
    form = RedactForm(request.POST) if request.method == "POST" else RedactForm()
    words = ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = redact(
                settings.HOME,
                code,
                said["boxes"],
                by=said["by"],
                reason=said["reason"],
                reviewer=said["reviewer"],
            )
        except TawthiqError as error:
            words = in_words(error, current())
        else:
            if not isinstance(made, NotRead):
                return redirect("item", seen.code, made.item)
            words = made.said.in_(current().language)
    pages = shown.sight.parts if shown.sight and shown.sight.parts else 1
    context |= {
        "form": form,
        "words": words,
        "pages": range(1, min(pages, _MOST_PAGES) + 1),
        "more_pages": max(pages - _MOST_PAGES, 0),
    }
    status = 400 if form.errors or words else 200
    return render(request, "evidence/redact.html", context, status=status)
