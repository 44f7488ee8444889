"""What number we hold where sources disagree, and by which stated strategy.

The published answers differ: Every Casualty (Standards for Casualty Recording, p. 25)
prints the range; Airwars leads with the minimum; UCDP GED gives low, best and high,
best being the most likely. We keep each as a strategy that a reader can look up, and
say beside every range which was taken and which claims were not used, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tawthiq.claims.claim import Claim
from tawthiq.claims.group import Group
from tawthiq.claims.independence import Origin, independent
from tawthiq.claims.toll import Harm
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany


class Unused(StrEnum):
    """Why a claim's number is not in the range."""

    EARLIER_VERSION = "earlier-version"
    """The same voice gave another number later."""
    COMPILATION = "compilation"
    """It counts the other sources' reports again."""
    COVERS_MORE = "covers-more"
    """Its one figure is for several places or incidents, and is not split."""
    SILENT = "silent"
    """It gives no such number."""


UNUSED_IN_WORDS: dict[Unused, Both] = {
    Unused.EARLIER_VERSION: Both(
        "the same source gave another number later", "أعطى المصدر نفسه رقمًا آخر لاحقًا"
    ),
    Unused.COMPILATION: Both(
        "a compilation counts the other sources again",
        "مصدر تجميعي يعدّ المصادر الأخرى مرة ثانية",
    ),
    Unused.COVERS_MORE: Both(
        "one figure for more than this incident; it is not split",
        "رقم واحد لأكثر من هذه الواقعة، ولا يُجزّأ",
    ),
    Unused.SILENT: Both("gives no such number", "لا يذكر رقمًا كهذا"),
}


@dataclass(frozen=True, slots=True)
class Strategy:
    """A published rule that turns several voices into one range.

    Attributes:
        key: As stored.
        words: For readers, with the source of the rule.
        settle: From the numbers of independent voices (never empty) to the range.
    """

    key: str
    words: Both
    settle: Callable[[tuple[HowMany, ...]], HowMany]


@dataclass(frozen=True, slots=True)
class Range:
    """The number we hold of one harm to one group in one incident.

    Attributes:
        how_many: None where no claim gives one.
        used: Codes of the claims whose numbers made it, by origin key.
        unused: Codes of the others, with the reason.
    """

    harm: Harm
    group: Group
    how_many: HowMany | None
    strategy: Strategy
    used: Mapping[str, str]
    unused: Mapping[str, Unused]


def widest(numbers: tuple[HowMany, ...]) -> HowMany:
    """From the least to the most that any voice says; best is the middle of the voices.

    "At least 40" from one voice does not open the range upwards: the high end is the
    largest number that anybody said. "Up to 40" commits to no least, and so has no say
    in what is best; where it stays below the least of the others, no least is held.
    """
    return HowMany(_lowest(numbers), _middle(numbers), max(map(_most, numbers)))


def minimum(numbers: tuple[HowMany, ...]) -> HowMany:
    """The least that any voice says leads; the rest stays beside it as the high end."""
    low = _lowest(numbers)
    return HowMany(low, low, max(map(_most, numbers)))


EVERY_CASUALTY = Strategy(
    "range",
    Both(
        "the lowest to the highest last figure of independent sources; best is the middle one "
        "(range: Every Casualty, Standards for Casualty Recording, p. 25)",
        "من أدنى إلى أعلى آخر رقم لدى المصادر المستقلة؛ والأرجح أوسطها "
        "(المجال: معايير تسجيل الإصابات، Every Casualty، ص 25)",
    ),
    widest,
)
AIRWARS_MINIMUM = Strategy(
    "minimum",
    Both(
        "the lowest last figure of independent sources leads (Airwars methodology)",
        "أدنى آخر رقم لدى المصادر المستقلة هو المعتمد (منهجية Airwars)",
    ),
    minimum,
)


