"""``tawthiq evidence hand-over|redact|timestamp`` and ``tawthiq package``: what leaves, and how."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from tawthiq.cli.capturing import evidence
from tawthiq.cli.ends import COULD_NOT
from tawthiq.cli.evidence import Item
from tawthiq.cli.evidence_text import stamp_as_json, stamp_said
from tawthiq.cli.options import AsFormat, By, Format, Home, InTongue, own_tongue
from tawthiq.errors import InputError


@evidence.command("hand-over")
def hand_over(
    item: Item,
    to: Annotated[str, typer.Option("--to", help="Who receives it.")],
    note: Annotated[str, typer.Option(help="How; one line.")] = "",
    receipt: Annotated[
        Path | None, typer.Option("--receipt", help="Write the receipt to this file.")
    ] = None,
    by: By = "",
    home: Home = None,
) -> None:
    """Hand an item over, and print the signed receipt that goes with it."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.evidence.hand_over import hand_over as give

    done = give(found, item, to=to, by=by or whoever_runs_this(), note=note)
    text = done.receipt.to_bytes()
    if receipt is not None:
        receipt.write_bytes(text)
    sys.stdout.write(text.decode())


@evidence.command("redact")
def redact(
    item: Item,
    boxes: Annotated[
        list[str],
        typer.Option("--box", help="x,y,w,h in parts of 1 from the top left; p:x,y,w,h on page p."),
    ],
    reason: Annotated[str, typer.Option(help="Why, in one line.")],
    reviewer: Annotated[str, typer.Option(help="Who looked at the places.")],
    pages: Annotated[
        str, typer.Option(help="Pages of a PDF that the copy has, from 1: 1,3 (default: all).")
    ] = "",
    by: By = "",
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Make a redacted copy of a picture or a PDF. The original stays as it is."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.evidence.redact import redact as paint
    from tawthiq.evidence.redaction.boxes import Box
    from tawthiq.evidence.sandbox.not_read import NotRead

    made = paint(
        found,
        item,
        [Box.of(_box(each)) for each in boxes],
        by=by or whoever_runs_this(),
        reason=reason,
        reviewer=reviewer,
        pages=[int(each) - 1 for each in pages.split(",")] if pages else None,
    )
    if isinstance(made, NotRead):
        sys.stderr.write(f"{item}: {made.said.in_((lang or own_tongue()).language)}\n")
        raise typer.Exit(COULD_NOT)
    if format_ is Format.TEXT:
        sys.stdout.write(f"{made.item}  {made.digest}  {made.entry:>8}\n")
        return
    said = {
        "item": made.item,
        "sha256": str(made.digest),
        "size": made.size,
        "media_type": made.media_type,
        "entry": made.entry,
        "checkpoint": made.checkpoint.to_bytes().decode(),
    }
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")


def _box(text: str) -> list[float]:
    """``x,y,w,h`` or ``page:x,y,w,h`` as page and sides.

    Raises:
        InputError: It is something else, or outside its page.
    """
    page, _, sides = text.rpartition(":")
    try:
        left, top, width, height = (float(each) for each in sides.split(","))
        number = int(page or 1) - 1
        is_inside = min(left, top) >= 0 and left + width <= 1.000001 and top + height <= 1.000001
        if not is_inside or min(width, height) <= 0 or number < 0:
            raise ValueError(text)
    except ValueError:
        raise InputError(
            f"a box is x,y,w,h in parts of 1 from the top left (0.1,0.2,0.3,0.1), not {text!r}",
            f"المربع هو x,y,w,h أجزاءً من 1 من الأعلى يسارًا، مثل 0.1,0.2,0.3,0.1؛ وليس {text!r}",
        ) from None
    return [number, left, top, min(left + width, 1.0), min(top + height, 1.0)]


@evidence.command("timestamp")
def timestamp(
    tsa: Annotated[str, typer.Option("--tsa", help="Only this authority, by its address.")] = "",
    tsa_root: Annotated[
        Path | None,
        typer.Option(
            "--tsa-root",
            help="Its root certificate (PEM): trust it from now on.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Only list what there is.")] = False,
    by: By = "",
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Have the ledger stamped, and work off what is pending. Exits with 3 if some still is."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.evidence.timestamps import choose_authority, want_stamps, work_off
    from tawthiq.store.queries.stamps import all_stamps

    language, who = (lang or own_tongue()).language, by or whoever_runs_this()
    if tsa_root is not None:
        choose_authority(tsa, tsa_root.read_bytes(), by=who)
    if listed:
        stamps = list(all_stamps())
    else:
        want_stamps(found, by=who, only=tsa)
        stamps = []
        for each in work_off(by=who):
            stamps.append(each.stamp)
            if each.stamp.pending and hasattr(each.came, "reason"):
                sys.stderr.write(f"{each.came.reason.in_(language)}\n")
    if format_ is Format.JSON:
        rows = [stamp_as_json(one, language) for one in stamps]
        sys.stdout.write(json.dumps({"stamps": rows}, ensure_ascii=False, indent=2) + "\n")
    else:
        for one in stamps:
            sys.stdout.write(f"{one.size:>8}  {stamp_said(one, language)}\n")
    if any(one.verified is None for one in stamps) and not listed:
        raise typer.Exit(COULD_NOT)


def package(
    about: Annotated[str, typer.Argument(help="The code of an item, an incident or a case.")],
    to: Annotated[Path, typer.Option("--to", help="The folder of the package; not there yet.")],
    recipients: Annotated[
        list[str] | None,
        typer.Option("--recipient", help="A key (age1… or ssh-ed25519 …) that may open it."),
    ] = None,
    for_whom: Annotated[
        str, typer.Option("--for", help="The body that receives it, as people consented to it.")
    ] = "",
    case: Annotated[str, typer.Option("--case", help="The case of an incident.")] = "",
    maker: Annotated[str, typer.Option(help="Your organisation (default: who does it).")] = "",
    by: By = "",
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Make a package that a stranger verifies with nothing but Python, without a network."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.evidence.package import make_package

    made = make_package(
        found,
        about,
        to.absolute(),
        by=by or whoever_runs_this(),
        case=case,
        for_whom=for_whom,
        recipients=recipients or (),
        maker=maker,
    )
    language = (lang or own_tongue()).language
    left_out = [(one.count, one.reason.in_(language)) for one in made.selection.left_out]
    if format_ is Format.JSON:
        said = {
            "place": str(made.place),
            "files": made.package.files,
            "size": made.package.size,
            "key": made.key,
            "entry": made.entry,
            "items": list(made.items),
            "left_out": [{"count": count, "why": why} for count, why in left_out],
            "pending_stamps": made.pending,
            "checkpoint": made.checkpoint.to_bytes().decode(),
        }
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return
    out, en = sys.stdout.write, language == "en"
    out(f"{made.place}\n")
    out(f"{'entry' if en else 'القيد'} {made.entry}; {', '.join(made.items)}\n")
    for count, why in left_out:
        out(f"{'left out' if en else 'تُرك'}: {count}: {why}\n")
    key_said = "give this key by another way" if en else "سلّم هذا المفتاح بطريق آخر"
    sys.stderr.write(f"{key_said}: {made.key}\n")
    if made.pending:
        sys.stderr.write(
            f"{made.pending} time stamps are pending; they are not in it and prove nothing yet\n"
            if en
            else f"أختام وقت معلّقة: {made.pending}؛ ليست في الحزمة ولا تثبت شيئًا بعد\n"
        )
