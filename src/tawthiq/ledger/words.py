"""What the ledger says to people when something cannot be read or does not hold.

Every sentence stands once, here, in both languages, as the error that is raised with it.
"""

from __future__ import annotations

from tawthiq.errors import IntegrityError, UnreadableError
from tawthiq.values.both import Both


def broken(en: str, ar: str) -> IntegrityError:
    return IntegrityError(en, ar)


def unreadable(thing: Both, why: Both) -> UnreadableError:
    """Somebody's bytes are not what they say they are; they may have been damaged on the way."""
    return UnreadableError(
        f"this is not {thing.en} as it was made: {why.en}; ask for the file again, unchanged",
        f"ليس هذا {thing.ar} كما أُنشئ: {why.ar}؛ اطلب الملف مرة أخرى من دون أي تغيير",
    )


NOTE = Both("a signed note", "نصًا موقّعًا")
CHECKPOINT = Both("a checkpoint", "نقطة تحقق")
PROOF = Both("a proof", "إثباتًا")
ENTRY = Both("an entry of the log", "قيدًا من قيود السجل")
BUNDLE = Both("a bundle of entries", "حزمة قيود")
KEY = Both("a verification key", "مفتاح تحقق")
SECRET_KEY = Both("a signing key", "مفتاح توقيع")
KEY_CHANGE = Both("a change of keys", "إعلان تغيير مفتاح")
REQUEST = Both("a request to a log witness", "طلبًا إلى شاهد السجل")
HEAD = Both("the head of a log folder", "رأس مجلد السجل")


# --- proofs ---------------------------------------------------------------------------------


def no_such_leaf(index: int, size: int) -> IntegrityError:
    return broken(
        f"the proof speaks of entry {index}, and a log of {size} entries has no such entry;"
        " do not rely on it",
        f"يتحدث الإثبات عن القيد {index}، ولا قيد بهذا الرقم في سجل من {size} قيود؛ لا تعتمد عليه",
    )


def path_length(given: int, needed: int, size: int) -> IntegrityError:
    return broken(
        f"the proof has {given} hashes and needs exactly {needed} in a log of {size} entries;"
        " do not rely on it",
        f"في الإثبات {given} من البصمات، واللازم {needed} بالضبط في سجل من {size} قيود؛"
        " لا تعتمد عليه",
    )


def hash_length() -> IntegrityError:
    return broken(
        "a hash of the proof does not have 32 bytes; do not rely on it",
        "إحدى بصمات الإثبات ليست من 32 بايت؛ لا تعتمد عليه",
    )


def not_in_the_log(index: int, size: int) -> IntegrityError:
    return broken(
        f"this is not entry {index} of the log of {size} entries that was signed:"
        " the entry or the proof was changed; do not rely on it",
        f"ليس هذا هو القيد {index} في السجل الموقَّع المؤلَّف من {size} قيود:"
        " إمّا القيد وإمّا الإثبات قد تغيّر؛ لا تعتمد عليه",
    )


def shrunk(old: int, new: int) -> IntegrityError:
    return broken(
        f"the log had {old} entries and now has {new}: entries were removed;"
        " keep both checkpoints, they are evidence of it",
        f"كان في السجل {old} من القيود وفيه الآن {new}: حُذفت قيود منه؛"
        " احتفظ بنقطتي التحقق كلتيهما فهما دليل على ذلك",
    )


def did_not_only_grow(old: int, new: int) -> IntegrityError:
    return broken(
        f"the log of {new} entries does not begin with the log of {old} entries:"
        " something sealed was changed; keep both checkpoints, they are evidence of it",
        f"السجل المؤلَّف من {new} قيود لا يبدأ بالسجل المؤلَّف من {old} قيود:"
        " تغيّر شيء مختوم؛ احتفظ بنقطتي التحقق كلتيهما فهما دليل على ذلك",
    )
