"""N07: bodies and people under wrong names, and sources that nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.names import Body, table
from tawthiq.statements.reading.reading import Cited, Named
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("A name that its bearer does not bear", "اسم ليس لصاحبه")
_UNLINKED = Both("A source that nobody can look up", "مصدر لا يمكن الرجوع إليه")
_OFFICE = re.compile(
    r"\b(?:envoy|special|secretary|general|commissioner|coordinator|un|united nations|chair"
    r"|mediator"
    r"|mr|mrs|ms|dr)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Wrong names of bodies and office holders, and cited sources without title, date or link.

    One finding a body: a wrong name and a missing reference of one citation are one fault.
    It is silent for abbreviations in use and for sources given with a date, a title in
    quotation marks or an address, anywhere in the text.
    """
    wrong: dict[str, list[Named]] = {}
    for named in bench.reading.names:
        if not named.right and _is_meant(bench, named):
            wrong.setdefault(named.key, []).append(named)
    cited = _first_citations(bench)
    for key, named_wrong in wrong.items():
        unlinked = key in cited and not _is_referenced(bench, key)
        yield _wrong(bench, named_wrong, unlinked=unlinked)
    missing = [c for key, c in cited.items() if key not in wrong and not _is_referenced(bench, key)]
    for citation in missing:
        yield _unlinked(bench, citation)


def _is_meant(bench: Bench, named: Named) -> bool:
    """A surname alone is only taken for an office holder's beside words of office."""
    body = table().get(named.key)
    if body is None or not body.is_person:
        return True
    sentence = bench.reading.page.sentence_of(named.start)
    return _OFFICE.search(bench.reading.text, sentence.start, sentence.end) is not None


def _first_citations(bench: Bench) -> dict[str, Cited]:
    """The first citation of each source that is cited for something countable, or in a line."""
    used = {m.source.key for m in bench.reading.mentions if m.source and m.counts}
    first: dict[str, Cited] = {}
    for cited in bench.reading.citations:
        if not cited.own and cited.key and (cited.key in used or cited.heading):
            first.setdefault(cited.key, cited)
    return first


_TITLED = re.compile(r"[“\"«][^”\"»\n]{12,200}[”\"»]|\bentitled\b|\btitled\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\bhttps?://\S+|\bwww\.\S+|\b[\w-]+\.(?:org|net|com|int|info)\b/?\S*")


def _is_referenced(bench: Bench, key: str) -> bool:
    """Whether some sentence with the source gives a date of publication, a title or an address."""
    reading = bench.reading
    for spot in bench.named.get(key, ()):
        sentence = reading.page.sentence_of(spot.start)
        block = reading.page.layout.blocks[sentence.block]
        if any(t.published for t in reading.beside(spot).times):
            return True
        if _ADDRESS.search(reading.text, block.start, block.end):
            return True
        if _TITLED.search(reading.text, sentence.start, sentence.end):
            return True
    hosts = _hosts(bench, key)
    return any(
        host in found.group().lower() for found in _ADDRESS.finditer(reading.text) for host in hosts
    )


def _hosts(bench: Bench, key: str) -> set[str]:
    origins = {o for c in bench.reading.citations if c.key == key for o in c.origins}
    urls = [count.url for count in bench.totals_of(origins)]
    return {
        found.group(1) for url in urls if (found := re.match(r"https?://(?:www\.)?([^/]+)", url))
    }


def _wrong(bench: Bench, named: Sequence[Named], *, unlinked: bool) -> Finding:
    first = named[0]
    body = table()[first.key]
    written = " ".join(first.name.split())
    reference = _reference_missing() if unlinked else NOTHING
    return bench.finding(
        "N07",
        Severity.WARNING,
        Span(first.start, first.end),
        _TITLE,
        joined((_is_called(body, written), reference)),
        joined((_full_name(body), _ASK if unlinked else NOTHING), Both("; ", "؛ ")),
        _pages(bench, first.key),
    )


def _is_called(body: Body, written: str) -> Both:
    if body.is_person:
        return Both(
            f"“{written}” is written {body.name.en} ({body.office.en}).",
            f"«{written}» يُكتب: {body.name.ar} ({body.office.ar}).",
        )
    return Both(
        f"No body is called “{written}”; its telling words are those of {body.name.en}.",
        f"لا جهة اسمها «{written}»؛ والمقصود على ما يبدو {body.name.ar}.",
    )


def _full_name(body: Body) -> Both:
    short = f" ({body.short[0]})" if body.short else ""
    return Both(f"{body.name.en}{short}", f"{body.name.ar}{short}")


def _reference_missing() -> Both:
    return Both(
        "Neither title nor date nor address of its document is given.",
        "ولا يُذكر عنوان وثيقته ولا تاريخها ولا رابطها.",
    )


_ASK = Both("give title, date and address of the document", "اذكر عنوان الوثيقة وتاريخها ورابطها")


def _unlinked(bench: Bench, cited: Cited) -> Finding:
    name = " ".join(cited.name.split())
    return bench.finding(
        "N07",
        Severity.WARNING,
        Span(cited.start, cited.end),
        _UNLINKED,
        Both(
            f"“{name}” is cited without title, date or address of the document, so nobody can look"
            " its numbers up.",
            f"يُستشهد بـ«{name}» من دون عنوان وثيقة أو تاريخ أو رابط، فلا يمكن مراجعة أرقامه.",
        ),
        Both(
            "Give title, date and address of the document.", "اذكر عنوان الوثيقة وتاريخها ورابطها."
        ),
        _pages(bench, cited.key),
    )


_PAGES = 2  # addresses given with a name; house choice


def _pages(bench: Bench, key: str) -> list[str]:
    """Pages of the source that hold numbers of this text, else nothing: guesses help nobody."""
    urls = [
        fit.count.url
        for verdict in bench.verdicts
        if verdict.mention.source and verdict.mention.source.key == key
        for fit in (*verdict.right[:1], *verdict.mislabelled[:1])
    ]
    return list(dict.fromkeys(urls))[:_PAGES]


CHECK = Check("N07", Severity.WARNING, _TITLE, find)
