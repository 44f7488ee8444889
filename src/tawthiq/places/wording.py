"""The words around a place name: what kind of place, which site in it, how near, which part.

"Ma'arat al-Numan market", "outskirts of Khan Sheikhoun", "ريف حماة الشمالي": the name
is in the middle, and what stands around it says something that must not get lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawthiq.places.place import Level
from tawthiq.values.text import fold

_KINDS: dict[str, Level] = {
    fold(word): level
    for level, words in {
        Level.GOVERNORATE: "governorate governorates province provinces muhafazat "
        "محافظة محافظتي محافظات",
        Level.DISTRICT: "district districts mantiqa mantiqah",
        Level.SUBDISTRICT: "subdistrict sub-district nahiya nahiyah nahia ناحية",
        Level.SETTLEMENT: "city town village suburb locality hamlet madinat qaryat "
        "مدينة المدينة بلدة قرية بلدتي قريتي مدينتي",
    }.items()
    for word in words.split()
}


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_SITES = _folded(
    "market markets souk souq suq hospital hospitals clinic school schools mosque church camp "
    "compound bakery centre center "
    "سوق أسواق مشفى مستشفى مدرسة مسجد جامع كنيسة مخيم تجمع فرن مخبز مركز"
)
_NEAR = _folded(
    "near around outskirts outskirt outside area surroundings vicinity environs suburbs "
    "north south east west north-west north-east south-west south-east "
    "northwest northeast southwest southeast "
    "قرب أطراف محيط منطقة جوار ضواحي شمال جنوب شرق غرب"
)
_SIDE = _folded(
    "northern southern eastern western northwestern northeastern southwestern southeastern "
    "north-western north-eastern south-western south-eastern central "
    "الشمالي الجنوبي الشرقي الغربي الشمالية الجنوبية الشرقية الغربية شمالي جنوبي شرقي غربي"
)
_RURAL = _folded("rural countryside areas parts ريف أرياف ريفي")
_LINKS = _folded("the of in at to from its في من إلى")

_AROUND = (_SITES, _NEAR, _SIDE, _RURAL, _LINKS)


@dataclass(frozen=True, slots=True)
class Wording:
    """A name, and what the words around it say.

    Attributes:
        name: The name alone.
        level: The kind of place the words ask for, or None.
        detail: The site in it, and whatever stood in brackets.
        near: Whether the words put it near the place.
        side: Whether the words speak of one side of it ("northern", "الشرقي"), which may
            also be a part of the name of another village.
        rural: Whether the words speak of its countryside.
    """

    name: str
    level: Level | None = None
    detail: str = ""
    near: bool = False
    side: bool = False
    rural: bool = False

    @property
    def is_part(self) -> bool:
        return self.side or self.rural


def read_wording(words: str) -> Wording:
    """Part a phrase without brackets into a name and what stands around it."""
    left, taken = words.split(), []
    while len(left) > 1 and _is_known(left[0]):
        taken.append(left.pop(0))
    while len(left) > 1 and _is_known(left[-1]):
        taken.append(left.pop())
    around = [_word(word) for word in taken]
    levels = [_KINDS[word] for word in around if word in _KINDS]
    return Wording(
        name=" ".join(left),
        level=levels[0] if levels else None,
        detail=" ".join(word for word in taken if _word(word) in _SITES),
        near=any(word in _NEAR for word in around),
        side=any(word in _SIDE for word in around),
        rural=any(word in _RURAL for word in around),
    )


def says_near(detail: str) -> bool:
    """Whether all the words of a bracket only say that it was near the place ("outskirts")."""
    words = detail.split()
    return any(_word(word) in _NEAR for word in words) and all(map(_is_known, words))


def _word(word: str) -> str:
    return fold(word).strip('.,;:،؛"“”«»')


def _is_known(word: str) -> bool:
    word = _word(word)
    return word in _KINDS or any(word in words for words in _AROUND)


_BRACKETS = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]\s*")
_DASHES = re.compile("[‐‑‒–—]")
_SPACES = re.compile(r"\s+")


def without_brackets(written: str) -> tuple[str, str]:
    """The words outside brackets, and those inside them."""
    details = [detail.strip() for detail in _BRACKETS.findall(written)]
    outside = _SPACES.sub(" ", _BRACKETS.sub(" ", _DASHES.sub("-", written)))
    return outside.strip(" ,;،"), "; ".join(filter(None, details))


_COMMA = re.compile(r"\s*[,،;؛\n]\s*")
_AND = re.compile(r"\s*(?:&|\+|\band\b)\s*", re.IGNORECASE)
_ARABIC_AND = re.compile(r"\s+و(?=\S\S)")
_OR = re.compile(r"\s*(?:/|\bor\b|\bأو\b)\s*", re.IGNORECASE)


def by_commas(words: str) -> list[str]:
    return _pieces(_COMMA, words)


def by_and(words: str) -> list[str]:
    """The names of a list: at commas and at "and"."""
    return [piece for part in by_commas(words) for piece in _pieces(_AND, part)]


def by_arabic_and(words: str) -> list[str]:
    """The names of an Arabic list, whose "and" is a letter of the next word.

    The caller must make sure that each piece is a name: many names begin with that letter.
    """
    return [piece for part in by_and(words) for piece in _pieces(_ARABIC_AND, part)]


def by_or(words: str) -> list[str]:
    return _pieces(_OR, words)


def _pieces(separator: re.Pattern[str], words: str) -> list[str]:
    return [piece.strip() for piece in separator.split(words) if piece.strip()]
