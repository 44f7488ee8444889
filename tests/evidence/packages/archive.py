"""An archive in memory that takes things in, hands them on and packs them; all of it invented.

Layla documents, Omar keeps the archive. Nothing here is patched: the ledger is a real one.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tests.ledger.keys import LOG

from tawthiq.evidence.custody import Step, StepKind, after, first
from tawthiq.evidence.packages.contents import (
    Content,
    Contents,
    CustodyEntry,
    Derivative,
    DerivativeKind,
    Description,
    Item,
    LeftOut,
    Opening,
    SealedEntry,
)
from tawthiq.evidence.packages.sealed_texts import Derivation, object_text
from tawthiq.evidence.packages.writing import (
    KIND,
    Draft,
    Package,
    StampedCheckpoint,
    begin,
    finish,
)
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.commitment import SALT_BYTES, Commitment
from tawthiq.ledger.entry import NO_PAYLOAD, Entry, seal
from tawthiq.ledger.key import SigningKey
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FILM_NAME = unicodedata.normalize("NFD", "فيديو المشفى – آب ٢٠١٩.mp4")
PHOTO_NAME = unicodedata.normalize("NFC", '=صورة, "السوق"\nأمام المدرسة.JPG')


def content_of(data: bytes) -> Content:
    return Content(Digest.of(data), len(data), lambda: io.BytesIO(data))


@dataclass
class Archive:
    """What has been taken in, and the ledger of it."""

    key: SigningKey = LOG
    log: Log = field(default_factory=lambda: Log(MemoryStorage()))
    entries: list[SealedEntry] = field(default_factory=list)
    minutes: int = 0

    def now(self) -> datetime:
        self.minutes += 1
        return MONDAY + timedelta(minutes=self.minutes)

    def sealed(self, kind: str, contents: dict[str, bytes], *, shown: bool = True) -> int:
        """Seal an entry that promises these contents; the index that it has."""
        index = self.log.size
        openings = [Opening(label, self._salt(label), one) for label, one in contents.items()]
        promised = {one.label: Commitment.to(one.content, one.salt) for one in openings}
        actor = Commitment.to(b"Omar", self._salt("actor"))
        entry = Entry(kind, self.now(), actor, NO_PAYLOAD, seal(promised))
        self.log.append([entry.to_bytes()])
        self.entries.append(SealedEntry(index, tuple(openings) if shown else ()))
        return index

    def _salt(self, label: str) -> bytes:
        return sha256(f"{self.log.size} {label}".encode()).digest()[:SALT_BYTES]

    def other_things(self, count: int) -> None:
        """The ledger has entries of which no package tells."""
        self.log.append([b"something else %d" % (self.log.size + n) for n in range(count)])

    def checkpoint(self) -> Note:
        return Checkpoint(self.key.name, self.log.head).signed(self.key)

    def take_in(
        self,
        number: int,
        data: bytes,
        name: str,
        media_type: str = "image/jpeg",
        *,
        pages: int = 1,
        withheld: Both | None = None,
        derivatives: Sequence[Derivative] = (),
    ) -> Item:
        """Receive a piece, look after it, and describe it for a package."""
        one = f"E-{number:04}"
        described = {"object": object_text(one, Digest.of(data), len(data))}
        entry = self.sealed("evidence.received", described, shown=withheld is None)
        step = first(
            one, StepKind.RECEIVED, self.now(), source="a witness", to="archive", by="Layla"
        )
        chain = [CustodyEntry(step, self.seal_step(step))]
        checked = after(step, StepKind.CHECKED, self.now(), by="Omar", note="=every 30 days")
        chain.append(CustodyEntry(checked, self.seal_step(checked)))
        given = after(checked, StepKind.COPY_GIVEN, self.now(), by="Omar", to="the court")
        chain.append(CustodyEntry(given))
        return Item(
            number,
            one,
            name,
            media_type,
            pages,
            withheld or content_of(data),
            entry,
            tuple(chain),
            Description("2019-08", True, "a witness", "", "ar"),
            tuple(derivatives),
        )

    def seal_step(self, step: Step) -> int:
        return self.sealed("evidence.custody", {"custody": step.to_bytes()})

    def redact(self, parent: int, data: bytes, name: str, number: int = 1) -> Derivative:
        """Make a redacted version of what an entry stands for."""
        one = f"D-{self.log.size:04}"
        how = Derivation(parent, "redact 1.0", "page 1: 10,20,90,60", "a name", "Omar", "Layla")
        promised = {
            "object": object_text(one, Digest.of(data), len(data)),
            "derivation": how.to_bytes(),
        }
        entry = self.sealed("evidence.derived", promised)
        return Derivative(
            one,
            number,
            DerivativeKind.REDACTED,
            name,
            "image/png",
            2,
            content_of(data),
            how,
            self.now(),
            entry,
        )

    def contents(self, items: Sequence[Item]) -> Contents:
        return Contents(
            "IDLIB",
            Both("Invented evidence of a market", "أدلة مختلقة عن سوق"),
            "Invented Archive",
            MONDAY + timedelta(days=1),
            Both("everything of the invented market", "كل ما يخص السوق المختلق"),
            tuple(items),
            tuple(self.entries),
            self.key.public,
            (LeftOut(Both("no consent", "لا موافقة"), 2),),
        )

    def seal_package(self, draft: Draft) -> int:
        index = self.log.size
        actor = Commitment.to(b"Omar", self._salt("actor"))
        self.log.append([Entry(KIND, self.now(), actor, draft.payload).to_bytes()])
        return index

    def pack(
        self, place: Path, items: Sequence[Item], stamped: Sequence[StampedCheckpoint] = ()
    ) -> Package:
        draft = begin(place, self.contents(items), self.log)
        index = self.seal_package(draft)
        self.other_things(2)
        return finish(draft, self.log, index, self.checkpoint(), stamped)


def some_items(archive: Archive) -> list[Item]:
    """A film, a photograph, and a paper of which only a redacted version goes along."""
    archive.other_things(5)
    film = archive.take_in(1, b"film" * 1000, FILM_NAME, "video/mp4")
    photo = archive.take_in(2, b"\xff\xd8photo", PHOTO_NAME)
    archive.other_things(1)
    paper_entry = archive.log.size
    why = Both("it names a witness", "يسمّي شاهدًا")
    paper = archive.take_in(7, b"%PDF names", "list.pdf", "application/pdf", pages=3, withheld=why)
    redacted = archive.redact(paper_entry, b"\x89PNG black", "list redacted.png")
    return [photo, film, replace(paper, derivatives=(redacted,))]
