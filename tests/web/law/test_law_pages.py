"""Every page of the law exists in both languages, is whole, and asks nobody else for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from tests.house import CASE
from tests.web.markup import Element, Page

from tawthiq.law.verdicts import verdict_in

OF_THE_LAW = (
    "/law/",
    "/law/?state=Syria&on=2031-03-04&conflict=NIAC&against=armed-group&q=hospital",
    "/law/norms/AP2-11/",
    "/law/norms/GC-CA3/",
    "/law/crimes/",
    "/law/crimes/RS-8-2-e-i/",
    "/law/signatures/",
    "/law/signatures/GC-CA3/",
    "/law/signatures/Syria/AP_II/",
    "/law/signatures/RS-8-2-e-iv/3/",
    "/law/signatures/forum:IIIM/",
)
OF_A_CASE = (
    "",
    "qualification/N001/",
    "qualification/N002/",
    "qualification/N003/",
    "facts/N001/",
    "facts/N003/",
    "fact/N001/?key=object_status",
    "fact/N001/?key=victim_killed_count",
    "fact/N001/?key=repeat_strike",
    "why/N001/?norm=CIHL-001",
    "why/N001/?crime=RS-8-2-e-i&element=2",
    "why-not/N001/?norm=GC4-18",
    "what-if/N001/",
    "what-if/N001/?suppose=conflict&value=IAC",
    "what-if/N001/?suppose=party&value=armed-group",
    "what-if/N001/?fact=object_status&suppose=fact&value=hospital&value=clinic",
    "classification/",
    "classification/?code=niac",
    "agreement/",
    "agreement/?code=spring-truce",
    "agreements/spring-truce/",
    "agreements/sochi-2018/",
    "pattern/",
    "pattern/?site=market&incident=N001&incident=N002",
    "patterns/two-strikes/",
    "patterns/two-strikes/fact/?key=policy_statement",
)
PATHS = (*OF_THE_LAW, *(f"/cases/{CASE}/law/{path}" for path in OF_A_CASE))
NOWHERE = (
    "/law/norms/NOTHING-1/",
    "/law/crimes/NOTHING/",
    "/law/signatures/Nowhere/AP_II/",
    *(
        f"/cases/{CASE}/law/{path}"
        for path in (
            "qualification/X9/",
            "why/N001/?norm=NOTHING",
            "why/N001/?crime=RS-8-2-e-i&element=99",
            "why/N001/?norm=CIHL-001&reading=7",
            "why/N001/?norm=CIHL-001&reading=-1",
            "why-not/N001/?norm=NOTHING",
            "fact/N001/?key=nothing_at_all",
            "agreements/none/",
            "patterns/none/",
            "classification/?code=none",
            "pattern/?incident=X9",
        )
    ),
)
# What a person wrote, in a field of a form or as a name in a message.
TYPED = frozenset({"input", "textarea"})


def page(client: Client, language: str, path: str) -> Page:
    response = client.get(f"/{language}{path}")
    assert response.status_code == 200, path
    return Page(response.content.decode())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_of_the_law_is_whole_in_its_language_and_gives_no_verdict(
    client: Client, law: str, language: str
) -> None:
    # One test for all pages: the case is furnished once.
    wrong = [
        (path, what) for path in PATHS for what in faults(page(client, language, path), language)
    ]
    assert wrong == []


def faults(seen: Page, language: str) -> Iterator[str]:
    """What is wrong with a page."""
    yield from seen.faults
    if seen.one("html").attributes["lang"] != language or not seen.one("h1").words.strip():
        yield "no heading in its language"
    yield from _against_the_policy(seen)
    yield from _other_script(seen, language)
    yield from _badly_labelled(seen)
    if word := verdict_in(seen.one("main").words_without("option")):
        yield f"says {word}"


def _against_the_policy(seen: Page) -> Iterator[str]:
    for element in seen.elements:
        inline = [name for name in element.attributes if name == "style" or name.startswith("on")]
        if inline or element.tag in ("style", "script"):
            yield f"<{element.tag}> {inline}"


def _other_script(seen: Page, language: str) -> Iterator[str]:
    other = r"[A-Za-z]{2,}" if language == "ar" else r"[\u0600-\u06FF]"
    for element in seen.elements:
        ours = element.language == language and not element.is_code and element.tag not in TYPED
        if ours and re.search(other, element.text.replace("English", "")):
            yield element.text.strip()


def _badly_labelled(seen: Page) -> Iterator[str]:
    for element in seen.elements:
        is_field = element.tag in ("input", "select", "textarea")
        if is_field and element.attributes.get("type") != "hidden" and not _labelled(element):
            yield f"no label: {element.attributes}"
    ids = [e.attributes["id"] for e in seen.elements if e.attributes.get("id")]
    yield from (f"twice: {id_}" for id_ in ids if ids.count(id_) > 1)
    for element in seen.elements:
        link = element.attributes.get("href", "")
        if link.startswith("#") and link[1:] not in ids:
            yield f"leads nowhere: {link}"


def test_links_to_pages_of_ours_lead_to_pages(client: Client, law: str) -> None:
    links = set()
    for path in ("", "qualification/N001/", "facts/N001/", "patterns/two-strikes/"):
        seen = page(client, "en", f"/cases/{CASE}/law/{path}")
        links |= {e.attributes["href"].split("#")[0] for e in seen.all("a")}
    ours = sorted(link for link in links if link.startswith("/"))
    for link in ours[:: max(1, len(ours) // 40)]:
        assert client.get(link).status_code in (200, 302), link


def test_what_does_not_exist_is_not_found(client: Client, law: str) -> None:
    for path in NOWHERE:
        assert client.get(f"/en{path}").status_code == 404, path


def _labelled(element: Element) -> bool:
    holder = element.parent
    while holder and holder.tag != "label":
        holder = holder.parent
    return holder is not None
