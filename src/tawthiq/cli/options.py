"""The options that many commands share, said once."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tawthiq.values.both import Language


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


class Tongue(StrEnum):
    ENGLISH = "en"
    ARABIC = "ar"

    @property
    def language(self) -> Language:
        return "ar" if self is Tongue.ARABIC else "en"


def own_tongue() -> Tongue:
    """The reader's language: TAWTHIQ_LANG, else the locale's, else English."""
    said = os.environ.get("TAWTHIQ_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return Tongue.ARABIC if said.lower().startswith("ar") else Tongue.ENGLISH


Home = Annotated[
    Path | None,
    typer.Option(
        "--home",
        envvar="TAWTHIQ_HOME",
        help="The folder with your cases (default: the platform's data folder).",
        show_default=False,
    ),
]
Case = Annotated[str, typer.Option("--case", help="The code of the case.")]
AsFormat = Annotated[Format, typer.Option("--format", help="How to print the result.")]
InTongue = Annotated[
    Tongue | None,
    typer.Option("--lang", help="Language of the words: en or ar (default: yours)."),
]
By = Annotated[
    str, typer.Option("--by", help="Who does it, for the journal (default: your user name).")
]
Because = Annotated[str, typer.Option("--because", help="Why, for the journal.")]
