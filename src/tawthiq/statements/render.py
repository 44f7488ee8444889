"""A draft with its numbers put in, as HTML in which every number leads to its Count.

The HTML is made of our own few elements; every word, name and number is escaped. Letters tie
a number to its trace: with letters, 781 and note 1 never read as 7811.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from html import escape, unescape

from tawthiq.claims.source import Source
from tawthiq.counts.count import Count
from tawthiq.counts.definition import Established, Estimated, Reported
from tawthiq.errors import UnknownNameError, UntracedFigureError
from tawthiq.statements.draft import (
    Asks,
    CiteHere,
    Draft,
    FigureHere,
    LawHere,
    Paragraph,
    Piece,
    Section,
    Words,
)
from tawthiq.statements.figure import (
    Bound,
    Digits,
    Form,
    Written,
    digits_of,
    letter,
    number_with_digits,
    with_digits,
    write_figure,
)
from tawthiq.statements.wording import begun, source_said
from tawthiq.values.both import Both, Language
from tawthiq.values.number_words import number_in


@dataclass(frozen=True, slots=True)
class Trace:
    """What a number of the text leads to.

    Attributes:
        anchor: The id of the trace, the same in both languages ("t-a").
        letter: The mark beside the number, in the text's language.
        shown: The number as the text shows it, its words included.
        count: Where it comes from.
        form: What of the count is shown.
    """

    anchor: str
    letter: str
    shown: str
    count: Count
    form: Form


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """A paragraph or a list, as safe HTML; ``asks`` says which."""

    html: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class RenderedSection:
    """A section with the traces of the figures that appear in it first."""

    heading: str
    blocks: tuple[RenderedBlock, ...]
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class RenderedStatement:
    """A statement in one language.

    Attributes:
        title, dek: Plain text, not HTML.
        register: Every figure once, in order of its letter.
        bound: What a frozen text keeps of its figures, in order.
    """

    language: Language
    digits: Digits
    title: str
    dek: str
    said_on: date | None
    sections: tuple[RenderedSection, ...]
    register: tuple[Trace, ...]
    bound: tuple[Bound, ...]


@dataclass(slots=True)
class _Press:
    """What is known while a statement is set: counts, names, and the letters given so far."""

    counts: Mapping[str, Count]
    sources: Mapping[str, Source]
    language: Language
    digits: Digits
    traces: dict[tuple[str, Form], Trace] = field(default_factory=dict)


def render_html(
    draft: Draft,
    counts: Mapping[str, Count],
    sources: Mapping[str, Source],
    language: Language,
    digits: Digits | None = None,
) -> RenderedStatement:
    """Put the numbers into a draft.

    Args:
        counts: By name.
        digits: Those of the language, unless the reader asks for others.

    Raises:
        UntracedFigureError: A figure's count is gone, has no value, or lacks the end asked for.
        UnknownNameError: A cited source is none of the case.
    """
    verify_figures(draft, counts)
    press = _Press(counts, sources, language, digits or digits_of(language))
    sections = tuple(_section(press, section) for section in draft.sections)
    register = tuple(press.traces.values())
    return RenderedStatement(
        language=language,
        digits=press.digits,
        title=with_digits(draft.title, press.digits),
        dek=with_digits(draft.dek, press.digits),
        said_on=draft.said_on,
        sections=sections,
        register=register,
        bound=tuple(
            Bound(figure.name, figure.form, value)
            for figure in draft.figures
            if (value := counts[figure.name].value) is not None
        ),
    )


def verify_figures(draft: Draft, counts: Mapping[str, Count], bound: Iterable[Bound] = ()) -> None:
    """Derive every figure again.

    Args:
        bound: What the figures were when the text was frozen; nothing for a draft.

    Raises:
        UntracedFigureError: A figure's count is gone, or is no longer what the text says.
    """
    for figure in draft.figures:
        if figure.name not in counts:
            raise UntracedFigureError(
                f"line {figure.line}: there is no count named {figure.name!r};"
                f" {_nearest(figure.name, counts).en}",
                f"السطر {figure.line}: لا يوجد عدد اسمه {figure.name!r}؛ "
                f"{_nearest(figure.name, counts).ar}",
            )
        write_figure(counts[figure.name], figure.form)
    for was in bound:
        count = counts.get(was.name)
        if count is None or count.value is None:
            raise UntracedFigureError(
                f"the text shows {was.name!r} as {was.value}, and its count is gone; correct the"
                " text in a new version",
                f"يُظهر النص {was.name!r} بقيمة {was.value}، وعدده لم يعد موجودًا؛ صحّح النص "
                "في نسخة جديدة",
            )
        if count.value != was.value:
            raise UntracedFigureError(
                f"the text shows {was.name!r} as {was.value}, and its count is now {count.value};"
                " correct the text in a new version",
                f"يُظهر النص {was.name!r} بقيمة {was.value}، وعدده الآن {count.value}؛ صحّح "
                "النص في نسخة جديدة",
            )


def _nearest(name: str, names: Iterable[str]) -> Both:
    near = get_close_matches(name, list(names), 3)
    if not near:
        return Both("name it first, or write another", "سمِّه أولًا، أو اكتب غيره")
    return Both(f"did you mean {', '.join(near)}?", f"هل قصدت {'، '.join(near)}؟")


def _section(press: _Press, section: Section) -> RenderedSection:
    before = len(press.traces)
    heading = _html(press, section.heading)
    blocks = tuple(_block(press, block) for block in section.blocks)
    return RenderedSection(heading, blocks, tuple(press.traces.values())[before:])


def _block(press: _Press, block: Paragraph | Asks) -> RenderedBlock:
    if isinstance(block, Paragraph):
        return RenderedBlock(f"<p>{_html(press, block.pieces)}</p>")
    items = "".join(f"<li><span>{_html(press, item)}</span></li>" for item in block.items)
    return RenderedBlock(f'<ol class="asks">{items}</ol>', asks=True)


def _html(press: _Press, pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    for piece in pieces:
        begins = not parts or parts[-1].rstrip().endswith((".", ":", "!", "?", "؟"))
        match piece:
            case Words(text=text):
                parts.append(escape(with_digits(text, press.digits)))
            case FigureHere():
                parts.append(_figure(press, piece, begins=begins))
            case CiteHere():
                parts.append(_cite(press, piece, begins=begins))
            case LawHere(text=text):
                law = escape(with_digits(text, press.digits))
                parts.append(f'<cite class="law"><b>{law}</b></cite>')
    return "".join(parts)


def _figure(press: _Press, figure: FigureHere, *, begins: bool) -> str:
    count = press.counts[figure.name]
    written = write_figure(count, figure.form)
    trace = _trace(press, figure, count, written)
    before = written.before.in_(press.language)
    before = begun(before) if begins else before
    shown = number_with_digits(written.shown.in_(press.language), press.digits)
    shown = begun(shown) if begins and not before else shown
    return (
        f'{escape(before)}<a class="fig" data-basis="{basis_word(count)}"'
        f' href="#{trace.anchor}">{escape(shown)}<sup>{escape(trace.letter)}</sup></a>'
    )


def _trace(press: _Press, figure: FigureHere, count: Count, written: Written) -> Trace:
    """The trace of a figure; a figure that is shown again leads to the same one."""
    key = (figure.name, figure.form)
    if key not in press.traces:
        number = len(press.traces)
        shown = written.before.in_(press.language) + written.shown.in_(press.language)
        press.traces[key] = Trace(
            anchor=f"t-{letter(number, 'en')}",
            letter=letter(number, press.language),
            shown=number_with_digits(shown, press.digits),
            count=count,
            form=figure.form,
        )
    return press.traces[key]


def basis_word(count: Count) -> str:
    """On what a number rests, as the marks of the pages name it."""
    match count.definition.basis:
        case Reported():
            return "reported"
        case Established():
            return "established"
        case Estimated():
            return "estimated"
        case _:
            return "unsaid"


def _cite(press: _Press, cite: CiteHere, *, begins: bool) -> str:
    if cite.key not in press.sources:
        raise UnknownNameError(
            f"line {cite.line}: no source of the case has the key {cite.key!r};"
            f" {_nearest(cite.key, press.sources).en}",
            f"السطر {cite.line}: ليس في الملف مصدر مفتاحه {cite.key!r}؛ "
            f"{_nearest(cite.key, press.sources).ar}",
        )
    name = source_said(press.sources, cite.key).in_(press.language)
    return escape(begun(name) if begins else name)


_LINK = re.compile(
    r'<a class="fig" data-basis="(?P<basis>\w+)" href="#(?P<anchor>t-[a-z]+)">'
    r"(?P<shown>[^<]*)<sup>[^<]*</sup></a>"
)
_NUMBER = re.compile(r"\d{1,3}(?:[,٬]\d{3})+|\d+|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class FigureRead:
    """A number read back from the HTML.

    Attributes:
        anchor: To which trace it leads.
        numbers: What it says.
    """

    anchor: str
    basis: str
    numbers: tuple[int, ...]


def figures_in(html: str) -> tuple[FigureRead, ...]:
    """Read the linked numbers of a rendered text back, in order."""
    return tuple(
        FigureRead(found["anchor"], found["basis"], tuple(_numbers(unescape(found["shown"]))))
        for found in _LINK.finditer(html)
    )


def _numbers(shown: str) -> Iterable[int]:
    plain = number_with_digits(shown, "latn")
    for found in _NUMBER.finditer(plain):
        word = found.group()
        if word[0].isdigit():
            yield int(word.replace(",", "").replace("٬", ""))
        elif word != "and":
            yield int(number_in(word.lower()))


_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r"<sup>[^<]*</sup>")


def text_of(statement: RenderedStatement) -> str:
    """The words alone, with the numbers in them: our own text is checked like anybody's."""
    parts = [statement.title, statement.dek]
    for section in statement.sections:
        parts.append(_plain(section.heading))
        for block in section.blocks:
            items = block.html.split("</li>") if block.asks else [block.html]
            said = [_plain(item) for item in items if _plain(item)]
            numbered = (f"{at}. {item}" for at, item in enumerate(said, 1))
            parts.append("\n".join(numbered if block.asks else said))
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", _MARK.sub("", html))).strip()
