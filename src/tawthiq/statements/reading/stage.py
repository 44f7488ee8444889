"""The places and times of a text by their sentences, and how far each of them holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawthiq.statements.reading.areas import IN, city_named
from tawthiq.statements.reading.lexicon import each_word
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import AreaSaid, TimeSaid
from tawthiq.statements.reading.sentences import BlockKind, Span
from tawthiq.statements.reading.windows import opens_with_date

_BACK = 2  # sentences through which a place or a day holds for a number; house choice


@dataclass(frozen=True, slots=True)
class Stage:
    """The places and times of a text, by the sentence in which they stand.

    Attributes:
        areas: Settlements, and regions that something is said to have happened in.
        times: Those of what happened, not of reports nor of the text itself.
        names: The bodies named or cited.
    """

    page: Page
    areas: dict[int, list[AreaSaid]]
    times: dict[int, list[TimeSaid]]
    names: dict[int, list[Span]]

    @classmethod
    def of(
        cls,
        page: Page,
        areas: Iterable[AreaSaid],
        times: Iterable[TimeSaid],
        names: Sequence[Span],
        dated_at: Span | None,
    ) -> Stage:
        """Sort out the places and times of a text.

        Args:
            names: The bodies named or cited: "Ariha Today" is no place.
            dated_at: Where the text's own day stands.
        """
        by_name: dict[int, list[Span]] = {}
        for name in names:
            by_name.setdefault(page.layout.sentence_at(name.start), []).append(name)
        by_area: dict[int, list[AreaSaid]] = {}
        for area in areas:
            sentence = page.layout.sentence_at(area.start)
            named = any(area.touches(name) for name in by_name.get(sentence, ()))
            if not (named and _is_of_a_name(page, area)) and _is_where(page, area):
                by_area.setdefault(sentence, []).append(area)
        by_time: dict[int, list[TimeSaid]] = {}
        for time in times:
            own = dated_at is not None and time.touches(dated_at)
            if not time.published and not (own and _dates_the_text(page, time)):
                by_time.setdefault(page.layout.sentence_at(time.start), []).append(time)
        return cls(page, by_area, by_time, by_name)

    def sites_in(self, span: Span) -> frozenset[str]:
        """Kinds of site named in a stretch; "White Helmets" there is who speaks."""
        names = self.names.get(self.page.layout.sentence_at(span.start), ())
        return frozenset(
            hit.key
            for hit in self.page.hits.within("site", span.start, span.end)
            if not any(n.start < hit.end and hit.start < n.end for n in names)
        )

    def before(self, sentence: int) -> Iterable[int]:
        """The sentences whose place and day may still hold: near ones of the paragraph, and
        the heading over it."""
        sentences, blocks = self.page.layout.sentences, self.page.layout.blocks
        block = sentences[sentence].block
        for earlier in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
            if sentences[earlier].block == block:
                yield earlier
        heading = block - 1
        while heading > 0 and blocks[block].mark and blocks[heading].mark:
            heading -= 1
        if heading >= 0 and self._leads(heading):
            yield self.page.layout.sentence_at(blocks[heading].end - 1)

    def _leads(self, block: int) -> bool:
        over = self.page.layout.blocks[block]
        is_line = over.kind is BlockKind.HEADING and not over.mark
        return is_line or self.page.text[over.end - 1] == ":"


def not_of_names(page: Page, times: Iterable[TimeSaid], names: Sequence[Span]) -> list[TimeSaid]:
    """The times, without the "Today" of "Ariha Today": a capital within the name of a body."""
    starts = sorted((name.start, name.end) for name in names)

    def is_of_a_name(time: TimeSaid) -> bool:
        at = bisect_left(starts, (time.start, 0)) - 1
        within = at >= 0 and time.end <= starts[at][1]
        return within and time.relative and page.text[time.start].isupper()

    return [time for time in times if not is_of_a_name(time)]


def _is_where(page: Page, area: AreaSaid) -> bool:
    """A town, named in any way, or a region in which something is said to have happened."""
    if area.settlement or city_named(page, area):
        return True
    return IN.search(page.text, max(0, area.start - 40), area.start) is not None


def _is_of_a_name(page: Page, area: AreaSaid) -> bool:
    """Whether a capital goes on after it: "Ariha Today said", not "a doctor in Ariha said"."""
    return _CAPITAL.match(page.text, area.end) is not None


_CAPITAL = re.compile(r"\s+[A-Z]")


def _dates_the_text(page: Page, time: TimeSaid) -> bool:
    """Whether a day stands alone in its line, or opens the text before a dash or full stop.

    "22 July 2019:" before a list is the day of what is listed, and a day within a sentence is
    the day of what the sentence says, even where the text has no other.
    """
    block = page.layout.blocks[page.sentence_of(time.start).block]
    if ":" in (page.text[block.end - 1], page.text[time.end : time.end + 1]):
        return False
    before = page.words[page.word_from(block.start) : page.word_from(time.start)]
    bare = all(page.text[w.start].isupper() or w.said in _DATING for w in before)
    return opens_with_date(page, block, time) or (bare and time.end >= block.end - 2)


_DATING = each_word("date dated published updated on")
