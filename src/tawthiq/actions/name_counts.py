"""Name all the counts of a file: each our own over incidents, or one that was published.

The file is YAML; ``examples/idlib-2019/counts.yaml`` shows every field. Where a field
cannot mean what it says, the whole file is refused and nothing is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.name_count import name_count, name_published
from tawthiq.claims.claim import PeriodClaim
from tawthiq.claims.group import (
    AID_WORKERS,
    CHILDREN,
    CIVILIANS,
    EVERYBODY,
    HEALTH_WORKERS,
    MEDIA_WORKERS,
    MEN,
    PRESUMED_CIVILIANS,
    RESCUERS,
    WOMEN,
    Group,
)
from tawthiq.counts.definition import Definition, Established, Unit
from tawthiq.counts.extent import Extent
from tawthiq.errors import RuleError
from tawthiq.places.found import Found
from tawthiq.records.grade import Grade
from tawthiq.records.rule import RULES
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.claims import period_claims
from tawthiq.store.queries.places import extents, gazetteer
from tawthiq.store.queries.sources import sources_of
from tawthiq.values.both import Both
from tawthiq.values.kinds import Kinds
from tawthiq.values.when import When

GROUPS: Mapping[str, Group] = {
    "everybody": EVERYBODY,
    "civilians": CIVILIANS,
    "presumed-civilians": PRESUMED_CIVILIANS,
    "children": CHILDREN,
    "women": WOMEN,
    "men": MEN,
    "health-workers": HEALTH_WORKERS,
    "aid-workers": AID_WORKERS,
    "rescuers": RESCUERS,
    "media-workers": MEDIA_WORKERS,
}
_FIELDS = frozenset(
    {
        *("name", "title", "established", "reported", "unit", "who", "where", "area", "place"),
        *("when", "parties", "sites", "weapons", "inside"),
    }
)
Entry = Mapping[str, Any]


def name_counts(case: str, file: Path, *, by: str, because: str) -> int:
    """Name the counts of a file, all of them or none.

    Returns:
        How many of them are new or defined anew.

    Raises:
        UnknownNameError: No case has this code.
        RuleError: A field cannot mean what it says; the message names the count.
        HomeError: The database could not be written; nothing was changed.
    """
    entries = _entries(file)
    with in_one_piece():
        return sum(_name(case, entry, by=by, because=because) for entry in entries)


def _entries(file: Path) -> list[Entry]:
    try:
        read = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(f"{file.name} is not YAML in UTF-8: {error}") from error
    entries = read.get("counts") if isinstance(read, dict) else None
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise RuleError(f"{file.name}: a list must stand under 'counts'")
    return entries


def _name(case: str, entry: Entry, *, by: str, because: str) -> bool:
    name = str(entry.get("name", ""))
    try:
        title = Both(entry["title"]["en"], entry["title"]["ar"])
        if unknown := set(entry) - _FIELDS:
            raise ValueError(f"nobody reads the fields {', '.join(sorted(unknown))}")
        if "reported" in entry:
            claim = _published(case, entry["reported"])
            return name_published(case, name, title, claim, by=by, because=because)
        definition = _definition(entry)
    except (KeyError, TypeError, ValueError) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else f"{error}"
        raise RuleError(
            f"the count {name or '(without a name)'} cannot be named: {what}"
        ) from error
    return name_count(case, name, title, definition, by=by, because=because)


def _definition(entry: Entry) -> Definition:
    unit = Unit(entry["unit"])
    grades = frozenset(Grade(grade) for grade in entry["established"]["grades"])
    return Definition(
        unit=unit,
        where=_where(entry),
        when=When.parse(str(entry["when"])),
        basis=Established(grades),
        who=_group(entry["who"]) if unit.counts_persons else EVERYBODY,
        sites=_spread(sites(), entry.get("sites")),
        weapons=_spread(weapons(), entry.get("weapons")),
        parties=_spread(parties(), entry.get("parties")),
        inside=frozenset(_rule(key) for key in entry.get("inside", ())),
    )


def _group(key: str) -> Group:
    if key not in GROUPS:
        raise ValueError(f"no group is called {key!r}; there are {', '.join(GROUPS)}")
    return GROUPS[key]


def _where(entry: Entry) -> Extent:
    if "place" in entry:
        answer = gazetteer().find(str(entry["place"]))
        if not isinstance(answer, Found):
            raise ValueError(f"{entry['place']!r} is not one place")
        return extents().of_place(answer.place.code)
    codes = sorted(gazetteer().place(str(code)).code for code in entry["where"])
    name = Both(entry["area"]["en"], entry["area"]["ar"])
    return Extent.whole("+".join(codes), name, frozenset(codes))


def _spread(kinds: Kinds, keys: list[str] | None) -> frozenset[str] | None:
    if keys is None:
        return None
    if unknown := sorted(set(keys) - set(kinds)):
        raise ValueError(f"{', '.join(unknown)} is not in the vocabulary of {kinds.name}")
    return kinds.spread(keys)


def _rule(key: str) -> str:
    if key not in RULES:
        raise ValueError(f"no counting rule is called {key!r}")
    return key


def _published(case: str, said: Entry) -> str:
    """The code of the published total with this source as written, figure and period."""
    held = row_of(case)
    sources, period = sources_of(held), When.parse(str(said["period"]))
    found = [
        claim
        for claim in period_claims(held)
        if (_source_said(claim, sources), claim.figure_said) == (said["source"], said["figure"])
        and (claim.when.first, claim.when.last) == (period.first, period.last)
    ]
    codes = sorted({claim.code for claim in found})
    if len({claim.how_many for claim in found}) != 1:
        raise ValueError(
            f"{len(codes)} published totals are {said['figure']!r} of {said['source']!r} for "
            f"{said['period']}; exactly one must be"
        )
    return codes[0]


def _source_said(claim: PeriodClaim, sources: Mapping[str, Any]) -> str:
    return str(sources[claim.document.source].said)
