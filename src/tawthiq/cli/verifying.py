"""``tawthiq verify`` and ``tawthiq checkpoint``: is the record what was sealed, and up to where?"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.ends import DOES_NOT_HOLD
from tawthiq.cli.options import AsFormat, Because, By, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.actions.verify import Verified
    from tawthiq.values.both import Language

_SHOWN = 200  # differences printed as text; --format json has them all


def verify(
    level: Annotated[
        int, typer.Option(min=1, max=2, help="1: log and tables; 2: incidents computed again.")
    ] = 2,
    held: Annotated[
        list[Path] | None,
        typer.Option(
            "--checkpoint", help="A checkpoint kept elsewhere.", exists=True, dir_okay=False
        ),
    ] = None,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Hold every record against the log. Exits with 0 if it holds, 1 if not, 3 if unknown."""
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.verify import verify as hold

    language = (lang or own_tongue()).language
    looking = "looking at" if language == "en" else "جارٍ فحص"
    done = hold(
        found,
        level=level,
        held=[each.read_bytes() for each in held or ()],
        told=lambda name: _progress(f"{looking} {name} …\n"),
    )
    if format_ is Format.JSON:
        _print(json.dumps(as_json(done, language), ensure_ascii=False, indent=2) + "\n")
    else:
        _print_text(done, language)
    if not done.holds:
        raise typer.Exit(DOES_NOT_HOLD)


def checkpoint(
    new_key: Annotated[
        bool, typer.Option("--new-key", help="Let a new key sign from now on.")
    ] = False,
    format_: AsFormat = Format.TEXT,
    because: Because = "",
    by: By = "",
    home: Home = None,
) -> None:
    """Print the signed checkpoint of the log, for somebody else to keep."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.checkpoints import change_key, checkpoint, public_keys
    from tawthiq.ledger.checkpoint import Checkpoint
    from tawthiq.ledger.lines import base64_of

    if new_key:
        change_key(found, by=by or whoever_runs_this(), because=because)
    note = checkpoint(found)
    key = (public_keys(found) or [])[-1][1]
    if format_ is Format.TEXT:
        _print(note.to_bytes().decode())
        _progress(f"key: {key}\n")
        return
    stands = Checkpoint.parse(note.text)
    said = {
        "origin": stands.origin,
        "size": stands.head.size,
        "root": base64_of(stands.head.root),
        "key": str(key),
        "note": note.to_bytes().decode(),
    }
    _print(json.dumps(said, ensure_ascii=False, indent=2) + "\n")


def as_json(done: Verified, language: Language) -> dict[str, Any]:
    """What was found as plain values."""
    return {
        "holds": done.holds,
        "entries": done.head.size,
        "root": done.head.root.hex(),
        "rows": done.rows,
        "checkpoints": done.checkpoints,
        "differences": [
            {
                "table": each.table,
                "code": each.code,
                "what": each.what.value,
                "said": each.said.in_(language),
            }
            for each in done.differences
        ],
        "not_looked_at": [left.in_(language) for left in done.not_looked_at],
    }


def _print_text(done: Verified, language: Language) -> None:
    for each in done.differences[:_SHOWN]:
        _print(f"{each.said.in_(language)}\n")
    if len(done.differences) > _SHOWN:
        more = len(done.differences) - _SHOWN
        _print(f"and {more} more\n" if language == "en" else f"و{more} غيرها\n")
    rows, size = sum(done.rows.values()), done.head.size
    if language == "en":
        _print(f"{'holds' if done.holds else 'DOES NOT HOLD'}: {size} entries, {rows} rows\n")
    else:
        _print(f"{'مطابق لما خُتم' if done.holds else 'غير مطابق'}: القيود {size}، الصفوف {rows}\n")
    for left in done.not_looked_at:
        _progress(f"{'not looked at: ' if language == 'en' else 'لم يُفحص: '}{left.in_(language)}\n")


def _print(text: str) -> None:
    sys.stdout.write(text)


def _progress(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
