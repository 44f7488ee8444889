"""A published total keeps its source, its page and its words, or is not read at all."""

from __future__ import annotations

from tawthiq.claims.claim import Document, PeriodClaim
from tawthiq.claims.source import Source, SourceKind
from tawthiq.counts.count import Count
from tawthiq.counts.definition import Reported, Unit
from tawthiq.counts.extent import Extent
from tawthiq.counts.relation import Kinship, relate
from tawthiq.counts.reported import NotRead, reported, unread_area
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

VALLEY = Both("Valley Monitor", "راصد الوادي")
MONITOR = Source("valley", "Valley Monitor", VALLEY, SourceKind.MONITOR, "valley")
RELAY = Source(
    "valley-via-post", "Valley Monitor (via Post)", VALLEY, SourceKind.MONITOR, "valley", "Post"
)
SPRING = When.parse("2031-04-26/2031-07-27")


def said(
    figure: str, number: HowMany, when: When = SPRING, area: str = "the valley"
) -> PeriodClaim:
    page = Document("valley", "Three months", "https://example.org/three", When.parse("2031-07-31"))
    return PeriodClaim("P1", page, figure, number, when, str(when) or "undated", area)


def valley(words: str) -> Extent:
    return Extent.whole("valley", Both(words, "الوادي"), frozenset({"upper", "lower"}))


def read(figure: str, source: Source = MONITOR) -> Count:
    count = reported(said(figure, HowMany.at_least(781)), source, valley)
    assert isinstance(count, Count)
    return count


def test_a_total_is_its_own_one_member_and_leads_to_its_page() -> None:
    count = read("civilians killed")
    assert count.value == HowMany.at_least(781)
    assert count.members[0].urls == ("https://example.org/three",)
    assert count.definition.as_of == "2031-07-31"


def test_killed_in_massacres_is_a_part_of_killed() -> None:
    part, whole = read("civilians killed in massacres"), read("civilians killed")
    assert relate(part.definition, whole.definition).kinship is Kinship.PART


def test_massacres_are_attacks_and_not_people() -> None:
    count = read("massacres")
    assert count.definition.unit is Unit.ATTACKS
    whole = read("civilians killed")
    assert relate(count.definition, whole.definition).kinship is Kinship.NOT_COMPARABLE


def test_a_relay_reports_for_its_origin_and_is_named_in_a_note() -> None:
    count = read("children killed", RELAY)
    assert count.definition.basis == Reported("valley")
    assert [note.en for note in count.notes] == ["through Post"]


def test_half_a_label_is_not_read_at_all() -> None:
    what = reported(
        said("civilians killed in areas held by nobody", HowMany.exactly(3)), MONITOR, valley
    )
    assert isinstance(what, NotRead)
    assert "held" in what.unread


def test_a_label_without_a_unit_is_shown_whole() -> None:
    what = reported(said("facilities affected", HowMany.exactly(3)), MONITOR, valley)
    assert what == NotRead(what.claim, "facilities affected")


def test_an_area_nobody_finds_compares_with_itself_alone() -> None:
    hills, dales = unread_area("the Hills"), unread_area("the Dales")
    assert hills.order(unread_area("the  hills".replace("  ", " "))).value == "same"
    assert hills.order(dales).value == "undecided"


def test_a_period_without_an_end_says_so_in_its_notes() -> None:
    when = When.parse("2031-04-26/..")
    count = reported(said("civilians killed", HowMany.exactly(9), when), MONITOR, valley)
    assert isinstance(count, Count)
    assert count.notes[0].en.startswith("period as written")
