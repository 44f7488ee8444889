"""What others' programs say of our packages, and of those that ours does not let pass."""

from __future__ import annotations

import csv
import io
import json
import warnings
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from rocrate.rocrate import ROCrate
from tests.evidence.packages.archive import FILM_NAME, PHOTO_NAME
from tests.evidence.packages.conftest import Verify
from tests.evidence.packages.test_verify_py import (
    CONSISTENT,
    MUTATIONS,
    added,
    rewritten_manifests,
)

with warnings.catch_warnings():  # it asks for pkg_resources, which warns of its end
    warnings.simplefilter("ignore")
    import bagit

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:bagit")

PREMIS = "{http://www.loc.gov/premis/v3}"


def bagit_accepts(package: Path) -> bool:
    try:
        bagit.Bag(str(package)).validate()
    except bagit.BagError:
        return False
    return True


def test_bagit_py_accepts_a_whole_package(package: Path) -> None:
    assert bagit_accepts(package)
    bag = bagit.Bag(str(package))
    assert bag.version_info == (1, 0) and sorted(bag.algorithms) == ["sha256", "sha512"]


def test_bagit_py_accepts_what_a_forger_wrote_anew_and_we_do_not(
    package: Path, verify: Verify
) -> None:
    """The reason for a verifier of our own; if this fails, bagit.py has become stricter."""
    for change in CONSISTENT.values():
        change(package)
    rewritten_manifests(package)
    assert bagit_accepts(package)
    assert verify(package)[0] == 1


@pytest.mark.parametrize("name", ["evil.html", "fetch.txt"])
def test_bagit_py_accepts_a_file_beside_the_payload_that_nobody_listed(
    package: Path, verify: Verify, name: str
) -> None:
    added(name, b"https://evil.example/x 10 data/evidence/IDLIB-0002.jpg\n")(package)
    assert bagit_accepts(package)
    assert verify(package)[0] == 1


@pytest.mark.parametrize("name", MUTATIONS)
def test_whatever_bagit_py_refuses_we_refuse(package: Path, verify: Verify, name: str) -> None:
    MUTATIONS[name][0](package)
    try:
        accepted = bagit_accepts(package)
    except OSError:  # it follows a link, or reads a pipe
        accepted = False
    if not accepted:
        assert verify(package)[0] == 1


# --- RO-Crate -------------------------------------------------------------------------------


def test_rocrate_opens_it_and_finds_every_file(package: Path) -> None:
    crate = ROCrate(str(package / "data"))
    ours = {p.relative_to(package / "data").as_posix() for p in (package / "data").rglob("*")}
    folders = {"evidence", "ledger"}
    found = {one.id for one in crate.data_entities}
    assert found == ours - folders - {"ro-crate-metadata.json"}
    assert crate.root_dataset["publisher"]["name"] == "Invented Archive"


