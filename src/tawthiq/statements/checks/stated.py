"""Numbers of a text as stated values that can be held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tawthiq.claims.group import EVERYBODY
from tawthiq.counts.consistency import Stated
from tawthiq.counts.definition import Definition, Reported, Unit, Unsaid
from tawthiq.counts.extent import Extent
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.statements.reading.reading import Mention
from tawthiq.values.both import Both
from tawthiq.values.when import When

# What a text leaves open is the same for all its numbers of one breath: one time, one place.
_SOME_TIME = When.between(date(1, 1, 1), date(9999, 12, 31))
_SOMEWHERE = Extent.whole("", Both("", ""), frozenset({""}))


def stated(mention: Mention, *, in_one_breath: bool) -> Stated:
    """A mention as a stated number.

    Args:
        in_one_breath: Whether time, place and source are taken as those of its neighbours,
            because the text itself makes it a part, a line or a share.
    """
    unit = mention.unit or Unit.KILLED
    definition = Definition(
        unit=unit,
        where=_SOMEWHERE if in_one_breath else _where(mention),
        when=_SOME_TIME if in_one_breath else _when(mention),
        basis=Unsaid() if in_one_breath else _basis(mention),
        who=mention.who if unit.counts_persons else EVERYBODY,
        sites=sites().spread(mention.sites) if mention.sites else None,
        weapons=weapons().spread(mention.weapons) if mention.weapons else None,
        parties=parties().spread(mention.parties) if mention.parties else None,
        inside=frozenset() if in_one_breath else mention.inside,
    )
    return Stated(definition, mention.how_many, (mention.start, mention.end))


def all_stated(mentions: Iterable[Mention]) -> list[Stated]:
    return [stated(mention, in_one_breath=True) for mention in mentions]


def _when(mention: Mention) -> When:
    said = mention.window
    return said.when if said is not None and said.when.is_closed else _SOME_TIME


def _where(mention: Mention) -> Extent:
    said = mention.area
    if said is None:
        return _SOMEWHERE
    code = said.area.code if said.area else said.settlement
    return Extent(code, Both.same(code), frozenset(), frozenset())


def _basis(mention: Mention) -> Reported | Unsaid:
    source = mention.source
    return Reported(source.key or source.name) if source else Unsaid()


def mentions_at(mentions: Sequence[Mention], numbers: Iterable[int]) -> list[Mention]:
    return [mentions[number] for number in numbers]


def source_key(mention: Mention) -> str | None:
    """Whose number it is, or None where the text does not say."""
    return (mention.source.key or mention.source.name) if mention.source else None
