"""``tawthiq link``: which rows of several bare lists speak of one person; or records of a case.

With a truth column the result is held against it; without one the clusters are written
to a file that a person can open.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.linking_case import link_records
from tawthiq.cli.options import AsFormat, Because, By, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.cli.linking_tables import Lists
    from tawthiq.linkage.labels import Labels
    from tawthiq.linkage.progress import Progress
    from tawthiq.linkage.result import Linkage
    from tawthiq.values.both import Both, Language


class Engine(StrEnum):
    """What does the work: this program, or Spark through Splink."""

    OWN = "own"
    SPARK = "spark"


@dataclass(frozen=True, slots=True)
class Done:
    """A linkage with what it cost: seconds of linking, without reading files."""

    linkage: Linkage
    seconds: float


def link(
    files: Annotated[
        list[Path], typer.Option("--files", help="CSV or XLSX files, one list each.")
    ] = [],  # noqa: B006
    more: Annotated[
        list[Path] | None, typer.Argument(help="More files.", show_default=False)
    ] = None,
    truth: Annotated[
        str, typer.Option("--truth", help="The column that names the true person of each row.")
    ] = "",
    labels: Annotated[
        int, typer.Option("--labels", min=0, help="Ask the truth column for N pairs to learn from.")
    ] = 0,
    maps: Annotated[
        list[str], typer.Option("--map", help="COLUMN=MEANING, where a guess would be wrong.")
    ] = [],  # noqa: B006
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the cluster of each row to this CSV.")
    ] = None,
    engine: Annotated[Engine, typer.Option("--engine", help="own, or spark.")] = Engine.OWN,
    seed: Annotated[int, typer.Option("--seed", help="The same seed, the same result.")] = 1,
    case: Annotated[
        str, typer.Option("--case", help="Link the records of this case, in place of files.")
    ] = "",
    because: Because = "",
    by: By = "",
    home: Home = None,
    format_: AsFormat = Format.TEXT,
    lang: InTongue = None,
) -> None:
    """Find the rows of several lists, or the records of a case, that speak of one person."""
    language = (lang or own_tongue()).language
    if case:
        _refuse_files(files, more)
        link_records(home, case, seed=seed, by=by, because=because, language=language, as_=format_)
        return
    lists = _read([*files, *(more or [])], maps, truth, labels)
    if engine is Engine.SPARK:
        _print(_by_spark(lists, seed, language), format_)
        return
    done = _linked(lists, labels, seed, language)
    if out is not None:
        write_clusters(out, lists, done.linkage)
    figures = against_truth(lists, done) if truth else without_truth(done)
    warnings = [note.in_(language) for note in (*lists.notes, *done.linkage.warnings)]
    _print({**figures, "warnings": warnings}, format_)


def against_truth(lists: Lists, done: Done) -> dict[str, Any]:
    """The figures of a linkage whose truth is known, in a fixed order."""
    from tawthiq.linkage import measures

    linkage, true = done.linkage, measures.people(lists.truth)
    same, pairs = linkage.same(), linkage.pairs
    score = measures.of_pairs(same.left, same.right, true)
    return {
        "precision": round(score.precision, 6),
        "recall": round(score.recall, 6),
        "f1": round(score.f1, 6),
        "b_cubed_f1": round(measures.b_cubed(linkage.clusters, true).f1, 6),
        "cluster_f1": round(measures.of_clusters(linkage.clusters, true).f1, 6),
        "blocking_recall": round(measures.blocking_recall(pairs.left, pairs.right, true), 6),
        **_costs(done),
    }


def without_truth(done: Done) -> dict[str, Any]:
    """What can be said of a linkage that nobody knows the truth of, in a fixed order."""
    linkage = done.linkage
    cut = linkage.thresholds
    unsure = linkage.between(cut.low, cut.high)
    precision, recall = linkage.expected
    return {
        "pairs": len(linkage.same()),
        "pairs_to_review": int(((unsure.same > cut.low) & (unsure.same < cut.high)).sum()),
        "expected_precision": round(precision, 4),
        "expected_recall": round(recall * linkage.expected_recall, 4),
        **_costs(done),
    }


def _costs(done: Done) -> dict[str, Any]:
    linkage = done.linkage
    return {
        "seconds": round(done.seconds, 3),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "records": len(linkage.clusters),
        "candidates": linkage.candidates,
        "clusters": int(linkage.clusters.max()) + 1 if len(linkage.clusters) else 0,
    }


def write_clusters(out: Path, lists: Lists, linkage: Linkage) -> None:
    """Write for each row its cluster, its file, its row number there, and the id it bears."""
    with out.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["cluster", "file", "row", "id"])
        for row, cluster in enumerate(linkage.clusters.tolist()):
            file, _, number = lists.table.columns["id"][row].rpartition(":")
            writer.writerow([cluster, file, number, lists.ids[row]])


def answered(lists: Lists, linkage: Linkage, number: int) -> Labels:
    """The first pairs in the order of review, answered from the truth column.

    A pair of which a row has no truth is passed over, as a reviewer would who cannot tell.
    """
    from tawthiq.linkage.labels import Labels, Verdict

    order, ids, true = linkage.review_order(), lists.table.columns["id"], lists.truth
    said: list[tuple[str, str, Verdict | str]] = []
    for left, right in zip(order.left.tolist(), order.right.tolist(), strict=True):
        if len(said) == number:
            break
        if true[left] and true[right]:
            verdict = Verdict.SAME if true[left] == true[right] else Verdict.DIFFERENT
            said.append((ids[left], ids[right], verdict))
    return Labels.of(said)


def _refuse_files(files: list[Path], more: list[Path] | None) -> None:
    if files or more:
        raise typer.BadParameter("either --case or files: lists of a case are taken in first")


def _read(files: list[Path], maps: list[str], truth: str, labels: int) -> Lists:
    from tawthiq.cli.linking_columns import read_map
    from tawthiq.cli.linking_tables import read_lists

    if not files:
        raise typer.BadParameter("name the lists: --files A.csv B.csv")
    if labels and not truth:
        raise typer.BadParameter("--labels needs --truth, the column that answers")
    return read_lists(files, read_map(maps), truth)


def _linked(lists: Lists, labels: int, seed: int, language: Language) -> Done:
    from tawthiq.linkage.linking import link as link_rows

    _make_ready(labels)
    with _progress(language) as told:
        begun = perf_counter()
        linkage = link_rows(lists.table, seed=seed, told=told)
        if labels:
            known = answered(lists, linkage, labels)
            # Whoever labels takes hours: the first look that chose the pairs is not counted.
            begun = perf_counter()
            linkage = link_rows(lists.table, labels=known, seed=seed, told=told)
        return Done(linkage, perf_counter() - begun)


def _make_ready(labels: int) -> None:
    """Compile what is compiled once on a machine, so that it is in no figure."""
    from tawthiq.linkage.labels import Labels
    from tawthiq.linkage.linking import link as link_rows
    from tawthiq.linkage.table import Table

    ids = [str(number) for number in range(60)]
    names = [f"{'ABCDE'[at % 5]}l{'bdfk'[at % 4]}an {'mnr'[at % 3]}adi" for at in range(60)]
    days = [f"2013-04-{at % 7 + 1:02}" for at in range(60)]
    pairs = zip(ids, ids[1:], ["same", "different"] * 30, strict=False)
    known = Labels.of(pairs) if labels else Labels()
    link_rows(Table.of({"id": ids, "name": names, "date": days}), labels=known)


@contextmanager
def _progress(language: Language) -> Iterator[Progress | None]:
    """A line that moves, on a terminal; where nobody looks, nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)

        def told(what: Both, share: float) -> None:
            bar.update(task, description=what.in_(language), completed=share)

        yield told


def _by_spark(lists: Lists, seed: int, language: Language) -> dict[str, Any]:
    from tawthiq.linkage.spark.running import compared

    found = compared(lists.table, seed=seed)
    return {**found.as_figures(), "warnings": [note.in_(language) for note in lists.notes]}


def _print(figures: dict[str, Any], format_: Format) -> None:
    if format_ is Format.JSON:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=2) + "\n")
        return
    for what, value in figures.items():
        if what != "warnings":
            sys.stdout.write(f"{what:18} {value:,}\n")
    for warning in figures["warnings"]:
        sys.stderr.write(f"note: {warning}\n")
