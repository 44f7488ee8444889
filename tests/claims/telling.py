"""An invented town and those who tell of it, for the tests of claims and records.

Two monitors (Watch and Archive) have documenters of their own, a Gazette prints what Watch
says, the Rescue crews dig, a Data Set counts everybody again, and the Air Force denies.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tawthiq.claims.claim import Claim, Document
from tawthiq.claims.group import UNSTATED, Group
from tawthiq.claims.source import Source, SourceKind
from tawthiq.claims.toll import Harm, Toll
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

MARKET_DAY = date(2031, 7, 22)


def source(
    key: str, kind: SourceKind = SourceKind.MONITOR, *, origin: str = "", version: int = 0
) -> Source:
    relay = key if origin else ""
    return Source(key, key, Both.same(key.title()), kind, origin or key, relay, version=version)


WATCH, ARCHIVE = source("watch"), source("archive")
RESCUE = source("rescue", SourceKind.RESCUE)
WATCH_IN_GAZETTE = source("watch-via-gazette", origin="watch")
WATCH_IN_HERALD = source("watch-via-herald", origin="watch")
WATCH_FIRST = source("watch-first-version", origin="watch", version=1)
WATCH_SECOND = source("watch-second-version", origin="watch", version=2)
DATA_SET = source("data-set", SourceKind.COMPILATION)
OTHER_DATA_SET = source("other-data-set", SourceKind.COMPILATION)
AIR_FORCE = source("air-force", SourceKind.PARTY)
SOURCES: Mapping[str, Source] = {
    each.key: each
    for each in (
        WATCH,
        ARCHIVE,
        RESCUE,
        WATCH_IN_GAZETTE,
        WATCH_IN_HERALD,
        WATCH_FIRST,
        WATCH_SECOND,
        DATA_SET,
        OTHER_DATA_SET,
        AIR_FORCE,
    )
}


def claim(
    code: str,
    by: Source = WATCH,
    killed: int | HowMany | None = None,
    *,
    published: str = "2031-07-22",
    when: When | None = None,
    tolls: Mapping[tuple[Harm, Group], HowMany] | None = None,
    weapon: str = "airstrike",
    target: str = "market",
    party: str = "Russian forces",
) -> Claim:
    """A claim on one market day, with what matters to a test and nothing else."""
    number = HowMany.exactly(killed) if isinstance(killed, int) else killed
    said = {(Harm.KILLED, UNSTATED): number, **(tolls or {})}
    return Claim(
        code=code,
        document=Document(by.key, "", f"https://example.org/{code}", When.parse(published)),
        when=When.day(MARKET_DAY) if when is None else when,
        place_said="Upper Town",
        governorate_said="",
        subdistrict_said="",
        lat=None,
        lon=None,
        weapon_said=weapon,
        target_said=target,
        facility_said="",
        party_said=party,
        tolls=tuple(Toll(harm, group, n) for (harm, group), n in said.items() if n is not None),
        words="",
    )
