"""The numbers of people in one row of claims, and whether they can all be true."""

from __future__ import annotations

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN
from tawthiq.claims.toll import Harm, Toll
from tawthiq.intake.refusal import CellError
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany


def tolls_of(
    killed: HowMany | None,
    children: HowMany | None,
    women: HowMany | None,
    injured: HowMany | None,
) -> tuple[Toll, ...]:
    """The tolls of a row; a number that nobody said makes none.

    Raises:
        CellError: More children, or children and women, were killed than people in all.
    """
    refuse_more_than_all(killed, children, women)
    said = (
        (Harm.KILLED, UNSTATED, killed),
        (Harm.KILLED, CHILDREN, children),
        (Harm.KILLED, WOMEN, women),
        (Harm.INJURED, UNSTATED, injured),
    )
    return tuple(Toll(harm, group, number) for harm, group, number in said if number is not None)


def refuse_more_than_all(
    killed: HowMany | None, children: HowMany | None, women: HowMany | None
) -> None:
    """Refuse parts that no reading of the numbers fits into the whole.

    Only the least of the parts is held against the most of the whole, because ranges may
    overlap: 2-6 children among 3-4 killed can be true. "At least 12", "about 40" and
    "dozens" say no most, so no part is too large for them. Women are adults here, as in
    the column's definition, so nobody is counted in both parts.

    Raises:
        CellError: The parts cannot be true beside the whole.
    """
    if killed is None or killed.high is None:
        return
    most = killed.high
    if _least(children) > most:
        raise _more(Both("children", "الأطفال"), _least(children), most)
    if _least(children) + _least(women) > most:
        raise _more(
            Both("children and women", "الأطفال والنساء"), _least(children) + _least(women), most
        )


def _more(whom: Both, part: int, whole: int) -> CellError:
    return CellError(
        Both(
            f"the {whom.en} killed ({part}) are more than all killed ({whole})",
            f"عدد القتلى من {whom.ar} ({part}) أكبر من عدد القتلى جميعًا ({whole})",
        ),
        Both(
            "correct the part or the whole; “killed” counts everybody",
            "صحّح الجزء أو المجموع؛ فعمود القتلى يشمل الجميع",
        ),
    )


def _least(number: HowMany | None) -> int:
    return 0 if number is None or number.low is None else number.low
