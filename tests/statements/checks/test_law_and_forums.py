"""Families A and B: what they must speak of, and what is so close to it that they must not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tawthiq.law.pack.loading import law_pack
from tawthiq.statements.checking import check
from tawthiq.statements.checks.registry import CHECKS

from ..house import known

_TABLE = yaml.safe_load((Path(__file__).parent / "passages.yaml").read_text(encoding="utf-8"))
_SPEAKS = [(id_, text) for id_, texts in _TABLE["speaks"].items() for text in texts]
_SILENT = [(id_, text) for id_, texts in _TABLE["silent"].items() for text in texts]
CASE = known()


@pytest.mark.parametrize(("id_", "text"), _SPEAKS)
def test_it_speaks(id_: str, text: str) -> None:
    assert id_ in [finding.check for finding in check(text, CASE).findings]


@pytest.mark.parametrize(("id_", "text"), _SILENT)
def test_it_is_silent(id_: str, text: str) -> None:
    assert id_ not in [finding.check for finding in check(text, CASE).findings]


def test_every_check_of_the_law_is_tried_both_ways() -> None:
    ids = {each.id for each in CHECKS if each.id[0] in "LF"}
    assert ids == set(_TABLE["speaks"]) == set(_TABLE["silent"])
    assert len(_SPEAKS) >= 60 and len(_SILENT) >= 40


@pytest.mark.parametrize(("id_", "text"), _SPEAKS)
def test_every_finding_has_both_languages_and_marked_rows(id_: str, text: str) -> None:
    for finding in check(text, CASE).of(id_):
        assert text[finding.start : finding.end] == finding.passage
        assert finding.explanation.ar and finding.suggestion.en and finding.suggestion.ar
        for row in finding.law:
            assert row.norm in law_pack().norms
            assert ("MEMORY" in row.mark.en) is (not row.may_be_published)
            assert row.url in finding.sources
