"""What the claims on its incident make of a number, as the text gives it: with or without a source.

A number that a cited source gave is right as that source's, however many others differ; a
number that the text gives on nobody's authority is held against all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.statements.checks.incident_tolls import Judged, Stand, hull, judge
from tawthiq.statements.checks.incidents import Whereabouts
from tawthiq.statements.reading.reading import Cited, Mention, Reading, Scene
from tawthiq.values.how_many import HowMany


class Fault(StrEnum):
    """What there is to say of a number of one incident."""

    NONE = "none"
    NOT_HELD = "not-held"
    """The case knows no such incident, or no such number of it: nothing was compared."""
    WRONG = "wrong"
    """Beyond everything that anybody says, or the number of something else."""
    NOT_THEIRS = "not-theirs"
    """The source that the text cites gives another number."""
    NOBODY_SAYS = "nobody-says"
    """Among the numbers that are said, and none of them."""
    LEFT_OUT = "left-out"
    """Only claims that our range leaves out say it."""
    ONE_END = "one-end"
    """The highest or the lowest of disagreeing numbers, given as if it were everybody's."""
    UNHEARD = "unheard"
    """Cited to somebody of whom the case holds no claim here, and other than all it holds."""
    UNDECIDED = "undecided"
    """Several incidents can be meant, and it fits none of them."""


@dataclass(frozen=True, slots=True)
class OfIncident:
    """A number of one incident and what there is to say of it.

    Attributes:
        judged: The number beside each incident that can be meant.
        cited: Whom its sentence cites, where that matters.
    """

    mention: Mention
    fault: Fault
    judged: tuple[Judged, ...] = ()
    cited: Cited | None = None

    @property
    def is_compared(self) -> bool:
        return self.fault is not Fault.NOT_HELD


def of_incident(
    reading: Reading, whereabouts: Whereabouts, mention: Mention, *, is_total: bool
) -> OfIncident | None:
    """Hold a number against the incident that it is of; None where it is of none.

    Args:
        is_total: Whether the case knows the number as a total of a period: then only a day
            and a place in its own sentence make it a number of an incident.
    """
    scene = mention.scene
    if scene is None or mention.again:
        return None
    meant = whereabouts.meant(scene)
    if not meant and not (scene.places and scene.days):
        return None
    judged = tuple(judge(mention, incident) for incident in meant)
    told = tuple(each for each in judged if each.stand is not Stand.UNKNOWN)
    if not told:
        return OfIncident(mention, Fault.NOT_HELD)
    fault, cited = _fault(reading, mention, told)
    if fault in _DISAGREEING:
        if _is_far(mention, scene, told, is_total=is_total):
            return OfIncident(mention, Fault.NOT_HELD)
        if len(told) < len(judged) or _fits_beside(whereabouts, mention, scene, told):
            fault = Fault.NONE
    return OfIncident(mention, fault, told, cited)


_DISAGREEING = (Fault.WRONG, Fault.NOT_THEIRS, Fault.NOBODY_SAYS, Fault.UNHEARD, Fault.UNDECIDED)
_FACTOR, _FAR = 3, 50
"""A number whose place or day stands in another sentence, and that is somebody's total or larger
than anybody's by more than this factor, and in any case by more than so many, is taken to be of
something else: house choice."""


def _is_far(mention: Mention, scene: Scene, told: Sequence[Judged], *, is_total: bool) -> bool:
    """Whether the number only follows a place and a day, and is by its size of something else."""
    if scene.sentences == {mention.sentence}:
        return False
    most = max(_most(each.held) for each in told)
    number = mention.how_many.headline
    return number > most + _FAR and (is_total or number > _FACTOR * most)


def _most(number: HowMany) -> int:
    return number.headline if number.high is None else number.high


def _fits_beside(
    whereabouts: Whereabouts, mention: Mention, scene: Scene, told: Sequence[Judged]
) -> bool:
    """Whether it is right of another place or day that the sentence names: which number
    belongs to which place is not always read."""
    meant = {each.incident.code for each in told}
    others = (i for i in whereabouts.beside(scene) if i.code not in meant)
    return any(judge(mention, other).agreeing for other in others)


