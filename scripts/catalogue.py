"""The sentences of the pages that want an Arabic translation, gathered from templates and code.

`python scripts/catalogue.py` writes what is new into the catalogue, with an empty
translation and the place where it stands, and drops what no page says any more. The
translations themselves are written by people, in the file; `make translations` compiles it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import django
from babel.messages import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "src/tawthiq/web"
CATALOGUE = WEB / "locale/ar/LC_MESSAGES/django.po"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# The history of the file is told by the repository; a date in it would change with every run.
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
Said = tuple[str, str | tuple[str, ...], str]
"""The context, the sentence (or its singular and plural), and where it stands."""


def said() -> Iterator[Said]:
    """Everything that templates and code hand over to be translated, in order of files."""
    for file in sorted((WEB / "templates").rglob("*.html")):
        python = templatize(file.read_text("utf-8"), origin=file.name)
        # What stands for the rest of the template is indented at random.
        yield from _in_python("\n".join(line.strip() for line in python.splitlines()), file)
    for file in sorted(WEB.rglob("*.py")):
        yield from _in_python(file.read_text("utf-8"), file)


def _in_python(source: str, file: Path) -> Iterator[Said]:
    found = extract_python(io.BytesIO(source.encode()), dict.fromkeys(KEYWORDS), (), {})
    for line, function, given, _comments in found:
        words = [given] if isinstance(given, str) else [each for each in given if each]
        if not words or function is None:
            continue
        context = words.pop(0) if function in ("pgettext", "npgettext") else ""
        message = tuple(words[:2]) if function in ("ngettext", "npgettext") else words[0]
        yield context, message, f"{file.relative_to(WEB).as_posix()}:{line}"


def catalogue() -> Catalog:
    """The catalogue as it stands in its file."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="ar", domain="django")


def brought_up_to_date(held: Catalog) -> Catalog:
    """The same translations for exactly what is said now."""
    fresh = Catalog(
        locale="ar",
        domain="django",
        project="Tawthiq",
        version="0",
        creation_date=_WRITTEN,
        revision_date=_WRITTEN,
        last_translator="translators of Tawthiq",
        language_team="Arabic",
        msgid_bugs_address="see CONTRIBUTING.md",
        fuzzy=False,
    )
    fresh.header_comment = held.header_comment
    for context, message, place in said():
        known = held.get(message if isinstance(message, str) else message[0], context or None)
        plural = not isinstance(message, str)
        kept = known if known is not None and known.pluralizable is plural else None
        name, line = place.rsplit(":", 1)
        fresh.add(
            message,
            kept.string if kept else None,
            locations=[(name, int(line))],
            context=context or None,
        )
    return fresh


def untranslated(held: Catalog) -> list[str]:
    """Every sentence without a full translation, all plural forms included."""
    return [str(message.id) for message in held if message.id and not _is_full(message)]


def _is_full(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(strings) and (not message.pluralizable or len(strings) == 6)


def main() -> int:
    """Bring the file up to date and name what is still to be translated."""
    if not settings.configured:
        settings.configure()
        django.setup()
    held = catalogue() if CATALOGUE.exists() else Catalog(locale="ar", domain="django")
    fresh = brought_up_to_date(held)
    with CATALOGUE.open("wb") as file:
        write_po(file, fresh, width=100, sort_by_file=True, include_lineno=False)
    missing = untranslated(fresh)
    print(f"{len(fresh)} sentences, {len(missing)} without a translation")
    for sentence in missing:
        print(f"  {sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
