"""A number of one attack against the claims on its incident, in a valley that never was.

What is right stays silent, whoever of the sources said it; what nobody says is found.
"""

from __future__ import annotations

import pytest

from tawthiq.claims.group import CHILDREN
from tawthiq.claims.toll import Harm
from tawthiq.statements.checks.finding import Finding, Severity

from ..valley import VALLEY, figures, report

ON = "On 4 March 2031"


def one(text: str) -> Finding:
    (finding,) = figures(text)
    return finding


RIGHT = (
    f"{ON} a strike on the market of Wadi Zahra killed 15 people.",
    f"{ON} 14 civilians were killed in Wadi Zahra.",
    f"{ON} a strike hit Wadi Zahra. It killed 15 people, among them five children.",
    f"{ON} between 12 and 30 people were killed in Wadi Zahra.",
    f"{ON} at least 12 people were killed in Wadi Zahra.",
    f"{ON} about 15 people were killed in Wadi az-Zahra.",
    f"{ON} up to 30 people were killed in Wadi Zahra.",
    f"{ON} 44 people were injured in Wadi Zahra.",
    f"{ON} six of the 15 people killed in Wadi Zahra were children.",
    f"{ON} 30 people were killed in Wadi Zahra, according to the Valley Post.",
    f"{ON} 30 people were killed in Wadi Zahra, one source says; most give fewer.",
    f"{ON} 9 people were killed in Wadi Zahra, Northern Watch said at first.",
    "Northern Watch counted 15 dead and the Valley Post 30 in Wadi Zahra on 4 March 2031.",
    "The bombing of al-Noor hospital killed four people.",
    "On 2 April 2031 al-Noor Surgical Hospital was hit and four people were killed.",
    "On the night of 1 to 2 April 2031 four people were killed in Tell Marwan.",
    "On 10 April 2031 a school in Tell Marwan was hit, and three people were killed.",
    "On 10 April 2031 seven people were killed in their homes in Tell Marwan.",
    "On 10 April 2031 three people were killed in Tell Marwan.",
    "On 10 April 2031 ten people were killed in Tell Marwan.",
    "On 5 May 2031 11 people were killed in Wadi Zahra and Ain Sitt.",
    "On 9 May 2031 at least 20 people were killed in Ain Sitt.",
    "On 4 March 15 people were killed in Wadi Zahra.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_a_source_says_of_an_incident_is_left_alone(text: str) -> None:
    assert figures(text) == []
    looked = report(text).looked_at
    assert looked.compared >= 1, "it was not even looked at"


OTHERS = (
    "On 4 March 2030 99 people were killed in Wadi Zahra.",
    "On 5 March 2031 99 people were killed in Wadi Zahra.",
    f"{ON} 99 people were killed in Ain Sitt.",
    f"{ON} a strike on a mosque in Wadi Zahra killed 99 people.",
    "On 5 May 2031 99 people were killed in Wadi Zahra.",
    f"{ON} 99 people were killed in Wadi Zahra and Ain Sitt.",
    "On 3 April 2031 al-Noor hospital was hit, and 99 people were killed.",
    f"{ON} 99 medics were killed in Wadi Zahra.".replace("99", "2"),
)


@pytest.mark.parametrize("text", OTHERS)
def test_an_incident_that_the_case_does_not_hold_is_counted_and_not_passed(text: str) -> None:
    assert figures(text) == []
    looked = report(text).looked_at
    assert (looked.compared, looked.not_compared) == (0, 1)


PERIODS = (
    "Between 1 March and 1 June 2031 strikes on Wadi Zahra killed 400 people.",
    f"{ON} a strike hit Wadi Zahra. Since March 400 people have been killed in the valley.",
    f"{ON} a strike on Wadi Zahra brought to 400 the number of people killed.",
    f"{ON} strikes killed 50 people, 15 of them in Wadi Zahra.",
    f"{ON} strikes killed or injured 60 people in Wadi Zahra.",
    f"{ON} a strike hit the market of Wadi Zahra. Northern Watch documented 400 deaths.",
)


@pytest.mark.parametrize("text", PERIODS)
def test_a_total_of_more_than_one_attack_is_not_taken_for_one(text: str) -> None:
    assert figures(text) == []


WRONG = (
    (f"{ON} a strike on the market of Wadi Zahra killed 99 people.", "12 to 30"),
    (f"{ON} 11 people were killed in Wadi Zahra.", "12 to 30"),
    (f"{ON} at least 40 people were killed in Wadi Zahra.", "12 to 30"),
    (f"{ON} a strike hit Wadi Zahra. It killed 50 people.", "12 to 30"),
    (f"{ON} 20 people were injured in Wadi Zahra.", "44"),
    (f"{ON} 15 people were killed in Wadi Zahra, ten of them children.", "5 to 6"),
    ("The bombing of al-Noor hospital killed nine people.", "4"),
    ("On 10 April 2031 a school in Tell Marwan was hit, and eight people were killed.", "3"),
    ("On 5 May 2031 40 people were killed in Wadi Zahra and Ain Sitt.", "11"),
    ("On 4 March 99 people were killed in Wadi Zahra.", "12 to 30"),
    ("On 9 May 2031 four people were killed in Ain Sitt.", "at least 20"),
)


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_what_nobody_says_of_an_incident_is_an_error(text: str, said: str) -> None:
    finding = one(text)
    assert (finding.check, finding.severity) == ("N01", Severity.ERROR)
    assert said in finding.explanation.en and finding.sources
    assert finding.explanation.ar and finding.suggestion.ar


def test_the_finding_says_who_gives_what_and_what_we_hold() -> None:
    finding = one(f"{ON} 99 people were killed in Wadi Zahra.")
    said = finding.explanation
    assert (
        "incident V001 (Wadi Zahra; 4 March 2031), 4 independent sources give 12 to 30" in said.en
    )
    assert "Valley Post 30, Northern Watch 15, Clinic Network 14, Radio Ayn 12" in said.en
    assert "We hold 12 to 30, most likely 15 (V001)." in said.en
    assert "الواقعة V001" in said.ar and "وفق 4 مصادر مستقلة" in said.ar
    assert finding.suggestion.en == (
        "killed between 12 and 30 people, according to 4 independent sources"
    )
    assert finding.suggestion.ar == "القتلى: ما بين 12 و30، وفق 4 مصادر مستقلة"
    assert finding.sources[0] == "https://northern-watch.example/15"


def test_the_number_of_one_source_is_proposed_with_its_name() -> None:
    finding = one("The bombing of al-Noor hospital killed nine people.")
    assert finding.suggestion.en == "killed 4 people, according to Clinic Network"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{ON} 44 people were killed in Wadi Zahra.", "44 is the number of people injured"),
        (f"{ON} six people were killed in Wadi Zahra.", "6 is the number of children killed"),
        (f"{ON} 15 children were killed in Wadi Zahra.", "15 is the number of people killed"),
        (f"{ON} 15 people were injured in Wadi Zahra.", "15 is the number of people killed"),
    ],
)
def test_the_number_of_another_harm_or_group_is_named(text: str, said: str) -> None:
    finding = one(text)
    assert finding.severity is Severity.ERROR
    assert said in finding.explanation.en


