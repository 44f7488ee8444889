"""Facts as they stand: held, suggested or rejected, and what of them the law may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawthiq.law.book import LawPack
from tawthiq.law.facts import Fact, Method
from tawthiq.law.said import value_said
from tawthiq.law.suggestions import Suggestion
from tawthiq.law.vocabulary import FactKind, Takes, Vocabulary
from tawthiq.store import models
from tawthiq.store.queries.law.decisions import Outcome, value_from_text
from tawthiq.store.queries.law.evidence import weighed
from tawthiq.store.queries.law.shapes import EvidenceLine, FactLine, FactState
from tawthiq.values.both import NOTHING, Both


def fact_lines(
    decided: Mapping[str, models.IncidentFact],
    suggested: Mapping[str, Suggestion],
    vocabulary: Vocabulary,
) -> tuple[FactLine, ...]:
    """Every fact that is decided or suggested, in the order of the vocabulary."""
    keys = {*decided, *suggested}
    known = [key for key in vocabulary if key in keys]
    return tuple(
        _line(kind_of(key, vocabulary), decided.get(key), suggested.get(key))
        for key in (*known, *sorted(keys - set(known)))
    )


def kind_of(key: str, vocabulary: Vocabulary) -> FactKind:
    """The kind of a key; one that this version of the pack has not is shown as a text."""
    return vocabulary[key] if key in vocabulary else FactKind(key, Both.same(key), Takes.TEXT)


def facts_for_law(
    lines: Iterable[FactLine], evidence: Mapping[str, EvidenceLine], pack: LawPack
) -> dict[str, Fact]:
    """What the law reads: what is held, and suggestions that nothing carries yet."""
    read = {}
    for line in lines:
        if line.state is FactState.REJECTED or line.kind.key not in pack.vocabulary:
            continue
        read[line.kind.key] = Fact(
            line.kind.key,
            line.value,
            weighed(line.evidence, evidence),
            weighed(line.against, evidence),
            line.is_contested,
            line.by,
            line.method,
        )
    return read


def _line(
    kind: FactKind, row: models.IncidentFact | None, suggestion: Suggestion | None
) -> FactLine:
    if row is not None and _stands(row, suggestion):
        return _decided(kind, row, suggestion)
    if suggestion is None:
        raise ValueError(f"{kind.key} is neither decided nor suggested")
    return FactLine(
        kind,
        suggestion.value,
        value_said(kind, suggestion.value),
        FactState.SUGGESTED,
        (),
        (),
        False,
        Method.INFERENCE,
        suggestion.because,
        "",
        None,
        suggestion.value,
        suggestion.because,
        suggestion.incidents,
    )


def _stands(row: models.IncidentFact, suggestion: Suggestion | None) -> bool:
    """A rejection is of one value: what the records suggest anew is looked at anew."""
    if row.outcome == Outcome.HELD or suggestion is None:
        return True
    return value_from_text(row.value) == suggestion.value


def _decided(kind: FactKind, row: models.IncidentFact, suggestion: Suggestion | None) -> FactLine:
    value = value_from_text(row.value)
    return FactLine(
        kind,
        value,
        value_said(kind, value),
        FactState.HELD if row.outcome == Outcome.HELD else FactState.REJECTED,
        tuple(row.evidence),
        tuple(row.against),
        row.is_contested,
        Method(row.method),
        Both.same(row.because),
        row.by,
        row.at.date(),
        suggestion.value if suggestion else None,
        suggestion.because if suggestion else NOTHING,
        suggestion.incidents if suggestion else (),
    )
