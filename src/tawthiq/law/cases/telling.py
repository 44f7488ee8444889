"""The facts of a worked case, read into tellings: the case, its variants, its twin.

Facts stand as people write them for each other (``victims: 6 civilians killed incl. 2
children``). Keys have to be known; what is not is named with its line, and the rest of
the case is read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tawthiq.errors import InputError, TawthiqError
from tawthiq.law.book import LawPack
from tawthiq.law.cases.case import Told
from tawthiq.law.cases.case_values import FREE, loose_value
from tawthiq.law.cases.case_words import (
    ReadEvidence,
    read_evidence,
    read_signs,
    read_victims,
    variants_of,
)
from tawthiq.law.classification import Conflict
from tawthiq.law.evidence import Evidence
from tawthiq.law.facts import Fact, FactValue
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.pack.fields import Field, parse, unknown_key
from tawthiq.law.refusals import state_without_rows
from tawthiq.values.both import Both
from tawthiq.values.when import When

_NOBODY = {"", "unattributed", "unknown", "none", "unidentified", "not attributed", "disputed"}
_GROUPS = ("armed_group", "group", "non_state", "non_state_armed_group", "nsag", "militia")


@dataclass(slots=True)
class _Plain:
    """The plain fields of a case: when, where, who."""

    first: date | None = None
    last: date | None = None
    territory: str = ""
    place: str = ""
    party: str = ""
    or_parties: tuple[str, ...] = ()
    party_type: PartyType = PartyType.UNKNOWN
    opposing: str = ""
    conflict: Conflict | None = None
    facts: dict[str, tuple[FactValue, bool]] = field(default_factory=dict)


class Teller:
    """Reads the facts of one case and gathers what could not be read.

    Attributes:
        problems: What could not be read, each with file, line and mend.
        unread: Words of notes of which nothing was made.
    """

    def __init__(self, id_: str, item: Field, pack: LawPack, notes: Mapping[str, str]) -> None:
        self._id = id_
        self._item = item
        self._pack = pack
        self._notes = notes
        self.problems: list[Both] = []
        self.unread: tuple[str, ...] = ()

    def tellings(self, facts_field: Field) -> dict[str, Told]:
        """The case as told, under "", and its variants by letter."""
        facts = dict(self._fields(facts_field))
        plain = self._plain(facts)
        evidence = self._evidence(facts)
        self.unread = (*evidence.unread, *evidence.set_aside)
        return dict(self._told(plain, evidence, facts))

    def _fields(self, facts: Field) -> Iterator[tuple[str, Field]]:
        for key, given in facts.entries():
            name = key.raw()
            if name in FREE or name in self._pack.vocabulary:
                yield name, given
            else:
                self.problem(key, unknown_key(name, [*FREE, *self._pack.vocabulary]))

    def problem(self, where: Field, what: Both) -> None:
        self._say(where.refuse(what))

    def _say(self, error: TawthiqError) -> None:
        self.problems.append(Both(error.en, error.ar))

    def _plain(self, facts: Mapping[str, Field]) -> _Plain:
        plain = _Plain()
        for name, given in facts.items():
            if name in _SETTERS:
                _SETTERS[name](self, plain, given)
            elif name not in FREE:
                self._fact(plain, name, given)
        if plain.party_type is PartyType.UNKNOWN and plain.party in self._pack.bonds.states:
            plain.party_type = PartyType.STATE
        if plain.conflict is None:
            self.problem(
                self._item,
                Both(
                    "the conflict is not classified; add `conflict:`",
                    "النزاع غير مصنف؛ أضف `conflict:`",
                ),
            )
            plain.conflict = Conflict.DISPUTED
        self._must_have_rows(plain, facts)
        return plain

    def _must_have_rows(self, plain: _Plain, facts: Mapping[str, Field]) -> None:
        asked = [("territory", plain.territory)]
        if plain.party_type is PartyType.STATE:
            asked.append(("alleged_party", plain.party))
        for name, state in asked:
            if state and state not in self._pack.bonds.states and name in facts:
                where = f"{facts[name].file}:{facts[name].line}"
                self._say(state_without_rows(state, self._pack.bonds.states, where))

    def _fact(self, plain: _Plain, name: str, given: Field) -> None:
        kind = self._pack.vocabulary[name]
        try:
            read = loose_value(given, kind)
        except InputError as error:
            self._say(error)
            return
        if read is not None:
            plain.facts[kind.key] = read

    def set_days(self, plain: _Plain, given: Field) -> None:
        written = re.sub(r"\s+(?:to|until|–|-)\s+|\.\.", "/", given.raw().strip())
        try:
            when = When.parse(written)
        except ValueError:
            self.problem(
                given,
                Both(
                    f"{given.raw()!r} is no day; write it as 2019-07-22",
                    f"{given.raw()!r} ليس يومًا؛ اكتبه على شكل 2019-07-22",
                ),
            )
            return
        plain.first, plain.last = when.first or when.last, when.last or when.first

    def set_last_day(self, plain: _Plain, given: Field) -> None:
        try:
            last = given.day()
            if plain.first and last < plain.first:
                raise given.refuse(
                    Both(
                        f"{last} lies before {plain.first}; exchange them",
                        f"{last} قبل {plain.first}؛ بدّل بينهما",
                    )
                )
            plain.last = last
        except InputError as error:
            self._say(error)

    def set_territory(self, plain: _Plain, given: Field) -> None:
        plain.territory = self._state(given.raw())

    def set_place(self, plain: _Plain, given: Field) -> None:
        plain.place = given.raw().strip()

    def set_party(self, plain: _Plain, given: Field) -> None:
        written = given.raw().strip()
        parts = re.split(r"[/;]|,| or | and |\+", re.sub(r"\(.*?\)", "", written))
        states = [named for part in parts if (named := self._pack.bonds.state_named(part))]
        if len(set(states)) > 1:
            plain.party, *others = dict.fromkeys(states)
            plain.or_parties = tuple(others)
        else:
            plain.party = "" if written.lower() in _NOBODY else self._state(written)

    def set_party_type(self, plain: _Plain, given: Field) -> None:
        written = given.raw().strip().lower()
        kinds = {"state": PartyType.STATE, "unknown": PartyType.UNKNOWN}
        plain.party_type = kinds.get(written, PartyType.UNKNOWN)
        if written in _GROUPS:
            plain.party_type = PartyType.ARMED_GROUP
        elif written not in kinds:
            self.problem(given, unknown_key(written, [*kinds, *_GROUPS]))

    def set_opposing(self, plain: _Plain, given: Field) -> None:
        plain.opposing = self._state(given.raw().strip())

    def set_conflict(self, plain: _Plain, given: Field) -> None:
        found = conflict_named(given.raw())
        if found is None:
            self.problem(given, unknown_key(given.raw(), [str(one) for one in Conflict]))
        plain.conflict = found

    def set_victims(self, plain: _Plain, given: Field) -> None:
        for key, read in read_victims(joined_note(given)).items():
            plain.facts.setdefault(key, (read, False))

    def _state(self, written: str) -> str:
        """The State that is meant: by name, or by the first name that stands in the words."""
        bonds = self._pack.bonds
        if named := bonds.state_named(written):
            return named
        bare = re.sub(r"\(.*?\)", "", written).strip()
        parts = [bare, *(part.strip() for part in re.split(r"[,(/]", written.replace(")", "")))]
        return next((named for part in parts if (named := bonds.state_named(part))), bare)

    def _evidence(self, facts: Mapping[str, Field]) -> ReadEvidence:
        if "evidence" not in facts:
            return ReadEvidence((), (), ())
        note = joined_note(facts["evidence"])
        seen: set[str] = set()
        while found := re.fullmatch(r"(?:as|same as|see) ([A-Z]\w*\d+)\.?", note.strip(), re.I):
            other = found[1].upper()
            if other not in self._notes or other in seen:
                self.problem(
                    facts["evidence"],
                    Both(
                        f"there is no case {other} to take the evidence from; list it here",
                        f"لا توجد حالة {other} يؤخذ منها الدليل؛ اذكره هنا",
                    ),
                )
                return ReadEvidence((), (), ())
            seen.add(other)
            note = self._notes[other]
        return read_evidence(note)

    def _told(
        self, plain: _Plain, evidence: ReadEvidence, facts: Mapping[str, Field]
    ) -> Iterator[tuple[str, Told]]:
        yield "", self._telling(plain, evidence.of(""))
        before: dict[str, FactValue] = {}
        for letter, note in self._variants(facts):
            changed = dict(before) if re.match(r"(the )?same\b", note.lower()) else {}
            changed.update(read_signs(note))
            before = changed
            varied = self._varied(plain, note, changed)
            yield letter, self._telling(varied, evidence.of(letter))
        if "twin" in facts:
            yield (
                "twin",
                self._telling(self._varied(plain, facts["twin"].raw(), {}), evidence.of("")),
            )

    def _variants(self, facts: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
        if "variants" not in facts:
            return
        given = facts["variants"]
        if given.is_mapping:
            for key, note in given.entries():
                yield key.raw(), _as_note(note)
        else:
            yield from variants_of(given.raw()).items()

    def _varied(self, plain: _Plain, note: str, changed: Mapping[str, FactValue]) -> _Plain:
        """The plain case with what a note changes, be it written as ``key=value``."""
        varied = replace(plain, facts=dict(plain.facts))
        for key, read in changed.items():
            varied.facts[key] = (read, False)
        for name, written in re.findall(r"(\w+)\s*=\s*([^;,.]+(?:-\d\d)*)", note):
            given = parse(written.strip(), self._item.file, InputError)
            given = Field(given.node, f"{self._item.file} ({self._item.line})", InputError)
            if name in _SETTERS:
                _SETTERS[name](self, varied, given)
            elif name in self._pack.vocabulary:
                self._fact(varied, name, given)
            else:
                self.problem(self._item, unknown_key(name, [*FREE, *self._pack.vocabulary]))
        return varied

    def _telling(self, plain: _Plain, pieces: tuple[Evidence, ...]) -> Told:
        ids = tuple(piece.id for piece in pieces)
        incident = Incident(
            self._id,
            plain.first,
            plain.last,
            plain.territory,
            plain.party,
            plain.party_type,
            plain.opposing,
            plain.place,
            {
                key: Fact(key, read, ids, (), doubted)
                for key, (read, doubted) in plain.facts.items()
            },
            {piece.id: piece for piece in pieces},
        )
        others = tuple(replace(incident, party=party) for party in plain.or_parties)
        return Told((incident, *others), plain.conflict or Conflict.DISPUTED)


def joined_note(given: Field) -> str:
    """A note, or a list of notes."""
    if given.is_list:
        return "; ".join(item.raw() for item in given.items())
    return "" if given.is_null else given.raw()


def _as_note(given: Field) -> str:
    if given.is_mapping:
        return "; ".join(f"{key.raw()}={value.raw()}" for key, value in given.entries())
    return given.raw()


def conflict_named(written: str) -> Conflict | None:
    """The class that is written, also as "IAC (occupation)" or "IAC and NIAC"."""
    words = set(re.findall(r"[a-z]+", written.lower()))
    if "occupation" in words or "occupied" in words:
        return Conflict.OCCUPATION
    if "disputed" in words or {"iac", "niac"} <= words:
        return Conflict.DISPUTED
    for name in ("niac", "iac", "none"):
        if name in words:
            return {"niac": Conflict.NIAC, "iac": Conflict.IAC, "none": Conflict.NONE}[name]
    return Conflict.NONE if "peace" in words else None


_Setter = Callable[[Teller, _Plain, Field], None]
_SETTERS: dict[str, _Setter] = {
    "date": Teller.set_days,
    "period": Teller.set_days,
    "date_from": Teller.set_days,
    "date_to": Teller.set_last_day,
    "end_date": Teller.set_last_day,
    "territory": Teller.set_territory,
    "country": Teller.set_territory,
    "place": Teller.set_place,
    "location": Teller.set_place,
    "alleged_party": Teller.set_party,
    "attacker": Teller.set_party,
    "party_type": Teller.set_party_type,
    "opposing_state": Teller.set_opposing,
    "opposing_party": Teller.set_opposing,
    "conflict": Teller.set_conflict,
    "conflict_class": Teller.set_conflict,
    "classification": Teller.set_conflict,
    "victims": Teller.set_victims,
    "casualties": Teller.set_victims,
}
