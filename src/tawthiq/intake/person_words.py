"""Words by which lists say sex, age, status and occupation, in Arabic and in English.

A word that is not here says nothing: it is kept as written, and whoever imports is told.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.claims.person_record import OLDEST, AgeSaid
from tawthiq.intake.cells import refuse_formula
from tawthiq.intake.refusal import CellError
from tawthiq.values.both import Both
from tawthiq.values.text import fold, tokens

_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫−–—", "01234567890123456789.---")
_SEX = {
    Sex.MALE: "male m man men boy ذكر ذ رجل صبي شاب ولد",
    Sex.FEMALE: "female f woman women girl انثى أنثى أ امرأة سيدة فتاة بنت طفلة رضيعة",
}
_AGE = {
    Age.CHILD: "child children minor boy girl infant baby طفل طفلة أطفال قاصر رضيع رضيعة جنين",
    Age.ADULT: "adult adults man woman elderly بالغ بالغة راشد راشدة رجل امرأة سيدة مسن مسنة",
}
_STATUS = {
    Status.CIVILIAN: ("civilian", "civilians", "civ", "non combatant", "noncombatant", "مدني",
                      "مدنية", "مدنيون", "غير مقاتل"),
    Status.COMBATANT: ("combatant", "fighter", "military", "soldier", "non civilian", "noncivilian",
                       "militant", "rebel", "مقاتل", "عسكري", "غير مدني", "مسلح", "جندي", "منشق"),
}  # fmt: skip
_ROLE = {
    Role.HEALTH: "doctor physician surgeon nurse medic paramedic pharmacist dentist midwife "
    "medical ambulance health طبيب طبيبة جراح ممرض ممرضة مسعف مسعفة صيدلي صيدلانية قابلة صحي "
    "طبي إسعاف",
    Role.AID: "aid humanitarian relief إغاثة إغاثي إغاثية إنساني إنسانية",
    Role.RESCUE: "rescuer rescue firefighter helmets إنقاذ منقذ إطفائي خوذ",
    Role.MEDIA: "journalist reporter photographer cameraman media broadcaster صحفي صحفية صحافي "
    "صحافية إعلامي إعلامية مصور مصورة مراسل مراسلة",
}
_RESCUE = (("civil", "defence"), ("civil", "defense"), ("دفاع", "مدني"))
_YEARS = re.compile(
    r"(\d{1,3})(?:\.\d+)?(?: *(?:years?(?: old)?|yrs?|y|سنه|سنوات|عام|عاما|اعوام))?"
)
_MONTHS = re.compile(
    r"\d{1,3} *(?:months?(?: old)?|mos?|weeks?|days?|hours?|شهرا?|اشهر|شهور|اسبوعا?|اسابيع|يوما?"
    r"|ايام)|شهر|شهران|شهرين|اسبوع|اسبوعين|يوم|يومين|ايام"
)
_BETWEEN = re.compile(r"(\d{1,3}) *(?:-|to|الي) *(\d{1,3})(?: *(?:years?|سنه|عاما?))?")
_WRITE_AN_AGE = Both(
    "write whole years (34), a range (30-35), months (6 months), child or adult, or nothing",
    "اكتب العمر بالسنوات (34) أو مجالًا (30-35) أو بالأشهر (6 أشهر) أو طفل أو بالغ، أو اتركه فارغًا",
)


def _by_word(said: dict[Sex, str] | dict[Age, str] | dict[Role, str]) -> dict[str, object]:
    return {fold(word): key for key, words in said.items() for word in words.split()}


_RESCUES = {tuple(_word for each in pair for _word in tokens(each)) for pair in _RESCUE}
_SEXES, _AGES, _ROLES = _by_word(_SEX), _by_word(_AGE), _by_word(_ROLE)
_STATUSES = {" ".join(tokens(word)): key for key, words in _STATUS.items() for word in words}


@lru_cache(1 << 12)
def read_sex(text: str) -> Sex | None:
    """The sex that a cell says, as in "ذكر" or "Adult - Male"; None where it says none."""
    found = {_SEXES[word] for word in tokens(text) if word in _SEXES}
    one = found.pop() if len(found) == 1 else None
    return one if isinstance(one, Sex) else None


@lru_cache(1 << 12)
def read_age_group(text: str) -> Age | None:
    """Child or adult, as in "طفلة" or "Adult - Male"; None where a cell says neither or both."""
    found = {_AGES[word] for word in tokens(text) if word in _AGES}
    one = found.pop() if len(found) == 1 else None
    return one if isinstance(one, Age) else None


@lru_cache(1 << 12)
def read_status(text: str) -> Status:
    """What a cell says somebody was; UNSTATED where it says nothing that is known."""
    return _STATUSES.get(" ".join(tokens(text)), Status.UNSTATED)


@lru_cache(1 << 12)
def read_roles(text: str) -> frozenset[Role]:
    """What a cell says somebody did; empty where no role that we count is named."""
    words = [_plain(word) for word in tokens(text)]
    found = {_ROLES[word] for word in words if word in _ROLES}
    if any(pair in _RESCUES for pair in pairwise(words)):
        found.add(Role.RESCUE)
    return frozenset(role for role in found if isinstance(role, Role))


@lru_cache(1 << 12)
def read_age(text: str) -> AgeSaid:
    """How old a cell says somebody was; nothing where it is empty.

    Raises:
        CellError: It is no age, or one that nobody reaches.
    """
    plain = " ".join(fold(text.translate(_LATIN)).split())
    if not plain:
        return AgeSaid()
    refuse_formula(plain, _WRITE_AN_AGE)
    if found := _YEARS.fullmatch(plain):
        return _years(int(found.group(1)), int(found.group(1)))
    if found := _BETWEEN.fullmatch(plain):
        return _years(*sorted((int(found.group(1)), int(found.group(2)))))
    if _MONTHS.fullmatch(plain):
        whole = _whole_years(plain)
        return _years(whole, whole)
    if group := read_age_group(text):
        return AgeSaid(group=group)
    raise CellError(Both("no age that we can read", "عمر لا يمكن قراءته"), _WRITE_AN_AGE)


def _years(low: int, high: int) -> AgeSaid:
    if high > OLDEST:
        raise CellError(
            Both(f"nobody is {high} years old", f"لا أحد يبلغ {high} سنة من العمر"), _WRITE_AN_AGE
        )
    return AgeSaid(low, high)


def _whole_years(said: str) -> int:
    """Of an age in months the whole years; weeks and days are less than a year."""
    number = re.match(r"\d+", said)
    in_months = "mo" in said or "شه" in said
    return int(number.group()) // 12 if number and in_months else 0


def _plain(word: str) -> str:
    """A word without the Arabic article, so that "الدفاع" is "دفاع"; its ending stays."""
    return word.removeprefix("ال") if word.startswith("ال") and len(word) > 4 else word
