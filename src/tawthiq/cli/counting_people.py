"""``tawthiq count --people``: people found in lists, along one line, with their interval."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from tawthiq.cli.options import Format

if TYPE_CHECKING:
    from tawthiq.counts.people import PeopleTable, Row
    from tawthiq.values.both import Language
    from tawthiq.values.how_many import HowMany

COLUMNS = ("identified", "unnamed", "incomplete")


def count_people(case: str, along: str, language: Language, as_: Format) -> None:
    """Print the people of a case: identified, unnamed and set aside, apart."""
    from tawthiq.counts.people import Line
    from tawthiq.store.queries.people_counts import people_by

    made = people_by(case, Line(along))
    said = _as_json(made, language)
    if as_ is Format.JSON:
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        _print(said)


def _as_json(made: PeopleTable, language: Language) -> dict[str, Any]:
    from tawthiq.counts.people import LINES, OVERLAPPING

    return {
        "by": made.line.value,
        "title": LINES[made.line].in_(language),
        "draws": made.draws,
        "rows_add_up": made.line not in OVERLAPPING,
        "total": _row(made.total),
        "rows": [{"key": row.key or "not-stated", **_row(row)} for row in made.rows],
    }


def _row(row: Row) -> dict[str, dict[str, int | None]]:
    return {name: _ends(getattr(row, name)) for name in COLUMNS}


def _ends(number: HowMany) -> dict[str, int | None]:
    return {"low": number.low, "best": number.best, "high": number.high}


def _print(said: dict[str, Any]) -> None:
    out = sys.stdout.write
    out(f"{said['title']}; low/best/high from {said['draws']} draws of the linkage\n\n")
    width = max(len("not stated"), *(len(row["key"]) for row in said["rows"] or [{"key": ""}]))
    out(f"  {'':{width}}  {'identified':>16} {'unnamed':>16} {'set aside':>16}\n")
    for row in [{"key": "total", **said["total"]}, *said["rows"]]:
        cells = " ".join(f"{_said(row[name]):>16}" for name in COLUMNS)
        out(f"  {row['key']:{width}}  {cells}\n")
    if not said["rows_add_up"]:
        out("\n  one person may stand in several rows: they do not add up\n")


def _said(ends: dict[str, int | None]) -> str:
    """One number, or low/best/high with a dash where one is not known."""
    if len(set(ends.values())) == 1:
        return str(ends["best"])
    return "/".join("-" if ends[end] is None else str(ends[end]) for end in ("low", "best", "high"))
