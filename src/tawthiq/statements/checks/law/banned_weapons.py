"""L04: a weapon is called banned, and no ban binds whoever is said to have used it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_denied
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.rows import listed
from tawthiq.statements.reading.lexicon import Lexicon
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("A weapon called banned without a ban that binds", "سلاح وُصف بالمحظور بلا حظر ملزم")
_BANNED = re.compile(
    r"\b(?:internationally|globally|universally|legally)[- ](?:banned|prohibited|forbidden"
    r"|outlawed)"
    r"(?:\s+(?:weapons?|munitions?|bombs?|arms|ammunition))?\b"
    r"|\b(?:banned|prohibited|forbidden|outlawed|illegal)\s+(?:\w+\s+){0,2}?(?:weapons?"
    r"|munitions?|bombs?|arms|ammunition)\b"
    r"|\b(?:weapons?|munitions?|bombs?|arms|missiles|mines|landmines|uranium|phosphorus"
    r"|barrels|thermite|napalm)\b,?\s+"
    r"(?:(?:which|that|all|both)\s+)?(?:(?:is|are|being)\s+)?(?:(?:weapons|strictly|all"
    r"|absolutely|completely|also)\s+)?"
    r"(?:internationally\s+)?(?:banned|prohibited|forbidden|outlawed)\b"
    r"(?!\s+from)(?:\s+(?:internationally|(?:by|under)\s+(?:international|all)\s+\w+))?"
    r"|\b(?:international\w*|the)\s+(?:ban|prohibition)\s+(?:on|of)\b|\bban(?:s"
    r"|ned)?\s+(?:the\s+use\s+of\s+)?(?=cluster|barrel)",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"\b(?:for (?:its|their|the|all)?\s*(?:\d+\+?\s+)?(?:states?\s+)?parties|by (?:more than"
    r"|over|some|most|many|the)\s*\w*\s*"
    r"(?:states|countries|parties)|binds? (?:only )?(?:its|the|states)|not (?:part(?:y|ies)"
    r"|bound)|non-part(?:y|ies)"
    r"|call(?:s|ed|ing)? (?:for|on|upon)|should be (?:banned|prohibited)|must be (?:banned"
    r"|prohibited)|neither\b.{0,60}\bpart"
    r"|no treaty|not (?:as such )?(?:banned|prohibited)|as such|negotiat\w+|campaign|join the"
    r"|ratify|accede\w*"
    r"|in (?:populated|civilian|urban) areas|against civilians|indiscriminate(?:ly)? use"
    r"|whatever)\b",
    re.IGNORECASE,
)
_ONE_LIST = re.compile(
    r"(?:[\s,]|\band\b|\bor\b|\bother\b|\bincluding\b|\bsuch as\b|\bthe\b|\busing\b|\bof\b"
    r"|\([^)]*\)|\bwith\b|\blike\b|\bas\b|\bnamely\b|\bi\.e\.\b|\bnotably\b|[:(–-])*"
)


@dataclass(frozen=True, slots=True)
class Weapon:
    """A kind of weapon and the norms on it; ids of the pack, "" where there is none."""

    key: str
    name: Both
    words: tuple[str, ...]
    treaty: str = ""
    custom: str = ""
    use: tuple[str, ...] = ()


@cache
def weapons_of_law() -> Mapping[str, Weapon]:
    """The table of weapons, by key."""
    text = (files("tawthiq.statements") / "data" / "weapons.yaml").read_text(encoding="utf-8")
    return {
        entry["key"]: Weapon(
            entry["key"],
            Both(entry["en"], entry["ar"]),
            tuple(entry["words"]),
            entry.get("treaty", ""),
            entry.get("custom", ""),
            tuple(entry.get("use", ())),
        )
        for entry in yaml.load(text, yaml.CSafeLoader)
    }


@cache
def _lexicon() -> Lexicon:
    return Lexicon(
        ("weapon", each.key, word) for each in weapons_of_law().values() for word in each.words
    )


def find(bench: Bench) -> Iterator[Finding]:
    """Weapons called banned that no treaty bans for the States named, and no custom for all.

    One finding a sentence, an error where such a weapon is named, a warning where none is.
    It is silent for weapons that custom bans, where every State named is bound, and where
    the sentence says whom the ban binds.
    """
    done: set[int] = set()
    for found in _BANNED.finditer(bench.reading.text):
        span = Span(*found.span())
        at = bench.reading.page.layout.sentence_at(span.start)
        if at in done or _is_qualified(bench, span):
            continue
        if finding := _judged(bench, span):
            done.add(at)
            yield finding


def _is_qualified(bench: Bench, span: Span) -> bool:
    page = bench.reading.page
    if page.layout.is_quoted(span.start, span.end) or is_denied(bench.reading, span):
        return True
    return _QUALIFIED.search(page.layout.said(page.sentence_of(span.start))) is not None


def _judged(bench: Bench, span: Span) -> Finding | None:
    beside, whole = _beside(bench, span)
    unbanned = [weapon for weapon in beside if not _is_banned(bench, weapon, span)]
    if beside and not unbanned:
        return None
    if not beside and _is_abstract(bench, span):
        return None
    return _finding(bench, whole, unbanned)


def _beside(bench: Bench, span: Span) -> tuple[list[Weapon], Span]:
    """The weapons that the word stands with in one list, and the stretch of them all."""
    page, text = bench.reading.page, bench.reading.text
    sentence = page.sentence_of(span.start)
    words = page.words[page.word_from(sentence.start) : page.word_from(sentence.end)]
    hits = _lexicon().spot(words).of("weapon")
    found: list[Weapon] = []
    start, end = span.start, span.end
    for hit in reversed([h for h in hits if h.start < end]):
        if hit.end > start or _ONE_LIST.fullmatch(text, hit.end, start):
            found, start = [weapons_of_law()[hit.key], *found], min(start, hit.start)
            end = max(end, hit.end)
    for hit in (h for h in hits if h.start >= span.end):
        if _ONE_LIST.fullmatch(text, end, hit.start):
            found, end = [*found, weapons_of_law()[hit.key]], hit.end
    return list(dict.fromkeys(found)), Span(start, end)


def _is_banned(bench: Bench, weapon: Weapon, span: Span) -> bool:
    """By custom for all, or by a treaty for each State that the sentence, or the text, names."""
    if weapon.custom in bench.pack.norms:
        return True
    norm = bench.pack.norms.get(weapon.treaty)
    if norm is None:
        return False
    when = bench.legal.day_of(span)
    sentence = bench.reading.page.sentence_of(span.start)
    states = bench.legal.states_in(sentence) or tuple(
        dict.fromkeys(k for _, k in bench.legal.states)
    )
    bonds = [bench.pack.bonds.bond(state, norm.treaty) for state in states]
    return bool(bonds) and all(
        bond is not None
        and bond.in_force is not None
        and (when is None or when.last is None or bond.binds_on(when.last))
        for bond in bonds
    )


_USES = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|drop\w*|fir(?:e|ed|ing)|bomb(?:ed|ing|ardment)|shell\w*|attack\w*"
    r"|struck|target\w*|with|by|launch\w*)\b",
    re.IGNORECASE,
)


def _is_abstract(bench: Bench, span: Span) -> bool:
    """Whether nobody is said to use them: "a list of banned weapons"."""
    page = bench.reading.page
    return _USES.search(page.layout.said(page.sentence_of(span.start))) is None or (
        "ban" in bench.reading.text[span.start : span.end].lower().split()
    )


def _finding(bench: Bench, span: Span, unbanned: list[Weapon]) -> Finding:
    treaties = bench.legal.named(*(w.treaty for w in unbanned))
    uses = bench.legal.named(*(u for w in unbanned for u in w.use))
    states = bench.legal.states_in(bench.reading.page.sentence_of(span.start)) or tuple(
        dict.fromkeys(key for _, key in bench.legal.states)
    )
    return bench.finding(
        "L04",
        Severity.ERROR if unbanned else Severity.WARNING,
        span,
        _TITLE,
        joined((*(_why(bench, w, states) for w in unbanned), _WHICH if not unbanned else NOTHING)),
        _suggested(bench, uses) if unbanned else _NAME_IT,
        law=(*treaties, *uses),
    )


_WHICH = Both(
    "“Internationally banned weapons” names no weapon, so nobody can check which ban is meant.",
    "«أسلحة محظورة دوليًا» لا تسمّي سلاحًا، فلا يستطيع أحد أن يتحقق من الحظر المقصود.",
)
_NAME_IT = Both(
    "Name the weapon, and the norm that bans it for whoever used it.",
    "سمِّ السلاح، والقاعدة التي تحظره على من استخدمه.",
)


def _why(bench: Bench, weapon: Weapon, states: tuple[str, ...]) -> Both:
    norm = bench.pack.norms.get(weapon.treaty)
    if norm is None:
        return Both(
            f"No treaty bans {weapon.name.en} as such: their use is judged.",
            f"لا معاهدة تحظر {weapon.name.ar} بذاتها: إنما يُحكم على استخدامها.",
        )
    free = [s for s in states if (b := bench.pack.bonds.bond(s, norm.treaty)) and not b.in_force]
    names = joined(map(bench.pack.bonds.name_of, free), Both(", ", "، "))
    who = Both(f"; not bound: {names.en}", f"؛ وغير الملزَم: {names.ar}") if free else NOTHING
    return Both(
        f"{weapon.name.en.capitalize()}: the {norm.instrument.en} binds its parties{who.en}.",
        f"{weapon.name.ar}: {norm.instrument.ar} تلزم أطرافها{who.ar}.",
    )


def _suggested(bench: Bench, uses: tuple[object, ...]) -> Both:
    norms = listed(n for n in bench.pack.norms.values() if n in uses)
    return Both(
        f"Say how it was used, and cite what judges that: {norms.en}. Name any other weapon meant.",
        f"بيّن كيف استُخدم، واستند إلى ما يُحكم به: {norms.ar}. وسمِّ أي سلاح آخر تقصده.",
    )


CHECK = Check("L04", Severity.ERROR, _TITLE, find)
