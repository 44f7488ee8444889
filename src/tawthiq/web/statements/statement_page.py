"""The statement of a case as its page shows it: text, traces in the margin, register of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from tawthiq.claims.source import Source
from tawthiq.counts.count import Count, MemberKind
from tawthiq.counts.definition import Reported
from tawthiq.counts.words import in_words
from tawthiq.statements.draft import parse_draft
from tawthiq.statements.figure import Digits
from tawthiq.statements.render import RenderedSection, RenderedStatement, Trace, render_html
from tawthiq.store.queries.statements import KeptStatement
from tawthiq.values.both import Both
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader
from tawthiq.web.wording.names import BASIS_MEANS, BASIS_NAMES, basis_key


@dataclass(frozen=True, slots=True)
class TraceRow:
    """What stands in the margin for one number.

    Attributes:
        name: Of the count, for its page; "" for one that has none.
        members: How many incidents were counted; None where the source gives no list.
        left_out: How many incidents may belong to it and were not counted.
    """

    trace: Trace
    name: str
    title: Both
    definition: Both
    basis: str
    basis_name: Both
    basis_means: Both
    members: int | None
    left_out: int
    source: Voice | None
    notes: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """One number of the register, with every letter under which the text shows it."""

    letters: str
    row: TraceRow


@dataclass(frozen=True, slots=True)
class Section:
    """A section with the traces of the numbers that it brings in."""

    heading: SafeString
    blocks: tuple[SafeString, ...]
    traces: tuple[TraceRow, ...]


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A statement for a reader.

    Attributes:
        direction: Of the text, which is in the other language where this one has none.
        bases: The bases that its numbers rest on, for the key to the lines.
    """

    kept: KeptStatement
    rendered: RenderedStatement
    direction: str
    is_translated: bool
    sections: tuple[Section, ...]
    register: tuple[Registered, ...]
    bases: tuple[tuple[str, Both, Both], ...]


def statement_page(
    kept: KeptStatement,
    counts: Mapping[str, Count],
    sources: Mapping[str, Source],
    reader: Reader,
) -> StatementPage:
    """Put the numbers into a statement and lay it out.

    Raises:
        TawthiqError: The text cannot be read as a draft, or a number in it leads nowhere.
    """
    digits: Digits = "arab" if kept.language == "ar" and not reader.latin_digits else "latn"
    draft = parse_draft(kept.text)
    rendered = render_html(draft, counts, sources, kept.language, digits)
    rows = tuple(_row(trace, sources, reader) for trace in rendered.register)
    by_anchor = {row.trace.anchor: row for row in rows}
    return StatementPage(
        kept=kept,
        rendered=rendered,
        direction="rtl" if kept.language == "ar" else "ltr",
        is_translated=kept.language == reader.language,
        sections=tuple(_section(section, by_anchor) for section in rendered.sections),
        register=tuple(_registered(rows, reader)),
        bases=tuple(_bases(rows)),
    )


def _section(section: RenderedSection, by_anchor: Mapping[str, TraceRow]) -> Section:
    # ``statements.render`` escapes every word, name and number and makes these few elements.
    return Section(
        mark_safe(section.heading),
        tuple(mark_safe(block.html) for block in section.blocks),
        tuple(by_anchor[trace.anchor] for trace in section.traces),
    )


def _row(trace: Trace, sources: Mapping[str, Source], reader: Reader) -> TraceRow:
    count = trace.count
    basis = count.definition.basis
    key = basis_key(basis)
    named = sources.get(basis.source) if isinstance(basis, Reported) else None
    is_list = any(member.kind is MemberKind.INCIDENT for member in count.members)
    return TraceRow(
        trace=trace,
        name=count.name,
        title=count.title,
        definition=in_words(count.definition, sources),
        basis=key,
        basis_name=BASIS_NAMES[key],
        basis_means=BASIS_MEANS.get(key, Both("", "")),
        members=len(count.members) if is_list else None,
        left_out=sum(len(each.codes) for each in count.left_out),
        source=voice(named, reader) if named else None,
        notes=count.notes,
    )


def _registered(rows: Iterable[TraceRow], reader: Reader) -> Iterable[Registered]:
    """Every number once: its low and its high end are one number of the register."""
    letters: dict[str, list[str]] = {}
    first: dict[str, TraceRow] = {}
    for row in rows:
        letters.setdefault(row.name, []).append(row.trace.letter)
        first.setdefault(row.name, row)
    between = "، " if reader.is_arabic else ", "
    return (Registered(between.join(letters[name]), row) for name, row in first.items())


def _bases(rows: Iterable[TraceRow]) -> Iterable[tuple[str, Both, Both]]:
    """Every basis once, in the order in which the text meets them."""
    met = dict.fromkeys((row.basis, row.basis_name, row.basis_means) for row in rows)
    return met.keys()
