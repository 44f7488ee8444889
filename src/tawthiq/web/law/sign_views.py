"""The page of a lawyer: read a row of the law pack, correct it, sign it, see its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tawthiq.actions.sign_row import correct_row, row_named, sign_row, withdraw_signature
from tawthiq.errors import TawthiqError, UnknownNameError
from tawthiq.law.row_text import RowText
from tawthiq.store.queries.law.law_rows import history, pack_in_force, texts_of
from tawthiq.store.queries.law.shapes import RowChange
from tawthiq.values.both import Both
from tawthiq.web.law import rows
from tawthiq.web.law.rows import waiting_rows
from tawthiq.web.law.sign_form import SignForm
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the history, its fields named.

    Attributes:
        is_over: It is a signature that holds no more: the row was changed or decided on since.
    """

    kept: RowChange
    is_over: bool
    fields: tuple[tuple[Both, str, str], ...]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: HttpRequest, row: str) -> HttpResponse:
    """One row with its texts, its history and the form that signs or corrects it."""
    pack = pack_in_force()
    try:
        named = row_named(row, pack)
    except UnknownNameError as error:
        raise Http404 from error
    language = current().language
    form = SignForm(texts_of(pack, named), language, request.POST or None)
    context: dict[str, object] = {"at": "sign", "row": rows.row_named(named, pack), "form": form}
    context["history"] = [*changes(named)][::-1]
    if request.method == "POST":
        words = _decide(named, request.POST.get("do", ""), form)
        if words is None:
            return redirect("law-row", named)
        context["words"] = words
    status = 400 if request.method == "POST" else 200
    return render(request, "law/row.html", context, status=status)


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """The rows that nobody vouches for, by what they are."""
    pack = pack_in_force()
    signed = sum(one.is_signed for one in pack.norms.values())
    context = {"at": "sign", "rows": waiting_rows(pack), "signed": signed, "pack": pack}
    return render(request, "law/waiting.html", context)


def changes(row: str) -> Iterator[Change]:
    """The history of a row, oldest first; only the last decision can be a signature that holds."""
    kept = list(history(row))
    for one in kept:
        fields = ((RowText(name).name_said, old.en, new.en) for name, old, new in one.changed)
        over = bool(one.signed_by) and (one is not kept[-1] or one.is_void)
        yield Change(one, over, tuple(fields))


def _decide(row: str, what: str, form: SignForm) -> str | None:
    """Do what the form says; None where it is done, otherwise why it is not ("": the form says)."""
    if what == "withdraw":
        form.fields["source"].required = False
    if not form.is_valid():
        return ""
    said = form.cleaned_data
    who = {"by": said["by"], "because": said["because"]}
    try:
        if what == "withdraw":
            withdraw_signature(row, **who)
        elif what == "correct":
            correct_row(row, form.corrected(), source=said["source"], **who)
        else:
            on = said["on"] or datetime.now(UTC).date()
            corrected = form.corrected()
            sign_row(
                row,
                lawyer=said["lawyer"],
                on=on,
                source=said["source"],
                corrected=corrected,
                **who,
            )
    except TawthiqError as error:
        return in_words(error, current())
    return None
