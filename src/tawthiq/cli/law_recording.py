"""``tawthiq law sign``, ``classify`` and ``take``: what is recorded, a journal line for each."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.options import Because, By, Home

if TYPE_CHECKING:
    from tawthiq.law.classification import Conflict
    from tawthiq.law.row_text import RowText


def sign(
    row: Annotated[str, typer.Argument(help="CIHL-028, Syria/AP_II, RS-8-2-e-iv/3, forum:IIIM.")],
    lawyer: Annotated[str, typer.Option("--lawyer", help="Name and standing of who signs.")] = "",
    source: Annotated[str, typer.Option("--source", help="What it was held against.")] = "",
    because: Because = "",
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Day (default: today).")
    ] = None,
    corrected: Annotated[
        list[str] | None, typer.Option("--correct", help="A correction as title_en=TEXT.")
    ] = None,
    unsigned: Annotated[
        bool, typer.Option("--unsigned", help="Correct it only; it then waits for a lawyer.")
    ] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take a signature back.")] = False,
    by: By = "",
    home: Home = None,
) -> None:
    """Sign a row of the law pack, correct it, or take a signature back."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    changes = _corrections(corrected or [])
    start(home or "")
    from tawthiq.actions.sign_row import correct_row, sign_row, withdraw_signature
    from tawthiq.store.queries.law.law_rows import pack_in_force

    who = by or whoever_runs_this()
    if withdraw:
        withdraw_signature(row, by=who, because=because)
    elif unsigned:
        correct_row(row, changes, source=source, by=who, because=because)
    else:
        sign_row(
            row,
            lawyer=lawyer,
            on=on.date() if on else datetime.now(UTC).date(),
            source=source,
            by=who,
            because=because,
            corrected=changes,
        )
    done = "withdrawn" if withdraw else "corrected, unsigned" if unsigned else f"signed by {lawyer}"
    sys.stdout.write(f"{row}: {done}; law pack {pack_in_force().hash[:12]}\n")


def classify(
    code: Annotated[str, typer.Argument(help="What it is called: a-z, 0-9 and hyphens.")],
    case: Annotated[str, typer.Option("--case", help="The code of the case.")],
    class_: Annotated[str, typer.Option("--class", help="IAC, NIAC, occupation, none, disputed.")],
    between: Annotated[list[str], typer.Option("--between", help="A party; give it twice.")],
    source: Annotated[list[str], typer.Option("--source", help="What it rests on; repeatable.")],
    because: Because = "",
    area: Annotated[str, typer.Option("--area", help="Where; everywhere if not given.")] = "",
    first: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")
    ] = None,
    signed_by: Annotated[str, typer.Option("--signed-by", help="Who signs it.")] = "",
    by: By = "",
    home: Home = None,
) -> None:
    """Record a classification of a conflict; several may stand beside each other."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    conflict = _class(class_)
    start(home or "")
    from tawthiq.actions.classify_conflict import classify_conflict
    from tawthiq.law.classification import Classification, denial_said
    from tawthiq.store.queries.law.classifications import classifications

    try:
        said = Classification(
            conflict, tuple(between), area, _day(first), _day(last), signed_by, tuple(source)
        )
    except ValueError as error:
        raise typer.BadParameter(f"{error}; exchange the days") from error
    classify_conflict(case, code, said, by=by or whoever_runs_this(), because=because)
    sys.stdout.write(f"{code}: {said.conflict}\n")
    kept = {one.code: one for one in classifications(case)}
    for other in kept[code].denied_by:
        told = denial_said(kept[other].classification, kept[code].classification)
        sys.stderr.write(f"{told.en}\n")


def take(
    file: Annotated[
        Path,
        typer.Argument(
            help="In YAML, as docs/spec/law-files.md says.", exists=True, dir_okay=False
        ),
    ],
    case: Annotated[str, typer.Option("--case", help="The code of the case.")],
    because: Because = "",
    by: By = "",
    home: Home = None,
) -> None:
    """Take in facts with evidence, classes, agreements and patterns from a file, whole or not."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.take_law_file import take_law_file

    taken = take_law_file(
        case, file.read_bytes(), file.name, by=by or whoever_runs_this(), because=because
    )
    sys.stdout.write(
        f"{taken.facts} facts of {taken.incidents} incidents, {taken.classifications} "
        f"classifications, {taken.agreements} agreements, {taken.patterns} patterns\n"
    )


def _class(written: str) -> Conflict:
    from tawthiq.law.classification import Conflict

    known = {each.value.casefold(): each for each in Conflict}
    if written.casefold() not in known:
        raise typer.BadParameter(f"{written!r} is no class; use one of {', '.join(Conflict)}")
    return known[written.casefold()]


def _corrections(written: list[str]) -> dict[RowText, str]:
    from tawthiq.law.row_text import RowText

    changes = {}
    for each in written:
        field, _, text = each.partition("=")
        if field not in set(RowText):
            raise typer.BadParameter(f"{field!r} is no field; use one of {', '.join(RowText)}")
        changes[RowText(field)] = text
    return changes


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
