"""``tawthiq evidence consent``: who is in the evidence, and what they agreed to or took back."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Annotated

import typer

from tawthiq.cli.capturing import evidence
from tawthiq.cli.ends import DOES_NOT_HOLD
from tawthiq.cli.evidence import Item
from tawthiq.cli.options import Because, By, Case, Home, InTongue, own_tongue

consent = typer.Typer(no_args_is_help=True, help="Consent: for a purpose, with an end.")
evidence.add_typer(consent, name="consent")

Person = Annotated[str, typer.Argument(help="The code of a person, as in P-0007.")]
Purpose = Annotated[
    str, typer.Option("--for", help="store, share, publish, publish-name, publish-picture.")
]
Recipient = Annotated[str, typer.Option("--with", help="For share: the body.")]


@consent.command("person")
def person(
    case: Case,
    name: Annotated[str, typer.Option(help="Kept apart, and erasable; may be empty.")] = "",
    note: Annotated[str, typer.Option(help="Kept apart, and erasable; may be empty.")] = "",
    by: By = "",
    home: Home = None,
) -> None:
    """Write a person down; prints the code under which consent is kept."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.evidence.consents import name_person

    code = name_person(case, by=by or whoever_runs_this(), name=name, note=note)
    sys.stdout.write(f"{code}\n")


@consent.command("seen")
def seen(
    item: Item,
    persons: Annotated[list[str] | None, typer.Option("--person", help="Who is in it.")] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="Looked; nobody is in it.")] = False,
    by: By = "",
    home: Home = None,
) -> None:
    """Say who is in an item, or that you looked and nobody is."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.evidence.consents import see_persons

    if bool(persons) == nobody:
        raise typer.BadParameter("name persons with --person, or say --nobody")
    see_persons(item, persons or (), by=by or whoever_runs_this())
    sys.stdout.write(f"{item}: {', '.join(persons or ()) or '-'}\n")


@consent.command("record")
def record(
    who: Person,
    purpose: Purpose,
    recipient: Recipient = "",
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day.")
    ] = None,
    form: Annotated[str, typer.Option(help="The code of the form or recording.")] = "",
    by: By = "",
    home: Home = None,
) -> None:
    """Write down that a person agreed to one use."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.evidence import consents

    use = consents.use_of(purpose, recipient)
    end = until.date() if until else None
    consents.consent(who, use, by=by or whoever_runs_this(), until=end, record=form)
    sys.stdout.write(f"{who}: {use.said().en}\n")


@consent.command("withdraw")
def withdraw(
    who: Person,
    purpose: Annotated[str, typer.Option("--for", help="Empty for everything.")] = "",
    recipient: Recipient = "",
    by: By = "",
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Write down that a person took something back; lists who has received it already."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.evidence import consents

    language = (lang or own_tongue()).language
    use = consents.use_of(purpose, recipient) if purpose else None
    done = consents.withdraw(who, use, by=by or whoever_runs_this())
    blocked = "blocked" if language == "en" else "أُوقف"
    out = "already out" if language == "en" else "خرج من قبل"
    for each in done.blocked:
        sys.stdout.write(f"{blocked}: {each.said().in_(language)}\n")
    for gone in done.already_out:
        when = f"{gone.time:%Y-%m-%d %H:%M}"
        said = gone.use.said().in_(language)
        sys.stdout.write(f"{out}: {gone.item}, {said}, {when} ({gone.where})\n")


@consent.command("may")
def may(
    item: Item,
    purpose: Purpose,
    recipient: Recipient = "",
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Ask whether an item may leave for a use. Exits with 1 if not."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.actions.evidence import consents
    from tawthiq.evidence.consent import Denied

    language = (lang or own_tongue()).language
    answer = consents.may(item, consents.use_of(purpose, recipient))
    if isinstance(answer, Denied):
        for reason in answer.reasons:
            sys.stdout.write(f"{reason.in_(language)}\n")
        raise typer.Exit(DOES_NOT_HOLD)
    sys.stdout.write("yes\n" if language == "en" else "نعم\n")


@consent.command("list")
def list_(case: Case, home: Home = None, lang: InTongue = None) -> None:
    """List people, what was agreed to or taken back, and what left the house."""
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.evidence.consent import Consent
    from tawthiq.store.queries.consents import persons, releases, said

    language = (lang or own_tongue()).language
    everything = "everything" if language == "en" else "كل شيء"
    for one in persons(case):
        sys.stdout.write(f"{one.code}  {one.name}\n")
    for event in said(case):
        sign = "+" if isinstance(event, Consent) else "-"
        use = event.use.said().in_(language) if event.use else everything
        sys.stdout.write(f"{sign} {event.person}  {event.given:%Y-%m-%d}  {use}\n")
    for gone in releases(case):
        use = gone.use.said().in_(language)
        sys.stdout.write(f"> {gone.item}  {gone.time:%Y-%m-%d}  {use} ({gone.where})\n")


@consent.command("erase")
def erase(
    who: Person,
    because: Because = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this only say what.")] = False,
    by: By = "",
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Erase what tells of a person who withdrew: files, names, custody. The log stays valid."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.evidence.erase import erase_person, what_goes

    en = (lang or own_tongue()).language == "en"
    if not yes:
        goes = what_goes(who)
        for code in goes.items:
            sys.stdout.write(f"{'would be erased' if en else 'سيُمحى'}: {code}\n")
        for code in goes.also_in:
            sys.stdout.write(f"{'stays also in' if en else 'يبقى أيضًا في'}: {code}\n")
        return
    goes = erase_person(found, who, by=by or whoever_runs_this(), because=because)
    for code in goes.items:
        sys.stdout.write(f"{'erased' if en else 'مُحي'}: {code}\n")
    for code in goes.also_in:
        sys.stdout.write(f"{'stays also in' if en else 'يبقى أيضًا في'}: {code}\n")
