"""Make a package of evidence that a stranger can verify without us.

First consent is asked for every piece, then everything is written that is known before the seal,
then the ledger gets an entry that seals it, and only then does the package bear its name. Whoever
breaks off in between leaves no package, at worst an entry that says that one was begun.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.checkpoints import checkpoint, own_key
from tawthiq.actions.evidence.add import open_vault
from tawthiq.actions.evidence.consents import release
from tawthiq.actions.evidence.custody_steps import take_step
from tawthiq.actions.evidence.packing import Packed, contents_of, key_change_entries
from tawthiq.actions.evidence.selecting import Selection, select
from tawthiq.actions.evidence.stamping import stamps_for
from tawthiq.actions.evidence.timestamps import Asker
from tawthiq.actions.promising import actor_commitment, now
from tawthiq.errors import InputError
from tawthiq.evidence.consent import Purpose, Use
from tawthiq.evidence.custody import StepKind
from tawthiq.evidence.packages.encryption import SUFFIX, encrypted, recipient
from tawthiq.evidence.packages.writing import KIND, Draft, Package, begin, finish
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note
from tawthiq.store import models
from tawthiq.store.codecs import canonical
from tawthiq.store.home import Home
from tawthiq.store.queries.consents import persons_in
from tawthiq.store.sealed.storage import DatabaseStorage

ANYBODY = "whoever has the package"
"""The recipient where nobody is named; nobody ever consents to that."""


@dataclass(frozen=True, slots=True)
class Made:
    """A package that may be given away.

    Attributes:
        place: The folder, or the closed file where it was made for recipients' keys.
        key: The key of the ledger, to be given by another way than the package.
        items: Codes of what is in it, redacted copies included.
        left_out: Codes of what the question would have found; ``selection`` says why.
        pending: How many time stamps of its checkpoint are still to come.
    """

    place: Path
    package: Package
    key: str
    entry: int
    checkpoint: Note
    items: tuple[str, ...]
    selection: Selection
    pending: int


def make_package(
    home: Home,
    about: str,
    to: Path,
    *,
    by: str,
    case: str = "",
    for_whom: str = "",
    recipients: Sequence[str] = (),
    maker: str = "",
    asker: Asker | None = None,
) -> Made:
    """Make a package of an item, of what is linked to an incident, or of a case.

    Args:
        about: The code of an item, an incident or a case.
        to: The folder of the package, which must not be there yet; with recipients, the closed
            file gets this name and ``.tar.age``.
        case: The case of an incident.
        for_whom: The body that receives it, by the name under which people consented.
        recipients: Keys of age (or of SSH) that alone shall open it.
        maker: The organisation that makes it; by default who does it.

    Raises:
        UnknownNameError: Nothing has this code.
        InputError: Something is there already, nothing may leave, or a key is none.
        IntegrityError: Bytes, custody or promises are not what they were; verify says which.
        OSError: It cannot be written.
    """
    keys = [recipient(line) for line in recipients]
    goal = to.with_name(to.name + SUFFIX) if keys else to
    _refuse_there(to, goal)
    use = Use(Purpose.SHARE, " ".join(for_whom.split()) or ANYBODY)
    chosen = select(about, case, use)
    rights.require_evidence(by, chosen.case.code)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".packing-") as beside:
        place = Path(beside) / to.name
        packed, draft = _begun(home, place, chosen, maker or by, by)
        index, note = _seal(home, chosen, draft, use, recipients, by)
        stamped, pending = stamps_for(note, packed.first_entry, by=by, asker=asker)
        with transaction.atomic():  # a log that grows meanwhile would look as if it were damaged
            package = finish(draft, Log(DatabaseStorage()), index, note, stamped)
        if keys:
            encrypted(place, goal, recipients)
        else:
            place.rename(goal)
    return Made(
        goal,
        Package(goal, package.files, package.size),
        str(packed.contents.key),
        index,
        note,
        chosen.codes,
        chosen,
        pending,
    )


def _refuse_there(*places: Path) -> None:
    for place in places:
        if place.exists():
            raise InputError(
                f"{place} is there already; name another place",
                f"{place} موجود مسبقًا؛ سمِّ مكانًا آخر",
            )
        if not place.parent.is_dir():
            raise InputError(
                f"there is no folder {place.parent}; make it first",
                f"لا يوجد مجلد {place.parent}؛ أنشئه أولًا",
            )


def _begun(home: Home, place: Path, chosen: Selection, maker: str, by: str) -> tuple[Packed, Draft]:
    with open_vault(home) as store:
        packed = contents_of(
            store,
            chosen,
            maker=maker,
            made=now(),
            key=own_key(home).public,
            changes=key_change_entries(),
            by=by,
        )
        with transaction.atomic():
            log = Log(DatabaseStorage())
        return packed, begin(place, packed.contents, log)


def _seal(
    home: Home, chosen: Selection, draft: Draft, use: Use, recipients: Sequence[str], by: str
) -> tuple[int, Note]:
    """The entry of the package, and beside it: that copies were given, and of whom."""
    with in_one_piece():
        at = now()
        log = Log(DatabaseStorage())
        index = log.size
        log.append([Entry(KIND, at, actor_commitment(by), draft.payload).to_bytes()])
        models.PackageMade.objects.create(
            case=chosen.case,
            about=chosen.about,
            for_whom=use.recipient,
            recipients=canonical(list(recipients)),
            items=canonical(list(chosen.codes)),
            sealed=str(draft.payload),
            entry=index,
            by=by,
            at=at,
        )
        _write_down_releases(chosen, use, index, at, by)
        what = {"about": chosen.about, "items": len(chosen.codes), "entry": index}
        journal.write(chosen.case, by=by, action="make-package", what=what)
        return index, checkpoint(home)


def _write_down_releases(chosen: Selection, use: Use, index: int, at: datetime, by: str) -> None:
    where = f"package, entry {index}"
    for piece in chosen.pieces:
        for row in piece.leaving:
            release(row, use, persons=persons_in(row) or (), where=where, at=at)
        take_step(piece.root, StepKind.COPY_GIVEN, by=by, to=use.recipient, note=where)
