"""Named sets of incidents, and each held against the context of crimes against humanity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.incident import Incident
from tawthiq.law.pattern import PatternReading, look_at_pattern
from tawthiq.law.qualification import fitting, must_be_known
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.law.classifications import classifications
from tawthiq.store.queries.law.decisions import (
    latest,
    standing_facts_of_pattern,
    standing_pieces,
)
from tawthiq.store.queries.law.evidence import citations, evidence_lines
from tawthiq.store.queries.law.fact_lines import fact_lines, facts_for_law
from tawthiq.store.queries.law.law_incidents import Gathered, gather
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.shapes import KeptPattern, PatternInFull
from tawthiq.values.both import NOTHING, Both


def patterns(case: str) -> tuple[KeptPattern, ...]:
    """The standing patterns of a case, by code.

    Raises:
        UnknownNameError: The case does not exist.
    """
    rows = models.IncidentPattern.objects.filter(case=row_of(case)).order_by("id")
    return tuple(sorted((_kept(row) for row in latest(rows)), key=lambda one: one.code))


def kept_pattern(case: str, code: str) -> KeptPattern:
    """One pattern, not looked at.

    Raises:
        UnknownNameError: The case or the pattern does not exist.
    """
    known = patterns(case)
    for one in known:
        if one.code == code:
            return one
    codes = ", ".join(one.code for one in known) or "none"
    raise UnknownNameError(
        f"the case {case} has no pattern {code!r}; it has {codes}",
        f"ليس في الملف {case} نمط باسم {code!r}؛ وفيه: {codes}",
    )


def pattern_of(case: str, code: str) -> PatternInFull:
    """One pattern in full.

    Raises:
        UnknownNameError: The case or the pattern does not exist.
    """
    return _in_full(case, kept_pattern(case, code))


def set_of(case: str, incidents: Sequence[str], title: Both) -> PatternInFull:
    """A set of incidents looked at as a pattern without being kept as one.

    Raises:
        UnknownNameError: The case or an incident does not exist.
    """
    found = _in_full(case, KeptPattern("", title, tuple(incidents), "", "", None))
    if found.gone:
        gone = ", ".join(found.gone)
        raise UnknownNameError(
            f"the case {case} has no incident {gone}; look at its list",
            f"ليس في الملف {case} واقعة باسم {gone}؛ انظر قائمته",
        )
    return found


def _in_full(case: str, kept: KeptPattern) -> PatternInFull:
    pack, row = pack_in_force(), row_of(case)
    found, gone = _gathered(case, kept.incidents, pack)
    decided = standing_facts_of_pattern(row, kept.code)
    facts = fact_lines(decided, {}, pack.vocabulary)
    pieces = standing_pieces(row, ()).get("", ())
    cited = citations(decided.values())
    evidence = (
        *evidence_lines(pieces, (), {}, cited, pack),
        *(
            replace(line, cited=cited.get(line.piece.id, ()))
            for one in found
            for line in one.evidence
            if line.is_claim
        ),
    )
    by_code = {line.piece.id: line for line in evidence}
    read = facts_for_law(facts, by_code, pack)
    used = {id_ for fact in read.values() for id_ in (*fact.evidence, *fact.against)}
    readings, refused = tuple[PatternReading, ...](), NOTHING
    try:
        readings = tuple(
            reading
            for classification, incidents in _by_class(case, found, pack)
            for reading in look_at_pattern(
                incidents,
                classification,
                pack,
                case_facts=read.values(),
                case_evidence={id_: by_code[id_].piece for id_ in used},
            )
        )
    except InputError as error:
        refused = Both(error.en, error.ar)
    listed = {one.listed.code: one.listed for one in found}
    return PatternInFull(kept, listed, gone, readings, refused, facts, evidence, pack.hash)


def _gathered(
    case: str, incidents: Sequence[str], pack: LawPack
) -> tuple[list[Gathered], tuple[str, ...]]:
    """The incidents of a set, and the codes of those that the case no longer has."""
    there = set(
        models.Incident.objects.filter(case=row_of(case), code__in=list(incidents)).values_list(
            "code", flat=True
        )
    )
    gone = tuple(code for code in incidents if code not in there)
    return [gather(case, code, pack) for code in incidents if code in there], gone


def _by_class(
    case: str, found: Sequence[Gathered], pack: LawPack
) -> Iterator[tuple[Classification, list[Incident]]]:
    """The incidents under each class by which some of them can be read.

    Raises:
        InputError: An incident that no classification is about, or a State without rows.
    """
    held = [kept.classification for kept in classifications(case)]
    under: dict[Conflict, tuple[Classification, list[Incident]]] = {}
    for one in found:
        must_be_known(one.incident, pack)
        for said in fitting(one.incident, held):
            for conflict in said.conflict.readings:
                _, incidents = under.setdefault(conflict, (replace(said, conflict=conflict), []))
                if one.incident not in incidents:
                    incidents.append(one.incident)
    yield from under.values()


def _kept(row: models.IncidentPattern) -> KeptPattern:
    title = Both(row.title_en, row.title_ar)
    return KeptPattern(row.code, title, tuple(row.incidents), row.by, row.because, row.at)
