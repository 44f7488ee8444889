"""Looking through an arrival for what tools of the field made, whatever it was packed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tawthiq.evidence.capture import (
    auto_archiver,
    chats,
    content_credentials,
    telephone_proof,
    web_archive,
)
from tawthiq.evidence.capture.files import GivenFile, GivenFiles
from tawthiq.evidence.capture.finding import Capture
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.timestamps.verification import Roots

Recogniser = Callable[[Sandbox, GivenFiles, Roots | None], Iterator[Capture]]

# The next tool is one line here, one module, and a reader in the sandbox if its form is new.
RECOGNISERS: tuple[Recogniser, ...] = (
    auto_archiver.captures,
    web_archive.captures,
    lambda sandbox, files, roots: telephone_proof.proofmode_captures(sandbox, files),
    lambda sandbox, files, roots: telephone_proof.tella_captures(sandbox, files),
    lambda sandbox, files, roots: chats.whatsapp_captures(sandbox, files),
    lambda sandbox, files, roots: chats.telegram_captures(sandbox, files),
    lambda sandbox, files, roots: content_credentials.captures(sandbox, files),
)


def captures_in(
    sandbox: Sandbox, files: Iterable[GivenFile], roots: Roots | None = None
) -> Iterator[Capture]:
    """What was recognised among the files of one arrival.

    A file may belong to several: a photo with content credentials in a chat. A file that belongs
    to none is kept like all others.

    Args:
        files: All that came together, members of a zip included, each at hand on this machine.
        roots: The time stamping authorities whose word is taken; without them no stamp is.

    Raises:
        OSError: A file is not there any more.
    """
    given = GivenFiles(files)
    for recogniser in RECOGNISERS:
        yield from recogniser(sandbox, given, roots)
