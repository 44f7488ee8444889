"""Every check, in the order of its family; a new one is a module and a line here."""

from __future__ import annotations

from tawthiq.statements.checks import (
    allegations,
    arithmetic,
    attribution_split,
    certainty,
    counting_terms,
    demands,
    guilt,
    loaded_words,
    names,
    one_sidedness,
    source_figures,
    terms,
    times,
    unsourced,
    windows_of_figures,
)
from tawthiq.statements.checks.interface import Check
from tawthiq.values.both import Both

CHECKS: tuple[Check, ...] = (
    source_figures.CHECK,
    attribution_split.CHECK,
    windows_of_figures.CHECK,
    arithmetic.CHECK,
    counting_terms.CHECK,
    unsourced.CHECK,
    names.CHECK,
    times.CHECK,
    allegations.CHECK,
    certainty.CHECK,
    guilt.CHECK,
    loaded_words.CHECK,
    one_sidedness.CHECK,
    demands.CHECK,
    terms.CHECK,
)

NOT_IN_THIS_VERSION: tuple[Both, ...] = (
    Both("law (family L): not in this version", "القانون (الفئة L): ليس في هذا الإصدار"),
    Both(
        "forums and addressees of demands (family F): not in this version",
        "جهات الاختصاص والمخاطَبون بالمطالب (الفئة F): ليست في هذا الإصدار",
    ),
    Both(
        "personal data, non-refoulement, children’s framework, stale actors (W05 to W07, N11):"
        " not in this version",
        "البيانات الشخصية وعدم الإعادة القسرية وإطار الأطفال وتقادم الجهات (W05 إلى W07 وN11):"
        " ليست في هذا الإصدار",
    ),
    Both(
        "the same numbers and norms in the Arabic and the English edition: not in this version",
        "تطابق الأرقام والقواعد بين النصين العربي والإنكليزي: ليس في هذا الإصدار",
    ),
)
"""What a reader might expect and nobody looked at."""
