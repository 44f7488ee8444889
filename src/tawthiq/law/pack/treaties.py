"""Treaty files: one file a treaty, one entry a State; and the list of States."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from tawthiq.law.norm import Checked
from tawthiq.law.pack.fields import Field, unknown_key
from tawthiq.law.treaty import Bond, State, Status, Treaty
from tawthiq.values.both import NOTHING, Both


def states(field: Field) -> dict[str, State]:
    """The States of which something is recorded, by key."""
    read = {}
    for item in field.items():
        held = item.keyed(("key", "en", "ar", "complete"), ("also",))
        state = State(
            held["key"].word(),
            Both(held["en"].text(), held["ar"].text()),
            held["also"].texts() if "also" in held else (),
            held["complete"].flag(),
        )
        read[state.key] = state
    return read


def treaty(field: Field, known: Mapping[str, State]) -> Treaty:
    """One treaty and its bonds; every State that is recorded in full has a row."""
    held = field.keyed(("treaty", "name", "bonds"))
    key = held["treaty"].word()
    bonds: dict[str, Bond] = {}
    for item in held["bonds"].items():
        bond = _bond(item, key, known)
        if bond.state in bonds:
            raise item.refuse(
                Both(
                    f"{bond.state} stands twice; keep one row", f"{bond.state} مكرّرة؛ أبقِ صفًا واحدًا"
                )
            )
        bonds[bond.state] = bond
    for state in known.values():
        if state.is_complete and state.key not in bonds:
            raise held["bonds"].refuse(
                Both(
                    f"{state.key} has no row; add one, `status: unknown` where it is not known",
                    f"لا صف لـ{state.key}؛ أضف صفًا، واكتب `status: unknown` إن لم يُعرف",
                )
            )
    return Treaty(key, held["name"].both(), bonds)


def _bond(field: Field, treaty: str, known: Collection[str]) -> Bond:
    held = field.keyed(
        ("state", "status", "recorded", "url", "checked"),
        ("done", "in_force", "arguable_from", "note"),
    )
    if held["state"].raw() not in known:
        raise held["state"].refuse(unknown_key(held["state"].raw(), known))
    checked = held["checked"].keyed(("how", "basis"))
    bond = Bond(
        held["state"].raw(),
        treaty,
        held["status"].one_of(Status),
        _day(held, "done"),
        _day(held, "in_force"),
        _day(held, "arguable_from"),
        held["recorded"].day(),
        held["note"].both() if "note" in held else NOTHING,
        held["url"].text(),
        checked["how"].one_of(Checked),
        checked["basis"].text(),
    )
    _must_be_possible(bond, field)
    return bond


def _must_be_possible(bond: Bond, field: Field) -> None:
    if (bond.status is Status.PARTY) is not (bond.in_force is not None):
        raise field.refuse(
            Both(
                "a party has a day in force, and only a party has one",
                "للدولة الطرف يوم نفاذ، وليس لغيرها",
            )
        )
    if bond.done and bond.in_force and bond.in_force < bond.done:
        raise field.refuse(
            Both(
                f"it cannot be in force ({bond.in_force}) before it was done ({bond.done})",
                f"لا يمكن أن تنفذ ({bond.in_force}) قبل إتمامها ({bond.done})",
            )
        )


def _day(held: Mapping[str, Field], name: str) -> date | None:
    return held[name].day() if name in held else None
