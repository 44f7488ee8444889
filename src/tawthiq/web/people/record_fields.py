"""What a record says, field by field, as pages show it: each as its list wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tawthiq.claims.person_record import PersonRecord
from tawthiq.values.text import fold, tokens
from tawthiq.values.when import When
from tawthiq.web.people.wording import AGES, ROLES, SEXES, STATUSES, age_said
from tawthiq.web.reader import Reader
from tawthiq.web.wording import dates
from tawthiq.web.wording.quoting import language_of


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a record.

    Attributes:
        key: Which line it is, the same for every record.
        text: What is said, "" where nothing is.
        is_written: Whether the text stands in the list's own words.
    """

    key: str
    name: str
    text: str
    is_written: bool


def fields_of(record: PersonRecord, reader: Reader) -> tuple[Field, ...]:
    """Every line of a record, in one order, empty ones included."""
    name, language = record.name, reader.language
    roles = [ROLES[role].in_(language) for role in sorted(record.roles)]
    return (
        Field("name", _("Name"), name.written or name.whole, True),
        Field("father", _("Father"), name.father, True),
        Field("grandfather", _("Grandfather"), name.grandfather, True),
        Field("family", _("Family"), name.family, True),
        Field("mother", _("Mother"), name.mother, True),
        Field("kunya", _("By-name"), name.kunya, True),
        Field("sex", _("Sex"), SEXES[record.sex].in_(language) if record.sex else "", False),
        Field("age", _("Age"), _age(record, reader), False),
        Field("born", _("Born"), _when(record.born, reader), False),
        Field("died", _("Died"), _when(record.died, reader), False),
        Field("place", _("Place"), _place(record), True),
        Field("status", _("Status"), STATUSES[record.status].in_(language), False),
        Field("role", _("Occupation"), record.role_said or ", ".join(roles), True),
        Field("party", _("Alleged party"), record.party_said, True),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One field of two records side by side.

    Attributes:
        verdict: By the letters alone: "agree", "differ", "silent" where one says nothing,
            "scripts" where the letters of two scripts cannot be held against each other.
    """

    name: str
    left: Field
    right: Field
    verdict: str


def side_by_side(one: PersonRecord, other: PersonRecord, reader: Reader) -> tuple[Line, ...]:
    """The fields of which at least one record says something."""
    pairs = zip(fields_of(one, reader), fields_of(other, reader), strict=True)
    return tuple(
        Line(left.name, left, right, _verdict(left, right))
        for left, right in pairs
        if left.text or right.text
    )


def _verdict(left: Field, right: Field) -> str:
    if not (left.text and right.text):
        return "silent"
    if left.is_written and language_of(left.text) != language_of(right.text):
        return "scripts"
    alike = sorted(tokens(fold(left.text))) == sorted(tokens(fold(right.text)))
    return "agree" if alike else "differ"


def _age(record: PersonRecord, reader: Reader) -> str:
    return age_said(record.age, record.age.group, reader) or (
        AGES[record.age_group].in_(reader.language) if record.age_group else ""
    )


def _when(when: When, reader: Reader) -> str:
    return dates.moment(when, reader, short=True) if when.is_known else ""


def _place(record: PersonRecord) -> str:
    said = (record.place_said, record.subdistrict_said, record.governorate_said)
    comma = "، " if language_of("".join(said)) == "ar" else ", "
    return comma.join(dict.fromkeys(each for each in said if each))
