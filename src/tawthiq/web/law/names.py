"""Words of the pages for what the law room has only keys for, in both languages."""

from __future__ import annotations

from tawthiq.law.answer import Answer
from tawthiq.law.classification import Conflict
from tawthiq.law.crime import ElementKind
from tawthiq.law.facts import Method
from tawthiq.law.incident import PartyType
from tawthiq.law.norm import Kind, Membership, Scope
from tawthiq.law.treaty import Status
from tawthiq.values.both import Both

CONFLICTS: dict[Conflict, Both] = {
    Conflict.IAC: Both("international armed conflict", "نزاع مسلح دولي"),
    Conflict.NIAC: Both("non-international armed conflict", "نزاع مسلح غير دولي"),
    Conflict.OCCUPATION: Both("occupation", "احتلال"),
    Conflict.NONE: Both("no armed conflict", "لا نزاع مسلح"),
    Conflict.DISPUTED: Both("disputed: both are read", "محل خلاف: يُقرأ الاثنان"),
}
KINDS: dict[Kind, Both] = {
    Kind.TREATY: Both("treaty", "معاهدة"),
    Kind.CUSTOMARY: Both("customary law", "قانون عرفي"),
    Kind.CHARTER: Both("Charter of the United Nations", "ميثاق الأمم المتحدة"),
    Kind.RESOLUTION: Both("resolution", "قرار"),
    Kind.STATUTE: Both("statute of a court", "نظام أساسي لمحكمة"),
}
SCOPES: dict[Scope, Both] = {
    Scope.SETTLED: Both("reaches it", "تسري"),
    Scope.ARGUABLE: Both("arguable", "محل جدل"),
    Scope.NO: Both("does not reach it", "لا تسري"),
}
MEMBERSHIPS: dict[Membership, Both] = {
    Membership.NONE: Both("binds without a bond of treaty", "ملزمة من غير رابطة تعاهدية"),
    Membership.UNIVERSAL: Both("every State is bound", "كل الدول ملزمة بها"),
    Membership.BOTH_PARTIES: Both(
        "both States opposed to each other have to be bound",
        "يُشترط أن تكون الدولتان المتحاربتان ملزمتين",
    ),
    Membership.TERRITORIAL_STATE: Both(
        "the State on whose territory it happens has to be bound",
        "يُشترط أن تكون الدولة صاحبة الإقليم ملزمة",
    ),
    Membership.ALLEGED_PARTY: Both(
        "the State that is said to have acted has to be bound",
        "يُشترط أن تكون الدولة المنسوب إليها الفعل ملزمة",
    ),
    Membership.HUMAN_RIGHTS: Both(
        "the State that is said to have acted has to be bound; outside its territory it is "
        "arguable, and groups are not bound directly",
        "يُشترط أن تكون الدولة المنسوب إليها الفعل ملزمة؛ وخارج إقليمها محل جدل، "
        "ولا تُلزم الجماعات مباشرة",
    ),
    Membership.CONVENTIONAL_WEAPONS: Both(
        "the State that is said to have acted has to be bound; in a non-international conflict "
        "only through amended Article 1",
        "يُشترط أن تكون الدولة المنسوب إليها الفعل ملزمة؛ "
        "وفي نزاع غير دولي عبر المادة ١ المعدّلة وحدها",
    ),
    Membership.CONVENTIONAL_WEAPONS_NIAC: Both(
        "the State that is said to have acted has to be bound; it reaches a non-international "
        "conflict by its own articles",
        "يُشترط أن تكون الدولة المنسوب إليها الفعل ملزمة؛ وتسري في نزاع غير دولي بموجب موادها نفسها",
    ),
    Membership.CULTURAL: Both(
        "both parties in an international conflict, the territorial State in another",
        "الطرفان في نزاع دولي، والدولة صاحبة الإقليم في غيره",
    ),
}
STATUSES: dict[Status, Both] = {
    Status.PARTY: Both("party", "طرف"),
    Status.SIGNATORY: Both("signed only", "موقِّعة فقط"),
    Status.NONE: Both("not a party", "ليست طرفًا"),
    Status.WITHDRAWN: Both("took its signature back", "سحبت توقيعها"),
    Status.UNKNOWN: Both("not known", "غير معروف"),
}
PARTY_TYPES: dict[PartyType, Both] = {
    PartyType.STATE: Both("a State", "دولة"),
    PartyType.ARMED_GROUP: Both("an armed group", "جماعة مسلحة"),
    PartyType.UNKNOWN: Both("not known", "غير معروف"),
}
ELEMENT_KINDS: dict[ElementKind, Both] = {
    ElementKind.CONDUCT: Both("conduct", "السلوك"),
    ElementKind.CIRCUMSTANCE: Both("circumstance", "الظرف"),
    ElementKind.CONSEQUENCE: Both("consequence", "النتيجة"),
    ElementKind.MENTAL: Both("mental", "الركن المعنوي"),
    ElementKind.AWARENESS: Both("awareness", "العلم"),
    ElementKind.NEXUS: Both("link to the context", "الصلة بالسياق"),
}
METHODS: dict[Method, Both] = {
    Method.DIRECT: Both("seen directly", "مُعاين مباشرة"),
    Method.INFERENCE: Both("inferred", "مُستنتَج"),
    Method.LEGAL_OPINION: Both("an opinion on the law", "رأي قانوني"),
}
ANSWERS = (Answer.APPLICABLE, Answer.ARGUABLE, Answer.DEPENDS, Answer.NOT_APPLICABLE)
ONE_BY_ONE = (Conflict.IAC, Conflict.NIAC, Conflict.OCCUPATION, Conflict.NONE)
"""The classes under which one reading is made."""
GROUP = "armed-group"
"""In a filter: some armed group, whichever."""
SOME_GROUP = Both("an armed group", "جماعة مسلحة")
