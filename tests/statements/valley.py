"""A valley that never was, in the year 2031: places, sources and incidents are all invented.

No place of it is in the shipped gazetteer; the case brings its own names.
"""

from __future__ import annotations

from datetime import date

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.source import Source, SourceKind
from tawthiq.claims.toll import Harm
from tawthiq.records.grade import Grade
from tawthiq.records.range import Unused
from tawthiq.statements.checking import check
from tawthiq.statements.checks.finding import Finding, Report
from tawthiq.statements.known import Known, KnownIncident, KnownToll
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

SAID_ON = date(2031, 6, 1)
PLACES = {
    "v1": ("Wadi Zahra", "وادي زهرة", "Wadi az-Zahra"),
    "v2": ("Tell Marwan", "تل مروان"),
    "v3": ("Ain Sitt", "عين الست"),
}
SOURCES = {
    key: Source(key, name, Both(name, arabic), SourceKind.MONITOR, key)
    for key, name, arabic in (
        ("northern-watch", "Northern Watch", "مرصد الشمال"),
        ("clinic-network", "Clinic Network", "شبكة العيادات"),
        ("radio-ayn", "Radio Ayn", "راديو عين"),
        ("valley-post", "Valley Post", "بريد الوادي"),
        ("second-count", "Second Count", "العدّ الثاني"),
    )
}


def toll(
    origin: str,
    number: int | HowMany,
    harm: Harm = Harm.KILLED,
    group: Group = UNSTATED,
    *,
    unused: Unused | None = None,
) -> KnownToll:
    how_many = number if isinstance(number, HowMany) else HowMany.exactly(number)
    return KnownToll(
        origin, harm, group, how_many, f"https://{origin}.example/{how_many.headline}", "", unused
    )


def incident(
    code: str,
    day: date | When,
    *places: str,
    sites: tuple[str, ...] = (),
    killed: HowMany | None = None,
    tolls: tuple[KnownToll, ...] = (),
    facilities: tuple[str, ...] = (),
) -> KnownIncident:
    return KnownIncident(
        code=code,
        title=Both(f"{PLACES[places[0]][0]}", PLACES[places[0]][1]),
        when=day if isinstance(day, When) else When.day(day),
        place_codes=places,
        sites=frozenset(sites),
        parties=frozenset(),
        grade=Grade.FAIR,
        killed=killed,
        sources=tuple(dict.fromkeys(t.origin for t in tolls)),
        urls=(),
        facilities=facilities,
        tolls=tolls,
    )


MARKET = incident(
    "V001",
    date(2031, 3, 4),
    "v1",
    sites=("market", "home"),
    killed=HowMany(12, 15, 30),
    tolls=(
        toll("northern-watch", 9, unused=Unused.EARLIER_VERSION),
        toll("northern-watch", 15),
        toll("clinic-network", 14),
        toll("radio-ayn", 12),
        toll("valley-post", 30),
        toll("second-count", 33, unused=Unused.COMPILATION),
        toll("northern-watch", 5, group=CHILDREN),
        toll("clinic-network", 6, group=CHILDREN),
        toll("northern-watch", 3, group=WOMEN),
        toll("clinic-network", 44, Harm.INJURED),
    ),
)
"""A market in Wadi Zahra: 12 to 30 killed, most voices near 15; 5 or 6 children; 44 injured."""
HOSPITAL = incident(
    "V002",
    When.between(date(2031, 4, 1), date(2031, 4, 2)),
    "v2",
    sites=("hospital",),
    killed=HowMany.exactly(4),
    tolls=(toll("clinic-network", 4),),
    facilities=("al-Noor Surgical Hospital",),
)
SCHOOL = incident(
    "V003",
    date(2031, 4, 10),
    "v2",
    sites=("school",),
    tolls=(toll("northern-watch", 3), toll("radio-ayn", 3)),
)
HOMES = incident(
    "V004", date(2031, 4, 10), "v2", sites=("home",), tolls=(toll("northern-watch", 7),)
)
TWO_TOWNS = incident("V005", date(2031, 5, 5), "v1", "v3", tolls=(toll("radio-ayn", 11),))
AT_LEAST = incident(
    "V006", date(2031, 5, 9), "v3", tolls=(toll("radio-ayn", HowMany.at_least(20)),)
)
VALLEY = Known(
    "valley",
    Both("The valley (invented)", "الوادي (مختلق)"),
    (),
    SOURCES,
    (MARKET, HOSPITAL, SCHOOL, HOMES, TWO_TOWNS, AT_LEAST),
    PLACES,
)


def report(text: str) -> Report:
    return check(text, VALLEY, said_on=SAID_ON)


def figures(text: str) -> list[Finding]:
    """What N01 and N02 find in a text about the valley."""
    return [f for f in report(text).findings if f.check in ("N01", "N02")]
