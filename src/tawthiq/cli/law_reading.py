"""``tawthiq law qualify``, ``explain``, ``why-not``, ``what-if``, ``pattern``: they only read."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.ends import COULD_NOT
from tawthiq.cli.law_asked import Asked, asked, tell
from tawthiq.cli.law_supposing import change_of
from tawthiq.cli.law_text import print_pattern, print_qualification, print_tree
from tawthiq.cli.options import AsFormat, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.errors import UnknownNameError
    from tawthiq.law.qualification import Qualification
    from tawthiq.values.both import Both

Incident = Annotated[str, typer.Argument(help="Its code in a case (with --case), or a YAML file.")]
OfCase = Annotated[str, typer.Option("--case", help="The code of the case of the incident.")]
WithFacts = Annotated[
    Path | None,
    typer.Option(
        "--facts",
        help="Facts in YAML to lay over it; nothing is kept.",
        exists=True,
        dir_okay=False,
    ),
]
OfClass = Annotated[str, typer.Option("--class", help="Which reading: IAC, NIAC, occupation.")]


def qualify(
    incident: Incident,
    case: OfCase = "",
    facts: WithFacts = None,
    known_at: Annotated[
        datetime | None,
        typer.Option("--known-at", formats=["%Y-%m-%d"], help="The law as on record that day."),
    ] = None,
    asked_on: Annotated[
        datetime | None,
        typer.Option("--forums-on", formats=["%Y-%m-%d"], help="Forums of that day, not today's."),
    ] = None,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Qualify an incident. Exits with 3 where nothing was looked at: that is no pass."""
    from tawthiq.law.as_json import qualification_json

    language = (lang or own_tongue()).language
    held = asked(incident, case, facts, home, known_at.date() if known_at else None)
    made = held.qualified(asked_on.date() if asked_on else None)
    plain = qualification_json(
        made,
        held.incident,
        held.pack,
        language,
        states=held.states,
        agreements=held.agreements,
    )
    if format_ is Format.JSON:
        print_json(plain)
    else:
        print_qualification(plain, language)
    tell(_remarks(held, made), language)
    if not made.looked_at:
        raise typer.Exit(COULD_NOT)


