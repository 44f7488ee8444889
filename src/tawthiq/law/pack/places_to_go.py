"""The files of forums, of acts that open the Court, and of agreements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from tawthiq.law.agreement import Agreement, AgreementKind, KnownAgreement
from tawthiq.law.forum import ActKind, Forum, ForumTest, JurisdictionAct
from tawthiq.law.norm import Checked
from tawthiq.law.pack.fields import Field, unknown_key
from tawthiq.values.both import NOTHING


def forums(
    field: Field, subjects: Collection[str], treaties: Collection[str]
) -> tuple[tuple[Forum, ...], tuple[JurisdictionAct, ...]]:
    """The forums in the order in which they are shown, and the acts."""
    held = field.keyed(("acts", "forums"))
    return (
        tuple(_forum(item, subjects, treaties) for item in held["forums"].items()),
        tuple(_act(item) for item in held["acts"].items()),
    )


def _forum(field: Field, subjects: Collection[str], treaties: Collection[str]) -> Forum:
    held = field.keyed(
        ("id", "name", "what", "tests", "source", "checked"),
        ("areas", "since", "treaty", "subject", "exists", "excluded", "condition"),
    )
    exists = held["exists"].keyed(optional=("from", "to")) if "exists" in held else {}
    return Forum(
        id=held["id"].word(),
        name=held["name"].both(),
        what=held["what"].both(),
        tests=tuple(item.one_of(ForumTest) for item in held["tests"].items()),
        areas=held["areas"].texts() if "areas" in held else (),
        since=_day(held, "since"),
        treaty=_known(held, "treaty", treaties),
        subject=_known(held, "subject", subjects),
        exists_from=_day(exists, "from"),
        exists_to=_day(exists, "to"),
        excluded=tuple((key.text(), why.both()) for key, why in held["excluded"].entries())
        if "excluded" in held
        else (),
        condition=held["condition"].both() if "condition" in held else NOTHING,
        source=held["source"].text(),
        checked=held["checked"].one_of(Checked),
    )


def _act(field: Field) -> JurisdictionAct:
    held = field.keyed(("kind", "state", "covers", "made", "source", "checked"), ("part",))
    covers = held["covers"].keyed(("from",), ("to",))
    return JurisdictionAct(
        held["kind"].one_of(ActKind),
        held["state"].text(),
        held["part"].both() if "part" in held else NOTHING,
        covers["from"].day(),
        _day(covers, "to"),
        held["made"].day(),
        held["source"].both(),
        held["checked"].one_of(Checked),
    )


def agreements(
    field: Field, norms: Collection[str]
) -> tuple[dict[str, AgreementKind], tuple[KnownAgreement, ...]]:
    """The kinds of agreement with their weight, and those that the pack knows."""
    held = field.keyed(("kinds", "agreements"))
    kinds = {}
    for item in held["kinds"].items():
        one = item.keyed(("key", "name", "weight", "bears_on"))
        for norm in one["bears_on"].items():
            if norm.raw() not in norms:
                raise norm.refuse(unknown_key(norm.raw(), norms))
        kinds[one["key"].word()] = AgreementKind(
            one["key"].word(), one["name"].both(), one["weight"].both(), one["bears_on"].words()
        )
    return kinds, tuple(known_agreement(item, kinds) for item in held["agreements"].items())


def known_agreement(field: Field, kinds: Collection[str]) -> KnownAgreement:
    """One agreement of the pack, and how its row was checked."""
    held = field.keyed(
        ("id", "kind", "name", "parties", "areas", "from", "source", "checked"),
        ("to", "note", "partly"),
    )
    return KnownAgreement(_agreement(held, kinds), held["checked"].one_of(Checked))


def agreement(field: Field, kinds: Collection[str]) -> Agreement:
    """One agreement that somebody records."""
    required = ("id", "kind", "name", "parties", "areas", "from", "source")
    return _agreement(field.keyed(required, ("to", "note", "partly")), kinds)


def _agreement(held: Mapping[str, Field], kinds: Collection[str]) -> Agreement:
    if held["kind"].raw() not in kinds:
        raise held["kind"].refuse(unknown_key(held["kind"].raw(), kinds))
    return Agreement(
        held["id"].word(),
        held["kind"].raw(),
        held["name"].both(),
        held["parties"].texts(),
        held["areas"].texts(),
        held["from"].day(),
        _day(held, "to"),
        held["source"].text(),
        held["note"].both() if "note" in held else NOTHING,
        held["partly"].texts() if "partly" in held else (),
    )


def _day(held: Mapping[str, Field], name: str) -> date | None:
    return held[name].day() if name in held and not held[name].is_null else None


def _known(held: Mapping[str, Field], name: str, known: Collection[str]) -> str:
    if name not in held:
        return ""
    if held[name].raw() not in known:
        raise held[name].refuse(unknown_key(held[name].raw(), known))
    return held[name].raw()
