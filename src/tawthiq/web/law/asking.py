"""What a reader asks of the list of norms: a setting, an instrument, who vouches, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tawthiq.errors import InputError
from tawthiq.law import desk
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Conflict
from tawthiq.law.desk import Applies
from tawthiq.law.incident import PartyType
from tawthiq.web.law.names import GROUP, ONE_BY_ONE, SOME_GROUP
from tawthiq.web.reader import Reader
from tawthiq.web.wording.errors import in_words

_FIELDS = ("state", "on", "conflict", "who", "against", "instrument", "vouch", "answer", "q")


@dataclass(frozen=True, slots=True)
class AskingLaw:
    """A filter as it was given, and what it comes to.

    Attributes:
        said: Each field as written.
        errors: By field, what is wrong with it.
        applies: What applies in the setting; None where none is asked for, or it cannot be.
        is_half: Some of the setting is given, and not enough of it to say what applies.
    """

    said: Mapping[str, str]
    errors: Mapping[str, str]
    applies: Applies | None
    is_half: bool

    @property
    def narrows(self) -> bool:
        return any(self.said.values())


def asking_law(query: Mapping[str, str], pack: LawPack, reader: Reader) -> AskingLaw:
    """Read the query of an address; what cannot be is named and left out."""
    said = {field: query.get(field, "").strip()[:200] for field in _FIELDS}
    errors: dict[str, str] = {}
    day = _day(said, errors)
    conflict = _conflict(said, errors)
    for field in ("state", "who", "against"):
        if said[field] and said[field] not in {*pack.bonds.states, GROUP}:
            errors[field] = _("Choose a State of the list; of others nothing is recorded.")
    whole = bool(day and conflict and (said["state"] or said["who"]))
    setting = any(said[field] for field in ("state", "on", "conflict", "who", "against"))
    applies = None
    if whole and not errors and day and conflict:
        try:
            applies = _applies(said, day, conflict, pack)
        except InputError as error:
            errors["state"] = in_words(error, reader)
    return AskingLaw(said, errors, applies, setting and not whole and not errors)


def _applies(said: Mapping[str, str], day: date, conflict: Conflict, pack: LawPack) -> Applies:
    who = said["who"] or said["state"]
    is_group = who == GROUP
    against = SOME_GROUP.en if said["against"] == GROUP else said["against"]
    return desk.applies(
        SOME_GROUP.en if is_group else who,
        day,
        conflict,
        against,
        territory=said["state"] if said["state"] != GROUP else "",
        party_type=PartyType.ARMED_GROUP if is_group else PartyType.STATE,
        pack=pack,
    )


def _day(said: Mapping[str, str], errors: dict[str, str]) -> date | None:
    if not said["on"]:
        return None
    try:
        return date.fromisoformat(said["on"])
    except ValueError:
        errors["on"] = _("Write the day as 2019-07-22.")
        return None


def _conflict(said: Mapping[str, str], errors: dict[str, str]) -> Conflict | None:
    if not said["conflict"]:
        return None
    for one in ONE_BY_ONE:
        if one.value == said["conflict"]:
            return one
    errors["conflict"] = _("Choose one class; ask once for each where it is disputed.")
    return None
