"""Values of facts as people note them: "claimed", "80 m", "civil defence + shoppers"."""

from __future__ import annotations

import re

from tawthiq.law.facts import FactValue
from tawthiq.law.pack.fields import Field, unknown_key
from tawthiq.law.vocabulary import FactKind, Takes
from tawthiq.values.both import Both

# What a case says beside facts of the vocabulary.
FREE = (
    "date",
    "period",
    "date_from",
    "date_to",
    "end_date",
    "territory",
    "country",
    "place",
    "location",
    "conflict",
    "conflict_class",
    "classification",
    "alleged_party",
    "attacker",
    "party_type",
    "opposing_state",
    "opposing_party",
    "victims",
    "casualties",
    "evidence",
    "variants",
    "twin",
    "note",
    "notes",
)
_NOT_KNOWN = {"", "unknown", "not known", "not recorded", "n/a", "?", "unclear", "null"}
_DOUBTED = re.compile(
    r"\b(claimed|disputed|contested|alleged|unverified|conflicting|suspected|possible|possibly)\b"
)
_NO = re.compile(r"^(no|none|not|false|never|without)\b")


def loose_value(given: Field, kind: FactKind) -> tuple[FactValue, bool] | None:
    """The value that a note gives and whether it is in doubt; None where it says nothing.

    Raises:
        InputError: The note cannot be a value of this fact.
    """
    if given.is_null or (not given.is_list and given.raw().strip().lower() in _NOT_KNOWN):
        return None
    written = "+".join(item.raw() for item in given.items()) if given.is_list else given.raw()
    doubted = _DOUBTED.search(written.lower()) is not None
    match kind.takes:
        case Takes.FLAG:
            return _flag(written), doubted
        case Takes.NUMBER:
            return _number(given, written, kind), doubted
        case Takes.CHOICE:
            return _choices(given, written, kind), doubted
        case Takes.TEXT:
            return _bare(written), doubted


def _flag(written: str) -> bool:
    """A note beside a flag describes what is there, unless it begins with a no."""
    return _NO.match(written.strip().lower()) is None


def _number(given: Field, written: str, kind: FactKind) -> int:
    found = re.search(r"\d[\d,]*", written)
    if not found or written.strip().startswith("-"):
        raise given.refuse(
            Both(
                f"{kind.key} takes a number, not {written!r}",
                f"{kind.key} يقبل عددًا لا {written!r}",
            )
        )
    return int(found[0].replace(",", ""))


def _choices(given: Field, written: str, kind: FactKind) -> frozenset[str]:
    if written.strip().lower() == "true" and (meant := kind.choice("true")):
        return frozenset([meant])
    parts = [part.strip() for part in re.split(r"[+;|&/,]|\band\b", _bare(written)) if part.strip()]
    found = {choice for part in parts for choice in _choice(part, kind)}
    if not found:
        raise given.refuse(unknown_key(written.strip(), kind.choices))
    return frozenset(found)


def _choice(part: str, kind: FactKind) -> set[str]:
    """The choice that is written, or the longest whose name stands among the words."""
    if exact := kind.choice(part):
        return {exact}
    words = f" {re.sub(r'[^a-z0-9]+', ' ', part.lower()).strip()} "
    names = [
        (name.replace("_", " "), one.key)
        for one in kind.choices.values()
        for name in (one.key, *one.also)
    ]
    for name, key in sorted(names, key=lambda pair: -len(pair[0])):
        if f" {name} " in words or f" {name}s " in words:
            return {key}
    return set()


def _bare(written: str) -> str:
    """Without what stands in brackets: a note on the value."""
    return re.sub(r"\(.*?\)", "", written).strip() or written.strip()
