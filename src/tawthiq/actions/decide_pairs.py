"""Decide whether records are of one person, and put people together or take them apart.

A decision names records, not people: it holds on when a list is taken in again and when
the records are linked anew. It is never edited; somebody's later word supersedes the
earlier one, and both stay readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.people import compute_of
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.records.opinions import APART, OnPair, Opinion
from tawthiq.records.same_person import Pair, across, contradicted, pair
from tawthiq.store import models
from tawthiq.store.queries.linkage import decided, opinions

MOST_AT_ONCE = 2000  # pairs decided by one act; more is no decision that anybody looked at
Verdicts = Sequence[tuple[Pair, Opinion | None]]


def decide(
    case: str, one: int, other: int, opinion: Opinion | None, *, by: str, because: str = ""
) -> None:
    """Hold two records to be what the opinion says; None takes one's own earlier word back.

    Raises:
        UnknownNameError: No case, or no record of the case, has this name.
        InputError: It is one record, or earlier decisions say the opposite.
        HomeError: The database could not be written; nothing was changed.
    """
    if one == other:
        raise InputError(
            f"R{one} is one record; a decision is about two",
            f"‏R{one} سجل واحد؛ القرار يكون بشأن سجلين",
        )
    _decide(case, [(pair(one, other), opinion)], by=by, because=because)


def merge(case: str, person: int, other: int, *, by: str, because: str) -> None:
    """Hold two people to be one.

    Raises:
        UnknownNameError, InputError, HomeError: As ``decide`` says.
    """
    _require_reason(because)
    decide(case, person, other, Opinion.SAME, by=by, because=because)


def split(case: str, person: int, records: Iterable[int], *, by: str, because: str) -> None:
    """Take some records of a person out, as those of somebody else.

    Raises:
        UnknownNameError: No case has this code, or the person has no such record.
        InputError: None or all of the records are named, no reason is given, or somebody
            else has decided otherwise.
        HomeError: The database could not be written; nothing was changed.
    """
    _require_reason(because)
    members = models.PersonMember.objects.filter(case__code=case, person=person)
    held = set(members.values_list("record", flat=True))
    out = set(records)
    if unknown := sorted(out - held):
        raise UnknownNameError(
            f"the person P{person} has no record {', '.join(f'R{n}' for n in unknown)}",
            f"ليس للشخص P{person} سجل {'، '.join(f'R{n}' for n in unknown)}",
        )
    rest = held - out
    if not (out and rest):
        raise InputError(
            "name the records that are somebody else's: at least one, and not all of them",
            "حدِّد السجلات العائدة إلى شخص آخر: سجلًا واحدًا على الأقل وليس كلها",
        )
    verdicts: list[tuple[Pair, Opinion | None]] = [
        (each, Opinion.DIFFERENT) for each in across(out, rest)
    ]
    for group in (sorted(out), sorted(rest)):
        verdicts += [((one, other), Opinion.SAME) for one, other in pairwise(group)]
    _decide(case, verdicts, by=by, because=because)


def _decide(case: str, verdicts: Verdicts, *, by: str, because: str) -> None:
    rights.require_decide(by, case)
    if len(verdicts) > MOST_AT_ONCE:
        raise InputError(
            f"{len(verdicts)} pairs at once are more than anybody can have looked at; take fewer "
            "records",
            f"‏{len(verdicts)} زوجًا دفعة واحدة أكثر مما يمكن النظر فيه؛ خذ سجلات أقل",
        )
    with changing(case) as held:
        _refuse_unknown(held, verdicts)
        fresh = _fresh(held, verdicts, by)
        if not fresh:
            return
        at = datetime.now(UTC)
        models.PairDecision.objects.bulk_create(
            models.PairDecision(
                case=held, left=left, right=right, verdict=opinion or "", by=by, because=because,
                at=at,
            )
            for (left, right), opinion in fresh
        )  # fmt: skip
        people = compute_of(held, {record for each, _ in fresh for record in each})
        told = [[left, right, opinion or "taken back"] for (left, right), opinion in fresh]
        what: dict[str, object] = {"pairs": told, "people": people}
        journal.write_change(held, by=by, action="decide-pairs", what=what, why=because)


def _fresh(case: models.Case, verdicts: Verdicts, by: str) -> Verdicts:
    """The decisions that change what somebody holds; a contradiction is refused."""
    before = opinions(case)
    fresh = []
    for each, opinion in verdicts:
        held = before[each] if each in before else OnPair(())
        own = held.of(by)
        if (own.opinion if own else None) == opinion:
            continue
        fresh.append((each, opinion))
        before[each] = held.after(by, opinion, datetime.now(UTC))
    binding = decided(before)
    for each, _ in fresh:
        outcome = before[each].outcome
        if outcome is Opinion.SAME or outcome in APART:
            _refuse_contradiction(each, outcome, binding.same, binding.apart)
    return fresh


def _refuse_contradiction(
    each: Pair, outcome: Opinion, same: Sequence[Pair], apart: Sequence[Pair]
) -> None:
    others = [p for p in same if p != each], [p for p in apart if p != each]
    against = contradicted(outcome is Opinion.SAME, each, *others)
    if against is None:
        return
    one, other, first, second = *each, *against
    raise InputError(
        f"R{one} and R{other} cannot be so decided: an earlier decision on R{first} and R{second} "
        "says the opposite; take that one back first",
        f"لا يمكن أن يُقرَّر هذا بشأن R{one} وR{other}: يناقضه قرار سابق بشأن R{first} وR{second}؛ "
        "تراجع عنه أولًا",
    )


def _refuse_unknown(case: models.Case, verdicts: Verdicts) -> None:
    wanted = {record for each, _ in verdicts for record in each}
    there = models.PersonRecord.objects.filter(case=case, version=1, number__in=wanted)
    if absent := sorted(wanted - set(there.values_list("number", flat=True))):
        raise UnknownNameError(
            f"the case {case.code} has no record {', '.join(f'R{n}' for n in absent)}",
            f"ليس في الملف {case.code} سجل {'، '.join(f'R{n}' for n in absent)}",
        )


def _require_reason(because: str) -> None:
    if not because.strip():
        raise InputError(
            "people are put together or taken apart for a reason; say which",
            "يُجمع الأشخاص أو يُفصلون لسبب؛ اذكره",
        )
