"""How a row of the law pack is shown wherever a finding rests on it.

Who vouches for the row is part of it: a row from memory is never shown without that word.
"""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.law.norm import Checked, Norm
from tawthiq.statements.checks.finding import Basis
from tawthiq.values.both import NOTHING, Both, joined

_UNSIGNED = {
    Checked.VERIFIED: Both(
        "checked against its source; no lawyer has signed it",
        "روجع على مصدره؛ ولم يوقّعه قانوني، وعربيته مسودة آلية",
    ),
    Checked.PARTLY: Both(
        "PARTLY FROM MEMORY, no lawyer has signed it: not for a published text",
        "بعضه من الذاكرة ولم يوقّعه قانوني: لا يدخل في نص منشور، وعربيته مسودة آلية",
    ),
    Checked.MEMORY: Both(
        "FROM MEMORY, no lawyer has signed it: not for a published text",
        "من الذاكرة ولم يوقّعه قانوني: لا يدخل في نص منشور، وعربيته مسودة آلية",
    ),
}


def basis_of(norm: Norm) -> Basis:
    """A norm as a finding shows it."""
    name = name_of(norm)
    return Basis(
        norm.id,
        Both(f"{name.en}: {norm.summary.en}", f"{name.ar}: {norm.summary.ar}"),
        mark_of(norm),
        norm.source.url,
        norm.may_be_published,
    )


def name_of(norm: Norm) -> Both:
    """The provision with its instrument."""
    return Both(
        f"{norm.instrument.en}, {norm.provision.en}", f"{norm.instrument.ar}، {norm.provision.ar}"
    )


def mark_of(norm: Norm) -> Both:
    """How the row was checked, and by whom it is signed if it is."""
    if norm.is_signed and norm.signature is not None:
        by, on = norm.signature.by, norm.signature.on.isoformat()
        return Both(f"signed by {by} on {on}", f"وقّعه {by} في {on}")
    return _UNSIGNED[norm.source.checked]


def listed(norms: Iterable[Norm]) -> Both:
    """Several norms by name and id, in one line."""
    return joined(
        (
            Both(
                f"{n.provision.en} ({n.id}: {n.title.en})",
                f"{n.provision.ar} ({n.id}: {n.title.ar})",
            )
            for n in norms
        ),
        Both("; ", "؛ "),
    )


def noted(norms: Iterable[Norm]) -> Both:
    """What the pack says one must know before citing them."""
    return joined((n.note for n in norms if n.note), Both(" ", " ")) or NOTHING
