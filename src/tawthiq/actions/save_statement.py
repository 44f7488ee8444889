"""Save a statement as it is to be read; a corrected one is a new version beside the old."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.errors import InputError
from tawthiq.statements.law_cited import require_published_law
from tawthiq.store import models
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.values.both import LANGUAGES, Language
from tawthiq.values.digest import Digest

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_LENGTH = 1_000_000  # characters: some three hundred pages; house choice


def save_statement(
    case: str,
    code: str,
    language: Language,
    text: str,
    *,
    said_on: date | None,
    by: str,
    because: str,
) -> bool:
    """Save a text in one language.

    Returns:
        Whether anything changed: the same text said on the same day does not.

    Raises:
        UnknownNameError: No case has this code.
        InputError: The code cannot stand in an address, the text is empty or too long, or it
            rests on a row of the law that nobody vouches for.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_publish(by, case)
    _refuse(code, language, text)
    require_published_law(text, pack_in_force())
    with changing(case) as held:
        versions = models.Statement.objects.filter(case=held, code=code, language=language)
        last = versions.order_by("version").last()
        if last and (last.text, last.said_on) == (text, said_on):
            return False
        version = last.version + 1 if last else 1
        models.Statement.objects.create(
            case=held,
            code=code,
            language=language,
            version=version,
            said_on=said_on,
            text=text,
            at=datetime.now(UTC),
        )
        digest = str(Digest.of(text.encode()))
        what = {"statement": code, "language": language, "version": version, "sha256": digest}
        journal.write_change(held, by=by, action="save-statement", what=what, why=because)
    return True


def _refuse(code: str, language: str, text: str) -> None:
    if not _CODE.fullmatch(code) or len(code) > 120:
        raise InputError(
            f"{code[:120]!r} cannot name a statement; use a-z, 0-9 and hyphens",
            f"لا يصلح {code[:120]!r} اسمًا لبيان؛ استعمل a-z و0-9 والشرطة",
        )
    if language not in LANGUAGES:
        raise InputError(
            f"{language!r} is no language we keep; use {' or '.join(LANGUAGES)}",
            f"لا نحفظ نصوصًا باللغة {language!r}؛ استعمل {' أو '.join(LANGUAGES)}",
        )
    if not text.strip():
        raise InputError(
            f"the statement {code} is empty; write it before you save it",
            f"البيان {code} فارغ؛ اكتبه قبل حفظه",
        )
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"the statement {code} has {len(text):,} signs; {MAX_LENGTH:,} are kept",
            f"في البيان {code} من العلامات {len(text):,}، ولا يُحفظ أكثر من {MAX_LENGTH:,}",
        )
