"""The sentences that say why a norm applies or does not, in both languages.

They are templates: no sentence here says more than that a rule reaches a situation.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from tawthiq.law.classification import Conflict
from tawthiq.law.norm import Norm
from tawthiq.law.treaty import Bond, Status
from tawthiq.values.both import NOTHING, Both, joined
from tawthiq.values.when_said import day_said

CLASSES = {
    Conflict.IAC: Both("international armed conflict", "نزاع مسلح دولي"),
    Conflict.OCCUPATION: Both("occupation", "احتلال"),
    Conflict.NIAC: Both("non-international armed conflict", "نزاع مسلح غير دولي"),
    Conflict.NONE: Both("no armed conflict", "لا نزاع مسلحًا"),
    Conflict.DISPUTED: Both("disputed class", "تصنيف متنازع عليه"),
}


def _with(template: Both, **parts: Both) -> Both:
    return Both(
        template.en.format(**{name: part.en for name, part in parts.items()}),
        template.ar.format(**{name: part.ar for name, part in parts.items()}),
    )


def _day(day: date) -> Both:
    return day_said(day)


def _noted(said: Both, note: Both) -> Both:
    return joined([said, note], ". ") if note else said


def never_law(norm: Norm) -> Both:
    said = Both("it has no force as law", "ليس لها قوة القانون")
    return _noted(said, norm.note)


def later_law(begins: date) -> Both:
    return _with(
        Both(
            "it is law only from {day} and does not reach back",
            "لم تصبح قانونًا إلا في {day} ولا أثر رجعي لها",
        ),
        day=_day(begins),
    )


def partly_later(begins: date) -> Both:
    return _with(
        Both("for the part of it from {day} on", "بالنسبة إلى ما وقع منها ابتداءً من {day}"),
        day=_day(begins),
    )


def lapsed(ends: date) -> Both:
    return _with(Both("it ended on {day}", "انتهى مفعولها في {day}"), day=_day(ends))


def no_date(begins: date) -> Both:
    return _with(
        Both(
            "the day is not recorded, and it is law only from {day}",
            "اليوم غير مسجل، وهي قانون ابتداءً من {day} فقط",
        ),
        day=_day(begins),
    )


def other_class(norm: Norm, conflict: Conflict) -> Both:
    """Why the class shuts a norm out, and which class it is for."""
    said = {
        Conflict.NIAC: Both(
            "it is for international armed conflict only", "تخص النزاع المسلح الدولي وحده"
        ),
        Conflict.IAC: Both(
            "it is for non-international armed conflict only", "تخص النزاع المسلح غير الدولي وحده"
        ),
        Conflict.OCCUPATION: Both(
            "it is for non-international armed conflict only", "تخص النزاع المسلح غير الدولي وحده"
        ),
        Conflict.NONE: Both("it needs an armed conflict", "تشترط وجود نزاع مسلح"),
    }[conflict]
    if not norm.instead:
        return said
    return joined(
        [
            said,
            _with(
                Both("cite instead: {ids}", "يُستشهد بدلًا منها بـ: {ids}"),
                ids=Both(", ".join(norm.instead), "، ".join(norm.instead)),
            ),
        ],
        Both("; ", "؛ "),
    )


def arguable_class(conflict: Conflict) -> Both:
    return _with(
        Both(
            "whether it reaches a situation of {what} is argued about",
            "يُختلف في شمولها حالة {what}",
        ),
        what=CLASSES[conflict],
    )


def other_area(areas: Iterable[Both]) -> Both:
    return _with(
        Both("it is about another territory ({areas})", "تتعلق بإقليم آخر ({areas})"),
        areas=joined(areas, Both(", ", "، ")),
    )


def no_territory() -> Both:
    return Both("the territory is not recorded", "الإقليم غير مسجل")


def depends_on_attribution() -> Both:
    return Both(
        "it depends on which party acted, and none is named",
        "يتوقف ذلك على الطرف الذي نفّذ، ولم يُسمَّ أحد",
    )


def no_opposing() -> Both:
    return Both(
        "it binds between two States, and the opposing one is not recorded",
        "تُلزم فيما بين دولتين، والدولة المقابلة غير مسجلة",
    )


def binds_states(party: str) -> Both:
    return _with(
        Both(
            "the treaty binds States; it does not bind {party}, an armed group, directly",
            "المعاهدة تلزم الدول، ولا تلزم مباشرة {party}، وهو جماعة مسلحة",
        ),
        party=Both.same(party) if party else Both("the group", "الجماعة"),
    )


def speaks_to_groups() -> Both:
    return Both(
        "its Article 4 speaks to armed groups and binds the State to prevent; whether it "
        "binds the group itself is argued about",
        "تخاطب مادتها ٤ الجماعات المسلحة وتلزم الدولة بالمنع؛ ويُختلف في إلزامها الجماعة نفسها",
    )


def extraterritorial() -> Both:
    return Both(
        "the State acted outside its territory; how far the treaty follows it there is "
        "argued about",
        "تصرفت الدولة خارج إقليمها؛ ويُختلف في مدى امتداد المعاهدة إلى هناك",
    )


def not_its_forces() -> Both:
    return Both(
        "Article 1(1) ties it to a conflict of the territorial State's own forces, and "
        "these are not named on either side",
        "تربطها المادة ١(١) بنزاع تخوضه قوات دولة الإقليم نفسها، وهي غير مسمّاة في أي من الجانبين",
    )


def other_side_not_bound() -> Both:
    return Both(
        "the other side is not recorded as bound; whether the treaty holds there is argued about",
        "ليس مسجلًا أن الجانب الآخر ملزم بها؛ ويُختلف في سريانها هناك",
    )


def amended_article_missing() -> Both:
    return Both(
        "it reaches a non-international conflict only through amended Article 1, which "
        "the State had not accepted",
        "لا تبلغ النزاع غير الدولي إلا عبر المادة ١ المعدلة، ولم تكن الدولة قد قبلتها",
    )


def amended_article_unknown() -> Both:
    return Both(
        "it reaches a non-international conflict only through amended Article 1; whether "
        "the State accepted it is not recorded",
        "لا تبلغ النزاع غير الدولي إلا عبر المادة ١ المعدلة، وليس مسجلًا أن الدولة قبلتها",
    )


def no_row(state: Both, treaty: Both) -> Both:
    return _with(
        Both(
            "nothing is recorded of {state} and the {treaty}",
            "لا شيء مسجلًا عن {state} فيما يخص {treaty}",
        ),
        state=state,
        treaty=treaty,
    )


def unknown_status(state: Both, treaty: Both) -> Both:
    return _with(
        Both(
            "whether {state} is bound by the {treaty} has still to be checked",
            "يبقى التحقق من كون {state} طرفًا في {treaty}",
        ),
        state=state,
        treaty=treaty,
    )


def not_party(state: Both, treaty: Both, bond: Bond) -> Both:
    """That a State is not bound, and that a signature does not bind."""
    signed = bond.status in (Status.SIGNATORY, Status.WITHDRAWN)
    said = _with(
        Both("{state} is not a party to the {treaty}", "{state} غير طرف في {treaty}"),
        state=state,
        treaty=treaty,
    )
    more = Both(" (it signed only)", " (توقيع فقط)") if signed else NOTHING
    return said + more


def party(state: Both, treaty: Both, since: date) -> Both:
    return _with(
        Both(
            "{state} has been bound by the {treaty} since {day}",
            "{state} طرف في {treaty} منذ {day}",
        ),
        state=state,
        treaty=treaty,
        day=_day(since),
    )


def not_yet(state: Both, treaty: Both, since: date) -> Both:
    return _with(
        Both(
            "{state} was not yet bound by the {treaty}, in force for it only from {day}",
            "{state} غير طرف في {treaty} حينها؛ النفاذ ابتداءً من {day}",
        ),
        state=state,
        treaty=treaty,
        day=_day(since),
    )


def arguable_bond(state: Both, treaty: Both, bond: Bond) -> Both:
    said = _with(
        Both(
            "{state} was arguably bound by the {treaty} already then",
            "يمكن القول إن {state} طرف ملزم بموجب {treaty} آنذاك",
        ),
        state=state,
        treaty=treaty,
    )
    return _noted(said, bond.note)


def universal_later(state: Both, treaty: Both, since: date) -> Both:
    return _with(
        Both(
            "{state} joined the {treaty} with effect from {day} only; as custom they bound before",
            "{state} طرف في {treaty} ابتداءً من {day} فقط؛ والقواعد ملزمة قبل ذلك بوصفها عرفًا",
        ),
        state=state,
        treaty=treaty,
        day=_day(since),
    )


@cache
def engaged_by(subject: Both) -> Both:
    return _with(Both("touched by: {subject}", "يمسّها معطى: {subject}"), subject=subject)


def not_engaged() -> Both:
    return Both(
        "nothing that is recorded of the incident touches it", "لا شيء مما هو مسجل عن الواقعة يمسّها"
    )


@cache
def contested_subject(subject: Both) -> Both:
    return _with(
        Both("what would touch it is disputed: {subject}", "ما قد يمسّها متنازع عليه: {subject}"),
        subject=subject,
    )
