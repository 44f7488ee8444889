"""Arabic and Latin writing brought to one form, so that a word is found however it was typed.

A name reaches us as أحمد, احمد, Ahmed or AHMAD. ``fold`` removes what is a habit of
writing (case, vowel signs, hamza seats, digits, directional marks); ``stem`` the
Arabic article and common endings; ``skeleton`` brings both scripts to the same
consonants. A search keeps ``index_text`` of a text and asks for ``query_terms``.

Folding is for finding. What a source wrote is kept, shown and quoted as it was written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from unicodedata import category, combining, decimal, normalize

# Letters that Unicode does not decompose, but that one keyboard has in another's place.
_ALIKE = {
    "ـ": "",  # tatweel stretches a word and says nothing
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    # An apostrophe stands for ʿayn and hamza, which the next writer leaves out.
    **dict.fromkeys("'’‘‛ʿʾʼʻʽˈ`´′ʹ", ""),
}
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


class _Letters(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """Fold until nothing changes, so that folding twice is folding once."""
    before, now = "", character
    while now != before:
        before, now = now, "".join(map(_fold_once, normalize("NFKD", now)))
    return now


def _fold_once(character: str) -> str:
    # Cf holds the directional marks, joiners and soft hyphens that nobody sees.
    if combining(character) or category(character) == "Cf":
        return ""
    digit = decimal(character, None)
    if digit is not None:
        return str(digit)
    return _ALIKE.get(character, character).casefold()


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The text without habits of writing; folding it again changes nothing."""
    return _POSSESSIVE.sub("", text).translate(_LETTERS)


