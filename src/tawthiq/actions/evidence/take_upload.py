"""Take in what came over the network: in pieces over days, or with one form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tawthiq.actions.evidence.add import Batch, Given, open_vault, seal_arrivals
from tawthiq.actions.evidence.look import Seen, look
from tawthiq.evidence.arrivals.arriving import Arrival, NotOpened, open_zips
from tawthiq.evidence.arrivals.given_name import GivenName
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.uploads import Upload, Uploads
from tawthiq.store.home import Home
from tawthiq.values.digest import Digest

WAITS = timedelta(days=7)
"""How long the next piece of an upload is waited for; house choice."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one thing that was sent.

    Attributes:
        batches: The file itself first; then what was in it, if it is a zip.
        not_opened: Why a zip could not be opened to its end.
        seen: What was seen of each new item, and what here looks like it.
    """

    batches: tuple[Batch, ...]
    not_opened: tuple[NotOpened, ...]
    seen: tuple[Seen, ...]


def begin_upload(home: Home, size: int) -> Upload:
    """Begin an upload of so many bytes; the vault is made where there is none.

    Those that never came whole and have not grown for ``WAITS`` are given up first, so that
    what was broken off does not fill the disk.

    Raises:
        StorageError: There is no room for it.
    """
    with open_vault(home) as store:
        uploads = Uploads(store.layout.uploads)
        uploads.sweep(datetime.now(UTC) - WAITS)
        return uploads.begin(size)


def uploads_of(home: Home) -> Uploads:
    """The unfinished uploads of a home folder, whose vault is there."""
    return Uploads(home.vault / "uploads")


def take_upload(home: Home, upload: str, name: str, given: Given) -> Taken:
    """Keep and seal an upload that is complete. If it fails in the middle, ask again.

    Args:
        upload: Its name among the uploads.
        name: What its sender calls the file.

    Raises:
        InputError: Some of it has not come yet, or ``given`` is not whole.
        UnknownNameError, StorageError, HomeError: As for ``add``.
    """
    with open_vault(home) as store:
        uploads = Uploads(store.layout.uploads)
        [kept] = store.publish([uploads.finish(upload)])
        arrival = Arrival(_name(name), kept)
        taken = _sealed(home, store, [arrival], given)
        uploads.give_up(upload)
    return taken


def take_form(home: Home, files: Iterable[tuple[str, Iterable[bytes]]], given: Given) -> Taken:
    """Keep and seal files that came whole, with one form.

    Args:
        files: The name and the bytes, in pieces, of each.

    Raises:
        InputError, UnknownNameError, StorageError, HomeError: As for ``add``.
    """
    with open_vault(home) as store:
        names, staged = list[GivenName](), []
        for name, chunks in files:
            staged.append(store.stage(chunks, alone=True))
            names.append(_name(name))
        kept = store.publish(staged)
        arrivals = [Arrival(name, one) for name, one in zip(names, kept, strict=True)]
        return _sealed(home, store, arrivals, given)


def _sealed(home: Home, store: LocalStore, arrivals: list[Arrival], given: Given) -> Taken:
    insides = dict[Digest, int]()
    batches = [seal_arrivals(home, store, arrivals, given, insides)]
    not_opened = list[NotOpened]()
    with Sandbox() as sandbox:
        for group in open_zips(store, sandbox, arrivals):
            if isinstance(group, NotOpened):
                not_opened.append(group)
            else:
                batches.append(seal_arrivals(home, store, group, given, insides))
    fresh = [one.item for batch in batches for one in batch.receipts if not one.is_again]
    return Taken(tuple(batches), tuple(not_opened), tuple(look(home, fresh, by=given.by)))


def _name(text: str) -> GivenName:
    return GivenName.of_bytes(text.encode("utf-8", "replace"), is_utf8=True)
