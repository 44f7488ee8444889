"""The pages of evidence are as every page is: whole, in both languages, each field with words."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.house import CASE, LAYLA
from tests.web import test_pages as every
from tests.web.evidence.conftest import take

from tawthiq.actions.evidence.consents import consent, name_person, see_persons, use_of
from tawthiq.actions.evidence.hand_over import hand_over
from tawthiq.actions.evidence.link import Thing, link
from tawthiq.store.home import Home

IN_CASE = ("", "add/", "persons/", "persons/P-0001/", "E-000001/", "E-000001/tool/",
           "E-000001/hand-over/", "E-000001/receipts/2/", "E-000001/redact/", "E-000002/",
           "E-000002/tool/")  # fmt: skip
PATHS = (*(f"/cases/{CASE}/evidence/{path}" for path in IN_CASE), "/ledger/", "/ledger/verify/",
         f"/cases/{CASE}/incidents/N001/", f"/cases/{CASE}/sources/northern-watch/")  # fmt: skip

NAMES = re.compile(
    f"{every.NAMES.pattern}|SHA-256|UTC|PDF|auto-archiver|ProofMode|Tella|WARC|Shift|Delete"
    "|\u2068[^\u2069]*\u2069"
)


@pytest.fixture
def full(home: Home, case: str, photo: str) -> str:
    """A case whose pages of evidence all have something on them."""
    person = name_person(case, by=LAYLA, name="Nour Example", note="the baker")
    for use in (use_of("store"), use_of("share", "Northern Court")):
        consent(person, use, by=LAYLA)
    see_persons(photo, [person], by=LAYLA)
    link(photo, Thing.INCIDENT, "N001", by=LAYLA, because="shows the market")
    hand_over(home, photo, to="Northern Court", by=LAYLA)
    chat = "14/05/2019, 10:12 - ليلى: قصفوا السوق\n14/05/2019, 10:13 - Omar: which one\n"
    take(home, case, {"chat.txt": chat.encode()}, source="Radio Ayn")
    return case


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_of_evidence_is_as_every_page(
    client: Client, full: str, language: str, direction: str
) -> None:
    for path in PATHS:
        every.test_a_page_is_whole_in_its_language_and_direction(
            client, full, language, direction, path
        )
        every.test_a_page_has_nothing_that_its_own_policy_would_refuse(client, full, language, path)


def test_a_page_of_evidence_is_in_one_language_and_labelled(client: Client, full: str) -> None:
    for path in PATHS:
        every.test_an_english_page_has_no_arabic_left_that_is_not_marked(client, full, path)
        every.test_every_field_has_a_label_and_every_drawing_words_or_none(client, full, path)
        every.test_ids_are_used_once_and_links_within_a_page_lead_somewhere(client, full, path)
        left = [
            words.strip()
            for words in every.page(client, "ar", path).read_as("ar")
            if re.search(r"[A-Za-z]{2,}", NAMES.sub("", words))
        ]
        assert left == [], path
