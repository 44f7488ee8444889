"""An explanation, a why-not, a difference and a pattern as plain values for programs.

See ``as_json`` for qualifications and ``docs/spec/law-files.md`` for the form of all.
"""

from __future__ import annotations

from tawthiq.law.as_json import Json, why_word
from tawthiq.law.explanation import Explanation, WhyNot
from tawthiq.law.pattern import PatternReading
from tawthiq.law.what_if import Difference
from tawthiq.law.wording import why_unknown
from tawthiq.values.both import Language


def explanation_json(node: Explanation, language: Language) -> Json:
    """A tree of explanation."""
    return {
        "said": node.said.in_(language),
        "rule": node.rule,
        "pack": node.pack_hash,
        "evidence": list(node.evidence),
        "against": list(node.against),
        "parts": [explanation_json(part, language) for part in node.parts],
    }


def why_not_json(answer: WhyNot, language: Language) -> Json:
    """Why a norm does not appear."""
    return {
        "norm": answer.norm,
        "reasons": [reason.in_(language) for reason in answer.reasons],
        "would_touch": [
            {
                "subject": subject.in_(language),
                "asks_for": [fact.in_(language) for fact in facts],
            }
            for subject, facts in answer.would_touch
        ],
    }


def difference_json(found: Difference) -> Json:
    """What a supposition changes."""
    return {
        "norms": [
            {"norm": norm, "before": str(before), "after": str(after)}
            for norm, before, after in found.norms
        ],
        "elements": [
            {
                "crime": crime,
                "element": number,
                "before": None if before is None else before.word,
                "after": None if after is None else after.word,
            }
            for crime, number, before, after in found.elements
        ],
    }


def pattern_json(read: PatternReading, language: Language) -> Json:
    """A set of incidents against the context of crimes against humanity."""
    return {
        "party": read.party,
        "incidents": list(read.incidents),
        "left_out": [{"incident": id_, "why": why.in_(language)} for id_, why in read.left_out],
        "context": [
            {
                "part": str(line.part),
                "name": line.name.in_(language),
                "value": line.value.word,
                "level": None if line.level is None else line.level.word,
                "why": why_word(line.why),
                "why_said": why_unknown(line.why).in_(language),
                "numbers": line.numbers.in_(language),
                "missing": line.missing.in_(language),
            }
            for line in read.context
        ],
        "act_is_part": read.act_is_part.word,
        "why": why_word(read.why),
        "pack": read.pack_hash,
    }
