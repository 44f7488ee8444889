"""Is the package sealed in the ledger, and is everything in it that it shows of the ledger?

From the seal up: the lists are named by `package.txt`, that by an entry of the ledger, the entry
is under the root of the checkpoint, and the checkpoint is signed by a key that the reader has
from elsewhere.
"""

from __future__ import annotations

import hashlib
import re
from functools import partial
from typing import NamedTuple, Sequence

from tawthiq.evidence.bare.entries import Entry, opened, read_entry
from tawthiq.evidence.bare.folders import Files
from tawthiq.evidence.bare.lists import CHECKPOINT_FILE, SEALED_TEXT
from tawthiq.evidence.bare.notes import (
    Checkpoint,
    Key,
    Note,
    read_checkpoint,
    read_key,
    read_note,
    signers,
)
from tawthiq.evidence.bare.proofs import check_included, read_proof
from tawthiq.evidence.bare.report import Report
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold, shown

PACKAGE_MADE, KEY_CHANGED = "package.made", "ledger.key-changed"
PACKAGE_ENTRY, PACKAGE_PROOF = "proofs/package.entry", "proofs/package.tlog-proof"
ENTRY_FOLDER = "data/ledger/"
ENTRY_NAME = re.compile(r"(?:0|[1-9][0-9]{0,17})\.entry")
IDLE = ("it belongs to no entry that is shown", "لا يعود إلى أي قيد معروض")


class Head(NamedTuple):
    """The checkpoint of the package."""

    note: bytes
    checkpoint: Checkpoint


class ProvedEntry(NamedTuple):
    """An entry that stands in the ledger, and what was opened of it."""

    entry: Entry
    contents: dict[str, bytes]


def check_head(files: Files, origin: str, report: Report) -> Head | None:
    """The checkpoint, if it is one and of the ledger that the package names."""

    def read() -> Head:
        data = files.read(CHECKPOINT_FILE)
        checkpoint = read_checkpoint(read_note(data).text)
        if checkpoint.origin != origin:
            raise DoesNotHold(
                "other-ledger",
                f"it is of the ledger {shown(checkpoint.origin)}; the package names"
                f" {shown(origin)}",
                f"تخص السجل {shown(checkpoint.origin)}؛ والحزمة تسمّي {shown(origin)}",
            )
        return Head(data, checkpoint)

    return report.tried(CHECKPOINT_FILE, read)


def check_seal(files: Files, head: Head, report: Report) -> None:
    """The entry that seals the package is in the ledger and names its lists."""

    def look() -> int:
        data = files.read(PACKAGE_ENTRY)
        entry, index = read_entry(data), proved(files, PACKAGE_PROOF, data, head)
        digest = hashlib.sha256(files.read(SEALED_TEXT)).hexdigest()
        if (entry.kind, entry.payload) != (PACKAGE_MADE, digest):
            raise DoesNotHold(
                "other-seal",
                f"the entry does not seal this {SEALED_TEXT}: the lists were written anew",
                f"لا يختم القيد {SEALED_TEXT} هذا: أُعيدت كتابة القوائم",
            )
        return index

    index = report.tried(PACKAGE_ENTRY, look)
    if index is not None:
        report.holds(
            "sealed",
            f"the lists of the package are sealed as entry {index} of the ledger"
            f" {shown(head.checkpoint.origin)}",
            f"قوائم الحزمة مختومة بالقيد {index} من السجل {shown(head.checkpoint.origin)}",
        )


def proved(files: Files, path: str, entry: bytes, head: Head) -> int:
    """Where an entry stands, once its proof is checked under the checkpoint of the package."""
    proof = read_proof(files.read(path))
    if proof.note != head.note:
        raise DoesNotHold(
            "other-checkpoint",
            "its proof is under another checkpoint than that of the package",
            "إثباته تحت نقطة تحقق غير نقطة الحزمة",
        )
    check_included(entry, proof, head.checkpoint)
    return proof.at


