"""Give a definition a name, so that texts, pages and commands can ask for its number."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.counts.definition import Definition
from tawthiq.errors import InputError
from tawthiq.store import models
from tawthiq.store.codecs import definition_to_text
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def name_count(
    case: str, name: str, title: Both, definition: Definition, *, by: str, because: str
) -> bool:
    """Name a count, or define a named one anew; every earlier definition stays readable.

    Returns:
        Whether anything changed: the same definition under the same title does not.

    Raises:
        UnknownNameError: No case has this code.
        InputError: The name cannot stand in an address.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_publish(by, case)
    if not _NAME.fullmatch(name) or len(name) > 120:
        raise InputError(f"{name[:120]!r} cannot name a count; use a-z, 0-9 and hyphens")
    text = definition_to_text(definition)
    with changing(case) as held:
        last = models.NamedCount.objects.filter(case=held, name=name).order_by("version").last()
        if last and (last.definition, last.title_en, last.title_ar) == (text, title.en, title.ar):
            return False
        version = last.version + 1 if last else 1
        models.NamedCount.objects.create(
            case=held,
            name=name,
            version=version,
            title_en=title.en,
            title_ar=title.ar,
            definition=text,
            at=datetime.now(UTC),
        )
        what = {"count": name, "version": version, "definition": str(Digest.of(text.encode()))}
        journal.write_change(held, by=by, action="name-count", what=what, why=because)
    return True
