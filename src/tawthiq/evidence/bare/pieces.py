"""Is each piece of evidence the bytes that were sealed, and are its tables true to the seals?

What the tables say was written by the maker of the package. What is checked here is that they
say the same as the entries of the ledger, which were sealed before.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import NamedTuple

from tawthiq.evidence.bare.entries import SealedObject, read_object, read_parent
from tawthiq.evidence.bare.folders import Files
from tawthiq.evidence.bare.notes import whole_number
from tawthiq.evidence.bare.report import Report
from tawthiq.evidence.bare.said import shown
from tawthiq.evidence.bare.sealing import ProvedEntry
from tawthiq.evidence.bare.tables import read_table

EVIDENCE_FOLDER = "data/evidence/"
LOAD_FILE, CUSTODY_TABLE = "data/load-file.csv", "data/custody.csv"
LOAD_COLUMNS = ("number", "item", "first_page", "last_page", "pages", "file", "size", "sha256")
CUSTODY_COLUMNS = (
    "item",
    "step",
    "kind",
    "time_utc",
    "from",
    "to",
    "by",
    "note",
    "previous",
    "sha256",
    "entry",
)
NO_STEP = hashlib.sha256(b"").hexdigest()


class Piece(NamedTuple):
    """A file of evidence that was found to be what an entry sealed."""

    number: str
    path: str
    sha256: str
    entry: int


def check_pieces(
    files: Files, payload: dict[str, str], entries: dict[int, ProvedEntry], report: Report
) -> list[Piece]:
    """Those of the files that an entry of the ledger stands for, with their numbers."""
    paths = sorted(path for path in payload if path.startswith(EVIDENCE_FOLDER))
    named = check_load_file(files, payload, paths, report)
    sealed: dict[SealedObject, int] = {}
    for index, content in opened_under("object", entries):
        what = report.tried(f"{index}.openings", partial(read_object, content))
        if what is not None:
            sealed.setdefault(what, index)
            # Where no row says what a piece is, its bytes alone are looked for.
            sealed.setdefault(what._replace(item=""), index)
    pieces, unsealed = [], []
    for path in paths:
        number, item = named.get(path, (path, ""))
        what = SealedObject(item, payload[path], files.sizes[path])
        if what in sealed:
            pieces.append(Piece(number, path, what.sha256, sealed[what]))
        else:
            unsealed.append(path)
    report.named("unsealed", unsealed, *UNSEALED)
    if pieces and not unsealed:
        report.holds(
            "evidence",
            f"pieces of evidence: {len(pieces)}, each the very bytes that were sealed in the ledger"
            " under its name there, when it came in or was made",
            f"عدد قطع الأدلة: {len(pieces)}، كل منها هي البايتات نفسها التي خُتمت في السجل باسمها"
            " هناك عند ورودها أو إنشائها",
        )
    return pieces


def opened_under(label: str, entries: dict[int, ProvedEntry]) -> list[tuple[int, bytes]]:
    """What the entries promised under one label, as far as it was opened, oldest first."""
    found = sorted(entries.items())
    return [(index, one.contents[label]) for index, one in found if label in one.contents]


def check_load_file(
    files: Files, payload: dict[str, str], pieces: list[str], report: Report
) -> dict[str, tuple[str, str]]:
    """The number of each piece and what it is in the maker's house, by its path.

    A row that is wrong is named, and takes nothing from the others.
    """
    rows = report.tried(LOAD_FILE, lambda: read_table(files.read(LOAD_FILE), LOAD_COLUMNS))
    if rows is None:
        return {}
    named: dict[str, tuple[str, str]] = {}
    used: set[str] = set()
    wrong = []
    for row in rows:
        path, pages = path_of(row), {row["first_page"], row["last_page"], row["number"]}
        is_right = row["number"] and row["item"] and row["pages"].isdigit() and not used & pages
        if path:
            digest, size = payload.get(path), files.sizes.get(path)
            is_right = is_right and path not in named
            is_right = is_right and (row["sha256"], row["size"]) == (digest, f"{size}")
            named.setdefault(path, (row["number"], row["item"]))
        if not is_right:
            wrong.append(shown(row["number"] or path))
        used |= pages
    wrong += [path for path in pieces if path not in named]
    report.named("load-file", wrong, *WRONG_ROW)
    return named


def path_of(row: dict[str, str]) -> str:
    """Where the piece of a row lies; empty for one that stays behind."""
    return f"data/{row['file']}" if row["file"] else ""


def check_derivatives(entries: dict[int, ProvedEntry], report: Report) -> None:
    """What was made from something else names an entry that was sealed before it."""
    found = 0
    for index, content in opened_under("derivation", entries):
        parent = report.tried(f"{index}.openings", partial(read_parent, content))
        if parent is None:
            continue
        above = entries.get(parent) if parent < index else None
        if above is None or "object" not in above.entry.promised:
            report.named("parent", [f"{index}.entry"], *NO_PARENT)
        else:
            found += 1
    if found:
        report.holds(
            "derivatives",
            f"pieces made from other evidence (redacted, for example): {found}, each from an object"
            " that was sealed before it; that object itself need not be in this package",
            f"عدد القطع المصنوعة من أدلة أخرى (بحجب أجزاء منها مثلًا): {found}، كل منها من كائن خُتم"
            " قبلها؛ ولا يلزم أن يكون ذلك الكائن نفسه في هذه الحزمة",
        )


def check_custody(files: Files, entries: dict[int, ProvedEntry], report: Report) -> None:
    """The table of custody is whole, and says what was sealed step by step."""
    rows = report.tried(CUSTODY_TABLE, lambda: custody_rows(files))
    if rows is None:
        return
    sealed = dict(opened_under("custody", entries))
    wrong = [f"{row['item']} · {row['step']}" for row in wrong_steps(rows, sealed)]
    told = {whole_number(row["entry"]) for row in rows}
    untold = [f"{index}.entry" for index in sorted(set(sealed) - told)]
    report.named("custody", [shown(name) for name in wrong], *WRONG_STEP)
    report.named("custody-left-out", untold, *LEFT_OUT)
    if rows and not wrong and not untold:
        items, loose = {row["item"] for row in rows}, [row for row in rows if not row["entry"]]
        say_custody(len(rows), len(items), len(loose), report)


def wrong_steps(rows: list[dict[str, str]], sealed: dict[int, bytes]) -> list[dict[str, str]]:
    """The steps that are not what was sealed, or do not follow the one before them."""
    wrong = []
    last: dict[str, dict[str, str]] = {}
    for row in rows:
        text, index = custody_text(row), whole_number(row["entry"])
        is_sealed = row["entry"] == "" or (index is not None and sealed.get(index) == text)
        is_whole = row["sha256"] == hashlib.sha256(text).hexdigest()
        if not (is_sealed and is_whole and follows(last.get(row["item"]), row)):
            wrong.append(row)
        last[row["item"]] = row
    return wrong


def custody_rows(files: Files) -> list[dict[str, str]]:
    return read_table(files.read(CUSTODY_TABLE), CUSTODY_COLUMNS)


def custody_text(row: dict[str, str]) -> bytes:
    """The text of a step as it is sealed, written from the row of the table."""
    lines = [
        "tawthiq-custody/1",
        f"item {row['item']}",
        f"step {row['step']}",
        f"kind {row['kind']}",
        f"time {row['time_utc']}",
        f"from {row['from']}",
        *([f"to {row['to']}"] if row["to"] else ()),
        f"by {row['by']}",
        f"previous {row['previous']}",
        *([f"note {row['note']}"] if row["note"] else ()),
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def follows(before: dict[str, str] | None, row: dict[str, str]) -> bool:
    """Whether a step names the one before it, or is the first of its item."""
    if before is None:
        return (row["step"], row["previous"]) == ("1", NO_STEP)
    number = whole_number(before["step"])
    is_next = number is not None and row["step"] == str(number + 1)
    return is_next and row["previous"] == before["sha256"]


def say_custody(steps: int, items: int, loose: int, report: Report) -> None:
    report.holds(
        "custody",
        f"steps of custody: {steps}, of items: {items}; they follow each other without a gap."
        f" Sealed one by one as they were taken: {steps - loose}; only with the package: {loose}",
        f"عدد خطوات الحيازة: {steps}، وعدد الأدلة: {items}؛ يتبع بعضها بعضًا بلا فجوة. ما خُتم منها"
        f" واحدة واحدة عند حدوثها: {steps - loose}؛ وما خُتم مع الحزمة فقط: {loose}",
    )


WRONG_ROW = (
    "its row in the load file is missing, stands twice, or says something else than the file",
    "سطره في ملف التحميل مفقود أو مكرر أو يقول غير ما في الملف",
)
NO_PARENT = (
    "that from which it was made is not shown to be in the ledger",
    "لم يُثبت أن ما صُنع منه موجود في السجل",
)
UNSEALED = (
    "no entry of the ledger stands for these bytes: that they came in as they are is only said",
    "لا يوجد قيد في السجل لهذه البايتات: وأنها وردت هكذا مجرد قول",
)
WRONG_STEP = (
    "this step of custody is not what was sealed, or does not follow the one before it",
    "خطوة الحيازة هذه ليست ما خُتم أو لا تتبع ما قبلها",
)
LEFT_OUT = (
    "a step of custody was sealed and is not in the table",
    "خُتمت خطوة حيازة وليست في الجدول",
)
