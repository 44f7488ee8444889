"""One number taken apart: what it counts, from what it was made, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tawthiq.claims.source import Source
from tawthiq.counts.count import REASONS_IN_WORDS, Count, LeftOut, Member, MemberKind
from tawthiq.counts.definition import Reported
from tawthiq.counts.relation import Kinship, Line
from tawthiq.counts.words import in_words
from tawthiq.records.rule import RULES
from tawthiq.statements.known import KnownCount
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.mini import mini, shared_scale
from tawthiq.web.charts.nest import Nest, bracket, nest_chart
from tawthiq.web.charts.scale import Scale
from tawthiq.web.charts.value import value_chart
from tawthiq.web.claims.following import Address, addresses, followable
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.counts.relations import Related, Relations, relations
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import number, percent
from tawthiq.web.wording.names import BASIS_NAMES, basis_key

MOST_MEMBERS = 400


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Something that was counted; incidents have pages of their own."""

    code: str
    title: Both
    how_many: HowMany
    mini: SafeString
    is_incident: bool
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """What may belong to the number and is not in it, for one reason."""

    why: Both
    codes: tuple[str, ...]
    how_many: HowMany | None


@dataclass(frozen=True, slots=True)
class Inside:
    """A part drawn inside its whole, with what is left by subtraction."""

    whole: Related | None
    part: Related | None
    drawing: SafeString
    bracket: SafeString
    whole_number: str
    part_number: str
    rest: str
    percent: str
    per_stroke: str


@dataclass(frozen=True, slots=True)
class CountPage:
    """The page of one number.

    Attributes:
        basis: As the style sheet knows it.
        rules: The counting rules that the definition names, with where they are stated.
    """

    known: KnownCount
    definition: Both
    basis: str
    basis_name: Both
    source: Voice | None
    rules: tuple[tuple[Both, Both, str], ...]
    chart: SafeString
    inside: Inside | None
    members: tuple[MemberRow, ...]
    members_in_all: int
    has_list: bool
    left_out: tuple[LeftOutRow, ...]
    relations: Relations
    urls: tuple[Address, ...]


def count_page(
    known: KnownCount,
    others: Iterable[KnownCount],
    sources: Mapping[str, Source],
    reader: Reader,
) -> CountPage:
    """Lay out one number for a reader."""
    count = known.count
    related = relations(count, (other.count for other in others), reader)
    return CountPage(
        known=known,
        definition=in_words(count.definition, sources),
        basis=basis_key(count.definition.basis),
        basis_name=BASIS_NAMES[basis_key(count.definition.basis)],
        source=_source(count, sources, reader),
        rules=tuple(_rules(count)),
        chart=value_chart(count.value, reader) if count.value else SafeString(""),
        inside=_inside(count, related, reader),
        members=_members(count, reader),
        members_in_all=len(count.members),
        has_list=any(member.kind is MemberKind.INCIDENT for member in count.members),
        left_out=tuple(_left_out(each) for each in count.left_out),
        relations=related,
        urls=_urls(known),
    )


def _source(count: Count, sources: Mapping[str, Source], reader: Reader) -> Voice | None:
    basis = count.definition.basis
    if isinstance(basis, Reported) and basis.source in sources:
        return voice(sources[basis.source], reader)
    return None


def _rules(count: Count) -> Iterable[tuple[Both, Both, str]]:
    for key in sorted(count.definition.inside):
        rule = RULES[key]
        yield rule.name, rule.words, followable(rule.source)


def _inside(count: Count, related: Relations, reader: Reader) -> Inside | None:
    """The most telling pair of part and whole that this number belongs to.

    A part by a counting rule comes first: texts confuse it with the whole. After that
    comes whatever differs along the fewest lines.
    """
    if count.value is None or not count.value.headline:
        return None
    own = count.value.headline
    pairs = [each for each in related.near if _fits(each, own)]
    if not pairs:
        return None
    told = min(pairs, key=lambda r: (r.lines != (Line.INSIDE,), len(r.lines), r.key, -_size(r)))
    if told.key is Kinship.WHOLE:
        return _drawn(told, None, _size(told), own, reader)
    return _drawn(None, told, own, _size(told), reader)


def _fits(related: Related, own: int) -> bool:
    """Whether it is a part no larger, or a whole no smaller, than this number."""
    if related.key is Kinship.PART:
        return 0 < _size(related) <= own
    return related.key is Kinship.WHOLE and own <= _size(related)


def _size(related: Related) -> int:
    return related.how_many.headline


def _drawn(
    whole: Related | None, part: Related | None, of: int, inside: int, reader: Reader
) -> Inside:
    nest = Nest(of, inside)
    said = {"whole": number(of, reader), "part": number(inside, reader)}
    label = _("%(whole)s strokes, %(part)s of them darker") % said
    return Inside(
        whole=whole,
        part=part,
        drawing=nest_chart(nest, reader, label),
        bracket=bracket(nest, reader),
        whole_number=number(of, reader),
        part_number=number(inside, reader),
        rest=number(of - inside, reader),
        percent=percent(inside, of, reader),
        per_stroke=number(nest.per_stroke, reader) if nest.per_stroke > 1 else "",
    )


def _members(count: Count, reader: Reader) -> tuple[MemberRow, ...]:
    """The members that add most, as many as a reader can go through."""
    ordered = sorted(count.members, key=lambda each: (-each.how_many.headline, each.code))
    shown = ordered[:MOST_MEMBERS]
    scale = shared_scale((member.how_many for member in shown), reader)
    return tuple(_member(member, scale) for member in shown)


def _member(member: Member, scale: Scale) -> MemberRow:
    return MemberRow(
        member.code,
        member.title,
        member.how_many,
        mini(member.how_many, scale),
        member.kind is MemberKind.INCIDENT,
        tuple(url for url in map(followable, member.urls) if url),
    )


def _left_out(each: LeftOut) -> LeftOutRow:
    return LeftOutRow(REASONS_IN_WORDS[each.reason], each.codes, each.how_many)


def _urls(known: KnownCount) -> tuple[Address, ...]:
    """Every address on which the number rests, each once."""
    every = (known.url, *(url for member in known.count.members for url in member.urls))
    return addresses(dict.fromkeys(every))
