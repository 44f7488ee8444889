"""Worked cases: every expectation is met by general rules, and what cannot be read is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.law.world import PACK

from tawthiq.errors import InputError, UnreadableError
from tawthiq.law.cases.case import CasesReport
from tawthiq.law.cases.case_words import read_evidence, read_signs, read_victims, variants_of
from tawthiq.law.cases.running import run_cases
from tawthiq.law.evidence import carries
from tawthiq.law.level import Level

OWN = Path(__file__).parent / "cases_own.yaml"
DAY = date(2026, 11, 25)


def run(tmp_path: Path, text: str) -> CasesReport:
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    return run_cases(path, asked_on=DAY)


def assert_all_met(report: CasesReport) -> None:
    missed = [
        f"{one.case} {one.wanted.name}: {one.wanted.value}, not {one.found}"
        for one in report.missed
    ]
    assert missed == []
    assert [problem.en for problem in report.problems] == []
    assert report.holds


def test_every_expectation_of_the_lawyers_cases_is_met(shared: Path) -> None:
    report = run_cases(shared / "law/cases_dev.yaml")
    assert_all_met(report)
    assert (report.met, len(report.cases)) == (244, 14)


def test_every_expectation_of_our_own_cases_is_met() -> None:
    assert_all_met(run_cases(OWN))


def test_no_module_knows_a_case_by_its_name(shared: Path) -> None:
    """The cases are met by rules: neither a module nor a rule file names one of them."""
    package = Path(run_cases.__code__.co_filename).parents[1]
    for path in [*package.rglob("*.py"), *package.rglob("*.yaml")]:
        text = path.read_text("utf-8")
        assert not any(f"T{n:02}" in text for n in range(1, 21)), path


SHORT = """
- id: X1
  facts:
    date: '2019-05-05'
    territory: Syria
    conflict: NIAC
    alleged_party: Syria
    party_type: state
    object_status: hospital
    evidence: 2 videos; crater analysis
  applicable: [CIHL-028]
  not_applicable: {GC4-18: IAC only}
  crimes: {RS-8-2-e-iv: {1: supported}}
