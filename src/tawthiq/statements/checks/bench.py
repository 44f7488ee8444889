"""A text laid beside what a case and the law pack know: checks look at this and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tawthiq.counts.definition import Reported, Unit
from tawthiq.counts.relation import Line
from tawthiq.law.book import LawPack
from tawthiq.law.norm import Norm
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.fits import Fit, Frame, fits_of, question_of
from tawthiq.statements.checks.incident_verdicts import OfIncident, of_incident
from tawthiq.statements.checks.incidents import Whereabouts
from tawthiq.statements.checks.legal import Legal
from tawthiq.statements.checks.rows import basis_of
from tawthiq.statements.known import Known, KnownCount
from tawthiq.statements.reading.asks import Ask, read_asks
from tawthiq.statements.reading.reading import Mention, Named, Reading
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.wording import origin_of, value_of
from tawthiq.values.both import NOTHING, Both
from tawthiq.values.when import Precision


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the known totals of its source say of one number.

    Attributes:
        fits: The number beside every total that could be meant.
        cited: Whether the text says whose number it is.
    """

    mention: Mention
    fits: tuple[Fit, ...]
    cited: bool

    @property
    def right(self) -> tuple[Fit, ...]:
        """Same question, same value, and no other time or place."""
        return tuple(f for f in self.fits if f.same_question and f.agrees and f.same_frame)

    @property
    def elsewhere(self) -> tuple[Fit, ...]:
        """Same question, same value, but of another time or place."""
        return tuple(f for f in self.fits if f.same_question and f.agrees and not f.same_frame)

    @property
    def asked(self) -> tuple[Fit, ...]:
        """The same question at a time and place that can be meant, with another value."""
        if self.right:
            return ()
        return tuple(f for f in self.fits if f.same_question and f.same_frame and not f.agrees)

    @property
    def asked_exactly(self) -> tuple[Fit, ...]:
        """Of those, the ones of the very window that the text states."""
        return tuple(f for f in self.asked if f.when is Frame.SAME)

    @property
    def mislabelled(self) -> tuple[Fit, ...]:
        """The value is known, of something else than the text says."""
        if self.right:
            return ()
        return tuple(
            f
            for f in self.fits
            if f.lines and f.same_frame and _is_telling(self, f) and _same_print(self.mention, f)
        )

    @property
    def is_compared(self) -> bool:
        return any(f.same_question for f in self.fits) or bool(self.mislabelled)


_TELLING_LINES = (Line.INSIDE, Line.WHO, Line.UNIT, Line.SITES, Line.PARTIES)
_TOO_SMALL = 10
"""Below this, that two numbers are the same says little: house choice."""
_UNCITED = 50
"""The same for a number whose source the text does not name: house choice."""


def _is_telling(verdict: Verdict, fit: Fit) -> bool:
    """Whether the likeness of the values can hardly be chance."""
    if len(fit.lines) > 2 or not fit.lines <= frozenset(_TELLING_LINES):
        return False
    number = verdict.mention.how_many.headline
    if not verdict.cited:
        return number >= _UNCITED and fit.lines == {Line.INSIDE}
    return number >= _TOO_SMALL or (fit.when is Frame.SAME and len(fit.lines) == 1)


def _same_print(mention: Mention, fit: Fit) -> bool:
    known = value_of(fit.count)
    return mention.how_many.headline in {known.low, known.best, known.high}


def _is_total(verdict: Verdict) -> bool:
    """Whether the case knows the number as somebody's total of a period."""
    return any(fit.same_question and fit.agrees for fit in verdict.fits)


def _report_of(count: KnownCount) -> tuple[object, ...]:
    definition = count.count.definition
    return origin_of(count), definition.when, definition.where.code


