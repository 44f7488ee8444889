"""``tawthiq check``: what is wrong with a text's numbers and words, and what the sources say."""

from __future__ import annotations

import json
import sys
import textwrap
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.ends import DOES_NOT_HOLD
from tawthiq.cli.options import AsFormat, Case, Format, Home, InTongue, own_tongue

if TYPE_CHECKING:
    from tawthiq.statements.checks.finding import Finding, Report
    from tawthiq.values.both import Both, Language

_WIDTH = 88
_WORDS = {
    "error": ("ERROR", "خطأ"),
    "warning": ("WARNING", "تنبيه"),
    "note": ("NOTE", "ملاحظة"),
}


def check(
    text: Annotated[str, typer.Argument(help="A .txt, .md, .docx or .pdf file, or - for stdin.")],
    case: Case,
    dated: Annotated[
        datetime | None,
        typer.Option("--dated", formats=["%Y-%m-%d"], help="The day the text was published."),
    ] = None,
    format_: AsFormat = Format.TEXT,
    home: Home = None,
    lang: InTongue = None,
) -> None:
    """Hold a text against what the case knows. Exits with 1 if there are errors in it."""
    from tawthiq.intake.document_text import read_text

    given = read_text(sys.stdin.buffer.read(), "-") if text == "-" else read_text(Path(text))

    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.statements.checking import check as hold
    from tawthiq.store.queries.known import known
    from tawthiq.store.queries.law.law_rows import pack_in_force

    language = (lang or own_tongue()).language
    said_on = dated.date() if dated else None
    report = hold(given.text, known(case), said_on=said_on, law=pack_in_force())
    if format_ is Format.JSON:
        sys.stdout.write(json.dumps(as_json(report, language), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(report, given.text, given.notes, language)
    if report.errors:
        raise typer.Exit(DOES_NOT_HOLD)


def as_json(report: Report, language: Language) -> dict[str, Any]:
    """The report as plain values: start and end are codepoints of the text as read."""
    looked = report.looked_at
    return {
        "findings": [
            {
                "check": finding.check,
                "severity": finding.severity.value,
                "start": finding.start,
                "end": finding.end,
                "passage": finding.passage,
                "title": finding.title.in_(language),
                "explanation": finding.explanation.in_(language),
                "suggestion": finding.suggestion.in_(language),
                "sources": list(finding.sources),
                "law": [
                    {
                        "norm": row.norm,
                        "said": row.said.in_(language),
                        "mark": row.mark.in_(language),
                        "may_be_published": row.may_be_published,
                        "url": row.url,
                    }
                    for row in finding.law
                ],
            }
            for finding in report.findings
        ],
        "looked_at": {
            **looked.as_counts(),
            "checks": list(looked.checks),
            "not_looked_at": [left.in_(language) for left in looked.not_looked_at],
        },
    }


def _print(report: Report, text: str, notes: tuple[Both, ...], language: Language) -> None:
    for number, finding in enumerate(report.findings, 1):
        _print_finding(number, finding, text.count("\n", 0, finding.start) + 1, language)
    counts = report.looked_at.as_counts()
    looked = ", ".join(f"{number} {what.replace('_', ' ')}" for what, number in counts.items())
    by_weight = {s: sum(f.severity.value == s for f in report.findings) for s in _WORDS}
    out = sys.stderr.write
    out(", ".join(f"{number} {weight}s" for weight, number in by_weight.items()) + "\n")
    out(f"looked at: {looked}; checks {' '.join(report.looked_at.checks)}\n")
    for left in report.looked_at.not_looked_at:
        out(f"not looked at: {left.in_(language)}\n")
    for note in notes:
        out(f"note: {note.in_(language)}\n")


def _print_finding(number: int, finding: Finding, line: int, language: Language) -> None:
    weight = _WORDS[finding.severity.value][language == "ar"]
    in_line = "line" if language == "en" else "السطر"
    out = sys.stdout.write
    title = finding.title.in_(language)
    out(f"{number:2}  {weight}  {finding.check}  {title}  ({in_line} {line})\n")
    passage = " ".join(finding.passage.split())
    out(_wrapped(f"\u201c{passage}\u201d" if language == "en" else f"«{passage}»"))
    out(_wrapped(finding.explanation.in_(language)))
    if finding.suggestion:
        instead = "Instead: " if language == "en" else "البديل: "
        out(_wrapped(instead + finding.suggestion.in_(language)))
    for row in finding.law:
        out(_wrapped(f"{row.norm}  {row.said.in_(language)} [{row.mark.in_(language)}]"))
    for url in finding.sources:
        out(f"    {url}\n")
    out("\n")


def _wrapped(words: str) -> str:
    lines = textwrap.wrap(
        words, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False
    )
    return "\n".join(lines) + "\n"
