"""``tawthiq count``: a number, its meaning, its members and what is not in it."""

from __future__ import annotations

import json

from .conftest import Run


def test_a_count_leads_back_to_its_members(run: Run) -> None:
    ran = run("count", "civilians-killed", "--case", "idlib-2019", "--format", "json")
    count = json.loads(ran.out)
    assert count["low"] <= count["best"] <= count["high"]
    assert count["basis"] == "established"
    for end in ("low", "best", "high"):
        assert sum(member[end] for member in count["members"]) == count[end]
    assert all(member["urls"] for member in count["members"])
    assert {"reason", "why", "codes", "low", "best", "high"} <= set(count["left_out"][0])


def test_one_incident_is_never_both_a_member_and_left_out(run: Run) -> None:
    count = json.loads(
        run("count", "civilians-killed", "--case", "idlib-2019", "--format", "json").out
    )
    members = {member["code"] for member in count["members"]}
    left = [code for each in count["left_out"] for code in each["codes"]]
    assert not members & set(left)
    assert len(left) == len(set(left))


def test_a_published_total_is_a_minimum_where_its_source_says_at_least(run: Run) -> None:
    count = json.loads(run("count", "snhr-killed", "--case", "idlib-2019", "--format", "json").out)
    assert (count["low"], count["best"], count["high"]) == (781, None, None)
    assert count["members"][0]["urls"] == ["https://sn4hr.org/blog/2019/07/31/54091/"]


def test_the_list_names_every_count_in_both_languages(run: Run) -> None:
    english = run("count", "--list", "--case", "idlib-2019").out
    arabic = run("count", "--list", "--case", "idlib-2019", "--lang", "ar").out
    assert "snhr-killed-in-massacres" in english
    assert "قتلى" in arabic
    assert len(english.splitlines()) == len(arabic.splitlines())
