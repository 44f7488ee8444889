"""The counts of a case: those that have a name, and every total that a source published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tawthiq.claims.claim import PeriodClaim
from tawthiq.counts.count import Count
from tawthiq.counts.definition import Definition
from tawthiq.counts.established import establish
from tawthiq.counts.reported import NotRead, reported
from tawthiq.errors import RuleError, UnknownNameError
from tawthiq.statements.known import KnownCount
from tawthiq.store import models
from tawthiq.store.codecs import definition_from_text
from tawthiq.store.queries.addresses import describe_with
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.claims import period_claims
from tawthiq.store.queries.frames import frame
from tawthiq.store.queries.places import extents
from tawthiq.store.queries.sources import sources_of
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class NamedInBrief:
    """A named count as a list shows it, without its number.

    Attributes:
        claim: The code of the period claim that it repeats, or "" where we count.
        version: 1 for the first definition under this name; earlier ones are kept.
    """

    name: str
    title: Both
    claim: str
    version: int


def named(case: str) -> tuple[NamedInBrief, ...]:
    """The named counts of a case, in the order in which they were first named."""
    return tuple(
        NamedInBrief(row.name, Both(row.title_en, row.title_ar), row.claim, row.version)
        for row in _standing(row_of(case))
    )


def count(case: str, name: str) -> KnownCount:
    """One named count with its number, members and what was left out.

    Raises:
        UnknownNameError: No count has this name; the message lists those there are.
        RuleError: What was published under this name cannot be read any more.
    """
    in_case = row_of(case)
    standing = _standing(in_case)
    row = next((row for row in standing if row.name == name), None)
    if row is None:
        names = ", ".join(each.name for each in standing) or "–"
        raise UnknownNameError(
            f"the case {case} has no count {name!r}; it has {names}",
            f"ليس في الملف {case} عدد اسمه {name!r}؛ فيه: {names}",
        )
    return _counted(in_case, row)


def named_counts(case: str) -> tuple[KnownCount, ...]:
    """Every named count of a case with its number, in the order in which they were named."""
    in_case = row_of(case)
    return tuple(_counted(in_case, row) for row in _standing(in_case))


def published(case: str) -> tuple[KnownCount, ...]:
    """Every published total of a case that can be read, by the code of its claim."""
    read = _readings(row_of(case))
    return tuple(_known(claim, made) for claim, made in read if isinstance(made, Count))


def not_read(case: str) -> tuple[NotRead, ...]:
    """The published totals whose words we do not understand; they are shown, never compared."""
    return tuple(made for _, made in _readings(row_of(case)) if isinstance(made, NotRead))


def counts_of(case: models.Case) -> Iterator[KnownCount]:
    """Every count that a text can be held against: published totals, then our own.

    A total that has a name stands under it.
    """
    standing = _standing(case)
    names = {row.claim: row for row in standing if row.claim}
    for claim, made in _readings(case):
        if isinstance(made, Count):
            yield _known(claim, _renamed(made, names.get(claim.code)))
    yield from (_counted(case, row) for row in standing if not row.claim)


def _standing(case: models.Case) -> list[models.NamedCount]:
    """The latest version of each named count, in the order in which they were first named."""
    latest: dict[str, models.NamedCount] = {}
    for row in models.NamedCount.objects.filter(case=case).order_by("id"):
        latest[row.name] = row
    return list(latest.values())


def _counted(case: models.Case, row: models.NamedCount) -> KnownCount:
    if not row.claim:
        title, definition = Both(row.title_en, row.title_ar), definition_from_text(row.definition)
        return KnownCount(established(case, row.name, title, definition))
    for claim, made in _readings(case, row.claim):
        if isinstance(made, Count):
            return _known(claim, _renamed(made, row))
    raise RuleError(
        f"the count {row.name} repeats the published total {row.claim}, which cannot be read; "
        "name another total, or mend its words in the table and import it again"
    )


def established(case: models.Case, name: str, title: Both, definition: Definition) -> Count:
    """Count a definition over the incidents of a case.

    Raises:
        RuleError: The definition cannot be counted from incidents.
    """
    reach = extents()
    where = reach.renewed(definition.where)
    asked = replace(definition, where=reach.asked(where))
    made = establish(name, title, asked, frame(case), describe_with(case))
    return replace(made, definition=replace(definition, where=where))


def _readings(case: models.Case, code: str = "") -> Iterator[tuple[PeriodClaim, Count | NotRead]]:
    """Every published total, or the one of this code, and how it is read."""
    sources, find = sources_of(case), extents().find
    for claim in period_claims(case):
        if code in ("", claim.code):
            yield claim, reported(claim, sources[claim.document.source], find)


def _renamed(made: Count, row: models.NamedCount | None) -> Count:
    if row is None:
        return made
    return replace(made, name=row.name, title=Both(row.title_en, row.title_ar))


def _known(claim: PeriodClaim, made: Count) -> KnownCount:
    document = claim.document
    return KnownCount(
        made,
        url=document.url,
        document=document.title,
        published=document.published,
        period_said=claim.when_said,
        area_said=claim.area_said,
    )
