"""Through whose hands one item went, and what each of them did to it: a chain without gaps.

A step is written as a text that can be sealed in the ledger, and names the digest of the step
before it, so that none can be left out, put in or exchanged unnoticed. Who held the item is
what the steps say; whether they say the truth is for people to find out.

    tawthiq-custody/1
    item E-0042
    step 2
    kind handed-over
    time 2026-11-22T10:15:30Z
    from Layla (documenter)
    to Omar (archive)
    by Layla (documenter)
    previous 5bf4b1a8...
    note by hand, on a memory card
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from tawthiq.values.both import Both, joined
from tawthiq.values.digest import Digest

NO_STEP = Digest.of(b"")  # what the first step names as the one before it

_TITLE = "tawthiq-custody/1"
_LONGEST = 2000  # characters of one line; an entry of the ledger has 65,535 bytes in all


class StepKind(StrEnum):
    """What was done. Only the first three and the handing over change who holds the item."""

    RECEIVED = "received"
    """Somebody outside gave it to us."""
    CAPTURED = "captured"
    """We took it ourselves: from a page, with a camera."""
    RETURNED = "returned"
    """It came back from whom it had been handed to."""
    HANDED_OVER = "handed-over"
    """It left our hands for those of somebody else; what stays with us is a copy."""
    CHECKED = "checked"
    """Its bytes were read and compared with their digest."""
    DERIVED = "derived"
    """Another object was made from it; it stayed as it was."""
    REDACTED = "redacted"
    """A copy was made in which something is no longer there; it stayed as it was."""
    REPLICATED = "replicated"
    """The same bytes were put in a second place, or moved to another."""
    RESTORED = "restored"
    """The same bytes came back from a copy."""
    COPY_GIVEN = "copy-given"
    """Somebody outside was given a copy, in a package or otherwise."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind is told and named.

    Attributes:
        said: Completes "on such a day"; has places for `by`, `from`, `to`.
        event: The term of PREMIS (id.loc.gov/vocabulary/preservation/eventType).
        moves: Whether the item is in other hands afterwards.
    """

    said: Both
    event: str
    moves: bool = False


_KINDS = {
    StepKind.RECEIVED: _Kind(
        Both("{by} received it from {from_} for {to}", "تسلّمه {by} من {from_} لصالح {to}"),
        "ingestion",
        moves=True,
    ),
    StepKind.CAPTURED: _Kind(
        Both("{by} captured it from {from_} for {to}", "التقطه {by} من {from_} لصالح {to}"),
        "capture",
        moves=True,
    ),
    StepKind.RETURNED: _Kind(
        Both("{by} took it back from {from_} for {to}", "استعاده {by} من {from_} لصالح {to}"),
        "transfer",
        moves=True,
    ),
    StepKind.HANDED_OVER: _Kind(
        Both("{by} handed it over from {from_} to {to}", "سلّمه {by} من {from_} إلى {to}"),
        "transfer",
        moves=True,
    ),
    StepKind.CHECKED: _Kind(
        Both("{by} compared its bytes with their digest", "قارن {by} بايتاته ببصمتها"),
        "fixity check",
    ),
    StepKind.DERIVED: _Kind(
        Both("{by} made another object from it", "أنشأ {by} منه كائنًا آخر"), "creation"
    ),
    StepKind.REDACTED: _Kind(
        Both("{by} made a redacted copy of it", "أنشأ {by} منه نسخة محجوبة الأجزاء"), "redaction"
    ),
    StepKind.REPLICATED: _Kind(
        Both("{by} put the same bytes in another place", "وضع {by} البايتات نفسها في مكان آخر"),
        "replication",
    ),
    StepKind.RESTORED: _Kind(
        Both("{by} restored it from a copy", "استعاده {by} من نسخة"), "recovery"
    ),
    StepKind.COPY_GIVEN: _Kind(
        Both("{by} gave a copy to {to}", "أعطى {by} نسخة منه إلى {to}"), "dissemination"
    ),
}
_FIRST = (StepKind.RECEIVED, StepKind.CAPTURED)
_NEEDS_RECIPIENT = {kind for kind, its in _KINDS.items() if its.moves} | {StepKind.COPY_GIVEN}


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        item: The item, by the id that never changes.
        number: From 1.
        time: A whole second in UTC, by the clock of the machine on which it was written down.
        holder: Who held the item before: for the first step, whoever gave it.
        to: Who holds it afterwards, or was given a copy; empty where nobody was given anything.
        by: Who did it, as this organisation names its people; a name or a code.
        previous: Digest of the text of the step before.
        note: How, with what tool, why; one line.
    """

    item: str
    number: int
    kind: StepKind
    time: datetime
    holder: str
    to: str
    by: str
    previous: Digest
    note: str = ""

    def __post_init__(self) -> None:
        for text in (self.item, self.holder, self.to, self.by, self.note):
            _refuse_unwritable(text)
        if not (self.item and self.holder and self.by) or self.number < 1:
            raise ValueError("a step names an item, who held it and who acted, and has a number")
        if self.time.tzinfo is not UTC or self.time.microsecond:
            raise ValueError(f"the time of a step is a whole second in UTC, not {self.time}")
        if bool(self.to) != (self.kind in _NEEDS_RECIPIENT):
            raise ValueError(
                f"a step of the kind {self.kind} names a recipient, or none: {self.to}"
            )

    @property
    def holder_after(self) -> str:
        return self.to if _KINDS[self.kind].moves else self.holder

    @property
    def premis_event(self) -> str:
        """The term of the PREMIS vocabulary of events."""
        return _KINDS[self.kind].event

    def to_bytes(self) -> bytes:
        """The text that is sealed, in the one way in which it is written."""
        lines = [
            _TITLE,
            f"item {self.item}",
            f"step {self.number}",
            f"kind {self.kind}",
            f"time {self.time:%Y-%m-%dT%H:%M:%SZ}",
            f"from {self.holder}",
            *([f"to {self.to}"] if self.to else ()),
            f"by {self.by}",
            f"previous {self.previous}",
            *([f"note {self.note}"] if self.note else ()),
        ]
        return "".join(f"{line}\n" for line in lines).encode()

    @property
    def digest(self) -> Digest:
        return Digest.of(self.to_bytes())

    def told(self) -> Both:
        """The step as a sentence."""
        said = Both(
            _KINDS[self.kind].said.en.format(by=self.by, from_=self.holder, to=self.to),
            _KINDS[self.kind].said.ar.format(by=self.by, from_=self.holder, to=self.to),
        )
        when = Both(
            f"{self.number}. {self.time:%Y-%m-%d %H:%M:%S} UTC: ",
            f"{self.number}. {self.time:%Y-%m-%d %H:%M:%S} بالتوقيت العالمي: ",
        )
        return when + joined([said, Both.same(self.note)], Both("; ", "؛ "))