def test_no_id_in_the_crate_leads_nowhere(package: Path) -> None:
    graph = json.loads((package / "data/ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    ids = [entity["@id"] for entity in graph]
    assert len(ids) == len(set(ids))
    outside = {"https://w3id.org/ro/crate/1.1"}
    assert {one for entity in graph for one in _references(entity)} <= set(ids) | outside


def _references(value: Any, *, top: bool = True) -> list[str]:
    if isinstance(value, list):
        return [one for part in value for one in _references(part, top=False)]
    if isinstance(value, dict):
        own = [] if top or "@id" not in value else [value["@id"]]
        return own + [
            one
            for key, part in value.items()
            if key != "@id"
            for one in _references(part, top=False)
        ]
    return []


def test_the_crate_has_digest_and_size_of_every_file(package: Path) -> None:
    graph = json.loads((package / "data/ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    listed = dict(
        reversed(line.split("  "))
        for line in (package / "manifest-sha256.txt").read_text("utf-8").splitlines()
    )
    for entity in graph:
        if entity["@type"] == "File":
            path = f"data/{entity['@id']}"
            assert entity["sha256"] == listed[path]
            assert int(entity["contentSize"]) == (package / path).stat().st_size


# --- names ----------------------------------------------------------------------------------


def test_the_names_that_things_came_with_survive_letter_by_letter(package: Path) -> None:
    """One in NFC and one in NFD, with a comma, quotes, a line break and a sign of a formula."""
    text = (package / "data/load-file.csv").read_bytes().decode("utf-8-sig")
    titles = [row["title"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert titles[:2] == [FILM_NAME, "'" + PHOTO_NAME]
    crate = json.loads((package / "data/ro-crate-metadata.json").read_text("utf-8"))
    names = [entity.get("name") for entity in crate["@graph"]]
    assert FILM_NAME in names and PHOTO_NAME in names
    tree = ElementTree.parse(package / "data/premis.xml")
    original = [element.text for element in tree.iter(f"{PREMIS}originalName")]
    assert original[:2] == [FILM_NAME, PHOTO_NAME]


def test_every_path_in_a_package_is_plain(package: Path) -> None:
    for path in package.rglob("*"):
        assert path.relative_to(package).as_posix().isascii()


# --- PREMIS ---------------------------------------------------------------------------------

# The order of elements as PREMIS 3.0 (premis-v3-0.xsd, Library of Congress) asks for it, of
# those that we write. The whole schema was run over such a file once, by hand, and accepted it.
ORDER = {
    "premis": ["object", "event", "agent"],
    "object": ["objectIdentifier", "objectCharacteristics", "originalName", "relationship"],
    "objectIdentifier": ["objectIdentifierType", "objectIdentifierValue"],
    "objectCharacteristics": ["fixity", "size", "format"],
    "fixity": ["messageDigestAlgorithm", "messageDigest"],
    "format": ["formatDesignation"],
    "formatDesignation": ["formatName"],
    "relationship": [
        "relationshipType",
        "relationshipSubType",
        "relatedObjectIdentifier",
        "relatedEventIdentifier",
    ],
    "relatedObjectIdentifier": ["relatedObjectIdentifierType", "relatedObjectIdentifierValue"],
    "relatedEventIdentifier": ["relatedEventIdentifierType", "relatedEventIdentifierValue"],
    "event": [
        "eventIdentifier",
        "eventType",
        "eventDateTime",
        "eventDetailInformation",
        "linkingAgentIdentifier",
        "linkingObjectIdentifier",
    ],
    "eventIdentifier": ["eventIdentifierType", "eventIdentifierValue"],
    "eventDetailInformation": ["eventDetail"],
    "linkingAgentIdentifier": ["linkingAgentIdentifierType", "linkingAgentIdentifierValue"],
    "linkingObjectIdentifier": ["linkingObjectIdentifierType", "linkingObjectIdentifierValue"],
    "agent": ["agentIdentifier", "agentName"],
    "agentIdentifier": ["agentIdentifierType", "agentIdentifierValue"],
}


def test_premis_is_in_the_order_that_its_schema_asks_for(package: Path) -> None:
    root = ElementTree.parse(package / "data/premis.xml").getroot()
    assert root.get("version") == "3.0"
    for element in root.iter():
        name = element.tag.removeprefix(PREMIS)
        inside = [child.tag.removeprefix(PREMIS) for child in element]
        order = ORDER.get(name, [])
        places = [order.index(child) for child in inside]
        assert places == sorted(places), name
        assert bool(inside) == (name in ORDER), name


def test_premis_tells_every_step_of_every_item_and_who_took_it(package: Path) -> None:
    root = ElementTree.parse(package / "data/premis.xml").getroot()
    kinds = [element.text for element in root.iter(f"{PREMIS}eventType")]
    assert kinds.count("ingestion") == 3 and kinds.count("fixity check") == 3
    assert kinds.count("dissemination") == 3 and kinds.count("redaction") == 1
    agents = {element.text for element in root.iter(f"{PREMIS}agentName")}
    linked = {element.text for element in root.iter(f"{PREMIS}linkingAgentIdentifierValue")}
    assert agents == linked == {"Layla", "Omar"}
    names = [element.text for element in root.iter(f"{PREMIS}eventIdentifierValue")]
    assert len(names) == len(set(names))
