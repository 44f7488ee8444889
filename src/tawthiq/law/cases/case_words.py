"""Short notes of a worked case, read: evidence, people harmed, what a variant changes.

"3 independent witnesses; 2 geolocated videos" is five pieces of evidence; "2 medical staff
killed" is two killed and who they were. What fits nothing is handed back unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawthiq.errors import RuleError
from tawthiq.law.evidence import Evidence, Family
from tawthiq.law.facts import FactValue
from tawthiq.law.pack.conditions import kind_of, value
from tawthiq.law.pack.fields import Field, parse
from tawthiq.law.pack.loading import law_pack

Facts = dict[str, FactValue]
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "several": 3,
    "many": 3,
    "multiple": 3,
    "dozens": 12,
}
_COUNT = re.compile(r"^(?:about |over |at least |some )?(\d[\d,]*|" + "|".join(_NUMBERS) + r")\b")
_TIMES = re.compile(r"\bx\s?(\d+)\b")
_SCOPE = re.compile(r"\(([A-Z](?:\s*,\s*[A-Z])*)\)\s*$")
# A party's denial; not a log of access that was denied.
_DENIAL = re.compile(r"\bcontradict\w*|\bden(?:y|ies)\b|(?<!access.)\bdenial\b(?! log)")
_NOT = re.compile(r"\b(no|not|without|never|none)\s+(?:\w+\s+){0,1}$")


@dataclass(frozen=True, slots=True)
class _Sign:
    says: re.Pattern[str]
    gives: Facts
    denied: Facts


@dataclass(frozen=True, slots=True)
class CaseWords:
    """The phrase book of the pack."""

    evidence: tuple[tuple[re.Pattern[str], str], ...]
    one_origin: re.Pattern[str]
    nothing: re.Pattern[str]
    people: tuple[tuple[re.Pattern[str], str, str], ...]
    harms: tuple[tuple[re.Pattern[str], str], ...]
    signs: tuple[_Sign, ...]


@cache
def case_words() -> CaseWords:
    """The phrase book, read once."""
    name = "case_words.yaml"
    text = (files("tawthiq.law") / "data" / name).read_text("utf-8")
    held = parse(text, name, RuleError).keyed(
        ("evidence", "one_origin", "nothing", "people", "harms", "signs")
    )
    return CaseWords(
        tuple(_pair(item, "kind") for item in held["evidence"].items()),
        re.compile(held["one_origin"].raw()),
        re.compile(held["nothing"].raw()),
        tuple(_people(item) for item in held["people"].items()),
        tuple(_pair(item, "count") for item in held["harms"].items()),
        tuple(_sign(item) for item in held["signs"].items()),
    )


def _pair(field: Field, key: str) -> tuple[re.Pattern[str], str]:
    held = field.keyed(("says", key))
    return re.compile(held["says"].raw()), held[key].word()


def _people(field: Field) -> tuple[re.Pattern[str], str, str]:
    held = field.keyed(("says", "status"), ("count",))
    count = held["count"].word() if "count" in held else ""
    return re.compile(held["says"].raw()), held["status"].word(), count


def _sign(field: Field) -> _Sign:
    held = field.keyed(("says", "gives"), ("denied",))
    denied = _facts(held["denied"]) if "denied" in held else {}
    return _Sign(re.compile(held["says"].raw()), _facts(held["gives"]), denied)


def _facts(field: Field) -> Facts:
    vocabulary = law_pack().vocabulary
    read = {}
    for key, given in field.entries():
        kind = kind_of(key, vocabulary)
        read[kind.key] = value(given, kind)
    return read


@dataclass(frozen=True, slots=True)
class ReadEvidence:
    """Pieces of evidence by the variants they belong to ("" is every telling).

    Attributes:
        unread: Notes of which no kind was recognised; kept as pieces of their own.
        set_aside: Notes of what speaks against, which this format does not place.
    """

    pieces: tuple[tuple[Evidence, str], ...]
    unread: tuple[str, ...]
    set_aside: tuple[str, ...]

    def of(self, variant: str) -> tuple[Evidence, ...]:
        """The pieces of one telling; the case as told has all of them."""
        return tuple(
            piece for piece, scope in self.pieces if not variant or not scope or variant in scope
        )


def read_evidence(note: str) -> ReadEvidence:
    """Read a note of evidence: pieces between semicolons, each counted and named."""
    pieces: list[tuple[Evidence, str]] = []
    unread, aside = [], []
    for written in _split(note):
        scope = _SCOPE.search(written)
        letters = re.sub(r"[^A-Z]", "", scope[1]) if scope else ""
        words = written[: scope.start()].strip() if scope else written
        if _DENIAL.search(words.lower()):
            aside.append(written)
            continue
        kind = _kind(words)
        if not kind:
            unread.append(written)
        for piece in _pieces(words, kind, len(pieces)):
            pieces.append((piece, letters))
    return ReadEvidence(tuple(pieces), tuple(unread), tuple(aside))


def _split(note: str) -> list[str]:
    parts = [part.strip(" .") for part in re.split(r"[;\n]", note)]
    return [part for part in parts if not case_words().nothing.search(part.lower())]


def _kind(words: str) -> str:
    for pattern, kind in case_words().evidence:
        if pattern.search(words.lower()):
            return kind
    return ""


def _pieces(words: str, kind: str, before: int) -> Iterator[Evidence]:
    """One piece for each that is counted; copies of one film are of one origin."""
    known = law_pack().evidence_kinds.get(kind)
    family = known.shows_in if known else Family.OTHER
    one_origin = case_words().one_origin.search(words.lower()) is not None
    for n in range(min(_how_many(words), 50)):
        id_ = f"E{before + n + 1}"
        yield Evidence(id_, family, kind, words, group=f"G{before + 1}" if one_origin else "")


def _how_many(words: str) -> int:
    """How many pieces a note speaks of; a bare plural of people is two."""
    lower = words.lower()
    if found := _COUNT.match(lower) or _TIMES.search(lower):
        written = found[1].replace(",", "")
        return max(1, _NUMBERS.get(written) or int(written))
    return (
        2
        if re.search(
            r"\b(witnesses|interviews|statements|testimonies|videos|films|photos)\b", lower
        )
        else 1
    )


def read_victims(note: str) -> Facts:
    """Read who was harmed: "21 civilians killed incl. 6 children, 4 women"."""
    lower = note.lower()
    if re.match(r"\s*(none|no casualties|no victims|nobody)\b", lower):
        return {"victim_killed_count": 0}
    facts: Facts = {}
    statuses: set[str] = set()
    for number, words in re.findall(r"(\d[\d,]*)\s+([a-z][^\d;]*)", lower):
        _count(int(number.replace(",", "")), words, facts, statuses)
    if not facts:
        statuses |= {status for pattern, status, _ in case_words().people if pattern.search(lower)}
    if statuses:
        facts["victim_status"] = frozenset(statuses)
    return facts


def _count(number: int, words: str, facts: Facts, statuses: set[str]) -> None:
    harmed = number > 0
    for pattern, key in case_words().harms:
        if pattern.search(words):
            facts[key] = _plus(facts.get(key), number)
            break
    for pattern, status, key in case_words().people:
        if pattern.search(words):
            if harmed:
                statuses.add(status)
            if key:
                facts[key] = _plus(facts.get(key), number)
            break


def _plus(held: FactValue | None, number: int) -> int:
    return (held if isinstance(held, int) else 0) + number


def read_signs(note: str) -> Facts:
    """What a variant changes, from its note; a sign after "no" is its contrary."""
    facts: Facts = {}
    lower = note.lower()
    for sign in case_words().signs:
        for found in sign.says.finditer(lower):
            negated = _NOT.search(lower[: found.start()]) is not None
            if negated and sign.denied:
                facts.update(sign.denied)
            elif not negated:
                facts.update(sign.gives)
            break
    if hours := re.search(r"(\d+)\s?h(?:ours?)?\b", lower):
        facts["warning_time_limit_hours"] = int(hours[1])
    return facts


def variants_of(note: str) -> Mapping[str, str]:
    """The notes of variants by letter: "A: mortar on roof. B: same, no warning."."""
    parts = re.split(r"(?:(?<=[.;,\n])|^)\s*([A-Z])\s*[:=]\s*", note)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))
