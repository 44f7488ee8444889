"""The law beside a text: the norms it cites, the class of conflict, States, days.

Everything that a check of families A and B says of the law comes from the law pack; what
cannot be found out here is counted as not looked at and is never called right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain

from tawthiq.law.book import LawPack
from tawthiq.law.classification import Conflict
from tawthiq.law.norm import Norm, Scope
from tawthiq.statements.known import Known
from tawthiq.statements.reading.conflicts import ConflictSaid, read_conflicts
from tawthiq.statements.reading.instruments import instruments
from tawthiq.statements.reading.provisions import ProvisionSaid, read_provisions
from tawthiq.statements.reading.reading import Reading
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.when import When


@dataclass(frozen=True)
class Legal:
    """A text, a case and the law pack."""

    reading: Reading
    known: Known
    pack: LawPack

    @cached_property
    def provisions(self) -> tuple[ProvisionSaid, ...]:
        """What the text cites of the law, in order."""
        return tuple(read_provisions(self.reading.page))

    @cached_property
    def conflicts(self) -> tuple[ConflictSaid, ...]:
        """The classes of conflict that the text asserts."""
        return tuple(read_conflicts(self.reading.page))

    def norms_of(self, said: ProvisionSaid) -> tuple[Norm, ...]:
        """The rows of the pack for a provision; of a whole instrument, all of them."""
        index = _index(self.pack)
        keys = _articles_of(said)
        found = next((index[key] for key in keys if key in index), ())
        return tuple(self.pack.norms[id_] for id_ in found)

    def scope_of(self, said: ProvisionSaid, conflict: Conflict) -> Scope | None:
        """Whether a provision reaches a class of conflict; None where the pack cannot say.

        An article without a row has the scope of its instrument where all rows of that agree.
        """
        norms = self.norms_of(said) or self._kin(said)
        scopes = {_scope(norm, conflict) for norm in norms}
        return scopes.pop() if len(scopes) == 1 else None

    def _kin(self, said: ProvisionSaid) -> tuple[Norm, ...]:
        table = instruments().get(said.instrument)
        if table is None or said.article.startswith("common"):
            return ()
        return self.norms_of(ProvisionSaid(said.start, said.end, table.reads_as or table.key))

    def named(self, *ids: str) -> tuple[Norm, ...]:
        """Rows of the pack by id; those that it lacks are left out."""
        return tuple(self.pack.norms[id_] for id_ in ids if id_ in self.pack.norms)

    def conflict_at(self, span: Span) -> Conflict | None:
        """The class of what a passage speaks of: its sentence, paragraph, the text, the case."""
        layout = self.reading.page.layout
        at = layout.sentence_at(span.start)
        block = layout.sentences[at].block
        near = [c for c in self.conflicts if layout.sentence_at(c.start) == at]
        beside = [
            c for c in self.conflicts if self.reading.page.sentence_of(c.start).block == block
        ]
        for group in (near, beside, self.conflicts):
            classes = {said.conflict for said in group}
            if len(classes) == 1:
                return classes.pop()
            if classes:
                return None
        return self._of_case

    @cached_property
    def _of_case(self) -> Conflict | None:
        classes = {each.conflict for each in self.known.conflicts}
        one = classes.pop() if len(classes) == 1 else None
        return None if one in (Conflict.DISPUTED, Conflict.NONE) else one

    @cached_property
    def states(self) -> tuple[tuple[Span, str], ...]:
        """The States that the text names, and the parties that are States, in order."""
        named = [
            (Span(*found.span()), key)
            for found in _names_of_states(self.pack).finditer(self.reading.text)
            if (key := self._state(found.group()))
        ]
        return tuple(sorted(named, key=lambda each: each[0].start))

    def _state(self, written: str) -> str:
        return self.pack.bonds.state_named(written) or _ADJECTIVES.get(written.casefold(), "")

    def states_in(self, span: Span) -> tuple[str, ...]:
        """The keys of the States named in a stretch, each once."""
        inside = (key for at, key in self.states if span.start <= at.start < span.end)
        return tuple(dict.fromkeys(inside))

    @cached_property
    def territory(self) -> str:
        """The State that the text is about: the one it names most, or ""."""
        counted: dict[str, int] = {}
        for _, key in self.states:
            counted[key] = counted.get(key, 0) + 1
        if counted.get("Syria") or self.reading.areas:
            return "Syria"
        return max(counted, key=lambda key: counted[key], default="")

    def day_of(self, span: Span) -> When | None:
        """When what a passage speaks of happened, as far as its sentence or the text says."""
        at = self.reading.page.layout.sentence_at(span.start)
        times = [t for t in self.reading.times if not t.published and t.when.last is not None]
        times = [t for t in times if not self._dates_the_text(t)]
        for back in (0, 1):
            near = [t for t in times if self.reading.page.layout.sentence_at(t.start) == at - back]
            if near:
                return max((t.when for t in near), key=lambda when: when.last or _FIRST)
        return times[0].when if len(times) == 1 else None

    def _dates_the_text(self, time: Span) -> bool:
        """Whether a time is the text's own day, in a line of its own or before a dash."""
        dated = self.reading.dated_at
        sentence = self.reading.page.sentence_of(time.start)
        alone = time.end - time.start > (sentence.end - sentence.start) // 2
        return dated is not None and dated.touches(time) and alone


