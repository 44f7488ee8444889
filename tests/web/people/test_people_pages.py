"""People in the browser: a list is taken in, records are linked, pairs are decided on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.people import CLINIC_LIST, STORM, WATCH_LIST, Linker, table, take, take_both
from tests.web.markup import Page

from tawthiq.actions import link_case as linking
from tawthiq.store import models
from tawthiq.store.queries.lists import mapping_for
from tawthiq.web.people import running


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own; what runs beside the pages runs before the answer."""
    settings.HOME = SimpleNamespace(folder=tmp_path)
    at_once: Callable[[Callable[[], None]], None] = lambda work: work()  # noqa: E731
    monkeypatch.setattr(running, "_beside", at_once)
    monkeypatch.setattr(running, "_jobs", {})
    return tmp_path


@pytest.fixture
def linked(case: str, client: Client, monkeypatch: pytest.MonkeyPatch) -> str:
    take_both()
    linker = Linker({(1, 4): 0.99, (2, 5): 0.6, (1, 5): 0.2})
    monkeypatch.setattr(linking, "link", linker)
    assert client.post(at(case, "link/")).status_code == 302
    return case


def at(case: str, path: str = "", language: str = "en") -> str:
    return f"/{language}/cases/{case}/people/{path}"


def upload(
    client: Client, case: str, rows: Iterable[Mapping[str, str]] = WATCH_LIST,
    data: bytes = b"", **said: str,
) -> str:  # fmt: skip
    file = SimpleUploadedFile("list.csv", data or table(rows))
    sent = {"file": file, "source": "Northern Watch", "title": "", **said}
    response = client.post(at(case, "lists/"), sent)
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def confirm(client: Client, address: str, **changes: str) -> Any:
    page = Page(client.get(address).content.decode())
    seal = page.one("input", name="seal").attributes["value"]
    return client.post(address, {"seal": seal, "by": "Omar", "because": "the lists", **changes})


def members() -> list[tuple[int, int]]:
    rows = models.PersonMember.objects.order_by("record")
    return list(rows.values_list("record", "person"))


def test_a_list_is_previewed_and_then_taken_in(client: Client, case: str, home: Path) -> None:
    address = upload(client, case)
    assert not models.PersonRecord.objects.exists()
    page = client.get(address).content.decode()
    assert "Take in 3 rows" in page
    assert confirm(client, address)["Location"] == at(case)
    assert models.PersonRecord.objects.count() == 3
    assert list((home / "incoming").iterdir()) == []


def test_columns_that_nobody_knows_are_asked_about_once(client: Client, case: str) -> None:
    data = "من,متى\nرعد حجر,2021-03-04\n".encode()
    address = upload(client, case, data=data)
    asked = client.get(address)
    assert asked.status_code == 400
    assert "What are its columns?" in asked.content.decode()
    read = client.post(f"{address}columns/", {"column": ["من", "متى"], "key": ["name", "died"]})
    assert confirm(client, read["Location"]).status_code == 302
    assert mapping_for("northern-watch") == {"من": "name", "متى": "died"}
    again = client.get(upload(client, case, data=data))
    assert "This file changes nothing" in again.content.decode()


def test_a_list_with_a_fault_is_not_taken_and_its_names_are_not_repeated(
    client: Client, case: str
) -> None:
    address = upload(client, case, [STORM | {"age": "900", "died": "2021-13-01"}])
    page = client.get(address).content.decode()
    assert "2 cells cannot be taken" in page
    wrong = page[page.index("What to mend") :]
    assert "Hajar" not in wrong
    assert client.post(address, {"seal": "x", "by": "Omar", "because": "x"}).status_code == 400
    assert not models.PersonRecord.objects.exists()


def test_what_changed_meanwhile_is_looked_at_again(client: Client, case: str) -> None:
    address = upload(client, case)
    seal = Page(client.get(address).content.decode()).one("input", name="seal").attributes["value"]
    take(CLINIC_LIST, "Clinic Network")
    response = client.post(address, {"seal": seal, "by": "Omar", "because": "x"})
    assert response.status_code == 409
    assert models.VictimList.objects.count() == 1


def test_a_list_needs_an_owner_and_can_be_left(client: Client, case: str, home: Path) -> None:
    file = SimpleUploadedFile("list.csv", table(WATCH_LIST))
    assert client.post(at(case, "lists/"), {"file": file, "source": ""}).status_code == 400
    address = upload(client, case)
    assert client.post(f"{address}cancel/").status_code == 302
    assert client.get(address).status_code == 404
    assert list((home / "incoming").iterdir()) == []


def test_what_is_no_table_is_refused(client: Client, case: str) -> None:
    address = upload(client, case, data=b"\x00\x01\x02 nothing")
    refused = client.get(address)
    assert refused.status_code == 400
    assert "cannot be taken as it is" in refused.content.decode()


def test_linking_tells_what_it_came_to(client: Client, linked: str) -> None:
    page = client.get(at(linked, "link/")).content.decode()
    assert "pairs to look at" in page
    assert members() == [(1, 1), (2, 2), (3, 3), (4, 1), (5, 2), (6, 6)]


def test_a_linkage_that_cannot_be_done_says_why(client: Client, case: str) -> None:
    client.post(at(case, "link/"))
    assert "fewer than two records" in client.get(at(case, "link/")).content.decode()


