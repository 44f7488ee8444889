"""No published text rests on a row of the law that nobody vouches for."""

from __future__ import annotations

import pytest

from tawthiq.errors import InputError
from tawthiq.law.norm import Checked
from tawthiq.law.pack.loading import law_pack
from tawthiq.statements.law_cited import laws_in, require_published_law, row_cited

PACK = law_pack()
MEMORY = next(n for n in PACK.norms.values() if n.source.checked is Checked.MEMORY)
VERIFIED = next(n for n in PACK.norms.values() if n.source.checked is Checked.VERIFIED)


@pytest.mark.parametrize(
    "named",
    [
        VERIFIED.id,
        VERIFIED.id.lower(),
        VERIFIED.source.citation,
        f"{VERIFIED.instrument.en}, {VERIFIED.provision.en}",
        f"{VERIFIED.instrument.ar}، {VERIFIED.provision.ar}",
    ],
)
def test_a_verified_row_may_be_cited_by_its_id_or_as_the_row_is_cited(named: str) -> None:
    require_published_law(f"As it says: {{law {named}}}.", PACK)


def test_a_row_from_memory_is_refused_with_its_line_and_the_mend() -> None:
    text = f"# A title\n\nAs {{law {MEMORY.id} as that article}} says."
    with pytest.raises(InputError, match=rf"line 3: the row {MEMORY.id} .*tawthiq law sign") as no:
        require_published_law(text, PACK)
    assert "السطر 3" in no.value.ar


def test_every_row_of_the_pack_that_is_not_vouched_for_is_refused() -> None:
    for norm in PACK.norms.values():
        text = f"{{law {norm.id} as it}}"
        if norm.may_be_published:
            require_published_law(text, PACK)
        else:
            with pytest.raises(InputError):
                require_published_law(text, PACK)


def test_words_that_name_no_row_have_nobody_behind_them() -> None:
    with pytest.raises(InputError, match="names no row of the law pack"):
        require_published_law("{law Article 18th of everything}", PACK)


def test_what_is_printed_may_be_in_other_words_than_the_row() -> None:
    [cited] = laws_in("x {law GC4-18 as Article 18 of the Fourth Geneva Convention} y")
    assert cited.text == "Article 18 of the Fourth Geneva Convention"
    found = row_cited(cited, PACK)
    assert found and found.id == "GC4-18"
