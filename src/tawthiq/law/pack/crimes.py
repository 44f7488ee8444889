"""Crime files: one file a crime, its elements in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tawthiq.law.crime import Crime, Element, ElementKind, ElementRule
from tawthiq.law.norm import Checked
from tawthiq.law.pack.fields import Field, unknown_key
from tawthiq.law.pack.rules import ElementRules
from tawthiq.values.both import Both


class CrimeFiles:
    """Reads crime files against what the rest of the pack knows."""

    def __init__(
        self,
        rules: ElementRules,
        shared: Mapping[str, ElementRule],
        norms: Collection[str],
        subjects: Collection[str],
        evidence_kinds: Collection[str],
    ) -> None:
        self._rules = rules
        self._shared = shared
        self._norms = norms
        self._subjects = subjects
        self._evidence_kinds = evidence_kinds

    def crime(self, field: Field) -> Crime:
        """One crime."""
        held = field.keyed(
            ("id", "norm", "title", "elements", "citation", "checked"), ("operational", "engages")
        )
        id_ = held["id"].word()
        checked = held["checked"].keyed(("how", "basis"))
        elements = tuple(self._element(id_, item) for item in held["elements"].items())
        self._must_be_in_order(held["elements"], elements)
        return Crime(
            id_,
            self._known(held["norm"], self._norms),
            held["title"].both(),
            elements,
            held["operational"].flag() if "operational" in held else True,
            held["citation"].text(),
            checked["how"].one_of(Checked),
            checked["basis"].text(),
            tuple(self._known(item, self._subjects) for item in held["engages"].items())
            if "engages" in held
            else (),
        )

    def _element(self, crime: str, field: Field) -> Element:
        held = field.keyed(("number", "kind", "words", "rule", "evidence"), ("rests_on",))
        number = held["number"].number()
        return Element(
            number,
            held["kind"].one_of(ElementKind),
            held["words"].both(),
            self._rule(f"{crime}/{number}", held["rule"]),
            tuple(item.number() for item in held["rests_on"].items()) if "rests_on" in held else (),
            tuple(self._known(item, self._evidence_kinds) for item in held["evidence"].items()),
        )

    def _rule(self, id_: str, field: Field) -> ElementRule:
        if field.is_mapping:
            return self._rules.inline(id_, field)
        return self._shared[self._known(field, self._shared)]

    def _must_be_in_order(self, field: Field, elements: tuple[Element, ...]) -> None:
        """Numbers rise, and an element rests only on one that stands before it."""
        numbers = [element.number for element in elements]
        late = [n for one in elements for n in one.rests_on if n not in numbers or n >= one.number]
        if numbers != sorted(set(numbers)) or late:
            raise field.refuse(
                Both(
                    "the elements rise in number, and each rests only on earlier ones",
                    "تتصاعد أرقام الأركان، ولا يستند ركن إلا إلى ما قبله",
                )
            )

    def _known(self, field: Field, known: Collection[str]) -> str:
        if field.raw() not in known:
            raise field.refuse(unknown_key(field.raw(), known))
        return field.raw()
