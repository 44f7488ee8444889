"""A count that a source published: its one claim is its one member, and we look no further."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tawthiq.claims.claim import PeriodClaim
from tawthiq.claims.source import Source
from tawthiq.counts.count import Count, Member, MemberKind
from tawthiq.counts.definition import Definition, Reported
from tawthiq.counts.extent import Extent
from tawthiq.counts.figure_words import read_figure
from tawthiq.counts.words import subject_in_words
from tawthiq.records.rule import MASSACRE, RULE_OF
from tawthiq.values.both import NOTHING, Both
from tawthiq.values.text import fold
from tawthiq.values.when import When

FindExtent = Callable[[str], Extent]
"""From an area as written to how far it reaches."""


@dataclass(frozen=True, slots=True)
class NotRead:
    """A published total whose label we do not understand; it is shown and never compared.

    Attributes:
        unread: The words that nothing was made of, or the whole label.
    """

    claim: PeriodClaim
    unread: str


def reported(claim: PeriodClaim, source: Source, find_extent: FindExtent) -> Count | NotRead:
    """Read a published total as a count on the basis of its origin."""
    figure = read_figure(claim.figure_said)
    if figure is None or figure.remainder:
        return NotRead(claim, figure.remainder if figure else claim.figure_said)
    definition = Definition(
        unit=figure.unit,
        where=find_extent(claim.area_said),
        when=claim.when,
        basis=Reported(source.origin),
        who=figure.who,
        sites=figure.sites,
        weapons=figure.weapons,
        parties=figure.parties,
        inside=frozenset(rule_meant(key, source.origin) for key in figure.inside),
        as_of=str(claim.document.published),
    )
    title = subject_in_words(definition)
    member = Member(
        MemberKind.CLAIM,
        claim.code,
        Both(f"{claim.figure_said}: {claim.area_said}", f"{claim.figure_said}: {claim.area_said}"),
        claim.how_many,
        (claim.document.url,) if claim.document.url else (),
    )
    notes = tuple(_notes(claim, source, figure.note))
    return Count(claim.code, title, definition, claim.how_many, (member,), notes=notes)


def rule_meant(key: str, origin: str) -> str:
    """The rule that an origin means by a bare "massacres"."""
    return RULE_OF[origin].key if key == MASSACRE.key and origin in RULE_OF else key


def unread_area(words: str) -> Extent:
    """An area that no gazetteer finds: the same as itself, and comparable to nothing else."""
    return Extent(f"said:{fold(words).strip()}", Both.same(words), frozenset(), frozenset())


def _notes(claim: PeriodClaim, source: Source, note: str) -> list[Both]:
    said = [Both(f"the source adds: {note}", f"يضيف المصدر: {note}") if note else NOTHING]
    if source.relay:
        said.append(Both(f"through {source.relay}", f"نقلًا عن {source.relay}"))
    if not claim.when.is_closed or claim.when == When.unknown():
        said.append(
            Both(f"period as written: {claim.when_said}", f"الفترة كما وردت: {claim.when_said}")
        )
    return [each for each in said if each]
