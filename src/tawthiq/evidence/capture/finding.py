"""What was recognised in files that came: claims of a tool, checks of ours, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.evidence.media.claims import About
from tawthiq.values.both import Both

_LONGEST = 2000  # characters of one claim that are kept beside it; the file has the rest


class Tool(StrEnum):
    """By what files were made, as far as their form tells."""

    AUTO_ARCHIVER = "auto-archiver"
    WARC = "warc"
    WACZ = "wacz"
    PROOFMODE = "proofmode"
    TELLA = "tella"
    WHATSAPP = "whatsapp"
    TELEGRAM = "telegram"
    C2PA = "c2pa"

    @property
    def label(self) -> Both:
        return _LABELS[self]


_LABELS = {
    Tool.AUTO_ARCHIVER: Both("output of auto-archiver", "مخرجات auto-archiver"),
    Tool.WARC: Both("web archive (WARC)", "أرشيف صفحات (WARC)"),
    Tool.WACZ: Both("packed web archive (WACZ)", "أرشيف صفحات محزوم (WACZ)"),
    Tool.PROOFMODE: Both("ProofMode bundle", "حزمة ProofMode"),
    Tool.TELLA: Both("Tella file with its metadata", "ملف من Tella مع بياناته الوصفية"),
    Tool.WHATSAPP: Both("exported WhatsApp chat", "محادثة واتساب مصدَّرة"),
    Tool.TELEGRAM: Both("exported Telegram chat", "محادثة تلغرام مصدَّرة"),
    Tool.C2PA: Both("content credentials (C2PA)", "بيانات مصدر المحتوى (C2PA)"),
}


class Outcome(StrEnum):
    """What came of a check. The third is neither of the others."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does-not-hold"
    NOT_FOUND_OUT = "could-not-be-found-out"

    @property
    def label(self) -> Both:
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.HOLDS: Both("holds", "صحيح"),
    Outcome.DOES_NOT_HOLD: Both("does not hold", "غير صحيح"),
    Outcome.NOT_FOUND_OUT: Both("could not be found out", "تعذّر التحقق"),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        code: Which check, for programs.
        said: What was compared with what, for people.
        file: The file that it is about, by the name it came with; None for all of them.
    """

    code: str
    outcome: Outcome
    said: Both
    file: str | None = None


@dataclass(frozen=True, slots=True)
class ToolClaim:
    """One thing that a tool or device says, which is not so because it says it.

    Attributes:
        said_by: The tool, and where in its output it says so.
        name: What the tool calls it.
        file: The file that it speaks of, or stands in.
    """

    about: About
    said_by: str
    name: str
    value: str
    file: str

    @classmethod
    def of(cls, about: About, said_by: str, name: object, value: object, file: str) -> ToolClaim:
        """The claim with its words shortened to what is kept beside the file."""
        return cls(about, said_by, str(name)[:200], str(value)[:_LONGEST], file)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat, as the export tells it.

    Attributes:
        who: The name that the exporting telephone had for the sender; None for a notice of the
            app itself.
        written: Date and time as they stand in the export.
        when: The same as ``YYYY-MM-DDThh:mm:ss``, with a zone only where the export names one;
            None where the date can be read in two ways.
        attached: Names of the files that belong to it.
        left_out: Whether the export says that it left a file out.
        file: The file of the export that it stands in.
    """

    who: str | None
    written: str
    when: str | None
    text: str
    attached: tuple[str, ...] = ()
    left_out: bool = False
    file: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """What belongs together, and what is known of it.

    Attributes:
        files: The files that belong to it, by the names they came with; the one that was
            recognised comes first.
        missing: Names that it mentions and that did not come.
        not_proved: What nobody may conclude from this, each a sentence.
    """

    tool: Tool
    files: tuple[str, ...]
    missing: tuple[str, ...] = ()
    claims: tuple[ToolClaim, ...] = ()
    checks: tuple[Check, ...] = ()
    messages: tuple[Message, ...] = ()
    not_proved: tuple[Both, ...] = ()

    def __post_init__(self) -> None:
        if not self.files:
            raise ValueError("a capture of no file")
        if set(self.files) & set(self.missing):
            raise ValueError("a file that came is called missing")

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that do not hold."""
        return tuple(one for one in self.checks if one.outcome is Outcome.DOES_NOT_HOLD)
