"""Families A and B: what they must speak of, and what is so close to it that they must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from tawthiq.law.bonds import Bonds
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.norm import Signature
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.treaty import Status
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


HOSPITAL = "Article 18 of the Fourth Geneva Convention protects the hospital."


def test_the_class_of_the_case_decides_where_the_text_names_none() -> None:
    niac = replace(CASE, conflicts=(Classification(Conflict.NIAC),))
    iac = replace(CASE, conflicts=(Classification(Conflict.IAC),))
    both = replace(CASE, conflicts=(*niac.conflicts, *iac.conflicts))
    assert [len(check(HOSPITAL, case).of("L01")) for case in (CASE, niac, iac, both)] == [
        0,
        1,
        0,
        0,
    ]


def test_what_the_class_was_not_known_for_is_said_not_to_have_been_looked_at() -> None:
    left = [each.en for each in check(HOSPITAL, CASE).looked_at.not_looked_at]
    assert any("L01" in each for each in left)
    niac = replace(CASE, conflicts=(Classification(Conflict.NIAC),))
    left = [each.en for each in check(HOSPITAL, niac).looked_at.not_looked_at]
    assert not any("L01" in each for each in left)


def test_what_has_no_row_is_counted_and_not_called_right() -> None:
    looked = check("Article 7 was broken, and so was resolution 1325.", CASE).looked_at
    assert (looked.provisions, looked.provisions_held) == (2, 0)
    assert any("without a row" in left.en for left in looked.not_looked_at)


def test_a_row_that_a_lawyer_signed_says_by_whom() -> None:
    pack = law_pack()
    norm = pack.norms["CIHL-103"]
    signed = replace(norm, signature=Signature("A. Lawyer", date(2026, 11, 25), norm.digest))
    text = "The shelling is a form of collective punishment."
    (before,) = check(text, CASE).of("L08")
    law = replace(pack, norms={**pack.norms, norm.id: signed})
    (after,) = check(text, CASE, law=law).of("L08")
    assert "FROM MEMORY" in before.law[0].mark.en and "من الذاكرة" in before.law[0].mark.ar
    assert after.law[0].mark.en == "signed by A. Lawyer on 2026-11-25"
    assert after.law[0].may_be_published


def test_the_law_is_the_packs_and_not_the_checks() -> None:
    """Were Syria bound by the Convention, calling cluster munitions banned would be right."""
    text = "Syrian aircraft dropped internationally banned cluster munitions on the town."
    pack = law_pack()
    treaty = pack.bonds.treaties["CCM"]
    bond = replace(treaty.bonds["Syria"], status=Status.PARTY, in_force=date(2011, 1, 1))
    bound = replace(treaty, bonds={**treaty.bonds, "Syria": bond})
    bonds = Bonds({**pack.bonds.treaties, "CCM": bound}, pack.bonds.states)
    assert check(text, CASE).of("L04")
    assert not check(text, CASE, law=replace(pack, bonds=bonds)).of("L04")
