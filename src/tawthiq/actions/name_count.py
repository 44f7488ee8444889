"""Give a definition a name, so that texts, pages and commands can ask for its number."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.counts.definition import Definition, Established
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.store import models
from tawthiq.store.codecs import definition_to_text
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_NAME = 120


def name_count(
    case: str, name: str, title: Both, definition: Definition, *, by: str, because: str
) -> bool:
    """Name a count of our own, or define a named one anew; earlier definitions stay readable.

    Returns:
        Whether anything changed: the same definition under the same title does not.

    Raises:
        UnknownNameError: No case has this code.
        InputError: The name cannot stand in an address, or nothing can be counted so.
        HomeError: The database could not be written; nothing was changed.
    """
    if not isinstance(definition.basis, Established):
        raise InputError(
            f"{name}: only what we establish is counted; name the published total",
            f"{name}: لا يُعدّ إلا ما نثبته نحن؛ سمِّ المجموع المنشور",
        )
    text = definition_to_text(definition)
    return _name(case, name, title, ("definition", text), by=by, because=because)


def name_published(case: str, name: str, title: Both, claim: str, *, by: str, because: str) -> bool:
    """Give a published total a name.

    Args:
        claim: The code of the period claim.

    Returns:
        Whether anything changed.

    Raises:
        UnknownNameError: No case, or no period claim of the case, has this code.
        InputError: The name cannot stand in an address.
        HomeError: The database could not be written; nothing was changed.
    """
    standing = models.PeriodClaim.objects.filter(case__code=case, superseded_by=None, code=claim)
    if not standing.exists():
        raise UnknownNameError(
            f"the case {case} has no published total {claim!r}",
            f"ليس في الملف {case} مجموع منشور رمزه {claim!r}",
        )
    return _name(case, name, title, ("claim", claim), by=by, because=because)


def _name(
    case: str, name: str, title: Both, what: tuple[str, str], *, by: str, because: str
) -> bool:
    rights.require_publish(by, case)
    if not _NAME.fullmatch(name) or len(name) > MAX_NAME:
        raise InputError(
            f"{name[:MAX_NAME]!r} cannot name a count; use a-z, 0-9 and hyphens, "
            f"at most {MAX_NAME}",
            f"لا يصلح {name[:MAX_NAME]!r} اسمًا لعدد؛ استعمل a-z و0-9 والشرطة، {MAX_NAME} "
            "علامة على الأكثر",
        )
    field, value = what
    with changing(case) as held:
        last = models.NamedCount.objects.filter(case=held, name=name).order_by("version").last()
        if last and (getattr(last, field), last.title_en, last.title_ar) == (
            value,
            title.en,
            title.ar,
        ):
            return False
        version = last.version + 1 if last else 1
        models.NamedCount.objects.create(
            case=held,
            name=name,
            version=version,
            title_en=title.en,
            title_ar=title.ar,
            at=datetime.now(UTC),
            **{field: value},
        )
        told = {"count": name, "version": version, field: str(Digest.of(value.encode()))}
        journal.write_change(held, by=by, action="name-count", what=told, why=because)
    return True
