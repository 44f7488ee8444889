"""``tawthiq law``: one norm, the norms that reach a situation, and worked cases held to account."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from tawthiq.cli.ends import COULD_NOT, DOES_NOT_HOLD
from tawthiq.cli.law_asked import pack_here
from tawthiq.cli.law_reading import explain, pattern, qualify, what_if, why_not
from tawthiq.cli.law_recording import classify, sign, take
from tawthiq.cli.options import Home, InTongue, own_tongue
from tawthiq.errors import InputError

law = typer.Typer(no_args_is_help=True, help="The law as data: never a verdict.")
law.command("qualify")(qualify)
law.command("explain")(explain)
law.command("why-not")(why_not)
law.command("what-if")(what_if)
law.command("pattern")(pattern)
law.command("classify")(classify)
law.command("sign")(sign)
law.command("take")(take)


@law.command("show")
def show(
    norm: Annotated[str, typer.Argument(help="Its id, as in GC4-18 or CIHL-028.")],
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Show a norm: what it says, where it reaches, its source, and whether a lawyer signed it."""
    from tawthiq.law import desk
    from tawthiq.law.wording import SIGNED

    language = (lang or own_tongue()).language
    sheet = desk.show(norm, pack=pack_here(home))
    one, out = sheet.norm, sys.stdout.write
    out(f"{one.id}  {one.instrument.in_(language)}, {one.provision.in_(language)}\n")
    out(f"{one.title.in_(language)}\n\n{one.summary.in_(language)}\n\n")
    out(f"  IAC {one.iac}, NIAC {one.niac}, peace {one.peace}; {one.kind}\n")
    out(f"  {one.source.citation}  {one.source.url}\n")
    for words in (one.note, *sheet.marks):
        if words:
            out(f"  {words.in_(language)}\n")
    if one.is_signed and one.signature:
        out(f"  {SIGNED.in_(language)} {one.signature.by}, {one.signature.on}\n")
    if one.instead:
        out(f"  -> {', '.join(one.instead)}\n")
    out(f"  pack {sheet.pack_hash[:12]}\n")


@law.command("applies")
def applies(
    state: Annotated[str, typer.Option("--state", help="The State that acts.")],
    on: Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="The day.")],
    conflict: Annotated[str, typer.Option("--conflict", help="IAC, NIAC or peace.")],
    against: Annotated[str, typer.Option("--against", help="The opposing side.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Also the norms that do not apply.")] = False,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """List the norms that reach a State on a day, each with its reasons."""
    from tawthiq.law import desk
    from tawthiq.law.answer import Answer
    from tawthiq.law.classification import Conflict

    known = {each.value.casefold(): each for each in Conflict}
    if conflict.casefold() not in known:
        kinds = ", ".join(each.value for each in Conflict)
        raise InputError(
            f"{conflict!r} is no class of conflict; use one of {kinds}",
            f"{conflict!r} ليس صنفًا من أصناف النزاع؛ استعمل أحد: {kinds}",
        )
    language = (lang or own_tongue()).language
    pack = pack_here(home)
    found = desk.applies(state, on.date(), known[conflict.casefold()], against, pack=pack)
    for line in found.lines:
        if line.answer is Answer.NOT_APPLICABLE and not all_:
            continue
        said = [line.answer.said.in_(language), *(why.why.in_(language) for why in line.reasons)]
        sys.stdout.write(f"{line.norm:14} {'; '.join(said)}\n")
    sys.stderr.write(f"pack {found.pack_hash[:12]}\n")


@law.command("cases")
def cases(
    file: Annotated[Path, typer.Argument(help="Worked cases in YAML.", exists=True)],
    lang: InTongue = None,
) -> None:
    """Run worked cases and print each expectation met or missed; exits with 1 if one is missed."""
    from tawthiq.law import desk

    language = (lang or own_tongue()).language
    report = desk.cases(file)
    for one in report.checked:
        met, wanted = "met   " if one.is_met else "MISSED", one.wanted
        sys.stdout.write(f"{met} {one.case}  {wanted.name}: {one.found}\n")
        if not one.is_met:
            sys.stdout.write(f"       expected {wanted.value}; {one.why.in_(language)}\n")
    for problem in report.problems:
        sys.stdout.write(f"unread {problem.in_(language)}\n")
    sys.stdout.write(f"{report.met} of {len(report.checked)} met in {len(report.cases)} cases\n")
    if not report.checked or report.problems:
        raise typer.Exit(COULD_NOT if not report.missed else DOES_NOT_HOLD)
    if report.missed:
        raise typer.Exit(DOES_NOT_HOLD)
