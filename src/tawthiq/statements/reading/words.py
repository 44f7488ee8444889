"""The English words by which a text counts: who, what was done to them, where it belongs.

Every table is read by people as well: a word stands under what it is taken to mean.
Words for sites, weapons and parties come from the vocabularies of ``records``; only what
running text adds to them stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tawthiq.claims.group import (
    AID_WORKERS,
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    EVERYBODY,
    HEALTH_WORKERS,
    MEDIA_WORKERS,
    MEN,
    RESCUERS,
    UNSTATED,
    WOMEN,
    Age,
    Group,
    Sex,
    Status,
)
from tawthiq.counts.definition import Unit
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.statements.reading.lexicon import Lexicon, each_word, phrases_of
from tawthiq.values.kinds import Kinds

_CIVILIAN, _CHILD = frozenset({Status.CIVILIAN}), frozenset({Age.CHILD})
GROUPS: Mapping[str, Group] = {
    "civilians": CIVILIANS,
    "children": CHILDREN,
    "girls": Group(status=_CIVILIAN, age=_CHILD, sex=frozenset({Sex.FEMALE})),
    "boys": Group(status=_CIVILIAN, age=_CHILD, sex=frozenset({Sex.MALE})),
    "women": WOMEN,
    "men": MEN,
    "health": HEALTH_WORKERS,
    "aid": AID_WORKERS,
    "rescue": RESCUERS,
    "media": MEDIA_WORKERS,
    "combatants": COMBATANTS,
    "people": EVERYBODY,
    "unstated": UNSTATED,
}

GROUP_WORDS: Mapping[str, tuple[str, ...]] = {
    "civilians": ("civilian", "civilians", "civilian people", "non combatants"),
    "children": ("child", "children", "minors", "infants", "infant", "babies", "kids"),
    "girls": ("girl", "girls"),
    "boys": ("boy", "boys"),
    "women": ("woman", "women", "adult women", "female", "females"),
    "men": ("man", "men", "adult men"),
    "health": (
        "health workers", "health worker", "health staff", "medical workers", "medical staff",
        "medical personnel", "health care workers", "healthcare workers", "health personnel",
        "doctor", "doctors", "nurse", "nurses", "paramedic", "paramedics", "medics", "medic",
        "medical and health workers",
    ),
    "aid": (
        "aid workers", "aid worker", "aid staff", "humanitarian workers", "humanitarian worker",
        "humanitarian staff", "humanitarian personnel", "relief workers",
    ),
    "rescue": (
        "rescuer", "rescue worker", "rescue workers", "first responders", "volunteers",
        "white helmets volunteers", "civil defence volunteers", "civil defense volunteers",
        "white helmets members", "civil defence members", "civil defence workers",
        "civil defense personnel", "civil defence personnel", "white helmets rescuers",
    ),
    "media": (
        "media worker", "media workers", "media activists", "journalist", "journalists",
        "reporters",
    ),
    "combatants": (
        "combatant", "combatants", "fighter", "fighters", "militants", "militant", "soldier",
        "soldiers", "rebels", "gunmen", "insurgents", "troops",
    ),
    "people": (
        "people", "persons", "person", "individuals", "individual", "residents", "inhabitants",
        "souls", "human beings", "others",
    ),
    "unstated": ("victims", "victim", "martyrs", "martyr"),
}  # fmt: skip
"""Words for people. "Victims" and "martyrs" say nothing of who they were."""

HARMS: Mapping[str, Unit] = {
    "killed": Unit.KILLED,
    "injured": Unit.INJURED,
    "displaced": Unit.DISPLACED,
}
HARM_WORDS: Mapping[str, tuple[str, ...]] = {
    "killed": (
        "killed", "kill", "kills", "killing", "killings", "dead", "died", "die", "dies", "dying",
        "death", "deaths", "death toll", "fatality", "fatalities", "lost their lives",
        "lost his life", "lost her life", "lose their lives", "losing their lives", "lives lost",
        "lost lives", "the lives of", "loss of life", "slain", "perished", "murdered", "martyred",
        "lives", "were the victims",
    ),
    "injured": (
        "injured", "injure", "injuring", "injures", "injury", "injuries", "wounded", "wounding",
        "wounds", "hurt", "maimed",
    ),
    "displaced": (
        "displaced", "displacing", "displaces", "displacements", "displacement", "uprooted",
        "fled", "forced to flee", "fled their homes", "left their homes",
        "driven from their homes", "newly displaced",
    ),
}  # fmt: skip
HARM_NOUNS = each_word(
    "dead deaths death fatalities fatality killings injuries injured wounded displacements lives"
    " displaced"
)
"""Words that count people by what happened to them: "781 deaths", "55 wounded"."""

SITE_HARMS: Mapping[str, Unit] = {
    "out": Unit.SITES_OUT_OF_SERVICE,
    "damaged": Unit.SITES_DAMAGED,
    "destroyed": Unit.SITES_DESTROYED,
    "attacked": Unit.SITES_ATTACKED,
}
SITE_HARM_WORDS: Mapping[str, tuple[str, ...]] = {
    "out": (
        "out of service", "out of action", "out of operation", "out of commission", "out of use",
        "non operational", "nonoperational", "inoperable", "no longer operational",
        "no longer functioning", "no longer working", "stopped working", "stopped functioning",
        "suspended work", "suspend work", "suspended their work", "suspended operations",
        "suspend operations", "forced to close", "forced to shut down", "ceased to function",
        "ceased functioning", "ceased operations", "disabled",
    ),
    "damaged": (
        "damaged", "damaging", "damage to", "damaged or destroyed", "destroyed or damaged",
        "destroyed and damaged", "damaged and destroyed", "partially destroyed",
        "partly destroyed", "completely or partially destroyed", "destroyed completely or"
        " partially",
        "partially or completely destroyed", "partially or totally destroyed",
        "totally or partially destroyed", "destroyed partially or completely",
        "fully or partially destroyed", "completely and or partially destroyed",
    ),
    "destroyed": (
        "destroyed", "destroying", "destruction of", "levelled", "leveled", "razed",
        "demolished", "completely destroyed", "totally destroyed",
    ),
    "attacked": (
        "attacked", "attacking", "attacks on", "attack on", "attacks against", "attack against",
        "struck", "striking", "strikes on", "hit", "hitting", "bombed", "bombing", "bombing of",
        "bombardment of", "targeted", "targeting", "targeting of", "shelled", "shelling of",
        "bombarded", "came under attack", "come under attack", "were subjected to attacks",
        "subjected to attacks",
    ),
}  # fmt: skip

EVENT_WORDS: Mapping[str, tuple[str, ...]] = {
    "massacre": ("massacre", "massacres"),
    "attack": ("attack", "attacks", "incidents", "incident", "incidents of attack", "assaults"),
    "strike": (
        "airstrikes", "airstrike", "air strikes", "air strike", "air raids", "air raid", "raids",
        "strikes", "sorties", "aerial attacks",
    ),
    "munition": (
        "barrel bombs", "explosive barrels", "barrels", "cluster munitions", "rockets", "shells",
        "missiles", "bombs", "cluster bombs",
    ),
}  # fmt: skip

SITE_EXTRA: Mapping[str, tuple[str, ...]] = {
    "site": (
        "facilities", "vital facilities", "vital civilian facilities", "civilian facilities",
        "sites", "civilian objects", "vital centers", "vital centres", "civilian structures",
        "infrastructure", "civilian infrastructure", "objects",
    ),
    "medical-facility": ("health care facilities", "medical establishments", "health facility"),
    "hospital": ("field hospitals", "maternity hospital", "maternity hospitals"),
    "school": ("educational institutions", "educational establishments"),
}  # fmt: skip

PARTY_EXTRA: Mapping[str, tuple[str, ...]] = {
    "government-side": (
        "alliance", "syrian russian alliance forces", "russian syrian alliance forces",
        "syria and its allies", "pro government forces", "government and its allies",
    ),
    # Two parties named in one breath: each of them, and nobody else of their side.
    "syrian-government+russia": (
        "the regime and its russian ally", "assad regime and its russian ally",
        "assad regime and its russian allies", "assad regime and russian forces",
        "assad regime and russia", "syrian regime and its russian ally", "assad and putin",
        "regime and russian forces", "syrian and russian forces",
        "russian and syrian forces", "russian and regime forces",
        "syrian government and russian forces", "russian and syrian government forces",
        "syrian regime and russian forces", "syrian and russian regime",
        "syrian government and its russian ally", "regime and its russian ally",
        "regime forces and their russian allies", "government forces and their russian allies",
        "russia and syria", "syria and russia", "russian and syrian armies",
        "russian and syrian aircraft", "syrian and russian aircraft", "government and russian"
        " forces",
        "syrian and russian warplanes", "russian and syrian warplanes",
        "russian and government forces", "syrian and russian governments",
        "russian and syrian governments",
    ),
    "syrian-government": (
        "assad forces", "assad's forces", "assad army", "al assad regime", "syrian military",
        "syrian regime army", "the syrian authorities", "syrian state", "syrian warplanes",
        "syrian aircraft", "syrian helicopters", "government aircraft", "government helicopters",
        "regime aircraft", "regime helicopters", "regime warplanes", "the government side",
    ),
    "russia": ("russian planes", "russian jets", "russian army", "russian troops", "moscow"),
    "armed-opposition": (
        "armed groups", "armed opposition factions", "opposition forces", "factions",
        "non state armed actors", "opposition fighters",
    ),
    "isis": ("is", "daesh", "isis"),
}  # fmt: skip

PARTY_ADJECTIVES: Mapping[str, tuple[str, ...]] = {
    "syrian-government": ("syrian", "regime", "government"),
    "russia": ("russian",),
    "iran-backed": ("iranian",),
    "turkey": ("turkish",),
}
"""Adjectives that name a party only beside another: "Russian and Syrian missiles"."""

PART_CUES = (
    "including", "include", "includes", "included", "inclusive of", "of whom", "of which",
    "of them", "among them", "amongst them", "among whom", "among which", "of these", "of those",
    "comprising", "comprised", "comprises", "consisting of", "among the dead", "among the victims",
    "among the killed", "among those killed", "among these", "were children", "are children",
    "were women", "are women", "as well as", "namely", "made up of", "with",
)  # fmt: skip


def _vocabulary(kind: str, kinds: Kinds) -> list[tuple[str, str, str]]:
    return [
        (kind, key, word)
        for key, entry in kinds.items()
        for word in (entry.name.en, entry.plural.en, *entry.variants)
        if word and word.isascii()
    ]


@cache
def counting_words() -> Lexicon:
    """All of these tables and vocabularies as one lexicon, made once."""
    phrases = [
        *phrases_of("group", GROUP_WORDS),
        *phrases_of("harm", HARM_WORDS),
        *phrases_of("siteharm", SITE_HARM_WORDS),
        *phrases_of("event", EVENT_WORDS),
        *phrases_of("site", SITE_EXTRA),
        *phrases_of("party", PARTY_EXTRA),
        *phrases_of("adjective", PARTY_ADJECTIVES),
        *_vocabulary("site", sites()),
        *_vocabulary("party", parties()),
        *_vocabulary("weapon", weapons()),
    ]
    return Lexicon(phrase for phrase in phrases if phrase[2] not in _NOT_IN_TEXT)


# Words that name something in a table's cell, and anything at all in running text.
_NOT_IN_TEXT = frozenset(
    {"is", "coalition", "russian", "regime", "town", "village", "road", "street", "square",
     "buildings", "building", "displaced people", "displaced persons", "armed group", "shell",
     "mine", "bus", "car", "farm", "wedding", "site", "turkey", "chemical", "shelter", "shelters",
     "government side", "raid", "civil defence", "civil defense", "rescuers", "medical point",
     "vehicle", "meeting of armed group leaders", "the regime forces and their russian allies"}
)  # fmt: skip
