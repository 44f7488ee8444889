"""The numbers of a case, by what they rest on and, where reported, by who reports them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.claims.source import Source
from tawthiq.counts.definition import Reported
from tawthiq.statements.known import KnownCount
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader
from tawthiq.web.wording.names import BASIS_MEANS, BASIS_NAMES, basis_key, parties_of

_ORDER = ("established", "reported", "estimated", "unsaid")


@dataclass(frozen=True, slots=True)
class Row:
    """One number in the list."""

    name: str
    title: Both
    how_many: HowMany | None
    when: When
    period_said: str
    where: Both
    parties: Both


@dataclass(frozen=True, slots=True)
class Group:
    """The numbers of one source, or our own (no source)."""

    source: Voice | None
    key: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OnOneBasis:
    """Everything that rests on one basis; what stands under another is never added to it."""

    key: str
    name: Both
    means: Both
    groups: tuple[Group, ...]
    number: int


def count_list(
    counts: Iterable[KnownCount], sources: Mapping[str, Source], reader: Reader
) -> tuple[OnOneBasis, ...]:
    """Gather the numbers of a case; the source with most numbers first."""
    by_basis: dict[str, dict[str, list[KnownCount]]] = {}
    for known in counts:
        basis = known.count.definition.basis
        source = basis.source if isinstance(basis, Reported) else ""
        by_basis.setdefault(basis_key(basis), {}).setdefault(source, []).append(known)
    return tuple(
        _on_one_basis(key, by_basis[key], sources, reader) for key in _ORDER if key in by_basis
    )


def _on_one_basis(
    key: str,
    by_source: Mapping[str, list[KnownCount]],
    sources: Mapping[str, Source],
    reader: Reader,
) -> OnOneBasis:
    groups = tuple(
        Group(
            voice(sources[source], reader) if source in sources else None,
            source,
            tuple(_row(known) for known in sorted(held, key=_by_period)),
        )
        for source, held in sorted(by_source.items(), key=lambda pair: -len(pair[1]))
    )
    total = sum(len(group.rows) for group in groups)
    return OnOneBasis(key, BASIS_NAMES[key], BASIS_MEANS.get(key, Both("", "")), groups, total)


def _row(known: KnownCount) -> Row:
    count = known.count
    return Row(
        count.name,
        count.title,
        count.value,
        count.definition.when,
        known.period_said,
        count.definition.where.name,
        parties_of(count.definition),
    )


def _by_period(known: KnownCount) -> tuple[str, str]:
    when = known.count.definition.when
    return str(when.first or when.last or ""), known.count.title.en
