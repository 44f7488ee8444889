from __future__ import annotations

from datetime import date

import pytest

from tawthiq.store.queries import incident_map
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.store.queries.incident_map import Stretch, Timeline, on_map, timeline
from tawthiq.values.how_many import HowMany

from ..house import claim, take


def test_a_map_shows_settlements_and_says_how_many_it_cannot_show(case: str) -> None:
    drawn = on_map(case)
    assert [point.code for point in drawn.points] == ["N002", "N001"]
    assert (drawn.clusters, drawn.unplaced) == ((), 1)
    market = drawn.points[1]
    assert (market.grade, market.killed) == ("fair", HowMany(11, 11, 14))
    assert 35 < market.lat < 36.5 < market.lon < 37


def test_a_map_and_a_timeline_keep_to_the_filter(case: str) -> None:
    hospitals = IncidentFilter(site="hospital")
    assert [point.code for point in on_map(case, hospitals).points] == ["N002"]
    assert on_map(case, hospitals).unplaced == 0
    assert [s.first for s in timeline(case, hospitals).stretches] == [date(2031, 4, 1)]


def test_too_many_points_become_clusters_that_hold_them_all(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take([claim("N020.1"), claim("N021.1", place="Idlib city")])
    monkeypatch.setattr(incident_map, "MAX_POINTS", 3)
    drawn = on_map(case)
    assert drawn.points == ()
    assert sorted(cluster.incidents for cluster in drawn.clusters) == [1, 1, 2]
    assert drawn.unplaced == 1


def test_a_timeline_has_a_day_for_each_day_with_incidents(case: str) -> None:
    one, other = date(2031, 3, 4), date(2031, 4, 1)
    assert timeline(case) == Timeline((Stretch(one, one, 1), Stretch(other, other, 1)), undated=1)


def test_weeks_begin_on_a_monday(case: str) -> None:
    take([claim("N020.1", when="2031-03-03"), claim("N021.1", when="2031-03-02")])
    weeks = timeline(case, days=7).stretches
    assert [(week.first, week.last, week.incidents) for week in weeks] == [
        (date(2031, 2, 24), date(2031, 3, 2), 1),
        (date(2031, 3, 3), date(2031, 3, 9), 2),
        (date(2031, 3, 31), date(2031, 4, 6), 1),
    ]


def test_more_than_a_year_is_shown_by_weeks(case: str) -> None:
    take([claim("N020.1", when="2029-03-03")])
    assert {(week.last - week.first).days for week in timeline(case).stretches} == {6}
