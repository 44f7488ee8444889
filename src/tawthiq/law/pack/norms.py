"""Norm files: one file an instrument, one entry a norm."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from tawthiq.law.norm import (
    Checked,
    Doubt,
    Kind,
    Membership,
    Norm,
    Scope,
    Signature,
    Source,
    digest_of,
)
from tawthiq.law.pack.fields import Field, unknown_key
from tawthiq.values.both import NOTHING, Both

_REQUIRED = (
    "id",
    "provision",
    "title",
    "summary",
    "kind",
    "scope",
    "membership",
    "engages",
    "source",
    "checked",
    "recorded",
    "signed",
)
_OPTIONAL = (
    "treaty",
    "areas",
    "valid",
    "in_force",
    "doubts",
    "protects",
    "prohibits",
    "note",
    "instead",
)


def norms(field: Field, subjects: Collection[str], treaties: Collection[str]) -> Iterator[Norm]:
    """The norms of one instrument."""
    held = field.keyed(("instrument", "norms"))
    instrument = held["instrument"].both()
    for item in held["norms"].items():
        yield _norm(item, instrument, subjects, treaties)


def _norm(
    field: Field, instrument: Both, subjects: Collection[str], treaties: Collection[str]
) -> Norm:
    held = field.keyed(_REQUIRED, _OPTIONAL)
    scope = held["scope"].keyed(("iac", "niac", "peace"))
    valid = held["valid"].keyed(optional=("from", "to")) if "valid" in held else {}
    texts = {name: held[name].both() for name in ("provision", "title", "summary")}
    note = held["note"].both() if "note" in held else NOTHING
    engages = tuple(_known(item, subjects) for item in held["engages"].items())
    doubts = tuple(_doubts(held, subjects))
    norm = Norm(
        id=held["id"].word(),
        instrument=instrument,
        **texts,
        kind=held["kind"].one_of(Kind),
        iac=scope["iac"].one_of(Scope),
        niac=scope["niac"].one_of(Scope),
        peace=scope["peace"].one_of(Scope),
        membership=held["membership"].one_of(Membership),
        treaty=_treaty(held, treaties),
        areas=_texts(held, "areas"),
        valid_from=_day(valid, "from"),
        valid_to=_day(valid, "to"),
        recorded_from=held["recorded"].day(),
        is_in_force=held["in_force"].flag() if "in_force" in held else True,
        engages=engages,
        doubts=doubts,
        protects=_texts(held, "protects"),
        prohibits=_texts(held, "prohibits"),
        note=note,
        instead=_texts(held, "instead"),
        source=_source(held),
        signature=_signature(held["signed"]),
        digest="",
        subjects=frozenset([*engages, *(doubt.subject for doubt in doubts)]),
    )
    return replace(norm, digest=digest_of(norm))


def _treaty(held: Mapping[str, Field], treaties: Collection[str]) -> str:
    membership = held["membership"].one_of(Membership)
    if membership is Membership.NONE:
        return ""
    if "treaty" not in held:
        raise held["membership"].refuse(
            Both(
                "a bond needs a treaty; write `treaty:`",
                "الارتباط يحتاج إلى معاهدة؛ اكتب `treaty:`",
            )
        )
    return _known(held["treaty"], treaties)


def _doubts(held: Mapping[str, Field], subjects: Collection[str]) -> Iterator[Doubt]:
    for item in held["doubts"].items() if "doubts" in held else ():
        doubt = item.keyed(("subject", "why"))
        yield Doubt(_known(doubt["subject"], subjects), doubt["why"].both())


def _source(held: Mapping[str, Field]) -> Source:
    source = held["source"].keyed(("citation", "url"))
    checked = held["checked"].keyed(("how", "basis"))
    return Source(
        source["citation"].text(),
        source["url"].text(),
        checked["how"].one_of(Checked),
        checked["basis"].text(),
    )


def _signature(field: Field) -> Signature | None:
    """A row that nobody signed says so: `signed: null`."""
    if field.is_null:
        return None
    held = field.keyed(("by", "day", "digest"))
    return Signature(held["by"].text(), held["day"].day(), held["digest"].text())


def _known(field: Field, known: Collection[str]) -> str:
    if field.raw() not in known:
        raise field.refuse(unknown_key(field.raw(), known))
    return field.raw()


def _texts(held: Mapping[str, Field], name: str) -> tuple[str, ...]:
    return held[name].words() if name in held else ()


def _day(held: Mapping[str, Field], name: str) -> date | None:
    return held[name].day() if name in held and not held[name].is_null else None
