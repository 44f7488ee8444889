"""Load an example case into a home: its tables, its named counts, its statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tawthiq.actions import import_claims, import_period_claims
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.examples import example_folder
from tawthiq.actions.name_counts import name_counts
from tawthiq.actions.open_case import open_case
from tawthiq.actions.reading import SourceTable, read_sources
from tawthiq.actions.save_statement import save_statement
from tawthiq.actions.take_law_file import take_law_file
from tawthiq.errors import RuleError
from tawthiq.store.queries.cases import has_case
from tawthiq.values.both import LANGUAGES, Both
from tawthiq.values.when import When


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded; all numbers are 0 where the case was there already.

    Attributes:
        case: The code of the case.
        was_there: Whether a case of this code was there; it was left as it is.
    """

    case: str
    was_there: bool
    claims: int = 0
    totals: int = 0
    incidents: int = 0
    counts: int = 0
    statements: int = 0
    facts: int = 0

    def __str__(self) -> str:
        if self.was_there:
            return f"the case {self.case} is there already and was left as it is"
        return (
            f"loaded {self.case}: {self.claims} claims on {self.incidents} incidents, "
            f"{self.totals} published totals, {self.counts} named counts, "
            f"{self.statements} statement texts, {self.facts} facts for the law"
        )


def load_example(name: str, *, by: str) -> Loaded:
    """Load an example, all of it or nothing; one that is there is left as it is.

    Raises:
        UnknownNameError: There is no such example.
        RuleError, InputError: A file of the example cannot be taken.
        HomeError: The database could not be written; nothing was changed.
    """
    folder = example_folder(name)
    about = _about(folder / "case.yaml")
    code = str(about["code"])
    with in_one_piece():
        if has_case(code):
            return Loaded(code, was_there=True)
        return _load(folder, code, about, by)


def _load(folder: Path, code: str, about: dict[str, Any], by: str) -> Loaded:
    because = str(about["because"])
    title = Both(about["title"]["en"], about["title"]["ar"])
    period = When.parse(str(about["period"]))
    open_case(code, title, by=by, period=period, area=str(about.get("area", "")), why=because)
    sources = _sources(folder / "source_key.csv")
    claims = import_claims.preview(code, folder / "incidents.csv", sources=sources)
    taken = import_claims.apply(claims, by=by, because=because)
    totals = import_period_claims.preview(code, folder / "aggregates.csv", sources=sources)
    summed = import_period_claims.apply(totals, by=by, because=because)
    return Loaded(
        code,
        was_there=False,
        claims=taken.new,
        totals=summed.new,
        incidents=taken.incidents,
        counts=name_counts(code, folder / "counts.yaml", by=by, because=because),
        statements=_statements(folder, code, by, because),
        facts=_law(folder / "law.yaml", code, by),
    )


def _about(file: Path) -> dict[str, Any]:
    about = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    if not isinstance(about, dict) or not {"code", "title", "period", "because"} <= set(about):
        raise RuleError(f"{file.name}: code, title, period and because must stand in it")
    return about


def _sources(file: Path) -> SourceTable:
    return read_sources(file) if file.is_file() else {}


def _law(file: Path, code: str, by: str) -> int:
    return take_law_file(code, file.read_bytes(), file.name, by=by).facts if file.is_file() else 0


def _statements(folder: Path, code: str, by: str, because: str) -> int:
    saved = 0
    for language in LANGUAGES:
        file = folder / f"statement.{language}.md"
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            said_on = _said_on(text)
            saved += save_statement(
                code, "statement", language, text, said_on=said_on, by=by, because=because
            )
    return saved


def _said_on(text: str) -> date | None:
    """The date in the head of a text, between two lines of dashes."""
    head = text.split("\n---", 1)[0].removeprefix("---") if text.startswith("---\n") else ""
    said = yaml.load(head, yaml.CSafeLoader) if head else {}
    day = said.get("date") if isinstance(said, dict) else None
    return day if isinstance(day, date) else None
