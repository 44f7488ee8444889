"""``tawthiq checkpoint``: where the log stands, to be kept by others, and what witnesses said."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.options import AsFormat, Because, By, Format, Home, InTongue, own_tongue
from tawthiq.errors import InputError

if TYPE_CHECKING:
    from tawthiq.ledger.note import Note
    from tawthiq.store.home import Home as HomeFolder

_DRAWN = (".svg", ".png")


def checkpoint(
    new_key: Annotated[
        bool, typer.Option("--new-key", help="Let a new key sign from now on.")
    ] = False,
    qr: Annotated[bool, typer.Option("--qr", help="Also draw it as a QR code.")] = False,
    qr_file: Annotated[
        Path | None, typer.Option("--qr-file", help="Draw the QR code into an .svg or .png.")
    ] = None,
    for_witness: Annotated[
        int | None,
        typer.Option("--for-witness", min=0, help="A request to one that saw so many entries."),
    ] = None,
    witness_key: Annotated[
        str, typer.Option("--witness-key", help="Know a witness by its key from now on.")
    ] = "",
    cosigned: Annotated[
        Path | None,
        typer.Option("--cosigned", help="Keep what a witness signed.", exists=True, dir_okay=False),
    ] = None,
    format_: AsFormat = Format.TEXT,
    because: Because = "",
    by: By = "",
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Print the signed checkpoint of the log, for somebody else to keep."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    if qr_file is not None and qr_file.suffix.lower() not in _DRAWN:
        raise InputError(
            f"a QR code is drawn into .svg or .png, not {qr_file.name}",
            f"يُرسم رمز QR في ملف ‎.svg أو ‎.png وليس {qr_file.name}",
        )
    found = start(home or "")
    from tawthiq.actions import witnessing
    from tawthiq.actions.checkpoints import change_key, public_keys
    from tawthiq.actions.checkpoints import checkpoint as sign

    who = by or whoever_runs_this()
    if new_key:
        change_key(found, by=who, because=because)
    if witness_key:
        witnessing.know_witness(witness_key, by=who)
    if cosigned is not None:
        _keep(found, cosigned, who, (lang or own_tongue()).language == "en")
        return
    if for_witness is not None:
        sys.stdout.write(witnessing.ask_witness(found, for_witness).to_bytes().decode())
        return
    note = sign(found)
    key = (public_keys(found) or [])[-1][1]
    if format_ is Format.JSON:
        _print_json(note, str(key))
    else:
        sys.stdout.write(note.to_bytes().decode())
        sys.stderr.write(f"key: {key}\n")
    _draw(note, qr, qr_file)


def _keep(home: HomeFolder, cosigned: Path, by: str, in_english: bool) -> None:
    from tawthiq.actions.witnessing import keep_cosigned

    accepted = keep_cosigned(home, cosigned.read_bytes(), by=by)
    for one in accepted.seen_by:
        when = f"{one.time}" if one.time is not None else ""
        seen = "saw" if in_english else "رأى"
        sys.stdout.write(f"{one.key.name} {seen} {accepted.head.size} {when}\n".rstrip() + "\n")


def _print_json(note: Note, key: str) -> None:
    from tawthiq.ledger.checkpoint import Checkpoint
    from tawthiq.ledger.lines import base64_of

    stands = Checkpoint.parse(note.text)
    said = {
        "origin": stands.origin,
        "size": stands.head.size,
        "root": base64_of(stands.head.root),
        "key": key,
        "note": note.to_bytes().decode(),
    }
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")


def _draw(note: Note, on_terminal: bool, file: Path | None) -> None:
    """The whole note as a code that a telephone photographs."""
    if not on_terminal and file is None:
        return
    import segno

    code = segno.make(note.to_bytes().decode(), error="m", micro=False)
    if on_terminal:
        code.terminal(out=sys.stdout, compact=True)
    if file is not None:
        code.save(str(file), scale=4, kind=file.suffix.lower().removeprefix("."))
