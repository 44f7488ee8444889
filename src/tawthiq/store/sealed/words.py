"""What is said of a row that is not as it was sealed; each says what and what to do now."""

from __future__ import annotations

from tawthiq.values.both import Both

_COMPARE = Both("compare with a copy of the home folder", "قارن بنسخة محفوظة من مجلد العمل")


def changed(table: str, code: str, number: int) -> Both:
    return Both(
        f"{table}: {code} (row {number}) was changed after it was sealed; {_COMPARE.en}",
        f"{table}: عُدّل {code} (الصف {number}) بعد ختمه؛ {_COMPARE.ar}",
    )


def deleted(table: str, number: int) -> Both:
    return Both(
        f"{table}: row {number} was sealed and is gone; {_COMPARE.en}",
        f"{table}: خُتم الصف {number} ولم يعد موجودًا؛ {_COMPARE.ar}",
    )


def inserted(table: str, code: str, number: int) -> Both:
    return Both(
        f"{table}: {code} (row {number}) was put there by no action of ours; do not rely on it",
        f"{table}: أُضيف {code} (الصف {number}) من دون أي إجراء مسجَّل؛ لا تعتمد عليه",
    )


def forgotten(table: str, code: str, number: int) -> Both:
    return Both(
        f"{table}: the salt of {code} (row {number}) was removed and the row is still there:"
        " nobody can tell any more whether it was changed; do not rely on it",
        f"{table}: حُذف ملح {code} (الصف {number}) والصف باقٍ: لم يعد ممكنًا معرفة ما إذا عُدّل؛"
        " لا تعتمد عليه",
    )


def out_of_line(table: str, code: str, number: int) -> Both:
    return Both(
        f"{table}: {code} (row {number}) does not lead to its next version; {_COMPARE.en}",
        f"{table}: لا يقود {code} (الصف {number}) إلى نسخته التالية؛ {_COMPARE.ar}",
    )


def seals_differ(table: str, place: int) -> Both:
    return Both(
        f"{table}: what entry {place} of the log sealed of it is not there as it was;"
        f" {_COMPARE.en}",
        f"{table}: ما ختمه القيد {place} من هذا الجدول ليس موجودًا كما كان؛ {_COMPARE.ar}",
    )


def promise_broken(table: str, code: str, number: int) -> Both:
    return Both(
        f"{table}: {code} (row {number}) does not open what the log promised of it; {_COMPARE.en}",
        f"{table}: لا يكشف {code} (الصف {number}) ما تعهد به السجل بشأنه؛ {_COMPARE.ar}",
    )


def not_recomputed(table: str, code: str) -> Both:
    return Both(
        f"{table}: {code} is not what its claims and decisions give: the row was changed, or was"
        " computed by another version; compute the case again and look at what differs",
        f"{table}: لا ينتج {code} عن ادعاءاته وقراراته: عُدّل الصف أو حُسب بإصدار آخر من البرنامج؛"
        " أعد حساب الملف وانظر ما اختلف",
    )


def no_manifest(place: int) -> Both:
    return Both(
        f"entry {place} does not say which rows it seals in a way that this version reads;"
        " use the version that wrote it",
        f"لا يذكر القيد {place} الصفوف التي يختمها على نحو يقرؤه هذا الإصدار؛"
        " استعمل الإصدار الذي كتبه",
    )


def nothing_sealed() -> Both:
    return Both(
        "nothing has been sealed yet, so nothing can be verified; open a case first",
        "لم يُختم شيء بعد فلا شيء يمكن التحقق منه؛ افتح ملفًا أولًا",
    )


def unreadable(why: str) -> Both:
    return Both(
        f"the record cannot be read as what it was ({why}), so it was not found out whether it"
        f" holds; {_COMPARE.en}",
        f"تعذرت قراءة السجل كما كان ({why})، فلم يُعرف هل هو مطابق لما خُتم؛ {_COMPARE.ar}",
    )


def note_broken() -> Both:
    return Both(
        f"a checkpoint that is kept here is no signed note any more; {_COMPARE.en}",
        f"نقطة تحقق محفوظة هنا لم تعد نصًا موقّعًا؛ {_COMPARE.ar}",
    )


def no_key(origin: str) -> Both:
    return Both(
        f"signatures of {origin} were not checked: its key is not in this home folder",
        f"لم تُفحص تواقيع {origin}: مفتاحه ليس في مجلد العمل هذا",
    )


def incidents_not_computed() -> Both:
    return Both(
        "incidents were not computed again from their claims; --level 2 does that",
        "لم تُحسب الوقائع من ادعاءاتها من جديد؛ الخيار ‎--level 2 يفعل ذلك",
    )


def objects_not_read() -> Both:
    return Both(
        "the bytes of evidence were not read, only looked for; --level 3 does that",
        "لم تُقرأ بايتات الأدلة بل بُحث عنها فقط؛ الخيار ‎--level 3 يقرؤها",
    )


def only_ourselves() -> Both:
    return Both(
        "no checkpoint from elsewhere was given: whoever recomputed everything in this database"
        " is not found out; give one with --checkpoint",
        "لم تُعطَ نقطة تحقق محفوظة خارجًا: لا يُكشف مَن أعاد حساب كل ما في قاعدة البيانات هذه؛"
        " أعطِ واحدة بالخيار ‎--checkpoint",
    )