def _fault(
    reading: Reading, mention: Mention, told: Sequence[Judged]
) -> tuple[Fault, Cited | None]:
    if len(told) > 1:
        return _of_several(mention, told), None
    (judged,) = told
    for cited in _cited(reading, mention):
        if judged.of(cited.origins):
            heard = [t for t in judged.of(cited.origins) if t in judged.agreeing]
            fault = Fault.NONE if heard or _somebody_else(reading, judged) else Fault.NOT_THEIRS
            return fault, cited
    if cited_here := _cited(reading, mention):
        fault = Fault.UNHEARD if judged.stand is Stand.OUTSIDE else Fault.NONE
        return fault, cited_here[0]
    return _on_nobodys_word(reading, judged), None


def _of_several(mention: Mention, told: Sequence[Judged]) -> Fault:
    """Nothing, where it is right for one of them or for all of them together."""
    if any(each.agreeing for each in told):
        return Fault.NONE
    ends = [hull(t.how_many for t in each.tolls) for each in told]
    low, high = sum(n.low or 0 for n in ends), sum(n.high or 0 for n in ends)
    together = HowMany.between(low, high).admits(mention.how_many.headline)
    return Fault.NONE if together else Fault.UNDECIDED


def _cited(reading: Reading, mention: Mention) -> list[Cited]:
    """Whom the number's own sentence cites, the one that is read as its source first."""
    cited = reading.beside(mention).citations
    return sorted(cited, key=lambda one: one is not mention.source)


def _somebody_else(reading: Reading, judged: Judged) -> bool:
    """Whether the sentence cites others too, one of whom may have said it.

    "SOHR counted 23 and the White Helmets 54": which number is whose is not always read.
    """
    others = _cited(reading, judged.mention)
    unheard = any(not judged.of(one.origins) for one in others)
    agreeing = {toll.origin for toll in judged.agreeing}
    if agreeing & {name.key for name in reading.beside(judged.mention).names}:
        return True
    return (unheard and bool(agreeing)) or any(one.origins & agreeing for one in others)


_ONE_OF_THEM = re.compile(
    r"\b(?:one|a single|some|other|several|another|certain|highest|lowest)\s+"
    r"(?:of\s+(?:the\s+|its\s+|our\s+)?)?(?:\w+\s+){0,2}?(?:sources?|reports?|counts?|claims?|figures?|estimates?|numbers?"
    r"|accounts?|tall(?:y|ies))\b|\breportedly\b|\breports? (?:of|that)\b",
    re.IGNORECASE,
)


def _on_nobodys_word(reading: Reading, judged: Judged) -> Fault:
    match judged.stand:
        case Stand.OUTSIDE:
            return Fault.WRONG
        case Stand.BETWEEN:
            return Fault.WRONG if _counts_something_else(judged) else Fault.NOBODY_SAYS
        case Stand.HIGHEST | Stand.LOWEST | Stand.LEFT_OUT:
            if _is_one_voice(reading, judged):
                return Fault.NONE
            return Fault.LEFT_OUT if judged.stand is Stand.LEFT_OUT else Fault.ONE_END
        case _:
            return Fault.NONE


_TELLING = 5
"""From here on, that a number is exactly that of another harm or group says something: house
choice."""


def _counts_something_else(judged: Judged) -> bool:
    return bool(judged.instead) and judged.mention.how_many.headline >= _TELLING


def _is_one_voice(reading: Reading, judged: Judged) -> bool:
    """Whether the text says that it is one source's number, or whose it is."""
    source = judged.mention.source
    if source is not None and source.origins & {toll.origin for toll in judged.agreeing}:
        return True
    sentence = reading.page.layout.sentences[judged.mention.sentence]
    return _ONE_OF_THEM.search(reading.text, sentence.start, sentence.end) is not None