def tokens(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


def is_arabic(token: str) -> bool:
    """Whether a token is written in Arabic letters (its first letter says so)."""
    return "\u0620" <= token[:1] <= "\u06ff"


# The longest first: what is "and with the" must not be read as "and".
_PREFIXES = ("وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال")
_SUFFIXES = ("ات", "ون", "ين", "ان", "يه", "ها", "هم", "نا", "ه", "ي")
_KEPT = 3  # letters: a shorter rest is no longer the word


@lru_cache(maxsize=1 << 16)
def stem(token: str) -> str:
    """A folded Arabic word without article, joined particles and one common ending.

    Other words come back as they are. It is light on purpose: broken plurals keep
    their form, and a short name such as وليد is not cut at its first letter.
    """
    if not is_arabic(token):
        return token
    return _without_suffix(_without_prefix(token))


def _without_prefix(token: str) -> str:
    for prefix in _PREFIXES:
        if token.startswith(prefix) and len(token) - len(prefix) >= _KEPT:
            return token[len(prefix) :]
    if token.startswith("و") and len(token) > _KEPT + 1:
        return token[1:]
    return token


def _without_suffix(token: str) -> str:
    for suffix in _SUFFIXES:
        if token.endswith(suffix) and len(token) - len(suffix) >= _KEPT:
            return token[: -len(suffix)]
    return token


# Consonants of both scripts, as one writer or another of Latin letters would give them.
# "c" is sh; "W" and "Y" are written only in `skeletons`.
_ARABIC = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهوي", "bttjhkddrzscsdtzgfkklmnhWY", strict=True))
_LATIN_PAIRS = {"kh": "k", "gh": "g", "sh": "c", "ch": "c", "th": "t", "dh": "d", "dj": "j"}
_LATIN = dict(zip("bcdfghjklmnpqrstvxz", "bkdfghjklmnbkrstfkz", strict=True))
_LATIN_VOWELS = {"u": "W", "o": "W", "w": "W", "i": "Y", "e": "Y", "y": "Y"}
_SOUND = re.compile("|".join(_LATIN_PAIRS) + r"|[a-z]")
_ARTICLE = re.compile(r"^(?:ال|(?:al|el)(?=....))(?=..)")
_ARABIC_END, _LATIN_END = re.compile("(?<=.)[هيوا]+$"), re.compile("[aeiouwy]+h?$")
_MAYBE_H = re.compile("[aeiouwy]h$")
_FIRST = frozenset("wyوي")
_MAYBE = 3  # long vowels tried both ways; a name with more is told by its consonants


@lru_cache(maxsize=1 << 16)
def skeleton(token: str) -> str:
    """The consonants of a folded token, the same for both scripts; "" where none are left.

    Long vowels are left out, so خالد and خلود look alike here; ``skeletons`` tells
    them apart where the script allows it.
    """
    return _settled(_VOWELS.sub("", _sounds(token)))


@lru_cache(maxsize=1 << 16)
def skeletons(token: str) -> frozenset[str]:
    """The ways in which the other script may write a folded token, as consonants and W or Y.

    Arabic writes a long vowel and leaves out a short one, and so has one way. Latin
    letters do not tell the two apart: "Yusuf" may be يسف, يوسف, يسوف or يوسوف. Two
    tokens can be the same word when they share a way.
    """
    if is_arabic(token):
        return frozenset({_settled(_sounds(token))} - {""})
    ways = _ways(_sounds(token))
    if _MAYBE_H.search(token):
        # A last h is ة, which is not heard (Fatimah), or ح, which is (Saleh).
        ways |= _ways(_sounds(token, heard_to_the_end=True))
    return frozenset(ways - {""})


def _ways(sounds: str) -> set[str]:
    pieces = _VOWELS.split(sounds)
    if len(pieces) > 2 * _MAYBE + 1:
        return {_settled(_VOWELS.sub("", sounds))}
    choices = [_readings(piece) if at % 2 else {piece} for at, piece in enumerate(pieces)]
    return {_settled("".join(way)) for way in product(*choices)}


_VOWELS = re.compile("([WY]+)")


def _readings(vowels: str) -> set[str]:
    """A run of vowels in Latin letters: not written in Arabic, or by one letter, or by all."""
    return {"", *vowels, _settled(vowels)}


def _sounds(token: str, heard_to_the_end: bool = False) -> str:
    """Consonants, and every long vowel but those at the end.

    The end of a word is where writers differ most: ة, ه, ية, a, ah, eh, iyya. A word
    that begins with w or y begins with a consonant in both scripts.
    """
    token = _ARTICLE.sub("", token)
    if is_arabic(token):
        sounds = "".join(_ARABIC.get(letter, "") for letter in _ARABIC_END.sub("", token))
    else:
        bare = token if heard_to_the_end else _LATIN_END.sub("", token)
        sounds = "".join(_sound(found.group()) for found in _SOUND.finditer(bare))
    return sounds[0].lower() + sounds[1:] if token[:1] in _FIRST and sounds else sounds


def _sound(letters: str) -> str:
    return _LATIN_PAIRS.get(letters) or _LATIN.get(letters) or _LATIN_VOWELS.get(letters, "")


def _settled(sounds: str) -> str:
    """Doubled letters once."""
    return re.sub(r"(.)\1+", r"\1", sounds)


# عبد الله and عبدالله, Abd al-Rahman and Abdulrahman are one name however it is spaced.
_ARABIC_PARTS = re.compile(r"\b(عبد|ابو|ابن|بن|ام)\s+(?=[\u0621-\u064a])")
_LATIN_PARTS = re.compile(r"\b(abu|ibn|umm|abd)[\s-]+(?=[a-z])|\b(abd[aeu]l)[\s-]+(?=[a-z])")
_ABD_AL = re.compile(r"\babd[\s-]+([aeu]l)[\s-]+(?=[a-z])")
_LATIN_ARTICLE = re.compile(r"\b(?:[ae]l[\s-]+|a(?:sh|[dnrstz])-)(?=[a-z]{2})")


def joined(text: str) -> str:
    """Folded text with names of two words written as one, and no Latin article before a name."""
    spaced = _ABD_AL.sub(r"abd\1", _ARABIC_PARTS.sub(r"\1", fold(text)))
    return _LATIN_ARTICLE.sub(
        "", _LATIN_PARTS.sub(lambda found: found.group(1) or found.group(2), spaced)
    )


# Marks of skeleton words in an index: no Arabic or English word begins so.
_OF_ARABIC, _OF_LATIN = "xqa", "xql"
_TELLING = 3  # letters of a skeleton; with fewer, too many names look alike


def _skeleton_words(token: str, mark: str) -> list[str]:
    return sorted(mark + way for way in skeletons(token) if len(way) >= _TELLING)


def index_text(text: str) -> str:
    """What a search index keeps of a text: its words, their stems and their skeletons.

    The index must split at spaces only, and add no stemming of its own (SQLite FTS5
    ``unicode61``, PostgreSQL ``simple``).
    """
    words = list(dict.fromkeys(tokens(text) + _WORD.findall(joined(text))))
    extra = [stem(word) for word in words]
    for word in words:
        extra += _skeleton_words(word, _OF_ARABIC if is_arabic(word) else _OF_LATIN)
    return " ".join(dict.fromkeys(words + extra))


def query_terms(query: str) -> tuple[tuple[str, ...], ...]:
    """What to ask of an index: from every group at least one word must be there.

    Skeletons look across scripts only, except that Latin letters also look among
    Latin spellings: Arabic has one spelling, and there they would find other names.
    No group at all means that the query holds no word, and finds nothing.
    """
    return tuple(_group(word) for word in dict.fromkeys(_WORD.findall(joined(query))))


def _group(word: str) -> tuple[str, ...]:
    marks = (_OF_LATIN,) if is_arabic(word) else (_OF_ARABIC, _OF_LATIN)
    across = [key for mark in marks for key in _skeleton_words(word, mark)]
    return tuple(dict.fromkeys([word, stem(word), *across]))
