"""What the columns of a list of people mean, guessed from their names in Arabic and English.

A bare table comes without a mapping. Names that everybody uses are known here; a column
that nobody named so is compared as text, if comparing it can tell anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tawthiq.errors import UnknownNameError
from tawthiq.linkage.table import KNOWN
from tawthiq.values.text import fold

IGNORED: Final = "-"
"""What a column is mapped to in order to be left out."""

# The more exact name first: where two columns of a file mean the same, it is kept.
_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "rec id", "record id", "unique id", "victim id", "reference", "ref", "code",
           "المعرف", "الرمز", "رقم السجل", "الرقم", "no", "number", "رقم", "م", "#",
           "الرقم التسلسلي"),
    "source": ("source", "source org", "source dataset", "list", "organisation", "organization",
               "المصدر", "الجهة", "الجهة المصدر", "القائمة"),
    "name": ("name", "full name", "name ar", "arabic name", "victim name", "name of victim",
             "victim", "person name", "name raw", "name en", "name latin", "english name",
             "first and surname", "الاسم", "الاسم الكامل", "الاسم الثلاثي", "الاسم الرباعي",
             "اسم الضحية", "اسم الشهيد", "الضحية", "الشهيد"),
    "given": ("given", "given name", "first name", "firstname", "forename", "fname", "fname c1",
              "الاسم الأول"),
    "father": ("father", "father name", "fathers name", "father's name", "middle name",
               "second name", "name of father", "اسم الأب", "الأب", "اسم الوالد"),
    "grandfather": ("grandfather", "grandfather name", "grandfathers name", "third name",
                    "اسم الجد", "الجد"),
    "family": ("family", "family name", "surname", "last name", "lastname", "lname", "lname c1",
               "العائلة", "اسم العائلة", "الكنية", "النسبة", "الشهرة", "اللقب"),
    "mother": ("mother", "mother name", "mothers name", "mother's name", "اسم الأم", "الأم",
               "اسم الوالدة"),
    "kunya": ("kunya", "nickname", "alias", "known as", "nom de guerre", "الاسم الحركي",
              "اللقب الحركي", "يعرف ب"),
    "date": ("date", "date of death", "death date", "died", "died on", "dod", "day of death",
             "date killed", "incident date", "تاريخ الوفاة", "تاريخ الاستشهاد", "تاريخ القتل",
             "التاريخ", "تاريخ الحادثة", "تاريخ الواقعة"),
    "born": ("born", "date of birth", "dob", "birth date", "birthdate", "year of birth",
             "birth year", "تاريخ الولادة", "تاريخ الميلاد", "سنة الولادة", "المواليد"),
    "age": ("age", "age in years", "age at death", "العمر", "السن"),
    "sex": ("sex", "gender", "الجنس", "النوع الاجتماعي"),
    "place": ("place", "place of death", "location", "town", "city", "village", "suburb", "area",
              "district", "where", "المكان", "مكان الوفاة", "مكان الاستشهاد", "مكان القتل",
              "الموقع", "المدينة", "البلدة", "القرية", "المنطقة"),
    "governorate": ("governorate", "gov", "province", "state", "region", "admin1", "المحافظة"),
}  # fmt: skip
# They number or address a row and say nothing of a person.
_OF_THE_ROW = frozenset(
    ["row", "index", "line", "url", "link", "source url", "notes", "note", "comment", "comments",
     "cluster", "الرابط", "رابط المصدر", "ملاحظات", "الصف"]
)  # fmt: skip
Placed = Mapping[str, str]
"""For each column of a file what it is: one of ``KNOWN``, ``IGNORED``, or its own name."""


def guessed(header: Sequence[str], said: Mapping[str, str], truth: str = "") -> Placed:
    """Guess what each column of a header means.

    Args:
        header: The names as written.
        said: What somebody said of columns (``--map``); it wins over any guess.
        truth: The column that holds the truth, which is never compared.
    """
    placed = {name: said[name] for name in header if name in said}
    taken = set(placed.values())
    for key, words in _BY_KEY.items():
        best = min(
            (name for name in header if name not in placed and _plain(name) in words),
            key=lambda name: words[_plain(name)],
            default=None,
        )
        if best is not None and best != truth and key not in taken:
            placed[best] = key
    return {name: IGNORED if name == truth else placed.get(name) or _other(name) for name in header}


def read_map(said: Iterable[str]) -> dict[str, str]:
    """Read ``COLUMN=MEANING`` as it is given on the command line.

    Raises:
        UnknownNameError: It has no "=", or the meaning is none of ours.
    """
    found: dict[str, str] = {}
    for each in said:
        column, equals, meaning = each.rpartition("=")
        if not equals or meaning not in (*KNOWN, IGNORED):
            raise UnknownNameError(
                f"--map {each}: write COLUMN=MEANING, the meaning being one of "
                f"{', '.join(KNOWN)}, or - to leave the column out",
                f"‎--map {each}‎: اكتب COLUMN=MEANING، والمعنى واحد من "
                f"{'، '.join(KNOWN)}، أو - لترك العمود جانبًا",
            )
        found[column.strip()] = meaning
    return found


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())


def _other(name: str) -> str:
    """A second column of one meaning, and what only numbers rows, are left out."""
    plain = _plain(name)
    return IGNORED if plain in _ALL_WORDS or plain in _OF_THE_ROW else name


_BY_KEY = {
    key: {_plain(word): at for at, word in reversed(list(enumerate(words)))}
    for key, words in _WORDS.items()
}
_ALL_WORDS = frozenset(word for words in _BY_KEY.values() for word in words)
