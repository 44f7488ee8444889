"""The list of cases."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.web import access


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Every case that the reader may see."""
    return render(request, "cases/cases.html", {"cases": access.all_cases(request)})
