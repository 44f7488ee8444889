"""Filters that write a value for the reader of the page: ``{{ incident.when|moment }}``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.safestring import SafeString

from tawthiq.records.grade import GRADE_NAMES, Grade
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When
from tawthiq.web.reader import current
from tawthiq.web.statements.passages import Piece
from tawthiq.web.wording import dates, digits, quantities
from tawthiq.web.wording.evidence import release_said
from tawthiq.web.wording.quoting import language_of, quoted

register = template.Library()


@register.filter
def number(value: int) -> str:
    """A whole number with the reader's digits."""
    return digits.number(value, current())


@register.filter
def both(value: Both) -> str:
    """A sentence of ours in the reader's language and digits."""
    reader = current()
    said = digits.with_digits_of(value.in_(reader.language), reader)
    return dates.isolated(said) if reader.is_arabic else said


@register.filter
def own_digits(text: str) -> str:
    """A sentence that was translated already, with the reader's digits."""
    return digits.with_digits_of(text, current())


@register.filter
def moment(value: When) -> str:
    """When something happened once."""
    return dates.moment(value, current())


@register.filter
def moment_short(value: When) -> str:
    """When something happened once, for a narrow column."""
    return dates.moment(value, current(), short=True)


@register.filter
def window(value: When) -> str:
    """A whole period."""
    return dates.window(value, current())


@register.filter
def day(value: date) -> str:
    return dates.day(value, current())


@register.filter
def kind_of_time(value: When) -> str:
    """How sure a time is, as the style sheet knows it."""
    return dates.kind(value)


@register.filter
def span(value: HowMany) -> str:
    """How many, for a table."""
    return quantities.span(value, current())


@register.filter
def spoken(value: HowMany) -> str:
    """How many, for running text."""
    return quantities.spoken(value, current())


@register.filter
def ends(value: HowMany) -> str:
    """Low, best and high."""
    return quantities.ends(value, current())


@register.filter
def grade_name(value: Grade) -> str:
    return GRADE_NAMES[value].in_(current().language)


@register.filter
def as_said(text: str) -> SafeString:
    """Words of a source, a file or a person, in their own script."""
    return quoted(text, current().language)


@register.filter
def where_said(where: str) -> SafeString:
    """In what something left the house; our own words for it in the reader's language."""
    reader = current()
    found = release_said(where)
    if found is None:
        return quoted(where, reader.language)
    return quoted(digits.with_digits_of(found.in_(reader.language), reader), reader.language)


@register.filter
def after(code: str, prefix: str) -> str:
    """The end of a claim's code on the page of its incident: ``.7`` of ``I055.7``."""
    rest = code.removeprefix(prefix)
    return rest if rest != code and rest else code


@register.filter
def script_of(pieces: Iterable[Piece]) -> str:
    """The language of a paragraph of a checked text, or "" where it has no letters."""
    return language_of("".join(piece.text for piece in pieces)) or ""
