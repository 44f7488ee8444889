"""``tawthiq evidence url``: keep a page of the web as it answers now."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.ends import DOES_NOT_HOLD
from tawthiq.cli.options import AsFormat, By, Case, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.actions.evidence.keep_url import UrlKept
    from tawthiq.values.both import Language


evidence = typer.Typer(no_args_is_help=True, help="Evidence, kept as it came.")


@evidence.command("url")
def url(
    address: Annotated[str, typer.Argument(help="Begins with http:// or https://.")],
    case: Case,
    by: By = "",
    note: Annotated[str, typer.Option(help="Why, or what to know of it.")] = "",
    media: Annotated[bool, typer.Option(help="Fetch film and sound too (yt-dlp).")] = False,
    proxy: Annotated[
        str,
        typer.Option(
            envvar="TAWTHIQ_PROXY",
            help="http://host:port or socks5h://host:port, which looks names up itself.",
        ),
    ] = "",
    local: Annotated[bool, typer.Option(help="Allow an address of your own network.")] = False,
    seconds: Annotated[float, typer.Option(min=1, max=3600, help="When to give up.")] = 120,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Keep a page with its pictures. Exits with 1 if it could not be; that is kept as well."""
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.capture_fetch import Terms
    from tawthiq.actions.evidence.keep_url import keep_url

    done = keep_url(
        found,
        address,
        case=case,
        by=by or whoever_runs_this(),
        note=note,
        terms=Terms(proxy=proxy, local_allowed=local, seconds=seconds),
        with_media=media,
    )
    language = (lang or own_tongue()).language
    if format_ is Format.JSON:
        _print(json.dumps(as_json(done, language), ensure_ascii=False, indent=2) + "\n")
    else:
        _print_text(done, language)
    if done.page.failed is not None:
        raise typer.Exit(DOES_NOT_HOLD)


def as_json(done: UrlKept, language: Language) -> dict[str, Any]:
    """What was kept as plain values."""
    page = done.page
    return {
        "address": page.address,
        "led_to": page.led_to,
        "status": page.status,
        "captured": page.failed is None,
        "why_not": page.failed.in_(language) if page.failed else None,
        "answers": page.kept,
        "left_out": [
            {"address": one.address, "code": one.code, "why": one.said.in_(language)}
            for one in page.left_out
        ],
        "media_why_not": page.media_failed.in_(language) if page.media_failed else None,
        "items": [
            {"item": one.item, "name": one.name.text, "sha256": str(one.digest), "entry": one.entry}
            for batch in done.batches
            for one in batch.receipts
        ],
    }


def _print_text(done: UrlKept, language: Language) -> None:
    page, arabic = done.page, language == "ar"
    if page.failed:
        begins = "تعذّر حفظ الصفحة: " if arabic else "could not be captured: "
        _tell(begins + page.failed.in_(language))
    for missing in page.left_out:
        _tell(f"{missing.address}: {missing.said.in_(language)}")
    if page.media_failed:
        _tell(page.media_failed.in_(language))
    for batch in done.batches:
        for one in batch.receipts:
            _print(f"{one.item}  {one.digest}  {one.name.shown}\n")


def _print(text: str) -> None:
    sys.stdout.write(text)


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
