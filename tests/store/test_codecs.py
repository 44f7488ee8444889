from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.group import (
    AGES,
    CHILDREN,
    EVERYBODY,
    ROLES,
    SEXES,
    STATUSES,
    UNSTATED,
    WOMEN,
    Group,
)
from tawthiq.counts.definition import (
    Definition,
    Established,
    Estimated,
    Reported,
    Unit,
    Unsaid,
)
from tawthiq.counts.extent import Extent
from tawthiq.errors import RuleError
from tawthiq.records.grade import Grade
from tawthiq.store import codecs
from tawthiq.values.both import Both
from tawthiq.values.when import Precision, When

words = st.text(max_size=12)
keys = st.frozensets(st.text(min_size=1, max_size=8), max_size=4)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
groups = st.builds(
    Group,
    *(
        st.frozensets(st.sampled_from(sorted(line)), min_size=1)
        for line in (STATUSES, AGES, SEXES, ROLES)
    ),
)
times = st.one_of(
    st.just(When.unknown()),
    days.map(When.day),
    days.map(lambda day: When.month(day.year, day.month)),
    days.map(lambda day: When.year(day.year)),
    days.map(lambda day: When(day, None, Precision.BETWEEN)),
    days.map(lambda day: When(None, day, Precision.ESTIMATE)),
    st.builds(lambda day, more: When.between(day, day + timedelta(more)), days, st.integers(0, 99)),
)
extents = st.builds(
    lambda code, en, ar, surely, more: Extent(code, Both(en, ar), surely, surely | more),
    words,
    words,
    words,
    keys,
    keys,
)
bases = st.one_of(
    words.map(Reported),
    st.frozensets(st.sampled_from(Grade), min_size=1).map(Established),
    words.map(Estimated),
    st.just(Unsaid()),
)
persons = st.sampled_from([unit for unit in Unit if unit.counts_persons])
others = st.sampled_from([unit for unit in Unit if not unit.counts_persons])
some_keys = st.none() | keys.filter(bool)
definitions = st.one_of(
    st.builds(
        Definition,
        persons,
        extents,
        times,
        bases,
        groups,
        some_keys,
        some_keys,
        some_keys,
        keys,
        words,
    ),
    st.builds(
        Definition,
        others,
        extents,
        times,
        bases,
        st.just(EVERYBODY),
        some_keys,
        some_keys,
        some_keys,
        keys,
        words,
    ),
)


@given(groups)
def test_a_group_comes_back_as_it_was(group: Group) -> None:
    assert codecs.group_from_text(codecs.group_to_text(group)) == group


@pytest.mark.parametrize(
    ("group", "text"),
    [
        (EVERYBODY, "*/*/*/*"),
        (UNSTATED, "civilian+unstated/*/*/*"),
        (CHILDREN, "civilian/child/*/*"),
        (WOMEN, "civilian/adult/female/*"),
    ],
)
def test_a_person_can_read_which_group_is_meant(group: Group, text: str) -> None:
    assert codecs.group_to_text(group) == text


@given(times)
def test_a_time_comes_back_with_the_precision_it_had(when: When) -> None:
    assert codecs.when_from_json(codecs.when_to_json(when)) == when


@given(definitions)
def test_a_definition_comes_back_as_it_was(definition: Definition) -> None:
    assert codecs.definition_from_text(codecs.definition_to_text(definition)) == definition


@given(definitions)
def test_equal_definitions_are_written_equally(definition: Definition) -> None:
    text = codecs.definition_to_text(definition)
    assert codecs.definition_to_text(codecs.definition_from_text(text)) == text


def test_a_definition_of_a_later_version_is_not_half_understood() -> None:
    with pytest.raises(RuleError, match="written in version 2, this program reads 1"):
        codecs.definition_from_text('{"v":2}')
