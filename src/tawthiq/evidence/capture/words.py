"""What the readers of tools' output say in English and Arabic, where several of them say it."""

from __future__ import annotations

from tawthiq.evidence.capture.finding import Check, Outcome
from tawthiq.evidence.sandbox.not_read import NotRead
from tawthiq.values.both import Both

TRUE_SCENE = Both(
    "that what is shown or said is true, or was so at that place and time",
    "أن ما يظهر أو يقال صحيح، أو أنه كان كذلك في ذلك المكان والوقت",
)
CLOCK_AND_PLACE = Both(
    "that the device's clock was right and its position real: both can be set by hand",
    "أن ساعة الجهاز صحيحة وموقعه حقيقي: فكلاهما يمكن ضبطه يدويًا",
)
WHO = Both(
    "who the people behind names, accounts and keys are",
    "من هم الأشخاص الذين يقفون وراء الأسماء والحسابات والمفاتيح",
)


def unread(code: str, refused: NotRead, file: str) -> Check:
    """That a file could not be read to its end, and what that leaves open."""
    said = refused.said + Both(
        "; what comes after that point was not looked at", "؛ ولم يُنظر فيما بعد تلك النقطة"
    )
    return Check(code, Outcome.NOT_FOUND_OUT, said, file)


def same_bytes(code: str, file: str, holds: bool, where: Both) -> Check:
    """That a file has the hash that was written down for it somewhere."""
    if holds:
        said = Both("the file has the hash that stands in ", "للملف البصمة المكتوبة في ") + where
        return Check(code, Outcome.HOLDS, said, file)
    said = (
        Both("the file does not have the hash that stands in ", "ليست للملف البصمة المكتوبة في ")
        + where
    )
    return Check(code, Outcome.DOES_NOT_HOLD, said, file)


def not_there(code: str, name: str) -> Check:
    """That a file is spoken of and did not come."""
    said = Both(
        "it is spoken of, and no such file came with the others; ask its giver for it",
        "مذكور ولم يصل ملف كهذا مع الملفات الأخرى؛ اطلبه ممن أعطاها",
    )
    return Check(code, Outcome.NOT_FOUND_OUT, said, name)


def not_looked_at(code: str, file: str, what: Both) -> Check:
    """That something lies there to be checked, and nothing here checks it."""
    said = what + Both(
        " came with it and was not checked here: not checked is neither right nor wrong",
        " مرفق ولم يُتحقق منه هنا: وعدم التحقق ليس حكمًا بالصحة ولا بعدمها",
    )
    return Check(code, Outcome.NOT_FOUND_OUT, said, file)
