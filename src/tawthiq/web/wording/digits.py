"""Numbers as a reader of Arabic or English writes them.

Arabic-Indic digits by default in Arabic, 123 for whoever asked for them. Codes, addresses
and ISO dates keep their digits in every language: they are names, not numbers.
"""

from __future__ import annotations

import re

from tawthiq.web.reader import Reader

_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩٬٫٪", "0123456789,.%")
# A run of digits that stands by itself: not inside a word, a code, an address or an ISO date.
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.,/:#@=?&\-])"
    r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(\s?%)?"
    r"(?![A-Za-z0-9_/@=&]|:\S|[.,\-]\d|-[A-Za-z])"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def number(value: int, reader: Reader) -> str:
    """Write a whole number with its thousands apart, as in 1,089 and ١٬٠٨٩."""
    grouped = f"{value:,}"
    if not reader.reads_arabic_digits:
        return grouped
    return grouped.replace(",", "٬").translate(_TO_ARABIC)


def plain(value: int, reader: Reader) -> str:
    """Write a number that is not grouped: a year, a day of the month."""
    return str(value).translate(_TO_ARABIC) if reader.reads_arabic_digits else str(value)


def percent(part: int, whole: int, reader: Reader) -> str:
    """Write a share rounded to whole per cent, as in 35% and ٣٥٪."""
    share = round(100 * part / whole)
    return number(share, reader) + ("٪" if reader.reads_arabic_digits else "%")


def with_digits_of(text: str, reader: Reader) -> str:
    """Rewrite the numbers inside a sentence of ours with the digits of its reader.

    Sentences of the rooms below are written once, with either digits.
    """
    if not reader.is_arabic:
        return text
    if reader.latin_digits:
        return text.translate(_TO_LATIN)
    kept: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        kept += [_NUMBER.sub(_arabic, text[end : address.start()]), address.group()]
        end = address.end()
    return "".join([*kept, _NUMBER.sub(_arabic, text[end:])])


def _arabic(found: re.Match[str]) -> str:
    whole, fraction, sign = found.groups()
    written = whole.replace(",", "٬") + (f"٫{fraction}" if fraction else "")
    return written.translate(_TO_ARABIC) + (sign.replace("%", "٪") if sign else "")
