"""The one door to what a page shows: what a reader may not see does not exist.

This installation serves the one person who runs it, so there is nothing yet that they may
not see. Every view comes through here all the same: accounts will change this module only.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from tawthiq.errors import UnknownNameError
from tawthiq.store import models
from tawthiq.store.queries import cases
from tawthiq.values.both import Both
from tawthiq.values.when import When


@dataclass(frozen=True, slots=True)
class Case:
    """A case that this reader may see.

    Attributes:
        revision: Rises with every change; what was made from one state is not shown for another.
        row: For the queries of the store.
    """

    code: str
    title: Both
    period: When
    revision: int
    row: models.Case


def case(request: HttpRequest, code: str) -> Case:
    """The case of this code.

    Raises:
        Http404: There is none, or this reader may not see it; nobody learns which.
    """
    try:
        row = cases.row_of(code)
    except UnknownNameError as error:
        raise Http404 from error
    return Case(row.code, Both(row.title_en, row.title_ar), row.when, row.revision, row)


def all_cases(request: HttpRequest) -> tuple[cases.CaseInBrief, ...]:
    """Every case that this reader may see."""
    return cases.all_cases()
