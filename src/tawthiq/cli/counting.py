"""``tawthiq count``: a number with its definition, its members and what was left out."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.options import AsFormat, Case, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.claims.source import Source
    from tawthiq.counts.definition import Basis
    from tawthiq.statements.known import KnownCount
    from tawthiq.values.both import Language
    from tawthiq.values.how_many import HowMany


class Along(StrEnum):
    """The lines along which people can be counted; the same as ``counts.people.Line``."""

    SEX = "sex"
    AGE = "age"
    STATUS = "status"
    ROLE = "role"
    PLACE = "place"
    MONTH = "month"
    PARTY = "party"


def count(
    case: Case,
    name: Annotated[str, typer.Argument(help="The name of the count.")] = "",
    listed: Annotated[bool, typer.Option("--list", help="List the counts of the case.")] = False,
    people: Annotated[
        bool, typer.Option("--people", help="Count people from lists of names, each once.")
    ] = False,
    along: Annotated[
        Along, typer.Option("--by", help="Along which line people are counted.")
    ] = Along.SEX,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Say what a number is: low, best, high, on what it rests, and what is not in it."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.store.queries.counts import count as count_of
    from tawthiq.store.queries.counts import named_counts

    language = (lang or own_tongue()).language
    if people:
        from tawthiq.cli.counting_people import count_people

        count_people(case, along, language, format_)
        return
    if listed or not name:
        _list(named_counts(case), language, format_)
        return
    found = count_of(case, name)
    if format_ is Format.JSON:
        _print_json(as_json(found, language, _sources(case)))
    else:
        _print_text(as_json(found, language, _sources(case)))


def as_json(found: KnownCount, language: Language, sources: Mapping[str, Source]) -> dict[str, Any]:
    """A count as plain values, in a fixed order."""
    from tawthiq.counts.count import REASONS_IN_WORDS
    from tawthiq.counts.words import in_words

    made = found.count
    return {
        "name": made.name,
        "title": made.title.in_(language),
        "definition": in_words(made.definition, sources).in_(language),
        "basis": basis_name(made.definition.basis),
        **_ends(made.value),
        "strategy": made.strategy.in_(language),
        "notes": [note.in_(language) for note in made.notes],
        "members": [
            {
                "kind": member.kind.value,
                "code": member.code,
                "title": member.title.in_(language),
                **_ends(member.how_many),
                "urls": list(member.urls),
            }
            for member in made.members
        ],
        "left_out": [
            {
                "reason": left.reason.value,
                "why": REASONS_IN_WORDS[left.reason].in_(language),
                "codes": list(left.codes),
                **_ends(left.how_many),
            }
            for left in made.left_out
        ],
    }


def basis_name(basis: Basis) -> str:
    """In one word, as pages and files use it."""
    return type(basis).__name__.lower()


def _ends(number: HowMany | None) -> dict[str, int | str | None]:
    if number is None:
        return {"low": None, "best": None, "high": None, "words": ""}
    return {"low": number.low, "best": number.best, "high": number.high, "words": number.words}


def _sources(case: str) -> Mapping[str, Source]:
    from tawthiq.store.queries.cases import row_of
    from tawthiq.store.queries.sources import sources_of

    return sources_of(row_of(case))


def _list(counts: tuple[KnownCount, ...], language: Language, format_: Format) -> None:
    rows = [
        {
            "name": each.count.name,
            "title": each.count.title.in_(language),
            "basis": basis_name(each.count.definition.basis),
            **_ends(each.count.value),
        }
        for each in counts
    ]
    if format_ is Format.JSON:
        _print_json({"counts": rows})
        return
    width = max((len(each.count.name) for each in counts), default=0)
    for row in rows:
        sys.stdout.write(f"{row['name']:{width}}  {_said(row)}  {row['basis']}  {row['title']}\n")


def _print_json(what: object) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False, indent=2) + "\n")


def _said(ends: Mapping[str, Any]) -> str:
    """The three ends in a column: low, best, high; a dash where one is not said."""
    return "/".join("-" if ends[end] is None else str(ends[end]) for end in ("low", "best", "high"))


def _print_text(made: Mapping[str, Any]) -> None:
    out = sys.stdout.write
    out(f"{made['title']}\n{made['definition']}\n\n")
    for end in ("low", "best", "high"):
        out(f"  {end:5} {'not stated' if made[end] is None else made[end]}\n")
    out(f"  basis {made['basis']}\n")
    if made["strategy"]:
        out(f"  range {made['strategy']}\n")
    for note in made["notes"]:
        out(f"  note  {note}\n")
    out(f"\nmembers: {len(made['members'])}\n")
    for member in made["members"]:
        out(f"  {member['code']:8} {_said(member):12} {member['title']}\n")
        if len(member["urls"]) == 1:
            out(f"           {member['urls'][0]}\n")
    out(f"\nleft out: {sum(len(left['codes']) for left in made['left_out'])}\n")
    for left in made["left_out"]:
        out(
            f"  {len(left['codes']):4} {_said(left):12} {left['why']}: {', '.join(left['codes'])}\n"
        )
