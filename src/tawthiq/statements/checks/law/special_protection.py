"""L11: hospitals, schools or mosques are said to be hit, and none of them is named."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.records.vocabulary import sites
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.reading import Mention
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("Protected places without name, day or status", "أماكن محمية بلا اسم ولا يوم ولا وضع")
_NORMS = {
    "medical": ("CIHL-028", "CIHL-010"),
    "school": ("CIHL-007", "CIHL-010", "CIHL-038"),
    "worship": ("CIHL-038", "CIHL-007"),
}


def find(bench: Bench) -> Iterator[Finding]:
    """Counted health facilities, schools and places of worship of which no fact is given.

    One finding a sentence. It is silent where the number has a source and its days, where
    the sentence names a settlement and a day, and where an incident of the case is meant.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for mention in bench.reading.mentions:
        if mention.kind is Kind.SITES and _kinds(mention) and mention.unit is not None:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for found in by_sentence.values():
        if not all(_has_facts(bench, mention) for mention in found):
            yield _finding(bench, found)


def _kinds(mention: Mention) -> list[str]:
    return [key for key in _NORMS if (mention.sites or frozenset()) & sites().below(key)]


def _has_facts(bench: Bench, mention: Mention) -> bool:
    beside = bench.reading.beside(mention)
    if mention.source is not None and mention.window is not None:
        return True
    return mention.scene is not None or (beside.names_a_day and beside.names_a_settlement)


def _finding(bench: Bench, found: list[Mention]) -> Finding:
    keys = dict.fromkeys(norm for m in found for key in _kinds(m) for norm in _NORMS[key])
    return bench.finding(
        "L11",
        Severity.WARNING,
        Span(found[0].start, found[-1].end),
        _TITLE,
        Both(
            "Special protection turns on facts of each place: its name, what it was used for"
            " that day,"
            " whether it was marked or notified, and whether anybody used it for military ends. The"
            " text gives none of them. This says nothing against the number.",
            "تتوقف الحماية الخاصة على وقائع كل مكان: اسمه، وما كان يُستعمل له في ذلك اليوم، وهل كان"
            " معلَّمًا أو مُبلَّغًا عنه، وهل استعمله أحد لأغراض عسكرية. والنص لا يذكر شيئًا"
            " منها. وليس في"
            " هذا ما يمس الرقم.",
        ),
        Both(
            "Name each place with its day and function, or link the list that does.",
            "سمِّ كل مكان ويومه ووظيفته، أو اربط النص بقائمة تبيّنها.",
        ),
        law=bench.legal.named(*keys),
    )


CHECK = Check("L11", Severity.WARNING, _TITLE, find)
