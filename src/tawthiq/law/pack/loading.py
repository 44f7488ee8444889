"""The law pack as it ships, or from another folder, read once and checked as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from tawthiq.errors import RuleError
from tawthiq.law.bonds import Bonds
from tawthiq.law.book import LawPack
from tawthiq.law.crime import Crime
from tawthiq.law.norm import Norm
from tawthiq.law.pack import crimes as crime_files
from tawthiq.law.pack import norms as norm_files
from tawthiq.law.pack import places_to_go, rules, treaties, words
from tawthiq.law.pack.fields import Field, parse
from tawthiq.law.pack.kept import kept_or
from tawthiq.law.treaty import Treaty

ONE_FILES = (
    "agreements.yaml",
    "defeaters.yaml",
    "derivations.yaml",
    "elements.yaml",
    "evidence.yaml",
    "forums.yaml",
    "inferences.yaml",
    "states.yaml",
    "subjects.yaml",
    "vocabulary.yaml",
)
FOLDERS = ("crimes", "norms", "treaties")


@cache
def law_pack() -> LawPack:
    """The pack that ships with Tawthiq."""
    return kept_or(lambda: load(files("tawthiq.law") / "data"))


def load(folder: Traversable) -> LawPack:
    """Read a pack.

    Raises:
        RuleError: A file of it cannot mean what it says; the message gives file, line, mend.
    """
    texts = dict(_texts(folder))
    one = {name: parse(texts[name], name, RuleError) for name in ONE_FILES}
    vocabulary = words.vocabulary(one["vocabulary.yaml"])
    evidence_kinds = words.evidence_kinds(one["evidence.yaml"])
    subjects = rules.subjects(one["subjects.yaml"], vocabulary)
    inferences = rules.inferences(one["inferences.yaml"], vocabulary)
    defeaters = rules.defeaters(one["defeaters.yaml"], vocabulary)
    states = treaties.states(one["states.yaml"])
    bonds = Bonds(
        _by_key(treaties.treaty(field, states) for field in _of(texts, "treaties")),
        states,
    )
    norms = _norms(_of(texts, "norms"), subjects, bonds.treaties)
    element_rules = rules.ElementRules(vocabulary, inferences, defeaters)
    shared = element_rules.shared(one["elements.yaml"])
    reader = crime_files.CrimeFiles(element_rules, shared, norms, subjects, evidence_kinds)
    forums, acts = places_to_go.forums(one["forums.yaml"], subjects, bonds.treaties)
    kinds, agreements = places_to_go.agreements(one["agreements.yaml"], norms)
    pack = LawPack(
        hash=_hash(texts),
        vocabulary=vocabulary,
        evidence_kinds=evidence_kinds,
        subjects=subjects,
        derivations=rules.derivations(one["derivations.yaml"], vocabulary),
        inferences=inferences,
        defeaters=defeaters,
        element_rules=shared,
        norms=norms,
        crimes=_by_id(reader.crime(field) for field in _of(texts, "crimes")),
        bonds=bonds,
        forums=forums,
        acts=acts,
        agreement_kinds=kinds,
        agreements=agreements,
    )
    _must_hold_together(pack)
    return pack


def _texts(folder: Traversable) -> Iterator[tuple[str, str]]:
    """Every file of the pack with its text, in the order of their names."""
    names = [*ONE_FILES]
    for sub in FOLDERS:
        found = sorted(entry.name for entry in (folder / sub).iterdir())
        names.extend(f"{sub}/{name}" for name in found if name.endswith(".yaml"))
    for name in sorted(names):
        entry = folder
        for part in name.split("/"):
            entry = entry / part
        if not entry.is_file():
            raise RuleError(
                f"{name}: the law pack lacks this file; restore it",
                f"{name}: ينقص حزمةَ القانون هذا الملف؛ أعده",
            )
        try:
            yield name, entry.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise RuleError(
                f"{name}:1: the file is not UTF-8; save it as UTF-8",
                f"{name}:1: الملف ليس بترميز UTF-8؛ احفظه به",
            ) from error


def _of(texts: dict[str, str], folder: str) -> list[Field]:
    return [
        parse(text, name, RuleError)
        for name, text in texts.items()
        if name.startswith(f"{folder}/")
    ]


def _hash(texts: dict[str, str]) -> str:
    """Over names and contents, each with its length, so that no two packs look alike."""
    digest = hashlib.sha256()
    for name, text in texts.items():
        for part in (name.encode(), text.encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _norms(
    fields: Iterable[Field], subjects: Iterable[str], known: dict[str, Treaty]
) -> dict[str, Norm]:
    names = list(subjects)
    read: dict[str, Norm] = {}
    for field in fields:
        for norm in norm_files.norms(field, names, known):
            if norm.id in read:
                raise RuleError(
                    f"{field.file}: {norm.id} stands in two places; keep one",
                    f"{field.file}: {norm.id} في موضعين؛ أبقِ واحدًا",
                )
            read[norm.id] = norm
    return read


def _by_key(held: Iterable[Treaty]) -> dict[str, Treaty]:
    return {treaty.key: treaty for treaty in held}


def _by_id(crimes: Iterable[Crime]) -> dict[str, Crime]:
    return {crime.id: crime for crime in crimes}


def _must_hold_together(pack: LawPack) -> None:
    """What one file says of another exists."""
    for norm in pack.norms.values():
        for other in norm.instead:
            if other not in pack.norms:
                raise RuleError(
                    f"norms: {norm.id} points to {other}, which is no norm; mend it",
                    f"norms: {norm.id} تحيل إلى {other} وهي ليست قاعدة؛ أصلحها",
                )
        for area in norm.areas:
            if area not in pack.bonds.states:
                raise RuleError(
                    f"norms: {norm.id} is about {area}, which is no State here",
                    f"norms: {norm.id} تتعلق بـ{area} وهي ليست دولة هنا",
                )
    for defeater in pack.defeaters.values():
        for other in (*defeater.defeats, *defeater.residual):
            if other not in pack.norms:
                raise RuleError(
                    f"defeaters.yaml: {defeater.id} names {other}, which is no norm",
                    f"defeaters.yaml: {defeater.id} يسمّي {other} وهي ليست قاعدة",
                )