def test_who_stops_a_linkage_finds_everything_as_it_was(
    client: Client, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_both()
    monkeypatch.setattr(linking, "link", Linker({(1, 4): 0.99}))
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(running, "_beside", later.append)
    client.post(at(case, "link/"))
    page = client.get(at(case, "link/")).content.decode()
    assert "progress" in page and "Stop" in page
    client.post(at(case, "link/"))  # not begun twice
    assert len(later) == 1
    client.post(at(case, "link/stop/"))
    later[0]()
    assert "It was stopped" in client.get(at(case, "link/")).content.decode()
    assert not models.LinkageRun.objects.exists()


def test_a_pair_is_decided_and_the_next_one_is_there(client: Client, linked: str) -> None:
    first = client.get(at(linked, "review/")).content.decode()
    assert Page(first).one("input", name="pair").attributes["value"] == "2-5"
    done = client.post(at(linked, "review/"), {"pair": "2-5", "opinion": "different"}, follow=True)
    page = Page(done.content.decode())
    assert page.one("input", name="pair").attributes["value"] == "1-5"
    assert (5, 5) in members()
    back = client.post(at(linked, "review/undo/"), follow=True)
    assert Page(back.content.decode()).one("input", name="pair").attributes["value"] == "2-5"
    assert (5, 2) in members()


def test_a_second_reviewer_sees_a_dispute_and_not_who_spoke_before(
    client: Client, linked: str
) -> None:
    client.post(at(linked, "review/name/"), {"name": "ليلى"})
    client.post(at(linked, "review/"), {"pair": "2-5", "opinion": "same", "because": "one mother"})
    alone = client.get(at(linked, "review/") + "?pair=2-5").content.decode()
    client.post(at(linked, "review/name/"), {"name": "Omar"})
    unseen = client.get(at(linked, "review/") + "?pair=2-5").content.decode()
    assert "one mother" not in unseen
    assert "ليلى" in alone
    client.post(at(linked, "review/"), {"pair": "2-5", "opinion": "related"})
    client.post(at(linked, "review/name/"), {"name": "Nour"})
    third = client.get(at(linked, "review/")).content.decode()
    assert "Two reviewers disagree" in third
    assert "one mother" in third
    said = models.PairDecision.objects.order_by("id").values_list("by", "verdict")
    assert list(said) == [("ليلى", "same"), ("Omar", "related")]


def test_a_decision_that_contradicts_is_told_and_not_kept(client: Client, linked: str) -> None:
    for pair, opinion in (("1-2", "different"), ("1-6", "same")):
        client.post(at(linked, "review/"), {"pair": pair, "opinion": opinion})
    refused = client.post(at(linked, "review/"), {"pair": "2-6", "opinion": "same"})
    assert refused.status_code == 400
    assert "says the opposite" in refused.content.decode()
    swapped = client.post(
        at(linked, "review/"), {"pair": "2-6", "opinion": "same"}, headers={"HX-Request": "true"}
    )
    assert swapped.status_code == 200
    assert models.PairDecision.objects.count() == 2


@pytest.mark.parametrize("sent", [{}, {"pair": "5-2", "opinion": "same"},
                                  {"pair": "2-5", "opinion": "maybe"}])  # fmt: skip
def test_what_is_no_decision_changes_nothing(
    client: Client, linked: str, sent: dict[str, str]
) -> None:
    assert client.post(at(linked, "review/"), sent).status_code == 400
    assert not models.PairDecision.objects.exists()


def test_a_person_is_taken_apart_and_put_together(client: Client, linked: str) -> None:
    page = client.get(at(linked, "1/")).content.decode()
    assert "Hajar al-Thalji" in page and "رعد حجر الثلجي" in page
    reason = {"by": "Omar", "because": "two graves"}
    assert client.post(at(linked, "1/split/"), reason).status_code == 400
    parted = client.post(at(linked, "1/split/"), {"record": ["4"], **reason})
    assert parted.status_code == 302
    assert (4, 4) in members()
    wrong = client.post(at(linked, "1/merge/"), {"other": "P99", **reason})
    assert wrong.status_code == 400
    together = client.post(at(linked, "2/merge/"), {"other": "P6", **reason})
    assert together["Location"] == at(linked, "2/")
    assert (6, 2) in members()
    assert "two graves" in client.get(at(linked, "2/")).content.decode()


def test_the_number_of_any_record_leads_to_its_person(client: Client, linked: str) -> None:
    assert client.get(at(linked, "4/"))["Location"] == at(linked, "1/")
    assert client.get(at(linked, "77/")).status_code == 404


def test_people_of_another_case_do_not_exist(client: Client, linked: str) -> None:
    assert client.get(at("nowhere", "1/")).status_code == 404


def test_the_keys_of_the_page_are_its_buttons(client: Client, linked: str) -> None:
    client.post(at(linked, "review/"), {"pair": "1-5", "opinion": "different"})
    for language in ("en", "ar"):
        page = client.get(at(linked, "review/", language)).content.decode()
        assert re.findall(r'data-key="(\d)"', page) == ["1", "2", "3", "4", "0"]
    assert "<kbd>١</kbd>" in page


def test_counts_of_people_stand_apart(client: Client, linked: str) -> None:
    page = client.get(at(linked, "numbers/")).content.decode()
    assert "People by sex" in page
    assert "deaths without a name" in page
