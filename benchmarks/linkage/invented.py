"""Names and places that nobody bears and that are built as Arabic builds its own.

A root of three consonants goes through the measures from which names are made (fāʿil, faʿīl,
mafʿūl, faʿʿāl …). The commonest given names are everybody's and stand first; frequencies fall
as Zipf found that words fall.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
import numpy.typing as npt

Shares = npt.NDArray[np.float64]

# A root is three consonants. Not all of them are roots of the language, on purpose.
_ROOTS = (  # noqa: SIM905
    "Hmd slm jml krm nSr ftH rcd Emr xld sEd rfq njb wld TlE qsm mjd HSn Edl zhr bcr "
    "frs gnm nbl wsm rbE jbr knz Sbr Hkm rzq chd ntq mHs dls bhj Efr twq smr nqc lmE "
    "hzm xTr Vkr vmr DHk Zfr ryH wqd ysn qTb mrd bTl jlw Hrv sqr fls kHl Erk dmV brz "
    "nml zgb"
).split()
_MEN = ("1A2i3", "1a2I3", "ma12U3", "1a22A3", "'a12a3", "mu1a22i3", "1a23An")
_WOMEN = ("1a2I3@", "1A2i3@", "1a2A3", "'i12A3", "ma12a3@", "1u23A'", "1a23Y")
_KINS = ("+1a22A3", "+1a2I3I", "+1a23AnI", "+mu1a22i3", "+1a2a3I", "1a23U", "+1A2i3I", "'abU 1A2i3")
_COMMON_MEN = (
    "muHammad 'aHmad EalI maHmUd Hasan Husayn xAlid Eumar yUsuf 'ibrAhIm Eabd_+lah muSTafY "
    "Eabd_+raHman Hamz@ Eabd_+karIm nUr_+dIn SalAH_+dIn Eabd_+qAdir 'ismAEIl zakariyyA"
)
_COMMON_WOMEN = "fATim@ maryam zaynab 'Amin@ xadIj@ nUr hudY 'amal rIm lInA sAr@ 'isrA'"


@dataclass(frozen=True, slots=True)
class Pool:
    """Things to draw from, each with its share."""

    spoken: tuple[str, ...]
    shares: Shares

    def drawn(self, rng: np.random.Generator, size: int) -> npt.NDArray[np.int32]:
        return rng.choice(len(self.spoken), size, p=self.shares).astype(np.int32)


def _pool(spoken: tuple[str, ...], slope: float, shift: float) -> Pool:
    shares = 1 / (np.arange(len(spoken)) + shift) ** slope
    return Pool(spoken, shares / shares.sum())


def _measured(measures: tuple[str, ...], seed: int) -> list[str]:
    """Every root in every measure, in an order that follows neither."""
    made = []
    for root, measure in product(_ROOTS, measures):
        by_place = dict(zip("123", root, strict=True))
        made.append("".join(by_place.get(sign, sign) for sign in measure))
    order = np.random.default_rng(seed).permutation(len(made))
    return [made[at] for at in order]


def _spaced(words: str) -> list[str]:
    return [word.replace("_", " ") for word in words.split()]


@cache
def men() -> Pool:
    return _pool(tuple(dict.fromkeys(_spaced(_COMMON_MEN) + _measured(_MEN, 11))), 1.05, 2.5)


@cache
def women() -> Pool:
    return _pool(tuple(dict.fromkeys(_spaced(_COMMON_WOMEN) + _measured(_WOMEN, 12))), 0.9, 3.0)


@cache
def families() -> Pool:
    fathers = ["+" + name for name in men().spoken[:60] if " " not in name and name[0] != "'"]
    made = _measured(_KINS, 13)
    return _pool(tuple(dict.fromkeys([*fathers, *made, *_double(made)])), 0.8, 8.0)


def _double(made: list[str]) -> list[str]:
    """Families that go by two words."""
    return [f"+HAjj {word}" for word in made[::3] if word.startswith("+")]


GOVERNORATES = (
    "+jabaliyy@", "+ganIm@", "zahrawAn", "tall +nahr", "+Sabr@", "wAdI +qamH", "marjAn", "+rasTAn",
)  # fmt: skip
PLACES_EACH = 16
_LEADS = ("kafr", "tall", "dayr", "Eayn", "bayt", "xAn", "", "")


@cache
def places() -> tuple[str, ...]:
    """The places of all governorates, neighbours side by side, ``PLACES_EACH`` of each."""
    words = _measured(("1a22U3@", "1a23In", "+1u2ay3@", "1a2AyA", "+1A2i3iyy@"), 14)
    many = len(GOVERNORATES) * PLACES_EACH
    return tuple(f"{_LEADS[at % 8]} {words[at]}".strip() for at in range(many))
