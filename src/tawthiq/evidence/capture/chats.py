"""Exported chats: who said what when, in which file, as the export of one telephone tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from tawthiq.evidence.capture import words
from tawthiq.evidence.capture.chat_dates import Order, moment, reading_of
from tawthiq.evidence.capture.files import GivenFile, GivenFiles, asked
from tawthiq.evidence.capture.finding import (
    Capture,
    Check,
    Message,
    Outcome,
    Tool,
    ToolClaim,
)
from tawthiq.evidence.media.claims import About
from tawthiq.evidence.sandbox.frames import Record
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.values.both import Both

_HTML_DATE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:?\d{2}))?")
_NO_ZONE = Both(
    "in which time zone the telephone was: the export does not say",
    "في أي منطقة زمنية كان الهاتف: لا يذكر التصدير ذلك",
)
NOT_PROVED = (
    Both(
        "that nobody wrote, removed or changed messages in the export: it is a plain file that"
        " nobody signed",
        "أن أحدًا لم يكتب رسائل في التصدير أو يحذف منها أو يغيرها: فهو ملف عادي لم يوقعه أحد",
    ),
    words.WHO,
    words.TRUE_SCENE,
)


def whatsapp_captures(sandbox: Sandbox, files: GivenFiles) -> Iterator[Capture]:
    """Each exported WhatsApp chat."""
    for file in files:
        if file.suffix == ".txt":
            records, refused = asked(sandbox, "whatsapp", file)
            if records:
                yield _whatsapp(files, file, records, refused)


def _whatsapp(
    files: GivenFiles, file: GivenFile, records: list[Record], refused: NotRead | None
) -> Capture:
    reading = reading_of(str(one["date"]) for one in records)
    messages = tuple(_message(one, file.name, reading.order) for one in records)
    is_known = reading.order is not Order.UNKNOWN
    check = Check(
        "chat.dates",
        Outcome.HOLDS if is_known else Outcome.NOT_FOUND_OUT,
        _ORDERS[reading.order] + reading.because,
        file.name,
    )
    return _chat(Tool.WHATSAPP, files, [file], messages, [check], refused, (_NO_ZONE,))


_ORDERS = {
    Order.DAY_FIRST: Both(
        "dates are read as day, month, year: ", "تُقرأ التواريخ يومًا فشهرًا فسنة: "
    ),
    Order.MONTH_FIRST: Both(
        "dates are read as month, day, year: ", "تُقرأ التواريخ شهرًا فيومًا فسنة: "
    ),
    Order.YEAR_FIRST: Both(
        "dates are read as year, month, day: ", "تُقرأ التواريخ سنة فشهرًا فيومًا: "
    ),
    Order.UNKNOWN: Both("no date is given to the messages: ", "لم تُؤرخ الرسائل: "),
}


def _message(record: Record, file: str, order: Order) -> Message:
    date, time = str(record["date"]), str(record["time"])
    return Message(
        str(record["who"]) if record.get("who") else None,
        f"{date}, {time}",
        moment(date, time, order),
        str(record["text"]),
        _attached(record),
        record.get("left_out") is True,
        file,
    )


def _attached(record: Record) -> tuple[str, ...]:
    names = record.get("attached")
    return tuple(str(one) for one in names) if isinstance(names, list) else ()


# --- Telegram ---------------------------------------------------------------------------------


def telegram_captures(sandbox: Sandbox, files: GivenFiles) -> Iterator[Capture]:
    """Each export of Telegram: its JSON; its pages, all those of one folder together."""
    pages = dict[str, list[GivenFile]]()
    for file in files:
        if file.leaf == "result.json":
            yield from _telegram(sandbox, files, [file], "json")
        elif re.fullmatch(r"messages\d*\.html", file.leaf):
            pages.setdefault(file.folder, []).append(file)
    for together in pages.values():
        together.sort(key=lambda file: (len(file.leaf), file.leaf))
        yield from _telegram(sandbox, files, together, "html")


def _telegram(
    sandbox: Sandbox, files: GivenFiles, together: list[GivenFile], form: str
) -> Iterator[Capture]:
    messages, chats, stopped = list[Message](), list[ToolClaim](), None
    for file in together:
        records, refused = asked(sandbox, "telegram", file, form=form)
        stopped = stopped or refused
        for record in records:
            if "chat" in record:
                said = f"{record['chat']} {record['kind']}".strip()
                chats.append(ToolClaim.of(About.OTHER, "Telegram", "chat", said, file.name))
            else:
                messages.append(_telegram_message(record, file.name, form))
    if not messages and (stopped is None or stopped.why is Why.NOT_OF_THIS_KIND):
        return
    zone = () if any(one.when and len(one.when) > 19 for one in messages) else (_NO_ZONE,)
    found = _chat(Tool.TELEGRAM, files, together, tuple(messages), [], stopped, zone)
    yield Capture(
        found.tool, found.files, found.missing, tuple(chats), found.checks, found.messages,
        found.not_proved,
    )  # fmt: skip


def _telegram_message(record: Record, file: str, form: str) -> Message:
    written = str(record.get("date"))
    text = str(record["text"])
    if origin := record.get("forwarded_from"):
        text = f"[{origin}] {text}"
    return Message(
        str(record["who"]) if record.get("who") else None,
        written,
        _page_moment(written) if form == "html" else _moment(str(record.get("unix")), written),
        text,
        _attached(record),
        record.get("left_out") is True,
        file,
    )


def _moment(unix: str, written: str) -> str | None:
    """Telegram's own count of seconds has no zone to be mistaken in; the local time has."""
    if unix.isdigit() and len(unix) <= 11:
        return datetime.fromtimestamp(int(unix), UTC).isoformat()
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return None


