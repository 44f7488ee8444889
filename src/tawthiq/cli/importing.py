"""``tawthiq import``: a table of claims, previewed first, then taken whole or not at all."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.ends import DOES_NOT_HOLD
from tawthiq.cli.options import Because, By, Case, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.actions.import_table import Preview
    from tawthiq.claims.claim import Claim, PeriodClaim
    from tawthiq.values.both import Language


class Of(StrEnum):
    """What the rows of a table are."""

    INCIDENTS = "incidents"
    PERIODS = "periods"


def import_table(
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX file.", exists=True, dir_okay=False)],
    case: Case,
    of: Annotated[
        Of, typer.Option("--of", help="Claims on incidents, or totals of whole periods.")
    ] = Of.INCIDENTS,
    apply: Annotated[
        bool, typer.Option("--apply", help="Take it in; without this only a preview is shown.")
    ] = False,
    because: Because = "",
    by: By = "",
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Show what a table would change; with --apply, take it in whole or not at all."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions import import_claims, import_period_claims

    language = (lang or own_tongue()).language
    who = by or whoever_runs_this()
    if of is Of.INCIDENTS:
        shown = import_claims.preview(case, file)
        _show(shown, language)
        if apply and shown.can_be_taken:
            _done(import_claims.apply(shown, by=who, because=because).incidents)
    else:
        totals = import_period_claims.preview(case, file)
        _show(totals, language)
        if apply and totals.can_be_taken:
            import_period_claims.apply(totals, by=who, because=because)
            _done(0)


def _show(shown: Preview[Claim] | Preview[PeriodClaim], language: Language) -> None:
    """Print a preview; a table with refusals ends the command with 1."""
    out = sys.stdout.write
    out(
        f"{shown.file_name}: {len(shown.new)} new, {len(shown.corrected)} changed, "
        f"{shown.unchanged} unchanged, {shown.refused_in_all} refused; "
        f"{len(shown.not_in_file)} of the case are not in this file and stay\n"
    )
    for claim in shown.changed:
        for cell in claim.differences:
            old, new = cell.old or "(empty)", cell.new or "(empty)"
            out(f"  {claim.code} {cell.column}: {old} -> {new}\n")
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


def _done(incidents: int) -> None:
    sys.stdout.write(f"taken; {incidents} incidents computed\n")
