"""What the standing cast does with evidence: one row in every table of it, quickly.

Nothing is decoded here: a film is some bytes, and what the sandbox would have seen of it is
written down as it would be.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from tests.evidence.timestamps.authorities import ROOT

from tawthiq.actions import journal
from tawthiq.actions.changing import changing
from tawthiq.actions.evidence.add import Batch, Given, open_vault, seal_arrivals
from tawthiq.actions.evidence.consents import consent, name_person, see_persons, use_of
from tawthiq.actions.evidence.hand_over import hand_over
from tawthiq.actions.evidence.link import Thing, link
from tawthiq.actions.evidence.timestamps import choose_authority, want_stamps, work_off
from tawthiq.actions.promising import now, promise
from tawthiq.evidence.arrivals.arriving import Arrival
from tawthiq.evidence.arrivals.given_name import GivenName
from tawthiq.evidence.packages.sealed_texts import DERIVATION, OBJECT, Derivation, object_text
from tawthiq.evidence.timestamps.stamp import NotStamped, Stamped
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

from .house import LAYLA, OMAR

FILM, COPY = b"a film of the market", b"the same, with a face painted over"
COURT = "Northern Court"


def bring(home: Home, case: str, *files: tuple[str, bytes], source: str = "Nour") -> Batch:
    """Bring files in by hand; nobody looks at them yet."""
    with open_vault(home) as store:
        kept = store.publish([store.stage([data], alone=True) for _, data in files])
        names = [GivenName.of_bytes(name.encode()) for name, _ in files]
        arrivals = [Arrival(name, one) for name, one in zip(names, kept, strict=True)]
        return seal_arrivals(home, store, arrivals, Given(case, source, LAYLA, "by hand"))


def keep_everything(home: Home, case: str) -> str:
    """Do everything that is done with evidence; the code of the item it was done with."""
    [receipt] = bring(home, case, ("film.mp4", FILM)).receipts
    item = receipt.item
    link(item, Thing.INCIDENT, "N001", by=LAYLA, because="shows the square")
    person = name_person(case, by=LAYLA, note="the baker")
    see_persons(item, [person], by=LAYLA)
    for use in (use_of("store"), use_of("share", COURT)):
        consent(person, use, by=LAYLA)
    hand_over(home, item, to=COURT, by=LAYLA)
    _derive(home, case, item)
    _stamp(home)
    _tell_the_rest(case, item)
    return item


def _derive(home: Home, case: str, item: str) -> None:
    """A copy as ``redact`` writes it down, of bytes that nobody painted."""
    with open_vault(home) as store:
        [kept] = store.publish([store.stage([COPY], alone=True)])
    parent = models.EvidenceItem.objects.get(code=item)
    code, digest = f"{item}-R01", Digest.of(COPY)
    how = Derivation(parent.entry, "a brush 1", "{}", "a face", LAYLA, OMAR)
    texts = {OBJECT: object_text(code, digest, len(COPY)), DERIVATION: how.to_bytes()}
    with _done(case, "redact-evidence"):
        [promised] = promise("evidence.derived", [texts], by=LAYLA, at=now())
        made = models.EvidenceItem.objects.create(
            case=parent.case, code=code, came="redacted", parent=parent, entry=promised.index,
            at=now(),
        )  # fmt: skip
        models.EvidenceContent.objects.create(
            item=made, sha256=str(digest), sha512=kept.fingerprint.sha512.hex(), size=len(COPY),
            salt=promised.salts[OBJECT], name="copy.png", name_raw="", media_type="image/png",
        )  # fmt: skip
        models.EvidenceDerivation.objects.create(
            item=made, root=parent, kind="R", number=1, tool=how.tool, parameters=how.parameters,
            reason=how.reason, by=how.by, reviewed_by=how.reviewed_by, pages=1,
            salt=promised.salts[DERIVATION],
        )  # fmt: skip


class _Refusing:
    """An authority whose answer nobody can read."""

    name = "Invented Time Stamps"

    def stamp(self, digest: Digest) -> Stamped | NotStamped:
        return NotStamped(digest, self.name, Both("no", "لا"), b"no", may_be_asked_again=False)


def _stamp(home: Home) -> None:
    choose_authority("http://stamps.example/", ROOT.pem, by=OMAR, name=_Refusing.name)
    want_stamps(home, by=OMAR)
    list(work_off(by=OMAR, asker=lambda _: _Refusing()))


def _tell_the_rest(case: str, item: str) -> None:
    """Rows of tables whose actions need a sandbox, a package or another organisation."""
    row, at = models.EvidenceItem.objects.get(code=item), datetime.now(UTC)
    with _done(case, "look-at-evidence"):
        models.EvidenceSight.objects.create(item=row, at=at, tool="tawthiq", said="{}")
        models.EvidenceLikeness.objects.create(item=row, hash="0" * 64, quality=9, scaler="none")
        models.PackageNumber.objects.create(prefix="NORTH", item=row, number=1)
        models.PackageMade.objects.create(
            case=row.case, about="the square", recipients="[]", items=f'["{item}"]',
            sealed="0" * 64, entry=row.entry, by=OMAR, at=at,
        )  # fmt: skip
        models.WitnessKey.objects.create(name="Second Count", key="a key", by=OMAR, at=at)
        models.WitnessedCheckpoint.objects.create(size=1, note="a note", at=at)
        models.Erasure.objects.create(table="store_evidencesight", row=10**6, at=at, by=OMAR)


@contextmanager
def _done(case: str, action: str) -> Iterator[None]:
    with changing(case) as held:
        yield
        journal.write(held, by=OMAR, action=action, what={})
