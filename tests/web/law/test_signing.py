"""A lawyer reads a row, corrects it, signs it; the history stays and the mark follows."""

from __future__ import annotations

from collections.abc import Iterator

from django.test import Client
from tests.web.markup import Element, Page

from tawthiq.store.queries.law.law_rows import pack_in_force

ADDRESS = "/en/law/signatures/CIHL-009/"


def fields(client: Client, address: str = ADDRESS) -> dict[str, str]:
    """The form as it stands, filled with who decides and why."""
    form = Page(client.get(address).content.decode()).one("form")
    held: dict[str, str] = {}
    for element in _under(form):
        if element.tag in ("input", "textarea", "select") and "name" in element.attributes:
            chosen = [o for o in element.children if "selected" in o.attributes]
            value = chosen[0].attributes["value"] if chosen else element.attributes.get("value", "")
            written = element.words.removeprefix("\n")
            held[element.attributes["name"]] = written if element.tag == "textarea" else value
    return held | {"source": "the study, volume I", "by": "Layla", "because": "read in full"}


def _under(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        yield from _under(child)


def test_a_signed_row_may_be_published_and_says_who_signed(client: Client, law: str) -> None:
    assert not pack_in_force().norms["CIHL-009"].may_be_published
    sent = {**fields(client), "do": "sign", "lawyer": "Nour, lawyer", "on": "2026-11-01"}
    assert client.post(ADDRESS, sent).status_code == 302
    assert pack_in_force().norms["CIHL-009"].may_be_published
    seen = Page(client.get(ADDRESS).content.decode())
    assert "Nour, lawyer" in seen.one("ol", class_="decisions").words
    mark = seen.all("span", class_="vouch")[0]
    assert mark.attributes["data-v"] == "signed"


def test_signing_a_row_as_it_stands_changes_none_of_its_texts(client: Client, law: str) -> None:
    before = pack_in_force().norms["CIHL-009"].digest
    client.post(ADDRESS, {**fields(client), "do": "sign", "lawyer": "Nour", "on": "2026-11-01"})
    assert pack_in_force().norms["CIHL-009"].digest == before
    assert not Page(client.get(ADDRESS).content.decode()).all("ins")


def test_a_correction_stands_unsigned_and_shows_what_was_there(client: Client, law: str) -> None:
    sent = {**fields(client), "do": "correct", "title_en": "What a civilian object is"}
    assert client.post(ADDRESS, sent).status_code == 302
    seen = Page(client.get(ADDRESS).content.decode())
    assert seen.one("ins").words == "What a civilian object is"
    assert seen.one("del").words == "Definition of civilian objects"
    assert "Corrected, not signed" in seen.one("ol", class_="decisions").words
    assert not pack_in_force().norms["CIHL-009"].is_signed


def test_a_signature_is_taken_back_and_stays_in_the_history(client: Client, law: str) -> None:
    client.post(ADDRESS, {**fields(client), "do": "sign", "lawyer": "Nour", "on": "2026-11-01"})
    assert client.post(ADDRESS, {**fields(client), "do": "withdraw"}).status_code == 302
    seen = Page(client.get(ADDRESS).content.decode())
    told = seen.one("ol", class_="decisions").words
    assert "Signature taken back" in told
    assert "void" in told
    assert not pack_in_force().norms["CIHL-009"].is_signed


def test_what_cannot_be_signed_is_said_and_nothing_is_changed(client: Client, law: str) -> None:
    hash_before = pack_in_force().hash
    for wrong, told in (
        ({"lawyer": ""}, "the name of the lawyer"),
        ({"lawyer": "Nour", "on": "2999-01-01"}, "still to come"),
        ({"lawyer": "Nour", "summary_ar": ""}, "missing"),
        ({"lawyer": "Nour", "source": ""}, "Name what the row was held against"),
        ({"lawyer": "Nour", "valid_from": "yesterday"}, "yesterday"),
        ({"lawyer": "Nour", "because": ""}, "say why"),
        ({"lawyer": "Nour", "note_en": "they are guilty"}, "for a court"),
    ):
        answer = client.post(ADDRESS, {**fields(client), "do": "sign", **wrong})
        assert answer.status_code == 400, wrong
        seen = Page(answer.content.decode())
        assert told in seen.one("div", class_="stop").words, wrong
        assert seen.one("input", name="title_en").attributes["value"]
    assert pack_in_force().hash == hash_before


def test_bonds_elements_and_bodies_have_their_own_fields(client: Client, law: str) -> None:
    assert "in_force" in fields(client, "/en/law/signatures/Syria/AP_II/")
    element = "/en/law/signatures/RS-8-2-e-iv/3/"
    assert {"summary_en", "summary_ar"} <= set(fields(client, element))
    sent = {**fields(client, element), "do": "sign", "lawyer": "Nour", "on": "2026-11-01"}
    assert client.post(element, sent).status_code == 302
    assert pack_in_force().crimes["RS-8-2-e-iv"].element(3).signature is not None
    assert "citation" in fields(client, "/en/law/signatures/forum:IIIM/")
