"""What a text says, as far as it could be read: numbers, percentages, times, names, parties.

Every part keeps where it stands and how it was found, so that a finding can point at the
words and a reader can disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tawthiq.claims.group import EVERYBODY, Group
from tawthiq.counts.definition import Unit
from tawthiq.places.place import Area
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Joined
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

_NO_TIME = When.unknown()
_NONE = HowMany.exactly(0)


@dataclass(frozen=True, slots=True)
class TimeSaid(Span):
    """A time that the text speaks of.

    Attributes:
        when: The days, or unknown where the words alone do not place it.
        relative: Whether it is said relative to the day of speaking ("last April").
        yearless: Whether only the year is missing and no other words of the text give it.
        coarse: Whether it names months or years and no day.
        published: Whether it is the day of a report and not of what happened.
    """

    when: When = _NO_TIME
    relative: bool = False
    yearless: bool = False
    coarse: bool = False
    published: bool = False


@dataclass(frozen=True, slots=True)
class AreaSaid(Span):
    """An area or settlement that the text speaks of.

    Attributes:
        area: The area, or None where the words name a settlement.
        settlement: The code of the settlement, or "".
    """

    area: Area | None = None
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class Cited(Span):
    """Somebody who is cited.

    Attributes:
        key: The canonical key, or "" for a body that no table names.
        origins: Keys of the case's sources that speak under this name; empty if it has none.
        name: As the text writes it.
        right: Whether that is a name of the body.
        own: Whether the authors cite themselves ("we documented").
        heading: Whether the citation is a line of its own, over or under its numbers.
    """

    key: str = ""
    origins: frozenset[str] = frozenset()
    name: str = ""
    right: bool = True
    own: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Named(Span):
    """A body or person whom the text names, in a citation or elsewhere."""

    key: str = ""
    name: str = ""
    right: bool = True


@dataclass(frozen=True, slots=True)
class PartySaid(Span):
    """A party, or several named together, to which the text may attribute something."""

    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when the text puts what happened to those whom a number counts.

    It stands for one attack, or one day at one place, and never for a period or a region.

    Attributes:
        places: Codes of the settlements; several where the number is for all of them
            together, none where the text names none.
        days: The days that can be meant, the likeliest first; none where none is named.
        others: Codes of other settlements that the sentence names.
        sites: Keys of what was hit, as named beside the number.
        sentences: The numbers of the sentences that say so, the number's own among them.
    """

    places: tuple[str, ...] = ()
    days: tuple[TimeSaid, ...] = ()
    others: tuple[str, ...] = ()
    sites: frozenset[str] = frozenset()
    sentences: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A number that counts something.

    Attributes:
        number: Its position among the numbers of the text.
        kind: People, sites, attacks, bare, or something else.
        unit: What one of them is, or None where the text does not say.
        who: Which people; for a bare number those of its whole.
        groups: The keys of the group words; two where one number counts both.
        sites, weapons: Keys as named, not spread; None where none is named.
        parties: Keys as named, not spread; None where the text attributes it to nobody.
        inside: Keys of counting rules ("massacre").
        whole, joined: The number it is a part of, and whether the text says so.
        again: Whether it repeats a number of the text.
        source, window, area: What applies to it, or None.
        scene: The one attack that it seems to be of, or None where it is of a period, of a
            region, or of nothing that can be placed.
    """

    number: int = 0
    sentence: int = 0
    how_many: HowMany = _NONE
    kind: Kind = Kind.OTHER
    unit: Unit | None = None
    who: Group = EVERYBODY
    groups: tuple[str, ...] = ()
    sites: frozenset[str] | None = None
    weapons: frozenset[str] | None = None
    parties: frozenset[str] | None = None
    party_at: Span | None = None
    inside: frozenset[str] = frozenset()
    whole: int | None = None
    joined: Joined = Joined.ALONE
    again: bool = False
    source: Cited | None = None
    window: TimeSaid | None = None
    area: AreaSaid | None = None
    scene: Scene | None = None

    @property
    def counts(self) -> bool:
        """Whether a check can compare it: its unit was read."""
        return self.unit is not None and (self.kind is not Kind.PERSONS or len(self.groups) <= 1)


@dataclass(frozen=True, slots=True)
class Percentage(Span):
    """A share of a whole: "54 %", "half of them", "a third".

    Attributes:
        low, high: The share in per cent; one of them is None for "more than half".
        of_groups: Keys of the groups whose share it is, in the text's order.
        numbers: Positions of the numbers it can be computed from.
        whole: The position of the number it is a share of, or None.
    """

    low: float | None = None
    high: float | None = None
    digits: int = 0
    rough: bool = False
    sentence: int = 0
    of_groups: tuple[str, ...] = ()
    parts: tuple[int, ...] = ()
    whole: int | None = None


@dataclass(slots=True)
class Beside:
    """What stands in one sentence: where a check looks first."""

    times: list[TimeSaid]
    areas: list[AreaSaid]
    citations: list[Cited]
    mentions: list[Mention]
    parties: list[PartySaid]
    names: list[Named]

    @classmethod
    def nothing(cls) -> Beside:
        return cls([], [], [], [], [], [])

    @property
    def names_a_day(self) -> bool:
        return any(time.when.precision is Precision.DAY for time in self.times)

    @property
    def names_a_settlement(self) -> bool:
        return any(area.settlement for area in self.areas)


# Not slotted: what stands in each sentence is worked out once, when first asked.
@dataclass(frozen=True)
class Reading:
    """A whole text, read.

    Attributes:
        page: The text, its layout and the phrases found in it.
        said_on: The day it was said: given, or read from its date line; None if undated.
        dated_at: Where that date stands, or None.
        arabic: How many sentences are in Arabic and were not read.
    """

    page: Page
    mentions: tuple[Mention, ...]
    percentages: tuple[Percentage, ...]
    times: tuple[TimeSaid, ...]
    areas: tuple[AreaSaid, ...]
    citations: tuple[Cited, ...]
    names: tuple[Named, ...]
    parties: tuple[PartySaid, ...]
    said_on: date | None
    dated_at: Span | None
    arabic: int

    @property
    def text(self) -> str:
        return self.page.text

    def beside(self, span: Span) -> Beside:
        """What stands in the sentence of a passage."""
        return self._by_sentence.get(self.page.layout.sentence_at(span.start), _EMPTY)

    @cached_property
    def _by_sentence(self) -> dict[int, Beside]:
        found: dict[int, Beside] = {}
        for name in ("times", "areas", "citations", "mentions", "parties", "names"):
            for span in getattr(self, name):
                at = self.page.layout.sentence_at(span.start)
                getattr(found.setdefault(at, Beside.nothing()), name).append(span)
        return found


_EMPTY = Beside.nothing()
