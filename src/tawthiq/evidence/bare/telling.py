"""What was found, told to people in their language and to programs in one."""

from __future__ import annotations

import json

from tawthiq.evidence.bare.report import BROKEN, HOLDS, UNCLEAR, Report, Shown
from tawthiq.evidence.bare.said import Said, shown

MOST_SHOWN = 30
MARKS = {HOLDS: Said("holds", "ثابت"), BROKEN: Said("DOES NOT HOLD", "لا يثبت")}
MARKS[UNCLEAR] = Said("could not be found out", "تعذّر التحقق")
VERDICTS = {
    HOLDS: Said("RESULT: everything that was asked holds.", "النتيجة: كل ما سُئل عنه ثابت."),
    BROKEN: Said(
        "RESULT: IT DOES NOT HOLD. See the lines marked so.",
        "النتيجة: لا يثبت. انظر الأسطر الموسومة بذلك.",
    ),
    UNCLEAR: Said(
        "RESULT: nothing was found to be wrong, but not everything could be found out.",
        "النتيجة: لم يوجد ما لا يثبت، ولكن تعذّر التحقق من بعض ما سُئل عنه.",
    ),
}
NOT_PROVED = (
    Said(
        "that what the files show or say is true, where or by whom it was recorded: only that these"
        " bytes are unchanged since they were sealed",
        "أن ما تظهره الملفات أو تقوله صحيح، ولا أين سُجّل ولا من سجّله: بل أن هذه البايتات لم تتغير"
        " منذ ختمها فحسب",
    ),
    Said(
        "how old the files are: a time stamp says not later than, the clock of the maker nothing",
        "عمر الملفات: ختم الوقت يقول «ليس بعد كذا»، وساعة الصانع لا تثبت شيئًا",
    ),
    Said(
        "that nothing was left out: a package holds what its maker put into it",
        "أن شيئًا لم يُترك خارجها: في الحزمة ما وضعه فيها صانعها",
    ),
    Said(
        "that the people named in the table of custody did what it says: only that it was written"
        " so then",
        "أن الأشخاص المذكورين في جدول الحيازة فعلوا ما يقوله: بل أنه كُتب هكذا حينها فحسب",
    ),
    Said(
        "that the ledger has no second version: whoever has its key and every copy can write"
        " another; an older checkpoint that you hold (--held) or a witness (--witness) shows it",
        "أن لا نسخة ثانية من السجل: من يملك مفتاحه وكل نسخه يستطيع كتابة غيره؛ وتكشف ذلك نقطة تحقق"
        " أقدم لديك (--held) أو شاهد (--witness)",
    ),
    Said(
        "anything, if this program itself or the key came from the same hand as the package: take"
        " both by another way and compare",
        "أي شيء إذا جاء هذا البرنامج نفسه أو المفتاح من اليد التي جاءت منها الحزمة: خذهما بطريق آخر"
        " وقارن",
    ),
    Said(
        "whether a certificate of a time stamping authority was revoked: that needs a network",
        "هل أُلغيت شهادة سلطة ختم الوقت: فذلك يحتاج إلى شبكة",
    ),
)


def told(report: Report, folder: str, language: str) -> str:
    """The report as people read it, in one language."""
    en = language == "en"
    lines = [
        "Tawthiq package verifier, without a network" if en else "فاحص حزم توثيق، من دون شبكة",
        ("Package: " if en else "الحزمة: ") + shown(folder),
        "",
    ]
    for finding in report.findings:
        mark, said = (
            (MARKS[finding.state].en, finding.said.en)
            if en
            else (MARKS[finding.state].ar, finding.said.ar)
        )
        lines.append(f"[{mark}] {said}")
    if report.shown:
        lines += ["", "Evidence:" if en else "الأدلة:"]
        lines += [told_piece(one, en) for one in report.shown[:MOST_SHOWN]]
    if len(report.shown) > MOST_SHOWN:
        more = len(report.shown) - MOST_SHOWN
        lines.append(f"  and {more} more; see --json" if en else f"  و{more} غيرها؛ انظر --json")
    lines += ["", "What this does not prove:" if en else "ما لا يثبته هذا:"]
    lines += [f"  - {one.en if en else one.ar}" for one in NOT_PROVED]
    verdict = VERDICTS[report.state()]
    return "\n".join([*lines, "", verdict.en if en else verdict.ar]) + "\n"


def told_piece(piece: Shown, en: bool) -> str:
    by = piece.not_later
    if en:
        stamp = (
            f"in the ledger not later than {by} (time stamp)" if by else "no verified time stamp"
        )
        sealed = f"sealed as entry {piece.entry}, on {piece.sealed} by the maker's clock"
        return f"  {piece.number}  {piece.path}\n    sha256 {piece.sha256}\n    {sealed}; {stamp}"
    stamp = f"ختم وقت: كان في السجل في موعد أقصاه {by}" if by else "بلا ختم وقت متحقق منه"
    sealed = f"خُتم بالقيد {piece.entry} في {piece.sealed} بحسب ساعة الصانع"
    return f"  {piece.number}  {piece.path}\n    sha256 {piece.sha256}\n    {sealed}؛ {stamp}"


def as_json(report: Report, folder: str) -> str:
    return json.dumps(
        {
            "verifier": "tawthiq-package/1",
            "package": folder.encode("utf-8", "backslashreplace").decode(),
            "result": report.state(),
            "findings": [
                {"state": one.state, "code": one.code, "en": one.said.en, "ar": one.said.ar}
                for one in report.findings
            ],
            "evidence": [one._asdict() for one in report.shown],
            "does_not_prove": [one._asdict() for one in NOT_PROVED],
        },
        ensure_ascii=False,
        indent=1,
    )
