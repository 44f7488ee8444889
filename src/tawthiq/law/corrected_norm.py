"""A norm after a lawyer corrected it, signed it, or took a signature back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tawthiq.law.norm import Checked, Norm, Signature, Source, digest_of
from tawthiq.law.row_text import RowDecision, RowText
from tawthiq.values.both import Both

_TEXTS = ("provision", "title", "summary", "note")


def decided_norm(norm: Norm, decision: RowDecision) -> Norm:
    """A norm after one decision."""
    changed = norm_with(norm, decision.changed)
    if decision.changed:
        changed = replace(changed, source=_no_longer_checked(changed.source))
    if not (decision.signed_by and decision.signed_on):
        return replace(changed, signature=None)
    by = Signature(decision.signed_by, decision.signed_on, decision.digest)
    return replace(changed, signature=by)


def norm_with(norm: Norm, changed: Mapping[RowText, str]) -> Norm:
    """A norm with other texts; its digest is of the new ones."""
    given = {field.value: text for field, text in changed.items()}
    source = replace(
        norm.source,
        citation=given.get("citation", norm.source.citation),
        url=given.get("url", norm.source.url),
    )
    made = replace(
        norm,
        provision=_both(norm.provision, "provision", given),
        title=_both(norm.title, "title", given),
        summary=_both(norm.summary, "summary", given),
        note=_both(norm.note, "note", given),
        source=source,
        valid_from=day_of(given.get("valid_from"), norm.valid_from),
        valid_to=day_of(given.get("valid_to"), norm.valid_to),
    )
    return replace(made, digest=digest_of(made))


def texts_of_norm(norm: Norm) -> dict[RowText, str]:
    """Every field of a norm that can be corrected, as it stands."""
    said: dict[RowText, str] = {}
    for name in _TEXTS:
        text: Both = getattr(norm, name)
        said[RowText(f"{name}_en")], said[RowText(f"{name}_ar")] = text.en, text.ar
    return said | {
        RowText.CITATION: norm.source.citation,
        RowText.URL: norm.source.url,
        RowText.VALID_FROM: day_text(norm.valid_from),
        RowText.VALID_TO: day_text(norm.valid_to),
    }


def day_of(written: str | None, before: date | None) -> date | None:
    """A corrected day: the one before where nothing is said, None where "" is."""
    if written is None:
        return before
    return date.fromisoformat(written) if written else None


def day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _both(text: Both, name: str, given: Mapping[str, str]) -> Both:
    return Both(given.get(f"{name}_en", text.en), given.get(f"{name}_ar", text.ar))


def _no_longer_checked(source: Source) -> Source:
    """A text that was changed here is no more what was held against its source."""
    if source.checked is not Checked.VERIFIED:
        return source
    return replace(source, checked=Checked.PARTLY, basis=f"{source.basis}; corrected here")
