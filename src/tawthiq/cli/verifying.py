"""``tawthiq verify``: is the record what was sealed?"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.ends import COULD_NOT, DOES_NOT_HOLD
from tawthiq.cli.options import AsFormat, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.actions.verify import Verified
    from tawthiq.values.both import Language

_SHOWN = 200  # differences printed as text; --format json has them all


def verify(
    level: Annotated[
        int,
        typer.Option(
            min=1, max=3, help="1: log and tables; 2: incidents computed again; 3: every byte read."
        ),
    ] = 2,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a level 3 was broken off.")
    ] = False,
    held: Annotated[
        list[Path] | None,
        typer.Option(
            "--checkpoint", help="A checkpoint kept elsewhere.", exists=True, dir_okay=False
        ),
    ] = None,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Hold every record against the log. Exits with 0 if it holds, 1 if not, 3 if unknown."""
    from tawthiq.actions.start import start

    found = start(home or "")
    from tawthiq.actions.verify import verify as hold

    language = (lang or own_tongue()).language
    looking = "looking at" if language == "en" else "جارٍ فحص"
    done = hold(
        found,
        level=level,
        held=[each.read_bytes() for each in held or ()],
        told=lambda name: _progress(f"{looking} {name} …\n"),
        resumes=resume,
        progress=_ByteProgress(language),
    )
    if format_ is Format.JSON:
        _print(json.dumps(as_json(done, language), ensure_ascii=False, indent=2) + "\n")
    else:
        _print_text(done, language)
    if not done.holds:
        raise typer.Exit(DOES_NOT_HOLD)
    if done.is_unclear:
        raise typer.Exit(COULD_NOT)


def as_json(done: Verified, language: Language) -> dict[str, Any]:
    """What was found as plain values."""
    return {
        "holds": done.holds,
        "entries": done.head.size,
        "root": done.head.root.hex(),
        "rows": done.rows,
        "checkpoints": done.checkpoints,
        "differences": [
            {
                "table": each.table,
                "code": each.code,
                "what": each.what.value,
                "said": each.said.in_(language),
            }
            for each in done.differences
        ],
        "vault": {
            "level": int(done.vault.level),
            "objects": done.vault.objects,
            "bytes": done.vault.size,
            "unlisted": done.vault.unlisted,
            "faults": [
                {"items": list(one.codes), "sha256": str(one.digest), "state": one.state.value}
                for one in done.vault.faults
            ],
        },
        "not_looked_at": [left.in_(language) for left in done.not_looked_at],
    }


VERDICTS: dict[str, tuple[str, str, str]] = {
    "en": ("DOES NOT HOLD", "holds", "COULD NOT BE FOUND OUT"),
    "ar": ("غير مطابق", "مطابق لما خُتم", "تعذّر التحقق"),
}


class _ByteProgress:
    """How many bytes were read, once in two seconds at most."""

    def __init__(self, language: Language) -> None:
        self._language, self._told = language, time.monotonic()

    def __call__(self, objects: int, size: int, all_: int) -> None:
        if time.monotonic() - self._told < 2:
            return
        self._told = time.monotonic()
        share = f"{100 * size // all_ if all_ else 100}%"
        _progress(
            f"{objects} objects, {share}\n"
            if self._language == "en"
            else f"الكائنات {objects}، {share}\n"
        )


def _print_text(done: Verified, language: Language) -> None:
    from tawthiq.evidence.vault.scrub import State

    for each in done.differences[:_SHOWN]:
        _print(f"{each.said.in_(language)}\n")
    if len(done.differences) > _SHOWN:
        more = len(done.differences) - _SHOWN
        _print(f"and {more} more\n" if language == "en" else f"و{more} غيرها\n")
    for fault in done.vault.faults:
        if fault.state is State.UNREADABLE:
            _print(f"{', '.join(fault.codes)}: {fault.state.said.in_(language)}\n")
    rows, size, objects = sum(done.rows.values()), done.head.size, done.vault.objects
    verdict = VERDICTS[language][2 if done.is_unclear else int(done.holds)]
    if language == "en":
        _print(f"{verdict}: {size} entries, {rows} rows, {objects} objects\n")
    else:
        _print(f"{verdict}: القيود {size}، الصفوف {rows}، الكائنات {objects}\n")
    for left in done.not_looked_at:
        _progress(f"{'not looked at: ' if language == 'en' else 'لم يُفحص: '}{left.in_(language)}\n")


def _print(text: str) -> None:
    sys.stdout.write(text)


def _progress(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
