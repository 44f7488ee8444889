"""Why a line says what it says, as a tree down to facts, evidence and the version of the rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law import wording
from tawthiq.law.applicability import reach
from tawthiq.law.book import LawPack
from tawthiq.law.condition import All, Any, Condition, FactTest, Unless, Way
from tawthiq.law.crime import ElementRule
from tawthiq.law.elements import ElementLine
from tawthiq.law.inference import Inference
from tawthiq.law.kleene import Value
from tawthiq.law.reading import Reading
from tawthiq.law.said import fact_said
from tawthiq.law.subject import Touch
from tawthiq.values.both import NOTHING, Both


@dataclass(frozen=True, slots=True)
class Explanation:
    """One node of the tree.

    Attributes:
        said: What it says.
        rule: Id of the norm, rule, derivation or fact that says it.
        pack_hash: Version of the law pack in which that rule stands.
        evidence, against: Ids of the evidence for it and against it.
        parts: What it rests on.
    """

    said: Both
    rule: str
    pack_hash: str
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    parts: tuple[Explanation, ...] = ()


def explain_norm(reading: Reading, norm: str, pack: LawPack) -> Explanation:
    """Why a norm applies to the incident or does not.

    Raises:
        KeyError: The pack has no such norm.
    """
    line, held = reading.norms[norm], pack.norms[norm]
    tree = _Tree(reading, pack)
    gates = tuple(
        tree.node(one.answer.said + Both.same(": ") + one.why, norm) for one in line.reasons
    )
    subjects = tuple(
        tree.condition(pack.subjects[id_].when, id_, pack.subjects[id_].name)
        for id_ in line.touched_by
    )
    said = held.provision + Both.same(": ") + line.answer.said
    return tree.node(said, norm, parts=(*gates, *subjects))


def explain_element(reading: Reading, crime: str, number: int, pack: LawPack) -> Explanation:
    """Why an element of a crime is supported, contradicted or unknown.

    Raises:
        KeyError: The crime was not read, or has no such element.
    """
    line = reading.crime(crime).element(number)
    element = pack.crimes[crime].element(number)
    return _Tree(reading, pack).element(line, element.rule, element.words, element.rests_on)


class _Tree:
    """Builds the nodes for one reading."""

    def __init__(self, reading: Reading, pack: LawPack) -> None:
        self._reading = reading
        self._pack = pack

    def node(self, said: Both, rule: str, parts: tuple[Explanation, ...] = ()) -> Explanation:
        return Explanation(said, rule, self._pack.hash, parts=parts)

    def element(
        self, line: ElementLine, rule: ElementRule, words: Both, rests_on: tuple[int, ...]
    ) -> Explanation:
        inference = self._pack.inferences.get(rule.inference)
        caution = inference.caution if inference else NOTHING
        parts = [self.node(words, line.crime)]
        crime = self._reading.crime(line.crime)
        parts += [self.node(wording.element_said(crime.element(n)), line.crime) for n in rests_on]
        parts += self._of_rule(rule)
        if inference:
            parts.append(self._inference(inference))
        parts += [self._defeater(id_) for id_, _ in line.defeaters]
        return self.node(wording.element_said(line, caution), line.rule, parts=tuple(parts))

    def _of_rule(self, rule: ElementRule) -> Iterator[Explanation]:
        for condition, name in (
            (rule.supports, Both("what supports it", "ما يدعمه")),
            (rule.contradicts, Both("what contradicts it", "ما يعارضه")),
            (rule.unsettles, Both("what unsettles it", "ما يزعزعه")),
            (rule.asks_a_lawyer, Both("what asks for a lawyer", "ما يستدعي قانونيًا")),
        ):
            if condition is not None:
                yield self.condition(condition, rule.id, name)

    def _inference(self, inference: Inference) -> Explanation:
        factors = tuple(
            self.condition(
                factor.when,
                inference.id,
                Both(f"{factor.letter}: ", f"{factor.letter}: ") + factor.name,
            )
            for factor in (inference.base, *inference.factors)
        )
        doubt = self.condition(
            inference.unsettled_by,
            inference.id,
            Both("what puts it back to unknown", "ما يعيده غير معروف"),
        )
        return self.node(inference.caution, inference.id, parts=(*factors, doubt))

    def _defeater(self, id_: str) -> Explanation:
        defeater = self._pack.defeaters[id_]
        stand = defeater.tried(self._reading.standings)
        parts = tuple(self.condition(part.when, id_, part.name) for part in defeater.parts)
        said = defeater.name + Both.same(": ") + wording.STANDS[stand]
        return self.node(said, id_, parts=(*parts, self.node(defeater.note, id_)))

    def condition(self, condition: Condition, rule: str, name: Both) -> Explanation:
        """A condition: whether it holds, and the facts it asks for."""
        read = condition.read(self._reading.standings, Way.WEIGHED)
        said = name + Both.same(": ") + wording.VALUES[read.value]
        if read.value is Value.UNKNOWN and read.why:
            said = said + Both(f" ({wording.WHY[read.why].en})", f" ({wording.WHY[read.why].ar})")
        keys = dict.fromkeys(condition.keys())
        shown = [key for key in keys if key in self._reading.standings] or list(read.used)
        return self.node(said, rule, parts=tuple(self.fact(key) for key in shown))

    def fact(self, key: str) -> Explanation:
        """A fact with its evidence; a derived one with what it was derived from."""
        standing = self._reading.standings.get(key)
        said = fact_said(self._pack.vocabulary[key], standing)
        if standing is None:
            return self.node(said, key)
        derivation = next((d for d in self._pack.derivations if d.id == standing.derived_by), None)
        because = (self.node(derivation.because, derivation.id),) if derivation else ()
        return Explanation(
            said,
            standing.derived_by or key,
            self._pack.hash,
            standing.evidence,
            standing.against,
            (*because, *(self.fact(other) for other in standing.rests_on if other != key)),
        )


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a norm does not appear, and what would touch it.

    Attributes:
        reasons: The gates that shut it out, and that nothing touches it.
        would_touch: The subjects any of which would touch it, with the facts they ask for.
    """

    norm: str
    reasons: tuple[Both, ...]
    would_touch: tuple[tuple[Both, tuple[Both, ...]], ...]


def why_not(reading: Reading, norm: str, pack: LawPack) -> WhyNot:
    """Why a norm is not among those that apply; also for one that does, with its reasons.

    Raises:
        KeyError: The pack has no such norm.
    """
    line, held = reading.norms[norm], pack.norms[norm]
    touch = []
    for id_ in (*held.engages, *(doubt.subject for doubt in held.doubts)):
        subject = pack.subjects[id_]
        if subject.touched(reading.standings) is Touch.NO:
            keys = dict.fromkeys(key for key in _asked(subject.when))
            touch.append((subject.name, tuple(pack.vocabulary[key].name for key in keys)))
    gates = () if line.is_touched else reach(held, reading.setting, pack.bonds).reasons
    reasons = (*(one.why for one in gates), *(one.why for one in line.reasons))
    return WhyNot(norm, reasons, tuple(touch))


def _asked(condition: Condition) -> Iterator[str]:
    """The facts that would have to be recorded; not those that would make an exception."""
    match condition:
        case FactTest():
            yield condition.key
        case All() | Any():
            for part in condition.parts:
                yield from _asked(part)
        case Unless():
            return