def _page_moment(written: str) -> str | None:
    found = _HTML_DATE.fullmatch(written)
    if not found:
        return None
    day, month, year, time, zone = found.groups()
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{time}{zone or ''}").isoformat()
    except ValueError:
        return None


# --- both -------------------------------------------------------------------------------------


def _chat(
    tool: Tool,
    files: GivenFiles,
    together: list[GivenFile],
    messages: tuple[Message, ...],
    checks: list[Check],
    refused: NotRead | None,
    more: tuple[Both, ...],
) -> Capture:
    """The export with the files that its messages name; those that did not come are missing."""
    first = together[0]
    names = dict.fromkeys(name for one in messages for name in one.attached)
    found = {name: files.named(name, beside=first) for name in names}
    here = dict.fromkeys([one.name for one in together] + [f.name for f in found.values() if f])
    missing = tuple(name for name, file in found.items() if file is None and name not in here)
    left_out = sum(one.left_out for one in messages)
    if found:
        checks.append(_files_check(len(found) - len(missing), len(missing), first.name))
    if left_out:
        checks.append(
            Check("chat.left-out", Outcome.NOT_FOUND_OUT, _left_out(left_out), first.name)
        )
    if refused:
        checks.append(words.unread("chat.read", refused, first.name))
    return Capture(tool, tuple(here), missing, (), tuple(checks), messages, (*more, *NOT_PROVED))


def _files_check(came: int, missing: int, file: str) -> Check:
    said = Both(
        f"files that messages name and that came: {came}; that did not come: {missing}",
        f"الملفات التي تذكرها الرسائل، وصل منها: {came}؛ ولم يصل: {missing}",
    )
    outcome = Outcome.NOT_FOUND_OUT if missing else Outcome.HOLDS
    return Check("chat.files", outcome, said, file)


def _left_out(count: int) -> Both:
    return Both(
        f"messages whose file the export left out: {count}; ask for an export with files",
        f"عدد الرسائل التي أسقط التصدير ملفها: {count}؛ اطلب تصديرًا مع الملفات",
    )
