"""Our words for what is said of people: sex, age, standing, and how sure a link is."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.claims.person_record import AgeSaid
from tawthiq.values.both import Both
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import number, percent, with_digits_of

SEXES = {Sex.FEMALE: Both("female", "أنثى"), Sex.MALE: Both("male", "ذكر")}
AGES = {Age.CHILD: Both("child", "طفل"), Age.ADULT: Both("adult", "بالغ")}
STATUSES = {
    Status.CIVILIAN: Both("civilian", "مدني"),
    Status.COMBATANT: Both("combatant", "مقاتل"),
    Status.UNSTATED: Both("", ""),
}
ROLES = {
    Role.HEALTH: Both("health worker", "عامل صحي"),
    Role.AID: Both("aid worker", "عامل إغاثة"),
    Role.RESCUE: Both("rescuer", "منقذ"),
    Role.MEDIA: Both("media worker", "عامل في الإعلام"),
    Role.OTHER: Both("none of these", "غير ذلك"),
}
DISAGREEMENTS = {
    "sex": Both("sex", "الجنس"),
    "age": Both("age", "العمر"),
    "status": Both("status", "الصفة"),
    "died": Both("date of death", "تاريخ الوفاة"),
    "place": Both("place", "المكان"),
}


def age_said(age: AgeSaid, group: Age | None, reader: Reader) -> str:
    """An age in years, or child or adult where only that is said; "" where nothing is."""
    if age.low is not None and age.high is not None:
        if age.low == age.high:
            return _years(age.low, reader)
        ends = f"{age.low}–{age.high}"
        return _("%(ends)s years") % {"ends": with_digits_of(ends, reader)}
    return AGES[group].in_(reader.language) if group else ""


def sure(probability: float, reader: Reader) -> str:
    """A probability in whole per cent, never as certain as 0 or 100."""
    if probability < 0.01:
        return _("under %(share)s") % {"share": percent(1, 100, reader)}
    if probability > 0.99:
        return _("over %(share)s") % {"share": percent(99, 100, reader)}
    return percent(round(100 * probability), 100, reader)


def times(weight: float, reader: Reader) -> str:
    """What a finding does to the odds, from its base-2 logarithm."""
    factor = 2 ** min(abs(weight), 20)
    if factor < 1.15:
        return _("says nothing either way")
    said = f"{factor:.1f}" if factor < 10 else f"{round(factor):,}"
    said = with_digits_of(said, reader)
    if weight > 0:
        return _("%(times)s times likelier") % {"times": said}
    return _("%(times)s times less likely") % {"times": said}


def _years(years: int, reader: Reader) -> str:
    if years == 0:
        return _("under one year")
    said = ngettext("%(years)s year", "%(years)s years", years)
    return said % {"years": number(years, reader)}
