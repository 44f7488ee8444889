"""F04: something is asked of a body that has no power to do it, or that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.asks import Addressee, Ask, addressees
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("Asked of a body without the power", "مطلب من جهة لا تملك سلطته")
_KINDS = {
    "condemn": (r"condemn\w*|denounc\w+", Both("to condemn", "أن تدين")),
    "prosecute": (
        r"prosecut(?:e|ing|ion)|(?:put|bring) (?:\w+ ){0,5}(?:on|to) trial|(?:to )?try (?:the"
        r"|those|all|war|suspects|him|them)|convict|arrest(?:ing)?\b(?! warrants?)|jail"
        r"|imprison|punish",
        Both("to prosecute or punish", "أن تلاحق أو تعاقب"),
    ),
    "try-persons": (
        r"(?:try|prosecute|convict|punish|sentence|arrest) (?:\w+ ){0,4}(?:president"
        r"|commanders?|officers?|generals?|leaders?|those|persons?|individuals?|war criminals"
        r"|suspects|officials|all|men|pilots)",
        Both("to try persons", "أن تحاكم أشخاصًا"),
    ),
    "refer": (
        r"refer\w* (?:\w+ ){0,8}to (?:the )?(?:ICC|International Criminal Court|Prosecutor"
        r"|Court\b)",
        Both("to refer to the International Criminal Court", (
            "أن تحيل إلى المحكمة الجنائية الدولية"
        )),
    ),
    "sanction": (
        r"(?:impos\w+|adopt\w*|decree\w*) (?:\w+ ){0,4}(?:sanctions|embargo)|sanction (?:the"
        r"|those|all)",
        Both("to impose sanctions", "أن تفرض جزاءات"),
    ),
    "investigate": (
        r"investigat(?:e|ing) (?:the|these|those|all|every|this) (?:\w+ ){0,3}(?:crimes?"
        r"|massacres?|attacks?|violations?|killings?)|find out who",
        Both("to investigate crimes", "أن تحقق في الجرائم"),
    ),
    "force": (
        r"no-?fly zone|(?:deploy|send) (?:\w+ ){0,3}(?:troops|forces|peacekeepers)|use (?:of"
        r" )?force|intervene militarily|military intervention",
        Both("to use force", "أن تستعمل القوة"),
    ),
    "stop": (
        r"(?:to |must |should )(?:stop|end|halt) (?:the|these|this|all) (?:\w+"
        r" ){0,2}(?:bombing|bombardment|attacks|shelling|crimes|war)",
        Both("to stop the attacks", "أن توقف الهجمات"),
    ),
    "relief": (
        r"(?:provide|deliver|bring|send) (?:\w+ ){0,4}(?:relief|medical care|food|shelter"
        r"|(?:humanitarian )?aid)",
        Both("to bring relief", "أن تقدّم الإغاثة"),
    ),
    "ceasefire": (
        r"(?:impose|enforce|declare) (?:an? )?(?:\w+ )?cease-?fire",
        Both("to impose a ceasefire", "أن تفرض وقف إطلاق النار"),
    ),
}  # fmt: skip
_WORDS = {kind: re.compile(rf"\b(?:{words})", re.IGNORECASE) for kind, (words, _) in _KINDS.items()}
_FOR_OTHERS = re.compile(
    r"\b(?:support|assist|help|so that|in order (?:to|that)|evidence (?:for|to)|for (?:the"
    r" )?prosecution|files|cooperat\w+|recommend|ask(?:s|ing)? the|call(?:s|ing)? on the|urge"
    r"|share|preserve|mandate)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Asks beyond the power of the body asked, by the table of addressees; and unclear names.

    It is silent where the body is asked to support, recommend or hand over, where another
    body stands between it and the verb, and for bodies that the table does not know.
    """
    yield from _unclear(bench)
    for ask in bench.asks:
        body = addressees().get(ask.body)
        if body is None or body.unclear:
            continue
        if beyond := _beyond(bench, ask, body):
            yield _finding(bench, ask, body, beyond)


def _beyond(bench: Bench, ask: Ask, body: Addressee) -> tuple[Span, str] | None:
    text = bench.reading.text
    for kind in body.cannot:
        found = _WORDS[kind].search(text, ask.body_at.end, ask.end)
        if found and not _FOR_OTHERS.search(text, ask.body_at.end, found.start()):
            return Span(*found.span()), kind
    return None


def _finding(bench: Bench, ask: Ask, body: Addressee, beyond: tuple[Span, str]) -> Finding:
    span, kind = beyond
    what = _KINDS[kind][1]
    return bench.finding(
        "F04",
        Severity.WARNING,
        Span(ask.body_at.start, span.end),
        _TITLE,
        Both(
            f"{body.name.en.capitalize() if body.name.en[:4] == 'the ' else body.name.en} is"
            f" asked {what.en}; it has no power to.",
            f"يُطلب من {body.name.ar} {what.ar}؛ ولا سلطة لها بذلك.",
        ),
        body.instead,
        body.sources,
        law=bench.legal.named(*body.norms),
    )


def _unclear(bench: Bench) -> Iterator[Finding]:
    lower = bench.reading.text.lower().replace("’", "'")
    for body in (each for each in addressees().values() if each.unclear):
        words = re.compile("|".join(re.escape(w.replace("’", "'")) for w in body.words))
        if found := words.search(lower):
            yield bench.finding(
                "F04",
                Severity.WARNING,
                Span(*found.span()),
                _TITLE,
                Both(
                    "No body has this name: nobody can tell who is asked.",
                    "لا جهة بهذا الاسم: فلا يُعرف ممن يُطلب.",
                ),
                body.instead,
            )


CHECK = Check("F04", Severity.WARNING, _TITLE, find)
