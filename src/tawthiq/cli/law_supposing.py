"""One supposition from the options of a command; more than one at a time is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from tawthiq.law.book import LawPack
    from tawthiq.law.facts import FactValue
    from tawthiq.law.what_if import Change


def change_of(
    pack: LawPack,
    *,
    class_: str,
    day: date | None,
    party: str,
    party_type: str,
    opposing: str,
    territory: str,
    fact: str,
    without_fact: str,
    without_evidence: bool,
) -> Change:
    """The supposition that was made.

    Raises:
        typer.BadParameter: None or more than one was made, or a word is not known.
        InputError: A fact that the vocabulary has not, or a value that it does not take.
    """
    from tawthiq.law.classification import Conflict
    from tawthiq.law.incident import PartyType
    from tawthiq.law.what_if import Change

    state = pack.bonds.state_named
    classes = {each.value.casefold(): each for each in Conflict}
    if class_ and class_.casefold() not in classes:
        raise typer.BadParameter(f"{class_!r} is no class; use one of {', '.join(Conflict)}")
    given = _fact(pack, fact) if fact else None
    try:
        return Change(
            conflict=classes[class_.casefold()] if class_ else None,
            day=day,
            party=(state(party) or party, PartyType(party_type)) if party else None,
            opposing=(state(opposing) or opposing) if opposing else None,
            territory=(state(territory) or territory) if territory else None,
            fact=given,
            without_fact=without_fact or None,
            without_evidence=without_evidence,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _fact(pack: LawPack, written: str) -> tuple[str, FactValue]:
    from tawthiq.law.fact_value import kind_named, value_written

    key, _, said = written.partition("=")
    kind = kind_named(key.strip(), pack.vocabulary)
    return kind.key, value_written(kind, said)
