"""Statements that were cut, shuffled and misspelt: nothing breaks, and every passage is there."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml

from tawthiq.errors import NotLookedAtError
from tawthiq.statements.checking import check

from .house import known

_TABLE = yaml.safe_load((Path(__file__).parent / "checks" / "passages.yaml").read_text("utf-8"))
_PASSAGES = [text for part in _TABLE.values() for texts in part.values() for text in texts]
CASE = known()
_PIECES = (
    "(",
    ")",
    "8(2)(b)",
    "Article",
    "Articles 1–",
    "Rule 0",
    "of the",
    "“",
    "\n\n- ",
    "’",
    "0",
)


def _mutated(words: list[str], chance: random.Random) -> str:
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(words))
        match chance.randrange(5):
            case 0:
                del words[at : at + chance.randint(1, 4)]
            case 1:
                words.insert(at, chance.choice(_PIECES))
            case 2:
                words[at] = "".join(chance.sample(words[at], len(words[at])))
            case 3:
                words[at] = words[at].swapcase()
            case _:
                other = chance.randrange(len(words))
                words[at], words[other] = words[other], words[at]
        words = words or ["A"]
    return "".join(words)


def _checked(text: str) -> None:
    try:
        report = check(text, CASE)
    except NotLookedAtError:
        return
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.passage
        assert finding.explanation.en and finding.explanation.ar
    looked = report.looked_at
    assert 0 <= looked.provisions_held <= looked.provisions


@pytest.mark.parametrize("seed", range(6))
def test_no_mutated_passages_break_the_checks(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10):
        text = "\n\n".join(chance.sample(_PASSAGES, 5))
        _checked(_mutated(re.split(r"(\W+)", text), chance))


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(20))
def test_no_mutated_seed_breaks_the_checks(shared: Path, seed: int) -> None:
    chance = random.Random(1000 + seed)
    text = (shared / "statement" / "seed-statement.txt").read_text(encoding="utf-8")
    for _ in range(30):
        _checked(_mutated(re.split(r"(\W+)", text), chance))


def test_many_citations_take_time_in_proportion() -> None:
    """A long text of citations alone: the work is per citation, not per pair of them."""
    one = "Article 8(2)(b)(ii) of the Rome Statute, Rules 25, 28 and 30, resolution 2139 (2014). "
    text = one * 2000
    assert check(text, CASE).looked_at.provisions == 10_000
