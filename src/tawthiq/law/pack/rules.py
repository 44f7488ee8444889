"""Rule files: subjects, derivations, inferences, defeaters and the rules of elements."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tawthiq.law.condition import Any, Condition
from tawthiq.law.crime import ElementRule
from tawthiq.law.defeater import Defeater, Part, Stand
from tawthiq.law.derivation import Derivation
from tawthiq.law.inference import Factor, Inference
from tawthiq.law.kleene import Value
from tawthiq.law.pack.conditions import condition, examples, kind_of, value
from tawthiq.law.pack.fields import Field, unknown_key
from tawthiq.law.subject import Subject, Touch
from tawthiq.law.vocabulary import Vocabulary
from tawthiq.values.both import Both

_VALUES = tuple(one.word for one in Value)
_TOUCHES = tuple(str(one) for one in Touch)
_STANDS = tuple(str(one) for one in Stand)
_HOLDS = ("holds", "does_not_hold")


def subjects(field: Field, vocabulary: Vocabulary) -> dict[str, Subject]:
    """What norms are about, by id."""
    read: dict[str, Subject] = {}
    for item in field.items():
        held = item.keyed(("id", "name", "when", "examples"))
        when = condition(held["when"], vocabulary)
        subject = Subject(
            held["id"].word(),
            held["name"].both(),
            when,
            examples(held["examples"], vocabulary, _TOUCHES),
            frozenset(when.keys()),
        )
        if subject.id in read:
            raise held["id"].refuse(
                Both(f"{subject.id!r} stands twice; keep one", f"{subject.id!r} مكرّر؛ أبقِ واحدًا")
            )
        read[subject.id] = subject
    return read


def derivations(field: Field, vocabulary: Vocabulary) -> tuple[Derivation, ...]:
    """What follows from what, in order."""
    read = []
    for item in field.items():
        held = item.keyed(("id", "gives", "when", "because", "examples"))
        [(key, given)] = held["gives"].entries()
        kind = kind_of(key, vocabulary)
        read.append(
            Derivation(
                held["id"].word(),
                (kind.key, value(given, kind)),
                condition(held["when"], vocabulary),
                held["because"].both(),
                examples(held["examples"], vocabulary, _HOLDS),
            )
        )
    return tuple(read)


def inferences(field: Field, vocabulary: Vocabulary) -> dict[str, Inference]:
    """Rules of inference, by id."""
    read = {}
    for item in field.items():
        held = item.keyed(("id", "base", "factors", "unsettled_by", "caution", "examples"))
        one = Inference(
            held["id"].word(),
            _factor(held["base"], vocabulary),
            tuple(_factor(factor, vocabulary) for factor in held["factors"].items()),
            condition(held["unsettled_by"], vocabulary),
            held["caution"].both(),
            examples(held["examples"], vocabulary, _VALUES),
        )
        read[one.id] = one
    return read


def _factor(field: Field, vocabulary: Vocabulary) -> Factor:
    held = field.keyed(("letter", "name", "when", "strong"))
    return Factor(
        held["letter"].text(),
        held["name"].both(),
        condition(held["when"], vocabulary),
        held["strong"].flag(),
    )


def defeaters(field: Field, vocabulary: Vocabulary) -> dict[str, Defeater]:
    """What ends a protection, by id."""
    read = {}
    for item in field.items():
        held = item.keyed(
            ("id", "name", "defeats", "concerns", "parts", "sign", "residual", "note", "examples"),
            ("never_counts",),
        )
        never = held.get("never_counts")
        one = Defeater(
            held["id"].word(),
            held["name"].both(),
            held["defeats"].words(),
            condition(held["concerns"], vocabulary),
            tuple(_part(part, vocabulary) for part in held["parts"].items()),
            condition(held["sign"], vocabulary),
            condition(never, vocabulary) if never else Any(()),
            held["residual"].words(),
            held["note"].both(),
            examples(held["examples"], vocabulary, _STANDS),
        )
        read[one.id] = one
    return read


def _part(field: Field, vocabulary: Vocabulary) -> Part:
    held = field.keyed(("name", "when"))
    return Part(held["name"].both(), condition(held["when"], vocabulary))


class ElementRules:
    """Reads the rules of elements, shared or written at their element."""

    _OPTIONAL = (
        "supports",
        "inference",
        "contradicts",
        "unsettles",
        "asks_a_lawyer",
        "defeaters",
        "needs_party",
        "needs_case_file",
    )

    def __init__(
        self, vocabulary: Vocabulary, inferences: Collection[str], defeaters: Collection[str]
    ) -> None:
        self._vocabulary = vocabulary
        self._inferences = inferences
        self._defeaters = defeaters

    def shared(self, field: Field) -> Mapping[str, ElementRule]:
        """The rules that several elements share, by id."""
        read: dict[str, ElementRule] = {}
        for item in field.items():
            held = item.keyed(("id", "examples"), self._OPTIONAL)
            id_ = held["id"].word()
            if id_ in read:
                raise held["id"].refuse(
                    Both(f"{id_!r} stands twice; keep one", f"{id_!r} مكرّر؛ أبقِ واحدًا")
                )
            read[id_] = self._rule(id_, item, held)
        return read

    def inline(self, id_: str, field: Field) -> ElementRule:
        """A rule that one element alone has."""
        return self._rule(id_, field, field.keyed(("examples",), self._OPTIONAL))

    def _rule(self, id_: str, field: Field, held: Mapping[str, Field]) -> ElementRule:
        if "supports" not in held and "inference" not in held and "asks_a_lawyer" not in held:
            raise field.refuse(
                Both(
                    "nothing supports this; write supports or inference",
                    "لا شيء يدعم هذا؛ اكتب supports أو inference",
                )
            )
        return ElementRule(
            id_,
            self._condition(held, "supports"),
            self._named(held, "inference", self._inferences),
            self._condition(held, "contradicts"),
            self._condition(held, "unsettles"),
            self._condition(held, "asks_a_lawyer"),
            tuple(self._known(item, self._defeaters) for item in held["defeaters"].items())
            if "defeaters" in held
            else (),
            held["needs_party"].flag() if "needs_party" in held else False,
            held["needs_case_file"].flag() if "needs_case_file" in held else False,
            examples(held["examples"], self._vocabulary, _VALUES),
        )

    def _condition(self, held: Mapping[str, Field], name: str) -> Condition | None:
        return condition(held[name], self._vocabulary) if name in held else None

    def _named(self, held: Mapping[str, Field], name: str, known: Collection[str]) -> str:
        return self._known(held[name], known) if name in held else ""

    def _known(self, field: Field, known: Collection[str]) -> str:
        if field.raw() not in known:
            raise field.refuse(unknown_key(field.raw(), known))
        return field.raw()
