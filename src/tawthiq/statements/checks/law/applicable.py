"""L01 and L07: a norm is cited for a kind of conflict that it does not reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.law.classification import Conflict
from tawthiq.law.norm import Norm, Scope
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.law.sayings import sets_aside
from tawthiq.statements.checks.rows import listed, noted
from tawthiq.statements.reading.instruments import instruments
from tawthiq.statements.reading.provisions import ProvisionSaid
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("Law of another kind of conflict", "قانون نوع آخر من النزاعات")
_LETTER = Both(
    "A letter of the wrong list of the Rome Statute", "فقرة من القائمة الخطأ في نظام روما"
)
_CLASSES = {
    Conflict.NIAC: Both("a non-international armed conflict", "نزاع مسلح غير دولي"),
    Conflict.IAC: Both("an international armed conflict", "نزاع مسلح دولي"),
    Conflict.OCCUPATION: Both("an occupation", "احتلال"),
}


def find(bench: Bench) -> Iterator[Finding]:
    """Treaty articles cited for a kind of conflict in which they do not apply.

    The kind is that which the sentence, the paragraph, the text or the case names; where none
    does, or several do, nothing is said. It is silent where the sentence itself says that the
    provision does not apply, and for the Rome Statute, which L07 looks at.
    """
    return (_finding(bench, said) for said in _misplaced(bench) if said.instrument != "RS")


def find_letters(bench: Bench) -> Iterator[Finding]:
    """Letters of Article 8(2) of the Rome Statute that belong to the other kind of conflict.

    Also a letter under which nobody can be tried in either kind, because a part of it was
    never adopted.
    """
    for said in bench.legal.provisions:
        if said.instrument == "RS" and not sets_aside(bench, said):
            norms = bench.legal.norms_of(said) if said.article else ()
            if norms and not any(norm.is_in_force for norm in norms):
                yield _without_content(bench, said, norms)
    for said in _misplaced(bench):
        if said.instrument == "RS" and all(n.is_in_force for n in bench.legal.norms_of(said)):
            yield _finding(bench, said)


def _misplaced(bench: Bench) -> Iterator[ProvisionSaid]:
    legal = bench.legal
    for said in legal.provisions:
        conflict = legal.conflict_at(said)
        if conflict is None or (
            said.instrument in ("GC", "SC", "GA", "UNC", "") and not said.article
        ):
            continue
        if legal.scope_of(said, conflict) is Scope.NO and not sets_aside(bench, said):
            yield said


def _finding(bench: Bench, said: ProvisionSaid) -> Finding:
    legal = bench.legal
    conflict = legal.conflict_at(said) or Conflict.NIAC
    norms = legal.norms_of(said)
    name, kind = cited_as(said), _CLASSES[conflict]
    letter = said.instrument == "RS"
    instead = _instead(bench, norms, conflict)
    return bench.finding(
        "L07" if letter else "L01",
        Severity.ERROR,
        Span(said.start, said.end),
        _LETTER if letter else _TITLE,
        joined(
            (
                Both(
                    f"The text speaks of {kind.en}; {name.en} is not law for that.",
                    f"يتحدث النص عن {kind.ar}؛ و{name.ar} لا تسري عليه.",
                ),
                _no_row(said) if not norms else NOTHING,
                noted(norms) if len(norms) == 1 else NOTHING,
                _no_twin(letter, instead),
            )
        ),
        _suggested(instead),
        law=(*norms[:3], *instead),
    )


def cited_as(said: ProvisionSaid) -> Both:
    """A provision by its instrument and number."""
    table = instruments().get(said.instrument)
    name = table.name if table else Both.same(said.instrument)
    number = said.article.removeprefix("common ")
    if not number:
        return name
    if said.instrument == "CIHL":
        return Both(f"Rule {number}", f"القاعدة {number}")
    return Both(f"Article {number} of {name.en}", f"المادة {number} من {name.ar}")


def _instead(bench: Bench, norms: Iterable[Norm], conflict: Conflict) -> tuple[Norm, ...]:
    """What the pack cites in their place and reaches this kind of conflict."""
    ids = dict.fromkeys(other for norm in norms for other in norm.instead)
    reaching = Scope.NO
    return tuple(
        other
        for other in bench.legal.named(*ids)
        if (other.niac if conflict is Conflict.NIAC else other.iac) is not reaching
    )[:6]


def _no_row(said: ProvisionSaid) -> Both:
    return Both(
        "The law pack has no row for this article itself; every row of its instrument says so.",
        "ليس لهذه المادة بند خاص في حزمة القانون؛ وكل بنود صكها تقول ذلك.",
    )


def _no_twin(letter: bool, instead: tuple[Norm, ...]) -> Both:
    if not letter or any(norm.id.startswith("RS-") for norm in instead):
        return NOTHING
    return Both(
        "The Statute has no crime of this kind for the other conflict.",
        "وليس في النظام جريمة من هذا النوع في النزاع الآخر.",
    )


def _suggested(instead: tuple[Norm, ...]) -> Both:
    if not instead:
        return Both(
            "Cite a norm that reaches this conflict, or name the conflict it is cited for.",
            "استند إلى قاعدة تسري على هذا النزاع، أو سمِّ النزاع الذي تستند إليها فيه.",
        )
    norms = listed(instead)
    return Both(f"Cite {norms.en}.", f"استند إلى: {norms.ar}.")


def _without_content(bench: Bench, said: ProvisionSaid, norms: tuple[Norm, ...]) -> Finding:
    return bench.finding(
        "L07",
        Severity.ERROR,
        Span(said.start, said.end),
        _LETTER,
        Both(f"{cited_as(said).en} cannot be applied. ", f"{cited_as(said).ar} لا يمكن تطبيقها. ")
        + noted(norms),
        Both(
            "Cite the prohibition of indiscriminate attacks or of attacks on civilians.",
            "استند إلى حظر الهجمات العشوائية أو حظر الهجوم على المدنيين.",
        ),
        law=norms,
    )


CHECK = Check("L01", Severity.ERROR, _TITLE, find)
LETTERS = Check("L07", Severity.ERROR, _LETTER, find_letters)
