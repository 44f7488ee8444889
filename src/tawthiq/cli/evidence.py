"""``tawthiq evidence add|list|show|link``: what comes in, and what is known of it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.capturing import evidence
from tawthiq.cli.ends import COULD_NOT
from tawthiq.cli.evidence_text import (
    batch_as_json,
    print_batch,
    print_items,
    print_sheet,
    seen_text,
)
from tawthiq.cli.evidence_text import sheet_as_json as as_json
from tawthiq.cli.options import AsFormat, Because, By, Case, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.values.both import Language

Item = Annotated[str, typer.Argument(help="The code of the item, as in E-000042.")]


@evidence.command("add")
def add(
    paths: Annotated[
        list[Path], typer.Argument(help="Files, folders, zips of a phone.", exists=True)
    ],
    case: Case,
    source: Annotated[str, typer.Option("--from", help="From whom or where it comes.")],
    note: Annotated[str, typer.Option(help="How it came; one line.")] = "",
    captured: Annotated[
        bool, typer.Option("--captured", help="We took it ourselves; nobody gave it.")
    ] = False,
    opens_zips: Annotated[bool, typer.Option("--unzip/--no-unzip", help="Open zips.")] = True,
    looks: Annotated[bool, typer.Option("--look/--no-look", help="Read metadata after.")] = True,
    by: By = "",
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Keep files as they came; a receipt for each. Exits with 3 if one could not be kept."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.evidence.add import Given
    from tawthiq.actions.evidence.add import add as take_in
    from tawthiq.evidence.arrivals.arriving import NotOpened
    from tawthiq.evidence.custody import StepKind

    language, who = (lang or own_tongue()).language, by or whoever_runs_this()
    kind = StepKind.CAPTURED if captured else StepKind.RECEIVED
    given = Given(case, source, who, note, kind)
    kept, refused = list[str](), 0
    counter = _Counter(language)
    for each in take_in(found, paths, given, opens_zips=opens_zips):
        if isinstance(each, NotOpened):
            refused += 1
            said = each.not_read.said.in_(language)
            sys.stderr.write(f"{each.name.shown}: {said}\n")
            continue
        refused += len(each.refused)
        kept += [one.item for one in each.receipts if not one.is_again]
        counter.count(len(each.receipts), sum(one.size for one in each.receipts))
        if format_ is Format.JSON:
            for line in batch_as_json(each, language):
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        else:
            print_batch(each, language)
        sys.stdout.flush()
    counter.end()
    if looks and kept:
        _look(kept, who, language, format_, found)
    if refused:
        raise typer.Exit(COULD_NOT)


def _look(kept: list[str], by: str, language: Language, format_: Format, home: object) -> None:
    """After the receipts: what it is, and whether something that is held looks like it."""
    from tawthiq.actions.evidence.look import look as look_at
    from tawthiq.store.home import Home as HomeFolder

    assert isinstance(home, HomeFolder)
    number = 0
    for seen in look_at(home, kept, by=by):
        number += 1
        if text := seen_text(seen, language):
            if format_ is Format.JSON:
                alike = [{"item": one.code, "distance": one.distance} for one in seen.alike]
                line = {"item": seen.item, "alike": alike, "not_read": sorted(seen.not_read)}
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            else:
                sys.stdout.write(text)
    said = f"looked at {number}" if language == "en" else f"عدد ما عوين: {number}"
    sys.stderr.write(f"{said}\n")


class _Counter:
    """Progress, once a second at most."""

    def __init__(self, language: Language) -> None:
        self._language, self._files, self._size = language, 0, 0
        self._told = time.monotonic()

    def count(self, files: int, size: int) -> None:
        self._files, self._size = self._files + files, self._size + size
        if time.monotonic() - self._told >= 1:
            self._told = time.monotonic()
            self.end()

    def end(self) -> None:
        millions = self._size / 1_000_000
        said = (
            f"kept {self._files} files, {millions:.1f} MB"
            if self._language == "en"
            else f"حُفظ: {self._files} من الملفات، {millions:.1f} ميغابايت"
        )
        sys.stderr.write(f"{said}\n")
        sys.stderr.flush()


@evidence.command("list")
def list_(
    case: Case,
    before: Annotated[int | None, typer.Option(help="Only items before this number.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many.")] = 50,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
) -> None:
    """List the items of a case, newest first."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.store.queries.evidence import items

    print_items(items(case, before=before, limit=limit), format_)


@evidence.command("show")
def show(
    item: Item,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Show what an item is, where it came from, every step, and what its stamps prove."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.store.queries.evidence_item import sheet

    language = (lang or own_tongue()).language
    found = sheet(item)
    if format_ is Format.JSON:
        sys.stdout.write(json.dumps(as_json(found, language), ensure_ascii=False, indent=2) + "\n")
    else:
        print_sheet(found, language)


@evidence.command("link")
def link(
    item: Item,
    claim: Annotated[str, typer.Option(help="The code of a claim.")] = "",
    incident: Annotated[str, typer.Option(help="The code of an incident.")] = "",
    document: Annotated[str, typer.Option(help="The address or digest of a document.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take the link back.")] = False,
    because: Because = "",
    by: By = "",
    home: Home = None,
) -> None:
    """Link an item to a claim, an incident or a document of its case."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.evidence.link import Thing, unlink
    from tawthiq.actions.evidence.link import link as tie

    given = {Thing.CLAIM: claim, Thing.INCIDENT: incident, Thing.DOCUMENT: document}
    chosen = {what: code for what, code in given.items() if code}
    if not chosen:
        raise typer.BadParameter("name one of --claim, --incident, --document")
    for what, code in chosen.items():
        act = unlink if undo else tie
        act(item, what, code, by=by or whoever_runs_this(), because=because)
        sys.stdout.write(f"{item} {'no longer ' if undo else ''}-> {what} {code}\n")
