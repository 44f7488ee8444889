"""The vocabulary of facts and the kinds of evidence, as files."""

from __future__ import annotations

from tawthiq.law.evidence import EvidenceKind, Family
from tawthiq.law.pack.fields import Field
from tawthiq.law.vocabulary import Choice, FactKind, Takes, Vocabulary
from tawthiq.values.both import Both


def vocabulary(field: Field) -> Vocabulary:
    """Every kind of fact, each key once."""
    kinds: dict[str, FactKind] = {}
    for item in field.items():
        kind = _kind(item)
        if kind.key in kinds:
            raise item.refuse(
                Both(f"{kind.key!r} stands twice; keep one", f"{kind.key!r} مكرّر؛ أبقِ واحدًا")
            )
        kinds[kind.key] = kind
    return Vocabulary(kinds)


def _kind(field: Field) -> FactKind:
    held = field.keyed(("key", "takes", "en", "ar"), ("choices", "also", "unit"))
    takes = held["takes"].one_of(Takes)
    if (takes is Takes.CHOICE) is not ("choices" in held):
        raise field.refuse(
            Both(
                "choices go with `takes: choice` and only with it",
                "تأتي choices مع `takes: choice` وحدها",
            )
        )
    choices = [_choice(item) for item in held["choices"].items()] if "choices" in held else []
    return FactKind(
        held["key"].word(),
        Both(held["en"].text(), held["ar"].text()),
        takes,
        {one.key: one for one in choices},
        held["also"].words() if "also" in held else (),
        held["unit"].text() if "unit" in held else "",
    )


def _choice(field: Field) -> Choice:
    held = field.keyed(("key", "en", "ar"), ("groups", "also"))
    return Choice(
        held["key"].word(),
        Both(held["en"].text(), held["ar"].text()),
        frozenset(held["groups"].words()) if "groups" in held else frozenset(),
        held["also"].words() if "also" in held else (),
    )


def evidence_kinds(field: Field) -> dict[str, EvidenceKind]:
    """The kinds of evidence by key, with who may hold each and how not to do harm.

    Holders and cautions stand once, by name, because many kinds share them.
    """
    held = field.keyed(("holders", "cares", "kinds"))
    holders = {key.raw(): said.both() for key, said in held["holders"].entries()}
    cares = {key.raw(): said.both() for key, said in held["cares"].entries()}
    kinds = {}
    for item in held["kinds"].items():
        one = item.keyed(("key", "family", "en", "ar", "holder", "care"))
        for name, known in (("holder", holders), ("care", cares)):
            if one[name].raw() not in known:
                raise one[name].refuse(
                    Both(
                        f"no {name} is called {one[name].raw()!r}",
                        f"لا يوجد {name} باسم {one[name].raw()!r}",
                    )
                )
        kinds[one["key"].word()] = EvidenceKind(
            one["key"].word(),
            Both(one["en"].text(), one["ar"].text()),
            one["family"].one_of(Family),
            holders[one["holder"].raw()],
            cares[one["care"].raw()],
        )
    return kinds
