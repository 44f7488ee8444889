"""One supposition as a reader writes it: the class, the day, a party, a place, one fact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import QueryDict

from tawthiq.errors import InputError
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Conflict
from tawthiq.law.fact_value import kind_named, value_written
from tawthiq.law.incident import PartyType
from tawthiq.law.what_if import Change
from tawthiq.web.law.names import GROUP, ONE_BY_ONE, SOME_GROUP


def change_asked(query: Mapping[str, str], pack: LawPack) -> Change | None:
    """The supposition in the query of an address; None where none is made.

    Raises:
        InputError: A day that is none, a class or State that is not in the list, a fact or a
            value that the vocabulary has not.
    """
    kind, written = query.get("suppose", ""), query.get("value", "").strip()
    match kind:
        case "conflict":
            return Change(conflict=_conflict(written))
        case "day":
            return Change(day=_day(written))
        case "party":
            return Change(party=_party(written, pack))
        case "opposing":
            return Change(opposing=_party(written, pack)[0])
        case "territory":
            return Change(territory=_state(written, pack))
        case "without-evidence":
            return Change(without_evidence=True)
        case "fact" | "without-fact":
            return _fact(kind, query.get("fact", ""), written, pack)
        case _:
            return None


def _fact(kind: str, key: str, written: str, pack: LawPack) -> Change:
    known = kind_named(key, pack.vocabulary)
    if kind == "without-fact":
        return Change(without_fact=known.key)
    return Change(fact=(known.key, value_written(known, written)))


def _conflict(written: str) -> Conflict:
    for one in ONE_BY_ONE:
        if one.value == written:
            return one
    raise InputError("choose one class of the list", "اختر صنفًا واحدًا من القائمة")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise InputError(
            f"{written[:20]!r} is no day; write it as 2019-07-22",
            f"{written[:20]!r} ليس يومًا؛ اكتبه هكذا: 2019-07-22",
        ) from error


def _party(written: str, pack: LawPack) -> tuple[str, PartyType]:
    if written == GROUP:
        return SOME_GROUP.en, PartyType.ARMED_GROUP
    if not written:
        return "", PartyType.UNKNOWN
    return _state(written, pack), PartyType.STATE


def _state(written: str, pack: LawPack) -> str:
    if written in pack.bonds.states:
        return written
    raise InputError(
        "choose a State of the list; of others nothing is recorded",
        "اختر دولة من القائمة؛ فلا شيء مسجلًا عن غيرها",
    )


def with_value(query: QueryDict) -> dict[str, str]:
    """The query with several chosen words of a fact written as one value."""
    said = {key: query.get(key, "") for key in ("suppose", "fact")}
    return {**said, "value": ", ".join(query.getlist("value"))}
