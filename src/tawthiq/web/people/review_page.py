"""A pair as its page shows it: both records, what speaks for one person and what against."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tawthiq.records.opinions import OPINIONS, Held, Opinion
from tawthiq.records.same_person import Pair
from tawthiq.store import models
from tawthiq.store.queries.review import PairToReview, Reason
from tawthiq.store.queries.sources import sources_of
from tawthiq.values.both import Both
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.people.record_fields import Line, side_by_side
from tawthiq.web.people.wording import sure, times
from tawthiq.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records: whose list, and which."""

    number: int
    voice: Voice
    list_code: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one comparison found, with what it does to the odds in words.

    Attributes:
        bars: How strong it is, from 0 to 10, for the eye.
    """

    column: Both
    found: Both
    times: str
    bars: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer with its key."""

    key: str
    opinion: str
    label: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything on the page of a pair.

    Attributes:
        is_one_source: Both lists go back to one source: they do not confirm each other.
        others: What other reviewers hold, shown only where the pair is in dispute, so that
            nobody follows anybody.
    """

    pair: Pair
    sides: tuple[Side, Side]
    lines: tuple[Line, ...]
    same: str
    related: str
    agrees: tuple[Finding, ...]
    differs: tuple[Finding, ...]
    silent: tuple[Both, ...]
    rarity: Both | None
    why: Both | None
    choices: tuple[Choice, ...]
    is_one_source: bool
    is_disputed: bool
    others: tuple[tuple[Held, Both], ...]


def review_page(found: PairToReview, case: models.Case, by: str, reader: Reader) -> ReviewPage:
    """Lay out one pair for a reviewer."""
    sources = sources_of(case)
    left, right = (sources[record.document.source] for record in found.records)
    why, mine = found.why, found.held.of(by)
    others = [held for held in found.held.held if held.by != by]
    return ReviewPage(
        pair=found.pair,
        sides=(
            Side(found.pair[0], voice(left, reader), found.lists[0]),
            Side(found.pair[1], voice(right, reader), found.lists[1]),
        ),
        lines=side_by_side(*found.records, reader),
        same="" if found.same is None else sure(found.same, reader),
        related="" if found.related is None else sure(found.related, reader),
        agrees=tuple(_finding(each, reader) for each in why.agrees) if why else (),
        differs=tuple(_finding(each, reader) for each in why.differs) if why else (),
        silent=why.silent if why else (),
        rarity=(why.rarity or None) if why else None,
        why=(why.said or None) if why else None,
        choices=_choices(mine.opinion if mine else None),
        is_one_source=left.origin == right.origin,
        is_disputed=found.held.is_disputed,
        others=tuple((held, OPINIONS[held.opinion]) for held in others)
        if found.held.is_disputed
        else (),
    )


def _choices(mine: Opinion | None) -> tuple[Choice, ...]:
    labels = {
        Opinion.SAME: _("Same person"),
        Opinion.DIFFERENT: _("Different people"),
        Opinion.RELATED: _("Related, two people"),
        Opinion.CANNOT_TELL: _("Cannot tell"),
    }
    return tuple(
        Choice(str(at), opinion.value, label, opinion is mine)
        for at, (opinion, label) in enumerate(labels.items(), 1)
    )


def _finding(reason: Reason, reader: Reader) -> Finding:
    strength = min(10, round(abs(reason.weight)))
    return Finding(reason.column, reason.found, times(reason.weight, reader), strength)
