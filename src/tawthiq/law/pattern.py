"""A set of incidents against the context of crimes against humanity, and what is missing.

One incident never shows it. A set may show a course of acts against civilians by one party;
whether that is a widespread or systematic attack under a policy needs more than a count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification
from tawthiq.law.crime import ElementRule
from tawthiq.law.elements import Rules, read_rule
from tawthiq.law.evidence import Evidence
from tawthiq.law.facts import Fact, FactValue, Method
from tawthiq.law.incident import Incident
from tawthiq.law.kleene import Value, Why
from tawthiq.law.level import Level
from tawthiq.law.pattern_words import CONTEXT, ContextPart, missing_said
from tawthiq.law.reading import Reading, read
from tawthiq.law.standings import standings_of
from tawthiq.values.both import Both

# House choice, as factor F of INF-1: fewer than three acts are no course of acts.
LEAST = 3


@dataclass(frozen=True, slots=True)
class ContextLine:
    """One part of the context.

    Attributes:
        numbers: What was counted, in words.
        missing: What would have to be looked into; empty where nothing is.
    """

    part: ContextPart
    name: Both
    value: Value
    why: Why | None
    level: Level | None
    numbers: Both
    missing: Both


@dataclass(frozen=True, slots=True)
class PatternReading:
    """A set of incidents that are ascribed to one party.

    Attributes:
        party: The party; "" for those of which nobody is named, which show no policy.
        incidents: Ids of those that count: civilians or protected objects, conduct supported.
        left_out: Ids of the others, each with the reason.
        context: The parts of the context.
        act_is_part: What can be said of an act being part of the attack.
    """

    party: str
    incidents: tuple[str, ...]
    left_out: tuple[tuple[str, Both], ...]
    context: tuple[ContextLine, ...]
    act_is_part: Value
    why: Why | None
    pack_hash: str


def look_at_pattern(
    incidents: Iterable[Incident],
    classification: Classification,
    pack: LawPack,
    *,
    case_facts: Iterable[Fact] = (),
    case_evidence: Mapping[str, Evidence] | None = None,
) -> tuple[PatternReading, ...]:
    """Read a set of incidents, one reading for each party that is named.

    Args:
        case_facts: What is known of the whole set: a stated policy, orders, a unit.
        case_evidence: The evidence that they rest on.
    """
    by_party: dict[str, list[Incident]] = {}
    for incident in incidents:
        by_party.setdefault(incident.party if incident.is_attributed else "", []).append(incident)
    facts = {fact.key: fact for fact in case_facts}
    return tuple(
        _Set(party, held, classification, pack, facts, dict(case_evidence or {})).reading()
        for party, held in sorted(by_party.items())
    )


class _Set:
    """The incidents of one party."""

    def __init__(
        self,
        party: str,
        incidents: list[Incident],
        classification: Classification,
        pack: LawPack,
        facts: Mapping[str, Fact],
        evidence: dict[str, Evidence],
    ) -> None:
        self._party = party
        self._pack = pack
        self._classification = classification
        self._conflict = classification.conflict.readings[0]
        self._facts = facts
        self._evidence = evidence
        self._readings = [
            (one, read(one, classification, self._conflict, pack)) for one in incidents
        ]
        self._counted = [one for one, reading in self._readings if not _left_out(reading)]

    def reading(self) -> PatternReading:
        whole = self._as_one()
        standings = standings_of(whole, self._classification, self._conflict, self._pack)
        rules = Rules(self._pack.inferences, self._pack.defeaters)
        rule = self._rule("part_of_a_wider_attack")
        outcome, _, _ = read_rule(rule, standings, rules, whole.is_attributed)
        return PatternReading(
            self._party,
            tuple(one.id for one in self._counted),
            tuple((one.id, why) for one, reading in self._readings if (why := _left_out(reading))),
            tuple(self._context(whole)),
            outcome.value,
            outcome.why,
            self._pack.hash,
        )

    def _rule(self, id_: str) -> ElementRule:
        return self._pack.element_rules[id_]

    def _as_one(self) -> Incident:
        """The set as one incident: its facts are those of the set, its evidence all of it."""
        evidence = dict(self._evidence)
        ids = []
        for one in self._counted:
            for id_, piece in one.evidence.items():
                named = f"{one.id}/{id_}"
                group = piece.group and f"{one.id}/{piece.group}"
                evidence[named] = replace(piece, id=named, group=group)
                ids.append(named)
        facts = {
            key: Fact(key, value, tuple(ids), method=Method.INFERENCE)
            for key, value in self._counts().items()
        }
        model = self._readings[0][0]
        days = [day for one in self._counted for day in (one.first, one.last) if day]
        return replace(
            model,
            id=f"set of {len(self._counted)}",
            first=min(days, default=None),
            last=max(days, default=None),
            facts={**facts, **self._facts},
            evidence=evidence,
        )

    def _counts(self) -> dict[str, FactValue]:
        counts: dict[str, FactValue] = {
            "pattern_incident_count": len(self._counted),
            "pattern_place_count": len({one.place for one in self._counted if one.place}),
            "repeated_modus_operandi": self._same_way() >= LEAST,
        }
        days = [day for one in self._counted for day in (one.first, one.last) if day]
        if days:
            counts["pattern_period_days"] = (max(days) - min(days)).days + 1
        if self._party:
            counts["state_or_organisation_involved"] = True
        return counts

    def _same_way(self) -> int:
        """How many incidents share one kind of object, the most frequent one."""
        kinds: Counter[str] = Counter()
        for one in self._counted:
            fact = one.facts.get("object_status")
            if fact and isinstance(fact.value, frozenset):
                kinds.update(fact.value)
        return max(kinds.values(), default=0)

    def _context(self, whole: Incident) -> Iterator[ContextLine]:
        values = self._counts()
        count, places = len(self._counted), values["pattern_place_count"]
        days = values.get("pattern_period_days", 0)
        counted = {
            ContextPart.COURSE: Both(f"incidents: {count}", f"الوقائع: {count}"),
            ContextPart.CIVILIANS: Both(
                f"incidents: {count} of {len(self._readings)}",
                f"{count} من أصل {len(self._readings)}",
            ),
            ContextPart.WIDESPREAD: Both(
                f"incidents: {count}, places: {places}, days: {days}",
                f"الوقائع: {count}، الأماكن: {places}، الأيام: {days}",
            ),
            ContextPart.SYSTEMATIC: Both(
                f"{self._same_way()} on one kind of object",
                f"{self._same_way()} على نوع واحد من الأعيان",
            ),
            ContextPart.POLICY: Both("", ""),
        }
        for part, name in CONTEXT.items():
            value, why, level = self._value(part, whole)
            yield ContextLine(
                part,
                name,
                value,
                why,
                level,
                counted[part],
                missing_said(part) if value is not Value.SUPPORTED else Both("", ""),
            )

    def _value(self, part: ContextPart, whole: Incident) -> tuple[Value, Why | None, Level | None]:
        """Counts carry what can be counted; what the law makes of them is for a lawyer."""
        if not whole.evidence:
            return Value.UNKNOWN, Why.NO_EVIDENCE, None
        enough = len(self._counted) >= LEAST
        if part in (ContextPart.COURSE, ContextPart.CIVILIANS):
            if enough:
                return Value.SUPPORTED, None, Level.REASONABLE_BASIS
            return Value.UNKNOWN, Why.INSUFFICIENT, None
        if part is ContextPart.WIDESPREAD:
            return Value.UNKNOWN, Why.LEGAL_QUESTION if enough else Why.INSUFFICIENT, None
        if part is ContextPart.SYSTEMATIC:
            repeated = self._same_way() >= LEAST
            return Value.UNKNOWN, Why.LEGAL_QUESTION if repeated else Why.INSUFFICIENT, None
        return self._policy(whole)

    def _policy(self, whole: Incident) -> tuple[Value, Why | None, Level | None]:
        standings = standings_of(whole, self._classification, self._conflict, self._pack)
        held = [standings.get(key) for key in ("policy_statement", "orders_reference_policy")]
        for standing in held:
            if standing and standing.value is True and standing.level is not None:
                return Value.SUPPORTED, None, standing.level
        why = next((standing.why for standing in held if standing and standing.why), None)
        return Value.UNKNOWN, why or Why.NOT_ASSESSED, None


def _left_out(reading: Reading) -> Both | None:
    """Why an incident does not count for a pattern; None where it does."""
    context = reading.norms.get("RS-7-CTX")
    touched = context is not None and context.is_touched
    building = reading.norms.get("RS-8-2-e-iv"), reading.norms.get("RS-8-2-b-ix")
    if not touched and not any(line and line.is_touched for line in building):
        return Both("it touches no act against civilians", "لا تمسّ فعلًا ضد مدنيين")
    documented = reading.standings.get("incident_documented")
    if documented is None or documented.level is None:
        return Both("its evidence is too little", "أدلتها لا تكفي")
    contradicted = [
        one
        for line in reading.crimes
        for one in line.elements
        if one.rule in ("civilians_were_hit", "protected_building", "civilian_object")
        and one.value is Value.NOT_SUPPORTED
        and line.answer.value != "not_applicable"
    ]
    if contradicted:
        return Both(
            "information contradicts that civilians or civilian objects were hit",
            "المعلومات تعارض أن المصاب مدنيون أو أعيان مدنية",
        )
    return None
