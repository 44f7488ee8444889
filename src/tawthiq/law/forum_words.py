"""The sentences about forums, in both languages: each way, open or not, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tawthiq.law.forum import JurisdictionAct
from tawthiq.values.both import Both, joined
from tawthiq.values.when_said import day_said


def _named(template: Both, **parts: Both | str) -> Both:
    said = {k: p if isinstance(p, Both) else Both.same(p) for k, p in parts.items()}
    return Both(
        template.en.format(**{k: p.en for k, p in said.items()}),
        template.ar.format(**{k: p.ar for k, p in said.items()}),
    )


def not_yet_there(day: date) -> Both:
    return _named(Both("it exists only from {day}", "لم تنشأ إلا في {day}"), day=day_said(day))


def no_longer_there(day: date) -> Both:
    return _named(Both("it existed until {day}", "استمرت حتى {day}"), day=day_said(day))


def not_about(subject: Both) -> Both:
    return _named(
        Both("the facts do not concern: {subject}", "المعطيات لا تتعلق بـ: {subject}"),
        subject=subject,
    )


def about(subject: Both) -> Both:
    return _named(
        Both("the facts concern: {subject}", "المعطيات تتعلق بـ: {subject}"), subject=subject
    )


def no_territory() -> Both:
    return Both("the territory is not recorded", "الإقليم غير مسجل")


def no_date() -> Both:
    return Both("the day is not recorded", "اليوم غير مسجل")


def other_area(areas: Iterable[Both]) -> Both:
    return _named(
        Both("its mandate is another territory ({areas})", "ولايتها إقليم آخر ({areas})"),
        areas=joined(areas, Both(", ", "، ")),
    )


def before(day: date) -> Both:
    return _named(Both("its mandate begins on {day}", "تبدأ ولايتها في {day}"), day=day_said(day))


def in_its_mandate() -> Both:
    return Both(
        "territory and day lie in its mandate, whichever party acted",
        "الإقليم واليوم ضمن ولايتها، أيًّا كان الطرف الذي نفّذ",
    )


def states_only() -> Both:
    return Both("it concerns States only", "تخص الدول وحدها")


def nobody_named() -> Both:
    return Both("no party is named", "لم يُسمَّ أي طرف")


def bond_unknown(state: Both, treaty: Both) -> Both:
    return _named(
        Both(
            "whether {state} is bound by the {treaty} is not recorded",
            "ليس مسجلًا هل {state} طرف في {treaty}",
        ),
        state=state,
        treaty=treaty,
    )


def not_bound(state: Both, treaty: Both) -> Both:
    return _named(
        Both(
            "{state} was not bound by the {treaty} on that day",
            "{state} غير طرف في {treaty} في ذلك اليوم",
        ),
        state=state,
        treaty=treaty,
    )


def bound(state: Both, treaty: Both) -> Both:
    return _named(
        Both(
            "{state} was bound by the {treaty} on that day",
            "{state} طرف في {treaty} في ذلك اليوم",
        ),
        state=state,
        treaty=treaty,
    )


def before_the_statute() -> Both:
    return Both(
        "the acts lie before 1 July 2002 (Article 11)",
        "الأفعال سابقة على ١ تموز/يوليو ٢٠٠٢ (المادة ١١)",
    )


def what_would_open_it(territory: Both) -> Both:
    """What could still open a route that is closed today."""
    return _named(
        Both(
            "no present route unless the Security Council refers the situation (Article 13(b)), "
            "{state} declares under Article 12(3), which may reach back, or a suspect is a "
            "national of a State Party (Article 12(2)(b))",
            "لا سبيل حاليًا ما لم يُحِل مجلس الأمن الحالة (المادة ١٣(ب))، أو يصدر عن {state} إعلان "
            "بموجب المادة ١٢(٣) قد يكون له أثر رجعي، أو يكن المشتبه به من رعايا دولة طرف "
            "(المادة ١٢(٢)(ب))",
        ),
        state=territory or Both("the territorial State", "دولة الإقليم"),
    )


def amendment() -> Both:
    return Both(
        "a crime added by amendment is among those that apply: Article 121(5) limits it to "
        "accepting States, and its reach under a referral of a State that is no party is "
        "debated",
        "من بين الجرائم المنطبقة جريمة أضيفت بتعديل: تقصرها المادة ١٢١(٥) على الدول التي "
        "قبلته، ويُختلف في امتدادها في حال إحالة دولة غير طرف",
    )


def article_124() -> Both:
    return Both(
        "Ukraine declared under Article 124 that it does not accept jurisdiction over war "
        "crimes for its own nationals for seven years; its effect is contested",
        "أعلنت أوكرانيا بموجب المادة ١٢٤ عدم قبول الاختصاص بجرائم الحرب بشأن رعاياها مدة سبع "
        "سنوات؛ وأثر ذلك محل نزاع",
    )


def act(article: str, held: JurisdictionAct) -> Both:
    """A referral or a declaration that covers the days."""
    said = _named(
        Both("Article {article}: {source}", "المادة {article}: {source}"),
        article=_article(article),
        source=held.source,
    )
    if not held.part:
        return said
    return said + _named(
        Both(" (for {part} only: was it there?)", " (يخص {part} وحدها: هل وقعت هناك؟)"),
        part=held.part,
    )


def no_act(article: str) -> Both:
    return _named(
        Both(
            "Article {article}: nothing of the kind is recorded for this territory and day",
            "المادة {article}: لا شيء من هذا القبيل مسجل لهذا الإقليم واليوم",
        ),
        article=_article(article),
    )


def party_route(article: str, state: Both) -> Both:
    return _named(
        Both(
            "Article {article}: {state} was a State Party on that day",
            "المادة {article}: {state} دولة طرف في ذلك اليوم",
        ),
        article=_article(article),
        state=state,
    )


def no_party_route(article: str, state: Both) -> Both:
    return _named(
        Both(
            "Article {article}: {state} was no State Party on that day",
            "المادة {article}: {state} دولة غير طرف في ذلك اليوم",
        ),
        article=_article(article),
        state=state,
    )


def nationality_open() -> Both:
    return _named(
        Both(
            "Article {article}: a suspect who is a national of a State Party would open it",
            "المادة {article}: يفتحه مشتبه به من رعايا دولة طرف",
        ),
        article=_article("12(2)(b)"),
    )


def border(state: Both) -> Both:
    return _named(
        Both(
            "people crossed into {state}, a State Party: the Court has accepted jurisdiction over "
            "deportation completed there (Bangladesh/Myanmar)",
            "عبر أشخاص إلى {state} (دولة طرف): قبلت المحكمة اختصاصها بالإبعاد الذي يكتمل هناك "
            "(بنغلاديش/ميانمار)",
        ),
        state=state,
    )


def border_closed(state: Both) -> Both:
    return _named(
        Both(
            "people crossed into {state}, which was no State Party",
            "عبر أشخاص إلى {state} (دولة غير طرف حينها)",
        ),
        state=state,
    )


def border_unknown(written: str) -> Both:
    return _named(
        Both(
            "people crossed into {state}; whether it is a State Party is not recorded",
            "عبر أشخاص إلى {state}؛ وليس مسجلًا كونها دولة طرفًا",
        ),
        state=written,
    )


_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_LETTERS = {"a": "أ", "b": "ب"}


def _article(number: str) -> Both:
    arabic = "".join(_LETTERS.get(letter, letter) for letter in number).translate(_DIGITS)
    return Both(number, arabic)
