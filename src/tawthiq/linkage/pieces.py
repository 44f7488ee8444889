"""The pieces of a written name: which word is a name, and which only leads to one.

"Abd al-Rahman", "عبد الرحمن" and "Abdurrahman" are one word of a name; "Abu Ali" is a kunya
or a family; "bin" says that a father follows; "al-Hajj" before a name is an honorific and
after it a family. What a piece is follows from its form and its place, not from a list of
people's names.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from tawthiq.values.text import fold, is_arabic


class Kind(IntEnum):
    """What a piece of a written name does to the pieces beside it."""

    WORD = 0
    """A word of the name by itself."""
    SERVANT = 1
    """عبد, abd: begins a name of two words."""
    SERVANT_MAYBE = 2
    """Abed: begins one before an article; else a name itself."""
    ARTICLE = 3
    """ال, al, el standing alone: belongs to what follows."""
    PARENT = 4
    """أبو, أم, abu, umm: with what follows a kunya, or a family name."""
    CHILD = 5
    """بن, bin, bint: the father follows."""
    SUFFIX = 6
    """الدين, الله: ends the name before it."""
    TITLE = 7
    """Hajj, Sheikh: an honorific at the beginning, else part of the family name after it."""
    HONORIFIC = 8
    """Dr, the martyr: no name."""
    OPEN = 9
    CLOSE = 10
    COMMA = 11


_PIECE = re.compile(r"[(\[{«]|[)\]}»]|[,،]|[^\W_]+")
_MARKS = {
    **dict.fromkeys("([{«", Kind.OPEN),
    **dict.fromkeys(")]}»", Kind.CLOSE),
    **dict.fromkeys(",،", Kind.COMMA),
}
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        ["عبد", "عبدال", "abd", "abdul", "abdel", "abdal", "abdol", "abdil", "abdu"], Kind.SERVANT
    ),
    "abed": Kind.SERVANT_MAYBE,
    **dict.fromkeys(
        ["ال", "al", "el", "ul", "il", "as", "ash", "ad", "ar", "at", "az"], Kind.ARTICLE
    ),
    **dict.fromkeys(
        ["ابو", "ابا", "ابي", "ام", "abu", "abou", "abo", "abi", "umm", "um", "oum", "om"],
        Kind.PARENT,
    ),
    **dict.fromkeys(
        ["بن", "ابن", "بنت", "ولد", "bin", "ibn", "ben", "bint", "bent", "ould"], Kind.CHILD
    ),
    **dict.fromkeys(
        ["الدين", "الله", "allah", "ullah", "din", "deen", "dine", "eddin", "eddine"], Kind.SUFFIX
    ),
    **dict.fromkeys(
        ["aldin", "aldeen", "eldin", "eldeen", "eldine", "uddin", "uddeen", "addin"], Kind.SUFFIX
    ),
    **dict.fromkeys(["حاج", "الحاج", "شيخ", "الشيخ", "سيد", "السيد", "ملا", "المله"], Kind.TITLE),
    **dict.fromkeys(
        ["haj", "hajj", "hadj", "sheikh", "shaykh", "sheik", "cheikh", "sayyid", "sayed"],
        Kind.TITLE,
    ),
    **dict.fromkeys(["دكتور", "الدكتور", "الشهيد", "الشهيده", "الطفل", "الطفله"], Kind.HONORIFIC),
    **dict.fromkeys(["السيده", "المرحوم", "المرحومه"], Kind.HONORIFIC),
    **dict.fromkeys(["د", "dr", "mr", "mrs", "ms", "miss", "martyr", "the"], Kind.HONORIFIC),
}
ABSENT: Final = frozenset(
    [
        "unknown",
        "unidentified",
        "unnamed",
        "na",
        "nan",
        "null",
        "none",
        "nn",
        "xx",
        "xxx",
        "notknown",
        "notavailable",
        "missing",
        "مجهول",
        "مجهوله",
        "مجهولالهويه",
        "مجهولهالهويه",
        "غيرمعروف",
        "غيرمعروفه",
        "غيرمحدد",
        "لايوجد",
        "بلا",
        "غيرمذكور",
        "لم",
        "يذكر",
    ]
)
"""Words by which writers say that they do not know, spaces left out."""


@lru_cache(maxsize=1 << 17)
def pieces(written: str) -> tuple[tuple[Kind, str], ...]:
    """The pieces of what stands between two spaces: folded, with their kind."""
    found = (match.group() for match in _PIECE.finditer(fold(written)))
    return tuple(
        (_MARKS.get(piece) or _KINDS.get(piece, Kind.WORD), piece)
        for piece in found
        if not piece.isdecimal()
    )


def is_absent(text: str) -> bool:
    """Whether a text says that nothing is known ("unknown", "مجهول الهوية", "-")."""
    folded = "".join(match.group() for match in re.finditer(r"[^\W_]+", fold(text)))
    return not folded or folded in ABSENT


_ARABIC_SERVANT = re.compile("(?<=^عبد)ال(?=..)|(?<=^ابو)ال(?=...)")
_ARABIC_SUFFIX = re.compile("(?<=..)ال(?=دين$|له$)")
_LATIN_SERVANT = re.compile(
    r"^ab+[eu]?d(?:[aeiou]l|[aeiou]r(?=r)|[aeiou]s(?=s)|l)?(?=[^aeiou]..|a..)"
)
_LATIN_SUFFIX = re.compile(r"(?<=..)(?:[aeiu][ld]?|[ld])?d(?:i|ee|y)ne?$")
_LATIN_PARENT = re.compile(r"^ab(?:u|o|ou)(?=[^aeioub]...)")
_LATIN_ARTICLE = re.compile(r"^[ae]l(?=....)")
_ARTICLE = "ال"
# The parts that lead and end a name, each in its one form.
_JOINED = {
    **dict.fromkeys(["عبدال"], "عبد"),
    **dict.fromkeys(["abdul", "abdel", "abdal", "abdol", "abdil", "abdu", "abed"], "abd"),
    **dict.fromkeys(["abou", "abo"], "abu"),
    **dict.fromkeys(["um", "oum", "om"], "umm"),
    **dict.fromkeys(
        ["deen", "dine", "eddin", "eddine", "aldin", "aldeen", "eldin", "eldeen", "eldine"], "din"
    ),
    **dict.fromkeys(["uddin", "uddeen", "addin"], "din"),
    **dict.fromkeys(["allah", "ullah"], "lah"),
    "الله": "له",
}


def joined(words: list[str]) -> str:
    """Words of a name that are one name, settled: Abd and al-Rahman, Nur and al-Din."""
    if len(words) == 1:
        return settled(words[0])
    return "".join(_JOINED.get(word) or settled(word) for word in words)


@lru_cache(maxsize=1 << 17)
def settled(word: str) -> str:
    """A word of a name, put together from its pieces, without the articles in it.

    عبدالرحمن becomes عبدرحمن as عبد الرحمن does, Nureddine nurdin as Nur al-Din does.
    """
    if is_arabic(word):
        # Twice where آل, "the house of", is written together with the article after it.
        while word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2:
            word = word.removeprefix(_ARTICLE)
        return _ARABIC_SUFFIX.sub("", _ARABIC_SERVANT.sub("", word))
    bare = _LATIN_ARTICLE.sub("", word)
    return _LATIN_SUFFIX.sub("din", _LATIN_PARENT.sub("abu", _LATIN_SERVANT.sub("abd", bare)))
