"""Conditions and examples as they are written in rule files.

    when:
      all_of:
        - {key: attack_occurred, is: true}
        - any_of: [{key: object_status, in: ["@medical"]}, {key: victim_status, in: [medical]}]
      unless: {key: military_objective_present, is: true}

A word with ``@`` names a group of choices of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tawthiq.law.condition import All, Any, Compare, Condition, FactTest, Unless
from tawthiq.law.example import Example, contested, corroborated, thin
from tawthiq.law.facts import FactValue, Standing
from tawthiq.law.pack.fields import Field, unknown_key
from tawthiq.law.vocabulary import FactKind, Takes, Vocabulary
from tawthiq.values.both import Both

_JOINERS = ("all_of", "any_of", "unless")
_COMPARES = tuple(str(compare.value) for compare in Compare)


def condition(field: Field, vocabulary: Vocabulary) -> Condition:
    """Read a condition."""
    keys = {key.raw() for key, _ in field.entries()}
    if "key" in keys:
        return _test(field, vocabulary)
    held = field.keyed(optional=_JOINERS)
    parts: list[Condition] = []
    if "all_of" in held:
        parts.extend(condition(item, vocabulary) for item in held["all_of"].items())
    if "any_of" in held:
        parts.append(Any(tuple(condition(item, vocabulary) for item in held["any_of"].items())))
    if "unless" in held:
        parts.append(Unless(condition(held["unless"], vocabulary)))
    if not parts:
        raise field.refuse(
            Both(
                "a condition without a part; write key, all_of, any_of or unless",
                "شرط بلا جزء؛ اكتب key أو all_of أو any_of أو unless",
            )
        )
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _test(field: Field, vocabulary: Vocabulary) -> FactTest:
    held = field.keyed(("key",), (*_COMPARES, "well_seen"))
    kind = kind_of(held["key"], vocabulary)
    compares = [name for name in _COMPARES if name in held]
    if len(compares) != 1:
        raise field.refuse(
            Both(
                f"a test compares once; write one of {', '.join(_COMPARES)}",
                f"الاختبار يقارن مرة واحدة؛ اكتب واحدًا من {', '.join(_COMPARES)}",
            )
        )
    compare = Compare(compares[0])
    wanted = _wanted(held[compares[0]], compare, kind)
    well_seen = held["well_seen"].flag() if "well_seen" in held else False
    return FactTest(kind.key, compare, wanted, well_seen)


def _wanted(field: Field, compare: Compare, kind: FactKind) -> FactValue:
    if compare is Compare.SAID:
        return field.flag()
    if compare in (Compare.IN, Compare.ONLY_IN, Compare.NOT_IN):
        return _choices(field, kind)
    if compare in (Compare.AT_LEAST, Compare.AT_MOST):
        _must_take(field, kind, Takes.NUMBER)
        return field.number()
    return value(field, kind)


def _must_take(field: Field, kind: FactKind, takes: Takes) -> None:
    if kind.takes is not takes:
        raise field.refuse(
            Both(
                f"{kind.key} takes a {kind.takes}, not a {takes}",
                f"{kind.key} يقبل {kind.takes} لا {takes}",
            )
        )


def _choices(field: Field, kind: FactKind) -> frozenset[str]:
    _must_take(field, kind, Takes.CHOICE)
    chosen: set[str] = set()
    for item in field.items():
        written = item.text()
        if written.startswith("@"):
            group = kind.group(written[1:])
            if not group:
                raise item.refuse(
                    Both(f"{kind.key} has no group {written}", f"ليس لـ{kind.key} مجموعة {written}")
                )
            chosen |= group
        elif written in kind.choices:
            chosen.add(written)
        else:
            raise item.refuse(unknown_key(written, kind.choices))
    return frozenset(chosen)


def kind_of(field: Field, vocabulary: Vocabulary) -> FactKind:
    """The kind of fact that a key names; an unknown key is refused."""
    written = field.raw()
    if written not in vocabulary:
        raise field.refuse(unknown_key(written, vocabulary))
    return vocabulary[written]


def value(field: Field, kind: FactKind) -> FactValue:
    """The value of a fact, of the type that its kind takes."""
    match kind.takes:
        case Takes.FLAG:
            return field.flag()
        case Takes.NUMBER:
            number = field.number()
            if number < 0:
                raise field.refuse(
                    Both(
                        f"{kind.key} cannot be {number}; write 0 or more",
                        f"لا يمكن أن يكون {kind.key} {number}؛ اكتب 0 أو أكثر",
                    )
                )
            return number
        case Takes.TEXT:
            return field.text()
        case Takes.CHOICE:
            items = field.items() if field.is_list else [field]
            if not items:
                raise field.refuse(
                    Both("the list is empty; leave the fact out", "القائمة فارغة؛ احذف المعطى")
                )
            return frozenset(_choice(item, kind) for item in items)


def _choice(field: Field, kind: FactKind) -> str:
    chosen = kind.choice(field.text())
    if chosen is None:
        raise field.refuse(unknown_key(field.raw(), kind.choices))
    return chosen


def examples(field: Field, vocabulary: Vocabulary, words: tuple[str, ...]) -> tuple[Example, ...]:
    """The examples of a rule; what each says must be one of the rule's words."""
    read = []
    for item in field.items():
        held = item.keyed(("name", "facts", "then"))
        then = held["then"].raw()
        if then not in words:
            raise held["then"].refuse(unknown_key(then, words))
        read.append(Example(held["name"].text(), _standings(held["facts"], vocabulary), then))
    return tuple(read)


_STANDINGS: dict[str, Callable[[str, FactValue], Standing]] = {
    "contested": contested,
    "thin": thin,
}


def _standings(field: Field, vocabulary: Vocabulary) -> Mapping[str, Standing]:
    held = {}
    for key, given in field.entries():
        kind = kind_of(key, vocabulary)
        if given.is_mapping:
            [(how, inner)] = given.keyed(optional=tuple(_STANDINGS)).items()
            held[kind.key] = _STANDINGS[how](kind.key, value(inner, kind))
        else:
            held[kind.key] = corroborated(kind.key, value(given, kind))
    return held
