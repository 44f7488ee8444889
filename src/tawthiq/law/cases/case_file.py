"""A file of worked cases: facts on one side, what is expected of the engine on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tawthiq.errors import InputError, UnreadableError
from tawthiq.law.book import LawPack
from tawthiq.law.cases.case import Case, Wanted
from tawthiq.law.cases.telling import Teller, joined_note
from tawthiq.law.kleene import Value
from tawthiq.law.pack.fields import Field, parse, unknown_key
from tawthiq.values.both import Both

_KEYS = ("id", "facts")
_MORE = (
    "title",
    "heldout",
    "applicable",
    "not_applicable",
    "arguable",
    "crimes",
    "forum",
    "reasoning",
    "note",
    "source",
)
_ID = re.compile(r"^([A-Za-z0-9-]+)\s*(?:\(([A-Z])\))?(.*)$", re.DOTALL)


def read_cases(path: Path, pack: LawPack) -> tuple[Case, ...]:
    """Read every case of a file.

    Raises:
        UnreadableError: The file cannot be read.
        InputError: It is no YAML, or no list of cases.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(
            f"{path.name}: {error}; give a YAML file in UTF-8",
            f"{path.name}: {error}؛ أعطِ ملف YAML بترميز UTF-8",
        ) from error
    return cases_of(parse(text, path.name, InputError), pack)


def cases_of(
    document: Field, pack: LawPack, others: Mapping[str, str] | None = None
) -> tuple[Case, ...]:
    """The cases of a document; ``others`` are notes of evidence that a case may refer to."""
    items = document.items()
    if not items:
        raise document.refuse(
            Both("the file has no case; write one", "لا حالة في الملف؛ اكتب واحدة")
        )
    notes = dict(others or {})
    for item in items:
        id_, note = _evidence_note(item)
        notes[id_] = note
    return tuple(_case(item, pack, notes) for item in items)


def _evidence_note(item: Field) -> tuple[str, str]:
    held = {key.raw(): given for key, given in item.entries()}
    facts = held.get("facts")
    note = ""
    if facts is not None and facts.is_mapping:
        for key, given in facts.entries():
            if key.raw() == "evidence":
                note = joined_note(given)
    return (held["id"].raw() if "id" in held else ""), note


def _case(item: Field, pack: LawPack, notes: Mapping[str, str]) -> Case:
    entries = item.entries()
    held = {key.raw(): given for key, given in entries}
    if not set(_KEYS) <= set(held):
        item.keyed(_KEYS, _MORE)  # says which key is missing, or misspelt
    id_ = held["id"].raw()
    teller = Teller(id_, item, pack, notes)
    for key, _ in entries:
        if key.raw() not in (*_KEYS, *_MORE):
            teller.problem(key, unknown_key(key.raw(), [*_KEYS, *_MORE]))
    told = teller.tellings(held["facts"])
    wanted = tuple(_Expected(teller, pack, set(told)).of(held))
    return Case(
        id_,
        held["title"].raw() if "title" in held else "",
        told,
        wanted,
        held["forum"].raw() if "forum" in held else "",
        tuple(teller.problems),
        teller.unread,
    )


class _Expected:
    """Reads what a case expects; ids and values have to be known."""

    def __init__(self, teller: Teller, pack: LawPack, letters: set[str]) -> None:
        self._teller = teller
        self._pack = pack
        self._letters = letters

    def of(self, held: Mapping[str, Field]) -> Iterator[Wanted]:
        for name in ("applicable", "not_applicable", "arguable"):
            if name in held:
                for given, because in _listed(held[name]):
                    yield from self._one(given, None, name, because)
        if "crimes" in held:
            for crime, values in held["crimes"].entries():
                for number, given in values.entries():
                    if given.raw() not in (one.word for one in Value):
                        self._teller.problem(
                            given, unknown_key(given.raw(), [one.word for one in Value])
                        )
                    yield from self._one(crime, number, given.raw(), "")

    def _one(
        self, given: Field, number: Field | None, value: str, because: str
    ) -> Iterator[Wanted]:
        found = _ID.match(given.raw().strip())
        id_, variant, more = (
            (found[1], found[2] or "", found[3]) if found else (given.raw(), "", "")
        )
        known = self._pack.norms if number is None else self._pack.crimes
        if id_ not in known and id_ not in self._pack.crimes:
            self._teller.problem(given, unknown_key(id_, known))
        if variant not in self._letters:
            self._teller.problem(
                given,
                Both(
                    f"the case has no variant {variant}; write it under `variants`",
                    f"ليس للحالة صيغة {variant}؛ اكتبها تحت `variants`",
                ),
            )
        element = number.number() if number is not None else None
        yield Wanted(id_, variant, element, value, because or more.strip(" ()"), given.line)


def _listed(given: Field) -> Iterator[tuple[Field, str]]:
    """A list of ids, or ids with their reasons."""
    if given.is_mapping:
        for key, why in given.entries():
            yield key, why.raw()
    else:
        for item in given.items():
            yield item, ""
