"""N04: numbers of one text that cannot all be true together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawthiq.claims.group import CHILDREN, MEN, WOMEN
from tawthiq.counts.consistency import (
    SharePrinted,
    Slip,
    Stated,
    part_exceeds,
    share_differs,
    sum_differs,
)
from tawthiq.counts.words import GROUP_NAMES
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.party_lines import lines_off
from tawthiq.statements.checks.slips import TITLE, slip_finding, span_of
from tawthiq.statements.checks.stated import all_stated, mentions_at, stated
from tawthiq.statements.checks.sums import sums_off, windows_off
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Joined
from tawthiq.statements.reading.reading import Mention, Percentage
from tawthiq.statements.wording import number_said
from tawthiq.values.both import NOTHING, Both, joined

_BESIDE = Both("A part stands as if it were added", "ورد الجزء كأنه مضاف إلى المجموع")


def find(bench: Bench) -> Iterator[Finding]:
    """Recompute what the text itself says of its numbers.

    It fires where a part stands beside its total without "including", is larger than it,
    where parts exceed their total or are said to be all of it and fall short, where a
    percentage is not that of the numbers given, where a longer window holds fewer than a
    shorter one, and where numbers that count the same people are added. Rounding as
    printed is allowed, and parts that nobody calls complete may fall short.
    """
    found: list[Finding] = []
    for part in (_beside, _parts, lines_off, _shares, sums_off, windows_off):
        for finding in part(bench):
            if not any(_covers(other, finding) for other in found):
                found.append(finding)
    yield from found


def _covers(other: Finding, finding: Finding) -> bool:
    """Whether one fault was already said of just these words."""
    return (other.start, other.end, other.title) == (finding.start, finding.end, finding.title)


def _by_whole(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    groups: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.whole is not None:
            groups.setdefault(mention.whole, []).append(mention)
    for whole, parts in groups.items():
        yield mentions[whole], parts


def _comparable(whole: Mention, part: Mention) -> bool:
    return part.unit is not None and whole.unit is part.unit and whole.kind is not Kind.OTHER


def _beside(bench: Bench) -> Iterator[Finding]:
    """ "781 civilians. 208 children and 140 women." wants an "including"."""
    for whole, parts in _by_whole(bench.reading.mentions):
        beside = [p for p in parts if p.joined is Joined.BESIDE and _comparable(whole, p)]
        fits = [p for p in beside if p.how_many.headline <= whole.how_many.headline]
        if not fits:
            continue
        names = _numbers_said(fits)
        total = _number_said(whole)
        yield bench.finding(
            "N04",
            Severity.ERROR,
            span_of([whole, *fits]),
            _BESIDE,
            Both(
                f"{names.en} are a part of {total.en}, but the text puts them beside the total,"
                " so that a reader may add them.",
                f"{names.ar}: هؤلاء جزء من المجموع ({total.ar})، لكنّ النص يضعهم إلى جانبه فقد"
                " يجمعهم القارئ معه.",
            ),
            Both(f"{total.en}, including {names.en}", f"{total.ar}، من بينهم {names.ar}"),
        )


def _number_said(mention: Mention) -> Both:
    number, name = number_said(mention.how_many), _name_of(mention)
    return Both(f"{number.en} {name.en}".strip(), f"{name.ar}: {number.ar}" if name else number.ar)


def _numbers_said(mentions: Iterable[Mention]) -> Both:
    return joined((_number_said(m) for m in mentions), Both(" and ", " و"))


def _name_of(mention: Mention) -> Both:
    if mention.kind not in (Kind.PERSONS, Kind.BARE) or not mention.groups:
        return NOTHING
    return GROUP_NAMES.get(mention.who, NOTHING)


def _parts(bench: Bench) -> Iterator[Finding]:
    """Parts against the whole to which the text ties them."""
    for whole, parts in _by_whole(bench.reading.mentions):
        parts = [p for p in parts if _comparable(whole, p)]
        slips = [(s, [p]) for p in parts if (s := part_exceeds(*_pair(p, whole)))]
        if slips:
            members = [p for _, ps in slips for p in ps]
            yield slip_finding(bench, slips[0][0], whole, members)
            continue
        for family in _families(whole, parts):
            all_of_it = _is_all(family)
            if slip := sum_differs(_one(whole), all_stated(family), all_of_it=all_of_it):
                yield slip_finding(bench, slip, whole, family)


def _pair(part: Mention, whole: Mention) -> tuple[Stated, Stated]:
    return _one(part), _one(whole)


def _one(mention: Mention) -> Stated:
    return stated(mention, in_one_breath=True)


def _families(whole: Mention, parts: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Parts by party are one way to divide a whole, parts by group another."""
    by_party = [p for p in parts if p.parties is not None and p.parties != whole.parties]
    by_group = [p for p in parts if p not in by_party]
    for family in (by_party, by_group):
        if len(family) > 1:
            yield family


def _is_all(family: Sequence[Mention]) -> bool:
    """Whether the parts are said to be all there is: after a colon, or men, women and children."""
    if {m.who for m in family} >= {CHILDREN, WOMEN, MEN}:
        return True
    return all(m.joined is Joined.BREAKDOWN for m in family)


def _shares(bench: Bench) -> Iterator[Finding]:
    """Percentages against the numbers that they are of."""
    mentions = bench.reading.mentions
    for share in bench.reading.percentages:
        if share.whole is None or not share.parts:
            continue
        whole, parts = mentions[share.whole], mentions_at(mentions, share.parts)
        if not all(_comparable(whole, part) for part in parts):
            continue
        printed = SharePrinted(share.low, share.high, share.digits, share.rough)
        if slip := share_differs(printed, all_stated(parts), _one(whole)):
            yield _share_off(bench, share, slip, whole, parts)


def _share_off(
    bench: Bench, share: Percentage, slip: Slip, whole: Mention, parts: Sequence[Mention]
) -> Finding:
    digits = max(1, share.digits)
    percent = f"{slip.recomputed:.{digits}f}"
    sum_said = " + ".join(f"{p.how_many.headline:,}" for p in parts)
    total = f"{whole.how_many.headline:,}"
    said = bench.reading.text[share.start : share.end]
    sum_said = f"({sum_said})" if len(parts) > 1 else sum_said
    return bench.finding(
        "N04",
        Severity.ERROR,
        share,
        Both("The share is not that of its numbers", "النسبة ليست نسبة أرقامها"),
        Both(
            f"The text says “{said}”, but {sum_said} of {total} is {percent} %.",
            f"يقول النص «{said}»، لكنّ {sum_said} من {total} تساوي {percent}٪.",
        ),
        Both(f"{percent} %", f"{percent}٪"),
    )


CHECK = Check("N04", Severity.ERROR, TITLE, find)
