"""``tawthiq example`` and ``tawthiq case``: which cases there are, and opening one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tawthiq.cli.options import By, Home, InTongue, own_tongue

example = typer.Typer(no_args_is_help=True, help="Examples that come with Tawthiq.")
case = typer.Typer(no_args_is_help=True, help="Your cases.")


@example.command("load")
def load(
    name: Annotated[str, typer.Argument(help="Which one, as in idlib-2019.")],
    home: Home = None,
    by: By = "",
) -> None:
    """Load an example into your home folder; nothing happens where it is there already."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.load_example import load_example

    loaded = load_example(name, by=by or whoever_runs_this())
    sys.stdout.write(f"{loaded}\n")


@case.command("open")
def open_(
    code: Annotated[str, typer.Argument(help="Stands in addresses: a-z, 0-9 and hyphens.")],
    title_en: Annotated[str, typer.Option(help="The title in English.")],
    title_ar: Annotated[str, typer.Option(help="The title in Arabic.")],
    home: Home = None,
    by: By = "",
) -> None:
    """Open an empty case."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start
    from tawthiq.values.both import Both

    start(home or "")
    from tawthiq.actions.open_case import open_case

    open_case(code, Both(title_en, title_ar), by=by or whoever_runs_this())
    sys.stdout.write(f"opened {code}\n")


@case.command("list")
def list_(home: Home = None, lang: InTongue = None) -> None:
    """List your cases."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.store.queries.cases import all_cases

    language = (lang or own_tongue()).language
    for each in all_cases():
        sys.stdout.write(f"{each.code}\t{each.title.in_(language)}\n")
