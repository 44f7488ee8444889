"""What sources, tables and files say is shown and never obeyed."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.house import claim, read
from tests.web.hostile import PAYLOADS
from tests.web.markup import Page

from tawthiq.actions import import_table
from tawthiq.actions.import_claims import CLAIMS, settle
from tawthiq.claims.source import Source, SourceKind
from tawthiq.values.both import Both

_RUNS = frozenset({"script", "iframe", "object", "base", "form", "img", "svg", "style", "math"})


def counted(markup: str) -> dict[str, int]:
    """How often each kind of element that can do something stands in a page."""
    page = Page(markup)
    for element in page.elements:
        assert not any(name.startswith("on") for name in element.attributes), element.attributes
        link = element.attributes.get("href", "") + element.attributes.get("src", "")
        assert not link.lower().strip().startswith(("javascript:", "data:", "//")), link
    return {tag: sum(e.tag == tag for e in page.elements) for tag in _RUNS}


@pytest.fixture
def poisoned(case: str) -> str:
    """The case with one more incident for each payload, poisoned in every word it has."""
    claims, sources = [], []
    for number, payload in enumerate(PAYLOADS):
        name = Both(f"{payload} Watch", f"{payload} مرصد")
        source = Source(f"watch-{number}", payload, name, SourceKind.MEDIA, f"watch-{number}",
                        relay=payload)  # fmt: skip
        one = claim(
            f"X{number:03}.1", source, place=payload, target=payload, weapon=payload,
            party=payload, words=payload, facility=payload, killed=number + 1,
        )  # fmt: skip
        document = replace(one.document, title=payload, url=payload)
        claims.append(replace(one, document=document, checked=payload))
        sources.append(source)
    reading = replace(read(claims), sources=tuple(sources))
    shown = import_table.preview(CLAIMS, case, b"poison", "poison.csv", reading)
    import_table.take(CLAIMS, shown, settle, by=PAYLOADS[0], because=PAYLOADS[0])
    return case


@pytest.mark.parametrize("language", ["en", "ar"])
def test_poison_in_claims_and_sources_is_shown_on_every_page(
    client: Client, poisoned: str, language: str
) -> None:
    root = f"/{language}/cases/{poisoned}"
    clean = counted(client.get(f"{root}/incidents/N002/").content.decode())
    for path in ("incidents/", "timeline/", "map/", "sources/", "numbers/"):
        page = client.get(f"{root}/{path}").content.decode()
        assert counted(page)["script"] <= 1, path
    for number in range(len(PAYLOADS)):
        page = client.get(f"{root}/incidents/X{number:03}/").content.decode()
        assert {**counted(page), "svg": 0} == {**clean, "svg": 0}
        page = client.get(f"{root}/sources/watch-{number}/").content.decode()
        assert counted(page)["script"] == 0


def test_the_poisoned_words_can_still_be_read(client: Client, poisoned: str) -> None:
    page = Page(client.get(f"/en/cases/{poisoned}/incidents/X000/").content.decode())
    assert PAYLOADS[0] in page.one("main").words


def test_settlements_for_the_map_are_data_and_not_markup(client: Client, poisoned: str) -> None:
    response = client.get(f"/en/cases/{poisoned}/map/settlements.geojson")
    assert response["Content-Type"].startswith("application/geo+json")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_poison_in_an_address_is_harmless(client: Client, case: str, payload: str) -> None:
    said = quote(payload, safe="")
    for path in (f"incidents/?q={said}", f"incidents/?place={said}&since={said}&grade={said}",
                 f"incidents/?after={said}", f"map/?site={said}", f"timeline/?party={said}",
                 f"incidents/{said}/", f"numbers/{said}/", f"sources/{said}/",
                 f"import/{said}/", f"import/done/?taken={said}"):  # fmt: skip
        response = client.get(f"/en/cases/{case}/{path}")
        assert response.status_code in (200, 302, 404), path
        if response.status_code != 302:
            assert counted(response.content.decode())["script"] <= 1


@pytest.mark.parametrize("payload", PAYLOADS)
def test_poison_in_an_uploaded_table_is_shown_in_its_cell(
    client: Client, case: str, payload: str
) -> None:
    name = payload.replace("/", "_").replace("\n", " ") + ".csv"
    cell = '"' + payload.replace('"', '""') + '"'
    header = ("id,date,place,admin3,governorate,lat,lon,weapon,target_type,facility_name,killed,"
              "killed_children,killed_women,injured,alleged_party,source_org,source_title,"
              "source_url,published,quote_paraphrase,checked")  # fmt: skip
    row = ",".join([cell] * header.count(",")) + "," + cell
    file = SimpleUploadedFile(name, f"{header}\n{row}\n".encode())
    response = client.post(
        f"/en/cases/{case}/import/", {"file": file, "kind": "claims"}, follow=True
    )
    assert response.status_code in (200, 400)
    markup = response.content.decode()
    assert counted(markup)["script"] == 0
    assert counted(markup)["img"] == 0
