"""What words make of a number: "at least", "more than", "dozens"; every rule where one can see it.

A quantity that a rule has made carries the name of the rule, and ``explained`` says to a
reader what the rule is and who made it. Numbers that were said as numbers need no rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.values.both import Both, joined
from tawthiq.values.how_many import HowMany
from tawthiq.values.levelled import levelled


class Hedge(StrEnum):
    """What somebody says about a number to commit to less than the number."""

    NONE = ""
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "up to"
    FEWER_THAN = "fewer than"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class HedgeRule:
    """The words of one hedge, and what they commit to.

    Attributes:
        before: Words in front of the number.
        after: Words behind it ("or more").
        means: What is made of the number, for a reader.
    """

    hedge: Hedge
    before: tuple[str, ...]
    after: tuple[str, ...]
    means: Both


# House choice, as plain speech has it. "More than 530" of whole things is at least 531.
# "Nearly 300" is read as "about 300": it is said of numbers that are not exactly known,
# and nobody who says it means to exclude 300.
HEDGES: tuple[HedgeRule, ...] = (
    HedgeRule(
        Hedge.AT_LEAST,
        (
            *("at least", "no fewer than", "not fewer than", "no less than", "not less than"),
            *("a minimum of", "minimum of", "minimum", "at the very least", "≥", ">="),
            *("ما لا يقل عن", "بما لا يقل عن", "لا يقل عن", "لا تقل عن", "على الأقل", "ليس أقل من"),
        ),
        ("or more", "and more", "+", "على الأقل", "فأكثر", "أو أكثر"),
        Both("at least the number said", "العدد المذكور على الأقل"),
    ),
    HedgeRule(
        Hedge.MORE_THAN,
        (
            *("more than", "over", "well over", "just over", "upwards of", "in excess of"),
            *("exceeding", "greater than", ">", "أكثر من", "ما يزيد على", "ما يزيد عن"),
            *("يزيد على", "يزيد عن", "أزيد من", "ما ينوف على", "ما يربو على", "تجاوز"),
        ),
        (),
        Both(
            "at least one more than the number said, as only whole things are counted",
            "العدد المذكور زائد واحد على الأقل، لأن المعدود لا يتجزأ",
        ),
    ),
    HedgeRule(
        Hedge.AT_MOST,
        (
            *("up to", "as many as", "at most", "no more than", "not more than", "a maximum of"),
            *("maximum of", "maximum", "≤", "<=", "ما لا يزيد على", "ما لا يزيد عن", "لا يتجاوز"),
            *("ما يصل إلى", "على الأكثر", "كحد أقصى"),
        ),
        ("or fewer", "or less", "على الأكثر", "كحد أقصى", "أو أقل"),
        Both("at most the number said", "العدد المذكور على الأكثر"),
    ),
    HedgeRule(
        Hedge.FEWER_THAN,
        ("fewer than", "less than", "under", "just under", "<", "أقل من", "ما يقل عن", "دون"),
        (),
        Both(
            "at most one less than the number said, as only whole things are counted",
            "العدد المذكور ناقص واحد على الأكثر، لأن المعدود لا يتجزأ",
        ),
    ),
    HedgeRule(
        Hedge.ABOUT,
        (
            *("about", "around", "approximately", "roughly", "some", "an estimated", "estimated"),
            *("nearly", "almost", "close to", "circa", "ca.", "c.", "approx.", "approx", "~", "≈"),
            *("in the region of", "نحو", "حوالي", "قرابة", "زهاء", "ما يقارب", "ما يقرب من"),
            *("تقريبا", "يقدر ب", "ما يقدر ب", "بحدود"),
        ),
        ("or so", "تقريبا"),
        Both("the number said, with no end on either side", "العدد المذكور من دون حدّ أدنى أو أعلى"),
    ),
)

ACLED = Both("ACLED codebook", "دليل ترميز مشروع أكليد (ACLED)")
HOUSE = Both("house choice", "اختيار القائمين على توثيق")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A word for a quantity, and the ends that are made of it.

    Attributes:
        name: What ``HowMany.rule`` says.
        words: As they are said, in English and in Arabic.
        low: The least it is taken to mean; no most is ever made of such a word.
        source: Whose rule it is.
    """

    name: str
    words: tuple[str, ...]
    low: int
    source: Both

    def how_many(self, words: str) -> HowMany:
        return HowMany(self.low, None, None, words, self.name)


