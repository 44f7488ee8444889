"""What the time stamps of a package show: that the ledger had so many entries by a moment."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from tawthiq.evidence.bare.certificates import name_of
from tawthiq.evidence.bare.folders import Files
from tawthiq.evidence.bare.notes import Checkpoint, read_checkpoint, read_note
from tawthiq.evidence.bare.proofs import check_growth, read_growth
from tawthiq.evidence.bare.report import Report
from tawthiq.evidence.bare.said import DoesNotHold
from tawthiq.evidence.bare.sealing import Head
from tawthiq.evidence.bare.signatures import Wanted
from tawthiq.evidence.bare.stamps import check_imprint, check_stamp, read_stamp

STAMP_NAME = re.compile(r"timestamps/(0|[1-9][0-9]*)\.[1-9][0-9]*\.tsr")
GROWTH_NAME = re.compile(r"timestamps/(0|[1-9][0-9]*)\.growth")


class Moment(NamedTuple):
    """A verified stamp: the ledger had this many entries not later than then."""

    size: int
    time: datetime


def growths_in(files: Files, head: Head, report: Report) -> dict[int, bytes]:
    """The proofs of growth in the package that hold, by the size from which they lead."""
    found = {}
    for path in sorted(files.sizes):
        name = GROWTH_NAME.fullmatch(path)
        if name and report.tried(path, partial(older, files, int(name[1]), head)) is not None:
            found[int(name[1])] = files.read(path)
    return found


def older(files: Files, size: int, head: Head) -> tuple[str, Checkpoint]:
    """An older checkpoint from which the ledger of the package grew, and its text.

    Raises:
        DoesNotHold: It is of another size or ledger, or that it grew from there is not shown.
    """
    note = read_note(files.read(f"timestamps/{size}.checkpoint"))
    checkpoint = read_checkpoint(note.text)
    growth = read_growth(files.read(f"timestamps/{size}.growth"))
    if (checkpoint.size, growth.at, growth.note) != (size, size, head.note):
        raise DoesNotHold(
            "other-checkpoint",
            "it is of another checkpoint than its name says, or leads to another than the"
            " package's",
            "تخص نقطة تحقق غير التي يذكرها الاسم أو تقود إلى غير نقطة الحزمة",
        )
    check_growth(checkpoint, head.checkpoint, growth.path)
    return note.text, checkpoint


def check_times(files: Files, head: Head, wanted: Wanted, report: Report) -> list[Moment]:
    """The stamps that hold under the roots that the reader gave, earliest first."""
    names = [name for name in map(STAMP_NAME.fullmatch, sorted(files.sizes)) if name]
    if not wanted.stamps or not names:
        return []
    moments = []
    for name in names:
        look = partial(check_one_stamp, files, name[0], int(name[1]), head, wanted, report)
        moment = report.tried(name[0], look)
        if moment is not None:
            moments.append(moment)
    if not wanted.roots:
        report.unclear(
            "no-root",
            f"{len(names)} time stamps are of checkpoints of this ledger, but whether an authority"
            " made them was not looked at: give the root certificate of one that you trust with"
            " --tsa-root, or leave them out with --without-timestamps",
            f"أختام الوقت وعددها {len(names)} تخص نقاط تحقق لهذا السجل، ولم يُنظر هل صنعتها سلطة:"
            " أعطِ الشهادة الجذرية لسلطة تثق بها بـ --tsa-root، أو دع الأختام جانبًا بـ"
            " --without-timestamps",
        )
    return sorted(moments, key=lambda moment: moment.time)


def check_one_stamp(
    files: Files, path: str, size: int, head: Head, wanted: Wanted, report: Report
) -> Moment | None:
    text = read_note(head.note).text
    if size != head.checkpoint.size:
        text, _ = older(files, size, head)
    reply, imprint = files.read(path), hashlib.sha256(text.encode()).digest()
    if not wanted.roots:
        check_imprint(read_stamp(reply).says, imprint)
        return None
    stamp, chain = check_stamp(reply, imprint, wanted.roots)
    when, who = f"{stamp.says.time:%Y-%m-%d %H:%M:%S}", name_of(chain[0].subject)
    margin = stamp.says.accuracy.total_seconds()
    report.holds(
        "stamp",
        f"{who} saw the ledger with {size} entries on {when} UTC (give or take {margin:g} s, by its"
        f" clock), under the root that you gave: {name_of(chain[-1].subject)}",
        f"رأت {who} السجل وفيه {size} من القيود في {when} بالتوقيت العالمي (بزيادة أو نقصان"
        f" {margin:g} ثانية بحسب ساعتها)، تحت الجذر الذي أعطيته: {name_of(chain[-1].subject)}",
    )
    return Moment(size, stamp.says.time + stamp.says.accuracy)


def not_later_than(moments: list[Moment], index: int) -> str:
    """By when an entry was in the ledger, as far as stamps show it; empty where none does."""
    covering = [moment.time for moment in moments if moment.size > index]
    if not covering:
        return ""
    whole = min(covering) + timedelta(microseconds=999_999)  # never an earlier second than that
    return f"{whole:%Y-%m-%dT%H:%M:%SZ}"
