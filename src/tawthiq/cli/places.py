"""``tawthiq places``: more of a country's places than the ones that come with Tawthiq."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tawthiq.cli.options import Because, By, Home, InTongue, own_tongue
from tawthiq.places.found import Answer, Between, Found, NotFound
from tawthiq.values.both import Language

places = typer.Typer(no_args_is_help=True, help="The gazetteer: places and how they are written.")


@places.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(help="OCHA tables (CSV, XLSX) or GeoJSON.", exists=True, dir_okay=False),
    ],
    because: Because = "",
    by: By = "",
    home: Home = None,
) -> None:
    """Take in a table of places or their outlines; every claim then looks for its place again."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.import_places import import_places

    taken = import_places(file, by=by or whoever_runs_this(), because=because)
    sys.stdout.write(
        f"{taken.places} places, {taken.outlines} outlines; "
        f"{taken.incidents} incidents computed again\n"
    )


@places.command("find")
def find(
    written: Annotated[str, typer.Argument(help="A place as somebody wrote it.")],
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Say which place a written name is, or between which it cannot be decided."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.store.queries.places import gazetteer

    language = (lang or own_tongue()).language
    for answer in gazetteer().find_all(written):
        sys.stdout.write(f"{_said(answer, language)}\n")


def _said(answer: Answer, language: Language) -> str:
    """One line: the place with its code, or those between which it cannot be decided, and why."""
    match answer:
        case Found(place=place, how=how):
            return f"{place.code}  {place.name.in_(language)}  ({how.said.in_(language)})"
        case Between(places=several, why=why):
            names = "; ".join(f"{place.code} {place.name.in_(language)}" for place in several)
            return f"{why.in_(language)}: {names}"
        case NotFound(written=words, why=why, nearest=nearest):
            near = "; ".join(place.name.in_(language) for place in nearest)
            return f"{words}: {why.in_(language)}" + (f" ({near})" if near else "")
