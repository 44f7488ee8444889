"""An incident qualified; any line explained; why a norm is not there; what would differ."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law.fact_value import kind_named
from tawthiq.store.queries.law import qualified
from tawthiq.store.queries.law.shapes import QualifiedIncident
from tawthiq.web import access
from tawthiq.web.law.crime_lines import LEGEND
from tawthiq.web.law.fact_form import value_field
from tawthiq.web.law.names import CONFLICTS, ONE_BY_ONE
from tawthiq.web.law.norm_page import cited
from tawthiq.web.law.qualification_page import acted_of, qualification_page
from tawthiq.web.law.supposing import change_asked, with_value
from tawthiq.web.law.tree import tree
from tawthiq.web.law.what_if_page import difference_page, supposed_said
from tawthiq.web.reader import current
from tawthiq.web.wording.errors import in_words


@require_safe
def qualification(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """What may apply to an incident, what is unproved, what is missing, where it can go."""
    seen = access.case(request, case)
    found = found_for(case, code)
    context = {"case": seen, "here": "law", "page": qualification_page(found), "legend": LEGEND}
    return render(request, "law/qualification.html", context)


@require_safe
def explain(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """One line as a tree down to facts, evidence and the version of the rule."""
    seen = access.case(request, case)
    found, number = found_for(case, code), _reading(request)
    norm, crime = request.GET.get("norm", ""), request.GET.get("crime", "")
    try:
        if norm:
            told = qualified.explanation_of_norm(found, norm, number)
        else:
            element = _whole(request.GET.get("element", ""))
            told = qualified.explanation_of_element(found, crime, element, number)
    except UnknownNameError as error:
        raise Http404 from error
    context: dict[str, object] = {"case": seen, "here": "law", "incident": found.listed}
    context |= {"node": tree(told, found), "pack_hash": told.pack_hash}
    context["norm"] = cited(norm, found.pack) if norm else None
    context["crime"] = found.pack.crimes[crime] if not norm else None
    return render(request, "law/explain.html", context)


@require_safe
def why_not(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """Why a norm is not among those that apply, and which facts would touch it."""
    seen = access.case(request, case)
    found, number = found_for(case, code), _reading(request)
    asked = request.GET.get("norm", "").strip()
    context: dict[str, object] = {"case": seen, "here": "law", "incident": found.listed}
    context |= {"asked": asked, "number": number, "refused": found.refused or None}
    if found.qualification and number < len(found.qualification.readings):
        lines = found.qualification.readings[number].reading.norms
        context["norms"] = [cited(id_, found.pack) for id_ in lines]
    if asked and found.qualification:
        try:
            told = qualified.why_not(found, asked, number)
        except UnknownNameError as error:
            raise Http404 from error
        reading = found.qualification.readings[number].reading
        context |= {"told": told, "norm": cited(asked, found.pack)}
        context["answer"] = reading.norms[asked].answer
    return render(request, "law/why_not.html", context)


@require_safe
def what_if(request: HttpRequest, case: str, code: str) -> HttpResponse:
    """Suppose one thing otherwise, and see what would differ."""
    seen = access.case(request, case)
    found, number = found_for(case, code), _reading(request)
    context: dict[str, object] = {"case": seen, "here": "law", "incident": found.listed}
    context |= {"found": found, "number": number, "said": request.GET, "acted": acted_of(found)}
    context["states"] = [(one.key, one.name) for one in found.pack.bonds.states.values()]
    context["classes"] = [(one.value, CONFLICTS[one]) for one in ONE_BY_ONE]
    context["facts"] = _facts(found)
    status = 200
    try:
        context |= _fact_asked(request, found)
        change = change_asked(with_value(request.GET), found.pack)
        if change is not None and found.qualification:
            difference = qualified.what_if(found, change, number)
            context["difference"] = difference_page(difference, found.pack)
            context["supposed"] = supposed_said(change, found.pack)
    except UnknownNameError as error:
        raise Http404 from error
    except InputError as error:
        context["words"], status = in_words(error, current()), 400
    return render(request, "law/what_if.html", context, status=status)


def found_for(case: str, code: str) -> QualifiedIncident:
    """An incident qualified.

    Raises:
        Http404: The case has none of this code.
    """
    try:
        return qualified.qualification_of(case, code)
    except UnknownNameError as error:
        raise Http404 from error


def _fact_asked(request: HttpRequest, found: QualifiedIncident) -> dict[str, object]:
    """The kind of the fact that is to be supposed, with a field for its values."""
    key = request.GET.get("fact", "")
    if not key:
        return {}
    kind = kind_named(key, found.pack.vocabulary)
    field = value_field(kind, current().language, required=False)
    given = request.GET.getlist("value")
    shown: object = given if len(given) > 1 else "".join(given)
    if kind.choices:
        shown = given
    return {"kind": kind, "value_field": field.widget.render("value", shown)}


def _facts(found: QualifiedIncident) -> list[tuple[str, str]]:
    language = current().language
    named = ((kind.key, kind.name.in_(language)) for kind in found.pack.vocabulary.values())
    return sorted(named, key=lambda pair: pair[1].casefold())


def _reading(request: HttpRequest) -> int:
    return _whole(request.GET.get("reading", "0"))


def _whole(written: str) -> int:
    if not written.isascii() or not written.isdigit() or len(written) > 4:
        raise Http404
    return int(written)
