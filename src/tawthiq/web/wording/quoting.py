"""Words of others inside a page of ours: kept as they are, in their own script and direction."""

from __future__ import annotations

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tawthiq.values.both import Language

_ARABIC = re.compile(r"[\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]")


def language_of(text: str) -> Language | None:
    """The script that most letters of a text are in, or None where it has no letters."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if not arabic and not latin:
        return None
    return "ar" if arabic > latin else "en"


def quoted(text: str, reading: Language) -> SafeString:
    """Write a source's own words: isolated, and marked where their language is not the page's."""
    language = language_of(text)
    if language is None or language == reading:
        return format_html("<bdi>{}</bdi>", text)
    direction = "rtl" if language == "ar" else "ltr"
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction, text)
