"""The forums open today for an incident: each way that was tried, with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tawthiq.law import forum_words as say
from tawthiq.law.book import LawPack
from tawthiq.law.condition import Standings
from tawthiq.law.forum import ActKind, Door, Forum, ForumLine, ForumTest, JurisdictionAct
from tawthiq.law.incident import PartyType
from tawthiq.law.setting import Setting
from tawthiq.law.subject import Touch
from tawthiq.law.treaty import Status
from tawthiq.values.both import Both

Way = tuple[Door, Both]
# Rome Statute amendments of 2010 and later, whose reach Article 121(5) limits.
_AMENDED = (
    "RS-8-2-e-xiii",
    "RS-8-2-e-xiv",
    "RS-8-2-e-xv",
    "RS-8-2-e-xix",
    "RS-8-2-e-xvi",
    "RS-8-2-e-xvii",
    "RS-8-2-e-xviii",
    "RS-8-2-b-xxvii",
    "RS-8-2-b-xxviii",
    "RS-8-2-b-xxix",
)


def open_today(
    setting: Setting,
    standings: Standings,
    pack: LawPack,
    asked_on: date,
    applicable: frozenset[str] = frozenset(),
) -> tuple[ForumLine, ...]:
    """Every forum of the pack for an incident, as of one day.

    Args:
        applicable: Ids of the norms that apply, for what an amendment limits.
    """
    return tuple(
        _line(forum, tuple(_ways(forum, setting, standings, pack, asked_on, applicable)), asked_on)
        for forum in pack.forums
    )


def _line(forum: Forum, ways: tuple[Way, ...], asked_on: date) -> ForumLine:
    return ForumLine(
        forum.id,
        forum.name,
        _door(forum, [door for door, _ in ways]),
        forum.what,
        ways,
        asked_on,
        forum.source,
        forum.may_be_published,
    )


def _door(forum: Forum, doors: list[Door]) -> Door:
    """One open way opens the Court; elsewhere every test has to be passed."""
    if forum.id == "ICC":
        order = (Door.OPEN, Door.ARGUABLE, Door.DEPENDS)
        return next((door for door in order if door in doors), Door.CLOSED)
    order = (Door.CLOSED, Door.DEPENDS, Door.ARGUABLE)
    return next((door for door in order if door in doors), Door.OPEN)


def _ways(
    forum: Forum,
    setting: Setting,
    standings: Standings,
    pack: LawPack,
    asked_on: date,
    applicable: frozenset[str],
) -> Iterator[Way]:
    if forum.exists_from and asked_on < forum.exists_from:
        yield Door.CLOSED, say.not_yet_there(forum.exists_from)
        return
    if forum.exists_to and asked_on > forum.exists_to:
        yield Door.CLOSED, say.no_longer_there(forum.exists_to)
        return
    if forum.id == "ICC":
        yield from _court(setting, standings, pack, asked_on, applicable)
        return
    for test in forum.tests:
        yield from _test(test, forum, setting, standings, pack)
    if forum.condition:
        yield Door.OPEN, forum.condition


def _test(
    test: ForumTest, forum: Forum, setting: Setting, standings: Standings, pack: LawPack
) -> Iterator[Way]:
    match test:
        case ForumTest.AREA_AND_DATE:
            yield from _area_and_date(forum, setting, pack)
        case ForumTest.BOND:
            yield from _bond(forum, setting, pack)
        case ForumTest.FACT:
            subject = pack.subjects[forum.subject]
            if subject.touched(standings) is Touch.NO:
                yield Door.CLOSED, say.not_about(subject.name)
            else:
                yield Door.OPEN, say.about(subject.name)
        case ForumTest.ALWAYS:
            pass


def _area_and_date(forum: Forum, setting: Setting, pack: LawPack) -> Iterator[Way]:
    if not setting.territory:
        yield Door.DEPENDS, say.no_territory()
    elif setting.territory not in forum.areas:
        yield Door.CLOSED, say.other_area(map(pack.bonds.name_of, forum.areas))
    elif setting.last is None:
        yield Door.DEPENDS, say.no_date()
    elif forum.since and setting.last < forum.since:
        yield Door.CLOSED, say.before(forum.since)
    else:
        yield Door.OPEN, say.in_its_mandate()


def _bond(forum: Forum, setting: Setting, pack: LawPack) -> Iterator[Way]:
    if setting.party_type is PartyType.ARMED_GROUP:
        yield Door.CLOSED, say.states_only()
        return
    if not setting.is_attributed:
        yield Door.DEPENDS, say.nobody_named()
        return
    for state, why in forum.excluded:
        if state == setting.party:
            yield Door.CLOSED, why
            return
    bond = pack.bonds.bond(setting.party, forum.treaty, setting.known_at)
    name, party = pack.bonds.treaties[forum.treaty].name, pack.bonds.name_of(setting.party)
    if bond is None or bond.status is Status.UNKNOWN:
        yield Door.DEPENDS, say.bond_unknown(party, name)
    elif setting.last is not None and not bond.binds_on(setting.last):
        yield Door.CLOSED, say.not_bound(party, name)
    else:
        yield Door.OPEN, say.bound(party, name)


def _court(
    setting: Setting,
    standings: Standings,
    pack: LawPack,
    asked_on: date,
    applicable: frozenset[str],
) -> Iterator[Way]:
    """The routes to the International Criminal Court, then what limits them."""
    ways = [
        *_acts(setting, pack, asked_on),
        _by_bond(setting, pack, setting.territory, asked_on, by_territory=True),
        _by_nationality(setting, pack, asked_on),
        *_across_a_border(setting, standings, pack),
    ]
    yield from ways
    if setting.last and setting.last < date(2002, 7, 1):
        yield Door.CLOSED, say.before_the_statute()
    if all(door is not Door.OPEN for door, _ in ways):
        yield Door.CLOSED, say.what_would_open_it(pack.bonds.name_of(setting.territory))
    if applicable & set(_AMENDED):
        yield Door.CLOSED, say.amendment()
    if "Ukraine" in (setting.territory, setting.party):
        yield Door.CLOSED, say.article_124()


def _acts(setting: Setting, pack: LawPack, asked_on: date) -> Iterator[Way]:
    kinds = {ActKind.REFERRAL: "13(b)", ActKind.DECLARATION: "12(3)"}
    found = dict.fromkeys(kinds, False)
    for act in pack.acts:
        if act.state != setting.territory or act.made > asked_on or not setting.territory:
            continue
        if not _covers(act, setting):
            continue
        found[act.kind] = True
        door = Door.ARGUABLE if act.part else Door.OPEN
        yield door, say.act(kinds[act.kind], act)
    for kind, article in kinds.items():
        if not found[kind]:
            yield Door.CLOSED, say.no_act(article)


def _covers(act: JurisdictionAct, setting: Setting) -> bool:
    if setting.first is None or setting.last is None:
        return False
    return act.covers_from <= setting.last and (
        act.covers_to is None or setting.first <= act.covers_to
    )


def _by_bond(
    setting: Setting, pack: LawPack, state: str, asked_on: date, *, by_territory: bool
) -> Way:
    """Article 12(2)(a) or (b): the Statute in force for a State on the day of the act."""
    article = "12(2)(a)" if by_territory else "12(2)(b)"
    if not state:
        return Door.DEPENDS, say.no_territory()
    bond, name = pack.bonds.bond(state, "ROME", setting.known_at), pack.bonds.name_of(state)
    if bond is None:
        return Door.DEPENDS, say.bond_unknown(name, pack.bonds.treaties["ROME"].name)
    if setting.last is None:
        return Door.DEPENDS, say.no_date()
    if bond.binds_on(setting.last) and bond.binds_on(asked_on):
        return Door.OPEN, say.party_route(article, name)
    return Door.CLOSED, say.no_party_route(article, name)


def _by_nationality(setting: Setting, pack: LawPack, asked_on: date) -> Way:
    if setting.party_type is PartyType.STATE and setting.is_attributed:
        return _by_bond(setting, pack, setting.party, asked_on, by_territory=False)
    return Door.DEPENDS, say.nationality_open()


def _across_a_border(setting: Setting, standings: Standings, pack: LawPack) -> Iterator[Way]:
    """An element completed in a State Party, as with people driven across a border."""
    crossed, to = standings.get("cross_border"), standings.get("destination_state")
    if crossed is None or crossed.value is not True or to is None:
        return
    state = pack.bonds.state_named(str(to.value))
    bond = pack.bonds.bond(state, "ROME", setting.known_at) if state else None
    if state is None or bond is None:
        yield Door.DEPENDS, say.border_unknown(str(to.value))
    elif setting.last is None or bond.binds_on(setting.last):
        yield Door.ARGUABLE, say.border(pack.bonds.name_of(state))
    else:
        yield Door.CLOSED, say.border_closed(pack.bonds.name_of(state))
