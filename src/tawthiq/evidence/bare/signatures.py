"""Who stands for the checkpoint: the ledger's key, witnesses, and whoever kept an older one."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import partial
from typing import NamedTuple, Sequence

from tawthiq.evidence.bare.certificates import Certificate
from tawthiq.evidence.bare.notes import Key, read_checkpoint, read_note, signers
from tawthiq.evidence.bare.proofs import check_growth, read_growth
from tawthiq.evidence.bare.report import Report
from tawthiq.evidence.bare.said import CannotTell, shown
from tawthiq.evidence.bare.sealing import KEY_CHANGED, Head, ProvedEntry, check_signature


class Wanted(NamedTuple):
    """What the reader has from elsewhere, and asks for.

    Attributes:
        keys: Keys of the ledger; without one nothing is tied to anybody.
        witnesses: Keys of log witnesses, and `quorum`: how many of them must have signed.
        roots: Root certificates of time stamping authorities.
        stamps: Whether time stamps are asked for.
        held: Checkpoints of this ledger that the reader kept, and `growths`: proofs that came with
            them.
    """

    keys: Sequence[Key] = ()
    witnesses: Sequence[Key] = ()
    quorum: int = 0
    roots: Sequence[Certificate] = ()
    stamps: bool = True
    held: Sequence[bytes] = ()
    growths: Sequence[bytes] = ()


def check_signers(
    head: Head, claimed: str, entries: dict[int, ProvedEntry], wanted: Wanted, report: Report
) -> None:
    """The checkpoint is signed by the ledger, and seen by as many witnesses as were asked for."""
    changes = [(at, one.entry) for at, one in entries.items() if one.entry.kind == KEY_CHANGED]
    note = read_note(head.note)
    signed = report.tried(
        "checkpoint",
        lambda: check_signature(note, head.checkpoint.size, claimed, wanted.keys, changes),
    )
    if signed and wanted.keys:
        report.holds(
            "signed",
            f"the checkpoint ({head.checkpoint.size} entries) is signed by the key that you gave:"
            f" {signed[0].line()}",
            f"نقطة التحقق ({head.checkpoint.size} من القيود) موقّعة بالمفتاح الذي أعطيته:"
            f" {signed[0].line()}",
        )
    elif signed:
        report.unclear(
            "no-key",
            "whose ledger this is: you gave no key. The package itself names"
            f" {signed[0].line()} — whoever made the package up would name their own. Compare it"
            " with the key that the maker gave you by another way, and give it with --key",
            "لمن هذا السجل: لم تعطِ مفتاحًا. تسمّي الحزمة نفسها"
            f" {signed[0].line()} — ومن يختلق حزمة يسمّي مفتاحه هو. قارنه بالمفتاح الذي أعطاك إياه"
            " صانع الحزمة بطريق آخر وأعطه بـ --key",
        )
    if wanted.witnesses:
        report.tried("witnesses", lambda: check_witnesses(head, wanted, report))


def check_witnesses(head: Head, wanted: Wanted, report: Report) -> None:
    seen = signers(read_note(head.note), wanted.witnesses)
    names = sorted({key.name for key, _ in seen})
    if len(names) < wanted.quorum:
        raise CannotTell(
            "witnesses",
            f"{len(names)} of the witnesses that you trust have signed and you ask for"
            f" {wanted.quorum}",
            f"وقّع {len(names)} من الشهود الذين تثق بهم وأنت تشترط {wanted.quorum}",
        )
    for key, time in seen:
        when = datetime.fromtimestamp(min(time or 0, 253402300799), timezone.utc)
        report.holds(
            "witness",
            f"{shown(key.name)} saw this checkpoint on {when:%Y-%m-%d %H:%M:%S} UTC by its clock,"
            " and that the ledger had only grown",
            f"رأى {shown(key.name)} نقطة التحقق هذه في {when:%Y-%m-%d %H:%M:%S} بالتوقيت العالمي"
            " بحسب ساعته، ورأى أن السجل نما فقط ولم يُعدَّل فيه شيء",
        )


def check_held(head: Head, packed: dict[int, bytes], wanted: Wanted, report: Report) -> None:
    """The ledger of the package is one with the checkpoints that the reader kept.

    Args:
        packed: Proofs of growth that the package has, by the size from which they lead.
    """
    for data in wanted.held:
        report.tried(
            "the checkpoint that you hold · نقطة التحقق التي لديك",
            partial(check_one_held, head, data, packed, wanted.growths, report),
        )


def check_one_held(
    head: Head, data: bytes, packed: dict[int, bytes], growths: Sequence[bytes], report: Report
) -> None:
    held, ours = read_checkpoint(read_note(data).text), head.checkpoint
    if held.origin != ours.origin:
        raise CannotTell(
            "held-other-ledger",
            f"it is of another ledger ({shown(held.origin)}) and says nothing of this one",
            f"هي لسجل آخر ({shown(held.origin)}) ولا تقول شيئًا عن هذا السجل",
        )
    older, newer = (held, ours) if held.size <= ours.size else (ours, held)
    proofs = [read_growth(one) for one in [*packed.values(), *growths]]
    fitting = [
        proof
        for proof in proofs
        if proof.at == older.size and read_checkpoint(read_note(proof.note).text) == newer
    ]
    if older.size not in (0, newer.size) and not fitting:
        raise CannotTell(
            "no-growth",
            f"there is no proof of how the ledger grew from {older.size} to {newer.size} entries;"
            " ask the maker for it, and give it with --growth",
            f"لا يوجد إثبات لكيفية نمو السجل من {older.size} إلى {newer.size} من القيود؛ اطلبه من"
            " صانع الحزمة وأعطه بـ --growth",
        )
    check_growth(older, newer, fitting[0].path if fitting else ())
    report.holds(
        "held",
        f"the ledger has only grown between the checkpoint that you hold ({held.size} entries) and"
        f" that of the package ({ours.size})",
        f"نما السجل فقط، ولم يُعدَّل فيه شيء ولم يُحذف، بين نقطة التحقق التي لديك ({held.size} من"
        f" القيود) ونقطة الحزمة ({ours.size})",
    )
