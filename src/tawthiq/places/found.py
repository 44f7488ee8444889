"""What looking for a written place gives: the place, a choice that is not ours, or nothing.

A name never becomes a place silently. Each answer says how it came about, in both
languages, and keeps the words that were asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.places.place import Area, Place
from tawthiq.values.both import Both


class How(StrEnum):
    """On what the answer rests, the surest first."""

    CODE = "code"
    NAME = "name"
    SPELLING = "spelling"

    @property
    def said(self) -> Both:
        return _HOW_WORDS[self]


_HOW_WORDS = {
    How.CODE: Both("the code was given", "ذُكر الرمز"),
    How.NAME: Both("a name known for it was written", "كُتب اسم معروف له"),
    How.SPELLING: Both(
        "the consonants are those of a name known for it",
        "تطابق الحروف الساكنة اسمًا معروفًا له",
    ),
}


class Reason(StrEnum):
    """Why there is not one place."""

    SAME_NAME = "same name"
    CITY_OR_GOVERNORATE = "city or governorate"
    ONE_OR_OTHER = "one or the other"
    TOGETHER = "several together"
    NOTHING_WRITTEN = "nothing written"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    AREA_ONLY = "only an area"
    A_SIDE = "a side of a place"

    @property
    def said(self) -> Both:
        return _REASON_WORDS[self]


_REASON_WORDS = {
    Reason.SAME_NAME: Both("several places bear this name", "تحمل عدة أماكن هذا الاسم"),
    Reason.CITY_OR_GOVERNORATE: Both(
        "a city and its governorate bear this name; write which is meant",
        "تحمل المدينة والمحافظة هذا الاسم؛ اكتب أيهما المقصود",
    ),
    Reason.ONE_OR_OTHER: Both(
        "the words name one place or another", "تذكر العبارة مكانًا أو مكانًا آخر"
    ),
    Reason.TOGETHER: Both(
        "the words name several places together; what is said belongs to all of them",
        "تذكر العبارة عدة أماكن معًا؛ وما قيل يخصها جميعًا",
    ),
    Reason.NOTHING_WRITTEN: Both("no place is written", "لم يُكتب مكان"),
    Reason.UNKNOWN: Both(
        "no place of this name is known; choose one, or import a table that has it",
        "لا يُعرف مكان بهذا الاسم؛ اختر مكانًا أو استورد جدولًا يضمه",
    ),
    Reason.ELSEWHERE: Both(
        "a place of this name is known only elsewhere",
        "لا يُعرف مكان بهذا الاسم إلا في منطقة أخرى",
    ),
    Reason.AREA_ONLY: Both(
        "the words name an area and no place in it", "تذكر العبارة منطقة ولا تذكر مكانًا فيها"
    ),
    Reason.A_SIDE: Both(
        "the words may mean one side of a place, or another place",
        "قد تعني العبارة جهة من المكان أو مكانًا آخر",
    ),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One place.

    Attributes:
        written: The words that were asked.
        place: The place they name.
        how: On what that rests.
        near: Whether the words put it near the place and not in it ("north of ...",
            "outskirts"): right for a map, not for a count inside the place.
        detail: What the words say beyond the place ("market", "al-Qusour").
    """

    written: str
    place: Place
    how: How
    near: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """Several places, and nothing in the words that decides.

    Attributes:
        written: The words that were asked.
        places: The places they may name; for ``Reason.TOGETHER`` all of them are meant.
        reason: Why it is not one.
        why: The same for a reader.
        holder: The code of the smallest place that holds them all, or "": that much is
            sure.
        complete: Whether every name in the words gave exactly one place. If not, more
            places may be meant than are listed; ``find_all`` says which name failed.
    """

    written: str
    places: tuple[Place, ...]
    reason: Reason
    why: Both
    holder: str = ""
    complete: bool = True


@dataclass(frozen=True, slots=True)
class NotFound:
    """No place.

    Attributes:
        written: The words that were asked.
        reason: Why there is none.
        why: The same for a reader.
        nearest: Places whose names come close, for a person to choose from.
        area: The area that the words name, where they name one and no place in it.
    """

    written: str
    reason: Reason
    why: Both
    nearest: tuple[Place, ...] = ()
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class FoundArea:
    """An area that some words name, and why we take them so."""

    written: str
    area: Area
    why: Both


Answer = Found | Between | NotFound
AreaAnswer = FoundArea | Between | NotFound