@dataclass(frozen=True)
class Bench:
    """A text as read, what the case knows, and the law."""

    reading: Reading
    known: Known
    pack: LawPack

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """The sentences of the text that ask for something."""
        return tuple(read_asks(self.reading.page))

    @cached_property
    def legal(self) -> Legal:
        """What the text says of the law, beside the law pack."""
        return Legal(self.reading, self.known, self.pack)

    @cached_property
    def reported(self) -> tuple[KnownCount, ...]:
        """The totals that sources published, with a value."""
        return tuple(
            count
            for count in self.known.counts
            if isinstance(count.count.definition.basis, Reported) and count.count.value is not None
        )

    @cached_property
    def _by_origin(self) -> dict[str, list[KnownCount]]:
        found: dict[str, list[KnownCount]] = {}
        for count in self.reported:
            found.setdefault(origin_of(count), []).append(count)
        return found

    def totals_of(self, origins: Iterable[str]) -> list[KnownCount]:
        return [count for origin in sorted(origins) for count in self._by_origin.get(origin, ())]

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One for every number of the text, in order."""
        return tuple(self._verdict(mention) for mention in self.reading.mentions)

    def _verdict(self, mention: Mention) -> Verdict:
        source = mention.source
        if not mention.counts or mention.again:
            return Verdict(mention, (), source is not None)
        return Verdict(mention, self._fits(mention), source is not None)

    @cached_property
    def _fitted(self) -> dict[object, tuple[Fit, ...]]:
        return {}

    def _fits(self, mention: Mention) -> tuple[Fit, ...]:
        """The same number of the same thing is held against the case once."""
        asked = question_of(mention)
        if asked not in self._fitted:
            source = mention.source
            pool = self.reported if source is None else self.totals_of(source.origins)
            self._fitted[asked] = tuple(fits_of(mention, pool))
        return self._fitted[asked]

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """The incidents of the case, to be found by what the text says."""
        return Whereabouts(self.reading, self.known)

    @cached_property
    def of_incidents(self) -> dict[int, OfIncident]:
        """What the claims on its incident say of each number of one attack, by its position."""
        found = (
            of_incident(
                self.reading, self.whereabouts, verdict.mention, is_total=_is_total(verdict)
            )
            for verdict in self.verdicts
        )
        return {each.mention.number: each for each in found if each is not None}

    @cached_property
    def named(self) -> dict[str, list[Named]]:
        """Every body and person that the text names, by key."""
        found: dict[str, list[Named]] = {}
        for name in self.reading.names:
            found.setdefault(name.key, []).append(name)
        return found

    @cached_property
    def sourced(self) -> frozenset[tuple[int, Unit | None, tuple[str, ...]]]:
        """Value, unit and people of every number that has a source somewhere in the text."""
        return frozenset(
            (m.how_many.headline, m.unit, m.groups)
            for m in self.reading.mentions
            if m.source is not None
        )

    @cached_property
    def _published(self) -> dict[tuple[object, ...], list[KnownCount]]:
        found: dict[tuple[object, ...], list[KnownCount]] = {}
        for count in self.reported:
            found.setdefault(_report_of(count), []).append(count)
        return found

    def siblings(self, count: KnownCount) -> list[KnownCount]:
        """What the same source says of the same time and area, the count itself included."""
        return self._published[_report_of(count)]

    def finding(
        self,
        check: str,
        severity: Severity,
        span: Span,
        title: Both,
        explanation: Both,
        suggestion: Both = NOTHING,
        sources: Sequence[str] = (),
        law: Iterable[Norm] = (),
    ) -> Finding:
        """A finding on a stretch of this text; a bracket that opens in it closes in it.

        Args:
            law: The norms that it rests on: they are shown with their address and their mark.
        """
        rows = tuple(basis_of(norm) for norm in dict.fromkeys(law))
        span = self.reading.page.layout.with_brackets(span)
        return Finding(
            check,
            severity,
            span.start,
            span.end,
            self.reading.text[span.start : span.end],
            title,
            explanation,
            suggestion,
            tuple(dict.fromkeys(s for s in (*(row.url for row in rows), *sources) if s)),
            rows,
        )

    def is_of_one_incident(self, mention: Mention) -> bool:
        """Whether a number seems to be of one attack and not of a period."""
        if mention.area is not None and mention.area.settlement:
            return True
        if mention.window is not None and mention.window.when.precision is Precision.DAY:
            return True
        sentence = self.reading.page.layout.sentences[mention.sentence]
        said = self.reading.text[sentence.start : sentence.end]
        return _ONE_ATTACK.search(said) is not None or mention.sentence in self._with_settlement

    @cached_property
    def _with_settlement(self) -> frozenset[int]:
        """The numbers of the sentences that name a settlement."""
        layout = self.reading.page.layout
        return frozenset(layout.sentence_at(a.start) for a in self.reading.areas if a.settlement)


_ONE_ATTACK = re.compile(
    r"\b(?:(?:an?|the|this|that|one|another|single)\s+(?:\w+\s+){0,2}?(?:attack|air\s?strike"
    r"|strike|raid"
    r"|explosion|incident|massacre)|(?:an?|one|another|single)\s+(?:\w+\s+){0,2}?(?:shelling"
    r"|bombing"
    r"|bombardment))\b(?!s)",
    re.IGNORECASE,
)
