"""Capture an address of the web and take what came in as evidence, whatever came of it.

That nothing came is evidence too: the archive then says what was asked, when, and why not.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tawthiq.actions.capture_fetch import Terms
from tawthiq.actions.capture_url import PageKept, capture_url
from tawthiq.actions.evidence.add import Batch, Given, add
from tawthiq.evidence.arrivals.arriving import NotOpened
from tawthiq.evidence.custody import StepKind
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.store.home import Home
from tawthiq.store.queries.cases import row_of


@dataclass(frozen=True, slots=True)
class UrlKept:
    """An address that was captured, or could not be, and is sealed either way.

    Attributes:
        page: What came; its archive is in the vault now, no longer in a folder.
    """

    page: PageKept
    batches: tuple[Batch, ...]


def keep_url(
    home: Home,
    address: str,
    *,
    case: str,
    by: str,
    note: str = "",
    terms: Terms | None = None,
    with_media: bool = False,
) -> UrlKept:
    """Ask for a page, and keep and seal what came of it.

    Raises:
        UnknownNameError: No case has this code; nothing was asked.
        InputError: It is no address of the web; nothing was asked.
        StorageError, HomeError: As for ``add``.
    """
    row_of(case)
    home.prepare()
    with tempfile.TemporaryDirectory(prefix="capture-", dir=home.folder) as place, Sandbox() as box:
        page = capture_url(
            address, Path(place), box, at=datetime.now(UTC), terms=terms, with_media=with_media
        )
        told = "; ".join(part for part in (_outcome(page), note.strip()) if part)
        given = Given(case, page.address, by, told, StepKind.CAPTURED)
        taken = list(add(home, [page.archive, *page.media], given, opens_zips=False))
    return UrlKept(page, tuple(one for one in taken if not isinstance(one, NotOpened)))


def _outcome(page: PageKept) -> str:
    """What came of it in one line, for the chain of custody."""
    if page.failed is not None:
        return f"could not be captured: {page.failed.en}"
    left_out = f"; {len(page.left_out)} could not be had" if page.left_out else ""
    return f"answered {page.status}; {page.kept} answers kept{left_out}"