"""


def test_a_missed_expectation_is_missed_and_says_what_was_found(tmp_path: Path) -> None:
    report = run(tmp_path, SHORT.replace("[CIHL-028]", "[CIHL-028, AP2-11]"))
    [missed] = report.missed
    assert (missed.wanted.name, missed.found) == ("AP2-11", "not_applicable")
    assert "not a party" in missed.why.en and "ليست طرفًا" in missed.why.ar
    assert not report.holds


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("object_status: hospital", "object_statsu: hospital", "cases.yaml:9: 'object_statsu' is"),
        ("object_status: hospital", "object_status: castle_of_sand", "cases.yaml:9: 'castle_of"),
        ("'2019-05-05'", "'2019-02-31'", "cases.yaml:4: '2019-02-31' is no day"),
        ("territory: Syria", "territory: Atlantis", "cases.yaml:5: no treaty row is recorded"),
        ("alleged_party: Syria", "alleged_party: Narnia", "cases.yaml:7: no treaty row"),
        ("conflict: NIAC", "conflict: cold war", "cases.yaml:6: 'cold war' is not known"),
        ("[CIHL-028]", "[CIHL-999]", "cases.yaml:11: 'CIHL-999' is not known here; did you mean"),
        ("1: supported", "1: certain", "cases.yaml:13: 'certain' is not known"),
        ("2 videos; crater analysis", "as X9", "cases.yaml:10: there is no case X9"),
        ("RS-8-2-e-iv:", "RS-8-2-e-iv(B):", "cases.yaml:13: the case has no variant B"),
    ],
)
def test_what_cannot_be_read_is_named_with_file_line_and_mend(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    report = run(tmp_path, SHORT.replace(old, new))
    assert any(problem.en.startswith(said) for problem in report.problems), report.problems
    assert all(problem.ar != problem.en for problem in report.problems)
    assert not report.holds


def test_the_rest_of_a_case_is_run_although_it_has_an_unknown_part(tmp_path: Path) -> None:
    report = run(tmp_path, SHORT + "  opinion: mine\n")
    [problem] = report.problems
    assert problem.en.startswith("cases.yaml:14: 'opinion' is not known here")
    assert (report.met, len(report.checked)) == (3, 3)


def test_the_rest_of_a_case_is_run_although_one_key_is_unknown(tmp_path: Path) -> None:
    report = run(tmp_path, SHORT.replace("party_type: state", "party_type: state\n    colour: red"))
    assert (report.met, len(report.checked), len(report.problems)) == (3, 3, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: X\n  facts: {date: [}", "cases.yaml:2:"),
        ("", "the file is empty"),
        ("[]", "has no case"),
        ("{a: 1}", "a list should stand here"),
        ("- id: X\n  id: Y\n  facts: {}", "cases.yaml:2: the key 'id' stands twice"),
        ("- {id: X, factz: {}}", "did you mean facts"),
    ],
)
def test_a_file_that_is_no_list_of_cases_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=r"cases\.yaml") as refused:
        run(tmp_path, text)
    assert said in refused.value.en


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"none\.yaml"):
        run_cases(tmp_path / "none.yaml")


def test_a_file_without_expectations_holds_nothing(tmp_path: Path) -> None:
    report = run(tmp_path, SHORT[: SHORT.index("  applicable")])
    assert not report.checked
    assert not report.holds


def test_evidence_is_taken_from_the_case_that_is_named(tmp_path: Path) -> None:
    second = SHORT.replace("X1", "X2").replace("2 videos; crater analysis", "as X1")
    assert_all_met(run(tmp_path, SHORT + second))


@pytest.mark.parametrize(
    ("note", "pieces", "level"),
    [
        ("3 independent witnesses; 2 geolocated videos; crater analysis", 6, 2),
        ("site photos; 1 witness; satellite before/after", 4, 2),
        ("witness x4", 4, 1),
        ("staff interviews", 2, 1),
        ("1 witness", 1, 0),
        ("10 reposts of one video", 10, 0),
        ("none", 0, None),
        ("", 0, None),
        ("two videos; party denies", 2, 2),
        ("access-denial log; nutrition survey", 2, 2),
    ],
)
def test_a_note_of_evidence_is_counted_by_origin(note: str, pieces: int, level: int | None) -> None:
    read = read_evidence(note)
    assert len(read.of("")) == pieces
    assert carries(read.of("")) == (None if level is None else Level(level))


def test_a_piece_may_belong_to_some_variants_only() -> None:
    read = read_evidence("video of mortar (A,B); leaflet with date (A); staff interviews (C)")
    assert [len(read.of(letter)) for letter in ("", "A", "B", "C")] == [4, 2, 1, 2]


def test_what_fits_no_kind_is_a_piece_of_its_own_and_handed_back() -> None:
    read = read_evidence("a dream; 1 witness")
    assert read.unread == ("a dream",)
    assert len(read.of("")) == 2


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        (
            "2 medical staff killed, 3 patients injured",
            {"victim_killed_count": 2, "victim_medical_count": 2, "victim_injured_count": 3},
        ),
        (
            "6 civilians killed incl. 2 children",
            {"victim_killed_count": 6, "victim_civilian_count": 6, "victim_child_count": 2},
        ),
        (
            "21 civilians killed incl. 6 children, 4 women",
            {"victim_killed_count": 21, "victim_child_count": 6, "victim_women_count": 4},
        ),
        ("11 injured, 0 killed", {"victim_killed_count": 0, "victim_injured_count": 11}),
        ("none (closed)", {"victim_killed_count": 0}),
        ("1,200 civilians killed", {"victim_killed_count": 1200}),
    ],
)
def test_a_note_of_people_harmed_is_counted(note: str, wanted: dict[str, int]) -> None:
    read = read_victims(note)
    assert {key: read[key] for key in wanted} == wanted


def test_nobody_killed_makes_nobody_a_victim() -> None:
    assert "victim_status" not in read_victims("0 civilians killed")


def test_a_variant_changes_what_its_note_says() -> None:
    notes = variants_of("A: mortar on roof, warning with 24 h, unheeded. B: same, no warning.")
    assert list(notes) == ["A", "B"]
    first = read_signs(notes["A"])
    assert first["warning_given"] is True and first["warning_unheeded"] is True
    assert first["act_outside_humanitarian_function"] is True
    assert read_signs(notes["B"])["warning_given"] is False


def test_a_twin_is_told_as_well() -> None:
    """T17 asks for the international twin: (b)(iv) applies, and two elements stay open."""
    text = """
- id: X1
  facts: {date: '2020-01-15', territory: Syria, conflict: NIAC, alleged_party: Syria,
    party_type: state, object_status: military_base, military_objective_present: true,
    victims: 34 civilians killed, evidence: video; victim list, twin: conflict=IAC}
  applicable: [CIHL-014]
  not_applicable: [RS-8-2-b-iv]
"""
    from tawthiq.errors import InputError as Refused
    from tawthiq.law.cases.case_file import cases_of
    from tawthiq.law.classification import Classification
    from tawthiq.law.pack.fields import parse
    from tawthiq.law.reading import read

    [case] = cases_of(parse(text, "twin.yaml", Refused), PACK)
    twin = case.told["twin"]
    reading = read(twin.incidents[0], Classification(twin.conflict), twin.conflict, PACK)
    line = reading.crime("RS-8-2-b-iv")
    assert line.answer == "applicable"
    assert [one.value.word for one in line.elements] == [
        "supported",
        "unknown",
        "unknown",
        "supported",
        "supported",
    ]


def test_what_the_court_can_do_stands_beside_what_the_case_expects(tmp_path: Path) -> None:
    report = run(tmp_path, SHORT)
    _, said = report.forums["X1"]
    assert said.en.startswith("[closed]")
    assert "Article 13(b)" in said.en
