"""A small case that every test of this room may ask: what sources said of spring 2019.

The figures are public ones of the example case; the people and incidents are only counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tawthiq.claims.claim import Document, PeriodClaim
from tawthiq.claims.source import Source, SourceKind
from tawthiq.counts.count import Count
from tawthiq.counts.extent import Extent
from tawthiq.counts.reported import reported
from tawthiq.records.grade import Grade
from tawthiq.statements.checking import check
from tawthiq.statements.known import Known, KnownCount, KnownIncident
from tawthiq.statements.reading.areas import area_called
from tawthiq.statements.reading.read import read_statement
from tawthiq.statements.reading.reading import Reading
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.quantity_words import read_quantity
from tawthiq.values.when import When

SNHR_JULY = "https://sn4hr.org/blog/2019/07/31/54091/"
SNHR_17 = "https://news.sn4hr.org/2019/07/17/toll"
STJ_JUNE = "https://stj-sy.org/en/idlib-constant-bombardment"
OHCHR_SEPTEMBER = "https://www.aljazeera.com/news/2019/9/4/"
ZONE = "fourth de-escalation zone (Idlib, Hama, Aleppo, Latakia)"
TO_27_JULY = "2019-04-26/2019-07-27"
TO_17_JULY = "2019-04-26/2019-07-17"
JUNE = "2019-06-01/2019-06-23"
TO_29_AUGUST = "2019-04-29/2019-08-29"

SOURCES = {
    key: Source(key, said, Both(name, ar), SourceKind.MONITOR, key)
    for key, said, name, ar in (
        ("snhr", "SNHR", "Syrian Network for Human Rights", "الشبكة السورية لحقوق الإنسان"),
        ("stj", "STJ", "Syrians for Truth and Justice", "سوريون من أجل الحقيقة والعدالة"),
        ("ohchr", "OHCHR", "OHCHR", "مفوضية حقوق الإنسان"),
        ("sohr", "SOHR", "Syrian Observatory for Human Rights", "المرصد السوري لحقوق الإنسان"),
        ("uossm", "UOSSM", "UOSSM", "اتحاد منظمات الرعاية الطبية"),
    )
}
_ROWS = (
    ("civilians killed", "at least 781", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("children killed", "208", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("women killed", "140", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("civilians killed by Syrian government forces", "625", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("civilians killed by Russian forces", "156", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("massacres (SNHR definition)", "33", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("civilians killed in massacres (SNHR definition)", "271", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("children killed in massacres (SNHR definition)", "85", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("women killed in massacres (SNHR definition)", "58", TO_27_JULY, ZONE, "snhr", SNHR_JULY),
    ("civilians killed", "at least 662", TO_17_JULY, ZONE, "snhr", SNHR_17),
    ("children killed", "175", TO_17_JULY, ZONE, "snhr", SNHR_17),
    ("medical facilities attacked", "37", TO_17_JULY, ZONE, "snhr", SNHR_17),
    ("schools attacked", "84", TO_17_JULY, ZONE, "snhr", SNHR_17),
    ("civilians killed", "119", JUNE, "Idlib", "stj", STJ_JUNE),
    ("children killed", "26", JUNE, "Idlib", "stj", STJ_JUNE),
    ("health centres out of service", "3", JUNE, "Idlib", "stj", STJ_JUNE),
    ("hospitals out of service", "2", JUNE, "Idlib", "stj", STJ_JUNE),
    ("schools out of service", "8", JUNE, "Idlib", "stj", STJ_JUNE),
    ("mosques destroyed completely or partially", "16", JUNE, "Idlib", "stj", STJ_JUNE),
    ("civilians killed", "235", "2019-05", "Idlib", "stj", STJ_JUNE),
    ("health centres out of service", "at least 21", "2019-05", "Idlib", "stj", STJ_JUNE),
    ("hospitals out of service", "8", "2019-05", "Idlib", "stj", STJ_JUNE),
    ("schools out of service", "23", "2019-05", "Idlib", "stj", STJ_JUNE),
    ("civilians killed", "1089", TO_29_AUGUST, "northwest Syria", "ohchr", OHCHR_SEPTEMBER),
    ("civilian deaths attributed to non-state actors", "58", TO_29_AUGUST, "northwest Syria",
     "ohchr", OHCHR_SEPTEMBER),
    ("children killed", "304", TO_29_AUGUST, "northwest Syria", "ohchr", OHCHR_SEPTEMBER),
    ("people killed, all categories", "2743", "2019-04-30/2019-07-27", "Syria", "sohr", "https://sohr.example/1"),
    ("civilians killed", "229", "2019-04-28/2019-05-21", "northwest Syria", "uossm", "https://uossm.example/1"),
    ("civilians killed", "229", "2019-04-28/2019-05-28", "northwest Syria", "uossm", "https://uossm.example/2"),
)  # fmt: skip


def extent(words: str) -> Extent:
    area = area_called(words)
    if area is None:
        return Extent(f"said:{words}", Both.same(words), frozenset(), frozenset())
    return Extent(area.code, area.name, frozenset(), frozenset(area.within))


def known_count(
    figure: str,
    value: str,
    period: str,
    area: str,
    source: str,
    url: str,
    sources: Mapping[str, Source] = SOURCES,
) -> KnownCount | None:
    """A published total as the loader makes it; None where its label is not understood."""
    claim = PeriodClaim(
        f"{source}:{figure}:{period}",
        Document(source, "", url, When.unknown()),
        figure,
        read_quantity(value),
        When.parse(period),
        period,
        area,
    )
    count = reported(claim, sources[source], extent)
    if not isinstance(count, Count):
        return None
    return KnownCount(count, url, "", When.unknown(), period, area)


INCIDENTS = (
    KnownIncident(
        "I013",
        Both("rockets on al-Suqaylabiyah", "صواريخ على السقيلبية"),
        When.day(date(2019, 5, 12)),
        ("gn163921",),
        frozenset(),
        frozenset({"armed-opposition"}),
        Grade.FAIR,
        HowMany.between(5, 6),
        ("sana", "associated-press"),
        ("https://example.org/suqaylabiyah",),
    ),
    KnownIncident(
        "I055",
        Both("market of Ma'arrat al-Numan", "سوق معرة النعمان"),
        When.day(date(2019, 7, 22)),
        ("gn167611",),
        frozenset({"market"}),
        frozenset({"russia"}),
        Grade.CONTESTED,
        HowMany(37, 39, 43),
        ("snhr", "sohr"),
        ("https://example.org/maarrat",),
    ),
)


def known(incidents: Iterable[KnownIncident] = INCIDENTS) -> Known:
    counts = tuple(c for row in _ROWS if (c := known_count(*row)))
    return Known("idlib-2019", Both("Idlib 2019", "إدلب 2019"), counts, SOURCES, tuple(incidents))


def found(text: str, *, said_on: date | None = None) -> list[str]:
    """The ids of the checks that find something in a text, in order of the text."""
    return [finding.check for finding in check(text, known(), said_on=said_on).findings]


def errors(text: str) -> list[str]:
    return [finding.check for finding in check(text, known()).errors]


def read(text: str, *, said_on: date | None = None) -> Reading:
    return read_statement(text, SOURCES, said_on=said_on)
