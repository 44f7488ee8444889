"""A pack that cannot mean what it says is refused with file, line and mend, and never guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.law.pack_copy import copy, edit
from tests.law.world import PACK

from tawthiq.errors import NotLookedAtError, RuleError
from tawthiq.law.pack.loading import load


def test_the_pack_holds_what_was_researched() -> None:
    assert (len(PACK.norms), len(PACK.crimes)) == (271, 32)
    assert sum(len(crime.elements) for crime in PACK.crimes.values()) == 156
    rows = [bond for treaty in PACK.bonds.treaties.values() for bond in treaty.bonds.values()]
    assert (len(PACK.bonds.treaties), len(rows)) == (27, 272)


def test_the_same_files_have_the_same_hash(tmp_path: Path) -> None:
    assert load(copy(tmp_path)).hash == PACK.hash


def test_any_change_of_any_file_changes_the_hash(tmp_path: Path) -> None:
    pack = copy(tmp_path)
    hashes = {PACK.hash}
    for name in ("norms/gc4.yaml", "treaties/cwc.yaml", "crimes/rs-7-1-a.yaml", "states.yaml"):
        path = pack / name
        path.write_text(path.read_text("utf-8") + "\n", encoding="utf-8")
        hashes.add(load(pack).hash)
    assert len(hashes) == 5


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("norms/gc4.yaml", "kind: treaty", "kind: treatise", r"norms/gc4\.yaml:\d+: 'treatise' is"),
        ("norms/gc4.yaml", "  kind: treaty", "  knid: treaty", r"'knid' is not known.*mean kind"),
        ("norms/gc4.yaml", "  kind: treaty", "  kind: treaty\n  kind: treaty", r"stands twice"),
        ("norms/gc4.yaml", "  signed: null\n", "", r"norms/gc4\.yaml:\d+: 'signed' is missing"),
        ("norms/gc4.yaml", "from: 1950-10-21", "from: 1950-13-21", r"'1950-13-21' is no day"),
        ("norms/gc4.yaml", "engages: [medical", "engages: [radical", r"'radical_unit_attacked' is"),
        ("norms/gc4.yaml", "  treaty: GC\n", "", r"a bond needs a treaty"),
        ("norms/gc4.yaml", "id: GC4-18", "id: GC4-19", r"GC4-19 stands in two places"),
        ("norms/gc4.yaml", "norms:", "norms: [", r"norms/gc4\.yaml:\d+: .*mend the line"),
        ("norms/gc4.yaml", "instead: [GC-CA3]", "instead: [GC-CA9]", r"points to GC-CA9"),
        ("norms/sc-2139.yaml", "areas: [Syria]", "areas: [Atlantis]", r"is about Atlantis"),
        (
            "norms/gc4.yaml",
            "caring for the wounded",
            "is proved to care",
            r"'proved' is a word of judgment",
        ),
        (
            "treaties/cwc.yaml",
            "in_force: 2013-10-14",
            "in_force: 2013-01-14",
            r"cannot be in force",
        ),
        ("treaties/cwc.yaml", "- state: Syria", "- state: Russia", r"Russia stands twice"),
        (
            "treaties/cwc.yaml",
            "- state: Syria",
            "- state: Wonderland",
            r"'Wonderland' is not known",
        ),
        (
            "treaties/ccm.yaml",
            "- state: Syria\n  status: none",
            "- state: Syria\n  status: party",
            r"a party has a day in force",
        ),
        ("states.yaml", "complete: false", "complete: true", r"Jordan has no row"),
        (
            "subjects.yaml",
            "{key: attack_occurred, is: true}",
            "{key: attack_ocurred, is: true}",
            r"subjects\.yaml:\d+: 'attack_ocurred' is not known here; did you mean attack_occurred",
        ),
        ("subjects.yaml", "is: true}", "is: 'yes please'}", r"true or false should stand here"),
        ("subjects.yaml", "['@people']", "['@peoples']", r"has no group @peoples"),
        ("subjects.yaml", "at_least: 1}", "at_least: many}", r"a whole number should stand here"),
        ("elements.yaml", "INF-1", "INF-9", r"elements\.yaml:\d+: 'INF-9' is not known"),
        ("elements.yaml", "then: supported}", "then: certain}", r"'certain' is not known"),
        ("crimes/rs-8-2-e-iv.yaml", "rests_on: [2]", "rests_on: [4]", r"rests only on earlier"),
        ("crimes/rs-8-2-e-iv.yaml", "rule: protected_building", "rule: any", r"'any' is not known"),
        ("crimes/rs-8-2-e-iv.yaml", "norm: RS-8-2-e-iv", "norm: RS-9", r"'RS-9' is not known"),
        ("vocabulary.yaml", "takes: flag", "takes: flags", r"'flags' is not known"),
        (
            "vocabulary.yaml",
            "- {key: damage, takes: text",
            "- {key: damage, takes: choice",
            r"choices go with",
        ),
        ("evidence.yaml", "holder: documenters", "holder: nobody", r"no holder is called 'nobody'"),
        ("defeaters.yaml", "residual: [CIHL-014", "residual: [CIHL-914", r"names CIHL-914"),
        ("forums.yaml", "subject: torture", "subject: torment", r"'torment' is not known"),
        ("agreements.yaml", "kind: ceasefire", "kind: peace", r"'peace' is not known"),
    ],
)
def test_a_damaged_pack_is_refused_where_it_is_damaged(
    tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    pack = copy(tmp_path)
    edit(pack, name, old, new)
    with pytest.raises(RuleError, match=said) as refused:
        load(pack)
    assert refused.value.ar != refused.value.en


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    pack = copy(tmp_path)
    (pack / "defeaters.yaml").unlink()
    with pytest.raises(RuleError, match=r"defeaters\.yaml: the law pack lacks this file"):
        load(pack)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    pack = copy(tmp_path)
    (pack / "norms/gc4.yaml").write_bytes("instrument: اتفاقية".encode("cp1256"))
    with pytest.raises(RuleError, match=r"norms/gc4\.yaml:1: the file is not UTF-8"):
        load(pack)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    pack = copy(tmp_path)
    (pack / "norms/gc4.yaml").write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"norms/gc4\.yaml:1: the file is empty"):
        load(pack)


def test_what_was_recorded_later_was_not_known_before() -> None:
    """Rule 36 and six others were added on 25 November 2026."""
    before, after = PACK.as_known_on(date(2026, 11, 24)), PACK.as_known_on(date(2026, 11, 25))
    assert "CIHL-036" not in before.norms
    assert set(after.norms) == set(PACK.norms)


def test_before_the_first_row_nothing_was_known() -> None:
    with pytest.raises(NotLookedAtError, match="no law was on record on 2020-01-01; ask for 2026"):
        PACK.as_known_on(date(2020, 1, 1))
