"""A source speaks for itself or for somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.telling import SOURCES, WATCH, WATCH_FIRST, WATCH_IN_GAZETTE

from tawthiq.claims.source import Reliability


def test_a_relay_does_not_speak_for_itself() -> None:
    assert WATCH.is_own
    assert not WATCH_IN_GAZETTE.is_own


def test_nobody_has_judged_a_source_until_somebody_does() -> None:
    assert {source.reliability for source in SOURCES.values()} == {Reliability.F}


def test_versions_are_counted_from_one_and_none_is_the_last() -> None:
    assert (WATCH_FIRST.version, WATCH.version) == (1, 0)
    with pytest.raises(ValueError, match="watch: versions are counted from 1"):
        replace(WATCH, version=-1)
