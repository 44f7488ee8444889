from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.places.shipped import shipped
from tawthiq.records.grade import Grade
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.store.queries.incident_filter import FIELDS, IncidentFilter

GAZETTEER = shipped()
days = st.dates(date(2000, 1, 1), date(2040, 1, 1))
filters = st.builds(
    lambda a, b, *rest: IncidentFilter(*sorted((a, b)), *rest),
    days,
    days,
    st.sampled_from(["", "SY07", "SY"]),
    st.sampled_from(["", *sites()]),
    st.sampled_from(["", *weapons()]),
    st.sampled_from(["", *parties()]),
    st.sampled_from(["", *Grade]),
    st.text("abجد ", max_size=9).map(str.strip),
)


@given(filters)
def test_a_filter_is_read_back_from_its_own_address(wanted: IncidentFilter) -> None:
    assert IncidentFilter.read(wanted.as_mapping(), GAZETTEER) == (wanted, {})


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=12)))
def test_no_address_breaks_a_filter(said: dict[str, str]) -> None:
    wanted, errors = IncidentFilter.read(said, GAZETTEER)
    assert not set(errors) & set(wanted.as_mapping())


def test_what_cannot_be_read_is_named_field_by_field() -> None:
    said = {
        "since": "31/02/2019",
        "place": "XX",
        "site": "hospitl",
        "weapon": "",
        "party": "nobody",
        "grade": "sure",
        "q": "x" * 201,
        "page": "7",
    }
    wanted, errors = IncidentFilter.read(said, GAZETTEER)
    assert wanted == IncidentFilter()
    assert set(errors) == {"since", "place", "site", "party", "grade", "q"}
    assert errors["since"].en == "write a day as 2019-07-22"


def test_a_window_that_ends_before_it_begins_loses_its_end_and_says_so() -> None:
    wanted, errors = IncidentFilter.read({"since": "2031-03-04", "until": "2031-03-03"}, GAZETTEER)
    assert (wanted.since, wanted.until, set(errors)) == (date(2031, 3, 4), None, {"until"})
