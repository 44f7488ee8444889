"""A forum after a lawyer corrected what is said of it or signed it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from tawthiq.law.forum import Forum
from tawthiq.law.norm import Checked, Signature
from tawthiq.law.row_text import RowDecision, RowText
from tawthiq.values.both import Both


def decided_forum(forum: Forum, decision: RowDecision) -> Forum:
    """A forum after one decision."""
    after = forum_with(forum, decision.changed)
    if decision.changed and after.checked is Checked.VERIFIED:
        after = replace(after, checked=Checked.PARTLY)
    signature = None
    if decision.signed_by and decision.signed_on and decision.digest == forum_digest(after):
        signature = Signature(decision.signed_by, decision.signed_on, decision.digest)
    return replace(after, signature=signature)


def forum_with(forum: Forum, changed: Mapping[RowText, str]) -> Forum:
    """A forum of which other things are said."""
    given = {field.value: text for field, text in changed.items()}
    return replace(
        forum,
        name=_both(forum.name, "title", given),
        what=_both(forum.what, "summary", given),
        condition=_both(forum.condition, "note", given),
        source=given.get("citation", forum.source),
    )


def texts_of_forum(forum: Forum) -> dict[RowText, str]:
    """Every field of a forum that can be corrected, as it stands."""
    return {
        RowText.TITLE_EN: forum.name.en,
        RowText.TITLE_AR: forum.name.ar,
        RowText.SUMMARY_EN: forum.what.en,
        RowText.SUMMARY_AR: forum.what.ar,
        RowText.NOTE_EN: forum.condition.en,
        RowText.NOTE_AR: forum.condition.ar,
        RowText.CITATION: forum.source,
    }


def forum_digest(forum: Forum) -> str:
    """What a lawyer signs of a forum."""
    said = [forum.id, *texts_of_forum(forum).values()]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _both(text: Both, name: str, given: Mapping[str, str]) -> Both:
    return Both(given.get(f"{name}_en", text.en), given.get(f"{name}_ar", text.ar))
