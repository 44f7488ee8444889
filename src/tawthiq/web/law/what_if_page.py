"""What a supposition changes, as its page shows it: before and after, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.kleene import Value
from tawthiq.law.said import value_said
from tawthiq.law.what_if import Change, Difference
from tawthiq.law.wording import VALUES
from tawthiq.values.both import Both
from tawthiq.values.when_said import day_said
from tawthiq.web.law.names import CONFLICTS, SOME_GROUP
from tawthiq.web.law.norm_page import Cited, cited

_NOT_READ = Both("not read: its norm is shut out", "لم يُقرأ: قاعدته غير منطبقة")


@dataclass(frozen=True, slots=True)
class NormChange:
    """A norm whose answer differs."""

    norm: Cited
    before: Both
    after: Both
    before_key: str
    after_key: str


@dataclass(frozen=True, slots=True)
class ElementChange:
    """An element whose value differs."""

    crime: str
    title: Both
    number: int
    before: Both
    after: Both
    before_key: str
    after_key: str


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """Everything that differs; both empty where nothing does."""

    norms: tuple[NormChange, ...]
    elements: tuple[ElementChange, ...]


def difference_page(found: Difference, pack: LawPack) -> DifferencePage:
    """Lay out a difference."""
    norms = tuple(
        NormChange(cited(id_, pack), before.said, after.said, before.value, after.value)
        for id_, before, after in found.norms
    )
    return DifferencePage(norms, tuple(_elements(found, pack)))


def supposed_said(change: Change, pack: LawPack) -> Both:
    """What is supposed, in words."""
    if change.conflict:
        return CONFLICTS[change.conflict]
    if change.day:
        return day_said(change.day)
    if change.party is not None:
        return _named(change.party[0], pack) + Both(
            " is said to have acted", " هو المنسوب إليه الفعل"
        )
    if change.opposing is not None:
        return Both("against ", "ضد ") + _named(change.opposing, pack)
    if change.territory is not None:
        return Both("on the territory of ", "على إقليم ") + _named(change.territory, pack)
    if change.fact:
        kind = pack.vocabulary[change.fact[0]]
        return kind.name + Both.same(": ") + value_said(kind, change.fact[1])
    if change.without_fact:
        return pack.vocabulary[change.without_fact].name + Both(": not recorded", ": غير مسجل")
    return Both("no evidence at all", "لا دليل على الإطلاق")


def _named(party: str, pack: LawPack) -> Both:
    if not party:
        return Both("nobody named", "لا أحد مسمّى")
    return SOME_GROUP if party == SOME_GROUP.en else pack.bonds.name_of(party)


def _elements(found: Difference, pack: LawPack) -> Iterator[ElementChange]:
    for crime, number, before, after in found.elements:
        yield ElementChange(
            crime,
            pack.crimes[crime].title,
            number,
            _said(before),
            _said(after),
            _key(before),
            _key(after),
        )


def _said(value: Value | None) -> Both:
    return _NOT_READ if value is None else VALUES[value]


def _key(value: Value | None) -> str:
    return "unread" if value is None else value.word
