"""Items and receipts as lines of text, and as plain values."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tawthiq.cli.options import Format

if TYPE_CHECKING:
    from tawthiq.actions.evidence.add import Batch
    from tawthiq.actions.evidence.look import Seen
    from tawthiq.store.queries.evidence import ItemInBrief
    from tawthiq.store.queries.evidence_item import Sheet
    from tawthiq.store.queries.stamps import Stamp
    from tawthiq.values.both import Language


def print_batch(batch: Batch, language: Language) -> None:
    """Each receipt on one line, and below it whatever has to be told at once."""
    out, en = sys.stdout.write, language == "en"
    for one in batch.receipts:
        out(f"{one.item}  {one.digest}  {one.entry:>8}  {one.name.shown}\n")
        if one.is_again:
            out("  held already; nothing was added\n" if en else "  محفوظ من قبل؛ لم يُضف شيء\n")
        if one.held_before:
            codes = ", ".join(one.held_before)
            out(f"  the same bytes as {codes}\n" if en else f"  البايتات نفسها في {codes}\n")
        if one.is_mended:
            out(
                "  the vault had a damaged copy; this one took its place\n"
                if en
                else "  كانت في المخزن نسخة تالفة؛ حلّت هذه محلها\n"
            )
    for refused in batch.refused:
        said = getattr(refused.outcome, "said", None)
        why = said.in_(language) if said else ""
        sys.stderr.write(f"{'NOT kept' if en else 'لم يُحفظ'}: {refused.name.shown}: {why}\n")
    if batch.checkpoint is not None:
        _, size, root, *_ = batch.checkpoint.text.split("\n")
        out(f"{'checkpoint' if en else 'نقطة تحقق'} {size} {root}\n")


def batch_as_json(batch: Batch, language: Language) -> Iterator[dict[str, Any]]:
    """Each receipt and each refusal as plain values, for one line each."""
    note = batch.checkpoint.to_bytes().decode() if batch.checkpoint else None
    for one in batch.receipts:
        yield {
            "item": one.item,
            "name": one.name.shown,
            "sha256": str(one.digest),
            "size": one.size,
            "entry": one.entry,
            "held_before": list(one.held_before),
            "is_again": one.is_again,
            "is_mended": one.is_mended,
            "checkpoint": note,
        }
    for refused in batch.refused:
        said = getattr(refused.outcome, "said", None)
        yield {"refused": refused.name.shown, "why": said.in_(language) if said else ""}


def seen_text(seen: Seen, language: Language) -> str:
    """What a look found that somebody should know at once; "" where there is nothing."""
    en, lines = language == "en", list[str]()
    for one in seen.alike:
        lines.append(
            f"{seen.item} looks like {one.code} ({one.distance} of 256 bits differ)"
            if en
            else f"{seen.item} يشبه {one.code} (يختلفان في {one.distance} من 256 بت)"
        )
    if seen.description.kind.warning:
        lines.append(f"{seen.item}: {seen.description.kind.warning.in_(language)}")
    lines += [
        f"{seen.item}: {reader}: {why.said.in_(language)}" for reader, why in seen.not_read.items()
    ]
    return "".join(f"{line}\n" for line in lines)


def print_items(items: Iterable[ItemInBrief], format_: Format) -> None:
    rows = [item_as_json(one) for one in items]
    if format_ is Format.JSON:
        sys.stdout.write(json.dumps({"items": rows}, ensure_ascii=False, indent=2) + "\n")
        return
    for row in rows:
        size = "" if row["size"] is None else row["size"]
        sys.stdout.write(
            f"{row['item']:16} {row['at'][:16]}  {size:>12}  "
            f"{row['media_type'] or '-':24} {row['name'] or '-'}\n"
        )


def item_as_json(one: ItemInBrief) -> dict[str, Any]:
    said = one.content
    return {
        "item": one.code,
        "number": one.number,
        "case": one.case,
        "came": one.came,
        "parent": one.parent or None,
        "entry": one.entry,
        "at": one.at.isoformat(),
        "is_erased": said is None,
        "name": said.name.shown if said else None,
        "media_type": said.kind.media_type if said else None,
        "size": said.size if said else None,
        "sha256": str(said.digest) if said else None,
        "sha512": said.sha512 if said else None,
        "from": said.source if said else None,
        "note": said.note if said else None,
        "inside": (said.inside or None) if said else None,
    }


def sheet_as_json(sheet: Sheet, language: Language) -> dict[str, Any]:
    """An item with everything that hangs on it, as plain values."""
    sight, made = sheet.sight, sheet.made
    return {
        **item_as_json(sheet.brief),
        "seen": None
        if sight is None
        else {
            "at": sight.at.isoformat(),
            "tool": sight.tool,
            "width": sight.width,
            "height": sight.height,
            "seconds": sight.seconds,
            "parts": sight.parts,
            "claims": [
                {
                    "about": one.about.value,
                    "said": one.about.label.in_(language),
                    "said_by": one.said_by,
                    "name": one.name,
                    "value": one.value,
                }
                for one in sight.claims
            ],
            "not_read": {reader: one.said.in_(language) for reader, one in sight.not_read.items()},
        },
        "made": None
        if made is None
        else {
            "number": made.number,
            "tool": made.tool,
            "parameters": made.parameters,
            "reason": made.reason,
            "by": made.by,
            "reviewed_by": made.reviewed_by,
        },
        "custody": [
            {
                "step": step.number,
                "kind": step.kind.value,
                "time": step.time.isoformat(),
                "from": step.holder,
                "to": step.to or None,
                "by": step.by,
                "note": step.note,
                "said": step.told().in_(language),
            }
            for step in sheet.custody
        ],
        "derivatives": [one.code for one in sheet.derivatives],
        "unpacked": [one.code for one in sheet.unpacked],
        "links": [
            {"what": one.what, "code": one.code, "by": one.by, "because": one.because}
            for one in sheet.links
        ],
        "handovers": [
            {"step": one.step, "to": one.to, "at": one.at.isoformat(), "receipt": one.receipt}
            for one in sheet.handovers
        ],
        "same_bytes": list(sheet.same),
        "looks_like": [{"item": one.code, "distance": one.distance} for one in sheet.alike],
        "persons": None if sheet.persons is None else list(sheet.persons),
        "packages": list(sheet.packages),
        "stamps": [stamp_as_json(one, language) for one in sheet.stamps],
        "does_not_prove": NOT_PROVED[language],
    }


def stamp_as_json(stamp: Stamp, language: Language) -> dict[str, Any]:
    """A stamp: verified or not, and what it shows."""
    return {
        "authority": stamp.authority,
        "checkpoint_size": stamp.size,
        "is_verified": stamp.verified is not None,
        "is_pending": stamp.pending,
        "not_later_than": stamp.verified.time.isoformat() if stamp.verified else None,
        "said": stamp_said(stamp, language),
    }


def stamp_said(stamp: Stamp, language: Language) -> str:
    """What a stamp proves, or why it proves nothing."""
    if stamp.verified is None:
        return f"{stamp.authority}: {stamp.said.in_(language)}"
    when = f"{stamp.verified.time:%Y-%m-%d %H:%M:%S} UTC"
    if language == "en":
        return f"in the ledger not later than {when}, says {stamp.verified.authority}"
    return f"كان في السجل في موعد أقصاه {when}، بحسب {stamp.verified.authority}"


NOT_PROVED: dict[str, str] = {
    "en": "Digests, entries and stamps show that the bytes are unchanged since they were sealed. "
    "They do not show that what the file shows is true, where or by whom it was made, or how much "
    "older it is.",
    "ar": "تُظهر البصمات والقيود والأختام أن البايتات لم تتغير منذ ختمها. ولا تُظهر أن ما في الملف "
    "صحيح، ولا أين صُنع أو مَن صنعه، ولا كم هو أقدم من ذلك.",
}

ERASED: dict[str, tuple[str, str]] = {
    "en": (
        "erased",
        "What this was is erased. Its code and its place in the ledger stay; bytes, names and "
        "steps are gone, and the ledger still holds.",
    ),
    "ar": (
        "مُحي",
        "مُحي محتوى هذا الدليل. يبقى رمزه وموضعه في السجل المختوم؛ أما البايتات والأسماء والخطوات "
        "فقد زالت، والسجل سليم مع ذلك.",
    ),
}

_HEADS = {
    "custody": ("Custody", "الحيازة"),
    "derivatives": ("Made from it", "صُنع منه"),
    "unpacked": ("In it", "بداخله"),
    "links": ("It bears on", "يتصل بـ"),
    "stamps": ("Time stamps", "أختام الوقت"),
    "same_bytes": ("Same bytes", "البايتات نفسها"),
    "looks_like": ("Looks like", "يشبه"),
}


def print_sheet(sheet: Sheet, language: Language) -> None:
    """An item as a person reads it."""
    out, said = sys.stdout.write, sheet_as_json(sheet, language)
    gone, told = ERASED[language]
    out(f"{said['item']}  {gone if sheet.is_erased else said['name'] or '-'}\n")
    if sheet.is_erased:
        out(f"  {told}\n")
    for key in ("case", "came", "parent", "media_type", "size", "sha256", "from", "note", "entry"):
        if said[key] not in (None, ""):
            out(f"  {key:10} {said[key]}\n")
    if seen := said["seen"]:
        sides = f"{seen['width']} x {seen['height']}" if seen["width"] else ""
        length = f"{seen['seconds']:.1f} s" if seen["seconds"] else ""
        out(f"  seen       {' '.join(filter(None, (sides, length)))} ({seen['tool']})\n")
        for claim in seen["claims"]:
            out(f"    {claim['said']}: {claim['value']} ({claim['said_by']} {claim['name']})\n")
        for reader, why in seen["not_read"].items():
            out(f"    {reader}: {why}\n")
    if made := said["made"]:
        out(f"  made       {made['number']}: {made['reason']} ({made['by']}, {made['tool']})\n")
    _section("custody", [one["said"] for one in said["custody"]], language)
    _section("derivatives", said["derivatives"], language)
    _section("unpacked", said["unpacked"], language)
    _section("links", [f"{one['what']} {one['code']}" for one in said["links"]], language)
    _section("same_bytes", said["same_bytes"], language)
    alike = [f"{one['item']} ({one['distance']}/256)" for one in said["looks_like"]]
    _section("looks_like", alike, language)
    _section("stamps", [one["said"] for one in said["stamps"]], language)
    out(f"\n{said['does_not_prove']}\n")


def _section(name: str, lines: list[str], language: Language) -> None:
    if lines:
        sys.stdout.write(f"\n{_HEADS[name][language == 'ar']}\n")
        sys.stdout.write("".join(f"  {line}\n" for line in lines))
