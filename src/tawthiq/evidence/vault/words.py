"""What the vault says to people when something cannot be kept, or is not as it was kept."""

from __future__ import annotations

import errno

from tawthiq.errors import InputError, IntegrityError, StorageError, UnreadableError
from tawthiq.evidence.vault.objects import ObjectRef
from tawthiq.values.both import Both

# --- somebody's file ------------------------------------------------------------------------


def source_refuses(name: str, why: OSError) -> UnreadableError:
    reason = _SOURCE_REASONS.get(why.errno or 0) or Both.same(why.strerror or str(why))
    return UnreadableError(
        f"{name} cannot be read: {reason.en}; nothing of it was kept; add it again when it can be",
        f"تتعذر قراءة {name}: {reason.ar}؛ لم يُحفظ منه شيء؛ أضفه مرة أخرى حين تصبح قراءته ممكنة",
    )


_SOURCE_REASONS = {
    errno.ENOENT: Both("it is not there", "الملف غير موجود"),
    errno.EACCES: Both("this user may not read it", "لا يملك هذا المستخدم حق قراءته"),
    errno.ELOOP: Both(
        "it is a link to another file; add that file itself",
        "هو رابط إلى ملف آخر؛ أضف ذلك الملف نفسه",
    ),
    errno.EIO: Both(
        "the medium on which it lies is failing; copy what you can from it first",
        "الوسيط الذي يحمله معطوب؛ انسخ منه أولًا ما تستطيع",
    ),
}


def not_a_file(name: str) -> InputError:
    return InputError(
        f"{name} is not a file but a folder, a device or a pipe; add the files themselves",
        f"{name} ليس ملفًا بل مجلد أو جهاز أو قناة؛ أضف الملفات نفسها",
    )


def keeps_changing(name: str) -> InputError:
    return InputError(
        f"{name} changes while it is read; close the program that writes to it and add it again",
        f"يتغير {name} أثناء قراءته؛ أغلق البرنامج الذي يكتب فيه ثم أضفه مرة أخرى",
    )


def not_what_was_sent(name: str) -> IntegrityError:
    return IntegrityError(
        f"{name} is not what its sender says it is: the hashes differ; send it again",
        f"{name} ليس كما يقول مُرسِله: البصمتان مختلفتان؛ أرسله مرة أخرى",
    )


# --- the disk of the vault ------------------------------------------------------------------


def no_room(needed: int, free: int) -> StorageError:
    return StorageError(
        f"no room: {needed:,} bytes are needed, some kept free for the ledger included, and"
        f" {free:,} are free; nothing was acknowledged; make room and add it again",
        f"لا مساحة كافية: يلزم {needed:,} بايت، ومنها ما يُترك للسجل، والمتاح {free:,} بايت؛"
        " لم يُؤكَّد حفظ شيء؛ وفّر مساحة ثم أضف الملف مرة أخرى",
    )


def disk_refuses(why: OSError) -> StorageError:
    reason = why.strerror or str(why)
    return StorageError(
        f"the disk of the vault refuses: {reason}; what was not acknowledged must be added again,"
        " after the disk has been looked at; what was acknowledged before stays",
        f"قرص الخزنة يرفض: {reason}؛ ما لم يُؤكَّد حفظه يجب أن يضاف مرة أخرى بعد فحص القرص؛"
        " وما أُكّد حفظه من قبل باقٍ",
    )


def not_a_vault(folder: str, found: str) -> StorageError:
    return StorageError(
        f"{folder} is not a vault that this version can read: its file VAULT says {found!r};"
        " use the version that made it, or name another folder",
        f"ليس {folder} خزنة تستطيع هذه النسخة قراءتها: في ملفها VAULT: {found!r};"
        " استعمل النسخة التي أنشأتها أو سمِّ مجلدًا آخر",
    )


def server_refuses(why: Exception) -> StorageError:
    return StorageError(
        f"the server that keeps the objects refuses: {why}; nothing was acknowledged; try again",
        f"الخادم الذي يحفظ الملفات يرفض: {why}؛ لم يُؤكَّد حفظ شيء؛ حاول مرة أخرى",
    )


def server_overwrites() -> StorageError:
    return StorageError(
        "the server that keeps the objects writes over what is there although it is asked not to"
        " (If-None-Match); use a server that keeps to this condition, or a folder",
        "الخادم الذي يحفظ الملفات يكتب فوق الموجود مع أنه طُلب منه ألا يفعل (If-None-Match)؛"
        " استعمل خادمًا يلتزم بهذا الشرط أو مجلدًا",
    )


def extra_missing() -> StorageError:
    return StorageError(
        "objects on a server need the extra s3; install tawthiq[s3]",
        "حفظ الملفات على خادم يتطلب الإضافة s3؛ ثبّت tawthiq[s3]",
    )


# --- what was kept --------------------------------------------------------------------------


def missing(digest: object) -> IntegrityError:
    return IntegrityError(
        f"the object {digest} is not in the vault; put it back from a copy",
        f"الملف {digest} ليس في الخزنة؛ أعده من نسخة أخرى",
    )


def damaged(ref: ObjectRef) -> IntegrityError:
    return IntegrityError(
        f"the object {ref.digest} is not as it was kept: its bytes have changed; do not use them,"
        " put it back from a copy, and keep the damaged one",
        f"الملف {ref.digest} ليس كما حُفظ: تغيرت بايتاته؛ لا تستعملها، وأعده من نسخة أخرى،"
        " واحتفظ بالتالف",
    )


# --- uploads --------------------------------------------------------------------------------


def no_such_upload(name: str) -> InputError:
    return InputError(
        f"there is no unfinished upload {name}: it was finished, given up, or never begun;"
        " begin again",
        f"لا رفع غير مكتمل باسم {name}: إمّا اكتمل وإمّا أُلغي أو لم يبدأ؛ ابدأ من جديد",
    )


def other_place(sent: int, held: int) -> InputError:
    return InputError(
        f"this piece begins at byte {sent} and {held} bytes are held; go on from byte {held}",
        f"تبدأ هذه القطعة من البايت {sent} والمحفوظ {held} بايت؛ تابع من البايت {held}",
    )


def too_long(size: int) -> InputError:
    return InputError(
        f"more bytes came than the {size} that were announced; begin again",
        f"وصل من البايتات أكثر مما أُعلن وهو {size}؛ ابدأ من جديد",
    )


def too_short(held: int, size: int) -> InputError:
    return InputError(
        f"{held} of {size} bytes are there; send the rest first",
        f"وصل {held} من {size} بايت؛ أرسل الباقي أولًا",
    )


def busy(name: str) -> InputError:
    return InputError(
        f"somebody else is writing to the upload {name} at this moment; try again",
        f"هناك من يكتب في الرفع {name} في هذه اللحظة؛ حاول مرة أخرى",
    )