# ACLED counts the lowest number that the word allows in its reading; so do we, as a
# least. House choices follow the same thought.
CONVERSIONS: tuple[Conversion, ...] = (
    Conversion("tens", ("tens", "عشرات", "العشرات"), 10, ACLED),
    Conversion("dozens", ("dozens",), 12, ACLED),
    Conversion("hundreds", ("hundreds", "مئات", "المئات", "مئآت"), 100, ACLED),
    Conversion("a couple", ("a couple", "couple of"), 2, HOUSE),
    Conversion("a few", ("a few", "a handful", "بضع", "بضعة"), 3, HOUSE),
    Conversion("several", ("several", "عدة"), 3, HOUSE),
    Conversion("scores", ("scores of",), 20, HOUSE),
    Conversion("several dozen", ("several dozen", "a few dozen"), 24, HOUSE),
    Conversion("several hundred", ("several hundred", "a few hundred", "بضع مئات"), 200, HOUSE),
    Conversion(
        "several thousand", ("several thousand", "a few thousand", "بضعة آلاف"), 2000, HOUSE
    ),
    Conversion("thousands", ("thousands", "آلاف", "الآلاف"), 1_000, HOUSE),
    Conversion("tens of thousands", ("tens of thousands", "عشرات الآلاف"), 10_000, HOUSE),
    Conversion("hundreds of thousands", ("hundreds of thousands", "مئات الآلاف"), 100_000, HOUSE),
    Conversion("millions", ("millions", "ملايين", "الملايين"), 1_000_000, HOUSE),
)
DOZEN = "dozen"
"""The rule by which "two dozen" is about 24: it is said of what nobody counted exactly."""

CONVERSION_OF = {levelled(words): rule for rule in CONVERSIONS for words in rule.words}
HEDGE_BEFORE = {levelled(words): rule.hedge for rule in HEDGES for words in rule.before}
HEDGE_AFTER = {levelled(words): rule.hedge for rule in HEDGES for words in rule.after}


def explained(rule: str) -> Both:
    """What the rules in ``HowMany.rule`` do, in a sentence each; empty for no rule.

    Raises:
        ValueError: No rule of ours bears this name.
    """
    return joined((_explained(name) for name in rule.split("; ") if name), "; ")


def _explained(name: str) -> Both:
    for conversion in CONVERSIONS:
        if conversion.name == name:
            return _sentence(
                conversion.words,
                Both(f"at least {conversion.low:,}", f"{conversion.low:,} على الأقل"),
                conversion.source,
            )
    for hedge in HEDGES:
        if hedge.hedge == name:
            return _sentence((*hedge.before[:1], hedge.before[-1]), hedge.means, HOUSE)
    if name == DOZEN:
        return _sentence(("a dozen",), Both("about 12", "نحو 12"), HOUSE)
    raise ValueError(f"no rule {name!r} makes numbers of words")


def _sentence(words: tuple[str, ...], means: Both, source: Both) -> Both:
    english = words[0]
    arabic = next((word for word in words if not word.isascii()), english)
    return Both(
        f"“{english}” is read as {means.en} ({source.en})",
        f"تُقرأ «{arabic}» على أنها {means.ar} ({source.ar})",
    )


def hedged(number: int, hedge: Hedge, words: str) -> HowMany | None:
    """A number with its hedge; None for "fewer than 0"."""
    match hedge:
        case Hedge.AT_LEAST:
            return HowMany.at_least(number, words)
        case Hedge.MORE_THAN:
            return HowMany(number + 1, None, None, words, Hedge.MORE_THAN.value)
        case Hedge.AT_MOST:
            return HowMany.at_most(number, words)
        case Hedge.FEWER_THAN:
            return HowMany(None, None, number - 1, words, hedge.value) if number else None
        case Hedge.ABOUT:
            return HowMany.about(number, words)
        case Hedge.NONE:
            return HowMany.exactly(number, words)
