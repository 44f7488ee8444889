"""Our own words for what the rooms below have only keys for, in both languages.

The pairs follow docs/glossary.md.
"""

from __future__ import annotations

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.source import Reliability, SourceKind
from tawthiq.claims.toll import Harm
from tawthiq.counts.definition import Basis, Definition, Established, Estimated, Reported
from tawthiq.counts.relation import Kinship, Line
from tawthiq.counts.words import names_of
from tawthiq.records.vocabulary import parties
from tawthiq.values.both import NOTHING, Both, joined

REPORTED = Both("reported", "مُبلَّغ عنه")
ESTABLISHED = Both("established", "مُثبَت")
ESTIMATED = Both("estimated", "مُقدَّر")
DERIVED = Both("derived", "مُشتَق")
UNSAID = Both("basis not said", "الأساس غير مذكور")


def basis_key(basis: Basis) -> str:
    """The basis as the style sheet knows it: the kind of line under a number."""
    match basis:
        case Reported():
            return "reported"
        case Established():
            return "established"
        case Estimated():
            return "estimated"
        case _:
            return "unsaid"


BASIS_NAMES: dict[str, Both] = {
    "reported": REPORTED,
    "established": ESTABLISHED,
    "estimated": ESTIMATED,
    "derived": DERIVED,
    "unsaid": UNSAID,
}
BASIS_MEANS: dict[str, Both] = {
    "reported": Both("by a named source", "من مصدر مسمّى"),
    "established": Both("by us, after comparing claims", "منّا، بعد مقارنة الادعاءات"),
    "estimated": Both("by a stated method", "بطريقة معلنة"),
}

KINSHIP_NAMES: dict[Kinship, Both] = {
    Kinship.SAME: Both("the same", "الرقم نفسه"),
    Kinship.PART: Both("part of this number", "جزء من هذا الرقم"),
    Kinship.WHOLE: Both("the whole, of which this is a part", "الكل الذي هذا الرقم جزء منه"),
    Kinship.DISJOINT: Both("disjoint", "منفصل"),
    Kinship.OVERLAPPING: Both("overlapping", "متداخل"),
    Kinship.NOT_COMPARABLE: Both("not comparable", "لا يُقارن"),
}
MAY_DO: dict[Kinship, Both] = {
    Kinship.SAME: Both("may be compared", "تجوز المقارنة"),
    Kinship.PART: Both("may be subtracted, and given as a share", "يجوز الطرح وذكر النسبة"),
    Kinship.WHOLE: Both("may be subtracted, and given as a share", "يجوز الطرح وذكر النسبة"),
    Kinship.DISJOINT: Both("may be added", "يجوز الجمع"),
    Kinship.OVERLAPPING: Both(
        "neither added nor subtracted: some would count twice",
        "لا جمع ولا طرح: إذ يُعدّ بعضهم مرتين",
    ),
    Kinship.NOT_COMPARABLE: Both("neither added nor compared", "لا جمع ولا مقارنة"),
}
LINE_NAMES: dict[Line, Both] = {
    Line.UNIT: Both("what is counted", "وحدة العدّ"),
    Line.BASIS: Both("the basis or the source", "الأساس أو المصدر"),
    Line.WHO: Both("which people", "من هم الأشخاص"),
    Line.SITES: Both("which kinds of site", "أنواع المواقع"),
    Line.WEAPONS: Both("by which means", "الوسيلة"),
    Line.PARTIES: Both("by which alleged party", "الطرف المدّعى عليه"),
    Line.INSIDE: Both("in which attacks", "أي الهجمات"),
    Line.WHERE: Both("the area", "المنطقة"),
    Line.WHEN: Both("the period", "المدة"),
}

SOURCE_KINDS: dict[SourceKind, Both] = {
    SourceKind.UN: Both("United Nations", "الأمم المتحدة"),
    SourceKind.MONITOR: Both("human-rights monitor", "جهة رصد حقوقية"),
    SourceKind.COMPILATION: Both("compilation", "مصدر تجميعي"),
    SourceKind.MEDICAL: Both("medical organisation", "منظمة طبية"),
    SourceKind.RESCUE: Both("rescue service", "جهة إنقاذ"),
    SourceKind.MEDIA: Both("media", "وسيلة إعلام"),
    SourceKind.LOCAL: Both("local network or person", "شبكة محلية أو شخص"),
    SourceKind.PARTY: Both("party to the events", "طرف في الأحداث"),
    SourceKind.NGO: Both("non-governmental organisation", "منظمة غير حكومية"),
    SourceKind.OTHER: Both("other", "غير ذلك"),
}
RELIABILITY: dict[Reliability, Both] = {
    Reliability.A: Both("A: reliable", "A: موثوق"),
    Reliability.B: Both("B: usually reliable", "B: موثوق عادةً"),
    Reliability.C: Both("C: fairly reliable", "C: موثوق إلى حد ما"),
    Reliability.D: Both("D: not usually reliable", "D: غير موثوق عادةً"),
    Reliability.E: Both("E: unreliable", "E: غير موثوق"),
    Reliability.F: Both("F: cannot be judged", "F: لا يمكن الحكم عليه"),
}

HARM_NAMES: dict[Harm, Both] = {
    Harm.KILLED: Both("killed", "القتلى"),
    Harm.INJURED: Both("injured", "الجرحى"),
    Harm.DISPLACED: Both("displaced", "النازحون"),
}


def toll_name(harm: Harm, group: Group) -> Both:
    """What one settled number of an incident counts, for a table's first column."""
    if harm is Harm.KILLED and group == CHILDREN:
        return Both("of them children", "منهم أطفال")
    if harm is Harm.KILLED and group == WOMEN:
        return Both("of them women", "منهم نساء")
    if group == UNSTATED:
        return HARM_NAMES[harm]
    return HARM_NAMES[harm] + Both(" (of one group)", " (من فئة بعينها)")


NOT_STATED = Both("not stated", "غير مذكور")


def parties_of(definition: Definition) -> Both:
    """The alleged parties that a number is restricted to, or nothing where it is not."""
    if definition.parties is None:
        return NOTHING
    return joined(names_of(parties(), definition.parties), Both(" or ", " أو "))
