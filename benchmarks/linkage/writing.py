"""How one name is written by different hands, in Arabic letters and by rule in Latin ones.

A name is kept as it is spoken, one sign a sound, so that every way of writing it follows
from the same source and none is taken from another. Signs: ``v`` ث, ``j`` ج, ``H`` ح, ``x`` خ,
``V`` ذ, ``c`` ش, ``S`` ص, ``D`` ض, ``T`` ط, ``Z`` ظ, ``E`` ع, ``g`` غ, ``q`` ق, ``'`` hamza, other
consonants as in Latin; ``a i u`` short, ``A I U`` long; ``@`` ة with the a before it, ``Y`` ى at
an end; ``+`` the article.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

_ARABIC = dict(
    zip("btvjHxdVrzscSDTZEgfqklmnhwyAIU@Y", "بتثجحخدذرزسشصضطظعغفقكلمنهوي" + "ايوةى", strict=True)
)
_SHORT = "aiu"
_FIRST = re.compile(r"(?<![^\s-])[ʿʾ‘’]?\w")
_SUN = "tvdVrzscSDTZln"


def arabic(spoken: str, habits: int = 0) -> str:
    """A name in Arabic letters.

    Args:
        spoken: Its sounds.
        habits: Bits: 1 no hamza is set on or under an alif, 2 ة is written ه, 4 ى is written ي
            and a last ي ى, 8 what belongs together is written together, 16 no article.
    """
    words = [_arabic_word(word, habits) for word in spoken.split()]
    text = " ".join(words)
    if habits & 8:
        text = text.replace("عبد ال", "عبدال").replace("أبو ", "أبو").replace("ابو ", "ابو")
        text = text.replace(" الدين", "الدين")
    return text


def _arabic_word(spoken: str, habits: int) -> str:
    article = "" if habits & 16 or not spoken.startswith("+") else "ال"
    sounds = spoken.removeprefix("+")
    written = [_arabic_sign(sounds, at) for at in range(len(sounds))]
    word = article + "".join(written)
    if habits & 1:
        word = word.translate({ord(c): "ا" for c in "أإآ"})
    if habits & 2 and word.endswith("ة"):
        word = word[:-1] + "ه"
    if habits & 4 and word[-1] in "ىي" and len(word) > 2:
        word = word[:-1] + ("ي" if word[-1] == "ى" else "ى")
    return word


def _arabic_sign(sounds: str, at: int) -> str:
    sign = sounds[at]
    before, after = sounds[at - 1] if at else "", sounds[at + 1 : at + 2]
    if sign == "'":
        return _hamza(before, after)
    if sign in _SHORT:
        return ("إ" if sign == "i" else "أ") if at == 0 else ""
    if sign == before:  # a doubled consonant is one letter
        return ""
    if sign == "A" and before == "'" and at == 1:
        return ""
    return _ARABIC[sign]


def _hamza(before: str, after: str) -> str:
    if not before:
        return "آ" if after == "A" else "إ" if after in "iI" else "أ"
    if after in ("i", "I") or before in ("i", "I"):
        return "ئ"
    if after in ("u", "U") or before == "u":
        return "ؤ"
    return "ء" if not after or before in "AIU" else "أ"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of writing Arabic in Latin letters.

    Attributes:
        signs: What each sound becomes.
        article: What stands for the article; "~" becomes the first letter of a sun-letter word.
        end: What ة becomes.
    """

    signs: Mapping[str, str]
    article: str
    end: str


