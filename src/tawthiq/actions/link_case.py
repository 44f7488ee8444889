"""Link the records of a case: which of them are of one person, kept as a run.

What takes long happens before anything is written, and can be stopped at any step. Nothing
is merged by a run that a person cannot look at and take apart again.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.keep_run import keep_run
from tawthiq.actions.people import compute_all
from tawthiq.errors import InputError
from tawthiq.linkage.labels import Labels, Verdict
from tawthiq.linkage.linking import link
from tawthiq.linkage.progress import Progress, Stop, Watch
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.linkage import opinions
from tawthiq.store.queries.linkage_table import records_to_link
from tawthiq.values.both import Both

_OF_LINKING = 0.8  # the share of the whole that linking itself takes, for the progress told
KEEPING = Both("keeping what was found", "حفظ النتائج")
PUTTING_TOGETHER = Both("putting people together", "تجميع السجلات في أشخاص")


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linkage came to.

    Attributes:
        run: Its number in the case.
        records: How many records with a name were compared.
        people: How many people the case has now, unnamed ones included.
        joined: How many pairs were taken to be one person.
        to_review: How many pairs wait for somebody to look at them.
        warnings: What a reader must know before using the result.
    """

    run: int
    records: int
    people: int
    joined: int
    to_review: int
    warnings: tuple[Both, ...]


def link_case(
    case: str,
    *,
    by: str,
    because: str = "",
    told: Progress | None = None,
    stop: Stop | None = None,
    seed: int = 1,
) -> Linked:
    """Link all records of a case that name somebody, and compute its people anew.

    Args:
        told: Called with each step and the share of the whole that is done.
        stop: Asked between steps; until the last step nothing has been written.

    Raises:
        UnknownNameError: No case has this code.
        InputError: There is nothing to link, or a list was taken in meanwhile.
        StoppedError: ``stop`` said so; nothing was changed.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_decide(by, case)
    held = row_of(case)
    last = _last_record(held)
    found = records_to_link(held)
    if len(found.numbers) < 2:
        raise InputError(
            f"the case {case} has fewer than two records that name somebody; import lists first "
            "(tawthiq victims import)",
            f"في الملف {case} أقل من سجلين فيهما اسم؛ استورد القوائم أولًا (tawthiq victims import)",
        )
    watch = Watch(told, stop)

    def part(what: Both, share: float) -> None:
        watch.at(what, share * _OF_LINKING)

    linkage = link(found.table, decisions=_decisions(held), seed=seed, told=part, stop=stop)
    watch.at(KEEPING, _OF_LINKING)
    with changing(case) as row:
        _refuse_other_records(row, last)
        run = keep_run(row, found.numbers, linkage, by=by, seed=seed)
        if told is not None:
            told(PUTTING_TOGETHER, 0.9)
        people = compute_all(row)
        linked = Linked(
            run=run.number,
            records=len(found.numbers),
            people=people,
            joined=models.LinkedPair.objects.filter(run=run, same__gte=run.cut).count(),
            to_review=models.LinkedPair.objects.filter(run=run, rank__isnull=False).count(),
            warnings=linkage.warnings,
        )
        _tell(row, linked, by=by, because=because)
    return linked


def _decisions(case: models.Case) -> Labels:
    """What people decided, as linkage takes it: binding, and learned from."""
    outcomes = {pair: said.outcome for pair, said in opinions(case).items()}
    return Labels.of(
        (str(left), str(right), Verdict.said(outcome))
        for (left, right), outcome in outcomes.items()
        if outcome is not None
    )


def _last_record(case: models.Case) -> int:
    rows = models.PersonRecord.objects.filter(case=case)
    return int(rows.aggregate(last=Max("id"))["last"] or 0)


def _refuse_other_records(case: models.Case, last: int) -> None:
    if _last_record(case) != last:
        raise InputError(
            f"a list was taken into the case {case.code} while its records were being linked; "
            "link again",
            f"أُخذت قائمة في الملف {case.code} أثناء ربط سجلاته؛ أعد الربط",
        )


def _tell(case: models.Case, linked: Linked, *, by: str, because: str) -> None:
    what: dict[str, object] = {
        "run": linked.run, "records": linked.records, "people": linked.people,
        "joined": linked.joined, "to_review": linked.to_review,
    }  # fmt: skip
    journal.write_change(case, by=by, action="link-case", what=what, why=because)
