"""A definition as a sentence that a reader can hold against the number."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tawthiq.claims.group import (
    AID_WORKERS,
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    EVERYBODY,
    HEALTH_WORKERS,
    MEDIA_WORKERS,
    MEN,
    PRESUMED_CIVILIANS,
    RESCUERS,
    WOMEN,
    Age,
    Group,
    Role,
    Sex,
    Status,
)
from tawthiq.claims.source import Source
from tawthiq.counts.definition import (
    Basis,
    Definition,
    Established,
    Estimated,
    Reported,
    Unit,
)
from tawthiq.records.grade import GRADE_NAMES
from tawthiq.records.rule import RULES
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.values.both import NOTHING, Both, joined
from tawthiq.values.kinds import Kinds
from tawthiq.values.when_said import when_said

_COMMA, _AND, _OR = Both(", ", "، "), Both(" and ", " و"), Both(" or ", " أو ")

GROUP_NAMES: Mapping[Group, Both] = {
    EVERYBODY: Both("people", "أشخاص"),
    CIVILIANS: Both("civilians", "مدنيون"),
    PRESUMED_CIVILIANS: Both(
        "people (presumed civilian where no source says otherwise)",
        "أشخاص (يُفترض أنهم مدنيون ما لم يقل مصدر غير ذلك)",
    ),
    COMBATANTS: Both("combatants", "مقاتلون"),
    CHILDREN: Both("children", "أطفال"),
    WOMEN: Both("women", "نساء"),
    MEN: Both("men", "رجال"),
    HEALTH_WORKERS: Both("health workers", "عاملون في المجال الصحي"),
    AID_WORKERS: Both("aid workers", "عاملون في المجال الإنساني"),
    RESCUERS: Both("rescue workers", "عاملون في الإنقاذ"),
    MEDIA_WORKERS: Both("media workers", "عاملون في الإعلام"),
}
_LINE_NAMES: Mapping[StrEnum, Both] = {
    Status.CIVILIAN: Both("civilian", "مدني"),
    Status.COMBATANT: Both("combatant", "مقاتل"),
    Status.UNSTATED: Both("status not stated", "صفة غير مذكورة"),
    Age.CHILD: Both("child", "طفل"),
    Age.ADULT: Both("adult", "بالغ"),
    Sex.FEMALE: Both("female", "أنثى"),
    Sex.MALE: Both("male", "ذكر"),
    Role.HEALTH: Both("health worker", "عامل صحي"),
    Role.AID: Both("aid worker", "عامل إغاثة"),
    Role.RESCUE: Both("rescuer", "منقذ"),
    Role.MEDIA: Both("media worker", "إعلامي"),
    Role.OTHER: Both("other", "غير ذلك"),
}
_PERSONS: Mapping[Unit, Both] = {
    Unit.KILLED: Both("{} killed", "{} قُتلوا"),
    Unit.INJURED: Both("{} injured", "{} أُصيبوا"),
    Unit.DISPLACED: Both("{} displaced", "{} نزحوا"),
}
_WOMEN: Mapping[Unit, str] = {
    Unit.KILLED: "نساء قُتلن",
    Unit.INJURED: "نساء أُصبن",
    Unit.DISPLACED: "نساء نزحن",
}
_SITES: Mapping[Unit, Both] = {
    Unit.SITES_ATTACKED: Both("{} attacked", "{} تعرّضت لهجوم"),
    Unit.SITES_DAMAGED: Both("{} damaged or destroyed", "{} تضرّرت أو دُمّرت"),
    Unit.SITES_DESTROYED: Both("{} destroyed", "{} دُمّرت"),
    Unit.SITES_OUT_OF_SERVICE: Both("{} out of service", "{} خرجت عن الخدمة"),
    Unit.STRIKES: Both("air strikes", "غارات جوية"),
    Unit.MUNITIONS: Both("munitions used", "ذخائر استُخدمت"),
}


def in_words(definition: Definition, sources: Mapping[str, Source] | None = None) -> Both:
    """The whole definition in one sentence, in the order of who, what, by whom, where, when.

    Args:
        sources: To name a reporting source; its key is used where it is not among them.
    """
    return joined(
        (
            subject_in_words(definition),
            _by(definition),
            definition.where.name and _in(definition.where.name),
            when_said(definition.when),
            basis_in_words(definition.basis, sources),
        ),
        _COMMA,
    )


def subject_in_words(definition: Definition) -> Both:
    """What is counted, without place, time and basis: "children killed in massacres"."""
    inside = joined((RULES[key].name for key in sorted(definition.inside)), _AND)
    if definition.unit is Unit.ATTACKS:
        return _attacks(definition, inside)
    subject = _people(definition) if definition.unit.counts_persons else _things(definition)
    means = _listed(weapons(), definition.weapons) if definition.unit.counts_persons else NOTHING
    return joined((subject, _inside(definition, inside), _with(means)))


def basis_in_words(basis: Basis, sources: Mapping[str, Source] | None = None) -> Both:
    """On what a number rests: reported, established, estimated, or not said."""
    match basis:
        case Reported(source=key):
            name = sources[key].name if sources and key in sources else Both.same(key)
            return Both(f"as reported by {name.en}", f"وفق ما أوردته جهة «{name.ar}»")
        case Established(grades=grades):
            names = joined((GRADE_NAMES[grade] for grade in sorted(grades)), _AND)
            return Both(
                f"established by us from incidents graded {names.en}",
                f"كما أثبتناه من وقائع درجتها {names.ar}",
            )
        case Estimated(method=method):
            return Both(f"estimated by {method}", f"تقدير بطريقة {method}")
        case _:
            return Both("basis not stated", "الأساس غير مذكور")


def names_of(vocabulary: Kinds, keys: frozenset[str]) -> tuple[Both, ...]:
    """The fewest words, in the plural, that name the same kinds."""
    return tuple(
        vocabulary[key].plural or vocabulary[key].name
        for key in vocabulary
        if key in keys and vocabulary[key].parent not in keys
    )


def _people(definition: Definition) -> Both:
    name = GROUP_NAMES.get(definition.who) or _described(definition.who)
    pattern = _PERSONS[definition.unit]
    arabic = _WOMEN[definition.unit] if definition.who == WOMEN else pattern.ar.format(name.ar)
    return Both(pattern.en.format(name.en), arabic)


def _described(group: Group) -> Both:
    """A group that has no name of its own, line by line."""
    full = EVERYBODY.lines
    lines = [
        joined((_LINE_NAMES[value] for value in sorted(line)), _OR)
        for line, all_values in zip(group.lines, full, strict=True)
        if line != all_values
    ]
    said = joined(lines, _COMMA)
    return Both(f"people ({said.en})", f"أشخاص ({said.ar})")


def _things(definition: Definition) -> Both:
    pattern = _SITES[definition.unit]
    if definition.unit is Unit.MUNITIONS and definition.weapons is not None:
        return _listed(weapons(), definition.weapons)
    name = _listed(sites(), definition.sites) or Both("sites", "مواقع")
    return Both(pattern.en.format(name.en), pattern.ar.format(name.ar))


def _attacks(definition: Definition, inside: Both) -> Both:
    base = inside or Both("attacks", "هجمات")
    on = _listed(sites(), definition.sites)
    means = _listed(weapons(), definition.weapons)
    target = Both(f"on {on.en}", f"على {on.ar}") if on else NOTHING
    return joined((base, target, _with(means)))


def _inside(definition: Definition, inside: Both) -> Both:
    if not inside:
        return NOTHING
    if definition.inside == {"torture"}:
        return inside
    return Both(f"in {inside.en}", f"في {inside.ar}")


def _with(means: Both) -> Both:
    return Both(f"by {means.en}", f"بواسطة {means.ar}") if means else NOTHING


def _by(definition: Definition) -> Both:
    if definition.parties is None:
        return Both("by whichever party", "أيًّا كان الطرف")
    named = joined((name for name in names_of(parties(), definition.parties)), _OR)
    return Both(f"allegedly by {named.en}", f"يُنسب إلى {named.ar}")


def _in(name: Both) -> Both:
    return Both(f"in {name.en}", f"في {name.ar}")


def _listed(vocabulary: Kinds, keys: frozenset[str] | None) -> Both:
    return joined(names_of(vocabulary, keys), _AND) if keys else NOTHING
