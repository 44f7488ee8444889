"""Arrivals of the tests: files with names, as if somebody had just given them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tawthiq.evidence.capture.files import GivenFile
from tawthiq.evidence.capture.finding import Capture, Check, Outcome, Tool
from tawthiq.evidence.capture.recognising import captures_in
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.timestamps.verification import Roots
from tawthiq.values.digest import Digest


def given(folder: Path, files: Mapping[str, bytes]) -> list[GivenFile]:
    """Write the files down, each under its number: names are not paths."""
    found = list[GivenFile]()
    for number, (name, content) in enumerate(files.items()):
        path = folder / str(number)
        path.write_bytes(content)
        found.append(GivenFile(name, path, Digest.of(content)))
    return found


def recognised(
    sandbox: Sandbox, folder: Path, files: Mapping[str, bytes], roots: Roots | None = None
) -> list[Capture]:
    return list(captures_in(sandbox, given(folder, files), roots))


def only(captures: list[Capture], tool: Tool) -> Capture:
    [capture] = [one for one in captures if one.tool is tool]
    return capture


def checks(capture: Capture, code: str) -> list[Check]:
    return [one for one in capture.checks if one.code == code]


def outcome(capture: Capture, code: str) -> Outcome:
    """What came of the only check of this name."""
    [check] = checks(capture, code)
    return check.outcome


def said(capture: Capture, name: str) -> str:
    """What the tool claims under this name."""
    return next(one.value for one in capture.claims if one.name == name)
