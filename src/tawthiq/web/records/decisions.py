"""What people decided about an incident, told in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tawthiq.records.grade import GRADE_NAMES, Grade
from tawthiq.store.queries.decisions import Decision
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import number

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Told:
    """One decision, or several alike: who, when, what, and why."""

    at: date
    by: str
    what: str
    because: str


def decisions(history: Iterable[Decision], reader: Reader) -> tuple[Told, ...]:
    """Tell the decisions on an incident, oldest first; alike ones of a day in one line."""
    alike = groupby(history, key=lambda d: (d.on, d.by, d.because, bool(d.about), d.outcome))
    return tuple(
        Told(on, by, _what(list(group), reader), because)
        for (on, by, because, *_rest), group in alike
    )


def _what(alike: list[Decision], reader: Reader) -> str:
    first = alike[0]
    if not first.about:
        return _of_grade(first, reader)
    return ngettext(
        "%(number)s claim was taken to tell of the incident %(incident)s (%(codes)s)",
        "%(number)s claims were taken to tell of the incident %(incident)s (%(codes)s)",
        len(alike),
    ) % {
        "codes": _codes(alike, reader),
        "number": number(len(alike), reader),
        "incident": first.outcome,
    }


def _codes(alike: list[Decision], reader: Reader) -> str:
    """The first few claims by code."""
    codes = [decision.about for decision in alike[:_SHOWN]]
    more = ["…"] if len(alike) > _SHOWN else []
    return ("، " if reader.is_arabic else ", ").join(codes + more)


def _of_grade(decision: Decision, reader: Reader) -> str:
    if not decision.outcome:
        return _("The earlier decision on the grade was taken back; the computed grade stands")
    name = GRADE_NAMES[Grade(decision.outcome)].in_(reader.language)
    return _("The grade was set to “%(grade)s”") % {"grade": name}
