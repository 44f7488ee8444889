"""Every check, in the order of its family; a new one is a module and a line here."""

from __future__ import annotations

from tawthiq.statements.checks import (
    allegations,
    arithmetic,
    attribution_split,
    certainty,
    counting_terms,
    demands,
    frameworks,
    guilt,
    loaded_words,
    names,
    one_sidedness,
    personal_data,
    source_figures,
    terms,
    times,
    unsourced,
    windows_of_figures,
)
from tawthiq.statements.checks.forums import (
    charter,
    defendants,
    enforceable,
    mechanisms,
    powers,
    referral,
)
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.law import (
    applicable,
    banned_weapons,
    contradictory,
    crime_family,
    displacement,
    garbled,
    in_force,
    special_protection,
    strength,
    war_crimes,
    zones,
)
from tawthiq.values.both import Both

CHECKS: tuple[Check, ...] = (
    applicable.CHECK,
    garbled.CHECK,
    in_force.CHECK,
    banned_weapons.CHECK,
    war_crimes.CHECK,
    contradictory.CHECK,
    applicable.LETTERS,
    crime_family.CHECK,
    displacement.CHECK,
    strength.CHECK,
    special_protection.CHECK,
    zones.CHECK,
    referral.CHECK,
    defendants.CHECK,
    charter.CHECK,
    powers.CHECK,
    mechanisms.CHECK,
    enforceable.CHECK,
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
    personal_data.CHECK,
    frameworks.RETURN,
    frameworks.CHILDREN,
    terms.CHECK,
)

NOT_IN_THIS_VERSION: tuple[Both, ...] = (
    Both(
        "whether each incident of the text is qualified and its elements supported: not in this"
        " version",
        "هل كُيّفت كل واقعة في النص وأُسندت أركانها: ليس في هذا الإصدار",
    ),
    Both(
        "stale actors (N11), and personal data other than minors, positions and telephones: not in"
        " this version",
        "تقادم الجهات (N11)، والبيانات الشخصية غير القاصرين والمواضع والهواتف: ليست في هذا الإصدار",
    ),
    Both(
        "the same numbers and norms in the Arabic and the English edition: not in this version",
        "تطابق الأرقام والقواعد بين النصين العربي والإنكليزي: ليس في هذا الإصدار",
    ),
)
"""What a reader might expect and nobody looked at."""