def likeliest(numbers: tuple[HowMany, ...]) -> HowMany:
    """The number in the middle, between ends without the outer quarter of voices."""
    if len(numbers) < 3:
        return minimum(numbers)
    lows, highs = sorted(_committed(numbers)), sorted(map(_most, numbers))
    high = highs[-1 - len(highs) // 4]
    low = min(lows[len(lows) // 4], high) if lows else None
    return HowMany(low, min(max(_middle(numbers), low or 0), high), high)


UCDP_BEST = Strategy(
    "best",
    Both(
        "the middle figure of independent sources is best; the outer quarter on either side "
        "is not held reliable; with fewer than three sources the lowest is best "
        "(after UCDP GED codebook: best is the most likely, and cautious)",
        "الأرجح أوسط أرقام المصادر المستقلة، ولا يُعتمد الربع الأبعد من كل جانب؛ "
        "وعند أقل من ثلاثة مصادر يُعتمد الأدنى (وفق دليل UCDP GED)",
    ),
    likeliest,
)
STRATEGIES: Mapping[str, Strategy] = {
    strategy.key: strategy for strategy in (EVERY_CASUALTY, AIRWARS_MINIMUM, UCDP_BEST)
}


def settle(
    voices: Iterable[Origin],
    harm: Harm,
    group: Group,
    *,
    by: Strategy = EVERY_CASUALTY,
    covering_more: frozenset[str] = frozenset(),
) -> Range:
    """Settle one harm to one group from the last number of each independent voice.

    Args:
        covering_more: Codes of claims whose one figure is for more than this incident.
    """
    voices = tuple(voices)
    said = {voice.key: _numbers(voice, harm, group, covering_more) for voice in voices}
    counted = independent(voice for voice in voices if said[voice.key])
    used = {voice.key: list(said[voice.key])[-1] for voice in counted}
    numbers = tuple(said[key][code] for key, code in used.items())
    unused = {
        claim.code: _why_not(claim, voice, used, harm, group, covering_more)
        for voice in voices
        for claim in voice.claims
        if used.get(voice.key) != claim.code
    }
    held = _keeping_words(by.settle(numbers), numbers) if numbers else None
    return Range(harm, group, held, by, used, unused)


def _keeping_words(held: HowMany, numbers: tuple[HowMany, ...]) -> HowMany:
    """The range with the words that all its numbers share and the rules that made any."""
    words = {number.words for number in numbers}
    rules = (rule for number in numbers for rule in number.rule.split("; ") if rule)
    return replace(
        held, words=words.pop() if len(words) == 1 else "", rule="; ".join(dict.fromkeys(rules))
    )


def _numbers(
    voice: Origin, harm: Harm, group: Group, covering_more: frozenset[str]
) -> dict[str, HowMany]:
    """What a voice says of it, by claim, in the order it was said."""
    return {
        claim.code: number
        for claim in voice.claims
        if claim.code not in covering_more and (number := _said(claim, harm, group))
    }


def _said(claim: Claim, harm: Harm, group: Group) -> HowMany | None:
    tolls = (toll for toll in claim.tolls if toll.harm is harm and toll.group == group)
    return next((toll.how_many for toll in tolls), None)


def _why_not(
    claim: Claim,
    voice: Origin,
    used: Mapping[str, str],
    harm: Harm,
    group: Group,
    covering_more: frozenset[str],
) -> Unused:
    if _said(claim, harm, group) is None:
        return Unused.SILENT
    if claim.code in covering_more:
        return Unused.COVERS_MORE
    return Unused.EARLIER_VERSION if voice.key in used else Unused.COMPILATION


def _committed(numbers: Iterable[HowMany]) -> list[int]:
    """The least each voice commits to, where it does."""
    leasts = (n.low if n.low is not None else n.best for n in numbers)
    return [least for least in leasts if least is not None]


def _lowest(numbers: tuple[HowMany, ...]) -> int | None:
    """The least that a voice commits to, unless another says that it was fewer."""
    least = min(_committed(numbers), default=None)
    return least if least is not None and least <= min(map(_most, numbers)) else None


def _most(number: HowMany) -> int:
    return next(n for n in (number.high, number.best, number.low) if n is not None)


def _middle(numbers: tuple[HowMany, ...]) -> int:
    """The headline in the middle; of an even number, the lower of the two (caution)."""
    committed = [n for n in numbers if _committed([n])] or numbers
    return sorted(n.headline for n in committed)[(len(committed) - 1) // 2]