def explain(
    incident: Incident,
    line: Annotated[str, typer.Argument(help="A norm, or an element as RS-8-2-e-iv/3.")],
    case: OfCase = "",
    class_: OfClass = "",
    facts: WithFacts = None,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Explain one line as a tree down to facts, evidence and the version of the rule."""
    from tawthiq.law.explanation import explain_element, explain_norm
    from tawthiq.law.lines_as_json import explanation_json

    language = (lang or own_tongue()).language
    held = asked(incident, case, facts, home)
    reading = held.reading(class_)
    name, _, number = line.partition("/")
    try:
        if number:
            tree = explain_element(reading, name, int(number), held.pack)
        else:
            tree = explain_norm(reading, _norm(name, held), held.pack)
    except (KeyError, ValueError) as error:
        raise _no_line(line) from error
    plain = explanation_json(tree, language)
    if format_ is Format.JSON:
        print_json(plain)
    else:
        print_tree(plain)


def why_not(
    incident: Incident,
    norm: Annotated[str, typer.Argument(help="The id of the norm, as in GC4-18.")],
    case: OfCase = "",
    class_: OfClass = "",
    facts: WithFacts = None,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Say why a norm does not appear, and which facts would touch it."""
    from tawthiq.law.explanation import why_not as ask
    from tawthiq.law.lines_as_json import why_not_json

    language = (lang or own_tongue()).language
    held = asked(incident, case, facts, home)
    plain = why_not_json(ask(held.reading(class_), _norm(norm, held), held.pack), language)
    if format_ is Format.JSON:
        print_json(plain)
        return
    sys.stdout.write("".join(f"{reason}\n" for reason in plain["reasons"]))
    for one in plain["would_touch"]:
        sys.stdout.write(f"  {one['subject']}: {', '.join(one['asks_for'])}\n")


def what_if(
    incident: Incident,
    case: OfCase = "",
    class_: Annotated[str, typer.Option("--class", help="Suppose another class.")] = "",
    on: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Another day.")
    ] = None,
    party: Annotated[str, typer.Option("--party", help="Another party.")] = "",
    party_type: Annotated[
        str, typer.Option("--party-type", help="state or armed_group, with --party.")
    ] = "state",
    opposing: Annotated[str, typer.Option("--opposing", help="Another other side.")] = "",
    territory: Annotated[str, typer.Option("--territory", help="Another State's land.")] = "",
    fact: Annotated[str, typer.Option("--fact", help="A fact as key=value.")] = "",
    without_fact: Annotated[str, typer.Option("--without-fact", help="A fact taken away.")] = "",
    without_evidence: Annotated[
        bool, typer.Option("--without-evidence", help="Nothing to look at.")
    ] = False,
    facts: WithFacts = None,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
) -> None:
    """Suppose one thing otherwise, and say what would differ."""
    from tawthiq.law.lines_as_json import difference_json
    from tawthiq.law.qualification import must_be_known
    from tawthiq.law.what_if import suppose
    from tawthiq.law.what_if import what_if as ask

    held = asked(incident, case, facts, home)
    change = change_of(
        held.pack,
        class_=class_,
        day=on.date() if on else None,
        party=party,
        party_type=party_type,
        opposing=opposing,
        territory=territory,
        fact=fact,
        without_fact=without_fact,
        without_evidence=without_evidence,
    )
    must_be_known(suppose(held.incident, change), held.pack)
    reading = held.reading("")
    found = ask(held.incident, reading.classification, change, held.pack, reading.conflict)
    plain = difference_json(found)
    if format_ is Format.JSON:
        print_json(plain)
        return
    for norm in plain["norms"]:
        sys.stdout.write(f"{norm['norm']:14} {norm['before']} -> {norm['after']}\n")
    for one in plain["elements"]:
        place = f"{one['crime']}/{one['element']}"
        sys.stdout.write(f"{place:18} {one['before'] or '-'} -> {one['after'] or '-'}\n")
    if not found:
        sys.stderr.write("nothing would differ\n")


def pattern(
    code: Annotated[str, typer.Argument(help="A pattern of the case, or codes with commas.")],
    case: Annotated[str, typer.Option("--case", help="The code of the case.")],
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Hold a set of incidents against the context of crimes against humanity."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.errors import InputError
    from tawthiq.law.lines_as_json import pattern_json
    from tawthiq.store.queries.law.patterns import pattern_of, set_of
    from tawthiq.values.both import Both

    language = (lang or own_tongue()).language
    codes = [each.strip() for each in code.split(",") if each.strip()]
    found = set_of(case, codes, Both.same(code)) if "," in code else pattern_of(case, code)
    if found.refused:
        raise InputError(found.refused.en, found.refused.ar)
    plain = [pattern_json(each, language) for each in found.readings]
    if format_ is Format.JSON:
        print_json({"pattern": found.kept.code, "gone": list(found.gone), "readings": plain})
        return
    for each in plain:
        print_pattern(each)


def _remarks(held: Asked, made: Qualification) -> list[Both]:
    return list(dict.fromkeys([*held.remarks, *made.contested]))


def _norm(written: str, held: Asked) -> str:
    """The id of a norm, in any case of letters."""
    from tawthiq.law import desk

    return desk.show(written, pack=held.pack).norm.id


def _no_line(line: str) -> UnknownNameError:
    from tawthiq.errors import UnknownNameError

    return UnknownNameError(
        f"this reading has no line {line!r}; name a norm, or an element as RS-8-2-e-iv/3",
        f"ليس في هذه القراءة سطر {line!r}؛ سمِّ قاعدة، أو ركنًا على شكل RS-8-2-e-iv/3",
    )


def print_json(what: object) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False, indent=2) + "\n")
