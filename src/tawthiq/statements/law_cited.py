"""The exit for law: a published text rests on no row of the law pack that nobody vouches for.

Where a text cites a provision it names the row: ``{law GC4-18 as Article 18 of the Fourth
Geneva Convention}``. A row that was fully checked may stand there, and one that a lawyer
signed; one that was written from memory, even in part, may not.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.errors import InputError
from tawthiq.law.book import LawPack
from tawthiq.law.norm import Norm
from tawthiq.statements.draft import LawHere, law_here
from tawthiq.values.text import fold


def require_published_law(text: str, pack: LawPack) -> None:
    """Refuse a text that cites a row that may not be published, or no row at all.

    Raises:
        InputError: Which line, which row, and what to do now.
    """
    for cited in laws_in(text):
        norm = row_cited(cited, pack)
        if norm is None:
            raise InputError(
                f"line {cited.line}: {cited.norm or cited.text!r} names no row of the law pack; "
                "name the row, as in {law GC4-18 as Article 18} (tawthiq law show ROW)",
                f"السطر {cited.line}: {cited.norm or cited.text!r} لا يسمّي بندًا من حزمة القانون؛ "
                "سمِّ البند، كما في {law GC4-18 as المادة ١٨} (tawthiq law show ROW)",
            )
        if not norm.may_be_published:
            raise InputError(
                f"line {cited.line}: the row {norm.id} was written from memory, in whole or in "
                "part, and no lawyer has signed it; let one sign it (tawthiq law sign "
                f"{norm.id}) or take it out of the text",
                f"السطر {cited.line}: كُتب البند {norm.id} من الذاكرة كليًا أو جزئيًا ولم يوقّعه "
                f"قانوني؛ اطلب توقيعه (tawthiq law sign {norm.id}) أو احذفه من النص",
            )


def laws_in(text: str) -> Iterator[LawHere]:
    """Every place of a draft where a provision is cited."""
    for number, line in enumerate(text.splitlines(), 1):
        yield from law_here(line, number)


def row_cited(cited: LawHere, pack: LawPack) -> Norm | None:
    """The row that is named, by its id or by its citation as the row has it."""
    wanted = fold(cited.norm or cited.text)
    for norm in pack.norms.values():
        named = (norm.id, norm.source.citation, *_in_full(norm))
        if wanted in {fold(name) for name in named}:
            return norm
    return None


def _in_full(norm: Norm) -> tuple[str, str]:
    return (
        f"{norm.instrument.en}, {norm.provision.en}",
        f"{norm.instrument.ar}، {norm.provision.ar}",
    )
