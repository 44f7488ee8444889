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


# --- proofs ---------------------------------------------------------------------------------


def no_such_leaf(index: int, size: int) -> IntegrityError:
    return broken(
        f"the proof speaks of entry {index}, and a log of {size} entries has no such entry;"
        " do not rely on it",
        f"يتحدث الإثبات عن القيد {index}، ولا قيد بهذا الرقم في سجل عدد قيوده {size}؛"
        " لا تعتمد عليه",
    )


def path_length(given: int, needed: int, size: int) -> IntegrityError:
    return broken(
        f"the proof has {given} hashes and needs exactly {needed} in a log of {size} entries;"
        " do not rely on it",
        f"عدد بصمات الإثبات {given}، واللازم {needed} بالضبط في سجل عدد قيوده {size}؛"
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
        f"ليس هذا هو القيد {index} في السجل الموقَّع الذي عدد قيوده {size}:"
        " إمّا القيد وإمّا الإثبات قد تغيّر؛ لا تعتمد عليه",
    )


def shrunk(old: int, new: int) -> IntegrityError:
    return broken(
        f"the log had {old} entries and now has {new}: entries were removed;"
        " keep both checkpoints, they are evidence of it",
        f"كان عدد قيود السجل {old} وصار الآن {new}: حُذفت قيود منه؛"
        " احتفظ بنقطتي التحقق كلتيهما فهما دليل على ذلك",
    )


def did_not_only_grow(old: int, new: int) -> IntegrityError:
    return broken(
        f"the log of {new} entries does not begin with the log of {old} entries:"
        " something sealed was changed; keep both checkpoints, they are evidence of it",
        f"السجل الذي عدد قيوده {new} لا يبدأ بالسجل الذي كان عدد قيوده {old}:"
        " تغيّر شيء مختوم؛ احتفظ بنقطتي التحقق كلتيهما فهما دليل على ذلك",
    )


# --- the log where it lies ------------------------------------------------------------------


def head_differs(size: int) -> IntegrityError:
    return broken(
        f"the hashes of the log do not give the root of its head at {size} entries:"
        " a file or table was changed behind our back; compare with a copy and with"
        " checkpoints that others hold",
        f"بصمات السجل لا تعطي الجذر المسجَّل له وعدد قيوده {size}:"
        " عُدّل ملف أو جدول من وراء ظهرنا؛ قارن بنسخة أخرى وبنقاط التحقق التي لدى غيرك",
    )


def tile_differs(path: str) -> IntegrityError:
    return broken(
        f"{path} does not have the hashes that a log of this size has there:"
        " it was cut or changed; rebuild it from the entries and compare with a held checkpoint",
        f"لا يحوي {path} البصمات التي يحويها سجل بهذا الحجم: قُطع الملف أو عُدّل؛"
        " أعد بناءه من القيود وقارن بنقطة تحقق محفوظة",
    )


def file_missing(path: str) -> IntegrityError:
    return broken(
        f"{path} is missing from the log; put it back from a copy",
        f"الملف {path} مفقود من السجل؛ أعده من نسخة أخرى",
    )


def file_cut(name: str) -> IntegrityError:
    return broken(
        f"the file {name} of the log was cut or overwritten; put it back from a copy",
        f"قُطع الملف {name} من السجل أو كُتب فوقه؛ أعده من نسخة أخرى",
    )


def no_head() -> IntegrityError:
    return broken(
        "the file head of the log was overwritten: neither of its two places can be read;"
        " put it back from a copy",
        "كُتب فوق الملف head في السجل: لا يُقرأ أيّ من موضعيه؛ أعده من نسخة أخرى",
    )


# --- signatures -----------------------------------------------------------------------------


def not_signed_by(name: str) -> IntegrityError:
    return broken(
        f"no valid signature by {name}: the text was changed after it was signed, or the key"
        " you hold is another; do not believe it, ask for the key again by another way",
        f"لا توقيع صحيحًا باسم {name}: غُيّر النص بعد توقيعه أو أن المفتاح الذي لديك مفتاح آخر؛"
        " لا تصدّقه، واطلب المفتاح مرة أخرى بطريق مختلف",
    )


def other_log(found: str, meant: str) -> IntegrityError:
    return broken(
        f"this checkpoint is of the log {found} and not of {meant}; ask for the right one",
        f"نقطة التحقق هذه للسجل {found} وليست للسجل {meant}؛ اطلب النقطة الصحيحة",
    )


def too_few_witnesses(seen: int, quorum: int) -> IntegrityError:
    return broken(
        f"{seen} of the log witnesses you trust have seen this checkpoint and you ask for"
        f" {quorum}; wait until more of them have cosigned it",
        f"عدد شهود السجل الذين تثق بهم ورأوا نقطة التحقق هذه {seen} وأنت تشترط {quorum}؛"
        " انتظر حتى يوقّعها عدد أكبر منهم",
    )


def key_out_of_turn(index: int, origin: str) -> IntegrityError:
    return broken(
        f"entry {index} changes the key of {origin} from one that did not hold then;"
        " trust no later checkpoint until the log's keeper has explained it by another way",
        f"يغيّر القيد {index} مفتاح السجل {origin} من مفتاح لم يكن ساريًا آنذاك؛"
        " لا تثق بأي نقطة تحقق لاحقة حتى يوضح القائم على السجل ذلك بطريق آخر",
    )


def not_the_present_key(origin: str) -> IntegrityError:
    return broken(
        f"the change of keys is not from the key of {origin} that holds now;"
        " ask the log's keeper for the new key by another way",
        f"لا يبدأ تغيير المفتاح من المفتاح الساري الآن للسجل {origin}؛"
        " اطلب المفتاح الجديد من القائم على السجل بطريق آخر",
    )


def not_our_own_record(origin: str) -> IntegrityError:
    return broken(
        f"what this witness remembers of {origin} does not bear its own signature: the folder was"
        " changed or damaged; sign nothing until it is put back from a copy",
        f"ما يحفظه هذا الشاهد عن السجل {origin} لا يحمل توقيعه: غُيّر المجلد أو تلف؛"
        " لا توقّع شيئًا حتى يُستعاد من نسخة أخرى",
    )
