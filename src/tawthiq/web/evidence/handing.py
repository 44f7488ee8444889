"""Hand an item over to a named body, and print the receipt that goes with it."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tawthiq.actions.evidence.hand_over import hand_over
from tawthiq.errors import TawthiqError
from tawthiq.ledger.note import Note
from tawthiq.web import access
from tawthiq.web.evidence.forms import HandOverForm
from tawthiq.web.evidence.views import found
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words


@require_http_methods(["GET", "HEAD", "POST"])
def hand(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """Say to whom; consent is asked, the step is sealed, the receipt is signed."""
    seen = access.case(request, case)
    shown = found(seen, code)
    form = HandOverForm(request.POST) if request.method == "POST" else HandOverForm()
    words = ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            done = hand_over(settings.HOME, code, to=said["to"], by=said["by"], note=said["note"])
        except TawthiqError as error:
            words = in_words(error, current())
        else:
            return redirect("receipt", seen.code, code, done.step)
    context = {"case": seen, "here": "evidence", "item": shown.brief, "form": form, "words": words}
    status = 400 if form.errors or words else 200
    return render(request, "evidence/hand_over.html", context, status=status)


@require_safe
def receipt(request: HttpRequest, case: str, code: str, step: int) -> HttpResponse:
    """A receipt to print and to sign by hand."""
    seen = access.case(request, case)
    shown = found(seen, code)
    given = next((one for one in shown.handovers if one.step == step), None)
    if given is None:
        raise Http404
    lines = [line.partition(" ") for line in Note.parse(given.receipt.encode()).text.splitlines()]
    context = {
        "case": seen,
        "here": "evidence",
        "item": shown.brief,
        "given": given,
        "lines": {name: value for name, _, value in lines},
    }
    return render(request, "evidence/receipt.html", context)
