"""What checking a text has found, as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from tawthiq.statements.checks.finding import Basis, Report, Severity
from tawthiq.values.both import Both
from tawthiq.web.claims.following import Address, addresses
from tawthiq.web.reader import Reader
from tawthiq.web.statements.passages import Numbered, Part, parts
from tawthiq.web.wording.digits import number


@dataclass(frozen=True, slots=True)
class Found:
    """One finding beside its passage."""

    number: int
    check: str
    severity: Severity
    title: Both
    explanation: Both
    suggestion: Both
    sources: tuple[Address, ...]
    law: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A part of the text and what was found in it."""

    part: Part
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A checked text.

    Attributes:
        name: Of the file, or "" where the text was pasted.
        lead: How many findings of each weight, in words.
        totals: The same as numbers, gravest first.
        looked_at: What was read, so that silence is not taken for approval.
    """

    name: str
    lead: str
    totals: tuple[tuple[Severity, int], ...]
    beside: tuple[Beside, ...]
    whole: tuple[Found, ...]
    looked_at: tuple[tuple[str, int], ...]
    checks: tuple[str, ...]
    not_looked_at: tuple[Both, ...]
    notes: tuple[Both, ...]


def check_page(
    text: str, report: Report, reader: Reader, *, name: str = "", notes: tuple[Both, ...] = ()
) -> CheckPage:
    """Lay out the findings on a text for a reader."""
    placed, whole = parts(text, report.findings)
    return CheckPage(
        name=name,
        lead=_lead(report, reader),
        totals=tuple((severity, _number_of(report, severity)) for severity in Severity),
        beside=tuple(Beside(part, tuple(map(_found, part.findings))) for part in placed),
        whole=tuple(map(_found, whole)),
        looked_at=_looked_at(report),
        checks=report.looked_at.checks,
        not_looked_at=report.looked_at.not_looked_at,
        notes=notes,
    )


def _found(numbered: Numbered) -> Found:
    finding = numbered.finding
    return Found(
        numbered.number,
        finding.check,
        finding.severity,
        finding.title,
        finding.explanation,
        finding.suggestion,
        addresses(finding.sources),
        finding.law,
    )


def _number_of(report: Report, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in report.findings)


def _lead(report: Report, reader: Reader) -> str:
    """The heading: so many errors, warnings and notes; or that none was found."""
    errors, warnings, notes = (_number_of(report, severity) for severity in Severity)
    said = [
        ngettext("%(n)s error", "%(n)s errors", errors) % {"n": number(errors, reader)},
        ngettext("%(n)s warning", "%(n)s warnings", warnings) % {"n": number(warnings, reader)},
        ngettext("%(n)s note", "%(n)s notes", notes) % {"n": number(notes, reader)},
    ]
    kept = [
        words for words, how_many in zip(said, (errors, warnings, notes), strict=True) if how_many
    ]
    if not kept:
        return _("Nothing was found, in what was looked at")
    return pgettext("between the parts of a heading", ", ").join(kept)


_COUNTED: Mapping[str, Promise] = {
    "sentences": gettext_lazy("sentences"),
    "numbers": gettext_lazy("numbers"),
    "compared": gettext_lazy("numbers held against a source"),
    "not_compared": gettext_lazy("numbers with nothing to hold them against"),
    "percentages": gettext_lazy("percentages"),
    "times": gettext_lazy("dates and periods"),
    "citations": gettext_lazy("citations of sources"),
    "attributions": gettext_lazy("attributions to a party"),
    "provisions": gettext_lazy("provisions of law cited"),
    "provisions_held": gettext_lazy("of them found in the law pack"),
}


def _looked_at(report: Report) -> tuple[tuple[str, int], ...]:
    counted = report.looked_at.as_counts()
    return tuple((str(name), counted[key]) for key, name in _COUNTED.items() if key in counted)
