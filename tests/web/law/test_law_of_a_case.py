"""Classifications, agreements and patterns of a case are recorded, read and taken back."""

from __future__ import annotations

from django.test import Client
from tests.house import CASE
from tests.web.markup import Page

from tawthiq.store.queries.law.agreements import agreements
from tawthiq.store.queries.law.classifications import classifications
from tawthiq.store.queries.law.patterns import pattern_of, patterns

ROOT = f"/en/cases/{CASE}/law"
WHO = {"by": "Layla", "because": "as the note says"}
CLASS = {**WHO, "code": "front", "conflict": "NIAC", "one": "Syria", "other": "Northern Front",
         "area": "Syria", "first": "2031-01-01", "sources": "https://a.example\n\nb, page 3",
         "signed_by": "Amal, lawyer"}  # fmt: skip
ZONE = {**WHO, "code": "zone", "kind": "de_escalation_zone", "name_en": "Zone", "name_ar": "منطقة",
        "parties": "Syria\nTurkiye", "areas": "Idlib", "first": "2031-02-01",
        "source": "https://zone.example"}  # fmt: skip


def told(client: Client, path: str, sent: dict[str, str]) -> str:
    answer = client.post(f"{ROOT}/{path}", sent)
    assert answer.status_code == 400
    return Page(answer.content.decode()).one("div", class_="stop").words


def test_a_conflict_is_classified_with_parties_days_and_sources(client: Client, case: str) -> None:
    assert client.post(f"{ROOT}/classification/", CLASS).status_code == 302
    [kept] = classifications(case)
    said = kept.classification
    assert said.pair == ("Syria", "Northern Front")
    assert said.sources == ("https://a.example", "b, page 3")
    assert said.by == "Amal, lawyer"
    withdraw = {**WHO, "do": "withdraw"}
    assert client.post(f"{ROOT}/classification/?code=front", withdraw).status_code == 302
    assert classifications(case) == ()


def test_a_classification_that_cannot_be_is_refused_in_words(client: Client, case: str) -> None:
    for wrong, words in (
        ({"other": ""}, "two parties"),
        ({"sources": " \n "}, "rests on sources"),
        ({"last": "2030-01-01"}, "before it begins"),
        ({"first": "spring"}, "2019-07-22"),
        ({"code": "No Code!"}, "cannot be a code"),
        ({"because": ""}, "say why"),
    ):
        assert words in told(client, "classification/", {**CLASS, **wrong}), wrong
    assert classifications(case) == ()


def test_an_incident_in_a_zone_is_an_alleged_breach_and_no_crime_by_itself(
    client: Client, case: str
) -> None:
    assert client.post(f"{ROOT}/agreement/", ZONE).status_code == 302
    words = Page(client.get(f"{ROOT}/agreements/zone/").content.decode()).one("main").words
    assert "An alleged breach" in words
    assert "N001" in words
    assert "not by itself a war crime" in words
    withdraw = {**WHO, "do": "withdraw"}
    assert client.post(f"{ROOT}/agreement/?code=zone", withdraw).status_code == 302
    assert "zone" not in [one.agreement.id for one in agreements(case)]


def test_an_agreement_that_cannot_be_is_refused_in_words(client: Client, case: str) -> None:
    for wrong, words in (
        ({"areas": ""}, "at least one place"),
        ({"last": "2031-01-01"}, "before it begins"),
        ({"kind": "treaty of everything"}, "valid choice"),
        ({"parties": ""}, "required"),
        ({"source": ""}, "required"),
    ):
        assert words.lower() in told(client, "agreement/", {**ZONE, **wrong}).lower(), wrong


def test_incidents_are_looked_at_together_before_they_are_kept(client: Client, law: str) -> None:
    address = f"{ROOT}/pattern/?incident=N001&incident=N002"
    words = Page(client.get(address).content.decode()).one("main").words
    assert "a lawyer's assessment of scale" in words.lower()
    kept = {**WHO, "code": "three", "title_en": "Strikes", "title_ar": "ضربات"}
    assert len(patterns(law)) == 1
    assert client.post(address, kept).status_code == 302
    assert {one.code for one in patterns(law)} == {"two-strikes", "three"}
    shown = Page(client.get(f"{ROOT}/patterns/three/").content.decode()).one("main").words
    assert "What is missing" in shown
    assert client.post(f"{ROOT}/patterns/three/", WHO).status_code == 302
    assert {one.code for one in patterns(law)} == {"two-strikes"}


def test_a_pattern_of_one_is_refused(client: Client, law: str) -> None:
    sent = {**WHO, "code": "one", "title_en": "One", "title_ar": "واحدة"}
    assert "2 to 1,000" in told(client, "pattern/?incident=N001", sent)


def test_a_fact_of_the_whole_set_is_recorded_and_taken_back(client: Client, law: str) -> None:
    address = f"{ROOT}/patterns/two-strikes/fact/?key=policy_statement"
    sent = {**WHO, "do": "record", "value": "yes", "method": "direct", "evidence": ["N001.1"]}
    assert client.post(address, sent).status_code == 302
    [held] = pattern_of(law, "two-strikes").facts
    assert (held.kind.key, held.value, held.evidence) == ("policy_statement", True, ("N001.1",))
    assert client.post(address, {**WHO, "do": "withdraw"}).status_code == 302
    assert pattern_of(law, "two-strikes").facts == ()
