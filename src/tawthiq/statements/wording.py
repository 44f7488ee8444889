"""Numbers, sources, windows and whole figures in the words of both languages.

Digits are Latin here, as in ``when_said``: whoever shows the words decides on the digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawthiq.claims.source import Source
from tawthiq.counts.definition import Definition, Reported
from tawthiq.counts.words import names_of, subject_in_words
from tawthiq.records.vocabulary import parties
from tawthiq.statements.known import Known, KnownCount
from tawthiq.values.both import NOTHING, Both, joined
from tawthiq.values.how_many import HowMany
from tawthiq.values.when_said import when_said


def number_said(number: HowMany) -> Both:
    """The quantity with its ends: "at least 781", "37 to 43", "about 487"."""
    if number.is_exact:
        return Both.same(f"{number.headline:,}")
    match number.low, number.high:
        case int(low), None:
            return Both(f"at least {low:,}", f"ما لا يقل عن {low:,}")
        case None, int(high):
            return Both(f"up to {high:,}", f"ما يصل إلى {high:,}")
        case int(low), int(high):
            return Both(f"{low:,} to {high:,}", f"ما بين {low:,} و{high:,}")
        case _:
            return Both(f"about {number.headline:,}", f"نحو {number.headline:,}")


def source_said(sources: Mapping[str, Source], key: str) -> Both:
    """The name of a source as a sentence needs it; its key where the case does not know it."""
    name = sources[key].name if key in sources else Both.same(key)
    return Both(_with_article(name.en), name.ar)


def begun(words: str) -> str:
    """The words as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def origin_of(count: KnownCount) -> str:
    """The key of the origin that reports it, or "" for a count of our own."""
    basis = count.count.definition.basis
    return basis.source if isinstance(basis, Reported) else ""


def value_of(count: KnownCount) -> HowMany:
    """The value of a count that has one.

    Raises:
        ValueError: Nothing was counted.
    """
    if count.count.value is None:
        raise ValueError(f"{count.count.name} has no value")
    return count.count.value


def window_said(count: KnownCount) -> Both:
    """When, as read; as written at the source where it could not be read whole."""
    when = count.count.definition.when
    if not when.is_closed and count.period_said:
        quoted = count.period_said
        return Both(f"period as written: {quoted}", f"الفترة كما وردت: {quoted}")
    return when_said(when)


def frame_said(count: KnownCount) -> Both:
    """When and where: "from 1 to 23 June 2019, Idlib"."""
    where = count.count.definition.where.name
    return joined((window_said(count), where), Both(", ", "، "))


def subject_said(count: KnownCount) -> Both:
    """What is counted: "civilians killed in massacres"; by whom, where that is part of it."""
    return question_said(count.count.definition)


def question_said(definition: Definition) -> Both:
    """The same of a definition alone: what a number would have to count."""
    subject = subject_in_words(definition)
    if definition.parties is None:
        return subject
    named = joined(names_of(parties(), definition.parties), Both(" and ", " و"))
    return Both(f"{subject.en} by {named.en}", f"{subject.ar} على يد {named.ar}")


def figure_said(count: KnownCount) -> Both:
    """Value, subject, time and place in one phrase."""
    number, subject, frame = number_said(value_of(count)), subject_said(count), frame_said(count)
    return Both(f"{number.en} {subject.en} ({frame.en})", f"{subject.ar}: {number.ar} ({frame.ar})")


def figures_said(counts: Iterable[KnownCount]) -> Both:
    """Several figures, one after the other."""
    return joined((figure_said(count) for count in counts), Both("; ", "؛ "))


def according_to(known: Known, count: KnownCount) -> Both:
    """ "According to the Syrian Network for Human Rights", or nothing for our own counts."""
    origin = origin_of(count)
    if not origin:
        return NOTHING
    name = source_said(known.sources, origin)
    return Both(f"According to {name.en}", f"وفق {name.ar}")


_ARTICLE = (
    "Syrian Network", "Syrian Observatory", "Office", "United Nations", "World Health", "Union",
    "Response", "White Helmets", "Syrian American", "Violations",
)  # fmt: skip


def _with_article(name: str) -> str:
    return f"the {name}" if name.startswith(_ARTICLE) else name


def addresses(counts: Iterable[KnownCount]) -> tuple[str, ...]:
    """Where the counts stand in public, each address once."""
    return tuple(dict.fromkeys(count.url for count in counts if count.url))