_FIRST = date.min
_ADJECTIVES: Mapping[str, str] = {
    "syrian": "Syria", "russian": "Russia", "iranian": "Iran", "turkish": "Turkiye",
    "american": "USA", "israeli": "Israel", "iraqi": "Iraq", "ukrainian": "Ukraine",
    "sudanese": "Sudan", "palestinian": "Palestine", "jordanian": "Jordan", "lebanese": "Lebanon",
}  # fmt: skip


def _names_of_states(pack: LawPack) -> re.Pattern[str]:
    return _pattern(tuple(sorted(_all_names(pack), key=len, reverse=True)))


def _all_names(pack: LawPack) -> Iterable[str]:
    for state in pack.bonds.states.values():
        for name in (state.key, state.name.en, *state.also):
            if name.isascii() and name[:1].isupper() and (len(name) > 3 or name in ("US", "USA")):
                yield name
    yield from (word.capitalize() for word in _ADJECTIVES)


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _scope(norm: Norm, conflict: Conflict) -> Scope:
    if conflict.is_international:
        return norm.iac
    return norm.niac if conflict is Conflict.NIAC else norm.peace


def _articles_of(said: ProvisionSaid) -> list[tuple[str, str]]:
    """The keys under which a provision may stand, the exact one first, then what holds it."""
    if said.instrument in ("SC", "GA"):
        return [(said.instrument, said.article)]
    keys, article = [(said.instrument, said.article)], said.article
    while "(" in article:
        article = article[: article.rindex("(")]
        keys.append((said.instrument, article))
    return keys


Index = Mapping[tuple[str, str], tuple[str, ...]]


def _index(pack: LawPack) -> Index:
    made = _KEPT.get(pack.hash)
    if made is None:
        made = _KEPT[pack.hash] = _make_index(pack)
    return made


_KEPT: dict[str, Index] = {}


def _make_index(pack: LawPack) -> Index:
    """Every row under its instrument and each of its articles, and under what holds those."""
    held: dict[tuple[str, str], list[str]] = {}
    keys = sorted(instruments(), key=len, reverse=True)
    for norm in pack.norms.values():
        key = next((k for k in keys if norm.id.startswith(f"{k}-")), "")
        if key:
            articles = set(chain.from_iterable(_with_parents(a) for a in _written(norm, key)))
            for article in {"", *articles}:
                held.setdefault((key, article), []).append(norm.id)
        elif norm.id.startswith(("SC-", "GA-")):
            body, _, number = norm.id.partition("-")
            held.setdefault((body, number.replace("-", "/").replace("377V", "377")), []).append(
                norm.id
            )
    return {where: tuple(ids) for where, ids in held.items()}


_ARTICLE = re.compile(
    r"(?:(?<=\s)|^)(?P<from>\d{1,3})-(?P<to>\d{1,3})\b|\b(\d{1,3}(?:\([a-zA-Z\d]+\))*)"
)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "IX": "9"}


def _written(norm: Norm, key: str) -> Iterable[str]:
    said = norm.provision.en
    if said == "whole":
        return
    said = re.sub(r"\b(?:IX|IV|VI|I{1,3}|V)\b", lambda m: _ROMAN[m.group()], said)
    common = "common " if said.startswith("Common") else ""
    for found in _ARTICLE.finditer(said.partition(" as amended")[0]):
        if found["from"]:
            yield from (str(n) for n in range(int(found["from"]), int(found["to"]) + 1))
        else:
            yield common + found[3]


def _with_parents(article: str) -> Iterable[str]:
    yield article
    while "(" in article:
        article = article[: article.rindex("(")]
        yield article
