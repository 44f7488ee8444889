"""A standing cast: organisations, claims and incidents that never were, of the year 2031.

Northern Watch documents; Radio Ayn prints what Northern Watch says; the Clinic Network
treats the injured; Second Count counts the others again. Layla documents and Omar
reviews. The places are real so that the gazetteer finds them; nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawthiq.actions import import_table
from tawthiq.actions.import_claims import CLAIMS, settle
from tawthiq.actions.import_period_claims import PERIOD_CLAIMS, nothing_else
from tawthiq.actions.import_table import Preview, Reading, Taken
from tawthiq.actions.open_case import open_case
from tawthiq.claims.claim import Claim, Document, PeriodClaim
from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.source import Source, SourceKind
from tawthiq.claims.toll import Harm, Toll
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

LAYLA, OMAR = "Layla", "Omar"
CASE = "spring-2031"
TITLE = Both("Spring 2031 (invented)", "ربيع ٢٠٣١ (مختلق)")

WATCH = Source(
    "northern-watch",
    "Northern Watch",
    Both("Northern Watch", "مرصد الشمال"),
    SourceKind.MONITOR,
    "northern-watch",
)
RADIO = Source(
    "northern-watch-via-radio-ayn",
    "Northern Watch (via Radio Ayn)",
    Both("Northern Watch (via Radio Ayn)", "مرصد الشمال (عبر راديو عين)"),
    SourceKind.MONITOR,
    "northern-watch",
    relay="Radio Ayn",
)
CLINICS = Source(
    "clinic-network",
    "Clinic Network",
    Both("Clinic Network", "شبكة العيادات"),
    SourceKind.MEDICAL,
    "clinic-network",
)
SECOND_COUNT = Source(
    "second-count",
    "Second Count",
    Both("Second Count", "العدّ الثاني"),
    SourceKind.COMPILATION,
    "second-count",
)
SOURCES = (WATCH, RADIO, CLINICS, SECOND_COUNT)
_GROUPS: dict[str, tuple[Harm, Group]] = {
    "killed": (Harm.KILLED, UNSTATED),
    "children": (Harm.KILLED, CHILDREN),
    "women": (Harm.KILLED, WOMEN),
    "injured": (Harm.INJURED, UNSTATED),
}


def claim(
    code: str,
    source: Source = WATCH,
    when: str = "2031-03-04",
    place: str = "Saraqib",
    *,
    governorate: str = "Idlib",
    target: str = "market",
    weapon: str = "airstrike",
    party: str = "",
    published: str = "2031-03-05",
    words: str = "",
    facility: str = "",
    **numbers: int | HowMany,
) -> Claim:
    """A claim; numbers are named killed, children, women, injured."""
    tolls = tuple(
        Toll(*_GROUPS[name], n if isinstance(n, HowMany) else HowMany.exactly(n))
        for name, n in numbers.items()
    )
    url = f"https://{source.key}.example/{code}"
    document = Document(source.key, f"Report {code}", url, When.parse(published))
    return Claim(
        code=code,
        document=document,
        when=When.parse(when),
        place_said=place,
        governorate_said=governorate,
        subdistrict_said="",
        lat=None,
        lon=None,
        weapon_said=weapon,
        target_said=target,
        facility_said=facility,
        party_said=party,
        tolls=tolls,
        words=words,
    )


MARKET = (
    claim("N001.1", WATCH, killed=12, children=3, party="Syrian government forces"),
    claim("N001.2", RADIO, killed=10, published="2031-03-04"),
    claim("N001.3", CLINICS, killed=HowMany.between(11, 14), injured=30),
    claim("N001.4", SECOND_COUNT, killed=40),
)
"""A market in Saraqib: two independent voices, a relay's earlier number, a compilation."""
HOSPITAL = (
    claim("N002.1", CLINICS, "2031-04-01/2031-04-02", "Kafr Nabl", target="hospital", injured=2),
    claim("N002.2", WATCH, "2031-04-01/2031-04-02", "Kafr Nabl", target="hospital", killed=1),
)
"""A hospital in Kafr Nabl, on one of two days."""
UNDATED = (claim("N003.1", WATCH, "", "", target="school", weapon="", killed=2),)
"""Two people killed somewhere in Idlib governorate, at a school, on no known day."""
CLAIMS_OF_THE_HOUSE = (*MARKET, *HOSPITAL, *UNDATED)

TOTALS = (
    PeriodClaim(
        "T001",
        Document(WATCH.key, "Spring", "https://northern-watch.example/spring", When.parse("2031")),
        "civilians killed",
        HowMany.at_least(60, "at least"),
        When.parse("2031-03-01/2031-05-31"),
        "spring 2031",
        "Idlib governorate",
    ),
)


def furnish(case: str = CASE) -> str:
    """Open a case and take the whole cast in; the code of the case."""
    open_case(case, TITLE, by=LAYLA, period=When.parse("2031-03-01/2031-05-31"), area="SY07")
    take(CLAIMS_OF_THE_HOUSE, case=case)
    shown = import_table.preview(PERIOD_CLAIMS, case, b"totals", "totals.csv", read(TOTALS))
    import_table.take(PERIOD_CLAIMS, shown, nothing_else, by=LAYLA, because="the cast")
    return case


def read(claims: Sequence[Claim] | Sequence[PeriodClaim]) -> Reading:  # type: ignore[type-arg]
    return Reading(tuple(claims), SOURCES)


def show(claims: Iterable[Claim], case: str = CASE, file: bytes = b"") -> Preview[Claim]:
    """Preview a table that holds these claims."""
    held = tuple(claims)
    data = file or repr(held).encode()
    return import_table.preview(CLAIMS, case, data, "claims.csv", read(held))


def take(claims: Iterable[Claim], case: str = CASE) -> Taken:
    """Take in a table that holds these claims."""
    return import_table.take(CLAIMS, show(claims, case), settle, by=LAYLA, because="the cast")


def corrected(one: Claim, **numbers: int) -> Claim:
    """The claim with other numbers, and nothing else changed."""
    tolls = tuple(Toll(*_GROUPS[name], HowMany.exactly(n)) for name, n in numbers.items())
    return replace(one, tolls=tolls)
