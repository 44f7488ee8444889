"""How many people: identified ones and unnamed ones, apart, along one line after the other."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tawthiq.counts.people import LINES, OVERLAPPING, SEVERAL, UNKNOWN, Line, Row, tally_people
from tawthiq.records.vocabulary import parties
from tawthiq.store.queries.linkage import last_decision, last_run
from tawthiq.store.queries.people_counts import people_and_draws
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.both import Both
from tawthiq.values.when import When
from tawthiq.web import access
from tawthiq.web.people.wording import AGES, ROLES, SEXES, STATUSES
from tawthiq.web.reader import Reader, current
from tawthiq.web.wording import dates


@dataclass(frozen=True, slots=True)
class Table:
    """People along one line, each row under a name for readers."""

    key: str
    name: str
    rows: tuple[tuple[str, Row], ...]
    overlaps: bool


@require_safe
def numbers(request: HttpRequest, case: str) -> HttpResponse:
    """Every table of people."""
    seen = access.case(request, case)
    reader = current()
    people, draws = people_and_draws(seen.row)
    tallied = [tally_people(people, draws, line) for line in Line]
    run = last_run(seen.row)
    context = {"case": seen, "here": "counts", "total": tallied[0].total, "draws": len(draws)}
    context["tables"] = [
        Table(
            each.line, LINES[each.line].in_(reader.language),
            tuple((named(each.line, row.key, reader), row) for row in each.rows),
            each.line in OVERLAPPING,
        )
        for each in tallied
    ]  # fmt: skip
    context["run"], context["people"] = run, len(people)
    context["is_behind"] = run is not None and last_decision(seen.row) > run.last_decision
    return render(request, "people/numbers.html", context)


def named(line: Line, key: str, reader: Reader) -> str:
    """What a row of a table is called."""
    if key == UNKNOWN:
        return _("not stated")
    if key == SEVERAL:
        return _("sources differ")
    return _name(line, key).in_(reader.language) if line is not Line.MONTH else _month(key, reader)


def _name(line: Line, key: str) -> Both:
    vocabularies = (
        {str(each): name for each, name in words.items()}
        for words in (SEXES, AGES, STATUSES, ROLES)
    )
    of = dict(zip((Line.SEX, Line.AGE, Line.STATUS, Line.ROLE), vocabularies, strict=True))
    if line in of:
        return of[line][key]
    return gazetteer().place(key).name if line is Line.PLACE else parties()[key].name


def _month(key: str, reader: Reader) -> str:
    return dates.moment(When.parse(key), reader, short=True)
