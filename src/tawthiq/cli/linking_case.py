"""``tawthiq link --case``: the records of a case are linked, with how far it is on stderr."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.cli.options import Format

if TYPE_CHECKING:
    from tawthiq.actions.link_case import Linked
    from tawthiq.values.both import Both, Language


def link_records(
    home: Path | None,
    case: str,
    *,
    seed: int,
    by: str,
    because: str,
    language: Language,
    as_: Format,
) -> None:
    """Link the records of a case and print what came of it; Ctrl-C stops it, nothing is kept."""
    from tawthiq.actions.start import start

    start(str(home) if home else "")
    from tawthiq.actions.link_case import link_case
    from tawthiq.actions.rights import whoever_runs_this

    def told(what: Both, share: float) -> None:
        sys.stderr.write(f"{share:4.0%} {what.in_(language)}\n")

    linked = link_case(case, by=by or whoever_runs_this(), because=because, told=told, seed=seed)
    if as_ is Format.JSON:
        sys.stdout.write(
            json.dumps(_as_json(linked, language), ensure_ascii=False, indent=2) + "\n"
        )
        return
    sys.stdout.write(
        f"linkage {linked.run}: {linked.records} records with a name, {linked.people} people, "
        f"{linked.joined} pairs joined, {linked.to_review} pairs to look at\n"
    )
    for warning in linked.warnings:
        sys.stdout.write(f"  note: {warning.in_(language)}\n")


def _as_json(linked: Linked, language: Language) -> dict[str, object]:
    return {
        "run": linked.run,
        "records": linked.records,
        "people": linked.people,
        "joined": linked.joined,
        "to_review": linked.to_review,
        "warnings": [warning.in_(language) for warning in linked.warnings],
    }
