from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.actions.name_counts import name_counts
from tawthiq.errors import RuleError, UnknownNameError
from tawthiq.store import models
from tawthiq.store.queries import counts
from tawthiq.values.how_many import HowMany

from ..house import OMAR

GOOD = """
counts:
  - name: killed
    title: {en: Killed, ar: قتلى}
    established: {grades: [confirmed, fair, weak]}
    unit: persons-killed
    who: presumed-civilians
    where: [SY07]
    area: {en: Idlib governorate, ar: محافظة إدلب}
    when: 2031-03-01/2031-05-31
  - name: attacks
    title: {en: Attacks on hospitals, ar: هجمات على مستشفيات}
    established: {grades: [confirmed, fair, weak]}
    unit: attacks
    sites: [medical]
    place: Kafr Nabl
    when: 2031
  - name: watch-killed
    title: {en: Killed, ar: قتلى}
    reported: {source: Northern Watch, figure: civilians killed, period: 2031-03-01/2031-05-31}
"""


def named(case: str, file: Path, text: str) -> int:
    file.write_text(text, encoding="utf-8")
    return name_counts(case, file, by=OMAR, because="for the statement")


def test_a_file_names_our_counts_and_published_ones(case: str, tmp_path: Path) -> None:
    assert named(case, tmp_path / "counts.yaml", GOOD) == 3
    values = {known.count.name: known.count.value for known in counts.named_counts(case)}
    assert values == {
        "killed": HowMany(12, 12, 15),
        "attacks": HowMany(1, 1, 1),
        "watch-killed": HowMany.at_least(60, "at least"),
    }
    assert named(case, tmp_path / "counts.yaml", GOOD) == 0


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("unit: persons-killed", "unit: dead", "killed cannot be named: 'dead' is not a valid"),
        (
            "who: presumed-civilians",
            "who: folk",
            "killed cannot be named: no group is called 'folk'",
        ),
        ("    who: presumed-civilians\n", "", "killed cannot be named: 'who' is missing"),
        ("when: 2031-03-01/2031-05-31\n", "when: lately\n", "killed cannot be named"),
        ("fair, weak]", "sure]", "killed cannot be named: 'sure' is not a valid Grade"),
        ("sites: [medical]", "sites: [medic]", "medic is not in the vocabulary of sites"),
        ("sites: [medical]", "inside: [raid]", "no counting rule is called 'raid'"),
        ("place: Kafr Nabl", "place: Nowhere at all", "'Nowhere at all' is not one place"),
        ("sites: [medical]", "colour: red", "nobody reads the fields colour"),
        ("figure: civilians killed", "figure: bakers killed", "0 published totals are 'bakers"),
        ("ar: قتلى", "fr: tués", "killed cannot be named: 'ar' is missing"),
        ("counts:", "numbers:", r"counts\.yaml: a list must stand under 'counts'"),
        ("counts:", "counts: [", r"counts\.yaml is not YAML in UTF-8"),
    ],
)
def test_a_field_that_cannot_mean_what_it_says_refuses_the_whole_file(
    case: str, tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    assert right in GOOD
    with pytest.raises(RuleError, match=message):
        named(case, tmp_path / "counts.yaml", GOOD.replace(right, wrong, 1))
    assert not models.NamedCount.objects.exists()


def test_a_place_without_a_code_in_the_gazetteer_is_named(case: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="no place has the code 'SY99'"):
        named(case, tmp_path / "counts.yaml", GOOD.replace("SY07", "SY99"))
