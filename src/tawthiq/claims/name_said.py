"""A person's name as one list writes it: whole, in parts, or not at all.

Every part stays as it was written, in its script and with its marks. Nothing is guessed:
a list that has only whole names gives no father, though the second word may well be his.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from tawthiq.values.text import fold, tokens

# What a list writes where it knows no name. House choice, from lists in Arabic and English.
_NOBODY = frozenset(
    map(
        fold,
        (
            *("unknown", "unidentified", "unnamed", "anonymous", "no name", "name unknown"),
            *("not known", "n/a", "na", "none", "nn", "x", "xx", "john doe", "jane doe"),
            *("مجهول", "مجهولة", "مجهول الهوية", "مجهولة الهوية", "مجهول الاسم", "غير معروف"),
            *("غير معروفة", "غير محدد", "بلا اسم", "بدون اسم", "لا يوجد", "لم يعرف اسمه"),
        ),
    )
)
_KIN = frozenset(map(fold, ("daughter", "son", "child", "wife", "mother", "father", "baby", "of",
                            "a", "the", "unknown", "unidentified", "man", "woman", "girl", "boy",
                            "person", "body", "infant", "martyr", "طفل", "طفلة", "ابن", "ابنة",
                            "بنت", "زوجة", "والدة", "والد", "رضيع", "رضيعة", "امرأة", "رجل",
                            "شخص", "جثة", "جثمان", "مجهول", "مجهولة", "شاب", "سيدة", "الهوية",
                            "الشهيد", "شهيد")))  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class NameSaid:
    """A name as written, each part "" where the list is silent.

    Attributes:
        whole: The whole name, where a list has it in one cell.
        given, father, grandfather, family, mother: Parts that have a cell of their own.
        kunya: A by-name such as Abu Omar.
    """

    whole: str = ""
    given: str = ""
    father: str = ""
    grandfather: str = ""
    family: str = ""
    mother: str = ""
    kunya: str = ""

    @property
    def is_said(self) -> bool:
        """Whether somebody is named: "unknown" and "a boy" name nobody."""
        return bool(self.words)

    @property
    def is_full(self) -> bool:
        """Whether it is a full name: two words at least besides the mother's and a by-name.

        As OHCHR's counts for Syria ask before a death is an identified one.
        """
        return len(self.words) > 1

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of the person's own name, in order; none where nobody is named."""
        return _words(self.whole, self.given, self.father, self.grandfather, self.family)

    @property
    def written(self) -> str:
        """The name for readers, as written: the whole one, or its parts in their usual order."""
        if not self.is_said:
            return ""
        if _named(self.whole):
            return self.whole
        parts = (self.given, self.father, self.grandfather, self.family)
        return " ".join(part for part in parts if _named(part))

    @property
    def parts(self) -> dict[str, str]:
        """What stands in each cell, by the name of the part; empty ones are left out."""
        said = {field.name: str(getattr(self, field.name)) for field in fields(self)}
        return {name: text for name, text in said.items() if text}


@lru_cache(maxsize=1 << 10)  # a record is asked several times, one after the other
def _words(whole: str, *parts: str) -> tuple[str, ...]:
    said = (whole,) if _named(whole) else tuple(part for part in parts if _named(part))
    return tuple(tokens(" ".join(said)))


@lru_cache(maxsize=1 << 14)  # lists repeat given names and families
def _named(text: str) -> bool:
    folded = " ".join(fold(text).split())
    return bool(folded) and folded not in _NOBODY and not set(tokens(folded)) <= _KIN
