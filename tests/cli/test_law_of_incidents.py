"""``tawthiq law`` on incidents: of the example, of a file, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tawthiq.cli import main

from .conftest import Ran, Run

CASE = ("--case", "idlib-2019")
AS_JSON = ("--format", "json")
FILE = """\
incident:
  id: market-x
  date: 2019-07-22
  territory: Syria
  alleged_party: Russia
classifications:
  - {class: NIAC, pair: [Russia, a group], area: Syria, by: A. Lawyer, sources: [a note]}
evidence:
  - {id: E1, kind: video}
  - {id: E2, kind: witness}
facts:
  - {key: object_status, value: market, evidence: [E1, E2], against: []}
  - {key: munition_type, value: [bomb], evidence: [E1, E2], against: []}
"""


@pytest.fixture
def run_here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """Run on files alone, in this process: where there is no home, no database is asked."""
    monkeypatch.setenv("TAWTHIQ_HOME", str(tmp_path / "no-home"))
    monkeypatch.setenv("TAWTHIQ_LANG", "en")

    def run(*words: str) -> Ran:
        monkeypatch.setattr("sys.argv", ["tawthiq", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run


def of(run: Run, *words: str) -> dict[str, Any]:
    ran = run("law", *words, *AS_JSON)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)  # type: ignore[no-any-return]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "incident.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_an_incident_of_a_case_is_qualified_with_every_part(run: Run) -> None:
    made = of(run, "qualify", "I055", *CASE)
    assert made["format"] == "tawthiq-qualification-1"
    assert made["looked_at"] and len(made["pack"]["hash"]) == 64
    [reading] = made["readings"]
    assert reading["classification"]["pair"][0] == "Russia"
    answers = {line["norm"]: line["answer"] for line in reading["norms"]}
    assert answers["CIHL-001"] == "applicable" and answers["RS-8-2-b-ii"] == "not_applicable"
    assert reading["gaps"] and reading["forums"] and reading["defeaters"]
    [attack] = [one for one in made["facts"] if one["key"] == "attack_occurred"]
    assert attack["against"] == ["I055.18"] and attack["state"] == "held"
    assert {one["state"] for one in made["facts"]} == {"held", "suggested"}
    assert {one["agreement"] for one in made["agreements"]} == {"astana-2017", "sochi-2018"}


def test_the_same_is_said_in_arabic(run: Run) -> None:
    ran = run("law", "qualify", "I070", *CASE, "--lang", "ar")
    assert ran.code == 0 and "مخيم نازحين" in ran.out and "Reasonable" not in ran.out


def test_a_line_is_explained_down_to_its_evidence(run: Run) -> None:
    tree = of(run, "explain", "I009", "RS-8-2-e-iv/2", *CASE)
    assert "I009.4" in json.dumps(tree) and tree["parts"]
    assert run("law", "explain", "I009", "RS-8-2-e-iv/99", *CASE).code == 2


def test_a_norm_that_does_not_appear_says_why(run: Run) -> None:
    answer = of(run, "why-not", "I055", "gc4-18", *CASE)
    assert answer["norm"] == "GC4-18" and answer["reasons"] and answer["would_touch"]


def test_one_supposition_says_what_would_differ(run_here: Run, file: Path) -> None:
    differs = of(run_here, "what-if", str(file), "--class", "IAC")
    assert {"norm": "GC-CA3", "before": "applicable", "after": "not_applicable"} in differs["norms"]
    differs = of(run_here, "what-if", str(file), "--without-evidence")
    assert {one["after"] for one in differs["elements"]} == {"unknown"}
    assert run_here("law", "what-if", str(file), "--class", "IAC", "--party", "Syria").code == 2
    assert run_here("law", "what-if", str(file), "--fact", "warning_gven=yes").code == 3


def test_a_pattern_names_its_party_and_what_is_missing(run: Run) -> None:
    found = of(run, "pattern", "hospitals-may-2019", *CASE)
    parties = {reading["party"]: reading for reading in found["readings"]}
    assert {"Russia", "Syria"} <= set(parties)
    policy = parties["Russia"]["context"][-1]
    assert policy["value"] == "unknown" and policy["missing"]
    assert parties["Syria"]["left_out"]


def test_an_incident_of_a_file_is_qualified_without_a_home(run_here: Run, file: Path) -> None:
    made = of(run_here, "qualify", str(file))
    levels = {
        (crime["crime"], element["number"]): element["level"]
        for crime in made["readings"][0]["crimes"]
        for element in crime["elements"]
    }
    assert levels["RS-8-2-e-i", 1] == "reasonable_grounds"


def test_the_same_question_gets_the_same_answer_on_another_day(run_here: Run, file: Path) -> None:
    words = ("qualify", str(file), "--forums-on", "2020-01-01")
    made = of(run_here, *words)
    assert made == of(run_here, *words) and made["asked_on"] == "2020-01-01"
    early = run_here("law", "qualify", str(file), "--known-at", "2001-01-01")
    assert early.code == 3 and "no law was on record on 2001-01-01" in early.err


def test_nothing_to_look_at_is_no_pass(run_here: Run, tmp_path: Path) -> None:
    path = tmp_path / "bare.yaml"
    path.write_text(FILE.split("evidence:")[0], encoding="utf-8")
    ran = run_here("law", "qualify", str(path))
    assert ran.code == 3
    assert "Nothing was looked at" in ran.out


def test_facts_of_a_file_are_laid_over_an_incident_and_not_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    text = "facts:\n  - {key: warning_given, value: false, evidence: [I055.1], against: []}\n"
    path.write_text(text, encoding="utf-8")
    keys = {one["key"] for one in of(run, "qualify", "I055", *CASE, "--facts", str(path))["facts"]}
    assert "warning_given" in keys
    assert "warning_given" not in {one["key"] for one in of(run, "qualify", "I055", *CASE)["facts"]}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("key: munition_type", "key: munition_tipe", "incident.yaml:13: 'munition_tipe' is not"),
        ("2019-07-22", "2019-02-30", "incident.yaml:3: '2019-02-30' is no day"),
        ("territory: Syria", "territory: Atlantis", "no treaty row is recorded for 'Atlantis'"),
        ("class: NIAC", "class: WAR", "incident.yaml:7: 'WAR' is not known"),
    ],
)
def test_what_a_file_cannot_say_is_named_with_file_line_and_mend(
    run_here: Run, file: Path, old: str, new: str, said: str
) -> None:
    file.write_text(FILE.replace(old, new, 1), encoding="utf-8")
    ran = run_here("law", "qualify", str(file))
    assert ran.code == 3 and said in ran.err and "Traceback" not in ran.err


def test_two_classes_for_one_pair_are_read_both_ways_and_named(run_here: Run, file: Path) -> None:
    line = FILE.splitlines()[6]
    file.write_text(FILE.replace(line, f"{line}\n{line.replace('NIAC', 'IAC')}"), encoding="utf-8")
    ran = run_here("law", "qualify", str(file), *AS_JSON)
    made = json.loads(ran.out)
    assert [one["class"] for one in made["readings"]] == ["NIAC", "IAC"]
    under = {line["norm"]: line["under_all"] for line in made["readings"][0]["norms"]}
    assert under["GC-CA3"] == "arguable"
    assert "incident.yaml:8" in ran.err and "take one of them back" in ran.err


def test_a_lawyer_signs_a_row_and_classifies_a_conflict(run_anew: Run) -> None:
    """Two who classify one pair otherwise are both taken, and the contradiction is named."""
    assert run_anew("case", "open", "c", "--title-en", "C", "--title-ar", "ج").code == 0
    row = ("law", "sign", "CIHL-009", "--source", "the study", "--because", "read it")
    ran = run_anew(*row, "--lawyer", "A. Lawyer, Bar of Nowhere")
    assert ran.code == 0, ran.err
    shown = run_anew("law", "show", "CIHL-009").out
    assert "A. Lawyer, Bar of Nowhere" in shown and "from memory" not in shown
    words = ("--case", "c", "--between", "Syria", "--between", "a group", "--source", "a note")
    for code, class_ in (("one", "NIAC"), ("two", "IAC")):
        ran = run_anew("law", "classify", code, *words, "--class", class_, "--because", "x")
        assert ran.code == 0, ran.err
    assert "one classification says NIAC" in ran.err


def test_a_class_or_a_field_that_is_none_is_a_wrong_call(run_here: Run) -> None:
    words = ("--case", "c", "--between", "Syria", "--between", "a group", "--source", "a note")
    assert run_here("law", "classify", "x", *words, "--class", "war").code == 2
    assert run_here("law", "sign", "CIHL-009", "--correct", "titel=x").code == 2


def test_an_incident_that_is_neither_a_file_nor_of_a_case_is_a_wrong_call(
    run: Run, run_here: Run
) -> None:
    ran = run_here("law", "qualify", "I055")
    assert ran.code == 2 and "--case" in ran.err
    assert run("law", "qualify", "I999", *CASE).code == 2