def check_entries(
    files: Files, payload: Sequence[str], head: Head, report: Report
) -> dict[int, ProvedEntry]:
    """The entries that the package shows, each proved, with what was opened of them."""
    found: dict[int, ProvedEntry] = {}
    names = {path[len(ENTRY_FOLDER) :] for path in payload if path.startswith(ENTRY_FOLDER)}
    stems = sorted(name[: -len(".entry")] for name in names if ENTRY_NAME.fullmatch(name))
    for stem in stems:
        entry = report.tried(f"{stem}.entry", partial(entry_at, files, stem, head))
        if entry is not None:
            found[int(stem)] = entry
    belongs = {f"{stem}.{kind}" for stem in stems for kind in ("entry", "openings")}
    proofs = {path for path in files.sizes if path.startswith("proofs/")}
    idle = proofs - {f"proofs/{stem}.tlog-proof" for stem in stems}
    idle |= {ENTRY_FOLDER + name for name in names - belongs}
    report.named("idle", sorted(idle - {PACKAGE_ENTRY, PACKAGE_PROOF}), *IDLE)
    if found:
        report.holds(
            "entries",
            f"entries shown: {len(found)}; all are in that ledger as they are shown, and everything"
            " that was opened of them is what was promised",
            f"عدد القيود المعروضة: {len(found)}؛ كلها موجودة في السجل كما هي، وكل ما كُشف منها هو ما"
            " جرى التعهد به",
        )
    return found


def entry_at(files: Files, stem: str, head: Head) -> ProvedEntry:
    data = files.read(f"{ENTRY_FOLDER}{stem}.entry")
    entry = read_entry(data)
    if proved(files, f"proofs/{stem}.tlog-proof", data, head) != int(stem):
        raise DoesNotHold(
            "other-place",
            "it stands at another place of the ledger than its name says",
            "موضعه في السجل غير الذي يذكره اسمه",
        )
    openings = f"{ENTRY_FOLDER}{stem}.openings"
    has_some = openings in files.sizes
    return ProvedEntry(entry, opened(entry, files.read(openings)) if has_some else {})


def check_signature(
    note: Note, size: int, claimed: str, given: Sequence[Key], changes: list[tuple[int, Entry]]
) -> list[Key]:
    """The keys that signed the checkpoint and may be believed to sign for the ledger.

    Args:
        claimed: The key that the package itself names: it is used where none was given, so that
            something can be said, and proves nothing.
        given: The keys that the reader has from elsewhere.
        changes: Entries of the ledger by which it passed from one key to the next.

    Raises:
        DoesNotHold: None of them signed it.
        CannotTell: No key was given and the package names none.
    """
    known = dict.fromkeys(given or [read_key(claimed)], size)
    for at, entry in sorted(changes, key=lambda change: change[0]):
        old, new = changed_keys(entry)
        if old in known and at < size:
            del known[old]  # it signs no checkpoint that holds this entry
            known[new] = at
    signed = [key for key, _ in signers(note, known)]
    if not signed:
        raise DoesNotHold(
            "not-signed",
            "none of the keys that you have signed it: it is of another ledger, or was made up",
            "لم يوقّعها أي من المفاتيح التي لديك: هي لسجل آخر أو مختلقة",
        )
    return signed


def changed_keys(entry: Entry) -> tuple[Key, Key]:
    """From which key to which one a ledger passed; both signed that it did."""
    note = read_note(entry.body)
    lines = note.text.split("\n")
    if len(lines) != 5 or lines[0] != "tawthiq-key-change/1":
        raise CannotTell(
            "key-change",
            "an entry that changes the key is of a form that this program does not know",
            "قيد تغيير المفتاح بصيغة لا يعرفها هذا البرنامج",
        )
    old, new = read_key(lines[2][len("old ") :]), read_key(lines[3][len("new ") :])
    if not signers(note, [old]) or not signers(note, [new]):
        raise DoesNotHold(
            "key-change",
            "an entry changes the key without the signatures of both keys",
            "قيد يغيّر المفتاح من دون توقيع المفتاحين",
        )
    return old, new