_PLAIN = dict(zip("btjHdrzsSDTZfqklmnhwyaiuAIUY", "btjhdrzssdtzfqklmnhwyaiuaiua", strict=True))
_COMMON = {**_PLAIN, "v": "th", "x": "kh", "V": "dh", "c": "sh", "g": "gh", "E": "", "'": ""}
SCHEMES = {
    # Library of Congress (ALA-LC 2012), marks under and over letters left out, as catalogues do.
    "ala": Scheme({**_COMMON, "E": "ʿ", "'": "ʾ"}, "al-", "ah"),
    # BGN/PCGN 1956: the article takes the sun letter.
    "bgn": Scheme({**_COMMON, "E": "‘", "'": "’", "Z": "z"}, "a~-", "ah"),
    # DIN 31635 and the Encyclopaedias of the continent: one letter a sound, with marks.
    "din": Scheme(
        {**_PLAIN, "v": "ṯ", "j": "ǧ", "H": "ḥ", "x": "ḫ", "V": "ḏ", "c": "š", "S": "ṣ", "D": "ḍ",
         "T": "ṭ", "Z": "ẓ", "E": "ʿ", "g": "ġ", "'": "ʾ", "A": "ā", "I": "ī", "U": "ū"},
        "al-", "a",
    ),
    # French: of the press and of Syrian and Lebanese registers.
    "french": Scheme(
        {**_COMMON, "c": "ch", "u": "ou", "U": "ou", "j": "j", "q": "k", "w": "ou", "I": "i",
         "V": "d", "v": "th"},
        "El ", "a",
    ),
    # English-language press.
    "press": Scheme(
        {**_COMMON, "I": "ee", "U": "ou", "u": "o", "V": "th", "Z": "z"}, "al-", "a"
    ),
    # As Egyptians and aid workers trained there write.
    "egyptian": Scheme(
        {**_COMMON, "j": "g", "V": "z", "v": "s", "q": "k", "i": "e", "u": "o", "I": "i"},
        "El-", "a",
    ),
    # Turkish registers along the border.
    "turkish": Scheme(
        {**_COMMON, "c": "ş", "j": "c", "x": "h", "q": "k", "w": "v", "V": "z", "v": "s",
         "g": "g", "a": "e", "A": "a"},
        "el ", "e",
    ),
}  # fmt: skip


def latin(spoken: str, scheme: Scheme, habits: int = 0) -> str:
    """A name in Latin letters.

    Args:
        spoken: Its sounds.
        scheme: The way of writing.
        habits: Bits: 1 no marks, 2 short a before two consonants or at an end is e, 4 the article
            is left out or written together, 8 capitals throughout.
    """
    text = " ".join(_latin_word(word, scheme, habits) for word in spoken.split())
    text = text.replace("abd al-", "abdul ") if habits & 2 else text
    if habits & 1:
        text = text.translate({ord(c): "" for c in "ʿʾ‘’"})
    text = _FIRST.sub(lambda found: found.group().upper(), text)
    return text.upper() if habits & 8 else text


def _latin_word(spoken: str, scheme: Scheme, habits: int) -> str:
    sounds = spoken.removeprefix("+")
    written = "".join(_latin_sign(sounds, at, scheme) for at in range(len(sounds)))
    if habits & 2:
        written = written.replace("ay", "ei").replace("ah", "eh") if "a" in written else written
    if not spoken.startswith("+"):
        return written
    if habits & 4:
        return written if len(sounds) % 2 else "al" + written
    article = scheme.article
    first = scheme.signs[sounds[0]]
    return article.replace("~", first if sounds[0] in _SUN else "l") + written


def _latin_sign(sounds: str, at: int, scheme: Scheme) -> str:
    return scheme.end if sounds[at] == "@" else scheme.signs[sounds[at]]


_ALIKE = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "ايو", "كل", "هة")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def slipped(text: str, draw: random.Random) -> str:
    """A text with one slip: a dot, a neighbouring key, a letter lost or doubled, a space lost."""
    if len(text) < 4:
        return text
    at = draw.randrange(1, len(text))
    kind = draw.random()
    if kind < 0.45:
        rows = [row for row in (*_ALIKE, *_KEYS) if text[at] in row]
        if rows:
            row = rows[0]
            beside = row[(row.index(text[at]) + 1) % len(row)]
            return text[:at] + beside + text[at + 1 :]
    if kind < 0.7:
        return text[:at] + text[at + 1 :]
    if kind < 0.85:
        return text[:at] + text[at] + text[at:]
    return text.replace(" ", "", 1)
