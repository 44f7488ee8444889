"""``tawthiq witness``: watch the log of another organisation, on plain files.

It needs no home folder and no database. The folder holds the key of the witness and what it saw.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.ends import DOES_NOT_HOLD
from tawthiq.cli.options import InTongue, own_tongue
from tawthiq.errors import InputError

if TYPE_CHECKING:
    from tawthiq.ledger.key import SigningKey
    from tawthiq.ledger.witness import Witness

witness = typer.Typer(no_args_is_help=True, help="Watch the log of another organisation.")
Folder = Annotated[Path, typer.Option("--folder", help="What this witness remembers, and its key.")]
_KEY = "witness-key"


@witness.command("key")
def key(
    folder: Folder,
    name: Annotated[str, typer.Option(help="Yours, as in sister.example/witness.")] = "",
) -> None:
    """Make the key of this witness, once, and print what the other organisation needs of it."""
    from tawthiq.ledger.durable import write_new
    from tawthiq.ledger.key import KeyKind, SigningKey

    place = folder / _KEY
    if not place.exists():
        if not name:
            raise InputError(
                "a new witness needs a name (--name)", "للشاهد الجديد اسم لا بد منه ‎(--name)"
            )
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = SigningKey.generate(name, KeyKind.COSIGNATURE)
        write_new(place, f"{made.secret_line()}\n".encode())
        place.chmod(0o600)
    sys.stdout.write(f"{_own(folder).public}\n")


@witness.command("follow")
def follow(
    folder: Folder,
    log_key: Annotated[str, typer.Argument(help="The log's key, as it came by hand or paper.")],
    origin: Annotated[str, typer.Option(help="Its name, if not that of the key.")] = "",
) -> None:
    """Follow a log from now on."""
    from tawthiq.ledger.key import VerificationKey

    known = VerificationKey.parse(log_key.strip())
    try:
        _witness(folder).follow(origin or known.name, known)
    except FileExistsError:
        raise InputError(
            f"{origin or known.name} is followed already; a new key comes with its change",
            f"السجل {origin or known.name} متابَع من قبل؛ والمفتاح الجديد يأتي مع تغييره",
        ) from None
    sys.stdout.write(f"{origin or known.name}\n")


@witness.command("seen")
def seen(folder: Folder, origin: Annotated[str, typer.Argument(help="The log.")]) -> None:
    """Print how many entries this witness saw of a log; the log asks from there."""
    head = _witness(folder).seen(origin)
    if head is None:
        raise InputError(f"{origin} is not followed here", f"السجل {origin} غير متابَع هنا")
    sys.stdout.write(f"{head.size}\n")


@witness.command("sign")
def sign(
    folder: Folder,
    request: Annotated[Path, typer.Argument(help="What the log sent.", exists=True)],
    to: Annotated[Path | None, typer.Option("--to", help="Write the answer here.")] = None,
    lang: InTongue = None,
) -> None:
    """Cosign a checkpoint if the log did nothing but grow. Exits with 1 if it is refused."""
    from tawthiq.ledger.refusal import Refused
    from tawthiq.ledger.witness_request import Request

    asked = Request.parse(request.read_bytes())
    answer = _witness(folder).consider(asked, int(time.time()))
    if isinstance(answer, Refused):
        language = (lang or own_tongue()).language
        sys.stderr.write(f"{answer.kind.value}: {answer.said.in_(language)}\n")
        raise typer.Exit(DOES_NOT_HOLD)
    text = answer.note.to_bytes()
    if to is not None:
        to.write_bytes(text)
    sys.stdout.write(text.decode())


@witness.command("follow-key")
def follow_key(
    folder: Folder,
    change: Annotated[Path, typer.Argument(help="The change, signed by both.", exists=True)],
) -> None:
    """Take the new key of a log from a change that its old key and the new one signed."""
    from tawthiq.ledger.note import Note

    sys.stdout.write(f"{_witness(folder).follow_key(Note.parse(change.read_bytes()))}\n")


def _witness(folder: Path) -> Witness:
    from tawthiq.ledger.witness import Witness

    return Witness(folder, _own(folder))


def _own(folder: Path) -> SigningKey:
    from tawthiq.ledger.key import SigningKey

    place = folder / _KEY
    if not place.exists():
        raise InputError(
            f"{folder} has no key of a witness; make it with tawthiq witness key",
            f"لا مفتاح شاهد في {folder}؛ أنشئه بالأمر tawthiq witness key",
        )
    return SigningKey.parse(place.read_text("utf-8").strip())