def first(
    item: str, kind: StepKind, time: datetime, *, source: str, to: str, by: str, note: str = ""
) -> Step:
    """The step with which a chain begins.

    Raises:
        ValueError: A chain does not begin with this kind.
    """
    if kind not in _FIRST:
        raise ValueError(f"a chain begins when an item is received or captured, not {kind}")
    return Step(item, 1, kind, time, source, to, by, NO_STEP, note)


def after(
    last: Step, kind: StepKind, time: datetime, *, by: str, to: str = "", note: str = ""
) -> Step:
    """The step that follows another.

    Raises:
        ValueError: An item is received or captured once.
    """
    if kind in _FIRST:
        raise ValueError(f"an item is {kind} once, at the beginning of its chain")
    number = last.number + 1
    return Step(last.item, number, kind, time, last.holder_after, to, by, last.digest, note)


def faults(steps: Sequence[Step]) -> list[Both]:
    """Where a chain is not whole: what is missing, exchanged or out of its order.

    Nothing at all is a fault too: an item that nobody ever received was planted.
    """
    if not steps:
        return [Both("there is no step at all", "لا توجد أي خطوة")]
    found = [] if _begins(steps[0]) else [_no_beginning(steps[0])]
    for before, now in itertools.pairwise(steps):
        if now.item != before.item:
            found.append(_other_item(now))
        if now.number != before.number + 1 or now.previous != before.digest:
            found.append(_gap(before, now))
        if now.holder != before.holder_after:
            found.append(_other_holder(before, now))
    return found


def remarks(steps: Sequence[Step]) -> list[Both]:
    """What is strange about a whole chain: clocks that went backwards.

    The order of steps is that of the chain. Times are what machines said.
    """
    return [
        Both(
            f"step {now.number} bears an earlier time than the step before it: a clock was wrong,"
            " or was set",
            f"تحمل الخطوة {now.number} وقتًا أسبق من الخطوة التي قبلها: كانت ساعة خاطئة أو ضُبطت",
        )
        for before, now in itertools.pairwise(steps)
        if now.time < before.time
    ]


def told(steps: Iterable[Step]) -> list[Both]:
    """The chain as sentences, oldest first."""
    return [step.told() for step in steps]


def _begins(step: Step) -> bool:
    return step.number == 1 and step.kind in _FIRST and step.previous == NO_STEP


def _no_beginning(step: Step) -> Both:
    return Both(
        f"the chain begins with step {step.number} ({step.kind}) and not with how the item came",
        f"تبدأ السلسلة بالخطوة {step.number} ({step.kind}) لا بكيفية ورود الدليل",
    )


def _other_item(step: Step) -> Both:
    return Both(
        f"step {step.number} is of another item, {step.item}",
        f"الخطوة {step.number} تخص دليلًا آخر هو {step.item}",
    )


def _gap(before: Step, now: Step) -> Both:
    return Both(
        f"between step {before.number} and step {now.number} something is missing, or one of them"
        " was changed: the later does not name the earlier",
        f"بين الخطوة {before.number} والخطوة {now.number} شيء ناقص أو عُدّلت إحداهما:"
        " اللاحقة لا تسمّي السابقة",
    )


def _other_holder(before: Step, now: Step) -> Both:
    return Both(
        f"after step {before.number} it was held by {before.holder_after}; step {now.number} says"
        f" {now.holder}: how it came there is not said",
        f"بعد الخطوة {before.number} كان بحوزة {before.holder_after}؛ وتقول الخطوة {now.number}"
        f" إنه بحوزة {now.holder}: لم يُذكر كيف وصل إليه",
    )


_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")


def _refuse_unwritable(text: str) -> None:
    """One line each, and bytes that are the same however often they are written."""
    if _UNWRITABLE.search(text) or text != text.strip() or len(text) > _LONGEST:
        raise ValueError(f"a step is written in single lines without spaces around: {text[:80]!r}")
    if any(unicodedata.category(letter) == "Cs" for letter in text):
        raise ValueError(f"not Unicode: {text[:80]!r}")
