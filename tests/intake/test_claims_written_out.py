"""Claims written out as a table and read back are the same claims."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import claims_of, csv_bytes

from tawthiq.claims.claim import Claim, Document
from tawthiq.claims.group import UNSTATED
from tawthiq.claims.toll import Harm, Toll
from tawthiq.intake.source_name import read_source
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

# A cell cannot begin or end with a space or a mark that nobody sees, nor hold a control.
_words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" \n"),
    max_size=40,
).map(str.strip)
_numbers = st.one_of(
    st.none(),
    st.integers(0, 3_000).map(HowMany.exactly),
    st.tuples(st.integers(0, 500), st.integers(1, 500)).map(
        lambda two: HowMany.between(two[0], sum(two))
    ),
)
_days = st.dates(date(1980, 1, 1), date(2031, 12, 31))
_whens = st.one_of(
    st.just(When.unknown()),
    _days.map(When.day),
    st.tuples(_days, _days).map(lambda two: When.between(min(two), max(two))),
    st.builds(When.month, st.integers(1980, 2031), st.integers(1, 12)),
)
_degrees = st.one_of(
    st.just((None, None)),
    st.tuples(
        st.integers(1, 9_000_000).map(lambda n: n / 100_000),
        st.integers(-18_000_000, -1).map(lambda n: n / 100_000),
    ),
)


@st.composite
def claims(draw: st.DrawFn, number: int) -> tuple[str, Claim]:
    """A claim that a table can hold, and the name of its source as written."""
    said = draw(st.sampled_from(["Valley Watch", "SNHR (via Valley Post)", "مرصد الوادي"]))
    killed = draw(_numbers)
    lat, lon = draw(_degrees)
    tolls = [Toll(Harm.KILLED, UNSTATED, killed)] if killed else []
    if injured := draw(_numbers):
        tolls.append(Toll(Harm.INJURED, UNSTATED, injured))
    document = Document(
        read_source(said).key,
        draw(_words),
        draw(st.sampled_from(["", "https://example.org/a?b=1,2"])),
        draw(_whens),
    )
    return said, Claim(
        f"V{number}.1",
        document,
        draw(_whens),
        *(draw(_words) for _ in range(3)),
        lat,
        lon,
        *(draw(_words) for _ in range(4)),
        tuple(tolls),
        draw(_words),
        draw(_words),
    )


def written(said: str, claim: Claim) -> dict[str, str]:
    """A claim as the row that says it."""
    people = {toll.harm: toll.how_many for toll in claim.tolls}
    return {
        "id": claim.code,
        "date": str(claim.when),
        "place": claim.place_said,
        "admin3": claim.subdistrict_said,
        "governorate": claim.governorate_said,
        "lat": "" if claim.lat is None else f"{claim.lat:.5f}",
        "lon": "" if claim.lon is None else f"{claim.lon:.5f}",
        "weapon": claim.weapon_said,
        "target_type": claim.target_said,
        "facility_name": claim.facility_said,
        "killed": number(people.get(Harm.KILLED)),
        "injured": number(people.get(Harm.INJURED)),
        "alleged_party": claim.party_said,
        "source_org": said,
        "source_title": claim.document.title,
        "source_url": claim.document.url,
        "published": str(claim.document.published),
        "quote_paraphrase": claim.words,
        "checked": claim.checked,
    }


def number(how_many: HowMany | None) -> str:
    if how_many is None:
        return ""
    if how_many.is_exact:
        return str(how_many.low)
    return f"{how_many.low}-{how_many.high}"


def many_claims() -> st.SearchStrategy[list[tuple[str, Claim]]]:
    return st.integers(1, 6).flatmap(
        lambda n: st.tuples(*(claims(number) for number in range(n))).map(list)
    )


@settings(max_examples=60)
@given(many_claims(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_claims_written_out_are_read_back_the_same(
    told: Iterable[tuple[str, Claim]], encoding: str
) -> None:
    told = list(told)
    data = csv_bytes(*(written(*each) for each in told)).decode().encode(encoding)
    table = claims_of(data)
    assert not table.refused, [refusal.said.en for refusal in table.refused]
    assert [(row.source_said, row.claim) for row in table.rows] == told
