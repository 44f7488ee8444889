"""Values of facts as people write them, held against what their kind takes.

A value that a kind does not take is refused with what it takes; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping

from tawthiq.errors import InputError
from tawthiq.law.facts import FactValue
from tawthiq.law.pack.fields import unknown_key
from tawthiq.law.verdicts import verdict_in
from tawthiq.law.vocabulary import FactKind, Takes, Vocabulary
from tawthiq.values.both import Both

_YES, _NO = ("yes", "true", "نعم"), ("no", "false", "لا")
LONGEST = 2_000  # characters of a text; house choice


def kind_named(key: str, vocabulary: Vocabulary) -> FactKind:
    """The kind of fact of a key, in any of its spellings.

    Raises:
        InputError: The vocabulary has none; the message gives the nearest.
    """
    if key not in vocabulary:
        said = unknown_key(key, vocabulary)
        raise InputError(said.en, said.ar)
    return vocabulary[key]


def value_written(kind: FactKind, written: str) -> FactValue:
    """The value that a person wrote: ``yes``, ``12``, ``hospital, clinic``, or words.

    Raises:
        InputError: The kind does not take it.
    """
    text = written.strip()
    match kind.takes:
        case Takes.FLAG:
            folded = text.casefold()
            return folded in _YES if folded in (*_YES, *_NO) else _refuse(kind, text)
        case Takes.NUMBER:
            return int(text) if text.isdecimal() else _refuse(kind, text)
        case Takes.CHOICE:
            parts = text.replace("،", ",").split(",")
            return value_held(kind, frozenset(part.strip() for part in parts if part.strip()))
        case Takes.TEXT:
            return value_held(kind, text)


def value_held(kind: FactKind, value: FactValue) -> FactValue:
    """A value once it is sure that its kind takes it, choices by their keys.

    Raises:
        InputError: It does not.
    """
    if isinstance(value, bool) or kind.takes is Takes.FLAG:
        return (
            value if isinstance(value, bool) and kind.takes is Takes.FLAG else _refuse(kind, value)
        )
    if isinstance(value, int):
        return value if kind.takes is Takes.NUMBER and value >= 0 else _refuse(kind, value)
    if isinstance(value, frozenset):
        return frozenset(_choice(kind, one) for one in value) or _refuse(kind, value)
    if kind.takes is Takes.CHOICE:
        return frozenset([_choice(kind, value)])
    if kind.takes is Takes.TEXT and value.strip() and len(value) <= LONGEST:
        return _text(kind, value.strip())
    return _refuse(kind, value)


def _text(kind: FactKind, text: str) -> str:
    if word := verdict_in(text):
        raise InputError(
            f"{kind.key}: {word!r} is a word of judgment, which only a court speaks; "
            "say it otherwise",
            f"{kind.key}: {word!r} كلمة حكم لا تقولها إلا محكمة؛ اكتبها بعبارة أخرى",
        )
    return text


def _choice(kind: FactKind, written: str) -> str:
    chosen = kind.choice(written) if kind.takes is Takes.CHOICE else None
    if chosen is None:
        said = unknown_key(written, kind.choices)
        raise InputError(f"{kind.key}: {said.en}", f"{kind.key}: {said.ar}")
    return chosen


_TAKEN: Mapping[Takes, Both] = {
    Takes.FLAG: Both("yes or no", "نعم أو لا"),
    Takes.NUMBER: Both("a whole number, 0 or more", "عددًا صحيحًا، ٠ أو أكثر"),
    Takes.CHOICE: Both("one or more of its words", "كلمة أو أكثر من كلماته"),
    Takes.TEXT: Both("a text", "نصًا"),
}


def _refuse(kind: FactKind, value: object) -> FactValue:
    taken = _TAKEN[kind.takes]
    shown = str(value)[:40]
    raise InputError(
        f"{kind.key} takes {taken.en}, not {shown!r}; correct the value",
        f"{kind.key} يقبل {taken.ar} لا {shown!r}؛ صحّح القيمة",
    )
