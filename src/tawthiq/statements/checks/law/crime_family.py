"""L08: a word for one kind of crime stands for facts of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law.classification import Conflict
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_ours
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("The word belongs to another kind of crime", "اللفظ لنوع آخر من الجرائم")


@dataclass(frozen=True, slots=True)
class _Family:
    """A word, and the facts without which it does not fit.

    Attributes:
        facts: What has to stand in its paragraph.
        names: Where the word only belongs to a name or to the law.
    """

    word: re.Pattern[str]
    facts: re.Pattern[str]
    names: re.Pattern[str]
    norms: tuple[str, ...]
    why: Both
    instead: Both


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_FAMILIES = (
    _Family(
        _words(
            r"extra-?\s?judicial(?:ly)? (?:killings?|executions?|killed|executed)|summary"
            r" executions?|summarily executed"
        ),
        _words(
            r"detain\w+|detention|custody|arrest\w*|prison\w*|captur\w+|surrender\w*"
            r"|checkpoint|execut(?:ed|ing) (?:by|after|in)"
            r"|shot (?:dead )?(?:after|while|in the head|at close range)|tortur\w+"
            r"|disappear\w+|hors de combat|bound|blindfold\w*|without trial|firing squad|in"
            r" the (?:hands|power|control) of|raid(?:ed)? (?:the )?(?:home|house)s?"
        ),
        _words(r"special rapporteur|rapporteur|minnesota protocol|unit on|report on|principles on"),
        ("CIHL-089", "GC-CA3", "CIHL-001", "CIHL-014"),
        Both(
            "Killings of people in a party’s hands are one thing, deaths by bombardment"
            " another; the"
            " text describes no custody and no control over those killed.",
            "قتل أشخاص في قبضة طرف شيء، والوفيات بالقصف شيء آخر؛ والنص لا يصف احتجازًا ولا"
            " سيطرة على"
            " القتلى.",
        ),
        Both(
            "“civilians killed in attacks”; keep the word for people killed in custody or control.",
            "«مدنيون قُتلوا في هجمات»؛ واحفظ اللفظ لمن قُتلوا في الاحتجاز أو تحت السيطرة.",
        ),
    ),
    _Family(
        _words(r"genocid(?:e|al)|wars? of extermination|exterminat(?:ion|ing)"),
        _words(
            r"intent(?:ion)? to destroy|specific intent|as such|dolus specialis|national,?"
            r" ethni\w+|in whole or in part|elements of (?:genocide|extermination)"
        ),
        _words(
            r"convention|prevention|prevent(?:ing)?|article|court|judg\w+|risk of|charges? of"
            r"|case|responsib\w+ to protect"
            r"|rwanda\w*|srebrenica|holocaust|remembr\w+|special advis[eo]r|office on|not (?:a"
            r" )?genocide|alleg\w+|application|proceedings|definition|crimes? of genocide"
            r" (?:requires|needs)|anfal"
        ),
        ("RS-6", "GEN-1-6"),
        Both(
            "The word needs a national, ethnical, racial or religious group and the intent to"
            " destroy it;"
            " the text shows neither.",
            "يشترط اللفظ جماعة قومية أو إثنية أو عرقية أو دينية وقصد إهلاكها؛ والنص لا يبيّن"
            " أيًّا منهما.",
        ),
        Both(
            "Describe the acts, and the rules on attacks against civilians.",
            "صف الأفعال، واستند إلى قواعد الهجوم على المدنيين.",
        ),
    ),
    _Family(
        _words(r"ethnic(?:ally)? cleans(?:ing|ed)|sectarian cleansing"),
        _words(
            r"ethnic(?: group|ity)|kurds?|kurdish|yazidis?|yezidis?|shi[a’']?ites?|sunnis?"
            r"|alawites?|druze|christians?|armenians?|tatars?|masalit|forcibly removed"
            r"|expel\w+"
        ),
        _words(r"prevent\w*|responsib\w+ to protect|risk of|alleg\w+|court|judg\w+|definition"),
        ("CIHL-129", "RS-7-1-d"),
        Both(
            "No ethnic or religious group and no removal of it is described.",
            "لا يصف النص جماعة إثنية أو دينية ولا إبعادها.",
        ),
        Both("Say who was made to leave, where from and by what.", (
            "بيّن من أُجبر على المغادرة ومن أين وبماذا."
        )),
    ),
    _Family(
        _words(r"collective(?:ly)? punish(?:ment|ments|ed|ing)|collective penalt(?:y|ies)"),
        _words(
            r"because (?:of|they|a)|in (?:response|retaliation|reprisal) (?:to|for)|for"
            r" (?:acts|the acts|what)|blockade\w*|siege\w*|besieg\w+|demolish\w+|demolition\w*"
            r"|cut(?:ting)? (?:off )?(?:water|power|electricity)|curfew|fin(?:e|ed)"
        ),
        _words(r"rule 103|article 33|prohibit\w*|convention"),
        ("CIHL-103",),
        Both(
            "A punishment of people for what others did: the text names no act that was"
            " punished and"
            " no measure.",
            "هو معاقبة أشخاص على ما فعله غيرهم: ولا يسمّي النص فعلًا عوقب عليه ولا تدبيرًا.",
        ),
        Both("Describe the measure and for whose act it was taken.", (
            "صف التدبير، ولأجل فعل مَن اتُّخذ."
        )),
    ),
)  # fmt: skip
_GRAVE = _words(r"grave breach(?:es)?(?: of the geneva conventions?)?")
_LAWFUL = _words(
    r"not|only in|do(?:es)? not|regime|protected persons|serious violations of common|unlike"
)


def find(bench: Bench) -> Iterator[Finding]:
    """Extrajudicial killing, genocide, ethnic cleansing, collective punishment, grave breaches.

    Each for facts that do not show it: no custody, no group and intent, nobody removed,
    nothing punished, or a non-international conflict. It is silent where the paragraph has
    those facts, in names and titles, in quotations, denials and suppositions.
    """
    for family in _FAMILIES:
        yield from _of(bench, family)
    yield from _grave_breaches(bench)


def _of(bench: Bench, family: _Family) -> Iterator[Finding]:
    page = bench.reading.page
    for found in family.word.finditer(bench.reading.text):
        span = Span(*found.span())
        block = page.layout.said(page.layout.blocks[page.sentence_of(span.start).block])
        sentence = page.layout.said(page.sentence_of(span.start))
        if family.facts.search(block) or family.names.search(sentence):
            continue
        if is_ours(bench.reading, span):
            yield _finding(bench, span, family.why, family.instead, family.norms)
            return


def _grave_breaches(bench: Bench) -> Iterator[Finding]:
    page = bench.reading.page
    for found in _GRAVE.finditer(bench.reading.text):
        span = Span(*found.span())
        sentence = page.layout.said(page.sentence_of(span.start))
        if bench.legal.conflict_at(span) is not Conflict.NIAC or _LAWFUL.search(sentence):
            continue
        if is_ours(bench.reading, span):
            yield _finding(
                bench,
                span,
                Both(
                    "Grave breaches exist in international conflicts and occupation alone; the text"
                    " speaks of a non-international one.",
                    "المخالفات الجسيمة لا توجد إلا في النزاعات الدولية والاحتلال؛ والنص يتحدث"
                    " عن نزاع"
                    " غير دولي.",
                ),
                Both(
                    "“serious violations of common Article 3”", "«انتهاكات جسيمة للمادة ٣ المشتركة»"
                ),
                ("GC4-147", "GC-CA3", "CIHL-156"),
            )


def _finding(bench: Bench, span: Span, why: Both, instead: Both, norms: tuple[str, ...]) -> Finding:
    law = bench.legal.named(*norms)
    return bench.finding("L08", Severity.WARNING, span, _TITLE, why, instead, law=law)


CHECK = Check("L08", Severity.WARNING, _TITLE, find)
