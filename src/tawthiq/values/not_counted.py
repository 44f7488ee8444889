"""Numbers in a text that count nothing: article numbers, list markers, clock times, ages.

"Article 41" is the name of an article and "2-" at the head of a line the name of a line.
A checker that took them for quantities would ask for the source of a numbering.
"""

from __future__ import annotations

import re

from tawthiq.values.addresses import Stretch, addresses
from tawthiq.values.calendar_words import UNIT
from tawthiq.values.levelled import GAP, levelled, one_of
from tawthiq.values.number_words import SPELLED_BELOW_100

_LABELS = (
    *("article", "art.", "art", "rule", "resolution", "res.", "paragraph", "para", "para.", "§"),
    *("section", "sec.", "chapter", "annex", "appendix", "table", "figure", "fig.", "page", "p."),
    *("no", "no.", "nr.", "phase", "category", "volume", "vol.", "route", "highway", "clause"),
    *("footnote", "version", "decree", "unscr", "unsc", "situation report", "sitrep", "rfc"),
    *("fact sheet", "iso", "protocol i", "protocol ii", "ap i", "ap ii", "gc iii", "gc iv"),
    *("المادة", "القاعدة", "القرار", "قرار", "الفقرة", "رقم", "الصفحة", "البند", "الفصل", "الملحق"),
)
# "Incident 12" names an incident, but "in one incident 12 civilians died" counts civilians.
_WEAK_LABELS = (
    *("case", "event", "incident", "id", "code", "ref.", "room", "number", "item", "issue"),
    *("part", "law", "update"),
)
_LABELS_OF_SEVERAL = (
    *("articles", "arts.", "arts", "rules", "resolutions", "paragraphs", "paras", "paras."),
    *("sections", "chapters", "annexes", "tables", "figures", "pages", "pp.", "nos.", "items"),
    *("phases", "cases", "clauses", "المواد", "القواعد", "القرارات", "الفقرات"),
)
_NUMBERING = r"[0-9]{1,6}(?:st|nd|rd|th)?(?:/[0-9]{1,4})?(?:\s?\([0-9a-z]{1,5}\)){0,4}"
_NEXT = rf"(?:,?{GAP}(?:and|or|to|و|او){GAP}?|,{GAP}?|،{GAP}?|[-–])"
_PEOPLE = r"(?:child|children|minors|boys|girls|those|people|persons|anyone|infants|women|men)"
_MEASURES = (
    *("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "metre", "metres"),
    *("meter", "meters", "m", "cm", "mm", "mile", "miles", "kg", "kilogram", "kilograms", "kilos"),
    *("ton", "tons", "tonne", "tonnes", "litre", "litres", "liter", "liters", "hectare"),
    *("hectares", "acres", "degrees", "minute", "minutes", "second", "seconds"),
    *("per cent", "percent", "percentage"),
    *("dollar", "dollars", "euro", "euros", "pounds", "lira", "liras", "usd", "eur", "syp"),
    *("كم", "كيلومتر", "كيلومترا", "متر", "مترا", "كغ", "طن", "دولار", "ليرة", "دقيقة", "دقائق"),
)

NOT_COUNTED: tuple[tuple[str, str], ...] = (
    (
        "2- According to",
        r"(?m:^)[^\S\n]{0,40}[#>*]{0,6}[^\S\n]{0,4}\(?[0-9]{1,3}(?:[.):]|\s?[-–])(?=\s{1,8}[^\s0-9])",
    ),
    (
        "Articles 12(1), 13 and 14",
        rf"(?<![^\Wوبل]){one_of(tuple(map(levelled, _LABELS_OF_SEVERAL)))}{GAP}?"
        rf"{_NUMBERING}(?:{_NEXT}{_NUMBERING}){{0,20}}",
    ),
    (
        "Article 41",
        rf"(?<![^\Wوبل]){one_of(tuple(map(levelled, _LABELS)))}"
        rf"{GAP}?(?:nos?\.?{GAP}?|رقم{GAP}|\()?{_NUMBERING}"
        rf"(?:{_NEXT}{_NUMBERING}(?=\s?[.;)]|{GAP}(?:of|in|من)\b|\Z))?",
    ),
    (
        "incident 12",
        rf"(?<!\w){one_of(_WEAK_LABELS)}{GAP}?{_NUMBERING}"
        rf"(?!{GAP}(?!(?:of|in|on|at|and|was|is|has|to)\b)[^\W\d_]|[0-9,.]*[0-9])",
    ),
    ("8(2)(b)(ii)", r"(?<![\w.,])[0-9]{1,4}(?:\((?:[0-9]{1,2}|[a-z]{1,5})\)){1,4}"),
    ("[12]", r"\[[0-9]{1,4}(?:[,–-]\s?[0-9]{1,4}){0,10}\]"),
    ("10:30, 5 p.m.", r"(?<![\w.,])[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?|\s?(?:am|pm|a\.m|p\.m)\b)"),
    ("+90 555 123 4567", r"(?:\+|(?<![\w.,])00)[0-9][0-9 ()-]{6,18}[0-9]"),
    ("555-123-4567", r"(?<![\w-])[0-9]{3}[- ][0-9]{3}[- ][0-9]{4}(?![\w-])"),
    ("tel: 0555 123", r"\b(?:tel|phone|fax|mobile|whatsapp)\b\W{0,4}[0-9][0-9 ()-]{4,18}"),
    (
        "children under five, aged 12",
        rf"\b(?:{_PEOPLE}{GAP}(?:aged?{GAP})?(?:under|below|over|above){GAP}(?:the{GAP}age{GAP}of{GAP})?"
        rf"|aged?{GAP}(?:of{GAP})?(?:between{GAP})?|ages{GAP}|(?:girl|boy|woman|man|baby){GAP}of{GAP})"
        rf"(?:[0-9]{{1,2}}(?![0-9]|,[0-9])|{SPELLED_BELOW_100})"
        rf"(?:(?:{GAP}(?:and|to){GAP}|[-–])[0-9]{{1,2}}\b)?",
    ),
)
"""What is passed over, each with an example, as patterns for a levelled text."""

_NOT_COUNTED = re.compile("|".join(f"(?:{pattern})" for _, pattern in NOT_COUNTED))
_UNIT_FOLLOWS = re.compile(
    rf"(?:-|{GAP})(?:(?:consecutive|long|full|successive|whole|straight|more){GAP})?"
    rf"(?:{UNIT}|{one_of(tuple(map(levelled, _MEASURES)))}\b)"
)


def stretches_not_counted(level: str) -> list[Stretch]:
    """Where the text speaks of numberings, addresses, clock times and ages."""
    return addresses(level) + [found.span() for found in _NOT_COUNTED.finditer(level)]


def is_measure(level: str, end: int) -> bool:
    """Whether what follows a number makes it a length, weight, price or time, not a count."""
    return _UNIT_FOLLOWS.match(level, end) is not None
