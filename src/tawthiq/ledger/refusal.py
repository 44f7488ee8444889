"""Why a log witness does not sign, in words that a person can act on.

Some refusals are a matter of order; others are evidence that a log was rewritten. They are
told apart, because the second kind is kept and shown to others.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.ledger.tree import Head
from tawthiq.values.both import Both


class Refusal(StrEnum):
    """The kinds of refusal."""

    UNKNOWN_LOG = "unknown-log"
    """The witness does not follow a log of this name."""
    BAD_SIGNATURE = "bad-signature"
    """The log's key did not sign this checkpoint."""
    REPLAYED = "replayed"
    """The witness cosigned this very checkpoint before; it was sent again as if it were new."""
    WRONG_START = "wrong-start"
    """The proof begins at another size than the one the witness saw last."""
    SHRUNK = "shrunk"
    """The log signed fewer entries than the witness saw, at a size that it never cosigned."""
    FORKED = "forked"
    """The log signed two roots for one size: two histories."""
    NOT_SHOWN_TO_GROW = "not-shown-to-grow"
    """The proof does not lead from what the witness saw to this."""

    @property
    def is_evidence(self) -> bool:
        """Whether the log's own signature now stands under something it must not sign."""
        return self in (Refusal.SHRUNK, Refusal.FORKED, Refusal.NOT_SHOWN_TO_GROW)


@dataclass(frozen=True, slots=True)
class Refused:
    """The witness did not sign.

    Attributes:
        kind: Why.
        said: The same for a person, and what to do now.
        held: What the witness saw last of this log; None where it does not follow it.
    """

    kind: Refusal
    said: Both
    held: Head | None = None


def refused(
    kind: Refusal, origin: str, seen: Head | None = None, sent: Head | None = None
) -> Refused:
    """Refuse, and say why.

    Args:
        seen: What the witness saw last.
        sent: What it was asked to sign.
    """
    saw, asked = (seen.size if seen else 0), (sent.size if sent else 0)
    return Refused(kind, _SAID[kind](origin, saw, asked), seen)


def _unknown_log(origin: str, _saw: int, _asked: int) -> Both:
    return Both(
        f"this witness does not follow a log named {origin}; give it the log's verification key"
        " by hand or on paper first",
        f"لا يتابع هذا الشاهد سجلًا باسم {origin}؛ أعطه أولًا مفتاح التحقق الخاص بالسجل"
        " باليد أو على ورق",
    )


def _bad_signature(origin: str, _saw: int, _asked: int) -> Both:
    return Both(
        f"the checkpoint was not signed by the key of {origin} that this witness knows: it was"
        " changed on the way, or the log has a new key; send the change of keys first",
        f"لم يوقّع نقطةَ التحقق مفتاحُ السجل {origin} الذي يعرفه هذا الشاهد: إمّا أنها تغيّرت في الطريق"
        " وإمّا أن للسجل مفتاحًا جديدًا؛ أرسل إعلان تغيير المفتاح أولًا",
    )


def _replayed(origin: str, saw: int, asked: int) -> Both:
    return Both(
        f"this witness has already cosigned {origin} at {asked} entries and has seen {saw} since;"
        " nothing is signed twice as if it were new; send the newest checkpoint",
        f"سبق أن وقّع هذا الشاهد للسجل {origin} حين كان عدد قيوده {asked} ورأى منه {saw} حتى الآن؛"
        " لا يوقَّع شيء مرتين كأنه جديد؛ أرسل أحدث نقطة تحقق",
    )


def _wrong_start(origin: str, saw: int, asked: int) -> Both:
    return Both(
        f"this witness has seen {saw} entries of {origin} and the proof begins elsewhere;"
        f" prove the way from {saw} to {asked}",
        f"عدد ما رآه هذا الشاهد من قيود السجل {origin} هو {saw} ويبدأ الإثبات من موضع آخر؛"
        f" أثبت الانتقال من {saw} إلى {asked}",
    )


def _shrunk(origin: str, saw: int, asked: int) -> Both:
    return Both(
        f"the log {origin} seems shrunken: this witness saw {saw} entries and was now asked to"
        f" sign {asked}; entries were removed, an old copy was put in its place, or somebody sent"
        " an old checkpoint; it is kept with its signature: send the newest one, and if there is"
        " none, tell everybody who holds a checkpoint of this log",
        f"يبدو أن السجل {origin} تقلّص: عدد ما رآه هذا الشاهد من قيوده {saw} وطُلب منه الآن توقيع"
        f" {asked}؛ حُذفت قيود أو وُضعت نسخة قديمة مكان السجل أو أُرسلت نقطة تحقق قديمة؛"
        " حُفظت النقطة مع توقيعها: أرسل أحدث نقطة، فإن لم توجد فأبلغ كل من لديه نقطة تحقق"
        " لهذا السجل",
    )


def _forked(origin: str, _saw: int, asked: int) -> Both:
    return Both(
        f"the log {origin} is forked: at {asked} entries it has signed two different histories;"
        " something sealed was changed; both signed checkpoints are kept as evidence: tell"
        " everybody who holds a checkpoint of this log",
        f"السجل {origin} متشعّب: وقّع تاريخين مختلفين لعدد القيود نفسه {asked}؛ تغيّر شيء مختوم؛"
        " حُفظت نقطتا التحقق الموقَّعتان دليلًا: أبلغ كل من لديه نقطة تحقق لهذا السجل",
    )


def _not_shown_to_grow(origin: str, saw: int, asked: int) -> Both:
    return Both(
        f"the log {origin} has not shown that its {asked} entries begin with the {saw} that this"
        " witness saw: the proof is wrong, or something sealed was changed; the signed checkpoint"
        " is kept as evidence; ask for a right proof, and if there is none, tell the others",
        f"لم يُثبت السجل {origin} أن قيوده وعددها {asked} تبدأ بالقيود التي رآها هذا الشاهد"
        f" وعددها {saw}: الإثبات خاطئ أو تغيّر شيء مختوم؛ حُفظت نقطة التحقق الموقَّعة دليلًا؛"
        " اطلب إثباتًا صحيحًا، فإن لم يوجد فأبلغ الآخرين",
    )


_SAID = {
    Refusal.UNKNOWN_LOG: _unknown_log,
    Refusal.BAD_SIGNATURE: _bad_signature,
    Refusal.REPLAYED: _replayed,
    Refusal.WRONG_START: _wrong_start,
    Refusal.SHRUNK: _shrunk,
    Refusal.FORKED: _forked,
    Refusal.NOT_SHOWN_TO_GROW: _not_shown_to_grow,
}
