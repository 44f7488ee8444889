"""An incident file is read strictly: what cannot be is named with file, line and mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.law.world import PACK

from tawthiq.errors import InputError, UnreadableError
from tawthiq.law.classification import Conflict
from tawthiq.law.desk import qualify, read_incident
from tawthiq.law.incident import PartyType
from tawthiq.law.kleene import Value
from tawthiq.law.level import Level

TEXT = """\
incident:
  id: hospital-x
  date: 2019-05-05
  territory: Syrian Arab Republic
  place: Idlib
  alleged_party: Russian forces
classifications:
  - {class: NIAC, pair: [Syria, armed groups], area: Syria, by: A. Lawyer, sources: [a note]}
  - {class: NIAC, pair: [Russian Federation, armed groups], area: Syria, sources: [a note]}
evidence:
  - {id: E1, kind: video, reliability: B, credibility: 2, group: G1}
  - {id: E2, kind: witness}
  - {id: E3, kind: witness}
facts:
  - {key: object_status, value: hospital, evidence: [E1, E2], against: []}
  - {key: munition_type, value: [bomb], evidence: [E1, E2], against: []}
  - {key: repeat_strike, value: true, evidence: [E1, E2], against: [], by: an analyst}
  - {key: no_military_objective_observed, value: true, evidence: [E2, E3], against: []}
agreements:
  - {id: z, kind: ceasefire, name: {en: a ceasefire, ar: وقف إطلاق نار}, parties: [Russia],
     areas: [Idlib], from: 2018-09-17, source: a text}
"""


def read(tmp_path: Path, text: str = TEXT) -> object:
    path = tmp_path / "incident.yaml"
    path.write_text(text, encoding="utf-8")
    return read_incident(path)


def test_a_file_is_read_into_an_incident_with_its_classifications(tmp_path: Path) -> None:
    path = tmp_path / "incident.yaml"
    path.write_text(TEXT, encoding="utf-8")
    held = read_incident(path)
    incident = held.incident
    assert (incident.party, incident.party_type, incident.territory) == (
        "Russia",
        PartyType.STATE,
        "Syria",
    )
    assert incident.first == incident.last == date(2019, 5, 5)
    assert [one.pair[0] for one in held.classifications] == ["Syria", "Russia"]
    assert held.classifications[0].line == "incident.yaml:8"
    assert held.agreements[0].areas == ("Idlib",)
    found = qualify(incident, held.classifications, asked_on=date(2026, 11, 25))
    [one] = found.readings
    assert one.reading.conflict is Conflict.NIAC
    meant = one.reading.crime("RS-8-2-e-iv").element(3)
    # No objective is seen by two witnesses only, so the inference goes no further than they do.
    assert (meant.value, meant.level) == (Value.SUPPORTED, Level.REASONABLE_BASIS)


def test_a_fact_with_contrary_evidence_of_equal_weight_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "incident.yaml"
    text = TEXT.replace(
        "value: true, evidence: [E1, E2], against: [], by: an analyst",
        "value: true, evidence: [E1, E2], against: [E1, E3]",
    )
    path.write_text(text, encoding="utf-8")
    held = read_incident(path)
    found = qualify(held.incident, held.classifications, asked_on=date(2026, 11, 25))
    element = found.readings[0].reading.crime("RS-8-2-e-iv").element(3)
    assert element.value is Value.UNKNOWN


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("key: repeat_strike", "key: repeat_strikes", r"incident\.yaml:17: 'repeat_strikes'.*mean"),
        ("value: hospital", "value: castle", r"incident\.yaml:15: 'castle' is not known here"),
        ("repeat_strike, value: true", "repeat_strike, value: maybe", r"17: true or false"),
        ("date: 2019-05-05", "date: 2019-05-32", r"incident\.yaml:3: '2019-05-32' is no day"),
        (
            "date: 2019-05-05",
            "date: {from: 2019-05-05, to: 2018-01-01}",
            r":3: 2018-01-01 lies bef",
        ),
        (
            "Syrian Arab Republic",
            "Atlantis",
            r"incident\.yaml:4: no treaty row is recorded for 'Atl",
        ),
        (
            "alleged_party: Russian forces",
            "alleged_party: Narnia\n  party_type: state",
            r"incident\.yaml:6: no treaty row is recorded for 'Narnia'",
        ),
        ("[E2, E3], against", "[E2, E9], against", r"incident\.yaml:18: 'E9' is not among the evi"),
        ("against: []}\nagreements", "}\nagreements", r"incident\.yaml:18: 'against' is missing"),
        (
            "{id: E2, kind: witness}",
            "{id: E1, kind: witness}",
            r"incident\.yaml:12: E1 stands twice",
        ),
        (
            "kind: video",
            "kind: vidoe",
            r"incident\.yaml:11: 'vidoe' is not known here; did you mean",
        ),
        ("reliability: B", "reliability: Z", r"incident\.yaml:11: a source is graded A to F"),
        (
            "class: NIAC, pair: [Russian",
            "class: WAR, pair: [Russian",
            r"incident\.yaml:9: 'WAR' is",
        ),
        ("kind: ceasefire", "kind: truce", r"incident\.yaml:20: 'truce' is not known"),
        ("facts:", "facts:\n  - key: [", r"incident\.yaml:1\d: "),
        ("incident:", "incident:\n  id: y", r"incident\.yaml:3: the key 'id' stands twice"),
    ],
)
def test_what_cannot_be_is_named_with_file_line_and_mend(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = TEXT.replace(old, new, 1)
    with pytest.raises(InputError, match=said) as refused:
        read(tmp_path, text)
    assert refused.value.ar != refused.value.en


def test_two_classes_for_one_pair_are_taken_and_named_with_file_line_and_mend(
    tmp_path: Path,
) -> None:
    path = tmp_path / "incident.yaml"
    text = TEXT.replace("pair: [Russian Federation", "pair: [Syria")
    path.write_text(text.replace("class: NIAC, pair", "class: IAC, pair", 1), encoding="utf-8")
    held = read_incident(path)
    [said] = held.remarks
    assert "incident.yaml:9: Syria / armed groups: one classification says IAC" in said.en
    assert "(incident.yaml:8)" in said.en and "take one of them back" in said.en


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"none\.yaml"):
        read_incident(tmp_path / "none.yaml")


def test_an_unknown_day_is_allowed_and_leaves_dated_law_open(tmp_path: Path) -> None:
    path = tmp_path / "incident.yaml"
    path.write_text(TEXT.replace("date: 2019-05-05", "date: null"), encoding="utf-8")
    held = read_incident(path)
    found = qualify(held.incident, held.classifications, asked_on=date(2026, 11, 25))
    assert found.readings[0].reading.norms["SC-2139"].answer == "depends"


def test_every_kind_of_evidence_can_be_written() -> None:
    assert len(PACK.evidence_kinds) > 40