def test_more_of_a_group_than_of_everybody_is_an_error() -> None:
    finding = one("On 10 April 2031 a school in Tell Marwan was hit, killing 12 children.")
    assert "For people killed in incident V003" in finding.explanation.en


def test_a_number_among_those_said_that_nobody_says_is_a_warning() -> None:
    finding = one(f"{ON} 22 people were killed in Wadi Zahra.")
    assert (finding.check, finding.severity) == ("N01", Severity.WARNING)
    assert "No source that the case holds gives 22" in finding.explanation.en
    assert one("On 9 May 2031 25 people were killed in Ain Sitt.").severity is Severity.WARNING


@pytest.mark.parametrize(("number", "title"), [(30, "highest"), (12, "lowest")])
def test_one_end_of_disagreeing_numbers_is_one_sources(number: int, title: str) -> None:
    finding = one(f"{ON} {number} people were killed in Wadi Zahra.")
    assert (finding.check, finding.severity) == ("N02", Severity.WARNING)
    assert title in finding.title.en
    assert "We hold 12 to 30, most likely 15 (V001)." in finding.explanation.en
    assert f"; or: {number}, according to" in finding.suggestion.en


def test_a_number_that_the_range_leaves_out_is_said_to_be_left_out() -> None:
    finding = one(f"{ON} 9 people were killed in Wadi Zahra.")
    assert (finding.check, finding.severity) == ("N01", Severity.WARNING)
    assert "the same source gave another number later" in finding.explanation.en
    assert (
        "a compilation counts the other sources again"
        in one(f"{ON} 33 people were killed in Wadi Zahra.").explanation.en
    )


def test_the_cited_source_is_held_to_its_own_number() -> None:
    finding = one(f"{ON} 30 people were killed in Wadi Zahra, according to Northern Watch.")
    assert (finding.check, finding.severity) == ("N01", Severity.ERROR)
    assert "Northern Watch 15 (not used: 9)" in finding.explanation.en
    assert "30 is the number of Valley Post" in finding.explanation.en
    assert finding.suggestion.en.startswith("Northern Watch 15; or: killed between 12 and 30")
    assert finding.sources[0].startswith("https://northern-watch.example/")


def test_a_source_that_the_case_has_not_heard_may_say_what_it_likes() -> None:
    assert figures(f"{ON} 22 people were killed in Wadi Zahra, the Hill Gazette reported.") == []
    finding = one(f"{ON} 99 people were killed in Wadi Zahra, the Hill Gazette reported.")
    assert finding.severity is Severity.NOTE
    assert "no claim" in finding.explanation.en
    assert one(f"We documented that {ON} 99 people were killed in Wadi Zahra.").severity is (
        Severity.NOTE
    )


def test_between_two_incidents_of_one_place_and_day_nothing_is_decided() -> None:
    finding = one("On 10 April 2031 50 people were killed in Tell Marwan.")
    assert (finding.check, finding.severity) == ("N01", Severity.NOTE)
    assert "V003" in finding.explanation.en and "V004" in finding.explanation.en


def test_a_number_of_another_place_in_the_sentence_is_no_error() -> None:
    assert figures(f"In Tell Marwan, near Wadi Zahra, 15 people were killed {ON.lower()}.") == []
    text = "On 4 March and 1 April 2031 strikes killed 15 people in Wadi Zahra and four in Tell"
    assert figures(f"{text} Marwan.") == []


def test_a_number_with_a_finding_of_its_incident_is_not_blamed_for_its_source_too() -> None:
    checks = [f.check for f in report(f"{ON} 99 people were killed in Wadi Zahra.").findings]
    assert "N06" not in checks
    right = report(f"{ON} 15 people were killed in Wadi Zahra.").of("N06")
    assert [f.suggestion.en for f in right] == ["Northern Watch: 15 (V001)"]
    assert right[0].sources == ("https://northern-watch.example/15",)


def test_the_ranges_of_an_incident_are_asked_by_harm_and_group() -> None:
    market = VALLEY.incidents[0]
    assert market.range_of(Harm.KILLED, CHILDREN) is None
    assert market.range_of(Harm.INJURED, CHILDREN) is None
