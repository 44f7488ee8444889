"""Keep a page of the web as it answers now: question and answer, its pictures and style sheets.

What cannot be captured is an outcome as well: the archive that is written then holds what was asked
for and why nothing came, so that "it was gone on that day" can be shown.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from warcio.warcwriter import WARCWriter

import tawthiq
from tawthiq.actions.capture_fetch import Fetched, NotFetched, Terms, fetch, web_address
from tawthiq.errors import InputError
from tawthiq.evidence.sandbox.frames import Json
from tawthiq.evidence.sandbox.not_read import NotRead
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.values.both import Both

_MOST_TURNS = 10  # redirections, as browsers have it
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class PageKept:
    """What came of capturing an address.

    Attributes:
        address: As it was asked for.
        led_to: Where the site led in the end.
        archive: The WARC with everything that was asked and what came.
        status: What the site answered at last; None where nothing came.
        kept: Answers that are in the archive, the page among them.
        left_out: Pictures and style sheets that could not be had, each with its reason.
        media: Files that the site's film or sound was saved to, and what was said about them.
        failed: Why the page itself could not be captured; None where it was.
    """

    address: str
    led_to: str
    archive: Path
    status: int | None
    kept: int
    left_out: tuple[NotFetched, ...]
    media: tuple[Path, ...] = ()
    media_failed: Both | None = None
    failed: Both | None = None


def capture_url(
    address: str,
    folder: Path,
    sandbox: Sandbox,
    *,
    at: datetime,
    terms: Terms | None = None,
    with_media: bool = False,
) -> PageKept:
    """Ask for a page and write what came to a new archive in a folder.

    Args:
        folder: Where the archive and any media are written; take them into the vault from there.
        at: Now, in UTC: for the name of the archive.
        with_media: Whether film or sound of the page is fetched with yt-dlp as well.

    Raises:
        InputError: It is no address of the web; nothing was asked.
    """
    asked = web_address(address)
    if not asked:
        raise InputError(
            "this is no address of the web that can be asked for: it begins with http:// or"
            " https:// and has no name and password in it",
            "هذا ليس عنوانًا على الويب يمكن طلبه: يبدأ العنوان بـ http:// أو https:// ولا يحوي اسمًا"
            " وكلمة مرور",
        )
    within = terms or Terms()
    host = (urlsplit(asked).hostname or "").replace(":", "_")
    archive = folder / f"{host}-{at:%Y%m%dT%H%M%SZ}.warc.gz"
    with archive.open("xb") as file:
        writing = _Writing(file, within)
        page = writing.page(asked)
        if isinstance(page, Fetched) and page.status < 400:
            writing.things_of(page, sandbox)
    media, media_failed = tuple[Path, ...](), None
    if with_media and not (isinstance(page, NotFetched) and page.code == "local"):
        media, media_failed = _media(asked, folder, within)
    return PageKept(
        address,
        page.address,
        archive,
        page.status if isinstance(page, Fetched) else None,
        writing.kept,
        tuple(writing.left_out),
        media,
        media_failed,
        _failed(page),
    )


def _failed(page: Fetched | NotFetched) -> Both | None:
    if isinstance(page, NotFetched):
        return page.said
    if page.status >= 400 or page.leads_to:
        return Both(
            f"the site answered {page.status}; its answer is kept",
            f"أجاب الموقع بالرمز {page.status}؛ وجوابه محفوظ",
        )
    return None


class _Writing:
    """An archive that is being written, and what is left of time and room."""

    def __init__(self, file: io.BufferedWriter, terms: Terms) -> None:
        self._terms, self._room = terms, terms.whole
        self._until = time.monotonic() + terms.seconds
        self._writer = WARCWriter(file, gzip=True, warc_version="1.1")
        self._seen = set[str]()
        self.kept, self.left_out = 0, list[NotFetched]()
        about = {"software": f"tawthiq {tawthiq.__version__}", "format": "WARC File Format 1.1"}
        self._writer.write_record(self._writer.create_warcinfo_record(Path(file.name).name, about))

    def page(self, address: str) -> Fetched | NotFetched:
        """Ask for the page, and again wherever the site sends us; each answer is kept."""
        for _ in range(_MOST_TURNS):
            found = self._keep(address)
            if isinstance(found, NotFetched) or not found.leads_to:
                return found
            address = web_address(found.leads_to, address)
            if not address:
                return found
        return found

    def things_of(self, page: Fetched, sandbox: Sandbox) -> None:
        """Keep the pictures and style sheets that a page names, and what those sheets name."""
        waiting = list(_named(page, sandbox))
        for count, (address, is_style) in enumerate(waiting):
            if count >= self._terms.things:
                self.left_out.append(NotFetched(address, "too-many", _TOO_MANY))
                return
            if address not in self._seen:
                found = self._keep(address)
                if isinstance(found, NotFetched):
                    self.left_out.append(found)
                elif is_style and found.status < 400:
                    waiting += _named(found, sandbox)

    def _keep(self, address: str) -> Fetched | NotFetched:
        self._seen.add(address)
        found = fetch(address, self._terms, self._until, min(self._room, self._terms.each))
        if isinstance(found, NotFetched):
            self._write_failure(found)
            return found
        self._room -= len(found.answer)
        self.kept += 1
        about = {"WARC-IP-Address": found.place} if found.place else {}
        answer, question = (
            self._writer.create_warc_record(
                address, kind, payload=io.BytesIO(data), length=len(data), warc_headers_dict=about
            )
            for kind, data in (("response", found.answer), ("request", found.question))
        )
        self._writer.write_request_response_pair(question, answer)
        return found

    def _write_failure(self, found: NotFetched) -> None:
        text = f"outcome: could-not-capture\r\nreason: {found.code}\r\ndetail: {found.said.en}\r\n"
        self._writer.write_record(
            self._writer.create_warc_record(
                found.address,
                "metadata",
                payload=io.BytesIO(text.encode()),
                warc_content_type="application/warc-fields",
            )
        )


_TOO_MANY = Both(
    "more pictures and style sheets than are allowed; this one and the rest were left out",
    "الصور وأوراق الأنماط أكثر من المسموح؛ تُركت هذه وما بعدها",
)


def _named(found: Fetched, sandbox: Sandbox) -> Iterator[tuple[str, bool]]:
    """The addresses that a page or style sheet names, each with whether it is a style sheet."""
    kind = found.headers.get_content_type()
    form = "style" if kind == "text/css" else "page" if kind in _PAGES else ""
    if not form:
        return
    options: dict[str, Json] = {
        "form": form,
        "packed": found.headers.get("Content-Encoding", "").lower(),
    }
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "body"
        file.write_bytes(found.body)
        answer = sandbox.ask("links", file, options)
    if isinstance(answer, NotRead):
        return
    base = found.address
    for record in answer.records:
        if "base" in record:
            base = web_address(str(record["base"]), found.address) or base
        elif address := web_address(str(record.get("link")), base):
            yield address, record.get("is") == "style"


# --- film and sound ---------------------------------------------------------------------------


def _media(address: str, folder: Path, terms: Terms) -> tuple[tuple[Path, ...], Both | None]:
    """What yt-dlp saves of a page, with its own description of it, in a process of its own."""
    if find_spec("yt_dlp") is None:
        return (), Both(
            "what fetches film and sound is not installed; install tawthiq[media]",
            "البرنامج الذي يجلب المقاطع غير مثبَّت؛ ثبّت tawthiq[media]",
        )
    place = Path(tempfile.mkdtemp(prefix="media-", dir=folder))
    options = [
        "--ignore-config", "--no-playlist", "--no-progress", "--quiet", "--no-cache-dir",
        "--no-update", "--write-info-json", "--no-part", "--restrict-filenames",
        "--max-filesize", str(terms.whole), "--paths", str(place),
        "--proxy", terms.proxy, "--output", "%(id).80s.%(ext)s",
    ]  # fmt: skip
    try:
        run = subprocess.run(
            [sys.executable, "-m", "yt_dlp", *options, "--", address],
            capture_output=True,
            timeout=terms.seconds * 5,
            check=False,
        )
        failed = run.stderr.decode("utf-8", "replace").strip()[-300:] if run.returncode else ""
    except subprocess.TimeoutExpired:
        failed = "too long"
    found = tuple(sorted(one for one in place.rglob("*") if one.is_file()))
    if found and not failed:
        return found, None
    return found, Both("film or sound could not be captured: ", "تعذّر حفظ المقطع: ") + Both.same(
        failed or "nothing"
    )
