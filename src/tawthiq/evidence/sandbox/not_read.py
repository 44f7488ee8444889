"""That a file could not be read, and why: a value, which stands where an answer would."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.values.both import Both


class Why(StrEnum):
    """The kinds of reasons."""

    NOT_OF_THIS_KIND = "not-of-this-kind"
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    TOO_LONG = "too-long"
    TOO_MUCH_MEMORY = "too-much-memory"
    TOO_MUCH_OUTPUT = "too-much-output"
    DIED = "died"
    NONSENSE = "nonsense"
    NOT_INSTALLED = "not-installed"


_SAID = {
    Why.NOT_OF_THIS_KIND: Both(
        "the reader says that it is a file of another kind", "يقول القارئ إن الملف من نوع آخر"
    ),
    Why.BROKEN: Both("the file is broken or cut off", "الملف معطوب أو مبتور"),
    Why.ENCRYPTED: Both(
        "the file is locked with a password; ask its giver for it",
        "الملف مقفل بكلمة مرور؛ اطلبها ممن أعطاه",
    ),
    Why.TOO_LARGE: Both(
        "what the file unfolds to is larger than is allowed",
        "ما ينتج عن فك الملف أكبر من المسموح",
    ),
    Why.TOO_LONG: Both("reading it took too long and was stopped", "طالت قراءته فأُوقفت"),
    Why.TOO_MUCH_MEMORY: Both(
        "reading it needed more memory than is allowed", "تتطلب قراءته ذاكرة أكثر من المسموح"
    ),
    Why.TOO_MUCH_OUTPUT: Both(
        "the reader answered more than is allowed", "أجاب القارئ بأكثر من المسموح"
    ),
    Why.DIED: Both("the reader died over it", "تعطل القارئ أثناء قراءته"),
    Why.NONSENSE: Both(
        "the reader answered nothing that makes sense; be careful with this file",
        "أجاب القارئ بما لا معنى له؛ احذر من هذا الملف",
    ),
    Why.NOT_INSTALLED: Both(
        "what reads it is not installed; install tawthiq[evidence]",
        "البرنامج الذي يقرأ هذا النوع غير مثبَّت؛ ثبّت tawthiq[evidence]",
    ),
}


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file that was not read. It is kept all the same.

    Attributes:
        detail: What the reader itself said, in its own words; not to be believed.
    """

    why: Why
    detail: str = ""

    @property
    def said(self) -> Both:
        return _SAID[self.why]


class CannotRead(Exception):
    """Raised inside a reader; becomes ``NotRead`` outside."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why, self.detail = why, detail
