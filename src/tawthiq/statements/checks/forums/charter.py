"""F03: the Charter's articles on force and measures are cited without what goes before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both(
    "Charter articles that ask for more, or less, than meant",
    "مواد الميثاق تطلب أكثر أو أقل من المقصود",
)
_DETERMINES = re.compile(
    r"\b(?:Article 39|Articles? 39|Chapter VII|threat to (?:international )?peace)\b", re.IGNORECASE
)
_KNOWS_FORCE = re.compile(
    r"\b(?:armed force|use of force|by force|military|forcible|not (?:asking|ask|calling)"
    r"|without force|does not)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Article 41 without Article 39 or Chapter VII, and Article 42 without a word on force.

    One finding a paragraph. It is silent where the text names the determination that has to
    come first and, for Article 42, that it asks for armed force or does not.
    """
    page, done = bench.reading.page, set[int]()
    for said in bench.legal.provisions:
        if said.instrument != "UNC" or said.article not in ("41", "42"):
            continue
        number = page.sentence_of(said.start).block
        block = page.layout.blocks[number]
        if number in done or page.layout.is_quoted(said.start, said.end):
            continue
        cited = [
            p
            for p in bench.legal.provisions
            if p.instrument == "UNC" and block.start <= p.start < block.end
        ]
        articles = {p.article for p in cited}
        text = page.layout.said(block)
        lacks = "39" not in articles and not _DETERMINES.search(text)
        force = "42" in articles and not _KNOWS_FORCE.search(text)
        if lacks or force:
            done.add(number)
            both = [p for p in cited if p.article in ("41", "42")]
            yield _finding(bench, Span(both[0].start, both[-1].end), lacks=lacks, force=force)


_FORCE = Both(
    "Article 42 is armed force: is that what the organisation asks for?",
    "المادة ٤٢ هي القوة المسلحة: فهل هذا ما تطلبه المنظمة؟",
)
_LACKS = Both(
    "Before either article the Council determines a threat to the peace (Article 39); the"
    " demand does"
    " not ask for it.",
    "قبل أي منهما يقرر المجلس وجود تهديد للسلم (المادة ٣٩)؛ والمطلب لا يطلب ذلك.",
)
_VETO = Both(
    "Any permanent member can veto (Article 27(3)).", "ولكل عضو دائم حق النقض (المادة ٢٧(٣))."
)


def _finding(bench: Bench, span: Span, *, lacks: bool, force: bool) -> Finding:
    return bench.finding(
        "F03",
        Severity.WARNING,
        span,
        _TITLE,
        joined((_LACKS if lacks else NOTHING, _FORCE if force else NOTHING, _VETO)),
        Both(
            "“determine under Article 39 that the situation threatens international peace, and take"
            " measures under Article 41, such as …”; leave 42 to a decision of the leadership.",
            "«أن يقرر بموجب المادة ٣٩ أن الحالة تهدد السلم الدولي، وأن يتخذ تدابير بموجب"
            " المادة ٤١، مثل …»؛"
            " واترك المادة ٤٢ لقرار من القيادة.",
        ),
        law=bench.legal.named("UNC-39", "UNC-41", *(("UNC-42",) if force else ()), "UNC-27-3"),
    )


CHECK = Check("F03", Severity.WARNING, _TITLE, find)
