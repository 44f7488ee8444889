"""Which cases there are, and one of them by its code."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.errors import UnknownNameError
from tawthiq.store import models
from tawthiq.values.both import Both
from tawthiq.values.when import When


@dataclass(frozen=True, slots=True)
class CaseInBrief:
    """A case as a list of cases shows it.

    Attributes:
        period: The days that the case is about; unknown where nobody said.
        area: The code of the place or area it is about, or "".
        revision: Rises with every change to the case.
        state: Another after every change; what was made from one state holds only for it.
        incidents, claims, sources: How many there are; claims as they stand.
        statements: Codes of its statements.
    """

    code: str
    title: Both
    period: When
    area: str
    revision: int
    state: str
    incidents: int
    claims: int
    sources: int
    statements: tuple[str, ...]


def has_case(code: str) -> bool:
    """Whether a case has this code."""
    return models.Case.objects.filter(code=code).exists()


def all_cases() -> tuple[CaseInBrief, ...]:
    """Every case, by code."""
    return tuple(_brief(row) for row in models.Case.objects.order_by("code"))


def case(code: str) -> CaseInBrief:
    """One case.

    Raises:
        UnknownNameError: No case has this code; the message lists those there are.
    """
    return _brief(row_of(code))


def row_of(code: str) -> models.Case:
    """The row of a case, for the other queries and for actions.

    Raises:
        UnknownNameError: No case has this code; the message lists those there are.
    """
    row = models.Case.objects.filter(code=code).first()
    if row is None:
        codes = models.Case.objects.order_by("code").values_list("code", flat=True)
        there_are = f"there are: {', '.join(codes)}" if codes else "there is none yet"
        there_are_ar = f"الموجود: {'، '.join(codes)}" if codes else "لا ملف بعد"
        raise UnknownNameError(
            f"no case is called {code!r}; {there_are} (tawthiq example load idlib-2019 makes one)",
            f"لا يوجد ملف اسمه {code!r}؛ {there_are_ar} (يصنع الأمر tawthiq example load "
            "idlib-2019 واحدًا)",
        )
    return row


def _brief(row: models.Case) -> CaseInBrief:
    standing = models.Claim.objects.filter(case=row, superseded_by=None)
    statements = models.Statement.objects.filter(case=row).values_list("code", flat=True)
    return CaseInBrief(
        code=row.code,
        title=Both(row.title_en, row.title_ar),
        period=row.when,
        area=row.area,
        revision=row.revision,
        state=row.state,
        incidents=models.Incident.objects.filter(case=row).count(),
        claims=standing.count(),
        sources=models.Source.objects.filter(case=row).count(),
        statements=tuple(sorted(set(statements))),
    )
