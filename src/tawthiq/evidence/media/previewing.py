"""A small picture of a picture, a page or a film, safe to be shown in a page.

The original is never shown by a browser: it may run scripts, tell where it was taken, or be made
for a fault of the browser. What is shown was decoded in the sandbox and written anew.
"""

from __future__ import annotations

from pathlib import Path

from tawthiq.evidence.media.kinds import Kind
from tawthiq.evidence.media.only_pixels import MoreThanPixels, check_jpeg
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox


def preview(
    sandbox: Sandbox, path: Path, kind: Kind, page: int = 0, longest: int = 1600
) -> bytes | NotRead:
    """A JPEG of what a person would see, without a word beside the pixels.

    Args:
        page: Of a PDF, from 0.
        longest: Pixels of the longer side, at most.
    """
    what = "pdf" if kind.media_type == "application/pdf" else kind.family
    if what not in ("picture", "film", "pdf"):
        return NotRead(Why.NOT_OF_THIS_KIND)
    answer = sandbox.ask("preview", path, {"what": what, "page": page, "longest": longest})
    if isinstance(answer, NotRead):
        return answer
    try:
        [drawn] = answer.made
        check_jpeg(drawn)
    except (ValueError, MoreThanPixels):
        return NotRead(Why.NONSENSE)
    return drawn
