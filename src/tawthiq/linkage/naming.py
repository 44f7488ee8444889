"""Which word of a written name is the given name, which the father's, which the family's.

Arabic lists write given name, father, grandfather and family one after the other and leave
out what they do not know; some write the family first, put a kunya before the name, or a
nickname in brackets. A word gets its part from its place. The place may be wrong, and so
a comparison also looks for a word in the other parts (``comparing``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.pieces import Kind, is_absent, joined, pieces
from tawthiq.linkage.table import Codes

PARTS: Final = ("given", "father", "grandfather", "family", "kunya", "more")
"""What a whole name is taken apart into; ``more`` is a word beyond the fourth."""
_GIVEN, _FATHER, _GRANDFATHER, _FAMILY, _KUNYA, _MORE = range(len(PARTS))
MOST_UNITS: Final = 12
"""Words of a name that are looked at; a cell with more is no name but a sentence."""
_AT_ONCE = 100_000
_BETWEEN = "\ue000"  # in private use: no name holds it

_WORD, _SERVANT, _MAYBE = int(Kind.WORD), int(Kind.SERVANT), int(Kind.SERVANT_MAYBE)
_ARTICLE, _PARENT, _CHILD = int(Kind.ARTICLE), int(Kind.PARENT), int(Kind.CHILD)
_SUFFIX, _TITLE, _HONORIFIC = int(Kind.SUFFIX), int(Kind.TITLE), int(Kind.HONORIFIC)
_OPEN, _CLOSE, _COMMA = int(Kind.OPEN), int(Kind.CLOSE), int(Kind.COMMA)
_IS_KUNYA, _ASIDE, _AFTER_CHILD = 1, 2, 4
_MOST_JOINED = 3  # pieces in a word: more do not fit into one number below

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Parted:
    """Written names taken apart.

    Attributes:
        words: The distinct words, settled (see ``pieces.settled``).
        parts: For each written name and each of ``PARTS`` the number of its word, or -1.
    """

    words: tuple[str, ...]
    parts: Codes


def parted(names: Sequence[str]) -> Parted:
    """Take distinct whole names apart."""
    tokens, bounds, distinct = _tokens(names)
    found = [pieces(token) for token in distinct]
    texts = {text: at for at, text in enumerate(dict.fromkeys(t for p in found for _, t in p))}
    flat = list(chain.from_iterable(found))
    kinds = np.array([kind for kind, _ in flat], np.int8)
    codes = np.array([texts[text] for _, text in flat], np.int64)
    ends = np.cumsum([len(p) for p in found]) if found else np.zeros(0, np.int64)
    starts = np.r_[0, ends].astype(np.int64)
    keys, parts = _assembled(tokens, bounds, starts, kinds, codes, len(texts) + 1)
    return _worded(keys, parts, list(texts))


def phrase(written: str) -> str:
    """One word for a text that is one part already (a given name, a place): spaces left out.

    Nothing comes back for a text that says that nothing is known.
    """
    if is_absent(written):
        return ""
    one = parted_words(chain.from_iterable(pieces(token) for token in written.split()))
    return "".join(one) or "".join(written.casefold().split())


def parted_words(found: Iterable[tuple[Kind, str]]) -> list[str]:
    """The words of one part, each settled, without articles and honorifics."""
    words: list[list[str]] = []
    joins = False
    for kind, text in found:
        if kind in (Kind.ARTICLE, Kind.HONORIFIC, Kind.OPEN, Kind.CLOSE, Kind.COMMA):
            continue
        if words and (joins or kind is Kind.SUFFIX):
            words[-1].append(text)
        else:
            words.append([text])
        joins = kind in (Kind.SERVANT, Kind.SERVANT_MAYBE, Kind.PARENT)
    return [joined(word) for word in words]


def _tokens(names: Sequence[str]) -> tuple[Codes, Numbers, list[str]]:
    """The tokens of all names as numbers, where each name ends, and the distinct tokens."""
    places: dict[str, int] = {_BETWEEN: 0}
    parts: list[Codes] = []
    for first in range(0, len(names), _AT_ONCE):
        some = f" {_BETWEEN} ".join(names[first : first + _AT_ONCE]).split()
        some.append(_BETWEEN)
        for token in dict.fromkeys(some):
            places.setdefault(token, len(places))
        parts.append(np.fromiter(map(places.__getitem__, some), np.int32, len(some)))
    tokens = np.concatenate(parts) if parts else np.zeros(0, np.int32)
    distinct = list(places)
    distinct[0] = ""
    return tokens, np.flatnonzero(tokens == 0), distinct


@compiled
def _assembled(
    tokens: Codes,
    bounds: Numbers,
    starts: Numbers,
    kinds: npt.NDArray[np.int8],
    codes: Numbers,
    base: int,
) -> tuple[Numbers, Codes]:
    """The keys of the words that the names are made of, and for each name its parts.

    A key holds up to three pieces as digits to the ``base``; a part is a place among the keys.
    """
    names = len(bounds)
    keys = np.zeros(len(tokens) * 2 + 16, np.int64)
    parts = np.full((names, 6), -1, np.int32)
    row_kinds = np.zeros(64, np.int64)
    row_codes = np.zeros(64, np.int64)
    units = np.zeros(MOST_UNITS, np.int64)
    flags = np.zeros(MOST_UNITS, np.int64)
    total = 0
    first = 0
    for name in range(names):
        held = 0
        for at in range(first, bounds[name]):
            token = tokens[at]
            for piece in range(starts[token], starts[token + 1]):
                if held < 64:
                    row_kinds[held] = kinds[piece]
                    row_codes[held] = codes[piece]
                    held += 1
        first = bounds[name] + 1
        count, comma = _units(row_kinds, row_codes, held, base, units, flags)
        if total + count > len(keys):
            grown = np.zeros(len(keys) * 2 + count, np.int64)
            grown[:total] = keys[:total]
            keys = grown
        _placed(units, flags, count, comma, parts[name], total)
        keys[total : total + count] = units[:count]
        total += count
    return keys[:total], parts


@compiled
def _units(
    kinds: Numbers, codes: Numbers, held: int, base: int, units: Numbers, flags: Numbers
) -> tuple[int, int]:
    """Join pieces to words: how many there are, and after how many of them a comma stands."""
    count, comma, joined = 0, 0, 0
    wants, aside, child = False, False, False
    for at in range(held):
        kind, code = kinds[at], codes[at] + 1
        last = at == held - 1
        if kind in (_OPEN, _CLOSE):
            aside, wants = kind == _OPEN, False
        elif kind == _COMMA:
            comma, wants = (count if comma == 0 else comma), False
        elif (
            (kind == _ARTICLE and not (last and count == 0))
            or (kind == _HONORIFIC and held > 1)
            or (kind == _TITLE and count == 0 and held - at > 2)
        ):
            continue
        elif kind == _CHILD and count > 0 and not last:
            child, wants = True, False
        elif (wants or (kind == _SUFFIX and count > 0)) and joined < _MOST_JOINED:
            units[count - 1] = units[count - 1] * base + code
            joined += 1
            wants = kind == _SERVANT
        elif count < MOST_UNITS:
            units[count] = code
            flags[count] = _ASIDE * aside + _AFTER_CHILD * child + _IS_KUNYA * (kind == _PARENT)
            count, joined, child = count + 1, 1, False
            follows = not last and kinds[at + 1] != _CLOSE
            before_article = follows and kinds[at + 1] == _ARTICLE
            wants = follows and (
                kind in (_SERVANT, _PARENT, _TITLE) or (kind == _MAYBE and before_article)
            )
    return count, comma


@compiled
def _placed(
    units: Numbers, flags: Numbers, count: int, comma: int, parts: Codes, offset: int
) -> None:
    """Give each word of a name its part."""
    main = np.zeros(MOST_UNITS, np.int64)
    held = 0
    for turn in range(count):
        # "Family, Given Father": what stands before the comma belongs at the end.
        at = (turn + comma) % count if comma > 0 else turn
        if flags[at] & _ASIDE or (flags[at] & _IS_KUNYA and held == 0 and count > 1):
            if parts[_KUNYA] < 0:
                parts[_KUNYA] = offset + at
        else:
            main[held] = at
            held += 1
    if held == 0:
        return
    after_child = flags[main[held - 1]] & _AFTER_CHILD
    parts[_GIVEN] = offset + main[0]
    middle = held
    if held > 1 and not after_child:
        parts[_FAMILY] = offset + main[held - 1]
        middle = held - 1
    if middle > 1:
        parts[_FATHER] = offset + main[1]
    if middle > 2:
        parts[_GRANDFATHER] = offset + main[2]
    if middle > 3:
        parts[_MORE] = offset + main[3]


def _worded(keys: Numbers, parts: Codes, texts: list[str]) -> Parted:
    """Spell the keys out and number the distinct words."""
    base = len(texts) + 1
    distinct, which = np.unique(keys, return_inverse=True)
    spelled = [joined(_pieces_of(key, texts, base)) for key in distinct.tolist()]
    places = {word: at for at, word in enumerate(dict.fromkeys(spelled))}
    of_key = np.fromiter((places[word] for word in spelled), np.int32, len(spelled))
    of_unit = np.append(of_key[which], np.int32(-1))  # part -1 takes the last
    return Parted(tuple(places), of_unit[parts])


def _pieces_of(key: int, texts: list[str], base: int) -> list[str]:
    found: list[str] = []
    while key:
        key, code = divmod(key, base)
        found.append(texts[code - 1])
    return found[::-1]
