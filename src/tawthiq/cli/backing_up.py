"""``tawthiq backup make|restore|drill``: everything in one encrypted file, and proof of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tawthiq.cli.options import Home

backup = typer.Typer(no_args_is_help=True, help="An encrypted copy of everything.")
File = Annotated[Path, typer.Argument(help="The backup; by custom ….tar.age.")]
Identity = Annotated[
    Path,
    typer.Option("--identity", help="A file with AGE-SECRET-KEY-1…", exists=True, dir_okay=False),
]


@backup.command("make")
def make(
    file: File,
    recipients: Annotated[list[str], typer.Option("--recipient", help="A key that may open it.")],
    home: Home = None,
) -> None:
    """Write a backup that only these recipients can open."""
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.backup import back_up

    size = back_up(found, file.absolute(), recipients)
    sys.stdout.write(f"{file}  {size}\n")


@backup.command("restore")
def restore(
    file: File,
    to: Annotated[Path, typer.Option("--to", help="A new home folder; not there yet.")],
    identity: Identity,
) -> None:
    """Bring a backup back as a new home folder."""
    from tawthiq.actions.backup import restore as bring_back

    place = bring_back(file, to.absolute(), _secret(identity))
    sys.stdout.write(f"{place}\n")


@backup.command("drill")
def drill(file: File, identity: Identity) -> None:
    """Restore a backup aside and verify every byte of it. Exits as verify does."""
    from tawthiq.actions.backup import drill as rehearse

    done = rehearse(file, _secret(identity), file.absolute().parent)
    sys.stdout.write(done.said)
    if done.exit_code:
        raise typer.Exit(done.exit_code)


def _secret(identity: Path) -> str:
    """The key in an identity file of age; its comments are passed over."""
    lines = identity.read_text("utf-8").splitlines()
    return next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), "")
