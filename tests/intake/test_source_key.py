"""A table of sources says of each name who speaks; a contradiction in it is named."""

from __future__ import annotations

from tests.intake.making import csv_bytes

from tawthiq.claims.source import SourceKind
from tawthiq.intake.source_key import SourceKey, open_source_key, read_source_key

COLUMNS = ("source_org", "origin", "origin_kind", "relay", "version")


def key_of(*rows: tuple[str, ...]) -> SourceKey:
    filled = (dict(zip(COLUMNS, row, strict=False)) for row in rows)
    return read_source_key(open_source_key(csv_bytes(*filled, columns=COLUMNS), "key.csv"))


def test_a_row_says_who_speaks_and_what_kind_of_body_it_is() -> None:
    key = key_of(("Watch head (via Post)", "Valley Watch", "monitor", "Post", "first version"))
    assert [source.key for source in key.sources] == ["watch-head-via-post", "valley-watch"]
    source = key.by_said["Watch head (via Post)"]
    assert (source.origin, source.kind, source.relay, source.version) == (
        *("valley-watch", SourceKind.MONITOR),
        *("Post", 1),
    )


def test_every_state_and_side_is_a_party_by_the_same_rule() -> None:
    states = ("Syrian state", "Russian state", "US state", "opposition body")
    key = key_of(*((f"Body {n}", f"Body {n}", state) for n, state in enumerate(states)))
    assert {source.kind for source in key.sources} == {SourceKind.PARTY}


def test_an_origin_that_stands_in_the_table_is_not_added_again() -> None:
    key = key_of(("SNHR (via Post)", "SNHR", "monitor"), ("SNHR", "SNHR", "monitor"))
    assert [source.key for source in key.sources] == ["snhr-via-post", "snhr"]


def test_two_names_of_one_source_are_one_source() -> None:
    key = key_of(("UOSSM", "UOSSM", "medical NGO"), ("UOSSM USA", "UOSSM", "medical NGO"))
    assert [source.key for source in key.sources] == ["uossm"]
    assert set(key.by_said) == {"UOSSM", "UOSSM USA"}


def test_two_rows_that_contradict_each_other_are_named() -> None:
    key = key_of(("Watch", "Watch", "monitor"), ("watch", "Post", "media"))
    assert (key.refused[0].row, "row 2 says something else" in key.refused[0].why.en) == (3, True)


def test_a_kind_that_we_do_not_know_is_refused_with_those_that_we_know() -> None:
    key = key_of(("Watch", "Watch", "friends"), ("", "Watch", "media"))
    assert [(r.row, r.column) for r in key.refused] == [(2, "origin_kind"), (3, "source_org")]
    assert "casualty recorder" in key.refused[0].mend.en
