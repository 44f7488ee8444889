"""A filter for sentences of the law: ``{{ reason|told }}`` isolates what is in the other script.

An Arabic sentence names rows by their codes and bodies by their abbreviations; unmarked,
they would be read out as Arabic and stand in the wrong order.
"""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tawthiq.values.both import Both
from tawthiq.web.reader import current
from tawthiq.web.wording import dates, digits

register = template.Library()

# Words and codes in Latin letters without the punctuation around them, and hashes.
_LATIN = re.compile(
    r"\b(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}\b"
    r"|[A-Za-z](?:(?:[A-Za-z0-9\u00C0-\u024F'’./&:_ -]|\([A-Za-z0-9]+\))*"
    r"(?:[A-Za-z0-9\u00C0-\u024F]|\([A-Za-z0-9]+\)))?"
)
_ARABIC = re.compile(r"[\u0600-\u06FF]+(?: [\u0600-\u06FF]+)*")


@register.filter
def told(value: Both) -> SafeString:
    """A sentence in the reader's language and digits, the other script isolated and marked."""
    reader = current()
    said = digits.with_digits_of(value.in_(reader.language), reader)
    if reader.is_arabic:
        return _marked(dates.isolated(said), _LATIN, '<bdi lang="en" dir="ltr">{}</bdi>')
    return _marked(said, _ARABIC, '<bdi lang="ar" dir="rtl">{}</bdi>')


def _marked(text: str, other: re.Pattern[str], shape: str) -> SafeString:
    pieces, end = [], 0
    for found in other.finditer(text):
        pieces += [(text[end : found.start()],), (format_html(shape, found.group()),)]
        end = found.end()
    return format_html_join("", "{}", [*pieces, (text[end:],)])
