"""The pages on receipts and on promised texts say what is written and what is read."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from tests.house_evidence import bring
from tests.ledger.keys import LOG
from tests.ledger.test_specification import FOLDER, THE_LOG, examples

from tawthiq.actions.checkpoints import public_keys
from tawthiq.actions.evidence.consents import see_persons
from tawthiq.actions.evidence.hand_over import hand_over, receipt_text
from tawthiq.actions.evidence.package import make_package
from tawthiq.evidence.custody import Step, StepKind
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.note import Note
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence_item import sheet
from tawthiq.store.sealed.promises import KINDS
from tawthiq.values.digest import Digest

from ...house import LAYLA

COURT = "Northern Court"


def test_the_receipt_on_the_page_is_written_so_and_signed() -> None:
    note = Note.parse(examples("receipt.md")[0])
    said = dict(line.split(" ", 1) for line in note.text.splitlines()[1:])
    when = datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)
    digest = Digest.parse(said["sha256"])
    step = Step("E-000042", 2, StepKind.HANDED_OVER, when, LAYLA, COURT, LAYLA, digest, "")
    assert receipt_text(step, digest, 48213, 11, THE_LOG.head) == note.text
    assert note.verified([LOG.public])


def test_a_receipt_that_was_given_says_what_the_page_says(home: Home, case: str) -> None:
    [came] = bring(home, case, ("film.mp4", b"a film")).receipts
    see_persons(came.item, [], by=LAYLA)
    given = hand_over(home, came.item, to=COURT, by=LAYLA)
    step = sheet(came.item).custody[-1]
    lines = given.receipt.text.splitlines()
    on_page = examples("receipt.md")[0].decode().splitlines()[: len(lines)]
    assert [line.split(" ")[0] for line in lines] == [line.split(" ")[0] for line in on_page]
    said = dict(line.split(" ", 1) for line in lines[1:])
    assert (said["item"], said["to"], said["from"]) == (came.item, COURT, step.holder)
    assert (said["sha256"], said["size"]) == (str(came.digest), "6")
    promised = Entry.parse(bytes(models.LedgerEntry.objects.get(place=int(said["entry"])).sealed))
    row = models.CustodyStep.objects.get(item__code=came.item, number=step.number)
    assert dict(promised.sealed)["custody"].is_to(step.to_bytes(), bytes.fromhex(row.salt))
    assert int(said["entry"]) < int(said["checkpoint"].split(" ")[0])
    keys = [key for _, key in public_keys(home) or ()]
    assert given.receipt.verified(keys)


def test_entries_with_a_promise_of_their_own_have_no_body_and_are_those_of_the_page(
    home: Home, case: str, tmp_path: Path
) -> None:
    page = (FOLDER / "sealed-rows.md").read_text("utf-8")
    [line] = re.findall(r"^13\. Entries of the kinds (.*?) MUST", page, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"`([^`]+)`", line)) == KINDS
    [came] = bring(home, case, ("film.mp4", b"a film")).receipts
    see_persons(came.item, [], by=LAYLA)
    hand_over(home, came.item, to=COURT, by=LAYLA)
    make_package(home, came.item, tmp_path / "package", by=LAYLA, for_whom=COURT)
    sealed = models.LedgerEntry.objects.order_by("place").values_list("sealed", flat=True)
    entries = [Entry.parse(bytes(one)) for one in sealed]
    bare = {entry.kind for entry in entries if not entry.body}
    assert bare == KINDS - {"evidence.derived"}
    assert {entry.kind for entry in entries if entry.body} & KINDS == set()
