"""The statement of a case, and a page on which any text can be checked."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tawthiq.errors import InputError, TawthiqError
from tawthiq.intake.document_text import read_text
from tawthiq.statements import checking
from tawthiq.statements.law_cited import require_published_law
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.sources import sources_of
from tawthiq.values.both import Both
from tawthiq.web import access
from tawthiq.web.knowing import counts_of, known_of, statements_of
from tawthiq.web.middleware.limits import takes_at_most
from tawthiq.web.reader import current
from tawthiq.web.statements.check_page import check_page
from tawthiq.web.statements.forms import MOST_SIGNS, CheckForm
from tawthiq.web.statements.statement_page import statement_page
from tawthiq.web.wording.errors import in_words


@require_safe
def case(request: HttpRequest, case: str) -> HttpResponse:
    """The statement of a case, every number of which leads back."""
    seen = access.case(request, case)
    reader = current()
    context = {"case": seen, "here": "case"}
    kept = statements_of(seen, reader)
    if not kept:
        return render(request, "statements/none.html", context)
    chosen = next((k for k in kept if k.code == request.GET.get("statement")), kept[0])
    context["others"] = [each for each in kept if each.code != chosen.code]
    counts = {known.count.name: known.count for known in counts_of(seen)}
    try:
        require_published_law(chosen.text, pack_in_force())
        page = statement_page(chosen, counts, sources_of(seen.row), reader)
    except TawthiqError as error:
        context |= {"kept": chosen, "words": in_words(error, reader)}
        return render(request, "statements/unshown.html", context, status=409)
    return render(request, "statements/statement.html", {**context, "page": page})


@takes_at_most(20)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, case: str) -> HttpResponse:
    """Check a text. Nothing of it is kept, neither the text nor what was found."""
    seen = access.case(request, case)
    context = {"case": seen, "here": "check"}
    is_sent = request.method == "POST"
    form = CheckForm(request.POST, request.FILES) if is_sent else CheckForm()
    if not is_sent or not form.is_valid():
        status = 400 if form.errors else 200
        return render(request, "statements/check.html", {**context, "form": form}, status=status)
    try:
        given = _given(form.cleaned_data["file"], form.cleaned_data["text"])
        said_on = form.cleaned_data["said_on"]
        law = pack_in_force()
        report = checking.check(given.text, known_of(seen), said_on=said_on, law=law)
    except TawthiqError as error:
        context |= {"form": form, "words": in_words(error, current())}
        return render(request, "statements/not_checked.html", context, status=400)
    page = check_page(given.text, report, current(), name=given.name, notes=given.notes)
    return render(request, "statements/checked.html", {**context, "page": page})


@dataclass(frozen=True, slots=True)
class _Given:
    """A text as it was given, and the name of its file or ""."""

    text: str
    name: str
    notes: tuple[Both, ...]


def _given(file: UploadedFile[bytes] | None, pasted: str) -> _Given:
    """The text of the file, or the pasted one.

    Raises:
        TawthiqError: The file cannot be read, or the text is longer than a page can show.
    """
    if file:
        read = read_text(file.read(), file.name or "text.txt")
        given = _Given(read.text, file.name or "", read.notes)
    else:
        given = _Given(pasted, "", ())
    if len(given.text) > MOST_SIGNS:
        raise InputError(
            f"The text has {len(given.text):,} signs; this page checks at most {MOST_SIGNS:,} at "
            "once. Check it in parts, or on the command line with “tawthiq check”.",
            f"في النص {len(given.text):,} حرفًا، وتفحص هذه الصفحة {MOST_SIGNS:,} على الأكثر دفعة "
            "واحدة. افحصه أجزاءً، أو من سطر الأوامر بالأمر «tawthiq check».",
        )
    return given
