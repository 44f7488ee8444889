"""N05 to N10 and W01 to W08: what fires, and what is so close that it must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tawthiq.statements.checking import check
from tawthiq.statements.checks.finding import Severity
from tawthiq.statements.checks.registry import CHECKS

from ..house import INCIDENTS, found, known

FIRES = (
    ("N05", "SNHR counted 33 massacres between 26 April and 27 July 2019."),
    ("N05", "Nobody forgets the massacres in Idlib."),
    ("N06", "More than 1,200 people fled and 40 houses were destroyed."),
    ("N06", "A disaster threatens 3 million civilians in Idlib city and its countryside."),
    ("N07", "The Syrian Human Rights Observatory said 17 civilians were killed."),
    ("N07", "According to the Syrian Organization for Truth and Justice two hospitals were hit."),
    ("N07", "The Network of the Syrian for Human Rights said 17 civilians were killed."),
    ("N07", "We urge the special envoy, Mr Pedersson, to act."),
    ("N07", "SNHR counted 17 civilians killed."),
    ("N08", "Since last April the town has been shelled."),
    ("N08", "On 26 April the campaign began."),
    ("N08", "Many died."),
    ("N09", "Ambulances and rescue workers are deliberately attacked in the whole region."),
    ("N09", "Also humanitarian workers in these areas are directly targeted."),
    ("N10", "It is proven beyond doubt that Russian forces bombed the four hospitals."),
    ("N10", "Russian and Syrian missiles fell on markets."),
    ("N10", "The Syrian-Russian alliance has committed all these attacks."),
    ("N10", "On 22 July 2019 Syrian government forces bombed the market of Maarat al-Numan."),
    ("W01", "The war criminals in Moscow must pay."),
    ("W01", "The envoy should condemn the perpetrators."),
    ("W01", "Both are involved in the blood of the people."),
    ("W02", "A barrage of hatred fell on the town."),
    ("W02", "The regime of barrels must answer."),
    ("W02", "The barbaric rebels shelled the town."),
    ("W03", "Syrian government forces bombed the towns from 26 April to 27 July 2019."),
    ("W04", "We call on the guarantors to withdraw from Astana."),
    ("W04", "We demand:\n\n- Declaring the path of Astana’s failure."),
    ("W08", "Article 18th protects hospitals in areas of escalation reducing."),
    ("W08", "Aircraft dropped exploded barrels."),
    ("W08", "Missiles of two armies and a barrage against civilians, women and popular markets."),
    ("W05", "Among the dead was Ahmad al-Mithal, 7 years old."),
    ("W05", "The child Salma Mithal was wounded."),
    ("W05", "Two were killed: Omar Mithal (14) and his uncle."),
    ("W05", "The shelter lies at 35.81234, 36.31234."),
    ("W05", "Call the family at +963 944 000 000."),
    ("W06", "They demand the return of refugees to prisons and torture."),
    ("W06", "Refugees are deported to Syria, where arrest awaits displaced people."),
    ("W07", "The attack killed 12 civilians, among them 4 children."),
    ("W07", "Three girls and a child were injured."),
)
SILENT = (
    ("N05", "SNHR counted 33 massacres, attacks in which at least five civilians died at once."),
    ("N05", "33 attacks met its definition: a massacre means five or more people killed."),
    ("N05", "A witness spoke of “massacres”."),
    ("N06", "SNHR documented 781 civilian deaths. Of these, 208 were children."),
    ("N06", "We documented 14 attacks on health centres."),
    ("N06", "Two parties signed the memorandum under Article 5 and resolution 2254."),
    ("N06", "He said: “They killed 12 people.”"),
    ("N07", "The Syrian Network for Human Rights published its report on 31 July 2019: 781 dead."),
    (
        "N07",
        "STJ (“Idlib: constant bombardment”, https://stj-sy.org/en/idlib) counts two hospitals.",
    ),
    ("N07", "Mr Petersen, a doctor, treated 12 people."),
    ("N08", "2 August 2019\n\nBetween 26 April and 27 July 2019 many died."),
    ("N08", "Published: 2 August 2019\n\nHe said: “Last week they bombed us every day.”"),
    ("N09", "The hospital was deliberately targeted, according to the New York Times."),
    ("N09", "International humanitarian law prohibits that civilians are directly targeted."),
    ("N09", "Schools were directly targeted on 22 July 2019 in Maarat al-Numan."),
    ("N09", "If hospitals were deliberately targeted, that would be a crime."),
    ("N10", "SNHR attributes 625 of the deaths to Syrian forces and 156 to Russian forces."),
    ("N10", "Russia denied that it bombed the hospital."),
    ("N10", "Syrian and Russian aircraft are alleged to have struck the market."),
    ("N10", "If Russian and Syrian airstrikes hit the clinic, the parties must say so."),
    ("N10", "On 12 May 2019 armed opposition groups fired rockets at al-Suqaylabiyah."),
    ("W01", "Those alleged to be responsible should be tried by an independent court."),
    ("W01", "The International Criminal Court applies criminal law to criminal conduct."),
    ("W01", "If confirmed, its alleged perpetrators must be investigated."),
    ("W01", "A survivor said: “The criminals bombed our street twice.”"),
    ("W01", "The ministry denied that its pilots are war criminals."),
    ("W01", "The murderers convicted by the court of Koblenz in 2022 have appealed."),
    ("W02", "Syrian government forces dropped barrel bombs on the town."),
    ("W02", "A father spoke of “a barrage of hatred”."),
    (
        "W03",
        "This statement concerns attacks attributed to Syrian forces. Syrian forces shelled it.",
    ),
    ("W03", "All parties must comply. Syrian government forces bombed the market."),
    ("W03", "Syrian government forces bombed the towns, and Turkish forces shelled a village."),
    ("W03", "Many civilians died in the summer of 2019."),
    ("W04", "Turkey, Russia and Iran have met in Astana since 2017."),
    ("W04", "We ask the Council to refer the situation under Article 13(b)."),
    ("W04", "The opposition demanded a no-fly zone."),
    (
        "W08",
        "Article 18 protects hospitals in the de-escalation area, and barrel bombs fell on it.",
    ),
    ("W05", "Suleiman Mithal, 47 years old, directs the hospital."),
    ("W05", "A girl, 7 years old, was among the dead."),
    ("W05", "Ahmad al-Mithal (name changed), 7 years old, survived."),
    ("W05", "Version 35.8 of the list has 36.3 per cent more."),
    ("W06", "The return of refugees must be voluntary, safe and dignified; non-refoulement binds."),
    ("W06", "Refugees returned to their village in May."),
    ("W07", "4 children were killed; this is relevant to the six grave violations."),
    ("W07", "Children play in the camp."),
    ("W08", "Two days later the army shells and bombs both towns of the plain again."),
)


@pytest.mark.parametrize(("check_id", "text"), FIRES)
def test_it_finds(check_id: str, text: str) -> None:
    assert check_id in found(text)


@pytest.mark.parametrize(("check_id", "text"), SILENT)
def test_it_leaves_alone(check_id: str, text: str) -> None:
    assert check_id not in found(text)


def test_every_check_is_tried_both_ways() -> None:
    tried = {each.id for each in CHECKS if each.id[0] in "NW"} - {"N01", "N02", "N03", "N04"}
    assert {check_id for check_id, _ in FIRES} == tried
    assert {check_id for check_id, _ in SILENT} == tried


def test_every_check_says_what_it_is_in_both_languages() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    for each in CHECKS:
        assert len(each.explained.split()) > 20
        assert each.title.en and each.title.ar


def test_a_relative_time_weighs_less_in_a_dated_text() -> None:
    text = "Since last April the town has been shelled."
    undated = check(text, known()).of("N08")
    assert {finding.severity for finding in undated} == {Severity.ERROR}
    (dated,) = check(text, known(), said_on=date(2019, 8, 2)).of("N08")
    assert dated.severity is Severity.NOTE
    assert "April 2019" in dated.suggestion.en


def test_one_fault_is_told_once() -> None:
    text = (
        "Russian and Syrian missiles fell. Russian and Syrian bombs fell. We say Russian regime and"
        " Russian regime again. Article 18th and Article 19th do not apply."
    )
    ids = found(text)
    assert [ids.count(each) for each in ("N10", "W02", "W08")] == [1, 1, 1]


def test_other_sides_are_named_with_their_number_and_addresses() -> None:
    text = "Syrian government forces bombed the towns from 26 April to 27 July 2019."
    (note,) = check(text, known()).of("W03")
    assert note.severity is Severity.NOTE
    assert "1 incident" in note.explanation.en
    assert note.sources == ("https://example.org/suqaylabiyah",)


def test_the_same_rule_holds_for_the_other_side() -> None:
    text = "Armed opposition groups shelled the towns from 26 April to 27 July 2019."
    (note,) = check(text, known()).of("W03")
    assert note.sources == ("https://example.org/maarrat",)


def test_an_attribution_that_a_party_denies_is_noted() -> None:
    agreed = replace(INCIDENTS[0], denied=True)
    text = "On 12 May 2019 armed opposition groups fired rockets at al-Suqaylabiyah."
    assert check(text, known()).of("N10") == ()
    (finding,) = check(text, known([agreed])).of("N10")
    assert finding.severity is Severity.NOTE
    assert "a party denies it" in finding.explanation.en
    disputed = replace(INCIDENTS[1], denied=True)
    text = "On 22 July 2019 Russian aircraft bombed the market of Maarat al-Numan."
    (finding,) = check(text, known([disputed])).of("N10")
    assert finding.severity is Severity.ERROR and "A party denies it." in finding.explanation.en
