"""Everything that can be found out about a package without a network, in the order of looking."""

from __future__ import annotations

from tawthiq.evidence.bare.folders import Files, files_in
from tawthiq.evidence.bare.lists import check_lists, is_package, tag_value
from tawthiq.evidence.bare.pieces import check_custody, check_derivatives, check_pieces
from tawthiq.evidence.bare.report import Report, Shown
from tawthiq.evidence.bare.said import shown
from tawthiq.evidence.bare.sealing import Head, check_entries, check_head, check_seal
from tawthiq.evidence.bare.signatures import Wanted, check_held, check_signers
from tawthiq.evidence.bare.times import check_times, growths_in, not_later_than


def look_at(folder: str, wanted: Wanted) -> Report:
    """Look at a package, as far as what is found allows it."""
    report = Report()
    files = report.tried(shown(folder), lambda: files_in(folder))
    if files is None:
        return report
    if not is_package(files):
        report.unclear("no-package", *NO_PACKAGE)
        return report
    lists = check_lists(files, report)
    head = check_head(files, lists[0].origin, report) if lists else None
    if lists is None or head is None:
        report.unclear("rest", *REST)
        return report
    look_into(files, lists[1], head, wanted, report)
    return report


def look_into(
    files: Files, payload: dict[str, str], head: Head, wanted: Wanted, report: Report
) -> None:
    """Look at what a package shows of the ledger, and at the evidence."""
    check_seal(files, head, report)
    entries = check_entries(files, list(payload), head, report)
    has_key = "bag-info.txt" in files.sizes
    claimed = tag_value(files.read("bag-info.txt"), "Ledger-Key") if has_key else ""
    check_signers(head, claimed, entries, wanted, report)
    pieces = check_pieces(files, payload, entries, report)
    check_derivatives(entries, report)
    check_custody(files, entries, report)
    growths = growths_in(files, head, report)
    moments = check_times(files, head, wanted, report)
    check_held(head, growths, wanted, report)
    for piece in pieces:
        sealed = entries[piece.entry].entry.time
        report.shown.append(Shown(*piece, sealed, not_later_than(moments, piece.entry)))


NO_PACKAGE = ("there is no package in this folder", "لا توجد حزمة في هذا المجلد")
REST = (
    "the rest was not looked at, because what it rests on is missing",
    "لم يُنظر في الباقي لأن ما يقوم عليه مفقود",
)
