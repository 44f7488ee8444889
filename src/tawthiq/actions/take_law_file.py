"""Take in what a file says for the law: classes, agreements, facts with evidence, patterns."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.actions.ascribe import ascribe
from tawthiq.actions.changing import changing
from tawthiq.actions.classify_conflict import classify_conflict
from tawthiq.actions.list_evidence import list_evidence
from tawthiq.actions.make_pattern import make_pattern
from tawthiq.actions.record_agreement import record_agreement
from tawthiq.actions.record_fact import record_fact
from tawthiq.errors import UnreadableError
from tawthiq.law.case_file import SaidOfIncident, case_file
from tawthiq.store import models
from tawthiq.store.queries.law.law_rows import pack_in_force


@dataclass(frozen=True, slots=True)
class TakenLaw:
    """How much was taken in."""

    classifications: int
    agreements: int
    incidents: int
    facts: int
    patterns: int


def take_law_file(case: str, data: bytes, name: str, *, by: str, because: str = "") -> TakenLaw:
    """Take a file in, all of it or nothing; what the case holds already is superseded.

    Args:
        data: The bytes of a YAML file; see ``law.case_file`` for its form.
        because: Why; what the file says where "".

    Raises:
        UnknownNameError: The case, or an incident of the file, does not exist.
        UnreadableError: It is no text in UTF-8.
        InputError: It cannot mean what it says; the message gives file, line and mend.
        HomeError: The database could not be written; nothing was changed.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{name}: it is no text in UTF-8; save it so and try again",
            f"{name}: ليس نصًا بترميز UTF-8؛ احفظه به وأعد المحاولة",
        ) from error
    with changing(case) as held:
        claims = models.Claim.objects.filter(case=held, superseded_by=None)
        codes = frozenset(claims.values_list("code", flat=True))
        said = case_file(text, name, pack_in_force(), codes)
        why = because or said.because
        for code, classification, reason in said.classifications:
            classify_conflict(case, code, classification, by=by, because=reason)
        for agreement in said.agreements:
            record_agreement(case, agreement, by=by, because=why)
        for incident in said.incidents:
            _take_incident(case, incident, by, why)
        for one in said.patterns:
            make_pattern(case, one.code, one.title, one.incidents, by=by, because=one.because)
    return TakenLaw(
        len(said.classifications),
        len(said.agreements),
        len(said.incidents),
        sum(len(one.facts) for one in said.incidents),
        len(said.patterns),
    )


def _take_incident(case: str, said: SaidOfIncident, by: str, why: str) -> None:
    if acted := said.acted:
        ascribe(
            case,
            said.incident,
            party=acted.party,
            party_type=acted.party_type,
            opposing=acted.opposing,
            territory=acted.territory,
            by=by,
            because=acted.because,
        )
    for piece, source in said.pieces:
        list_evidence(
            case,
            said.incident,
            piece.id,
            piece.kind,
            words=piece.words,
            source=source,
            reliability=piece.reliability,
            credibility=piece.credibility,
            group=piece.group,
            by=by,
            because=why,
        )
    for fact, reason in said.facts:
        record_fact(
            case,
            said.incident,
            fact.key,
            fact.value,
            evidence=fact.evidence,
            against=fact.against,
            is_contested=fact.is_contested,
            method=fact.method,
            by=by,
            because=reason,
        )
