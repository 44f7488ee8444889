"""Incidents as rows of a table, and what to do where none is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tawthiq.records.grade import Grade
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.store.queries import incidents as queries
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.store.queries.incidents import Listed, Page
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.how_many import HowMany
from tawthiq.values.kinds import Kinds
from tawthiq.values.when import When
from tawthiq.web.access import Case
from tawthiq.web.charts.mini import mini, shared_scale
from tawthiq.web.charts.scale import Scale
from tawthiq.web.reader import Reader
from tawthiq.web.records.asking import Asking
from tawthiq.web.wording.digits import number

_SHOWN_OF_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One incident in a list."""

    code: str
    title: str
    when: When
    place: str
    target: str
    means: str
    party: str
    denied: bool
    killed: HowMany | None
    mini: SafeString
    claims: int
    sources: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Easing:
    """A filter less, and how many incidents there are then; None where that was not counted."""

    label: str
    query: str
    total: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the list.

    Attributes:
        total: In words: "81 incidents", "more than 10,000 incidents".
        next: The query string of the next stretch, or "".
        is_first: Whether the list begins here.
        easings: Where nothing was found: what is found with one filter less.
    """

    rows: tuple[Row, ...]
    total: str
    number: int
    next: str
    is_first: bool
    easings: tuple[Easing, ...]


def found(page: Page, asking: Asking, case: Case, reader: Reader) -> Found:
    """Lay out a page of incidents for a reader."""
    scale = shared_scale((row.killed for row in page.rows), reader)
    wanted = asking.wanted.as_mapping()
    return Found(
        rows=tuple(_row(row, scale, reader) for row in page.rows),
        total=_total(page, reader),
        number=page.total,
        next=urlencode({**wanted, "after": page.next}) if page.next else "",
        is_first="after" not in asking.said,
        easings=() if page.rows else _easings(asking, case),
    )


def _row(row: Listed, scale: Scale, reader: Reader) -> Row:
    return Row(
        code=row.code,
        title=row.title.in_(reader.language),
        when=row.when,
        place=row.place.in_(reader.language),
        target=_named(sites(), row.sites, reader),
        means=_named(weapons(), row.weapons, reader),
        party=_named(parties(), row.parties, reader),
        denied=row.denied,
        killed=row.killed,
        mini=mini(row.killed, scale),
        claims=row.claims,
        sources=len(row.sources),
        grade=row.graded.grade,
    )


def _named(vocabulary: Kinds, keys: tuple[str, ...], reader: Reader) -> str:
    """The first few of what is named, without the wider words above them."""
    wider = {above for key in keys for above in vocabulary.ancestors(key)}
    names = [vocabulary[key].name.in_(reader.language) for key in sorted(set(keys) - wider)]
    shown = names[:_SHOWN_OF_SEVERAL]
    rest = ["…"] if len(names) > _SHOWN_OF_SEVERAL else []
    return ("، " if reader.is_arabic else ", ").join(shown + rest)


def _total(page: Page, reader: Reader) -> str:
    said = {"number": number(page.total, reader)}
    if page.is_capped:
        return _("More than %(number)s incidents") % said
    return ngettext("%(number)s incident", "%(number)s incidents", page.total) % said


def _easings(asking: Asking, case: Case) -> tuple[Easing, ...]:
    """The filter with one field dropped, the most promising first.

    In a very large case nothing is counted for it: each count is a walk of its own.
    """
    labels, wanted = _labels(), asking.wanted.as_mapping()
    counts = queries.page(case.code, limit=1).is_capped is False
    eased = []
    for field in wanted:
        rest = {key: value for key, value in wanted.items() if key != field}
        total = queries.page(case.code, _filter(rest), limit=1).total if counts else None
        eased.append(Easing(labels[field], urlencode(rest), total))
    return tuple(sorted(eased, key=lambda each: -(each.total or 0)))


def _filter(said: Mapping[str, str]) -> IncidentFilter:
    wanted, _errors = IncidentFilter.read(said, gazetteer())
    return wanted


def _labels() -> dict[str, str]:
    return {
        "since": _("Drop the first day"),
        "until": _("Drop the last day"),
        "place": _("Drop the place"),
        "site": _("Drop the target"),
        "weapon": _("Drop the means"),
        "party": _("Drop the alleged party"),
        "grade": _("Drop the grade"),
        "q": _("Drop the words"),
    }
