"""What people write for the law is shown on its pages and never obeyed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from tests.house import CASE, LAYLA
from tests.house_law import NIAC, TRUCE, agree, classify, hold
from tests.web.hostile import PAYLOADS
from tests.web.markup import Page

from tawthiq.actions.ascribe import ascribe
from tawthiq.actions.list_evidence import list_evidence
from tawthiq.actions.make_pattern import make_pattern
from tawthiq.actions.sign_row import sign_row
from tawthiq.law.incident import PartyType
from tawthiq.law.row_text import RowText
from tawthiq.values.both import Both

PATHS = ("law/", f"cases/{CASE}/law/", *(f"cases/{CASE}/law/{path}" for path in (
    "qualification/N001/", "facts/N001/", "fact/N001/?key=attack_occurred",
    "why/N001/?crime=RS-8-2-e-i&element=1", "what-if/N001/", "agreements/spring-truce/",
    "agreement/?code=spring-truce", "classification/?code=niac", "patterns/poison/",
    "pattern/?incident=N001&incident=N002")), "law/signatures/CIHL-001/",
    "law/norms/CIHL-001/", f"cases/{CASE}/")  # fmt: skip
_DOES = frozenset({"script", "iframe", "object", "base", "img", "svg", "style", "math", "template"})


@pytest.fixture
def poisoned(case: str) -> str:
    """The case with every payload in every field of the law that takes words."""
    poison = " ".join(PAYLOADS)
    classify(case, "niac", replace(NIAC, area="", by=poison, sources=(poison,)))
    agree(case, replace(TRUCE, name=Both(poison, poison), source=poison, note=Both(poison, poison),
                        areas=("Idlib", *PAYLOADS), parties=("Syria", *PAYLOADS)))  # fmt: skip
    list_evidence(case, "N001", "E1", "video", words=poison, source=poison, group="g",
                  by=LAYLA, because=poison)  # fmt: skip
    hold(case, "attack_occurred", True, "E1")
    hold(case, "victim_activity_at_time", poison[:1500], "E1")
    ascribe(case, "N001", party="Northern Front", party_type=PartyType.ARMED_GROUP,
            opposing="Syria", by=LAYLA, because=poison)  # fmt: skip
    make_pattern(case, "poison", Both(poison, poison), ("N001", "N002"), by=LAYLA, because=poison)
    sign_row("CIHL-001", lawyer=poison, on=NIAC.first.replace(year=2026), source=poison, by=LAYLA,
             because=poison, corrected={RowText.SUMMARY_EN: poison, RowText.NOTE_AR: poison})  # type: ignore[union-attr] # fmt: skip
    return case


@pytest.mark.parametrize("language", ["en", "ar"])
def test_poison_in_the_law_is_shown_and_does_nothing(
    client: Client, poisoned: str, language: str
) -> None:
    for path in PATHS:
        answer = client.get(f"/{language}/{path}")
        assert answer.status_code == 200, path
        seen = Page(answer.content.decode())
        assert [e.tag for e in seen.elements if e.tag in _DOES] == [], path
        for element in seen.elements:
            assert not any(name.startswith("on") for name in element.attributes), path
            link = element.attributes.get("href", "") + element.attributes.get("src", "")
            assert not link.lower().strip().startswith(("javascript:", "data:", "//")), path


def test_the_poisoned_words_can_still_be_read(client: Client, poisoned: str) -> None:
    for path in (f"cases/{CASE}/law/facts/N001/", "law/signatures/CIHL-001/"):
        seen = Page(client.get(f"/en/{path}").content.decode())
        assert PAYLOADS[0] in seen.one("main").words


def test_poison_in_an_address_is_harmless(client: Client, law: str) -> None:
    for path in ("law/", f"cases/{CASE}/law/what-if/N001/", f"cases/{CASE}/law/why-not/N001/"):
        # The list is cheap and is asked for each; the others for all at once.
        for payload in PAYLOADS if path == "law/" else (" ".join(PAYLOADS)[:1500],):
            asked = {"q": payload, "state": payload, "norm": payload, "value": payload,
                     "suppose": "day", "instrument": payload}  # fmt: skip
            answer = client.get(f"/en/{path}", asked)
            assert answer.status_code in (200, 400, 404), (path, payload)
            seen = Page(answer.content.decode())
            assert [e.tag for e in seen.elements if e.tag in _DOES] == [], path
