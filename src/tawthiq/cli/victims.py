"""``tawthiq victims``: a list of people who were killed, previewed first, then taken or left."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.ends import DOES_NOT_HOLD
from tawthiq.cli.options import Because, By, Case, Home, InTongue, own_tongue
from tawthiq.errors import InputError

if TYPE_CHECKING:
    from tawthiq.actions.import_victims import Preview
    from tawthiq.values.both import Language

victims = typer.Typer(no_args_is_help=True, help="Lists of people who were killed.")


@victims.callback()
def _lists() -> None:
    """Lists of people who were killed."""


@victims.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX file.", exists=True, dir_okay=False)],
    case: Case,
    from_: Annotated[str, typer.Option("--from", help="Whose list it is: a source, by name.")],
    title: Annotated[
        str, typer.Option("--title", help="Which of its lists, where the source keeps several.")
    ] = "",
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map", help="What a column is, as COLUMN=MEANING; remembered for the source."
        ),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Take it in; without this only a preview is shown.")
    ] = False,
    because: Because = "",
    by: By = "",
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Show what a list would change; with --apply, take it in whole or not at all."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    mapped = _mapped(map_ or [])
    start(home or "")
    from tawthiq.actions import import_victims

    language = (lang or own_tongue()).language
    shown = import_victims.preview(case, file, source=from_, title=title, mapped=mapped)
    _show(shown, language)
    if apply and shown.can_be_taken:
        taken = import_victims.apply(shown, by=by or whoever_runs_this(), because=because)
        sys.stdout.write(f"taken; {taken.people} people computed\n")


def _mapped(said: list[str]) -> dict[str, str]:
    """From columns to keys, as ``--map "الاسم=name"`` says them.

    Raises:
        InputError: An option without a sign of equality.
    """
    mapped: dict[str, str] = {}
    for each in said:
        column, equals, key = each.rpartition("=")
        if not equals or not column.strip():
            raise InputError(
                f"--map {each!r} says no column; write it as --map COLUMN=name",
                f"‎--map {each!r} لا يذكر عمودًا؛ اكتبه هكذا: ‎--map COLUMN=name",
            )
        mapped[column.strip()] = key.strip()
    return mapped


def _show(shown: Preview, language: Language) -> None:
    """Print a preview without a name in it; a list with refusals ends the command with 1."""
    out = sys.stdout.write
    out(
        f"{shown.file_name}: {shown.new} new, {len(shown.corrected)} changed, "
        f"{shown.unchanged} unchanged, {shown.refused_in_all} refused, {shown.unnamed} unnamed; "
        f"{shown.not_in_file} of the list are not in this file and stay\n"
    )
    for column, key in shown.columns.items():
        out(f"  {key or '-':12} {column}\n")
    for remark in shown.remarks:
        out(f"  note: {remark.in_(language)}\n")
    for refusal in shown.refused:
        out(f"  {refusal.said.in_(language)}\n")
    if not shown.can_be_taken:
        unshown = shown.refused_in_all - len(shown.refused)
        if unshown > 0:
            out(f"  and {unshown} more\n")
        sys.stderr.write("nothing was taken; mend these cells and give the file again\n")
        raise typer.Exit(DOES_NOT_HOLD)
