"""What is compared and what was found, in the words of a reviewer, English and Arabic."""

from __future__ import annotations

from typing import Final

from tawthiq.linkage.comparing import (
    F_BIRTH,
    F_DIED,
    F_EXTRA,
    F_FAMILY,
    F_FATHER,
    F_GIVEN,
    F_GOVERNORATE,
    F_GRANDFATHER,
    F_KUNYA,
    F_LIST,
    F_MOTHER,
    F_MOVED,
    F_PLACE,
    F_SEX,
)
from tawthiq.values.both import Both

FIELDS: Final[dict[int, Both]] = {
    F_GIVEN: Both("given name", "الاسم الأول"),
    F_FATHER: Both("father's name", "اسم الأب"),
    F_GRANDFATHER: Both("grandfather's name", "اسم الجد"),
    F_FAMILY: Both("family name", "اسم العائلة"),
    F_MOTHER: Both("mother's name", "اسم الأم"),
    F_KUNYA: Both("kunya", "الكنية"),
    F_MOVED: Both("order of the name", "ترتيب الاسم"),
    F_DIED: Both("date of death", "تاريخ الوفاة"),
    F_BIRTH: Both("birth or age", "الميلاد أو العمر"),
    F_SEX: Both("sex", "الجنس"),
    F_PLACE: Both("place", "المكان"),
    F_GOVERNORATE: Both("governorate", "المحافظة"),
    F_LIST: Both("list", "القائمة"),
}
"""The comparisons that are findings of their own."""

COLUMNS: Final[dict[int, tuple[str, ...]]] = {
    F_GIVEN: ("given", "name"),
    F_FATHER: ("father", "name"),
    F_GRANDFATHER: ("grandfather", "name"),
    F_FAMILY: ("family", "name"),
    F_MOTHER: ("mother",),
    F_KUNYA: ("kunya", "name"),
    F_MOVED: ("name", "given"),
    F_DIED: ("date",),
    F_BIRTH: ("born", "age"),
    F_SEX: ("sex",),
    F_PLACE: ("place",),
    F_GOVERNORATE: ("governorate",),
    F_LIST: ("source",),
}
"""The columns of the table from which a comparison is made, the more exact one first."""

SILENT: Final = Both(
    "not said by one of them, or it follows from what agrees already",
    "لا يذكره أحدهما، أو يتبع اتفاقًا ذُكر",
)
_TEXTS = (
    SILENT,
    Both("the same word", "الكلمة نفسها"),
    Both("sounds the same, written otherwise", "تُلفظ كما هي وكُتبت بصورة أخرى"),
    Both("one slip away, and one of the spellings is rare", "تختلف بحرف، وإحدى الصورتين نادرة"),
    Both("one letter away, but both are names in use", "تختلف بحرف، لكن كلتيهما اسم مستعمل"),
    Both("somewhat alike", "بينهما شبه"),
    Both("another word", "كلمة أخرى"),
)
_FOUND: dict[int, tuple[Both, ...]] = {
    F_MOVED: (
        Both("no word stands in another place", "لا كلمة في موضع آخر"),
        Both("one word stands in another place", "كلمة واحدة في موضع آخر"),
        Both("two words stand in other places", "كلمتان في موضعين آخرين"),
        Both("three words or more stand in other places", "ثلاث كلمات أو أكثر في مواضع أخرى"),
    ),
    F_DIED: (
        SILENT,
        Both("the same day", "اليوم نفسه"),
        Both("one day apart", "بينهما يوم واحد"),
        Both("within a week", "بينهما أسبوع أو أقل"),
        Both("both can be the same day", "يمكن أن يكون اليوم نفسه"),
        Both("within a month", "بينهما شهر أو أقل"),
        Both("within a year", "بينهما سنة أو أقل"),
        Both("more than a year apart", "بينهما أكثر من سنة"),
    ),
    F_BIRTH: (
        SILENT,
        Both("born on the same day", "يوم الميلاد نفسه"),
        Both("same but for day, month or year", "يتفقان إلا في اليوم أو الشهر أو السنة"),
        Both("the same age", "العمر نفسه"),
        Both("a year apart", "بينهما سنة"),
        Both("two years apart", "بينهما سنتان"),
        Both("up to five years apart", "بينهما خمس سنوات أو أقل"),
        Both("more than five years apart", "بينهما أكثر من خمس سنوات"),
    ),
    F_SEX: (SILENT, Both("the same", "نفسه"), Both("different", "مختلف")),
    F_GOVERNORATE: (SILENT, Both("the same", "نفسها"), Both("different", "مختلفة")),
    F_LIST: (
        Both("two different lists", "قائمتان مختلفتان"),
        Both("one list, which seldom names a person twice", "قائمة واحدة، ونادرًا ما تكرر شخصًا"),
    ),
}


def field_name(field: int, extra: tuple[str, ...]) -> Both:
    """What is compared; a column of unknown meaning goes by its own name."""
    return FIELDS[field] if field in FIELDS else Both.same(extra[field - F_EXTRA])


def found(field: int, level: int) -> Both:
    """What a comparison found."""
    return _FOUND.get(field, _TEXTS)[level]


def compared_fields(extra: tuple[str, ...]) -> tuple[int, ...]:
    """The comparisons that are findings, columns of unknown meaning last."""
    return (*FIELDS, *range(F_EXTRA, F_EXTRA + len(extra)))
