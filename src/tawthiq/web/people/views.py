"""The people of a case, and one of them: every source's version, the whole, and how sure."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tawthiq.actions import decide_pairs
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.records.person import STANDINGS
from tawthiq.store.queries import people as queries
from tawthiq.store.queries.linkage import last_run
from tawthiq.store.queries.lists import lists_of
from tawthiq.store.queries.people import PeopleFilter
from tawthiq.web import access
from tawthiq.web.people import running
from tawthiq.web.people.forms import MergeForm, ReasonForm, SplitForm
from tawthiq.web.people.people_page import list_rows, people_page
from tawthiq.web.people.person_page import person_page
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words

_LONGEST = 200  # characters of words looked for


@require_safe
def people(request: HttpRequest, case: str) -> HttpResponse:
    """The people, those of several records first asked for by a filter."""
    seen = access.case(request, case)
    wanted = PeopleFilter(
        standing=request.GET.get("standing", "") if _is_standing(request) else "",
        words=request.GET.get("q", "")[:_LONGEST],
        several=request.GET.get("several") == "1",
    )
    after = request.GET.get("after", "")
    number = int(after) if after.isascii() and after.isdecimal() and len(after) < 16 else 0
    found = queries.page(seen.row, wanted, after=number)
    context = {"case": seen, "here": "people", "wanted": wanted, "is_first": not number}
    context |= {"page": people_page(seen.row, found, current()), "standings": STANDINGS.items()}
    context["lists"] = list_rows(lists_of(seen.row), current())
    context["run"], context["job"] = last_run(seen.row), running.job_of(seen.code)
    return render(request, "people/people.html", context)


@require_safe
def person(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """One person. The number of any record leads to whoever it belongs to now."""
    seen = access.case(request, case)
    try:
        whose = queries.person_of_record(seen.row, number)
    except UnknownNameError as error:
        raise Http404 from error
    if whose != number:
        return redirect("person", seen.code, whose)
    return _page(request, seen, number)


@require_POST
def split(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Take some records out, as those of somebody else."""
    seen = access.case(request, case)
    held = _person(seen, number)
    records = tuple(each.number for each in held.person.records)
    form = SplitForm(request.POST, records=records)
    if not form.is_valid():
        return _page(request, seen, number, split_form=form)
    said = form.cleaned_data
    try:
        decide_pairs.split(
            seen.code, number, said["record"], by=said["by"], because=said["because"]
        )
    except InputError as error:
        form.add_error(None, in_words(error, current()))
        return _page(request, seen, number, split_form=form)
    return redirect("person", seen.code, number)


@require_POST
def merge(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Hold this person and another to be one."""
    seen = access.case(request, case)
    _person(seen, number)
    form = MergeForm(request.POST)
    if not form.is_valid():
        return _page(request, seen, number, merge_form=form)
    said = form.cleaned_data
    try:
        decide_pairs.merge(seen.code, number, form.number, by=said["by"], because=said["because"])
    except (InputError, UnknownNameError) as error:
        form.add_error(None, in_words(error, current()))
        return _page(request, seen, number, merge_form=form)
    return redirect("person", seen.code, min(number, form.number))


def _page(
    request: HttpRequest,
    seen: access.Case,
    number: int,
    split_form: ReasonForm | None = None,
    merge_form: ReasonForm | None = None,
) -> HttpResponse:
    held = _person(seen, number)
    records = tuple(each.number for each in held.person.records)
    context = {"case": seen, "here": "people", "page": person_page(held, current())}
    context["split"] = split_form or SplitForm(records=records)
    context["merge"] = merge_form or MergeForm()
    status = 400 if split_form or merge_form else 200
    return render(request, "people/person.html", context, status=status)


def _person(seen: access.Case, number: int) -> queries.PersonInFull:
    try:
        return queries.person(seen.row, number)
    except UnknownNameError as error:
        raise Http404 from error


def _is_standing(request: HttpRequest) -> bool:
    return request.GET.get("standing") in {standing.value for standing in STANDINGS}
