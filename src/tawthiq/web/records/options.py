"""The lines of the selects in the filter form, written once for each language and kept.

A case can have hundreds of places; to write them anew for every page would cost more than
the rest of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level
from tawthiq.records.grade import GRADE_NAMES
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.both import Language
from tawthiq.values.kinds import Kinds

MOST_SETTLEMENTS = 400
_INDENT = "\u2003"  # an em space: leading plain spaces are dropped in an option


def kinds(vocabulary: Kinds, chosen: str, language: Language) -> SafeString:
    """A tree as options, narrower words set in under the wider."""
    return _choose(_kinds(vocabulary, language), chosen)


def grades(chosen: str, language: Language) -> SafeString:
    return _choose(_grades(language), chosen)


def places(codes: tuple[str, ...], chosen: str, language: Language) -> SafeString:
    """The places in which the incidents of a case lie, the larger levels first.

    Settlements are left out where they are too many; words find those.
    """
    written = _places(codes, gazetteer(), language)
    if chosen and f'value="{escape(chosen)}"' not in written:
        name = gazetteer().place(chosen).name.in_(language)
        written = format_html('<option value="{}">{}</option>', chosen, name) + written
    return _choose(written, chosen)


def _choose(written: SafeString, chosen: str) -> SafeString:
    """Mark the chosen option; values are keys and codes, which hold no markup."""
    if not chosen:
        return written
    value = f'value="{escape(chosen)}"'
    return mark_safe(written.replace(value, f"{value} selected", 1))


@lru_cache(maxsize=16)
def _kinds(vocabulary: Kinds, language: Language) -> SafeString:
    return _options(
        (key, _INDENT * depth + vocabulary[key].name.in_(language))
        for key, depth in _down(vocabulary, "", 0)
    )


@lru_cache(maxsize=4)
def _grades(language: Language) -> SafeString:
    names = ((grade.value, name.in_(language)) for grade, name in GRADE_NAMES.items())
    return _options((key, name[:1].upper() + name[1:]) for key, name in names)


@lru_cache(maxsize=16)
def _places(codes: tuple[str, ...], known: Gazetteer, language: Language) -> SafeString:
    wanted = set(codes)
    held = [place for place in known.places() if place.code in wanted]
    groups = []
    for level in list(Level)[1:]:
        of_level = [(p.code, p.name.in_(language)) for p in held if p.level is level]
        if of_level and not (level is Level.SETTLEMENT and len(of_level) > MOST_SETTLEMENTS):
            said = level.said.in_(language)
            options = _options(sorted(of_level, key=lambda pair: pair[1]))
            groups.append((said[:1].upper() + said[1:], options))
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', groups)


def _options(pairs: Iterable[tuple[str, str]]) -> SafeString:
    return format_html_join("", '<option value="{}">{}</option>', pairs)


def _down(vocabulary: Kinds, parent: str, depth: int) -> Iterator[tuple[str, int]]:
    for key in vocabulary:
        if vocabulary[key].parent == parent:
            yield key, depth
            yield from _down(vocabulary, key, depth + 1)
