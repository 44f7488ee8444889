"""Facts as readers see them: a name, a value, and what carries it, in both languages."""

from __future__ import annotations

from tawthiq.law.facts import FactValue, Standing
from tawthiq.law.vocabulary import FactKind
from tawthiq.law.wording import why_unknown
from tawthiq.values.both import Both, joined

_YES, _NO = Both("yes", "نعم"), Both("no", "لا")
_AND = Both(", ", "، ")


def value_said(kind: FactKind, value: FactValue) -> Both:
    """A value in words."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, frozenset):
        named = [kind.choices[key].name for key in kind.choices if key in value]
        return joined(named, _AND)
    return Both.same(str(value))


def fact_said(kind: FactKind, standing: Standing | None) -> Both:
    """A fact, its value and how far it is carried, or that nobody recorded it."""
    if standing is None:
        return kind.name + Both(": not recorded", ": غير مسجل")
    value = value_said(kind, standing.value)
    if standing.level is not None:
        carried = standing.level.name_said
    else:
        carried = Both("unknown: ", "غير معروف: ") + why_unknown(standing.why)
    return joined(
        [kind.name, Both(": ", ": "), value, Both(" (", " ("), carried, Both.same(")")], ""
    )
