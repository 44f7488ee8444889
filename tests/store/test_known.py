"""What a text is held against is what the pages of the incidents show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.actions.import_places import import_places
from tawthiq.actions.load_example import load_example
from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN
from tawthiq.claims.toll import Harm
from tawthiq.records.range import Unused
from tawthiq.statements.checking import check
from tawthiq.statements.checks.finding import Severity
from tawthiq.statements.known import Known, KnownIncident, KnownToll
from tawthiq.store.queries import incidents
from tawthiq.store.queries.known import known
from tawthiq.values.how_many import HowMany
from tawthiq.values.when_said import day_said

from ..house import CASE, LAYLA, claim, take

IDLIB = "idlib-2019"


@pytest.fixture
def idlib(db: None) -> Known:
    load_example(IDLIB, by=LAYLA)
    return known(IDLIB)


def by_code(case: Known) -> dict[str, KnownIncident]:
    return {incident.code: incident for incident in case.incidents}


def test_every_number_of_an_incident_is_known_and_whether_its_range_uses_it(case: str) -> None:
    market = by_code(known(case))["N001"]
    killed = {t.claim: t for t in market.tolls if (t.harm, t.group) == (Harm.KILLED, UNSTATED)}
    assert {code: toll.unused for code, toll in killed.items()} == {
        "N001.1": None,
        "N001.2": Unused.EARLIER_VERSION,
        "N001.3": None,
        "N001.4": Unused.COMPILATION,
    }
    assert killed["N001.2"] == KnownToll(
        "northern-watch",
        Harm.KILLED,
        UNSTATED,
        HowMany.exactly(10),
        "https://northern-watch-via-radio-ayn.example/N001.2",
        "N001.2",
        Unused.EARLIER_VERSION,
    )
    assert (market.killed, market.injured) == (HowMany(11, 11, 14), HowMany.exactly(30))
    assert (market.children, market.women, market.denied) == (HowMany.exactly(3), None, False)


def test_facilities_and_denials_are_known(case: str) -> None:
    take(
        [claim("N009.1", target="hospital", facility="al-Noor Hospital", party="denies", killed=1)]
    )
    incident = by_code(known(case))["N009"]
    assert incident.facilities == ("al-Noor Hospital",)
    assert incident.denied


def test_a_claim_for_several_places_is_left_out_of_one(case: str) -> None:
    take([claim("N010.1", killed=4), claim("N010.2", place="Saraqib and Hass", killed=9)])
    tolls = {t.claim: t.unused for t in by_code(known(case))["N010"].tolls}
    assert tolls == {"N010.1": None, "N010.2": Unused.COVERS_MORE}


VILLAGE = """ADM1_PCODE,ADM1_EN,ADM1_AR,ADM4_PCODE,ADM4_EN,ADM4_AR,LATITUDE_Y,LONGITUDE_X
SY07,Idleb,إدلب,C9001,Wadi Mukhtalaq,وادي مختلق,35.9,36.6
"""


def test_imported_places_bring_their_names(case: str, tmp_path: Path) -> None:
    assert known(case).places == {}
    file = tmp_path / "villages.csv"
    file.write_text(VILLAGE, encoding="utf-8")
    import_places(file, by=LAYLA, because="ours")
    take([claim("N011.1", place="Wadi Mukhtalaq", killed=4)])
    now = known(CASE)
    assert now.places["C9001"][0] == "Wadi Mukhtalaq"
    report = check("On 4 March 2031 9 people were killed in Wadi Mukhtalaq.", now)
    assert "N011" in report.of("N01")[0].explanation.en


def test_the_example_is_known_as_its_pages_show_it(idlib: Known) -> None:
    for incident in idlib.incidents:
        shown = incidents.incident(IDLIB, incident.code).incident
        unused = {(r.harm, r.group, c): r.unused.get(c) for r in shown.ranges
                  for c in (*r.used.values(), *r.unused)}  # fmt: skip
        for toll in incident.tolls:
            assert toll.unused == unused[toll.harm, toll.group, toll.claim], toll
        for settled in shown.ranges:
            held = incident.range_of(settled.harm, settled.group)
            assert _ends(held) == _ends(settled.how_many), incident.code


def _ends(number: HowMany | None) -> tuple[int | None, ...] | None:
    return (number.low, number.best, number.high) if number else None


_WHO = {UNSTATED: "people", CHILDREN: "children", WOMEN: "women"}


def phrased(incident: KnownIncident, who: str, verb: str, number: int) -> tuple[str, ...]:
    """The same number in three ways, with the place as the gazetteer writes it.

    A bare "Idlib" is the governorate.
    """
    assert incident.when.first is not None
    day, place = day_said(incident.when.first).en, incident.title.en.partition(":")[0]
    place = f"{place} city" if place in ("Idlib", "Aleppo") else place
    return (
        f"On {day} {number} {who} were {verb} in {place}.",
        f"On {day} an air strike hit {place}. It {verb} {number} {who}.",
        f"{place}, {day}: {number} {who} {verb}.",
    )


def single(case: Known) -> Iterator[KnownIncident]:
    """The incidents at one settlement: a number of several is of none of them."""
    for incident in case.incidents:
        (code, *more) = incident.place_codes or ("",)
        if code and not more and not code.startswith("SY") and incident.when.is_known:
            yield incident


def test_no_figure_of_any_claim_of_the_example_is_an_error(idlib: Known) -> None:
    compared: Counter[int] = Counter()
    for incident in single(idlib):
        for toll in incident.tolls:
            number = toll.how_many.headline
            for text in phrased(incident, _WHO[toll.group], toll.harm, number):
                report = check(text, idlib)
                wrong = [f for f in report.errors if f.check in ("N01", "N02", "N03", "N04")]
                assert not wrong, (text, toll, wrong[0].explanation.en)
                compared[report.looked_at.compared] += bool(number)
    assert compared[1] > 800
    assert compared[0] == 0


WITH_ANOTHER = {"I019"}
"""An attack on a town on the day of another, of which nobody gives a number."""


def wrong_numbers(incident: KnownIncident, toll: KnownToll) -> tuple[int, ...]:
    """Two numbers beyond everything that is said of the same harm and group."""
    same = [t.how_many for t in incident.tolls if (t.harm, t.group) == (toll.harm, toll.group)]
    most = max(n for number in same for n in (number.low, number.high) if n is not None)
    return most + 1, 2 * most + 7


def test_figures_that_no_claim_of_the_example_gives_are_found(idlib: Known) -> None:
    found = 0
    for incident in single(idlib):
        for toll in incident.tolls:
            for number in wrong_numbers(incident, toll):
                for text in phrased(incident, _WHO[toll.group], toll.harm, number):
                    weights = [finding.severity for finding in check(text, idlib).of("N01")]
                    silent = incident.code in WITH_ANOTHER
                    assert weights == ([] if silent else [Severity.ERROR]), text
                    found += len(weights)
    assert found > 1500


def test_the_rule_of_the_highest_claim_on_the_real_market(idlib: Known) -> None:
    text = "On 22 July 2019 a strike on the market of Ma’arrat al-Numan killed 54 people."
    (finding,) = check(text, idlib).of("N02")
    assert finding.severity is Severity.WARNING
    assert "only Syria Civil Defence (White Helmets) gives 54" in finding.explanation.en
    assert "We hold 20 to 54, most likely 31 (I055)." in finding.explanation.en
    (lost,) = check("20 people were killed in Hass on 16 August 2019.", idlib).of("N02")
    assert "I070" in lost.explanation.en
    (bombing,) = check("The bombing of al-Rahma hospital killed five people.", idlib).of("N01")
    assert "I074" in bombing.explanation.en
